"""A man's bare chest."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import silhouette
from pipeline.drawing.geometry import BODY, mirrored
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Axis, Layer, Linear
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Physique

_STRENGTH: Final = {Physique.MUSCULAR: 1.0, Physique.AVERAGE: 0.55, Physique.SLIM: 0.35, Physique.STOUT: 0.2}
"""How much is seen of muscles."""


def bare_chest(kit: OutfitKit) -> None:
    """Draws its light and shadow, from the collarbones to the belly: the stronger a man is, the more is seen of them."""
    figure, skin, pen = kit.figure, kit.tones.skin, kit.pen
    w, y, half = figure.shoulder, figure.shoulder_y, kit.waist[0]
    side = silhouette(figure)[:-1]
    torso = pen.shape(kit.on_body(np.vstack([side, mirrored(side)[::-1]])), BODY)
    strong = _STRENGTH[kit.spec.physique]

    def axis_of(ends: FloatArray) -> Axis:
        return pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)

    def soft(points: npt.ArrayLike, start: tuple[float, float], end: tuple[float, float], depth: float) -> None:
        """A shadow that fades from one place to another."""
        flat = np.asarray(points, np.float64)
        for sign in (-1, 1):
            ends = kit.on_body(np.array([start, end]) * [sign, 1] + [0, y])
            tone = Linear(((0, fade(skin.deep, depth)), (1, fade(skin.deep, 0.0))), axis_of(ends))
            pen.fill(kit.on_body(flat * [sign, 1] + [0, y]), tone, Layer.BODY, BODY, (0, len(flat) // 2))

    with pen.clipped(torso):
        ends = kit.on_body(np.array([(-half, y + 180.0), (half * 1.1, y + 220.0)]))
        clear = fade(skin.shade, 0.0)
        around = ((0, fade(skin.shade, 0.7)), (0.16, clear), (0.5, clear), (0.85, skin.shade), (1, skin.deep))
        box = [(-w - 20, y - 40), (w + 20, y - 40), (w + 20, y + 520), (-w - 20, y + 520)]
        pen.fill(kit.on_body(box), Linear(around, axis_of(ends)), Layer.BODY, BODY, (0, 1, 2, 3))
        pec, nipple = w / 118, fade(skin.dark, 0.8)
        soft(np.array([(5, 112), (38, 128), (72, 116), (90, 84), (84, 124), (40, 146), (6, 128)]) * [pec, 1.0],
             (40 * pec, 124), (40 * pec, 150), 0.45 + 0.4 * strong)  # fmt: skip
        soft([(half - 6, 140), (half * 0.62, 196), (half * 0.66, 262), (half * 0.5, 250), (half * 0.5, 190)],
             (half * 0.66, 210), (half * 0.42, 214), 0.35 * strong)  # fmt: skip
        for low in (158, 192, 226) if strong > 0.5 else ():
            soft([(3, low), (18, low + 5), (34, low - 1), (18, low + 12)], (18, low + 3), (18, low + 14), 0.5 * strong)
        for sign in (-1, 1):
            x, at = sign * 52 * pec, y + 112
            spot = [(x - 4, at), (x, at - 2.6), (x + 4, at), (x, at + 2.6)]
            pen.fill(kit.on_body(spot), nipple, Layer.BODY, BODY)
        middle = [(0, y + 66), (1.5, y + 112), (1, y + 170), (0, y + 250)]
        pen.stroke(kit.on_body(middle), 0.8 + 0.8 * strong, fade(skin.deep, 0.85), Layer.BODY, BODY, peak=0.4)
        navel = [(-3, y + 268), (0, y + 272), (3, y + 267)]
        pen.line(kit.on_body(navel), [0.2, 1.4, 0.2], skin.dark, Layer.BODY, BODY)
    for line in (side[5:], mirrored(side[5:])):
        pen.stroke(kit.on_body(line), 1.3, skin.line, Layer.BODY, BODY, peak=0.4)
