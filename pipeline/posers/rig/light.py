"""Light from the upper left: what hair and head throw on face and shoulders."""

from __future__ import annotations

from pipeline.posers.rig.drawing import Layer, Linear, Pen
from pipeline.posers.rig.figure import Figure
from pipeline.posers.rig.palette import fade
from pipeline.posers.rig.tones import Tones


def draw_light(pen: Pen, face: int, neck: int, figure: Figure, tones: Tones) -> None:
    """Shadows; call it when all hair is drawn, as that is what throws them."""
    skin = tones.skin
    forehead = pen.axis((0, -90, 60), (0, 26, 80))
    with pen.clipped(face):
        fall = Linear(((0, fade(skin.shade, 0.9)), (0.4, fade(skin.shade, 0.5)), (1, fade(skin.shade, 0.0))), forehead)
        pen.paint(face, fall, Layer.FACE_TONE)
        if pen.casters:
            pen.shadow(pen.casters, skin.shade, Layer.FACE_TONE, (4.0, 10.0))
    with pen.clipped(neck):
        if pen.casters:
            pen.shadow(pen.casters, skin.deep, Layer.BODY, (6.0, 16.0))
