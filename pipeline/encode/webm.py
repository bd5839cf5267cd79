"""WebM with VP9 and soft alpha: what Telegram takes as a sticker, and a film with sound and no background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.encode.film import Film, encode_film
from pipeline.encode.headway import Headway
from pipeline.encode.spool import FrameSpool
from pipeline.interfaces import Encoded
from pipeline.types import Output, Pixels

if TYPE_CHECKING:
    from av import VideoFrame
    from av.video.reformatter import VideoReformatter


def encode_webm(spool: FrameSpool, fps: float, output: Output, headway: Headway, sound: Path | None = None) -> Encoded:
    """The spooled clip as the WebM that ``output`` asks for, as much slower as its budget needs.

    Raises as ``encode_film``.
    """
    return encode_film(_WEBM, spool, fps, output, headway, sound)


def _options(crf: float) -> dict[str, str]:
    # Hidden reference frames are off, because the alpha plane, a stream of its own, cannot have them.
    usual = {"b": "0", "auto-alt-ref": "0", "deadline": "good", "cpu-used": "4", "row-mt": "0"}
    return {"crf": f"{crf:.0f}", **usual}


def _converted(picture: Pixels, scaler: VideoReformatter) -> VideoFrame:
    import av

    return scaler.reformat(av.VideoFrame.from_ndarray(picture, format="rgba"), format="yuva420p")


_WEBM: Final = Film(
    container="webm",
    muxing={"fflags": "+bitexact"},
    video="libvpx-vp9",
    audio="libopus",
    pixels="yuva420p",
    options=_options,
    best_crf=20.0,
    octave=10,
    steps=(
        (30.0, 1.0, -46.0),
        (20.0, 1.0, -50.0),
        (12.5, 1.0, -54.0),
        (12.5, 0.5, -54.0),
        (8.0, 1.0, -60.0),
        (5.0, 1.0, -63.0),
        (5.0, 0.25, -63.0),
    ),
    converted=_converted,
)
