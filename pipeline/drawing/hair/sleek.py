"""Hair that is combed back and lies close: a smooth head that narrows to the ears, which are free, and tapered sideburns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from pipeline.drawing.figure import SKULL_X
from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.crests import Outline, on_dome
from pipeline.drawing.hair.gloss import Slivers
from pipeline.drawing.hair.greying import grey_temple
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer, Linear, Paint
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Build, HairBack, HairFront

_ANGLES: Final = (0.0, 18.0, 36.0, 52.0, 66.0, 79.0, 90.0)
"""Degrees from the top at which the outline is told."""
_AT_EARS: Final = 91.0
"""Half the hair's width above the ears, design units: their rims stand out from it."""
_BEHIND: Final = -14.0
_NAPE: Final = (("t", 74, 76), ("n", 66, 66), ("t", 57, 92), ("n", 40, 81), ("t", 27, 100), ("n", 8, 90))
"""The lower edge behind the neck: tips and notches, x and y."""


def face_edge(kit: HairKit, y: float) -> float:
    """Half the face's width at height ``y``."""
    contour = kit.figure.contour
    return float(np.interp(y, contour[:, 1], contour[:, 0]))


def sleek_outline(kit: HairKit) -> Outline:
    """The head's outline: one smooth curve, highest behind the forehead."""
    beside = _AT_EARS / SKULL_X
    full = kit.out - 1.05
    far = np.interp(_ANGLES, (0, 36, 66, 79, 90), (1.13 + full, 1.10 + full, 1.0, 0.4 + 0.6 * beside, beside))
    angles = np.array([*(-angle for angle in _ANGLES[:0:-1]), *_ANGLES])
    points = on_dome(angles, np.r_[far[:0:-1], far])
    count = len(points)
    return Outline(points, (0, count - 1), np.zeros(count), (), covered=kit.spec.hair_back is HairBack.DREADLOCKS)


def draw_nape(kit: HairKit) -> None:
    """What is seen of short or tied hair behind ears and neck: in shadow, with a few soft locks at its lower edge."""
    pen, wide = kit.pen, 1.0 if kit.sleek or kit.spec.hair_back is HairBack.UNDERCUT else kit.out * 1.06
    half = [(90.0 * wide, -30.0), (91.0 * wide, 4.0), (85.0 * wide, 40.0)]
    locks = [(x * wide + kit.jitter(2), y + kit.jitter(5)) for _, x, y in _NAPE]
    right = np.array([*half, *locks])
    outline = np.vstack([right, (right * [-1, 1])[::-1]])
    points = np.column_stack([outline, np.full(len(outline), _BEHIND)])
    count = len(right)
    tips = [len(half) + index for index in range(len(locks))]
    corners = (0, *tips, *(2 * count - 1 - tip for tip in tips[::-1]), 2 * count - 1)
    ramp, attach = kit.ramp(), Attach(turn=0.12)
    axis = pen.axis((0, -20, _BEHIND), (0, 104, _BEHIND), attach)
    dark = mix(ramp.deep, ramp.dark, 0.35)
    deepening = Linear(((0.0, ramp.shade), (0.45, dark), (0.8, mix(dark, ramp.shade, 0.35)), (1.0, ramp.shade)), axis)
    whole = pen.fill(points, deepening, Layer.BACK_HAIR, attach, corners)
    with pen.clipped(whole):
        nape_strands(kit, locks, attach)
    swell = np.where([kind == "t" for kind, _, _ in _NAPE], 0.35, 0.7)
    line = np.r_[0.1, 0.5, 0.6, swell]
    pen.line(points, np.r_[line, line[::-1]], kit.back().line, Layer.BACK_HAIR, attach, corners[1:-1])


def nape_strands(kit: HairKit, ends: Sequence[tuple[float, float]], attach: Attach) -> None:
    """Soft locks in the dark behind the neck that run out at these ``ends`` (x, y at the viewer's right)."""
    ramp, lines = kit.ramp(), Slivers(kit, Layer.BACK_HAIR, attach)
    for index, (x, y) in enumerate(ends):
        colour, half = (fade(ramp.shade, 0.75), 4.5) if index % 2 == 0 else (fade(ramp.dark, 0.6), 1.8)
        for sign in (-1, 1):
            begin = 16.0 + kit.jitter(10)
            run = [(sign * at * x, begin + share * (y - begin), _BEHIND) for at, share in _STRAND]
            lines.add(np.array(run), half, colour, 0.7)
    lines.paint()


_STRAND: Final = ((1.05, 0.0), (1.1, 0.45), (1.06, 0.8), (1.0, 1.0))
"""Share of its end's x, and of the way down."""


def sleek_sides(kit: HairKit) -> None:
    """The hair from the temples back over the ears, with sideburns that end in a point before them."""
    low = 42.0 + kit.jitter(4) if kit.spec.build is Build.MALE else 22.0
    for sign in (-1, 1):
        paints, points = kit.fringe(sign), _side(kit, sign, low)
        whole = _fill_side(kit, points, paints.fill)
        with kit.pen.clipped(whole):
            _comb(kit, sign, points)
            grey_temple(kit, points[[11, 10, 9, 8]], points[[1, 2, 3, 4]], Layer.SIDE_HAIR, _turning)
        edge = points[3 : _BURN + 3]
        kit.pen.line(edge, _swell(len(edge)), paints.line, Layer.SIDE_HAIR, _turning(edge), (_BURN - 3,))


def shaved_sides(kit: HairKit) -> None:
    """Stubble over the ears that grows shorter downward and ends in skin."""
    pen, ramp, skin = kit.pen, kit.ramp(), kit.tones.skin
    axis = pen.axis((0, -70, 0), (0, 34, 0), Attach(turn=0.5))
    high, low = mix(ramp.shade, ramp.deep, 0.4), mix(ramp.shade, skin.shade, 0.6)
    fading_out = Linear(((0.0, high), (0.35, high), (0.75, low), (1.0, skin.shade)), axis)
    for sign in (-1, 1):
        points = _side(kit, sign, 34.0)
        whole = _fill_side(kit, points, fading_out)
        with pen.clipped(whole):
            hairs = Slivers(kit, Layer.SIDE_HAIR, _turning)
            for row, y in enumerate(np.arange(-64.0, 8.0, 10.0)):
                for x in np.arange(58.0 + 4 * (row % 2), 98.0, 8.0):
                    at, z = x + kit.jitter(2), float(np.interp(x, [64, 95], [36, 0]))
                    run = np.array([(at - 2, y - 3, z), (at, y, z), (at + 3.5, y + 3, z)]) * [sign, 1, 1]
                    hairs.add(run, 0.6, fade(ramp.dark, 0.45), 0.3, 0.2)
            hairs.paint()


_BURN: Final = 7
"""The point of a side at which its sideburn ends."""


def _side(kit: HairKit, sign: int, low: float) -> FloatArray:
    """A side's outline [13, 3]: down behind, over the ear, to the sideburn's end at y = ``low``, and up to the temple."""
    ear, temple = face_edge(kit, 10.0), face_edge(kit, -40.0)
    bay = 4.0 if kit.spec.hair_front is HairFront.RECEDING else 0.0
    flat = np.array(
        [
            (78.0, -92.0), (99.0, -60.0), (95.0, -24.0), (_AT_EARS, 4.0), (85.0, 7.5), (77.0, 7.0), (ear + 5.0, 13.0),
            (ear + 1.5, low), (ear - 2.5, 12.0), (ear - 4.0, -12.0), (temple - 8.0, -40.0),
            (temple - 13.0 + bay, -64.0), (34.0 + 3 * bay, -92.0),
        ]
    )  # fmt: skip
    depth = (-2.0, -2.0, -2.0, -2.0, 0.0, 14.0, 24.0, 32.0, 38.0, 38.0, 38.0, 44.0, 52.0)
    return np.column_stack([sign * flat[:, 0], flat[:, 1], depth])


def _fill_side(kit: HairKit, points: FloatArray, paint: Paint) -> int:
    corners = (0, _BURN, len(points) - 1)
    return kit.pen.fill(points, paint, Layer.SIDE_HAIR, _turning(points), corners, casts=True)


def _turning(points: FloatArray) -> Attach:
    """Points near the face turn with it, those of the outline stay; toward the crown, as far as the hair there."""
    near = np.interp(points[:, 1], [-56, -30], [0.72, 0.9])
    return Attach(turn=near * np.clip(points[:, 2] / 40.0, 0, 1), wrap=True)


def _swell(count: int) -> Sequence[float]:
    return [float(at) for at in np.interp(np.linspace(0, 1, count), [0, 0.3, 0.65, 1], [0.4, 0.8, 0.5, 0.1])]


def _comb(kit: HairKit, sign: int, points: FloatArray) -> None:
    """Strands that run from the temple back over the ear, in curves."""
    front, back = points[[11, 10, 9, 8]], points[[1, 2, 3]]
    strands = Slivers(kit, Layer.SIDE_HAIR, _turning)
    t = np.linspace(0, 1, 5)
    for share in np.linspace(0.03, 0.97, 11):
        place = float(share) + kit.rng.uniform(-0.05, 0.05)
        start, end = (
            np.array([np.interp(place, np.linspace(0, 1, len(line)), line[:, axis]) for axis in range(3)])
            for line in (front, back)
        )
        run = start + (end - start) * t[:, None]
        run[:, 1] -= (7 - 4 * place) * np.sin(np.pi * t)
        reach = kit.rng.uniform(0.6, 1.0)
        run = start + (run - start) * reach
        strands.add(run, kit.rng.choice((0.5, 0.8, 1.5)), fade(kit.shadow(sign), kit.rng.choice((0.5, 0.8))), 0.25, 0.1)
    strands.paint()
    # What turns in above the ear, and on the viewer's right away from the lamp, is in shadow.
    low = points[[3, 4, 5, 6]]
    kit.wedge(low, low - [0, 16 if sign > 0 else 10, 0], kit.shadow(sign), Layer.SIDE_HAIR, _turning, 0.9)
