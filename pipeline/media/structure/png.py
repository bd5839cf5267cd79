"""Animated PNG."""

from __future__ import annotations

import mmap

from pipeline.media.boxes import big
from pipeline.media.structure.count import Count


def walk_png(data: mmap.mmap, count: Count) -> None:
    """Counts texts."""
    at = 8
    while at + 8 <= len(data):
        count.box()
        if data[at + 4 : at + 8] in (b"tEXt", b"zTXt", b"iTXt"):
            count.tags()
        at += 12 + big(data, at)
