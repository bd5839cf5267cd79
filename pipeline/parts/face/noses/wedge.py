"""A small pointed nose."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.face.noses import nose_light, nose_shade
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.pen import Layer
from pipeline.parts.records import NoseStyle
from pipeline.types.spec import Build, Nose


def draw(kit: FaceKit) -> None:
    """The shadow, a corner of ink, the light."""
    skin, y = kit.tones.skin, kit.figure.nose
    nose_shade(kit)
    line = [(2.6, y - 6, 88), (5.2, y + 1, 90), (1.2, y + 3.4, 90)]
    kit.pen.line(line, [0.1, 0.95, 0.12], skin.line, Layer.FEATURES, HEAD, corners=(1,))
    nose_light(kit)


PART: Final = NoseStyle(
    Nose.WEDGE,
    draw=draw,
    words={
        "en": "wedge nose, pointed nose, pointy nose, sharp nose",
        "ja": "尖った鼻, とがった鼻",
    },
    weights={Build.FEMALE: 1, Build.MALE: 2.5, Build.ANDROGYNOUS: 2},
)
