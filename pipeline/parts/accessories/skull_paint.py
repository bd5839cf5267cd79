"""A painted skull: dark sockets, a nose, a row of teeth."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory

_INK: Final = (38, 32, 44, 255)


def draw(kit: AccessoryKit) -> None:
    """Sockets around the eyes, a heart upside down for the nose, teeth along the mouth to the cheeks, a crack."""
    figure, pen = kit.figure, kit.pen
    ex, ey = figure.eye
    s, mouth = figure.eye_scale, figure.mouth
    for sign in (-1, 1):
        angle = np.linspace(0, 2 * np.pi, 17)[:-1]
        socket = np.column_stack([sign * ex + 37 * s * np.cos(angle), ey + 1 + 36 * s * np.sin(angle)])
        pen.fill(figure.on_face(socket, 0.5), fade(_INK, 0.94), Layer.FEATURES)
        nose = [(0, figure.nose - 12), (sign * 8, figure.nose + 1), (sign * 6, figure.nose + 7), (0, figure.nose + 1)]
        pen.fill(figure.on_face(nose, 3), _INK, Layer.FEATURES, corners=(0, 3))
        jaw = [(sign * 18, mouth + 1), (sign * 36, mouth - 2), (sign * 52, mouth - 12)]
        pen.line(figure.on_face(jaw, 1), [1.8, 1.4, 0.4], _INK, Layer.FEATURES)
    for x in (-44, -33, -22, -11, 0, 11, 22, 33, 44):
        y = mouth - (x / 30) ** 2 * 3
        tooth = [(x, y - 9), (x * 1.02, y), (x, y + 9)]
        pen.line(figure.on_face(tooth, 1.5), [0.3, 1.3, 0.3], fade(_INK, 0.9), Layer.FEATURES)
    crack = [(20, ey - 74), (26, ey - 60), (21, ey - 52), (29, ey - 42)]
    pen.line(figure.on_face(crack, 1), [0.3, 1.3, 1.2, 0.3], _INK, Layer.FEATURES, corners=(1, 2))


PART: Final = AccessoryStyle(
    Accessory.SKULL_PAINT,
    draw=draw,
    words={
        "en": "skull face paint, skull makeup, skull paint, skull face, painted skull, sugar skull makeup, "
        "sugar skull, "
        "calavera, skeleton makeup",
        "ja": "ドクロメイク, 骸骨メイク, ガイコツメイク",
    },
)
