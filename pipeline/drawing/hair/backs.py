"""The hair behind and beside the head.

Outlines are the viewer's right half in design units (x, y): the ears are at (88, 30), the chin at 120, the shoulders'
corners at (118, 196), the picture's lower edge at 760. Each style is a dark mass behind the head, panels in the light
on both sides of the face, and what hangs from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.curls import afro, curly_long
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import Edge, Style, draw_mass, hanging, ramp_down
from pipeline.drawing.hair.tails import (
    braid,
    bun,
    double_bun,
    drills,
    low_twin_tails,
    ponytail,
    side_ponytail,
    twin_braids,
    twin_tails,
)
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import HairBack

_BEHIND = -14.0
_DOME = ((0, -141), (46, -132), (82, -104), (104, -58))
"""The outline of the hair over the head, from the crown to above the ear."""


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
    """

    side: Sequence[tuple[float, float]]
    edge: Edge
    panel: Sequence[tuple[float, float]]
    panel_edge: Edge
    low: float = 1.0
    rate: float = 2.0


def fall(kit: HairKit, style: Fall, stretch: float = 1.0) -> None:
    """Draws a fall; ``stretch`` lengthens all of it that lies below the chin."""
    grown = _grown(kit, stretch)
    half = [(letter, *grown(x, y)) for letter, x, y in style.edge]
    left = [(letter, kit.jitter(3) - x, y + kit.jitter(4)) for letter, x, y in half]
    right = [(letter, x + kit.jitter(3), y + kit.jitter(4)) for letter, x, y in half[::-1]]
    middle = [("t", 0.0, half[-1][2] + 14)] if half[-1][0] == "n" else []
    edge: Edge = [*left, *middle, *right]
    side = np.array([*_DOME[1:], *(grown(x, y) for x, y in style.side)], np.float64)
    side[:, 0] *= _volume(kit, side[:, 1])
    root = np.array(
        [(x, y, _BEHIND) for x, y in side[::-1]] + [(*_DOME[0], _BEHIND)] + [(-x, y, _BEHIND) for x, y in side]
    )
    bottom = max(y for _, _, y in half)
    chain = kit.hang((0, 20, -20), (0, bottom, -20), Sway(rate=style.rate, hang=0.35))
    draw_mass(kit, edge, root, hanging(_BEHIND, -60), kit.back(), Layer.BACK_HAIR, Attach(), Style(cleft=0.45),
              edge_attach=_falling(style.low, chain))  # fmt: skip
    for sign in (-1, 1):
        _panel(kit, style, sign, grown)


def _panel(kit: HairKit, style: Fall, sign: int, grown: Callable[[float, float], tuple[float, float]]) -> None:
    """The hair beside the face, in the light."""
    layer = Layer.SIDE_HAIR
    side = np.array([grown(x, y) for x, y in style.side], np.float64)
    side[:, 0] *= _volume(kit, side[:, 1])
    inner = np.array([grown(x, y) for x, y in style.panel], np.float64)
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
    flow = hanging(z, -70, gather=0.93)
    draw_mass(kit, edge, root, flow, kit.side(sign), layer, Attach(), Style(cleft=0.55, shade=0.16, strands=2),
              casts=True, edge_attach=_falling(style.low, chain, turn=0.22))  # fmt: skip
    _strands(kit, sign, outer, inner[::-1], low, _falling(style.low, chain, turn=0.22))
    line = root[: len(outer)] if sign > 0 else root[-len(outer) :]
    width = np.linspace(1.0, 0.3, len(line)) if sign > 0 else np.linspace(0.3, 1.0, len(line))
    kit.pen.line(line, width, kit.side(sign).line, layer, _falling(style.low, chain, turn=0.22)(line))
    if style.low < 1:
        hem = root[len(outer) :] if sign > 0 else root[: -len(outer)]
        kit.pen.stroke(hem, 0.9, kit.side(sign).line, layer, _falling(style.low, chain, turn=0.22)(hem))


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
    the nearer they are to it."""

    def fix(points: FloatArray) -> Attach:
        near = np.clip(points[:, 2] / 40.0, 0, 1)
        return Attach(head=ramp_down(points, 110, 330, low), turn=turn + 0.6 * near, chain=chain)

    return fix


def _volume(kit: HairKit, y: FloatArray) -> FloatArray:
    """How much wider the outline is at height ``y`` for voluminous hair; 1 for the usual thickness."""
    return np.asarray(1 + (kit.out - 1.05) * np.interp(y, [-140, 0, 200, 400], [0.6, 1.2, 1.6, 1.2]), np.float64)


def _grown(kit: HairKit, stretch: float) -> Callable[[float, float], tuple[float, float]]:
    wave = kit.spec.hair_wave

    def grown(x: float, y: float) -> tuple[float, float]:
        longer = y if y < 110 else 110 + (y - 110) * stretch
        sway = wave * 9 * np.sin((longer - 20) / 26.0) * np.clip((longer - 10) / 80, 0, 1) * (1 if x > 0 else 0)
        return x + float(sway), longer

    return grown


BOB = Fall(
    side=((114, -10), (121, 36), (124, 78), (116, 112)),
    edge=(("t", 92, 142), ("n", 80, 122), ("t", 62, 138), ("n", 48, 124), ("t", 30, 136), ("n", 12, 126)),
    panel=((64, 100), (67, 60), (79, 10), (84, -40)),
    panel_edge=(
        ("t", 60, 136),
        ("c", 72, 128),
        ("n", 80, 108),
        ("c", 88, 134),
        ("t", 78, 152),
        ("c", 100, 140),
        ("n", 116, 112),
    ),
)
SHORT = Fall(
    side=((107, -16), (109, 18), (104, 48)),
    edge=(("t", 98, 78), ("n", 84, 62), ("t", 74, 92), ("n", 58, 74), ("t", 44, 96), ("n", 20, 84)),
    panel=((82, 30), (84, 4), (84, -40)),
    panel_edge=(("t", 80, 58), ("n", 89, 36), ("t", 96, 72), ("n", 102, 44)),
)
MEDIUM = Fall(
    side=((115, -10), (121, 40), (117, 96), (124, 142), (136, 172)),
    edge=(
        ("t", 146, 194), ("n", 118, 170), ("t", 102, 210), ("n", 84, 180), ("t", 62, 206), ("n", 40, 184),
        ("t", 20, 202), ("n", 6, 186),
    ),
    panel=((70, 134), (64, 96), (68, 62), (78, 16), (84, -40)),
    panel_edge=(
        ("t", 60, 186), ("c", 78, 166), ("n", 85, 142), ("c", 98, 172), ("t", 96, 212), ("n", 112, 158),
        ("t", 146, 198), ("n", 135, 168),
    ),
    low=0.7,
    rate=1.8,
)  # fmt: skip
HIME_BACK = Fall(
    side=((114, -10), (119, 50), (121, 140), (124, 240), (128, 330)),
    edge=(
        ("t", 128, 352), ("t", 90, 356), ("n", 86, 338), ("t", 82, 357), ("t", 34, 360), ("n", 30, 340),
        ("t", 24, 360), ("t", 4, 360),
    ),
    panel=((70, 150), (71, 90), (79, 20), (84, -40)),
    panel_edge=(("t", 78, 344), ("t", 100, 348), ("n", 103, 322), ("t", 106, 350), ("t", 126, 348), ("n", 127, 330)),
    low=0.35,
    rate=1.4,
)  # fmt: skip
LONG = Fall(
    side=((115, -10), (121, 44), (117, 110), (124, 180), (142, 250), (152, 320)),
    edge=(
        ("t", 160, 372), ("n", 134, 330), ("t", 118, 392), ("n", 96, 340), ("t", 80, 384), ("n", 52, 346),
        ("t", 28, 390), ("n", 8, 350),
    ),
    panel=((74, 210), (62, 150), (66, 92), (77, 20), (84, -40)),
    panel_edge=(
        ("t", 62, 292), ("c", 80, 262), ("n", 88, 222), ("c", 100, 270), ("t", 96, 338), ("c", 112, 308),
        ("n", 116, 252), ("c", 128, 300), ("t", 156, 378), ("n", 150, 312),
    ),
    low=0.35,
    rate=1.35,
)  # fmt: skip
LONG_WAVY = Fall(
    side=((116, -10), (130, 44), (124, 104), (144, 170), (136, 240), (158, 306)),
    edge=(
        ("t", 166, 350), ("n", 138, 322), ("t", 132, 374), ("n", 104, 338), ("t", 84, 384), ("n", 58, 342),
        ("t", 30, 378), ("n", 8, 348),
    ),
    panel=((72, 196), (64, 140), (76, 84), (76, 24), (84, -40)),
    panel_edge=(
        ("t", 66, 296), ("c", 84, 262), ("n", 88, 226), ("c", 104, 282), ("t", 100, 344), ("c", 124, 312),
        ("n", 122, 262), ("t", 164, 356), ("n", 156, 304),
    ),
    low=0.35,
    rate=1.3,
)  # fmt: skip
WOLF = Fall(
    side=((116, -16), (124, 22), (130, 54)),
    edge=(
        ("t", 146, 84), ("n", 112, 70), ("t", 130, 128), ("n", 98, 112), ("t", 108, 172), ("n", 74, 148),
        ("t", 66, 192), ("n", 40, 164), ("t", 22, 190), ("n", 6, 170),
    ),
    panel=((74, 56), (80, 16), (84, -40)),
    panel_edge=(("t", 74, 112), ("n", 86, 72), ("t", 100, 132), ("n", 104, 62), ("t", 138, 88), ("n", 122, 46)),
    low=0.85,
)  # fmt: skip


def undercut(kit: HairKit) -> None:
    """Shaved sides: a shadow of stubble over the ears, the top combed over it."""
    pen = kit.pen
    ramp = kit.tones.hair
    for sign in (-1, 1):
        points = np.array([(92, -66, -2), (101, -30, -4), (100, 0, -6), (95, 20, -6), (86, 14, 10), (83, -20, 26),
                           (82, -60, 34)], float)  # fmt: skip
        points[:, 0] *= sign
        pen.fill(points, ramp.deep, Layer.EARS, Attach(turn=0.5, wrap=True), (3, 4))
        for row in range(3):
            y = -34 + 17 * row
            pen.stroke(
                [(sign * 86, y, 20), (sign * 96, y + 3, 4)], 0.5, ramp.dark, Layer.EARS, Attach(turn=0.5), detail=0.3
            )
    nape = np.array(
        [(-70, 40, -30), (-60, 84, -30), (-30, 96, -30), (30, 96, -30), (60, 84, -30), (70, 40, -30)], float
    )
    pen.fill(nape, ramp.dark, Layer.BACK_HAIR, Attach(turn=0.1))
    dome = np.array([(0, -140, -14), (60, -126, -14), (98, -84, -14), (108, -44, -14), (96, -28, -14), (-96, -28, -14),
                     (-108, -44, -14), (-98, -84, -14), (-60, -126, -14)], float)  # fmt: skip
    pen.fill(dome, kit.back().fill, Layer.BACK_HAIR, Attach(turn=0.0))


def _long(kit: HairKit, style: Fall) -> None:
    fall(kit, style, stretch=0.62 + 0.85 * kit.length)


def _short(kit: HairKit, style: Fall) -> None:
    fall(kit, style, stretch=0.8 + 0.5 * kit.length)


def hime(kit: HairKit) -> None:
    """Long and cut straight, with cheek-long straight locks beside the face."""
    _long(kit, HIME_BACK)
    for sign in (-1, 1):
        edge: Edge = sorted(
            [("n", sign * 90, 70.0), ("t", sign * 92, 128.0), ("t", sign * 63, 126.0), ("n", sign * 61, 70.0)],
            key=lambda item: item[1],
        )
        top = [(88, 10), (90, -40), (84, -70), (72, -40), (65, 10)]
        root = np.array([(sign * x, y, 34.0) for x, y in (top if sign > 0 else top[::-1])])
        chain = kit.hang((sign * 76, 10, 30), (sign * 76, 128, 30), Sway(rate=2.2, hang=0.6))
        draw_mass(kit, edge, root, hanging(34.0, -60, 0.95), kit.side(sign), Layer.SIDE_HAIR,
                  Attach(turn=0.8, chain=chain), Style(bulge=0.0), casts=True)  # fmt: skip


BACKS: dict[HairBack, Callable[[HairKit], None]] = {
    HairBack.SHORT: partial(_short, style=SHORT),
    HairBack.UNDERCUT: undercut,
    HairBack.SPIKY: partial(_short, style=SHORT),
    HairBack.BOB: partial(_short, style=BOB),
    HairBack.MEDIUM: partial(_short, style=MEDIUM),
    HairBack.HIME: hime,
    HairBack.LONG: partial(_long, style=LONG),
    HairBack.LONG_WAVY: partial(_long, style=LONG_WAVY),
    HairBack.WOLF: partial(_short, style=WOLF),
    HairBack.TWIN_TAILS: twin_tails,
    HairBack.LOW_TWIN_TAILS: low_twin_tails,
    HairBack.PONYTAIL: ponytail,
    HairBack.SIDE_PONYTAIL: side_ponytail,
    HairBack.BRAID: braid,
    HairBack.TWIN_BRAIDS: twin_braids,
    HairBack.BUN: bun,
    HairBack.DOUBLE_BUN: double_bun,
    HairBack.DRILLS: drills,
    HairBack.CURLY: curly_long,
    HairBack.AFRO: afro,
}
