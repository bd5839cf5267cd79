"""What the formats with a palette (GIF, WebP, small APNG) share: the colours, and what gives way under a budget."""

from __future__ import annotations

from math import log2

from pipeline.encode.budget import Ladder, rungs_for
from pipeline.encode.spool import FrameSpool

MOST_COLOURS = 255
"""Beside the transparent one."""
PALETTE_FRAMES = 24
"""The palette is made from at most this many frames, spread evenly over the clip."""
PATIENCE, PATIENCE_WHEN_OPAQUE = 0.004, 0.012
"""See ``index_frames``. A moving figure on nothing is stored anew in each frame, so patience saves no bytes there; on a
background it does."""

# Frames a second, scale, fewest colours. Below some 48 colours the eyes lose theirs, so the rate gives way first;
# hundredths of a second allow 20, 16.7, 12.5, 10 and 8.3 frames a second.
_STEPS = (
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


def palette_ladder(fps: float, size: int) -> Ladder:
    """Quality is the logarithm (to the base 2) of the number of colours; see ``colours_at``."""
    steps = [(rate, scale, log2(colours)) for rate, scale, colours in _STEPS]
    return Ladder(best=log2(MOST_COLOURS), slope=0.2, rungs=rungs_for(fps, size, steps))


def colours_at(quality: float) -> int:
    """How many colours a quality of ``palette_ladder`` stands for."""
    return round(2**quality)


def sample_of(spool: FrameSpool) -> range:
    """Which frames the palette is made from."""
    return range(0, len(spool), -(-len(spool) // PALETTE_FRAMES))


def patience_for(spool: FrameSpool) -> float:
    """How patient ``index_frames`` should be with this clip."""
    return PATIENCE_WHEN_OPAQUE if spool.opaque else PATIENCE
