"""MP4 with H.264, which every phone and browser plays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from pipeline.encode.film import Film, encode_film
from pipeline.encode.headway import Headway
from pipeline.encode.spool import FrameSpool
from pipeline.interfaces import Encoded
from pipeline.pixels.alpha import flatten
from pipeline.types import Output, Pixels

if TYPE_CHECKING:
    from av import VideoFrame, VideoStream
    from av.video.reformatter import VideoReformatter

PAGE: Final = (0x31, 0x33, 0x38)
"""What stands behind a transparent clip, since MP4 has no alpha: Discord's dark page, where most clips are seen."""

_BT709: Final = 1
"""The number of ITU-R BT.709 among primaries, transfer curves and matrices (ITU-T H.273): what players take for granted
of a film that does not say."""


def encode_mp4(spool: FrameSpool, fps: float, output: Output, headway: Headway, sound: Path | None = None) -> Encoded:
    """The spooled clip as the MP4 that ``output`` asks for (a pixel larger where its size is odd).

    Raises as ``encode_film``.
    """
    return encode_film(_MP4, spool, fps, output, headway, sound)


def _prepared(picture: Pixels) -> Pixels:
    # H.264 halves the colour planes, so an odd picture repeats its last row and column.
    picture = flatten(picture, PAGE)
    height, width = picture.shape[:2]
    return np.pad(picture, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")


def _options(crf: float) -> dict[str, str]:
    # x264's macroblock tree reads memory that nobody wrote: with it, bytes differ from run to run.
    return {"crf": f"{crf:.2f}", "preset": "veryfast", "tune": "animation", "mbtree": "0"}


def _set_up(video: VideoStream) -> None:
    from av.video.reformatter import ColorRange

    context = video.codec_context
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = ColorRange.MPEG


def _converted(picture: Pixels, scaler: VideoReformatter) -> VideoFrame:
    """A picture as YUV 4:2:0 of BT.709, in the range of television."""
    import av
    from av.video.reformatter import ColorRange, Colorspace

    converted = scaler.reformat(
        av.VideoFrame.from_ndarray(picture, format="rgb24"),
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        dst_color_range=ColorRange.MPEG,
    )
    converted.color_primaries = converted.color_trc = converted.colorspace = _BT709
    return converted


_MP4: Final = Film(
    container="mp4",
    muxing={"movflags": "+faststart", "fflags": "+bitexact"},
    video="libx264",
    audio="aac",
    pixels="yuv420p",
    options=_options,
    best_crf=17.0,  # hard to tell from the source
    octave=6,
    steps=(
        (50.0, 1.0, -30.0),
        (20.0, 1.0, -32.0),
        (12.5, 1.0, -34.0),
        (12.5, 0.75, -34.0),
        (12.5, 0.625, -34.0),
        (12.5, 0.5, -34.0),
        (10.0, 0.5, -40.0),
        (5.0, 0.25, -45.0),
    ),
    multiple=2,
    prepared=_prepared,
    converted=_converted,
    set_up=_set_up,
)
