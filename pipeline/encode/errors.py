"""What a person can put right about the file they asked for."""

from __future__ import annotations

from typing import Final

from pipeline.types import UserError

MIN_SIZE: Final = 16
MAX_SIZE: Final = 1024
MIN_FPS: Final = 1.0
MAX_FPS: Final = 50.0
"""A GIF counts in hundredths of a second, and browsers slow a delay of one hundredth down to ten."""


class SizeError(UserError):
    key = "error.size"
    template = "A size of {size} pixels does not work: choose one from 16 to 1024."


class FrameRateError(UserError):
    key = "error.fps"
    template = "{fps} frames per second do not work: choose a frame rate from 1 to 50."


class BudgetError(UserError):
    key = "error.max_bytes"
    template = (
        "This animation does not fit into {limit}, not even small and slow: use a shorter clip, a smaller size"
        " or a larger limit."
    )


class NoFramesError(UserError):
    key = "error.no_frames"
    template = "There is nothing to show: the motion has no frames, so use a longer clip."


class SoundError(UserError):
    key = "error.sound"
    template = "The sound could not be read: use a video or sound file that plays, such as MP4, MP3, OGG or WAV."


def check_output(size: int, fps: float, max_bytes: int | None) -> None:
    """Refuse what no encoder can make.

    Raises:
        SizeError: ``size`` (pixels) is not within 16-1024.
        FrameRateError: ``fps`` is not within 1-50 (not-a-number included).
        BudgetError: ``max_bytes`` is not positive.
    """
    if not MIN_SIZE <= size <= MAX_SIZE:
        raise SizeError(size=size)
    if not MIN_FPS <= fps <= MAX_FPS:
        raise FrameRateError(fps=f"{fps:g}")
    if max_bytes is not None and max_bytes < 1:
        raise BudgetError(limit=bytes_text(max_bytes))


def bytes_text(count: int) -> str:
    """A number of bytes as people read it: "500 bytes", "256 KiB", "8 MiB"."""
    if count < 1024:
        return f"{count} bytes"
    if count < 1024 * 1024:
        return f"{count / 1024:.4g} KiB"
    return f"{count / 1024 / 1024:.4g} MiB"
