"""A patch over the character's left eye, held by a band."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer, Linear
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory, Age, Outfit

_PIRATES: Final = {Accessory.PIRATE_HAT, Accessory.SWORD}
"""Who wears one of these has no patch of gauze, but a black one."""
_ROUGH: Final = {Outfit.CAPE, Outfit.ARMOUR, Outfit.COAT, Outfit.HAKAMA}


def draw(kit: AccessoryKit) -> None:
    """A patch over the character's left eye, held by a band."""
    figure, pen = kit.figure, kit.pen
    usual = kit.tones.black if figure.art.poised and _is_black(kit) else kit.tones.white
    ramp = Ramp.cloth(kit.spec.accessory_colour) if kit.spec.accessory_colour else usual
    x, y = figure.eye
    band = np.array([(-84, y - 46), (-40, y - 38), (x - 24, y - 16), (x + 26, y - 10), (84, y - 4)], float)
    for width, colour in ((3.6, ramp.line), (2.7, ramp.shade)):
        pen.line(figure.on_face(band, 3), width, colour, Layer.FACE_WEAR)
    if figure.art.modelled:
        _pad(kit, ramp)
        return
    half = oval(x + 1, y + 4, 33, 31, 12) + np.array([0.0, 0.0])
    half[:, 1] += np.where(half[:, 1] > y, 3, 0)
    axis = pen.axis((x - 20, y - 26, 70), (x + 20, y + 34, 60))
    kit.piece(
        figure.on_face(half, 9),
        Linear(((0, ramp.light), (0.6, ramp.base), (1, ramp.shade)), axis),
        ramp.line,
        Layer.FACE_WEAR,
    )
    seam = oval(x + 1, y + 5, 27, 25, 12)
    pen.line(figure.on_face(np.vstack([seam, seam[:1]]), 9.5), 0.5, ramp.shade, Layer.FACE_WEAR, detail=0.2)


def _is_black(kit: AccessoryKit) -> bool:
    """Whether the patch is one of cloth for life: gauze is for the young in what they wear every day."""
    grown = kit.spec.age in (Age.ADULT, Age.ELDER)
    return grown or kit.spec.outfit in _ROUGH or not _PIRATES.isdisjoint(kit.spec.accessories)


_PAD: Final = ((-30, -16), (-20, -25), (16, -27), (31, -19), (32, 14), (21, 27), (-14, 28), (-29, 17))
_DARK_SIDE: Final = ((31, -19), (32, 14), (21, 27), (-14, 28), (10, 20), (23, 6))
"""Around the eye's middle, in units for eyes of the usual size."""


def _pad(kit: AccessoryKit, ramp: Ramp) -> None:
    """A flat pad of gauze with a seam around it, dark on the side away from the light."""
    figure, pen = kit.figure, kit.pen
    eye = np.array([figure.eye[0] + 1, figure.eye[1]])
    size = 0.4 + 0.6 * figure.eye_scale

    def at(points: npt.ArrayLike, share: float = 1.0, lift: float = 5.0) -> FloatArray:
        return figure.on_face(eye + np.asarray(points, np.float64) * size * share, lift)

    x, y = figure.eye
    for band in ([(x + 22, y + 20), (x + 32, y + 25), (84, y + 32)], [(x - 24, y + 18), (-20, y + 34), (-84, y + 46)]):
        for width, colour in ((3.2, ramp.line), (2.3, ramp.shade)):
            pen.line(figure.on_face(band, 3), width, colour, Layer.FACE_WEAR)
    kit.piece(at(_PAD), ramp.base, ramp.line, Layer.FACE_WEAR)
    pen.fill(at(_DARK_SIDE), ramp.shade, Layer.FACE_WEAR, corners=(0, 3))
    seam = at(_PAD, 0.80, 5.5)
    pen.line(np.vstack([seam, seam[:1]]), 0.6, ramp.deep, Layer.FACE_WEAR, detail=0.2)
    for slope in (-1, 1):
        for place in (-12, 0, 12):
            weave = [(place - 9, -9 * slope + 1), (place + 9, 9 * slope + 1)]
            pen.line(at(weave, 0.8, 5.5), [0.1, 0.1], ramp.deep, Layer.FACE_WEAR, detail=0.4)


PART: Final = AccessoryStyle(
    Accessory.EYE_PATCH,
    draw=draw,
    words={
        "en": "eye patch, eyepatch, medical eyepatch, one eyed",
        "ja": "眼帯, アイパッチ, 独眼",
    },
    chance=0.008,
    spots=(Spot.EYES,),
)
