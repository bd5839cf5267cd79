"""What a file's boxes claim, read without a demuxer: too many tags or index entries are refused before one opens it.

FFmpeg keeps tags in a list that it searches for each new one (100,000 of them take minutes) and unpacks an index of a
few bytes into gigabytes. A walk over the boxes sees both in milliseconds. The limits are far above what any recording
has: a song has thirty tags, an hour of film 200,000 samples.
"""

from pipeline.media.structure.check import check_structure

__all__ = ["check_structure"]
