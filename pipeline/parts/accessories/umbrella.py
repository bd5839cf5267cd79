"""An open umbrella that leans on the shoulder, its canopy behind the head."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from pipeline.drawing.accessories.held import Grip, held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import BODY, OUTLINE, Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory

_PANELS: Final = 10
_CENTRE: Final = np.array([24.0, -36.0])
"""Where the ribs meet, behind the head, in design units."""
_WIDE, _HIGH, _TILT = 208.0, 188.0, np.radians(14)


def draw(kit: AccessoryKit) -> None:
    """The inside of the canopy, panel by panel; the stick from its middle to the fist; a crooked handle."""
    ramp, wood = kit.ramp("#c23b4e"), Ramp.cloth("#6a4a38", kit.tones.look)
    with held(kit) as grip:
        _canopy(kit, ramp)
        top = np.array([_CENTRE[0], _CENTRE[1]])
        above = float(kit.figure.head_scale > 1)
        run = np.column_stack([np.vstack([top, grip.centre]), np.full(2, -44.0)])
        for width, paint in ((7.0, wood.line), (4.6, wood.base)):
            kit.pen.line(run, width, paint, Layer.BEHIND, Attach(head=[above, 0.0], turn=0.0))
        _handle(grip, wood)


def _handle(grip: Grip, wood: Ramp) -> None:
    """The stick's end below the fist, bent round."""
    lean = (grip.centre - _CENTRE) / np.hypot(*(grip.centre - _CENTRE))
    way = np.array([lean[0], -lean[1]])
    end = way * 62
    crook = np.vstack(
        [[way * reach for reach in (-26.0, 0.0, 40.0, 62.0)], end + np.array([(8, -14), (24, -14), (28, 2)])]
    )
    for width, paint in ((9.0, wood.line), (6.4, wood.base), (1.4, wood.light)):
        grip.stroke(crook, width, paint)


def _canopy(kit: AccessoryKit, ramp: Ramp) -> None:
    # A small body is pushed together below its large head, over which the canopy lies.
    fix = OUTLINE if kit.figure.head_scale > 1 else BODY

    def on(points: FloatArray, depth: float = -46.0) -> FloatArray:
        return np.column_stack([points, np.full(len(points), depth)])

    angles = np.linspace(0, 2 * np.pi, _PANELS + 1) + 0.2
    ribs = np.array([_rim(angle) for angle in angles])
    for place, (first, last) in enumerate(pairwise(range(len(ribs)))):
        middle = _rim((angles[first] + angles[last]) / 2)
        dent = middle + (_CENTRE - middle) * 0.10
        panel = on(np.array([_CENTRE, ribs[first], dent, ribs[last]]))
        away = ribs[first][0] + ribs[last][0] > 2 * _CENTRE[0] + 60
        usual = ramp.shade if place % 2 else ramp.base
        kit.pen.fill(panel, ramp.deep if away and place % 2 else usual, Layer.BEHIND, fix, (0, 1, 3))
        kit.pen.line(panel[1:], [1.6, 1.9, 1.6], ramp.line, Layer.BEHIND, fix)
        hem = on(
            np.array(
                [ribs[first] * 0.95 + _CENTRE * 0.05, dent * 0.95 + _CENTRE * 0.05, ribs[last] * 0.95 + _CENTRE * 0.05]
            )
        )
        kit.pen.line(hem, 0.9, ramp.light, Layer.BEHIND, fix)
    for tip in ribs[:-1]:
        kit.pen.line(on(np.array([_CENTRE, tip])), [1.8, 1.1], ramp.line, Layer.BEHIND, fix)
        kit.pen.line(on(np.array([tip, tip + (tip - _CENTRE) * 0.035])), [2.0, 1.2], ramp.line, Layer.BEHIND, fix)


def _rim(angle: float) -> FloatArray:
    """A point of the canopy's edge, in design units."""
    flat = np.array([_WIDE * np.cos(angle), _HIGH * np.sin(angle)])
    turned = np.array([[np.cos(_TILT), -np.sin(_TILT)], [np.sin(_TILT), np.cos(_TILT)]])
    return np.asarray(_CENTRE + turned @ flat)


PART: Final = AccessoryStyle(
    Accessory.UMBRELLA,
    draw=draw,
    words={
        "en": "umbrella, parasol, holding umbrella, oil paper umbrella, open umbrella, umbrella in hand, "
        "with an umbrella, "
        "brolly",
        "ja": "傘, 日傘, 番傘, 和傘, パラソル, 傘をさした, 傘をさしている",
        "*": "☂, ☔, 🌂",
    },
    spots=(Spot.HAND,),
)
