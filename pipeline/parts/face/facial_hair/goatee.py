"""A moustache and a pointed tuft on the chin."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.face.beards import draw_moustache, facial_ramp
from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.pen import Layer
from pipeline.parts.records import FacialHairStyle
from pipeline.types.spec import Build, FacialHair


def draw(kit: FaceKit) -> None:
    """A moustache and a pointed tuft on the chin."""
    figure, pen, ramp = kit.figure, kit.pen, facial_ramp(kit)
    mouth, chin = figure.mouth, figure.chin
    half = np.array([(0, mouth + 11), (9, mouth + 13), (16, chin - 10), (13, chin + 5), (5, chin + 15), (0, chin + 21)])
    tuft = np.vstack([half, (half * [-1, 1])[-2:0:-1]])
    whole = pen.fill(figure.on_face(tuft, 4), ramp.base, Layer.FEATURES, SKULL, (0, 5))
    with pen.clipped(whole):
        dark = [(3, mouth + 8), (20, mouth + 12), (18, chin + 12), (0, chin + 22), (7, chin)]
        pen.fill(figure.on_face(dark, 4), ramp.shade, Layer.FEATURES, SKULL, (0, 3))
        for x in (-8, -3, 3, 8):
            run = [(x, mouth + 18), (x * 0.9, chin + 2), (x * 0.3, chin + 16)]
            pen.line(figure.on_face(run, 4), [0.2, 0.9, 0.1], ramp.deep, Layer.FEATURES, SKULL, detail=0.2)
    ring = figure.on_face(np.vstack([tuft, tuft[:1]]), 4)
    pen.line(ring, 1.0, ramp.line, Layer.FEATURES, SKULL, (0, 5))
    draw_moustache(kit, 27, -4, 0.7)


PART: Final = FacialHairStyle(
    FacialHair.GOATEE,
    draw=draw,
    words={
        "en": "goatee, chin beard, van dyke, soul patch, goatee beard, chin tuft, circle beard",
        "ja": "ヤギひげ, 山羊髭, あごひげ, 顎髭, 顎ひげ",
    },
    weights={Build.MALE: 0.03},
)
