"""Animated GIF: one palette for the clip, one-bit transparency, and as few bytes as the budget asks for."""

from __future__ import annotations

from math import log2

from pipeline.encode.budget import Ladder, Rung, Trial, collect, fit, rungs_for
from pipeline.encode.gif import gif_blocks
from pipeline.encode.indexed import index_frames
from pipeline.encode.palette import histogram, make_palette
from pipeline.encode.resize import resize
from pipeline.encode.spool import FrameSpool
from pipeline.encode.timing import timing
from pipeline.stages import Encoded

MOST_COLOURS = 255
PALETTE_FRAMES = 24
"""The palette is made from at most this many frames, spread evenly over the clip."""
PATIENCE, PATIENCE_WHEN_OPAQUE = 0.004, 0.012
"""See ``index_frames``. A moving figure on nothing is stored anew in each frame, so patience saves no bytes there; on a
background it does."""

# Frames a second, scale, fewest colours. Below some 48 colours the eyes lose theirs, so the rate gives way first;
# hundredths of a second allow 20, 16.7, 12.5, 10 and 8.3 frames a second.
_STEPS = tuple(
    (rate, scale, log2(colours))
    for rate, scale, colours in (
        (50.0, 1.0, 64),
        (20.0, 1.0, 64),
        (100 / 6, 1.0, 56),
        (12.5, 1.0, 48),
        (12.5, 0.875, 48),
        (12.5, 0.75, 48),
        (12.5, 0.625, 40),
        (10.0, 0.625, 40),
        (10.0, 1.0, 48),
        (100 / 12, 1.0, 40),
        (100 / 12, 1.0, 28),
        (100 / 12, 0.875, 40),
        (100 / 12, 0.75, 40),
        (100 / 12, 0.625, 32),
        (100 / 12, 0.5, 24),
        (5.0, 0.5, 16),
        (4.0, 0.25, 8),
        (1.0, 0.125, 2),
    )
)


def encode_gif(spool: FrameSpool, fps: float, size: int, max_bytes: int | None) -> Encoded:
    """The spooled clip as a GIF of ``size`` pixels, or as much smaller and slower as ``max_bytes`` asks for.

    Raises:
        BudgetError: it cannot fit.
    """
    sample = range(0, len(spool), -(-len(spool) // PALETTE_FRAMES))
    colours = histogram(spool.frames(sample))
    ladder = Ladder(best=log2(MOST_COLOURS), slope=0.2, rungs=rungs_for(fps, size, _STEPS))

    patience = patience_for(spool)

    def attempt(rung: Rung, quality: float, limit: int | None) -> Trial:
        times = timing(len(spool), fps, rung.fps)
        pixels = scaled(size, rung.scale)
        palette = make_palette(colours, round(2**quality))
        frames = (resize(frame, pixels) for frame in spool.frames(times.picks))
        return collect(gif_blocks(index_frames(frames, palette, patience), palette, times.ticks), len(times) + 2, limit)

    data, rung = fit(attempt, ladder, max_bytes)
    times = timing(len(spool), fps, rung.fps)
    return Encoded(data, len(times), times.fps, scaled(size, rung.scale))


def patience_for(spool: FrameSpool) -> float:
    return PATIENCE_WHEN_OPAQUE if spool.opaque else PATIENCE


def scaled(size: int, scale: float) -> int:
    """A share of ``size`` in whole pixels; 128 becomes 112, 96, 80, 64 ..."""
    return max(1, round(size * scale))
