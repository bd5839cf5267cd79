"""Vitiligo: patches of lighter skin around eye, mouth and brow."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade, lch, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory

_PALE: Final = lch(0.93, 0.028, 55)
_EDGE: Final = (1.0, 0.82, 1.08, 0.78, 1.05, 0.9, 1.12, 0.8, 0.96, 1.1, 0.84, 1.02)
"""How far the rim of a patch lies from its middle, all the way round: never a circle."""


def draw(kit: AccessoryKit) -> None:
    """Three patches with uneven rims, the largest around the eye at the viewer's left."""
    figure, pen, skin = kit.figure, kit.pen, kit.tones.skin
    ex, ey = figure.eye
    paint = mix(skin.base, _PALE, 0.72 if skin.lch.lightness < 0.8 else 0.5)
    for x, y, rx, ry, turn in (
        (-ex - 4, ey + 2, 33, 30, 0),
        (15, figure.mouth + 2, 25, 15, 4),
        (ex - 8, ey - 46, 20, 13, 7),
    ):
        patch = _patch(x, y, rx, ry, turn)
        pen.fill(figure.on_face(patch, 0.5), fade(paint, 0.95), Layer.FACE_TONE)


def _patch(x: float, y: float, rx: float, ry: float, turn: int) -> FloatArray:
    """An uneven outline around a point, [12, 2]."""
    angle = np.linspace(0, 2 * np.pi, len(_EDGE) + 1)[:-1]
    reach = np.roll(_EDGE, turn)
    return np.column_stack([x + rx * reach * np.cos(angle), y + ry * reach * np.sin(angle)])


PART: Final = AccessoryStyle(
    Accessory.VITILIGO,
    draw=draw,
    words={"en": "vitiligo on the face", "ja": "顔の白斑"},
)
