"""A framing that fits the character: large heads, buns, ears and tails get a little more room."""

from __future__ import annotations

import numpy as np

from pipeline.posers.rig.character import DrawnCharacter
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.types import FULL, Framing

CENTRE_X, CENTRE_Y, UNITS = 256.0, 132.0, 2.0
"""Where the origin of the design lies in the aligned picture, and design units per pixel of it."""
_MOST = 1.18
"""How far a framing may grow."""
_MARGIN = 0.025
"""Air at the top and the sides, as a share of the framing."""
_BELOW = 90.0
"""Design units: what hangs lower than this may leave the picture at its sides."""


def fitted(framing: Framing, drawn: DrawnCharacter) -> Framing:
    """The framing, grown upward and to both sides as far as this character's head needs; its lower edge stays.

    It depends on the character at rest alone, so all frames of a clip have the same one. The whole picture stays whole.
    """
    if framing == FULL:
        return framing
    mesh = drawn.drawing.mesh
    painted = np.zeros(len(mesh.rest), np.bool_)
    for curve in {curve for mark in drawn.drawing.marks for curve in mark.curves}:
        painted[mesh.curves[curve].start : mesh.curves[curve].stop] = True
    flat = Deformer(mesh.head, mesh.turn, mesh.wrap, drawn.figure.head_scale)(mesh.rest, Stance())
    head = flat[painted & (mesh.head > 0.9) & (flat[:, 1] < _BELOW)]
    top = CENTRE_Y + float(head[:, 1].min()) / UNITS
    centre = framing.x + framing.side / 2
    half = max(abs(CENTRE_X + float(x) / UNITS - centre) for x in (head[:, 0].min(), head[:, 0].max()))
    bottom = framing.y + framing.side
    needed = max((bottom - top) / (1 - _MARGIN), 2 * half / (1 - 2 * _MARGIN))
    side = min(max(framing.side, needed), framing.side * _MOST)
    return Framing(centre - side / 2, bottom - side, side)
