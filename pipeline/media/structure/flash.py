"""Flash video."""

from __future__ import annotations

import mmap

from pipeline.media.boxes import big
from pipeline.media.structure.count import MOST_SCRIPT_BYTES, Count


def walk_flash(data: mmap.mmap, count: Count) -> None:
    """Counts bytes of script data."""
    at = big(data, 5)
    while at + 15 <= len(data):
        count.box()
        kind, size = data[at + 4], big(data, at + 5, 3)
        if kind & 0x1F == 18:
            count("script", MOST_SCRIPT_BYTES, size)
        at += 15 + size
