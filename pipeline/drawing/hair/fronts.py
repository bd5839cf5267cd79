"""Fringes: each an authored edge on the skull.

Places are (degrees, down): the brows are at down 1.01, the middle of the eyes at 1.26 and 23 degrees, the cheeks' edge
at 52 degrees.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.hair.curls import curls
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import USUAL, Edge, Flow, Style, draw_mass, from_part, on_skull, shine_band
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.types.spec import HairBack, HairColouring, HairFront

_OUT = 1.012
"""A fringe lies over the cap."""


def fringe(
    kit: HairKit,
    edge: Edge,
    part: float | None = None,
    style: Style = USUAL,
    light: float = 0.60,
    layer: Layer = Layer.FRINGE,
) -> None:
    """A fringe from the crown, or from a parting at longitude ``part``; ``light`` is the height of its ring of light."""
    flow = on_skull(kit, _OUT) if part is None else from_part(kit, part, _OUT)
    edge = _varied(kit, edge, clear=layer is Layer.FRINGE)
    first, last = edge[0], edge[-1]
    steps = np.linspace(0, 1, 5)[1:]
    up_right = [flow(last[1], last[2], s) for s in steps]
    up_left = [flow(first[1], first[2], s) for s in steps[::-1]]
    root = np.array([*up_right, *up_left])
    chain = kit.hang((0, -70, 70), (0, 40, 80), Sway(rate=3.0, damping=0.3, hang=0.2))
    attach = Attach(wrap=True, chain=chain, give=0.6)
    whole = draw_mass(kit, edge, root, flow, kit.fringe(-1), layer, attach, style, casts=True)
    if kit.spec.hair_colouring is HairColouring.SPLIT:
        with kit.pen.clipped(_right_half(kit, part or 0.0)):
            draw_mass(kit, edge, root, flow, kit.fringe(1), layer, attach, style)
    elif kit.spec.hair_colouring is HairColouring.STREAKS:
        with kit.pen.clipped(whole):
            _streaks(kit, edge, flow, attach)
    with kit.pen.clipped(whole):
        _fine_hair(kit, edge, flow, layer, attach)
    if part is not None:
        run = np.array([skull(part * s, 0.08 + 0.68 * s, kit.out * _OUT) for s in np.linspace(0, 1, 6)])
        kit.pen.line(run, [0.1, 0.5, 0.75, 0.9, 1.0, 0.9], kit.fringe(-1).line, Layer.FRINGE, attach)
    if light:
        shine_band(kit, 70, light, 0.19)


def _fine_hair(kit: HairKit, edge: Edge, flow: Flow, layer: Layer, attach: Attach) -> None:
    """Single hairs from the root toward the tips: dark ones, and a few in the light, so that no large lock is empty."""
    places, downs = [along for _, along, _ in edge], [down for _, _, down in edge]
    order = np.argsort(places)
    for index, place in enumerate(np.linspace(-66, 66, 15)):
        lon = float(place) + kit.rng.uniform(-4, 4)
        down = float(np.interp(lon, np.asarray(places)[order], np.asarray(downs)[order]))
        near, far = kit.rng.uniform(0.06, 0.30), kit.rng.uniform(0.55, 0.85)
        run = np.array([flow(lon, down, share) for share in np.linspace(near, far, 6)])
        paints = kit.fringe(lon)
        lit = index % 4 == 1 and lon < 30
        colour, width = (fade(paints.shine, 0.45), 1.2) if lit else (fade(paints.strand, 0.75), 0.55)
        kit.pen.stroke(run, width, colour, layer, attach, peak=0.4, detail=0.25)


def _varied(kit: HairKit, edge: Edge, clear: bool) -> Edge:
    """The edge with its inner points moved a little, as the seed wants; ``clear``: lifted off the eyes."""
    inner = [
        (
            letter,
            along + kit.jitter(1.6),
            (_clear_of_eyes(along, down) if clear else down) + kit.jitter(0.02 if letter == "t" else 0.012),
        )
        for letter, along, down in edge[1:-1]
    ]
    return [edge[0], *inner, edge[-1]]


def _clear_of_eyes(longitude: float, down: float) -> float:
    """Nothing hangs over the eyes by a little (the upper lash is at down 1.09): tips stop above them or pass them by."""
    limit = float(np.interp(abs(longitude), [7, 13, 44, 54], [1.30, 1.10, 1.12, 1.50]))
    return down if down <= limit or down > 1.45 else limit + 0.12 * (down - limit)


def _right_half(kit: HairKit, part: float) -> int:
    """A clip: everything on the viewer's right of a meridian."""
    downs = np.linspace(0.02, 1.9, 9)
    middle = skull(np.full(9, part * 0.6), downs, kit.out * 1.02)
    outside = skull(np.full(9, 112.0), downs[::-1], kit.out * 1.4)
    return kit.pen.shape(np.vstack([middle, outside]), SKULL, (0, 8, 9, 17))


def _streaks(kit: HairKit, edge: Edge, flow: Flow, attach: Attach) -> None:
    marks = [item for item in edge if item[0] in "tn"]
    locks = [i for i in range(1, len(marks) - 1) if marks[i][0] == "t"]
    for index in locks[1 :: max(2, len(locks) // 3)]:
        (_, left, left_down), (_, tip, tip_down), (_, right, right_down) = marks[index - 1 : index + 2]
        shares = np.linspace(0, 0.95, 6)
        rows = [
            [flow(left + 2, left_down, s) for s in shares[::-1]],
            [flow(tip, tip_down + 0.03, 0.0)],
            [flow(right - 2, right_down, s) for s in shares],
        ]
        points = np.array([point for row in rows for point in row])
        kit.pen.fill(points, kit.streaked(kit.fringe(tip)).fill, Layer.FRINGE, attach, (6,))


STRAIGHT: Edge = (
    ("n", -80, 0.96), ("t", -63, 1.40), ("n", -53, 1.04), ("t", -38, 1.27), ("n", -27, 0.94), ("t", -15, 1.15),
    ("n", -10, 0.98), ("t", 2, 1.21), ("n", 8, 0.93), ("t", 22, 1.16), ("n", 30, 0.98), ("t", 43, 1.28),
    ("n", 53, 1.03), ("t", 64, 1.38), ("n", 80, 0.96),
)  # fmt: skip
BLUNT: Edge = (
    ("n", -80, 0.98), ("t", -66, 1.30), ("n", -58, 1.09), ("t", -54, 1.13), ("t", -34, 1.10), ("n", -31, 1.03),
    ("t", -28, 1.09), ("t", -11, 1.085), ("n", -8, 1.02), ("t", -5, 1.085), ("t", 12, 1.09), ("n", 15, 1.02),
    ("t", 18, 1.09), ("t", 35, 1.10), ("n", 38, 1.03), ("t", 41, 1.105), ("t", 55, 1.13), ("n", 58, 1.08),
    ("t", 66, 1.30), ("n", 80, 0.98),
)  # fmt: skip
HIME: Edge = (
    ("n", -80, 0.98), ("t", -60, 1.06), ("t", -40, 1.06), ("n", -37, 1.0), ("t", -34, 1.055), ("t", -14, 1.045),
    ("n", -11, 0.98), ("t", -8, 1.045), ("t", 13, 1.045), ("n", 16, 0.98), ("t", 19, 1.05), ("t", 40, 1.06),
    ("n", 43, 1.0), ("t", 46, 1.06), ("t", 61, 1.06), ("n", 80, 0.98),
)  # fmt: skip
PARTED: Edge = (
    ("n", -80, 0.96), ("t", -69, 1.48), ("n", -59, 1.14), ("t", -52, 1.32), ("n", -43, 1.02), ("t", -36, 1.15),
    ("c", -26, 0.98), ("c", -13, 0.86), ("n", 0, 0.77), ("c", 12, 0.85), ("c", 25, 0.97), ("t", 36, 1.13),
    ("n", 43, 1.02), ("t", 53, 1.34), ("n", 60, 1.14), ("t", 69, 1.46), ("n", 80, 0.96),
)  # fmt: skip
CURTAIN: Edge = (
    ("n", -82, 0.98), ("t", -74, 1.72), ("n", -66, 1.30), ("t", -61, 1.52), ("c", -54, 1.20), ("c", -40, 0.98),
    ("c", -20, 0.83), ("n", 0, 0.74), ("c", 20, 0.83), ("c", 40, 0.98), ("c", 54, 1.20), ("t", 61, 1.54),
    ("n", 66, 1.30), ("t", 74, 1.70), ("n", 82, 0.98),
)  # fmt: skip
SWEEP: Edge = (
    ("n", -80, 0.96), ("t", -67, 1.38), ("n", -58, 1.04), ("t", -51, 1.20), ("c", -44, 0.96), ("n", -34, 0.78),
    ("c", -20, 0.88), ("c", -7, 0.99), ("t", 7, 1.17), ("n", 10, 1.02), ("c", 18, 1.09), ("t", 33, 1.25),
    ("n", 36, 1.07), ("c", 44, 1.17), ("t", 59, 1.43), ("n", 60, 1.13), ("t", 70, 1.40), ("n", 80, 0.96),
)  # fmt: skip
SIDE_PART: Edge = (
    ("n", -80, 0.96), ("t", -71, 1.42), ("n", -62, 1.06), ("t", -54, 1.24), ("c", -47, 0.93), ("n", -38, 0.76),
    ("c", -17, 0.82), ("c", 8, 0.92), ("c", 30, 1.05), ("t", 52, 1.34), ("n", 54, 1.14), ("c", 60, 1.26),
    ("t", 71, 1.54), ("n", 80, 0.96),
)  # fmt: skip
ONE_EYE: Edge = (
    ("n", -80, 0.98), ("t", -68, 1.44), ("n", -60, 1.06), ("t", -52, 1.22), ("c", -45, 0.94), ("n", -36, 0.76),
    ("c", -20, 0.88), ("c", -8, 1.06), ("c", 2, 1.30), ("t", 14, 1.62), ("n", 17, 1.42), ("c", 25, 1.50),
    ("t", 38, 1.76), ("n", 41, 1.46), ("c", 49, 1.54), ("t", 60, 1.70), ("n", 66, 1.20), ("n", 80, 0.98),
)  # fmt: skip
MESSY: Edge = (
    ("n", -80, 0.94), ("t", -70, 1.30), ("n", -60, 1.06), ("t", -56, 1.38), ("n", -44, 0.96), ("t", -44, 1.18),
    ("n", -33, 0.92), ("t", -24, 1.24), ("n", -15, 0.90), ("t", -18, 1.10), ("n", -4, 0.93), ("t", 6, 1.26),
    ("n", 13, 0.95), ("t", 15, 1.14), ("n", 26, 0.92), ("t", 37, 1.22), ("n", 44, 1.00), ("t", 44, 1.20),
    ("n", 55, 1.00), ("t", 66, 1.36), ("n", 80, 0.94),
)  # fmt: skip
CHOPPY: Edge = (
    ("n", -80, 0.96), ("t", -66, 1.26), ("t", -59, 1.22), ("n", -55, 1.02), ("t", -48, 1.13), ("t", -39, 1.16),
    ("n", -34, 0.98), ("t", -29, 1.08), ("t", -19, 1.10), ("n", -14, 0.96), ("t", -9, 1.05), ("t", 3, 1.12),
    ("n", 7, 0.97), ("t", 13, 1.10), ("t", 23, 1.06), ("n", 28, 0.96), ("t", 35, 1.14), ("t", 43, 1.10),
    ("n", 49, 1.0), ("t", 57, 1.22), ("t", 66, 1.26), ("n", 80, 0.96),
)  # fmt: skip
SPIKY: Edge = (
    ("n", -82, 0.92), ("t", -80, 1.26), ("n", -66, 0.98), ("t", -62, 1.34), ("n", -49, 0.88), ("t", -42, 1.20),
    ("n", -27, 0.80), ("t", -14, 1.18), ("n", -2, 0.80), ("t", 14, 1.26), ("n", 20, 0.86), ("t", 37, 1.16),
    ("n", 42, 0.92), ("t", 58, 1.32), ("n", 64, 1.00), ("t", 80, 1.28), ("n", 82, 0.92),
)  # fmt: skip
M_SHAPED: Edge = (
    ("n", -80, 0.96), ("t", -65, 1.44), ("n", -55, 1.08), ("t", -47, 1.27), ("c", -37, 1.0), ("n", -23, 0.80),
    ("c", -14, 0.97), ("t", -3, 1.33), ("n", 1, 1.12), ("t", 5, 1.24), ("c", 16, 0.98), ("n", 24, 0.80),
    ("c", 38, 1.0), ("t", 48, 1.27), ("n", 55, 1.08), ("t", 65, 1.42), ("n", 80, 0.96),
)  # fmt: skip


WAVY: Edge = (
    ("n", -80, 0.96), ("t", -70, 1.34), ("n", -56, 1.06), ("t", -50, 1.22), ("n", -38, 0.98), ("t", -30, 1.13),
    ("n", -19, 0.94), ("t", -8, 1.17), ("n", 1, 0.96), ("t", 12, 1.19), ("n", 22, 0.95), ("t", 32, 1.12),
    ("n", 41, 0.99), ("t", 52, 1.24), ("n", 58, 1.06), ("t", 71, 1.36), ("n", 80, 0.96),
)  # fmt: skip
_UNDER_CURLS = {
    HairBack.CURLY, HairBack.AFRO, HairBack.SHORT, HairBack.UNDERCUT, HairBack.SPIKY, HairBack.BUN, HairBack.DOUBLE_BUN,
}  # fmt: skip


def swept_back(kit: HairKit) -> None:
    """No fringe: the hair runs back from the hairline; one strand has come loose."""
    half = ((82, 1.10), (74, 1.04), (66, 0.94), (57, 0.83), (44, 0.735), (29, 0.68), (13, 0.685))
    edge: Edge = (
        *(("n" if lon == 82 else "c", -lon, down) for lon, down in half),
        ("c", 0, 0.72),
        *(("n" if lon == 82 else "c", lon, down) for lon, down in half[::-1]),
    )
    fringe(kit, edge, style=Style(ink=0.75, cleft=0.0), light=0.34)
    pen, paints = kit.pen, kit.fringe(0)
    for place in (-52, -36, -21, -7, 8, 22, 37, 53):
        lon = place + kit.jitter(2)
        start = float(np.interp(abs(lon), [0, *(a for a, _ in half[:0:-1])], [0.72, *(d for _, d in half[:0:-1])]))
        run = np.array([skull(lon * (1 - 0.25 * s), start * (1 - s) + 0.06 * s, kit.out * _OUT)
                        for s in np.linspace(0, 0.5 + 0.3 * kit.rng.random(), 5)])  # fmt: skip
        pen.line(run, [0.9, 0.75, 0.6, 0.35, 0.08], paints.strand, Layer.FRINGE, SKULL, detail=0.2)
    t = np.linspace(0, 1, 8)
    side = -1 if kit.rng.random() < 0.5 else 1
    kit.skull_lock(side * (14 + 22 * t + 9 * np.sin(np.pi * t)), 0.50 + 0.72 * t, 3.4 * (1 - t) ** 0.7 + 0.3, paints,
                   Layer.FRINGE, out=_OUT, sway=Sway(rate=2.6, hang=0.4, start=0.2), strands=0)  # fmt: skip


def curly(kit: HairKit) -> None:
    """A cushion of round curls over the forehead; wavy bangs where the rest of the hair is long and straight."""
    if kit.spec.hair_back not in _UNDER_CURLS:
        fringe(kit, WAVY, style=Style(bulge=0.34, cleft=0.5), light=0.0)
        return
    lobes = []
    for low, radius, count, spread in ((0.52, 27.0, 5, 58), (0.76, 28.0, 6, 70), (0.97, 25.0, 7, 78)):
        for lon in np.linspace(-spread, spread, count):
            turned, down = lon + kit.jitter(4), low + 0.10 * (abs(lon) / 70) ** 2 + kit.jitter(0.04)
            x, y, z = (float(v) for v in skull(turned, down, kit.out * 1.03))
            narrow = 0.72 + 0.28 * float(np.cos(np.radians(lon)))
            lobes.append((x, y, z, radius * narrow * (0.88 + 0.24 * kit.rng.random())))
    longitudes = np.linspace(-74, 74, 9)
    body = np.vstack([skull(longitudes, np.full(9, 0.95), kit.out), skull(longitudes[::-1], np.full(9, 0.30), kit.out)])
    curls(kit, lobes, kit.fringe(-1), Layer.FRINGE, SKULL, body, casts=True)


FRONTS: dict[HairFront, Callable[[HairKit], None]] = {
    HairFront.STRAIGHT: partial(fringe, edge=STRAIGHT),
    HairFront.BLUNT: partial(fringe, edge=BLUNT, style=Style(bulge=0.05, cleft=0.30, shade=0.10)),
    HairFront.HIME: partial(fringe, edge=HIME, style=Style(bulge=0.04, cleft=0.24, shade=0.08)),
    HairFront.PARTED: partial(fringe, edge=PARTED, part=0.0),
    HairFront.CURTAIN: partial(fringe, edge=CURTAIN, part=0.0, style=Style(cleft=0.5)),
    HairFront.SWEEP: partial(fringe, edge=SWEEP, part=-33.0),
    HairFront.SIDE_PART: partial(fringe, edge=SIDE_PART, part=-37.0),
    HairFront.MESSY: partial(fringe, edge=MESSY, style=Style(bulge=0.14), light=0.0),
    HairFront.CHOPPY: partial(fringe, edge=CHOPPY, style=Style(bulge=0.06, cleft=0.34)),
    HairFront.ONE_EYE: partial(fringe, edge=ONE_EYE, part=-35.0, layer=Layer.HEAD_WEAR),
    HairFront.SWEPT_BACK: swept_back,
    HairFront.SPIKY: partial(fringe, edge=SPIKY, style=Style(bulge=0.12, cleft=0.3), light=0.0),
    HairFront.CURLY: curly,
    HairFront.M_SHAPED: partial(fringe, edge=M_SHAPED),
}
