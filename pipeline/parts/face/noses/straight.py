"""A nose with its bridge."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.face.noses import nose_light, nose_shade
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.pen import Layer
from pipeline.parts.records import NoseStyle
from pipeline.types.spec import Build, Nose


def draw(kit: FaceKit) -> None:
    """The shadow, the bridge in ink, the light."""
    skin, y = kit.tones.skin, kit.figure.nose
    nose_shade(kit)
    line = [(2.5, y - 26, 80), (2.8, y - 12, 86), (5.0, y + 0.5, 90), (1.2, y + 3.2, 90)]
    kit.pen.line(line, [0.08, 0.55, 0.85, 0.1], skin.line, Layer.FEATURES, HEAD, corners=(2,))
    nose_light(kit)


PART: Final = NoseStyle(
    Nose.STRAIGHT,
    draw=draw,
    words={
        "en": "straight nose, strong nose, long nose, big nose, high nose",
        "ja": "高い鼻, 鼻筋, 鼻が高い, まっすぐな鼻",
    },
    weights={Build.FEMALE: 0.3, Build.MALE: 2, Build.ANDROGYNOUS: 1},
)
