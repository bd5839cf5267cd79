"""WebM with VP9 and soft alpha, without sound: what Telegram takes as a sticker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import log
from typing import Final, cast

from pipeline.encode.budget import Ladder, Rung, Trial, fit, rungs_for
from pipeline.encode.headway import Headway
from pipeline.encode.resize import resize, scaled
from pipeline.encode.spool import FrameSpool
from pipeline.encode.timing import TICKS_PER_SECOND, Timing, timing
from pipeline.interfaces import Encoded
from pipeline.types import Output, Pixels
from pipeline.unlinked import unlinked_file

BEST_CRF: Final = 20.0
"""libvpx's constant rate factor, 0-63: lower is better."""
_THREADS: Final = 2
_OPTIONS: Final = {"b": "0", "auto-alt-ref": "0", "deadline": "good", "cpu-used": "4", "row-mt": "0"}
"""Hidden reference frames are off, because the alpha plane, a stream of its own, cannot have them."""

# Frames a second, scale, lowest quality (minus the rate factor).
_STEPS = (
    (30.0, 1.0, -46.0),
    (20.0, 1.0, -50.0),
    (12.5, 1.0, -54.0),
    (12.5, 0.5, -54.0),
    (8.0, 1.0, -60.0),
    (5.0, 1.0, -63.0),
    (5.0, 0.25, -63.0),
)


def encode_webm(spool: FrameSpool, fps: float, output: Output, headway: Headway) -> Encoded:
    """The spooled clip as the WebM that ``output`` asks for, as much slower as its budget needs.

    Raises:
        BudgetError: it cannot fit.
    """

    def attempt(rung: Rung, quality: float, limit: int | None) -> Trial:
        del limit
        times = timing(len(spool), fps, rung.fps)
        pixels = scaled(output.size, rung.scale)
        frames = (resize(frame, pixels) for frame in headway.tried(spool.frames(times.picks), len(times)))
        data = _write(frames, pixels, times, -quality, headway.tick)
        return Trial(data, len(data))

    ladder = Ladder(best=-BEST_CRF, slope=log(2) / 10, rungs=rungs_for(fps, output, _STEPS))
    data, rung = fit(attempt, ladder, output.max_bytes)
    times = timing(len(spool), fps, rung.fps)
    return Encoded(data, len(times), times.fps, scaled(output.size, rung.scale))


def _write(pictures: Iterator[Pixels], size: int, times: Timing, crf: float, tick: Callable[[], None]) -> bytes:
    import av
    from av.video.reformatter import VideoReformatter

    with unlinked_file(suffix=".webm") as path:
        with av.open(path, "w", format="webm", options={"fflags": "+bitexact"}) as container:
            stream = container.add_stream("libvpx-vp9", rate=Fraction(times.fps).limit_denominator(1000))
            video = cast("av.VideoStream", stream)
            video.width = video.height = size
            video.pix_fmt = "yuva420p"
            video.options = {"crf": f"{crf:.0f}", **_OPTIONS}
            video.thread_count = _THREADS
            video.codec_context.time_base = Fraction(1, TICKS_PER_SECOND)
            shown, rgb_to_yuv = 0, VideoReformatter()
            for picture, ticks in zip(pictures, times.ticks, strict=True):
                frame = rgb_to_yuv.reformat(av.VideoFrame.from_ndarray(picture, format="rgba"), format="yuva420p")
                frame.pts, frame.time_base = shown, Fraction(1, TICKS_PER_SECOND)
                shown += ticks
                container.mux(video.encode(frame))
                tick()
            container.mux(video.encode(None))
        return path.read_bytes()
