"""Animated WebP: soft alpha, every colour, smaller than a GIF."""

from __future__ import annotations

import io

from PIL import Image

from pipeline.encode.animated_gif import scaled
from pipeline.encode.budget import Ladder, Rung, Trial, fit, rungs_for
from pipeline.encode.resize import resize
from pipeline.encode.spool import FrameSpool
from pipeline.encode.timing import Timing, timing
from pipeline.stages import Encoded

BEST_QUALITY = 85.0
ALPHA_QUALITY = 60
METHOD = 4
"""libwebp's effort 0-6; above 4 it takes far longer for nothing."""

_STEPS = (
    (50.0, 1.0, 55.0),
    (20.0, 1.0, 50.0),
    (12.5, 1.0, 40.0),
    (12.5, 0.75, 40.0),
    (12.5, 0.625, 40.0),
    (10.0, 1.0, 20.0),
    (10.0, 0.75, 30.0),
    (10.0, 0.5, 20.0),
    (5.0, 0.5, 10.0),
    (4.0, 0.25, 5.0),
    (1.0, 0.125, 0.0),
)


class _Reel(Image.Image):
    """The spool as one picture of many frames, each read when Pillow asks for it."""

    def __init__(self, spool: FrameSpool, times: Timing, size: int) -> None:
        super().__init__()
        self._spool = spool
        self._times = times
        self._pixels = size
        self.n_frames = len(times)
        self._mode = "RGBA"
        self._size = (size, size)
        self.seek(0)

    def seek(self, frame: int) -> None:
        picture = resize(self._spool.frame(self._times.picks[frame]), self._pixels)
        self.im = Image.fromarray(picture).im

    def tell(self) -> int:
        return 0


def encode_webp(spool: FrameSpool, fps: float, size: int, max_bytes: int | None) -> Encoded:
    """The spooled clip as an animated WebP of ``size`` pixels, or as much less as ``max_bytes`` asks for.

    Raises:
        BudgetError: it cannot fit.
    """

    def attempt(rung: Rung, quality: float, limit: int | None) -> Trial:
        times = timing(len(spool), fps, rung.fps)
        file = io.BytesIO()
        _Reel(spool, times, scaled(size, rung.scale)).save(
            file,
            "WEBP",
            save_all=True,
            duration=[10 * ticks for ticks in times.ticks],
            loop=0,
            quality=quality,
            alpha_quality=ALPHA_QUALITY,
            method=METHOD,
        )
        data = file.getvalue()
        return Trial(data, len(data))

    ladder = Ladder(BEST_QUALITY, slope=0.02, rungs=rungs_for(fps, size, _STEPS))
    data, rung = fit(attempt, ladder, max_bytes)
    # libwebp shows two equal frames in a row as one that stays longer.
    with Image.open(io.BytesIO(data)) as written:
        frames = getattr(written, "n_frames", 1)
    seconds = timing(len(spool), fps, rung.fps).seconds
    return Encoded(data, frames, frames / seconds, scaled(size, rung.scale))
