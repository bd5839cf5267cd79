"""From coloured frames to palette indices, steady in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from pipeline.encode.palette import OPAQUE_FROM, TRANSPARENT, Palette
from pipeline.encode.spool import Frame

Indices = npt.NDArray[np.uint8]
"""uint8 [H, W]: palette indices; 0 is transparent."""


def index_frames(
    frames: Iterable[Frame], palette: Palette, patience: float, opaque_from: int = OPAQUE_FROM
) -> Iterator[Indices]:
    """Each frame in palette indices; pixels of less alpha than ``opaque_from`` (1-255) are transparent.

    A pixel keeps the index that it shows while that is within ``patience`` (OKLab distance; 0.01 is just visible) of
    the colour it should have: less flicker, and fewer changes to store. The error never grows beyond that.
    """
    shown: Indices | None = None
    for frame in frames:
        cells = palette.cells_of(frame)
        wanted = palette.nearest(cells, frame[..., 3] >= opaque_from)
        if shown is not None and patience > 0:
            flat, before = wanted.reshape(-1), shown.reshape(-1)
            changed = np.flatnonzero((flat != before) & (flat != TRANSPARENT) & (before != TRANSPARENT))
            error = palette.error(cells.reshape(-1)[changed], before[changed])
            kept = changed[error <= patience]
            flat[kept] = before[kept]
        shown = wanted
        yield wanted
