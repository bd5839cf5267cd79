"""Animated PNG: exact colours and soft alpha; 8 bits a pixel where the budget is small.

Layout: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 2025, chunks acTL, fcTL and fdAT.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from PIL import Image

from pipeline.encode.budget import Rung, Trial, aim, collect, fit
from pipeline.encode.cut import Cut
from pipeline.encode.gif import bounds
from pipeline.encode.headway import Headway
from pipeline.encode.palette import histogram
from pipeline.encode.paletted import colours_at, palette_ladder, patience_for, sample_of
from pipeline.encode.soft_palette import FULL_FROM, SoftHistogram, SoftPalette
from pipeline.encode.spool import FrameSpool
from pipeline.encode.timing import TICKS_PER_SECOND, timing
from pipeline.interfaces import Encoded
from pipeline.types import Output, Pixels


def encode_apng(spool: FrameSpool, fps: float, output: Output, headway: Headway) -> Encoded:
    """The spooled clip that ``output`` asks for: in true colour if that fits its budget, else with a palette.

    Raises:
        BudgetError: it cannot fit.
    """

    every = Cut(timing(len(spool), fps), output.size)
    limit = None if output.max_bytes is None else aim(output.max_bytes)
    pieces = _pieces(every.frames(spool, headway), every.times.ticks, None, output.plays)
    whole = collect(pieces, len(every.times) + 2, limit)
    if whole.data is not None and (limit is None or len(whole.data) <= limit):
        return Encoded(whole.data, len(every.times), every.times.fps, every.size)

    colours = histogram(headway.sampled(spool.frames(sample_of(spool))), FULL_FROM)
    soft = SoftHistogram(headway.sampled(spool.frames(sample_of(spool))))

    def with_palette(rung: Rung, quality: float, limit: int | None) -> Trial:
        cut = Cut.of(spool, fps, output, rung)
        palette = SoftPalette(colours, soft, colours_at(quality))
        indices = palette.index_frames(cut.frames(spool, headway), patience_for(spool))
        return collect(_pieces(indices, cut.times.ticks, palette.rgba, output.plays), len(cut.times) + 2, limit)

    data, rung = fit(with_palette, palette_ladder(fps, output), output.max_bytes)
    cut = Cut.of(spool, fps, output, rung)
    return Encoded(data, len(cut.times), cut.times.fps, cut.size)


def _pieces(frames: Iterable[Pixels], ticks: Sequence[int], palette: Pixels | None, plays: int) -> Iterator[bytes]:
    """The file: a head, one piece for each frame, an end. Each frame replaces the rectangle that changed."""
    before: Pixels | None = None
    sequence = 0
    for index, (frame, tick) in enumerate(zip(frames, ticks, strict=True)):
        height, width = frame.shape[:2]
        if before is None:
            yield _head(width, height, len(ticks), palette, plays)
            left, top, right, bottom = 0, 0, width, height
        else:
            differs = frame != before
            left, top, right, bottom = bounds(differs if palette is not None else differs.any(axis=-1))
        control = struct.pack(
            ">IIIIIHHBB", sequence, right - left, bottom - top, left, top, tick, TICKS_PER_SECOND, 0, 0
        )
        data = _compressed(frame[top:bottom, left:right])
        if index == 0:
            yield _chunk(b"fcTL", control) + _chunk(b"IDAT", data)
            sequence += 1
        else:
            yield _chunk(b"fcTL", control) + _chunk(b"fdAT", struct.pack(">I", sequence + 1) + data)
            sequence += 2
        before = frame
    yield _chunk(b"IEND", b"")


def _head(width: int, height: int, count: int, palette: Pixels | None, plays: int) -> bytes:
    parts = [
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6 if palette is None else 3, 0, 0, 0)),
        _chunk(b"acTL", struct.pack(">II", count, plays)),
    ]
    if palette is not None:
        parts += [_chunk(b"PLTE", palette[:, :3].tobytes()), _chunk(b"tRNS", palette[:, 3].tobytes())]
    return b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _compressed(pixels: Pixels) -> bytes:
    """The pixels as a PNG's image data. Indices are best left unfiltered; for true colour Pillow picks the filters."""
    if pixels.ndim == 2:
        return zlib.compress(np.pad(pixels, ((0, 0), (1, 0))).tobytes(), 9)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=6)
    data, parts, at = file.getvalue(), [], 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"IDAT":
            parts.append(data[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(parts)
