"""What the formats with a palette (GIF, WebP, small APNG) share: the colours, and what gives way under a budget."""

from __future__ import annotations

from math import log2

from pipeline.encode.budget import Ladder, rungs_for
from pipeline.encode.palette import Histogram, enough_colours
from pipeline.encode.spool import FrameSpool
from pipeline.types import Output

MOST_COLOURS = 255
"""Beside the transparent one."""
_COUNTS = (48, 56, 64, 72, 80, 96, 128, 160, 192, MOST_COLOURS)
_UNSEEN = 0.0125
"""OKLab distance. More colours than it takes to come this close in the mean cost bytes and show no difference: strands
of hair alone fill a palette of 255, and with 60 a figure looks the same at two thirds of the bytes."""
_SPARED = 0.75
"""Share of its colours that every clip may lose before anything else gives way."""
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
    (6.25, 1.0, 28),
    (5.0, 1.0, 24),
    (5.0, 0.5, 16),
    (4.0, 0.25, 8),
    (1.0, 0.125, 2),
)


def palette_ladder(fps: float, output: Output, most: int = MOST_COLOURS) -> Ladder:
    """Quality is the logarithm (to the base 2) of the number of colours, at best of ``most``; see ``colours_at``."""
    steps = [(rate, scale, log2(min(colours, _SPARED * most))) for rate, scale, colours in _STEPS]
    return Ladder(best=log2(most), slope=0.2, rungs=rungs_for(fps, output, steps))


def colours_that_do(colours: Histogram) -> int:
    """How many colours a palette needs to show a clip so that nobody misses one, 48-255."""
    return enough_colours(colours, _COUNTS, _UNSEEN)


def colours_at(quality: float) -> int:
    """How many colours a quality of ``palette_ladder`` stands for."""
    return round(2**quality)


def sample_of(spool: FrameSpool) -> range:
    """Which frames the palette is made from."""
    return range(0, len(spool), -(-len(spool) // PALETTE_FRAMES))


def patience_for(spool: FrameSpool) -> float:
    """How patient ``index_frames`` should be with this clip."""
    return PATIENCE_WHEN_OPAQUE if spool.opaque else PATIENCE
