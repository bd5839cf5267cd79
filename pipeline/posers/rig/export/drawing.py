"""A drawing as JSON: its mesh in columns of whole numbers, its paints and marks; docs/puppet.md has the format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.geometry import FrozenMesh, runs_back
from pipeline.drawing.palette import Colour
from pipeline.drawing.pen import Drawing, Linear, Mark, Paint, Radial
from pipeline.types.arrays import IndexArray

UNIT: Final = 0.005
"""Design units of a stored coordinate on the picture."""
DEPTH: Final = 0.01
"""Design units of a stored depth, which a turned head shows a part of, and of half of a line's width."""
SHARE: Final = 0.0001
"""Of a stored share of 1."""
REACH: Final = 0.0001
"""Of a stored share of a chain, whose tip swings by some tens of units."""


def differences(values: npt.ArrayLike, unit: float = 1.0) -> list[int]:
    """Numbers as whole multiples of ``unit``, each less the one before it: long runs of them pack well."""
    whole = np.rint(np.asarray(values, np.float64) / unit).astype(np.int64)
    return [int(step) for step in np.diff(whole, prepend=0)]


def bends(values: npt.ArrayLike, unit: float) -> list[int]:
    """The differences of their differences: numbers along smooth curves pack better so."""
    return differences(differences(values, unit))


def packed_mesh(mesh: FrozenMesh, moved: IndexArray, kinds: list[int]) -> dict[str, Any]:
    """The mesh; ``moved`` [M] are coordinates that a program writes anyway (see ``Moves``), ``kinds`` [N] says which
    program deforms a point.
    """
    # What is never read costs the least as what stood before it.
    still = mesh.rest.T.ravel().copy()
    still[moved] = np.nan
    for axis in still.reshape(3, -1):
        last = 0.0
        for index in np.flatnonzero(np.isnan(axis)):
            axis[index] = axis[index - 1] if index else last
    corner = np.zeros(len(mesh.rest), np.int64)
    for curve in mesh.curves:
        corner[[curve.start + index for index in curve.corners]] = 1
    x, y, z = still.reshape(3, -1)
    return {
        "unit": UNIT,
        "depth": DEPTH,
        "share": SHARE,
        "reach": REACH,
        "curves": {
            "points": differences([curve.stop - curve.start for curve in mesh.curves]),
            "line": differences([curve.widths is not None for curve in mesh.curves]),
            "back": differences([curve.widths is None and runs_back(curve, mesh.rest) for curve in mesh.curves]),
        },
        "points": {
            "x": bends(x, UNIT),
            "y": bends(y, UNIT),
            "z": differences(z, DEPTH),
            "head": differences(mesh.head, SHARE),
            "turn": differences(mesh.turn, SHARE),
            "kind": differences(kinds),
            "chain": differences(mesh.chain),
            "reach": bends(mesh.reach, REACH),
            "width": differences(mesh.width, UNIT),
            "corner": differences(corner),
        },
    }


class _Numbered(dict[Any, int]):
    """Things in the order in which they were first seen, by number."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = len(self)
        return self[thing]


def packed_marks(drawing: Drawing, dials: Sequence[str]) -> dict[str, Any]:
    """Paints, clips and marks, in the order in which they are painted; ``dials`` are numbered as in this list."""
    paints, clips = _Numbered(), _Numbered()
    marks = [_packed_mark(mark, paints, clips, dials) for mark in drawing.marks]
    return {
        "paints": [_packed_paint(paint) for paint in paints],
        "clips": [list(clip) for clip in clips],
        "marks": marks,
    }


def _packed_mark(mark: Mark, paints: _Numbered, clips: _Numbered, dials: Sequence[str]) -> dict[str, Any]:
    packed: dict[str, Any] = {"curves": list(mark.curves), "paint": paints[mark.paint]}
    if mark.clip:
        packed["clip"] = clips[mark.clip]
    if mark.dial:
        packed["dial"] = dials.index(mark.dial)
    if mark.detail:
        packed["detail"] = mark.detail
    if any(mark.shift):
        packed["shift"] = list(mark.shift)
    return packed


def _packed_paint(paint: Paint) -> str | dict[str, Any]:
    match paint:
        case Linear(stops, axis):
            kind = "linear"
        case Radial(stops, axis):
            kind = "radial"
        case _:
            return _colour(paint)
    return {kind: axis.first, "stops": [[round(float(share), 4), _colour(colour)] for share, colour in stops]}


def _colour(colour: Colour) -> str:
    """As in CSS: #rrggbb, or #rrggbbaa."""
    return "#" + bytes(int(part) for part in colour).hex().removesuffix("ff" if colour[3] == 255 else "")
