"""Bare arms: one form from the shoulder to the hand, as wide at the wrist as the hand that grows out of it."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.outfits.hands import hand_size
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import lit, soft_fold
from pipeline.drawing.outfits.tubes import ArmBrush, Tube
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Physique

_UPPER: Final = np.array([0, 0.14, 0.28, 0.42, 0.58, 0.74, 0.88])
_LOWER: Final = np.array([0.12, 0.28, 0.46, 0.66, 0.84, 1.0])
"""Where the half-widths below are: shares of the upper arm from the shoulder, of the forearm from the elbow."""
_UPPER_OUTER: Final = np.array([19.5, 21.5, 21, 19, 17.5, 17, 16.5])
_UPPER_INNER: Final = np.array([19.5, 20, 19.5, 18.5, 17.5, 16.5, 15.5])
_LOWER_OUTER: Final = np.array([16.5, 16.5, 15.5, 13.5, 11.5, 10.5])
_LOWER_INNER: Final = np.array([16, 16.5, 15, 13, 11.5, 10.5])
_STRONG_OUTER: Final = np.array([0, 1.5, 2.6, -0.5, 0.5, 0.5, -0.5]), np.array([2.0, 3.0, 1.0, 0, 0, 0])
_STRONG_INNER: Final = np.array([0, 0, 0, 1.5, 3.0, 1.5, -0.5]), np.array([0.5, 2.0, 1.5, 0, 0, 0])
"""What muscles add on either side: deltoid and the forearm's, biceps and the forearm's."""
_WRIST: Final = 10.2
"""Half the width of a hand's root."""
_CREASED: Final = 0.6
"""Tangent of half the bend from which on an elbow has a crease inside."""
_MOST: Final = 1.2
"""The same up to which an arm is one form: one that is bent more overlaps itself."""
_DEPTHS: Final = (1.0, 0.84, 0.68, 0.53, 0.38, 0.24)
"""Shadow deepens toward the edge in so many steps, each too weak to be seen by itself."""


def strength(kit: OutfitKit) -> float:
    """How clearly muscles show, 0..1."""
    if kit.figure.head_scale != 1:
        return 0.0
    if kit.spec.physique is Physique.MUSCULAR:
        return 0.45 + 0.55 * kit.figure.masculine
    return 0.25 * kit.figure.manly if kit.spec.physique is Physique.AVERAGE else 0.0


def bend(shoulder: FloatArray, elbow: FloatArray, wrist: FloatArray) -> float:
    """Tangent of half the angle by which an arm is bent."""
    first, second = elbow - shoulder, wrist - elbow
    cosine = float(first @ second / (np.hypot(*first) * np.hypot(*second)))
    return float(np.sqrt(max(1 - cosine, 0.0) / max(1 + cosine, 1e-6)))


def is_one(shoulder: FloatArray, elbow: FloatArray, wrist: FloatArray) -> bool:
    """Whether an arm's upper part and forearm can be drawn as one form."""
    return bend(shoulder, elbow, wrist) < _MOST


def half_widths(kit: OutfitKit, thick: float) -> tuple[FloatArray, FloatArray]:
    """Half-widths at six even places of an upper arm and of a forearm, each side alike; ``thick`` is a limb's thickness."""
    t = np.linspace(0, 1, 6)
    (outer, inner), (lower_outer, lower_inner) = _sides(kit, thick)
    return np.interp(t, _UPPER, (outer + inner) / 2), np.interp(t, _LOWER, (lower_outer + lower_inner) / 2)


def _sides(kit: OutfitKit, thick: float) -> tuple[tuple[FloatArray, FloatArray], tuple[FloatArray, FloatArray]]:
    """Half-widths outside and inside, of an upper arm and of a forearm, which draws in to the hand."""
    strong = strength(kit)
    wrist = _WRIST * hand_size(kit)
    near = np.interp(_LOWER, [0.25, 1], [0, 1]) ** 1.3
    upper_outer, lower_outer = (
        thick * (usual + strong * more) for usual, more in zip((_UPPER_OUTER, _LOWER_OUTER), _STRONG_OUTER, strict=True)
    )
    upper_inner, lower_inner = (
        thick * (usual + strong * more) for usual, more in zip((_UPPER_INNER, _LOWER_INNER), _STRONG_INNER, strict=True)
    )
    lower_outer, lower_inner = ((1 - near) * half + near * wrist for half in (lower_outer, lower_inner))
    return (upper_outer, upper_inner), (lower_outer, lower_inner)


def whole(kit: OutfitKit, thick: float, shoulder: FloatArray, elbow: FloatArray, wrist: FloatArray) -> tuple[Tube, int]:
    """An arm that is one form, and which of its points is the elbow.

    Args:
        shoulder, elbow, wrist: (x, y) at the viewer's right.
    """
    (upper_outer, upper_inner), (lower_outer, lower_inner) = _sides(kit, thick)
    at_elbow = float(upper_inner[-1] + lower_inner[0]) / 2
    sharp = bend(shoulder, elbow, wrist)
    free = at_elbow * sharp + 3.0  # nearer to the elbow the sides of both parts would cross
    pieces = []
    for start, end, places, outer, inner, first in (
        (shoulder, elbow, _UPPER, upper_outer, upper_inner, True),
        (elbow, wrist, _LOWER, lower_outer, lower_inner, False),
    ):
        length = float(np.hypot(*(end - start)))
        kept = (1 - places) * length > free if first else places * length > free
        at = places[kept, None]
        swung = np.sin(np.pi * at) * np.array([0.03 * (end - start)[1], 0.0]) if first else 0.0
        path = start + (end - start) * at + swung
        across = np.array([(end - start)[1], -(end - start)[0]]) / length
        pieces.append((path, path + across * outer[kept, None], path - across * inner[kept, None]))
    (path, outer, inner), (low_path, low_outer, low_inner) = pieces
    out = _outward(shoulder, elbow, wrist)
    hypotenuse = float(np.hypot(1.0, sharp))
    point = elbow + out * at_elbow * (1 + 0.12 * sharp)
    crease = elbow - out * at_elbow * hypotenuse
    tube = Tube(
        np.vstack([path, elbow, low_path]), np.vstack([outer, point, low_outer]), np.vstack([inner, crease, low_inner])
    )
    return tube, len(path)


def _outward(shoulder: FloatArray, elbow: FloatArray, wrist: FloatArray) -> FloatArray:
    """The unit vector [2] out of a bend, away from the body."""
    first, second = elbow - shoulder, wrist - elbow
    along = first / np.hypot(*first) + second / np.hypot(*second)
    return np.asarray(np.array([along[1], -along[0]]) / np.hypot(*along))


def draw_whole(
    brush: ArmBrush, tube: Tube, elbow: int, top: FloatArray, within: FloatArray, layer: Layer, *, lower: bool
) -> None:
    """An arm of one form: skin, its modelling, and ink without a break.

    Args:
        tube, elbow: see ``whole``. top: the shoulder's outline from the neck down to the arm [n, 2].
        within: where the arm's skin goes on into the trunk's, from the armpit up [n, 2].
        lower: only the forearm, which lies before what is worn.
    """
    kit, skin = brush.kit, brush.kit.tones.skin
    first = elbow if lower else 0
    outer, inner = tube.outer[max(first, 1) :], tube.inner[max(first, 2) :]
    creased = _angle(tube, elbow) > _CREASED
    end = tube.path[-1:] + tube.way(len(tube) - 1)
    side = outer if lower else np.vstack([top[1:], outer])
    outline = np.vstack([side, end, inner[::-1], *(() if lower else (within,))])
    corners = [0, len(outline) - 1]
    if creased:
        corners.append(len(side) + len(inner) - (elbow - max(first, 2)))
    if not lower:
        corners.append(len(side) + len(inner))
    with kit.pen.clipped(brush.fill(outline, skin.base, layer, tuple(sorted(set(corners))))):
        shade_flesh(brush, tube, skin, layer)
        _muscles(brush, tube, elbow, skin, layer)
    onto = tube.way(len(tube) - 1) * 5  # ink goes on along the hand's own
    ink = side if lower else np.vstack([top[:1], side])
    ink = np.vstack([ink, ink[-1:] + onto])
    inner = np.vstack([inner, inner[-1:] + onto])
    swell = np.interp(np.linspace(0, 1, len(ink)), [0, 0.2, 0.5, 1], [0.3 if lower else 1.1, 1.5, 1.8, 1.35])
    brush.line(ink, swell, skin.line, layer)
    bent = elbow - max(first, 2)
    if creased and not lower:
        out = inner[bent] - tube.path[elbow]
        fold = inner[bent] - out * 0.55
        brush.line(np.vstack([inner[: bent + 1], fold]), np.r_[0.3, [1.4] * bent, 0.1], skin.line, layer)
        brush.line(inner[bent:], np.r_[1.4, [1.4] * (len(inner) - bent - 1)], skin.line, layer)
    else:
        brush.line(inner, np.r_[0.3, np.linspace(1.1, 1.35, len(inner) - 1)], skin.line, layer)
    if not lower:
        # The fold between arm and chest, from the armpit up.
        x, y = (float(place) for place in inner[0])
        soft_fold(brush.lay(layer), brush.axis, (x + 2, y + 6), (x + 12, y - 46), 15.0, 5.0, fade(skin.deep, 0.7))
        brush.line([(x, y), (x + 2, y - 17), (x + 9, y - 34)], [1.3, 0.9, 0.1], skin.line, layer)
    if kit.tones.hand is not skin:
        brush.line(np.vstack([tube.outer[-1:], end, tube.inner[-1:]]), 1.3, skin.line, layer)


def _angle(tube: Tube, elbow: int) -> float:
    """Tangent of half the bend of an arm of one form."""
    return bend(tube.path[0], tube.path[elbow], tube.path[-1])


def shade_flesh(brush: ArmBrush, tube: Tube, skin: Ramp, layer: Layer, span: tuple[float, float] = (0.0, 1.0)) -> None:
    """Shadow along the side away from the light, which deepens by degrees and follows every bend, and faint light.

    ``span`` is the part of the arm that the tube is: shares of its length from the shoulder.
    """
    far, near = (tube.outer, tube.inner) if brush.sign > 0 else (tube.inner, tube.outer)
    places = np.r_[0, np.cumsum(np.hypot(*np.diff(tube.path, axis=0).T))]
    along = span[0] + (span[1] - span[0]) * places / places[-1]
    across, count = near - far, len(tube)
    reach = np.interp(along, [0, 0.12, 0.3, 0.48, 0.62, 0.8, 1], [0.02, 0.24, 0.46, 0.54, 0.50, 0.48, 0.50])[:, None]
    ends = (0, count - 1, count, 2 * count - 1)
    for share in _DEPTHS:
        band = np.vstack([far - across * 0.1, (far + across * reach * share)[::-1]])
        brush.fill(band, fade(skin.shade, 0.30), layer, ends)
    for share in (0.13, 0.07):
        edge = np.interp(along, [0, 0.2, 0.5, 1], [0.0, 0.6, 1.0, 1.0])[:, None] * share
        brush.fill(np.vstack([near + across * 0.1, (near - across * edge)[::-1]]), fade(skin.shade, 0.28), layer, ends)
    inside = (along > 0.1) & (along < 0.95)
    swell = np.sin(np.pi * np.interp(along[inside], [0.1, 0.95], [0, 1]))[:, None]
    for wide in (0.11, 0.06):
        middle = near[inside] - across[inside] * 0.3
        light = np.vstack([middle + across[inside] * wide * swell, (middle - across[inside] * wide * swell)[::-1]])
        brush.fill(light, fade(lit(skin), 0.22), layer, (0, len(middle)))


def _muscles(brush: ArmBrush, tube: Tube, elbow: int, skin: Ramp, layer: Layer) -> None:
    """Deltoid and biceps on the strong, the dimple of a round elbow on the small and the stout."""
    kit, lay = brush.kit, brush.lay(layer)
    strong, outer, inner = strength(kit), tube.outer, tube.inner

    def at(place: float, share: float) -> FloatArray:
        """On the tube: ``place`` in points, ``share`` 0 on its outer and 1 on its inner side."""
        low, part = int(place), place - int(place)
        high = min(low + 1, len(tube) - 1)
        side = [edge[low] * (1 - part) + edge[high] * part for edge in (outer, inner)]
        return np.asarray(side[0] + (side[1] - side[0]) * share)

    if strong > 0.4:
        shade = fade(skin.shade, 0.9 * strong)
        soft_fold(lay, brush.axis, at(3.3, -0.04), at(2.2, 0.62), 13.0, 5.0, shade)
        soft_fold(lay, brush.axis, at(elbow - 0.4, 0.98), at(2.9, 0.60), -12.0, -4.0, shade)
        soft_fold(lay, brush.axis, at(elbow + 0.2, 0.30), at(elbow + 2.6, 0.42), 10.0, 4.0, fade(shade, 0.7))
        brush.line([at(3.3, 0.0), at(2.9, 0.22), at(2.4, 0.42)], [1.2, 0.9, 0.1], skin.dark, layer, detail=0.2)
        brush.line([at(elbow - 0.7, 0.92), at(elbow - 1.6, 0.70), at(elbow - 2.4, 0.66)], [0.9, 0.8, 0.1], skin.dark,
                   layer, detail=0.25)  # fmt: skip
    elif kit.figure.head_scale != 1 or kit.spec.physique is Physique.STOUT:
        dimple = [at(elbow - 0.15, 1.02), at(elbow, 0.78), at(elbow + 0.3, 0.66)]
        brush.line(dimple, [1.3, 0.9, 0.1], skin.dark, layer, detail=0.2)
    if kit.figure.head_scale != 1 or kit.spec.physique is Physique.STOUT:
        fold = [at(len(tube) - 1.6, 1.02), at(len(tube) - 1.5, 0.8), at(len(tube) - 1.5, 0.6)]
        brush.line(fold, [1.1, 0.8, 0.1], skin.dark, layer, detail=0.2)
