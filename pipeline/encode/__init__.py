"""From frames to the bytes of a file: GIF, WebP, APNG, MP4 or WebM, within a byte budget where one is given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from typing_extensions import assert_never

from pipeline.encode.errors import NoFramesError, SoundError
from pipeline.interfaces import Encoded
from pipeline.progress import ignore
from pipeline.types import Format, FrameBatches, OnProgress, Output, Progress, Stage
from pipeline.types.output import BudgetError, FrameRateError, FramingError, SizeError, check_output

__all__ = ["BudgetError", "FrameRateError", "FramingError", "NoFramesError", "SizeError", "SoundError", "encode"]


def encode(
    batches: FrameBatches,
    fps: float,
    output: Output,
    sound: Path | None = None,
    on_progress: OnProgress = ignore,
    first: int = 0,
) -> Encoded:
    """The frames as one file. The same frames always give the same bytes.

    Frames go to an unnamed temporary file first, so memory stays flat however long the clip is.

    Args:
        batches: uint8 [N, H, W, 4] each, straight alpha, all of one size; drawn at ``output.size`` best.
        fps: frames per second of ``batches``, 1-50.
        output: kind of file, its size in pixels, and its byte budget (quality, then the frame rate, then, where it may
            shrink, the size give way until it fits).
        on_progress: called for every frame that is encoded, in every try to meet the budget; what it raises
            (``JobCancelled``) stops the work and leaves no file behind.
        first: number of the frame that is shown first, for a loop: it is what shows where animations stand still.
        sound: a video or sound file whose sound is put under an MP4 or a WebM, cut to its length; all others are
            silent.

    Raises:
        SizeError, FrameRateError, FramingError: outside of what files can hold.
        NoFramesError: there are no frames.
        BudgetError: not even a slow version (a tiny one, where it may shrink) fits.
        SoundError: ``sound`` cannot be decoded.
    """
    check_output(replace(output, fps=fps))
    from pipeline.encode.headway import Headway
    from pipeline.encode.spool import FrameSpool

    headway = Headway(
        lambda fraction: on_progress(Progress(Stage.ENCODE, fraction)), tries=1 if output.max_bytes is None else None
    )
    with FrameSpool() as spool:
        spool.fill(batches)
        spool.begin_with(first)
        if not len(spool):
            raise NoFramesError
        match output.format:
            case Format.GIF:
                from pipeline.encode.animated_gif import encode_gif

                return encode_gif(spool, fps, output, headway)
            case Format.WEBP:
                from pipeline.encode.webp import encode_webp

                return encode_webp(spool, fps, output, headway)
            case Format.APNG:
                from pipeline.encode.apng import encode_apng

                return encode_apng(spool, fps, output, headway)
            case Format.MP4:
                from pipeline.encode.mp4 import encode_mp4

                return encode_mp4(spool, fps, output, headway, sound)
            case Format.WEBM:
                from pipeline.encode.webm import encode_webm

                return encode_webm(spool, fps, output, headway, sound)
            case _:
                assert_never(output.format)
