"""A drawing's marks and paints as JSON; docs/puppet.md has the format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.drawing.palette import Colour
from pipeline.drawing.pen import Drawing, Linear, Paint, Radial
from pipeline.posers.rig.export.columns import differences, numbers


class _Numbered(dict[Any, int]):
    """Things in the order in which they were first seen, by number."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = len(self)
        return self[thing]


def packed_marks(drawing: Drawing, dials: Sequence[str]) -> dict[str, Any]:
    """Paints, clips and marks, in the order in which they are painted; ``dials`` are numbered as in this list."""
    paints, clips = _Numbered(), _Numbered()
    marks = drawing.marks
    packed = {
        "count": numbers([len(mark.curves) for mark in marks]),
        "curves": differences([curve for mark in marks for curve in mark.curves]),
        "paint": numbers([paints[mark.paint] for mark in marks]),
        "clip": numbers([clips[mark.clip] if mark.clip else -1 for mark in marks]),
        "dial": numbers([dials.index(mark.dial) if mark.dial else -1 for mark in marks]),
        "detail": [mark.detail for mark in marks],
        "shifts": [[number, *mark.shift] for number, mark in enumerate(marks) if any(mark.shift)],
    }
    return {
        "paints": [_packed_paint(paint) for paint in paints],
        "clips": [list(clip) for clip in clips],
        "marks": packed,
    }


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
