"""Opening what strangers send: recognised by its first bytes, measured by a cheap walk, decoded packet by packet.

The order is what makes it safe. ``sniff`` chooses the one demuxer that may see a file; ``check_structure`` walks its
boxes and refuses what would cost a demuxer time or memory out of proportion; only then ``open_media`` hands the file to
FFmpeg, with a list of codecs and a limit of pixels; ``Decoding`` counts packets, passes over damaged ones and reports
each. Stages share this room: a clip, a voice and the sound under an MP4 are all read here.
"""
