"""Masses of hair: one silhouette whose lower edge is authored point by point, and what happens inside it.

A mass is given by its edge from the viewer's left to right as a chain of letters and places: ``t`` a tip, ``n`` a notch
between two tips, ``c`` a point that the edge passes smoothly. Between a tip and a notch without ``c`` points the edge
bulges by itself, as a full lock does. Clefts run from the notches up toward the root, a sliver of shadow lies beside
each, fine strands follow them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach, Values
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.paints import HairPaints
from pipeline.drawing.hair.sheaves import Region, part_sheaves
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer, Linear, Paint
from pipeline.types.arrays import FloatArray

Edge = Sequence[tuple[str, float, float]]
"""(letter, along, down) from the viewer's left to right: degrees and ``down`` on the skull, or x and y in free air."""

Share = float | FloatArray

Flow = Callable[[float, float, Share], FloatArray]
"""(along, down, share) -> the point [3] that lies ``share`` of the way from this place of the edge to its root; for shares
[n] the points [n, 3].
"""


def on_skull(kit: HairKit, out: float = 1.0) -> Flow:
    """Hair that lies on the head and comes from the crown."""

    def flow(longitude: float, down: float, share: Share) -> FloatArray:
        fan = 1 - 0.35 * share - 0.25 * share**3
        return np.asarray(skull(longitude * fan, down * (1 - share) + 0.04 * share, kit.out * out), np.float64)

    return flow


def from_part(kit: HairKit, part: float, out: float = 1.0) -> Flow:
    """Hair on the head that is combed to both sides of a parting at longitude ``part``."""

    def flow(longitude: float, down: float, share: Share) -> FloatArray:
        eased = share * share * (3 - 2 * share)
        lon = longitude * (1 - eased) + (part + 0.10 * (longitude - part)) * eased
        return np.asarray(skull(lon, down * (1 - share) + 0.10 * share, kit.out * out), np.float64)

    return flow


Bow = Callable[[Share], Share]
"""y -> how far hair in free air bows to the side there, design units."""


def straight(y: Share) -> Share:
    """Hair that hangs straight down."""
    return 0.0 * y


def hanging(z: float, top: float, gather: float = 0.72, bow: Bow = straight) -> Flow:
    """Hair in free air at depth ``z`` whose roots lie at height ``top``, closer together by ``gather``."""

    def flow(x: float, y: float, share: Share) -> FloatArray:
        height = y * (1 - share) + top * share
        return np.stack([(x - bow(y)) * (1 - (1 - gather) * share) + bow(height), height, z + 0 * share], axis=-1)

    return flow


@dataclass(frozen=True)
class MassStyle:
    """How a mass is drawn.

    Attributes:
        bulge: how full the locks' sides are, as a share of a lock's height.
        cleft: how far up the clefts run, 0..1 of the way to the root.
        shade: width of the slivers of shadow, as a share of the lock's width.
        strands: fine lines in each lock.
        ink: half-width of the edge's line.
        hook: units by which tips in free air bend away from the middle; negative, toward it.
    """

    bulge: float = 0.10
    cleft: float = 0.42
    shade: float = 0.20
    strands: int = 1
    ink: float = 1.05
    hook: float = 0.0


USUAL = MassStyle()


def draw_mass(
    kit: HairKit,
    edge: Edge,
    root: FloatArray,
    flow: Flow,
    paints: HairPaints,
    layer: Layer,
    attach: Attach,
    style: MassStyle = USUAL,
    casts: bool = False,
    edge_attach: Callable[[FloatArray], Attach] | None = None,
    other: tuple[int, Paint] | None = None,
    region: Region | None = None,
) -> int:
    """Draws a mass.

    Args:
        other: a clip, and what the mass is filled with inside it. region: its paints at each place along, for the tone
            on it; ``paints`` unless said.
        edge: its lower edge; its first and last point end the ink. In large masses it goes over into the root smoothly
            where its last point is a ``c``.
        root: the upper boundary [n, 3], from the edge's last point back to its first.
        attach: what moves it; with ``edge_attach`` worked out from each curve's own points instead.

    Returns:
        The curve of the whole mass, to clip by.
    """
    pen = kit.pen
    slim = kit.art.locks and not kit.art.massed
    fullness, claws = _at_temple if slim else _anywhere, 0.95 if kit.art.massed else 0.0
    lower, corners, letters = trace(edge, flow, style.bulge, fullness, style.hook, claws)
    outline = np.vstack([lower, root])
    fix = edge_attach or (lambda _points: attach)
    turns = () if kit.art.massed and edge[-1][0] == "c" else (len(lower),)
    whole = pen.fill(outline, paints.fill, layer, fix(outline), (*corners, *turns), casts)
    if other is not None:
        with pen.clipped(other[0]):
            pen.paint(whole, other[1], layer)
    # Clefts and strands run straight toward the root: where the outline draws in, they must not leave it.
    with nullcontext() if pen.is_clipped else pen.clipped(whole):
        if kit.art.massed:
            reach, ink, depth = style.cleft, style.ink * 0.75, min(1.0, style.shade / 0.16)
            part_sheaves(kit, edge, flow, region or (lambda _: paints), layer, edge_attach or attach, reach, ink, depth)
        else:
            _shade_locks(kit, edge, flow, paints, layer, fix, style)
    places, widths = _ink_places(letters, len(lower)), _ink_widths(letters, 0.7 if kit.art.locks else 0.25)
    if kit.art.massed:
        # It begins and ends in points, but not where the edge goes on.
        widths[0], widths[-1] = (0.6 if end == "c" else 0.05 for end in (edge[0][0], edge[-1][0]))
    swell = np.interp(np.arange(len(lower)), places, widths) * style.ink * (0.8 if kit.art.massed else 1.0)
    # A line has no corners at its ends.
    inked, corners = lower, tuple(corner for corner in corners if 0 < corner < len(lower) - 1)
    if kit.art.massed and edge[-1][0] == "c":
        inked, swell = np.vstack([inked, root[:2]]), np.r_[swell, 0.7, 0.1]
    if kit.art.massed and edge[0][0] == "c":
        inked, swell = np.vstack([root[-2:], inked]), np.r_[0.1, 0.7, swell]
        corners = tuple(corner + 2 for corner in corners)
    pen.line(inked, swell, paints.line, layer, fix(inked), corners)
    return whole


def _anywhere(_along: float, _down: float) -> float:
    return 1.0


def _at_temple(along: float, down: float) -> float:
    """How far a lock may bulge: hardly at the temples, where the cheek locks lie over it."""
    return 0.25 if 56 < abs(along) < 90 and down < 3 else 1.0


def trace(
    edge: Edge,
    flow: Flow,
    bulge: float,
    fullness: Callable[[float, float], float] = _anywhere,
    hook: float = 0.0,
    claws: float = 0.0,
) -> tuple[FloatArray, tuple[int, ...], list[tuple[int, str]]]:
    """The edge as points [n, 3], the indices of its corners, and (index, letter) of each of them; ``fullness`` 0..1 says
    how much of the bulge there is at a place, ``hook`` how far tips bend away from the middle, ``claws`` how much of
    the bulge goes over from a lock's hollow side to its round one.
    """
    points: list[FloatArray] = []
    letters: list[tuple[int, str]] = []
    for index, ((letter, along, down), following) in enumerate(zip(edge, [*edge[1:], None], strict=True)):
        if letter in "tn":
            letters.append((len(points), letter))
        points.append(flow(along + (_bent(along, hook) if letter == "t" else 0.0), down, 0.0))
        if following is None:
            break
        kind, next_along, next_down = following
        if {letter, kind} == {"t", "n"}:
            tip_first = letter == "t"
            tip = (along, down) if tip_first else (next_along, next_down)
            notch = (next_along, next_down) if tip_first else (along, down)
            side = 1.0 if tip_first else -1.0
            round_ = 1 - side * claws * _leaning(edge, index if tip_first else index + 1)
            for share in (0.36, 0.70) if tip_first else (0.30, 0.64):
                x = along + (next_along - along) * share
                y = down + (next_down - down) * share
                full = np.sin(np.pi * share) * bulge * fullness(along, down) * round_
                bent = _bent(tip[0], hook) * (1 - share if tip_first else share) ** 2
                points.append(
                    flow(x + (notch[0] - tip[0]) * full * 1.6 + bent, y + (tip[1] - notch[1]) * full * 0.6, 0.0)
                )
    return np.array(points), tuple(index for index, _ in letters), letters


def _leaning(edge: Edge, index: int) -> float:
    """To which side the tip at ``index`` of an edge leans, -1..1: no lock hangs like a tooth."""
    along = edge[index][1]
    left, right = edge[max(index - 1, 0)][1], edge[min(index + 1, len(edge) - 1)][1]
    leaning = float(np.clip((along - (left + right) / 2) / max(abs(right - left), 1.0) * 4, -1, 1))
    return leaning if abs(leaning) > _UPRIGHT else leaning + (_LEAST if along >= 0 else -_LEAST)


_UPRIGHT, _LEAST = 0.35, 0.6


def _bent(along: float, hook: float) -> float:
    """How far a tip bends; those near the middle bend less."""
    return hook * float(np.clip(along / 60, -1, 1))


def _ink_places(letters: list[tuple[int, str]], count: int) -> list[float]:
    return [float(index) for index, _ in letters] or [0.0, count - 1.0]


def _ink_widths(letters: list[tuple[int, str]], end: float) -> list[float]:
    """Ink is thin at tips, full in the notches, and ``end`` at both ends."""
    if not letters:
        return [0.1, 0.1]
    widths = [0.55 if letter == "t" else 1.0 for _, letter in letters]
    widths[0] = widths[-1] = end
    return widths


def _shade_locks(
    kit: HairKit,
    edge: Edge,
    flow: Flow,
    paints: HairPaints,
    layer: Layer,
    fix: Callable[[FloatArray], Attach],
    style: MassStyle,
) -> None:
    pen = kit.pen
    for left, (letter, along, down), right in zip(edge, edge[1:], edge[2:], strict=False):
        if letter != "n" or left[0] == "c" or right[0] == "c":
            continue  # no notch, or the end of a parting
        high = style.cleft * (0.75 + 0.5 * kit.rng.random())
        shares = np.linspace(0.0, high, 6)
        cleft = np.array([flow(along, down, share) for share in shares])
        # The light comes from the left: the lock left of a cleft is dark along it, down to its tip.
        width = (along - left[1]) * style.shade * 2.2
        steps = np.linspace(0, 1, 6)
        inner = np.array(
            [
                flow(along - width * (1 - step) ** 1.3 * 0.9, down, share)
                for step, share in zip(steps, shares, strict=True)
            ]
        )
        below = [flow(along + (left[1] - along) * s, down + (left[2] - down) * s, 0.0) for s in (0.72, 0.35)]
        sliver = np.vstack([np.array(below), cleft, inner[::-1]])
        pen.fill(sliver, paints.shade, layer, fix(sliver), (0, len(below) + len(cleft) - 1))
        pen.line(
            cleft, np.array([1.0, 0.85, 0.65, 0.45, 0.28, 0.08]) * style.ink * 0.9, paints.inner, layer, fix(cleft)
        )
        with pen.detailed(0.3):
            for number in range(style.strands):
                place = along + (right[1] - along) * (0.45 + 0.3 * number + kit.rng.uniform(-0.12, 0.12))
                start, end = kit.rng.uniform(0.08, 0.16), kit.rng.uniform(0.45, 0.7)
                run = np.array([flow(place, down + 0.35 * (right[2] - down), s) for s in np.linspace(start, end, 5)])
                pen.line(run, [0.06, 0.42, 0.5, 0.4, 0.06], paints.strand, layer, fix(run))


def shine_band(kit: HairKit, spread: float, down: float, height: float) -> None:
    """The ring of light on the dome, ``spread`` degrees to both sides: a few patches of uneven width, broken into teeth
    that follow the hair, largest in the middle.
    """
    count = kit.rng.choice((3, 4, 5))
    cuts = np.cumsum(np.r_[0, [kit.rng.uniform(0.7, 1.4) for _ in range(count)]])
    longitudes = (cuts / cuts[-1] * 2 - 1) * spread + kit.rng.uniform(-6, 6)
    for left, right in pairwise(longitudes):
        near = 1 - 0.6 * (abs(left + right) / 2 / spread) ** 1.5
        sag = down + 0.05 * (abs(left + right) / 140) ** 2
        gap = kit.rng.uniform(0.05, 0.11) * (right - left)
        teeth = max(2, round((right - left) / kit.rng.uniform(8, 12)))
        across = np.linspace(left + gap, right - gap, 2 * teeth + 1)
        rise = np.sin(np.linspace(0.12, np.pi - 0.12, len(across))) ** 0.7 * height * near
        ragged = np.array(
            [kit.rng.uniform(0.75, 1.1) if i % 2 else kit.rng.uniform(0.25, 0.5) for i in range(len(across))]
        )
        below = skull(across, sag + rise * ragged * 0.62, kit.out * 1.01)
        above = skull(across, sag - rise * (1.25 - ragged) * 0.45, kit.out * 1.01)
        points = np.vstack([below, above[-2:0:-1]])
        shine, middle = kit.fringe(left).shine, (left + right) / 2
        top, foot = (skull(middle, sag + rise.max() * at, kit.out).tolist() for at in (-0.5, 0.72))
        fading = Linear(
            ((0, fade(shine, 0.95)), (0.5, fade(shine, 0.75)), (1, fade(shine, 0.15))), kit.pen.axis(top, foot)
        )
        kit.pen.fill(points, fading, Layer.HAIR_LIGHT, SKULL, range(len(points)), detail=0.12)


def ramp_down(points: FloatArray, top: float, bottom: float, low: float) -> Values:
    """1 above ``top``, ``low`` below ``bottom``, even between: hair that leaves the head for the body."""
    return np.asarray(np.interp(points[:, 1], [top, bottom], [1.0, low]), np.float64)
