"""Light from the upper left: what hair and head throw on face and shoulders, and how the hair rounds off."""

from __future__ import annotations

import numpy as np

from pipeline.posers.rig.drawing import Layer, Linear, Pen, Radial
from pipeline.posers.rig.geometry import Attach
from pipeline.posers.rig.palette import Colour, fade, lch
from pipeline.posers.rig.tones import Tones
from pipeline.types.spec import Finish, RigSpec

_ON_CLOTH: Colour = (92, 30, 76, 40)
"""A shadow over whatever is worn, and over skin between."""


def draw_light(pen: Pen, face: int, body: int, neck: int, spec: RigSpec, tones: Tones) -> None:
    """Shadows and light; call it when hair and clothes are drawn, as they throw and take them."""
    skin, casters = tones.skin, pen.casters
    soft = spec.finish is Finish.SOFT
    forehead = pen.axis((0, -90, 60), (0, 26, 80))
    with pen.clipped(face):
        fall = Linear(((0, fade(skin.shade, 0.9)), (0.4, fade(skin.shade, 0.5)), (1, fade(skin.shade, 0.0))), forehead)
        pen.paint(face, fall, Layer.FACE_TONE)
        if casters:
            pen.shadow(casters, skin.shade, Layer.FACE_TONE, (4.0, 10.0))
            if soft:
                pen.shadow(casters, fade(skin.deep, 0.45), Layer.FACE_TONE, (2.0, 5.0))
        if soft:
            glow = pen.axis((-40, 40, 70), (30, 90, 60))
            warm = fade(skin.shine, 0.55)
            pen.paint(face, Radial(((0, warm), (1, fade(warm, 0.0))), glow), Layer.FACE_TONE)
    with pen.clipped(neck):
        if casters:
            pen.shadow(casters, skin.deep, Layer.BODY, (6.0, 16.0))
    if not casters:
        return
    with pen.clipped(body):
        pen.shadow(casters, _ON_CLOTH, Layer.OUTFIT_OVER, (8.0, 18.0))
    _round_hair(pen, tones, 1.35 if soft else 1.0)


def _round_hair(pen: Pen, tones: Tones, strength: float) -> None:
    """One round gradient over all front hair together: light where the ball of the head faces the light."""
    hair = tones.hair
    axis = pen.axis((-26, -62, 60), (150, 60, 0), Attach(turn=0.35))
    light = lch(min(0.97, hair.lch.lightness + 0.16), hair.lch.chroma * 0.7, hair.lch.toward_hue(85, 0.15))
    stops = (
        (0.0, fade(light, 0.30 * strength)),
        (0.35, fade(light, 0.05 * strength)),
        (0.60, fade(hair.deep, 0.10 * strength)),
        (1.0, fade(hair.dark, 0.42 * strength)),
    )
    pen.paint(tuple(np.unique(pen.casters).tolist()), Radial(stops, axis), Layer.HAIR_LIGHT)
