"""Which files can be made at all, and what a person can put right about the one they asked for."""

from __future__ import annotations

from math import isfinite

from pipeline.types.errors import UserError
from pipeline.types.frames import FULL
from pipeline.types.limits import MAX_FPS, MAX_SIDE, MAX_SIZE, MIN_FPS, MIN_SIDE, MIN_SIZE
from pipeline.types.request import Output


class SizeError(UserError):
    """The size is out of range."""

    key = "error.size"
    template = "A size of {size} pixels does not work: choose one from 16 to 1024."


class FrameRateError(UserError):
    """The frame rate is out of range."""

    key = "error.fps"
    template = "{fps} frames per second do not work: choose a frame rate from 1 to 50."


class BudgetError(UserError):
    """The budget of bytes is out of range."""

    key = "error.max_bytes"
    template = (
        "This animation does not fit into {limit}, not even slow: use a shorter clip, a smaller size or a larger limit."
    )


class FramingError(UserError):
    """The framing is out of range."""

    key = "error.framing"
    template = "That part of the picture cannot be shown: show a square of 16 to 2048 pixels on the picture."


def check_output(output: Output) -> None:
    """Refuses what no encoder can make; what is not a number is outside of every limit.

    Raises:
        SizeError: ``size`` is not a whole number of pixels from 16 to 1024.
        FrameRateError: ``fps`` is not within 1-50.
        BudgetError: ``max_bytes`` is not positive.
        FramingError: ``framing`` lies outside of the picture, or is far too small or too large.
    """
    if not (MIN_SIZE <= output.size <= MAX_SIZE and output.size == int(output.size)):
        raise SizeError(size=output.size)
    if not MIN_FPS <= output.fps <= MAX_FPS:
        raise FrameRateError(fps=f"{output.fps:g}")
    if output.max_bytes is not None and not output.max_bytes >= 1:
        raise BudgetError(limit=bytes_text(output.max_bytes))
    framing = output.framing
    corners = (framing.x, framing.y, framing.x + framing.side, framing.y + framing.side)
    if not all(isfinite(value) for value in corners) or not MIN_SIDE <= framing.side <= MAX_SIDE:
        raise FramingError
    left, top, right, bottom = corners
    if left >= FULL.side or top >= FULL.side or right <= 0 or bottom <= 0:
        raise FramingError


def bytes_text(count: int) -> str:
    """A number of bytes as people read it: "500 bytes", "256 KiB", "8 MiB"."""
    if count == 1:
        return "1 byte"
    if count < 1024:
        return f"{count} bytes"
    if count < 1024 * 1024:
        return f"{count / 1024:.4g} KiB"
    return f"{count / 1024 / 1024:.4g} MiB"
