"""Garments without sleeves: what is worn on straps, and leaves the arms bare."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import silhouette
from pipeline.drawing.geometry import BODY, mirrored
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import model_torso
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer

_ARMPIT = 84.0
"""How far the armholes lie below the shoulders' height."""


def bodice(
    kit: OutfitKit, neckline: npt.ArrayLike, strap: float, ramp: Ramp, hem: float, out: float = 1.0, dip: float = 9.0
) -> int:
    """The torso in cloth, open at neck and arms. Returns its curve.

    Args:
        neckline: right half, from the strap's inner edge to the middle (x = 0), [n, 2].
        strap: how wide the straps are, design units.
        hem: where it ends, below the shoulder's height.
        out: thickness of the cloth over the body.
        dip: how much lower it ends in the middle.
    """
    kit.thickness = out
    y, w = kit.figure.shoulder_y, kit.figure.shoulder
    neck = np.array(neckline, np.float64)
    side = silhouette(kit.figure, out)
    ends = np.array([neck[0], (neck[0, 0] + strap, neck[0, 1] + 4)])
    if kit.art.graded and not kit.figure.mascot:
        # Straps lie on the shoulder, however much that slopes.
        ends[:, 1] = np.interp(ends[:, 0], side[:3, 0], side[:3, 1]) - 1.5
        neck[0] = ends[0]
    side = side[(side[:, 1] > y + _ARMPIT) & (side[:, 1] < y + hem - 4)]
    full = silhouette(kit.figure, out)
    low = (float(np.interp(y + hem, full[3:, 1], full[3:, 0])), y + hem)
    outer = (float(ends[1, 0]), float(ends[1, 1]))
    hole = [outer, (outer[0] + 2, y + 30), (w * 0.70, y + 62), (side[0, 0], y + _ARMPIT)]
    right = np.vstack([neck[::-1], hole, side, [low]])
    left = mirrored(right)[::-1]
    middle = 1 if abs(neck[-1, 0]) < 0.5 else 0
    outline = np.vstack([left, right[middle:], [(low[0] * 0.45, y + hem + dip), (-low[0] * 0.45, y + hem + dip)]])
    count, foot = len(left), len(outline) - 2
    at = count - 1 + len(neck)
    corners = (0, foot - 1, at, at - 1, 2 * count - 1 - middle - at, 2 * count - middle - at)
    curve = kit.pen.fill(kit.on_body(outline), kit.cloth(ramp), Layer.OUTFIT, BODY, corners)
    if kit.art.rounded:
        kit.torso = curve
    if kit.art.limbs:
        kit.cover_trunk((curve,), ramp, hem)
        model_torso(kit.pen, kit.figure, kit.spec, (curve,), ramp, Layer.OUTFIT)
    strap_ends = (len(neck) - 1, len(neck))
    mirrored_ends = tuple(count - 1 - end for end in strap_ends)
    for half, ends_of in ((right, strap_ends), (left, mirrored_ends)):
        sharp = ends_of if kit.art.rounded else ()
        kit.pen.line(kit.on_body(half), 1.2, ramp.line, Layer.OUTFIT, BODY, sharp)
    edge = np.vstack([right[-1:], outline[foot:], left[:1]])
    kit.pen.line(kit.on_body(edge), 1.2, ramp.line, Layer.OUTFIT, BODY)
    return curve
