"""A nose that is but a dot."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.face.noses import nose_light, nose_touch
from pipeline.drawing.pen import Layer
from pipeline.parts.records import NoseStyle
from pipeline.types.spec import Build, Nose


def draw(kit: FaceKit) -> None:
    """A dot and the light above it."""
    nose_touch(kit)
    skin, y = kit.tones.skin, kit.figure.nose
    kit.pen.fill([(-0.6, y, 91), (1.2, y - 1.6, 91), (2.8, y, 91), (1.1, y + 1.5, 91)], skin.dark, Layer.FEATURES)
    nose_light(kit)


PART: Final = NoseStyle(
    Nose.DOT,
    draw=draw,
    words={
        "en": "dot nose, tiny nose, small nose",
        "ja": "点鼻, 小さい鼻, 小さな鼻",
    },
    weights={Build.FEMALE: 4, Build.MALE: 1, Build.ANDROGYNOUS: 2},
)
