"""What can go wrong when a file is made."""

from __future__ import annotations

from pipeline.types import UserError


class NoFramesError(UserError):
    key = "error.no_frames"
    template = "There is nothing to show: the motion has no frames, so use a longer clip."


class SoundError(UserError):
    key = "error.sound"
    template = "The sound could not be read: use a video or sound file that plays, such as MP4, MP3, OGG or WAV."
