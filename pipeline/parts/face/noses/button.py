"""A button nose."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.face.noses import nose_touch
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import NoseStyle
from pipeline.types.spec import Build, Nose


def draw(kit: FaceKit) -> None:
    """A bow under a light."""
    nose_touch(kit)
    skin, y = kit.tones.skin, kit.figure.nose
    kit.pen.stroke([(-4.2, y + 1.2, 90), (0, y + 3.2, 92), (4.2, y + 1.2, 90)], 0.85, skin.line, Layer.FEATURES)
    kit.pen.fill(
        [(-3, y - 4, 91), (0, y - 6, 92), (3, y - 4, 91), (0, y - 2, 92)], fade(skin.shine, 0.9), Layer.FEATURES
    )


PART: Final = NoseStyle(
    Nose.BUTTON,
    draw=draw,
    words={
        "en": "button nose, snub nose, round nose",
        "ja": "団子鼻, 丸い鼻, だんご鼻",
    },
    weights={Build.FEMALE: 2, Build.MALE: 0.4, Build.ANDROGYNOUS: 1},
)
