"""A framing that fits the character: large heads, buns, ears and tails get a little more room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.drawing.body import HEAD_CENTRE
from pipeline.posers.place import CENTRE_X, CENTRE_Y, UNITS
from pipeline.posers.rig.character import DrawnCharacter
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.posers.rig.face.jaw import JAW_DROP
from pipeline.types import BUST, FACE, FULL, Framing
from pipeline.types.arrays import BoolArray, FloatArray
from pipeline.types.frames import GROWTH

_AIR = 0.025
"""Air at the top and the sides, as a share of the framing."""
MARGIN: Final = 120.0
"""Design units: what does not swing never moves farther than this out of its place at rest."""
_SMALL: Final = 0.45
"""Pixels of the screen for a unit of the framing below which a face is small."""
_SHRUNK: Final = 0.375
"""Pictures of a face alone are emoji: lines of text show 128 pixels as 48."""
_UNDER_CHIN: Final = 9.0
"""Design units that are seen below a long chin."""
_BELOW = 90.0
"""Design units: what hangs lower than this may leave the picture at its sides."""


def is_small(size: int, framing: Framing) -> bool:
    """Whether a face is seen so small in a picture of ``size`` pixels that its features have to be exaggerated."""
    shown = _SHRUNK if framing.side < (FACE.side + BUST.side) / 2 else 1.0
    return size * shown < _SMALL * framing.side


def fitted(framing: Framing, drawn: DrawnCharacter) -> Framing:
    """The framing, grown upward and to both sides as far as this character's head needs; its lower edge stays, except
    below the chin of a large head.

    It depends on the character at rest alone, so all frames of a clip have the same one. The whole picture stays whole;
    a mascot, which ends above its lower edge, fills it.
    """
    if framing == FULL:
        return _whole(drawn) if drawn.figure.mascot and drawn.figure.art.soft else framing
    flat, painted = _at_rest(drawn)
    head = flat[painted & (drawn.drawing.mesh.head > 0.9) & (flat[:, 1] < _BELOW)]
    top = CENTRE_Y + float(head[:, 1].min()) / UNITS
    centre = framing.x + framing.side / 2
    half = max(abs(CENTRE_X + float(x) / UNITS - centre) for x in (head[:, 0].min(), head[:, 0].max()))
    bottom = framing.y + framing.side
    most = framing.side * GROWTH
    if framing == FACE and drawn.figure.mascot:
        most *= drawn.figure.art.mascot_room
    if drawn.figure.mascot or (drawn.figure.art.soft and drawn.figure.head_scale > 1):
        # The chin of a large head hangs lower than that of a usual one, and lower still when the jaw drops, for which
        # there is room unless a hat needs it.
        scale = drawn.figure.head_scale
        chin = CENTRE_Y + ((drawn.figure.chin - HEAD_CENTRE) * scale + HEAD_CENTRE) / UNITS
        lowest = top + most * (1 - _AIR)
        bottom = max(bottom, chin, min(chin + JAW_DROP * scale / UNITS, lowest))
    elif drawn.figure.crown < 1:
        # A man's chin hangs lower, and his head is no taller.
        bottom = max(bottom, CENTRE_Y + (drawn.figure.chin + _UNDER_CHIN) / UNITS)
    needed = (bottom - top) / (1 - _AIR)
    # A face stays large: tails of hair may leave its picture at the sides, an animal's cheeks may not.
    if framing != FACE or drawn.figure.mascot:
        needed = max(needed, 2 * half / (1 - 2 * _AIR))
    side = min(max(framing.side, needed), most)
    return Framing(centre - side / 2, bottom - side, side)


def _at_rest(drawn: DrawnCharacter) -> tuple[FloatArray, BoolArray]:
    """The mesh's points at rest on the picture [N, 2], and which of them are painted [N]."""
    mesh = drawn.drawing.mesh
    painted = np.zeros(len(mesh.rest), np.bool_)
    for curve in {curve for mark in drawn.drawing.marks for curve in mark.curves}:
        painted[mesh.curves[curve].start : mesh.curves[curve].stop] = True
    deform = Deformer(mesh.head, mesh.turn, mesh.wrap, drawn.figure.head_scale, drawn.figure.art.turn)
    return deform(mesh.rest, Stance()), painted


def _whole(drawn: DrawnCharacter) -> Framing:
    """The least square about the middle that shows a character from ears to soles."""
    flat, painted = _at_rest(drawn)
    low = flat[painted & (drawn.drawing.mesh.head < 0.1)]
    high = flat[painted & (drawn.drawing.mesh.head > 0.9)]
    top, bottom = (CENTRE_Y + float(y) / UNITS for y in (high[:, 1].min(), low[:, 1].max()))
    half = float(np.abs(flat[painted, 0]).max()) / UNITS
    side = max(bottom - top, 2 * half) / (1 - 2 * _AIR)
    return Framing(CENTRE_X - side / 2, (top + bottom - side) / 2, side)


@dataclass(frozen=True)
class Placement:
    """Where the design lies on a canvas.

    Attributes:
        scale: pixels per design unit.
        shift: float64 [2], pixel (x, y) of the design's origin.
        line_scale: pixels per unit of a line's width.
    """

    scale: float
    shift: FloatArray
    line_scale: float

    @classmethod
    def of(cls, framing: Framing, size: float) -> Placement:
        """The placement in a square of ``size`` pixels that shows this part of the aligned picture."""
        scale = size / framing.side / UNITS
        shift = np.stack([CENTRE_X - framing.x, CENTRE_Y - framing.y]) * size / framing.side
        # Thin ink would fade out on small pictures, so it grows as they shrink.
        return cls(scale, shift, scale * np.maximum(1.0, (0.45 / scale) ** 0.75))
