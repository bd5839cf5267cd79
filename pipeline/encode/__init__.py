"""From frames to the bytes of a file: GIF, WebP, APNG or MP4, within a byte budget where one is given."""

from __future__ import annotations

from pathlib import Path

from pipeline.encode.errors import BudgetError, FrameRateError, NoFramesError, SizeError, SoundError, check_output
from pipeline.stages import Encoded
from pipeline.types import Format, FrameBatches, Output

__all__ = ["BudgetError", "FrameRateError", "NoFramesError", "SizeError", "SoundError", "check_output", "encode"]


def encode(batches: FrameBatches, fps: float, output: Output, sound: Path | None = None) -> Encoded:
    """The frames as one file. The same frames always give the same bytes.

    Frames go to an unnamed temporary file first, so memory stays flat however long the clip is.

    Args:
        batches: uint8 [N, H, W, 4] each, straight alpha, all of one size; drawn at ``output.size`` best.
        fps: frames per second of ``batches``, 1-50.
        output: kind of file, its size in pixels, and its byte budget (quality, then the frame rate, then the size give
            way until it fits).
        sound: a video or sound file whose sound is put under an MP4, cut to its length; other formats are silent.

    Raises:
        SizeError, FrameRateError: outside of what files can hold.
        NoFramesError: there are no frames.
        BudgetError: not even a tiny slow version fits.
        SoundError: ``sound`` cannot be decoded.
    """
    check_output(output.size, fps, output.max_bytes)
    from pipeline.encode.spool import FrameSpool

    with FrameSpool() as spool:
        spool.fill(batches)
        if not len(spool):
            raise NoFramesError
        if output.format is Format.GIF:
            from pipeline.encode.animated_gif import encode_gif

            return encode_gif(spool, fps, output.size, output.max_bytes)
        if output.format is Format.WEBP:
            from pipeline.encode.webp import encode_webp

            return encode_webp(spool, fps, output.size, output.max_bytes)
        if output.format is Format.APNG:
            from pipeline.encode.apng import encode_apng

            return encode_apng(spool, fps, output.size, output.max_bytes)
        from pipeline.encode.mp4 import encode_mp4

        return encode_mp4(spool, fps, output.size, output.max_bytes, sound)
