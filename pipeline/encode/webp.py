"""Animated WebP: soft alpha, and smaller than a GIF.

Lossless with a palette rather than lossy: lossy WebP stores colour at half the resolution, which dulls drawn eyes and
makes lines flicker; for equal bytes the palette is closer in every measure (docs/encoding.md).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageFile

from pipeline.encode.budget import Rung, Trial, fit
from pipeline.encode.cut import Cut
from pipeline.encode.headway import Headway
from pipeline.encode.palette import histogram
from pipeline.encode.paletted import colours_at, palette_ladder, patience_for, sample_of
from pipeline.encode.soft_palette import FULL_FROM, SoftHistogram, SoftPalette
from pipeline.encode.spool import FrameSpool
from pipeline.interfaces import Encoded
from pipeline.types import Output, Pixels

METHOD, EFFORT = 3, 50
"""libwebp's method 0-6 and, for lossless files, quality 0-100: more takes longer and saves nothing."""


class _Reel(ImageFile.ImageFile):
    """Many pictures as one Pillow image of many frames, each made when Pillow asks for the next.

    A file format of its own, in the way in which Pillow's handbook has them written, whose file is the iterator.
    """

    format = "REEL"

    def __init__(self, pictures: Iterator[Pixels], count: int, size: int) -> None:
        self._pictures = pictures
        self._count = count
        self._pixels = size
        super().__init__(io.BytesIO())

    def _open(self) -> None:
        self._mode = "RGBA"
        self._size = (self._pixels, self._pixels)
        self.n_frames = self._count
        self._at = -1
        self.seek(0)

    def seek(self, frame: int) -> None:
        if frame == self._at + 1:
            self.fp = io.BytesIO(next(self._pictures).tobytes())
            self.tile = [ImageFile._Tile("raw", (0, 0, *self.size), 0, "RGBA")]
            self._at = frame

    def tell(self) -> int:
        return self._at


def encode_webp(spool: FrameSpool, fps: float, output: Output, headway: Headway) -> Encoded:
    """The spooled clip as the animated WebP that ``output`` asks for, as much slower as its budget needs.

    Raises:
        BudgetError: it cannot fit.
    """
    colours = histogram(headway.sampled(spool.frames(sample_of(spool))), FULL_FROM)
    soft = SoftHistogram(headway.sampled(spool.frames(sample_of(spool))))
    patience = patience_for(spool)

    def attempt(rung: Rung, quality: float, limit: int | None) -> Trial:
        del limit
        cut = Cut.of(spool, fps, output, rung)
        palette = SoftPalette(colours, soft, colours_at(quality))
        indexed = palette.index_frames(cut.frames(spool, headway), patience)
        pictures = (palette.rgba[indices] for indices in indexed)
        file = io.BytesIO()
        _Reel(pictures, len(cut.times), cut.size).save(
            file,
            "WEBP",
            save_all=True,
            duration=[10 * ticks for ticks in cut.times.ticks],
            loop=0,
            lossless=True,
            quality=EFFORT,
            method=METHOD,
        )
        data = file.getvalue()
        return Trial(data, len(data))

    data, rung = fit(attempt, palette_ladder(fps, output), output.max_bytes)
    # libwebp shows two equal frames in a row as one that stays longer.
    with Image.open(io.BytesIO(data)) as written:
        frames = getattr(written, "n_frames", 1)
    cut = Cut.of(spool, fps, output, rung)
    return Encoded(data, frames, frames / cut.times.seconds, cut.size)
