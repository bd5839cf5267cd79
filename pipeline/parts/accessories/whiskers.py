"""Three lines on each cheek."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Three lines on each cheek."""
    figure, pen = kit.figure, kit.pen
    line = fade(kit.tones.skin.line, 0.95)
    for sign in (-1, 1):
        for drop, tilt in ((-9, -5), (1, 0), (11, 5)):
            run = [
                (sign * 38, figure.nose + 5 + drop),
                (sign * 52, figure.nose + 4 + drop + tilt * 0.5),
                (sign * 66, figure.nose + 4 + drop + tilt),
            ]
            pen.line(figure.on_face(run, 1), [0.7, 1.5, 0.4], line, Layer.FEATURES)


PART: Final = AccessoryStyle(
    Accessory.WHISKERS,
    draw=draw,
    words={
        "en": "whisker, whisker marking, whisker mark, cat whisker, whiskers on face, fox whisker",
        "ja": "ひげ模様, 猫ひげ, 猫髭, ヒゲ模様, 猫のひげ",
    },
)
