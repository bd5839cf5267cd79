"""The body of a mascot: a soft pear with a pale belly, on two short legs, with short arms where an edition has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.animals.head import centred
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.body import SMALL_WIDTH, unsmall_body
from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.arms import arm_dial
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.palette import Colour
from pipeline.drawing.pen import Layer, Pen
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Arms, Coat, RigSpec

_DARK_ARMS: Final = (Coat.PANDA, Coat.POINTS)
_SHADOW: Final[Colour] = (88, 36, 92, 46)
Outline = tuple[tuple[float, float], ...]
"""Places as they are seen: x from the middle, y of the aligned picture in design units."""


@dataclass(frozen=True)
class _Plush:
    """The shape of a body: right halves of its outline, its pale belly and the shadow on its far side, and the right
    foot.

    Attributes:
        sharp: which points of the belly are tips of its fur and notches between them. low: how far down the shadow goes.
        toes: x of the lines between the toes, and y of their middle.
    """

    body: Outline
    bib: Outline
    sharp: tuple[int, ...]
    side: Outline
    foot: Outline
    under: Outline
    toes: tuple[float, float, float]


_LONG: Final = _Plush(
    body=((0, 140), (40, 150), (66, 180), (84, 226), (102, 290), (117, 370), (119, 440), (98, 498), (48, 520), (0, 522)),
    bib=(
        (0, 150), (48, 166), (66, 210), (54, 232), (70, 256), (58, 262), (76, 320), (84, 390), (72, 460), (40, 502),
        (0, 508),
    ),
    sharp=(2, 3, 4, 5),
    side=((70, 160), (70, 270), (88, 370), (72, 450), (0, 506), (-40, 600), (160, 600), (160, 160)),
    foot=((14, 500), (24, 470), (58, 458), (92, 470), (108, 502), (100, 540), (62, 556), (24, 544)),
    under=((8, 538), (62, 546), (112, 522), (116, 580), (8, 580)),
    toes=(48, 72, 538),
)  # fmt: skip
_ROUND: Final = _Plush(
    body=((0, 130), (52, 142), (88, 174), (112, 222), (132, 284), (143, 350), (138, 412), (110, 456), (58, 476), (0, 479)),
    bib=(
        (0, 150), (50, 168), (72, 206), (60, 228), (82, 250), (72, 262), (92, 306), (101, 360), (92, 414), (56, 456),
        (0, 464),
    ),
    sharp=(2, 3, 4, 5),
    side=((92, 150), (92, 240), (112, 320), (106, 384), (78, 432), (0, 462), (-60, 560), (180, 560), (180, 150)),
    foot=((18, 466), (26, 430), (62, 412), (102, 422), (122, 458), (114, 496), (70, 513), (30, 502)),
    under=((10, 492), (70, 502), (124, 476), (130, 540), (10, 540)),
    toes=(54, 82, 494),
)  # fmt: skip
_UNDER_HEAD: Final = (
    (-120, 120), (-104, 176), (-62, 196), (0, 206), (70, 208), (112, 196), (128, 176), (140, 150), (140, 120),
)  # fmt: skip
"""The shadow of the head."""
_ARM: Final = (
    (72, 196),
    (92, 188),
    (114, 196),
    (141, 232),
    (160, 272),
    (164, 304),
    (146, 322),
    (120, 314),
    (104, 286),
    (88, 246),
)
"""A short arm that stands off a little; its first and last point lie within the body."""
_SHOULDER: Final = (88.0, 208.0)
"""Where it turns."""
_LIFTS: Final[Mapping[Arms, tuple[float, float]]] = {
    Arms.WAVING: (76, 0), Arms.HEART: (-62, 0), Arms.CLASPED: (-50, -50), Arms.CROSSED: (-62, -62),
    Arms.ONE_HIP: (28, 0), Arms.BOTH_HIPS: (28, 28),
}  # fmt: skip
"""By how many degrees the viewer's left arm and the right one are lifted outward; inward where it is less than nothing."""
_HOLDING: Final = 34.0
"""The same of the arm that holds something."""


def plush_kit(pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, feet: str = "") -> AnimalKit:
    """What a plush body is drawn with; the arms of some coats are as dark as their ears. ``feet``: see ``AnimalKit``."""
    return AnimalKit(pen, figure, spec, tones, tipped=spec.coat in _DARK_ARMS, feet=feet)


def seen(kit: OutfitKit, points: npt.ArrayLike) -> FloatArray:
    """Points [n, 2] as they are seen, where the mesh wants them before the body is made small: [n, 3]."""
    flat = np.array(points, np.float64)
    return kit.on_body(np.column_stack([flat[:, 0] / SMALL_WIDTH, unsmall_body(flat[:, 1], kit.figure.head_scale)]))


def draw_plush(kit: OutfitKit, animal: AnimalKit) -> None:
    """Draws body and feet; arms come over it."""
    pen, fur, pale = kit.pen, kit.tones.hair, animal.pale

    placed = partial(seen, kit)

    shape = _ROUND if kit.art.soft else _LONG
    body = centred(shape.body)
    curve = pen.fill(placed(body), kit.cloth(fur), Layer.OUTFIT, BODY)
    with pen.clipped(curve):
        bib = centred(shape.bib)
        pen.fill(placed(bib), pale.base, Layer.OUTFIT, BODY, (*shape.sharp, *(len(bib) - at for at in shape.sharp)))
        last = len(shape.side) - 1
        pen.fill(placed(shape.side), _SHADOW, Layer.OUTFIT, BODY, (0, last - 2, last - 1, last))
        if kit.art.soft:
            pen.fill(placed(_UNDER_HEAD), _SHADOW, Layer.OUTFIT, BODY, (0, 8))
    edge = placed(np.vstack([body, body[:1]]))
    pen.line(edge, 1.9, fur.line, Layer.OUTFIT, BODY)
    for sign in (-1, 1):
        foot = np.array(shape.foot) * [sign, 1]
        sole = pen.fill(placed(foot), animal.foot.base, Layer.OUTFIT, BODY)
        with pen.clipped(sole):
            low = np.array(shape.under) * [sign, 1]
            pen.fill(placed(low), _SHADOW, Layer.OUTFIT, BODY, (0, 2, 3, 4))
        pen.line(placed(np.vstack([foot, foot[:1]])), 1.9, animal.foot.line, Layer.OUTFIT, BODY)
        *across, y = shape.toes
        for x in across:
            toe = np.array([(x, y - 12), (x - 0.5, y), (x, y + 14)]) * [sign, 1]
            pen.line(placed(toe), [0.3, 1.3, 1.5], animal.foot.line, Layer.OUTFIT, BODY)


def _lifted(points: npt.ArrayLike, lift: float) -> FloatArray:
    """Points [n, 2] of the right arm, lifted outward by so many degrees."""
    away, turn = np.asarray(points, np.float64) - _SHOULDER, np.radians(lift)
    x = away[:, 0] * np.cos(turn) + away[:, 1] * np.sin(turn)
    return np.column_stack([x, away[:, 1] * np.cos(turn) - away[:, 0] * np.sin(turn)]) + _SHOULDER


def paw_that_holds(figure: Figure) -> tuple[FloatArray, FloatArray]:
    """Where the short arm that holds something ends, and the unit vector along it: (x, y) each, in design units."""
    joint, paw = _lifted([(118, 262), (140, 302)], _HOLDING)
    places = np.column_stack(
        [np.array([joint[0], paw[0]]) / SMALL_WIDTH, unsmall_body(np.array([joint[1], paw[1]]), figure.head_scale)]
    )
    way = places[1] - places[0]
    return places[1], way / np.hypot(*way)


def draw_stubs(kit: OutfitKit, animal: AnimalKit) -> None:
    """Draws two short arms with paws."""
    ramp, shadow = animal.ear, _SHADOW
    left, right = _LIFTS.get(kit.spec.arms, (0.0, 0.0))
    for sign, lift in ((-1, left), (1, _HOLDING if kit.holds else right)):
        held = partial(_lifted, lift=lift)
        with kit.pen.dialled(arm_dial(sign)):
            arm = held(_ARM) * [sign, 1]
            curve = kit.pen.fill(seen(kit, arm), kit.cloth(ramp), Layer.OUTFIT, BODY)
            with kit.pen.clipped(curve):
                far = np.array([(150, 200), (138, 240), (146, 290), (118, 312), (100, 340), (190, 340), (190, 200)])
                if sign < 0:
                    far = np.array([(60, 200), (92, 232), (106, 270), (122, 300), (132, 330), (60, 340)])
                kit.pen.fill(
                    seen(kit, held(far) * [sign, 1]), shadow, Layer.OUTFIT, BODY, (0, len(far) - 2, len(far) - 1)
                )
            kit.pen.line(seen(kit, arm), [0.3, *[1.9] * (len(arm) - 2), 0.3], ramp.line, Layer.OUTFIT, BODY)
            for x, y in ((136, 305), (150, 300)):
                toe = held([(x, y), (x + 2, y + 8), (x + 3, y + 17)]) * [sign, 1]
                kit.pen.line(seen(kit, toe), [0.3, 1.3, 1.5], ramp.line, Layer.OUTFIT, BODY)
