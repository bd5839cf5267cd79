"""Hair that falls from the dome, behind the head and beside the face.

Outlines are the viewer's right half in design units (x, y): the ears are at (88, 30), the chin at 120, the shoulders'
corners at (118, 196), the picture's lower edge at 760. A fall is a dark mass behind the head, panels in the light on
both sides of the face, and what hangs from it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers, light_of, rim_light, sides
from pipeline.drawing.hair.greying import grey_temple
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import Bow, Edge, MassStyle, Share, draw_mass, hanging, ramp_down, straight
from pipeline.drawing.hair.panels import shade_panel
from pipeline.drawing.hair.sleek import nape_strands
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import HairColouring

_BEHIND = -14.0
_DOME = ((0, -141), (46, -132), (82, -104), (104, -58))
"""The outline of the hair over the head, from the crown to above the ear."""
_INSET = 9.0
"""How much lower it lies where the dome over it is an outline of locks, with notches between."""


@dataclass(frozen=True)
class Fall:
    """Hair that falls from the dome.

    Attributes:
        side: its outline (x, y) from the temple down to the lower edge, for the viewer's right.
        edge: the lower edge from there to the middle, as an ``Edge``.
        panel: the inner boundary of the panel in the light, from the lower edge up to the temple.
        panel_edge: the panel's own lower edge from the inside out.
        low: how far the hair's end belongs to the head (1) or lies on the body (0).
        rate: swings per second.
        flicks: locks peel off the outline and flick outward; not where the cut is straight.
        hook: units by which its tips bend outward, negative inward.
        panel_side: the outline of the panel where that is not the fall's.
    """

    side: Sequence[tuple[float, float]]
    edge: Edge
    panel: Sequence[tuple[float, float]]
    panel_edge: Edge
    low: float = 1.0
    rate: float = 2.0
    flicks: bool = True
    hook: float = 0.0
    panel_side: Sequence[tuple[float, float]] = ()


def fall(kit: HairKit, style: Fall, stretch: float = 1.0) -> None:
    """Draws a fall; ``stretch`` lengthens all of it that lies below the chin."""
    bow = _bow(kit, style)
    grown = _grown(kit, stretch, bow)
    half = [(letter, *grown(x, y)) for letter, x, y in style.edge]
    left = [(letter, kit.jitter(3) - x, y + kit.jitter(4)) for letter, x, y in half]
    right = [(letter, x + kit.jitter(3), y + kit.jitter(4)) for letter, x, y in half[::-1]]
    middle = [("t", 0.0, half[-1][2] + 14)] if half[-1][0] == "n" else []
    edge: Edge = [*left, *middle, *right]
    inset = _INSET if kit.art.massed else 0.0
    dome = [(x - inset * (x > 0), y + inset) for x, y in _DOME]
    side = np.array([*dome[1:], *(grown(x, y) for x, y in style.side)], np.float64)
    side[:, 0] *= _volume(kit, side[:, 1])
    root = np.array(
        [(x, y, _BEHIND) for x, y in side[::-1]] + [(*dome[0], _BEHIND)] + [(-x, y, _BEHIND) for x, y in side]
    )
    bottom = max(y for _, _, y in half)
    chain = kit.hang((0, 20, -20), (0, bottom, -20), Sway(rate=style.rate, hang=0.35))
    whole = draw_mass(kit, edge, root, hanging(_BEHIND, -60), kit.back(), Layer.BACK_HAIR, Attach(),
                      replace(_BACK, hook=style.hook) if kit.art.soft else MassStyle(cleft=0.45), edge_attach=_falling(style.low, chain))  # fmt: skip
    if kit.art.locks:
        _hollow(kit, whole, bottom)
    if kit.art.massed and bottom < _FLICKING:
        with kit.pen.clipped(whole):
            nape_strands(kit, [(x, y) for _, x, y in half], Attach(turn=0.15))
    for sign in (-1, 1):
        _panel(kit, style, sign, grown, bow)
        if kit.art.locks and style.flicks and bottom > _FLICKING:
            _flicks(kit, sign, side, bottom, style, chain)


_BACK = MassStyle(cleft=0.45, bulge=0.05)
_FLICKING = 120.0
"""Hair that ends above this has no outline from which locks could peel."""


def _hollow(kit: HairKit, whole: int, bottom: float) -> None:
    """The dark inside of the hair behind the neck, from which the neck stands out."""
    half = [(92, 20), (84, 110), (60, min(bottom - 16, 190))]
    low = min(bottom - 10, 214)
    if kit.art.soft:
        # Beyond the hair's own edge, so that no edge of the dark is seen.
        half, low = [(104, -80), (100, 60), (92, bottom + 20)], bottom + 30
    flat = [*((-x, y) for x, y in half), (0, low), *half[::-1]]
    points = np.array([(x, y, _BEHIND) for x, y in flat])
    ramp = kit.tones.hair_2 if kit.spec.hair_colouring is HairColouring.INNER else kit.ramp()
    attach = Attach(turn=0.15)
    axis = kit.pen.axis((0, 70, _BEHIND), (0, min(bottom, 220), _BEHIND), attach)
    dark = mix(ramp.deep, ramp.dark, 0.45) if kit.art.soft else ramp.dark
    fading = Linear(((0, dark), (0.45, fade(dark, 0.75)), (1, fade(dark, 0))), axis)
    with kit.pen.clipped(whole):
        kit.pen.fill(points, fading, Layer.BACK_HAIR, attach, (0, len(points) - 1))


def _flicks(kit: HairKit, sign: int, side: FloatArray, bottom: float, style: Fall, chain: int) -> None:
    """Locks that peel off the outline [n, 2] and flick outward: what keeps long hair from looking cut out of card."""
    rng, t = kit.rng, np.linspace(0, 1, 9)
    places = [rng.uniform(84, 112), rng.uniform(170, 220)]
    for index, place in enumerate(places if bottom > 260 else places[:1]):
        top = place - 110 + rng.uniform(-20, 20)
        end = min(place + rng.uniform(44, 78), bottom + 6)
        if end - top < 50:
            continue
        y = top + (end - top) * t
        away = rng.uniform(6, 12) * (1.0 if index % 2 == 0 else 0.75)
        x: FloatArray = np.interp(y, side[:, 1], side[:, 0]) - 9 * (1 - t) ** 1.2 - 2
        x += away * np.clip((t - 0.45) / 0.55, 0.0, 1.0) ** 2.2
        run: FloatArray = np.column_stack([sign * x, y, np.full(9, -4.0)])
        half = rng.uniform(5.5, 8.0) * np.interp(t, [0, 0.3, 0.6, 0.85, 1], [0.3, 0.9, 1.0, 0.5, 0])
        across = sides(run) * half[:, None]
        head = float(np.mean(np.asarray(ramp_down(run, 110, 330, style.low))))
        attach = Attach(head=head, turn=0.2, chain=chain)
        kit.lock(run + across, run - across, kit.side(sign), Layer.SIDE_HAIR, attach, shade=0.5 if sign > 0 else 0.3,
                 strands=0, ink=1.15)  # fmt: skip
        light = Slivers(kit, Layer.SIDE_HAIR, attach)
        light.add((run + across * 0.5)[2:7], 1.1, light_of(kit.ramp(sign), 0.55 if sign < 0 else 0.3), detail=0.22)
        light.paint()


def short_fall(kit: HairKit, shape: Fall, full: Fall | None = None) -> None:
    """Draws a fall that ends at or above the shoulders, a little longer with ``hair_length``; ``full`` is its shape in
    larger masses.
    """
    fall(kit, full if full is not None and kit.art.massed else shape, stretch=0.8 + 0.5 * kit.length)


def long_fall(kit: HairKit, shape: Fall, full: Fall | None = None) -> None:
    """Draws a long fall, from the chest to the waist with ``hair_length``; ``full`` is its shape in larger masses."""
    fall(kit, full if full is not None and kit.art.massed else shape, stretch=0.62 + 0.85 * kit.length)


def _panel(
    kit: HairKit, style: Fall, sign: int, grown: Callable[[float, float], tuple[float, float]], bow: Bow
) -> None:
    """The hair beside the face, in the light."""
    layer = Layer.SIDE_HAIR
    side = np.array([grown(x, y) for x, y in style.panel_side or style.side], np.float64)
    side[:, 0] *= _volume(kit, side[:, 1])
    inner = np.array([grown(x, y) for x, y in style.panel], np.float64)
    inner[:, 0] += _APART if kit.art.soft else 0.0
    edge: list[tuple[str, float, float]] = []
    for letter, x, y in style.panel_edge:
        px, py = grown(x, y)
        edge.append((letter, sign * (px + kit.jitter(2)), py + kit.jitter(4)))
    outer = np.array([(104, -58), (100, -66), *map(tuple, side)], np.float64)
    if sign < 0:
        edge = edge[::-1]
    z = -2.0
    upward = np.column_stack([sign * outer[::-1, 0], outer[::-1, 1], np.full(len(outer), z)])
    down = np.column_stack([sign * inner[::-1, 0], inner[::-1, 1], np.full(len(inner), 40.0)])
    # Right of the face the edge runs outward, so the root goes up the outside and down the inside; left the other way.
    root = np.vstack([upward, down]) if sign > 0 else np.vstack([down[::-1], upward[::-1]])
    low = max(y for _, _, y in edge)
    chain = kit.hang((sign * 96, -30, 0), (sign * 100, low, 0), Sway(rate=style.rate * 1.1, hang=0.4))
    flow = hanging(z, -70, 0.93, lambda y: sign * bow(y))
    look = MassStyle(cleft=0.26 if kit.art.massed else 0.55, shade=0.16, strands=2, hook=style.hook)
    whole = draw_mass(kit, edge, root, flow, kit.side(sign), layer, Attach(), look,
              casts=True, edge_attach=_falling(style.low, chain, turn=0.22))  # fmt: skip
    fix = _falling(style.low, chain, turn=0.22)
    if kit.art.massed:
        with kit.pen.clipped(whole):
            shade_panel(kit, sign, outer, inner[::-1], low, fix)
            height = np.linspace(-44.0, 40.0, 5)
            front, behind = (
                np.column_stack([sign * np.interp(height, line[:, 1], line[:, 0]), height, np.full(5, depth)])
                for line, depth in ((inner[::-1], 40.0), (outer, z))
            )
            grey_temple(kit, front, behind, layer, fix)
    else:
        _strands(kit, sign, outer, inner[::-1], low, fix)
    line = root[: len(outer)] if sign > 0 else root[-len(outer) :]
    width = np.linspace(1.0, 0.3, len(line))
    if kit.art.massed:
        width = np.interp(np.linspace(0, 1, len(line)), [0, 0.35, 0.7, 1], [0.1, 1.0, 0.8, 0.3])
    elif kit.art.locks:
        if sign > 0:
            rim_light(kit, line[::-1], 3.4, 1.9, layer, fix)
        _panel_light(kit, sign, outer, inner[::-1], low, fix)
        width = np.interp(np.linspace(0, 1, len(line)), [0, 0.35, 0.7, 1], [1.2, 2.0, 1.3, 0.4])
    kit.pen.line(line, width if sign > 0 else width[::-1], kit.side(sign).line, layer, fix(line))
    if style.low < 1:
        hem = root[len(outer) :] if sign > 0 else root[: -len(outer)]
        paints = kit.side(sign)
        kit.pen.stroke(hem, *((0.7, paints.inner) if kit.art.massed else (0.9, paints.line)), layer, fix(hem))


_APART = 6.0
"""How much more of the cheeks is seen between soft panels."""


def _panel_light(
    kit: HairKit, sign: int, outer: FloatArray, inner: FloatArray, low: float, fix: Callable[[FloatArray], Attach]
) -> None:
    """Light and shadow down a panel: light in a band below the temple, long dark slivers from the ends up."""
    if low < 60:
        return
    ramp, rng = kit.ramp(sign), kit.rng

    def run(share: float, start: float, end: float) -> FloatArray:
        y = np.linspace(start, end, 8)
        x = np.interp(y, inner[:, 1], inner[:, 0]) * (1 - share) + np.interp(y, outer[:, 1], outer[:, 0]) * share
        return np.column_stack([sign * x, y, np.full(8, np.interp(share, [0, 1], [30.0, -2.0]))])

    slivers = Slivers(kit, Layer.SIDE_HAIR, fix)
    for share, thick in ((0.30, 3.2), (0.58, 4.2), (0.80, 2.6)):
        end = low - rng.uniform(14, 34)
        dark = run(share + rng.uniform(-0.05, 0.05), max(20.0, end - rng.uniform(90, 150)), end)
        slivers.add(dark, thick, fade(ramp.shade, 0.85), 0.7, 0.12)
    strength = 0.85 if sign < 0 else 0.55
    for middle, power in ((18.0, 1.0),) if low < 150 else ((14.0, 1.0), (low * 0.62, 0.6)):
        for share, thick, reach in _PANEL_LIGHTS:
            at = middle + rng.uniform(-8, 8) - 10 * (share - 0.5) ** 2
            tall = reach * rng.uniform(0.8, 1.25)
            lit = run(share + rng.uniform(-0.03, 0.03), at - tall, at + tall)
            slivers.add(lit, thick, light_of(ramp, strength * power), detail=0.15)
    slivers.paint()


_PANEL_LIGHTS = ((0.24, 1.4, 22), (0.42, 3.0, 34), (0.52, 1.0, 20), (0.74, 2.0, 26), (0.84, 0.8, 18))
"""Place across a panel (share of its width), half its thickness and half its length."""


def _strands(
    kit: HairKit, sign: int, outer: FloatArray, inner: FloatArray, low: float, fix: Callable[[FloatArray], Attach]
) -> None:
    """Long lines in a panel that keep their share of its width: dark strands, and light on what faces the light."""
    if low < 100:
        return
    paints = kit.side(sign)
    light = fade(paints.shine, 0.55)
    count = 4 if low < 160 else 6
    for index in range(count):
        share = (index + 0.5) / count + kit.rng.uniform(-0.05, 0.05)
        start, end = kit.rng.uniform(-40, 30), low * kit.rng.uniform(0.72, 0.95) - 14
        y = np.linspace(start, end, 7)
        x = np.interp(y, inner[:, 1], inner[:, 0]) * (1 - share) + np.interp(y, outer[:, 1], outer[:, 0]) * share
        run = np.column_stack([sign * x, y, np.interp(share, [0, 1], [30.0, -2.0]) + 0 * y])
        lit = index % 3 == (0 if sign < 0 else 2)
        colour, width = (light, 1.5) if lit else (paints.strand, 0.65)
        kit.pen.stroke(run, width, colour, Layer.SIDE_HAIR, fix(run), peak=0.4, detail=0.25)


def _falling(low: float, chain: int, turn: float = 0.15) -> Callable[[FloatArray], Attach]:
    """Points belong to the head above the chin and, below, more and more to the body; they turn with the face the more
    the nearer they are to it.
    """

    def fix(points: FloatArray) -> Attach:
        near = np.clip(points[:, 2] / 40.0, 0, 1)
        return Attach(head=ramp_down(points, 110, 330, low), turn=turn + 0.6 * near, chain=chain)

    return fix


def _volume(kit: HairKit, y: FloatArray) -> FloatArray:
    """How much wider the outline is at height ``y`` for voluminous hair; 1 for the usual thickness."""
    return np.asarray(1 + (kit.out - 1.05) * np.interp(y, [-140, 0, 200, 400], [0.6, 1.2, 1.6, 1.2]), np.float64)


def _bow(kit: HairKit, style: Fall) -> Bow:
    """How a fall bows: in a long S, hardly where the cut is straight."""
    if not kit.art.massed:
        return straight
    dice = random.Random(kit.spec.seed * 211 + 7)
    far, phase = (dice.uniform(4, 7) if style.flicks else 1.5), dice.uniform(-0.7, 0.7)

    def bow(y: Share) -> Share:
        place = np.asarray(y, np.float64)
        bowed: FloatArray = far * np.sin((place - 60) / 58.0 + phase) * np.clip((place - 40) / 120, 0, 1)
        return bowed

    return bow


def _grown(kit: HairKit, stretch: float, bow: Bow) -> Callable[[float, float], tuple[float, float]]:
    wave = kit.spec.hair_wave

    def grown(x: float, y: float) -> tuple[float, float]:
        longer = y if y < 110 else 110 + (y - 110) * stretch
        sway = wave * 9 * np.sin((longer - 20) / 26.0) * np.clip((longer - 10) / 80, 0, 1) * (1 if x > 0 else 0)
        return x + float(sway) + float(bow(longer)), longer

    return grown
