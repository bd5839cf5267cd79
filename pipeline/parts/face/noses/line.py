"""A nose that is one short line."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.face.noses import nose_light, nose_touch
from pipeline.drawing.pen import Layer
from pipeline.parts.records import NoseStyle
from pipeline.types.spec import Build, Nose


def draw(kit: FaceKit) -> None:
    """A line and the light above it."""
    nose_touch(kit)
    skin, y = kit.tones.skin, kit.figure.nose
    kit.pen.line(
        [(1.5, y - 5, 88), (3.4, y + 0.5, 91), (0.6, y + 2.4, 90)], [0.1, 0.95, 0.15], skin.line, Layer.FEATURES
    )
    nose_light(kit)


PART: Final = NoseStyle(
    Nose.LINE,
    draw=draw,
    words={
        "en": "line nose, simple nose",
        "ja": "線の鼻, シンプルな鼻",
    },
    weights={Build.FEMALE: 2, Build.MALE: 3, Build.ANDROGYNOUS: 3},
)
