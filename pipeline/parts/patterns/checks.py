"""Tartan: broad bars that cross, and threads between them."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.outfits.patterns import BAND, Ground
from pipeline.drawing.palette import fade
from pipeline.parts.records import PatternStyle
from pipeline.types.spec import Pattern


def draw(ground: Ground) -> None:
    """Tartan: broad bars that cross, and threads between them."""
    bar, thread = fade(ground.ramp.dark, 0.42), fade(ground.contrast, 0.75)
    rows, columns = np.arange(-60, ground.long + 30, 34.0), np.arange(-ground.half - 12, ground.half + 30, 34.0)
    ground.cover([ground.down(u, 15.0) for u in columns], bar, BAND)
    ground.cover([ground.across(v, 15.0) for v in rows], bar, BAND)
    threads = [ground.down(u + 24.0, 2.0) for u in columns] + [ground.across(v + 24.0, 2.0) for v in rows]
    ground.cover(threads, thread, BAND)


PART: Final = PatternStyle(
    Pattern.CHECKS,
    draw=draw,
    words={
        "en": "plaid, checkered, checked, tartan, gingham, plaid pattern, chequered, plaid print",
        "ja": "チェック, チェック柄, 格子柄, タータン, タータンチェック",
    },
)
