"""A fringe: an authored edge on the skull.

Places are (degrees, down): the brows are at down 1.01, the middle of the eyes at 1.26 and 23 degrees, the cheeks' edge
at 52 degrees.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.hair.clumps import EYES, TEMPLE, Clumps, clear_of_eyes, draw_clumps, lean
from pipeline.drawing.hair.gloss import Lows, Slivers, dark_streaks, gloss
from pipeline.drawing.hair.greying import grey_temple, greys
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import USUAL, Edge, Flow, MassStyle, draw_mass, from_part, on_skull, shine_band
from pipeline.drawing.hair.tone import crown_tone, fading, soft_ring, strands
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.types.spec import Age, HairBack, HairColouring, HairSide

OUT = 1.012
"""A fringe lies over the cap."""
_USUAL_LIGHT = 0.56


class Trim(NamedTuple):
    """A fringe in large masses: its edge, the locks over it, and its parting where that is not the style's."""

    edge: Edge
    clumps: Clumps
    part: float | None = None


def fringe(
    kit: HairKit,
    edge: Edge,
    part: float | None = None,
    style: MassStyle = USUAL,
    light: float = 0.60,
    layer: Layer = Layer.FRINGE,
    clumps: Clumps = (),
    even: bool = False,
    cuts: Sequence[Trim] = (),
    casts: bool = True,
    flow: Flow | None = None,
) -> int:
    """A fringe from the crown, or from a parting at longitude ``part``.

    Args:
        light: height of its ring of light (``down``), 0 for none; hair in locks always has one. clumps: the locks that lie over it.
        even: its tips keep to their places, as those of a blunt cut do. cuts: what it may be in
            larger masses; chance takes one. casts: it hangs over the forehead, so it throws a shadow there.
        flow: how it lies where it comes neither from the crown nor from a parting; whoever knows that lays its tone.

    Returns:
        The curve of the whole fringe, to clip by.
    """
    massed = kit.art.massed
    if massed and cuts:
        cut = random.Random(kit.spec.seed * 71 + 9).choice(cuts)
        edge, clumps, part = cut.edge, cut.clumps, part if cut.part is None else cut.part
        if kit.spec.hair_back is HairBack.UNDERCUT:
            inner = [item for item in edge if abs(item[1]) < _SHAVED and item[1] * (part or 0) <= (part or 0) ** 2 + 60]
            edge = [*_OVER_SHAVED, *inner, *_mirrored(_OVER_SHAVED)]
        elif kit.spec.hair_side in {HairSide.NONE, HairSide.SHORT}:
            edge = [
                (letter, along, min(down, _ABOVE_EAR) if abs(along) > _TEMPLES else down)
                for letter, along, down in edge
            ]
        if part is not None:
            low = _LOW_ROOTS + (_LOW_ON_CHILDREN if kit.spec.age is Age.CHILD else 0.0)
            edge = [(letter, along, down + low * max(0.0, 1 - abs(along - part) / 42)) for letter, along, down in edge]
    if massed and part and kit.combed < 0 and layer is Layer.FRINGE:
        edge, clumps, part = _mirrored(edge), _mirrored_clumps(clumps), -part
    falling = on_skull(kit, OUT) if part is None else from_part(kit, part, OUT)
    flow = flow or falling
    leaning = lean(kit, even or part is not None) if kit.art.locks else 0.0
    if kit.art.locks and part is not None and not (massed and cuts):
        edge = _rounded(edge, part)
    edge = _varied(kit, edge, layer is Layer.FRINGE, leaning, even or part is not None)
    first, last = edge[0], edge[-1]
    steps = np.linspace(0, 1, 5)[1:]
    up_right = [falling(last[1], last[2], s) for s in steps]
    up_left = [falling(first[1], first[2], s) for s in steps[::-1]]
    root = np.array([*up_right, *up_left])
    chain = kit.hang((0, -70, 70), (0, 40, 80), Sway(rate=3.0, damping=0.3, hang=0.2))
    # A little in front of the face, it turns less far: else the far half would run over the far eye.
    # In large masses it swings less: a fringe that a violent turn throws aside would open over an eye.
    attach = Attach(turn=0.70 if kit.art.locks else 1.0, wrap=True, chain=chain, give=0.38 if massed else 0.6)
    split = kit.spec.hair_colouring is HairColouring.SPLIT
    other = (_right_half(kit, 0.0), kit.fringe(1).fill) if massed and split else None
    whole = draw_mass(
        kit, edge, root, flow, kit.fringe(-1), layer, attach, style, casts=casts, other=other, region=kit.fringe
    )
    if split and not massed:
        with kit.pen.clipped(_right_half(kit, part or 0.0)):
            draw_mass(kit, edge, root, flow, kit.fringe(1), layer, attach, style)
    elif kit.spec.hair_colouring is HairColouring.STREAKS:
        with kit.pen.clipped(whole):
            _streaks(kit, edge, flow, attach)
    if not kit.art.locks:
        with kit.pen.clipped(whole):
            _fine_hair(kit, edge, flow, 66, 15, layer, attach)
        _part_line(kit, part, (0.1, 0.5, 0.75, 0.9, 1.0, 0.9), attach)
        if light:
            shine_band(kit, 70, light, 0.19)
        return whole
    lows = _lows(edge)
    if part is not None and kit.art.gathered:
        with kit.pen.clipped(whole):
            _roots(kit, part, lows, flow, layer, attach)
    over = Layer.HAIR_LIGHT if clumps and layer is Layer.FRINGE else layer
    if massed:
        draw_clumps(kit, clumps, part, leaning, lows, kit.out * OUT * 1.008, layer, attach)
        if flow is falling:
            strands(kit, flow, lows, 58, over, attach)
            soft_ring(kit, flow, lows, 66, over, attach)
            crown_tone(kit, part or 0.0, over, attach)
            _grey(kit, flow, lows, over, attach)
    else:
        dark_streaks(kit, flow, lows, 64, layer, attach)
        _fine_hair(kit, edge, flow, 64, 9, layer, attach)
        draw_clumps(kit, clumps, part, leaning, lows, kit.out * OUT * 1.008, layer, attach)
        gloss(kit, flow, lows, 68, light or _USUAL_LIGHT, over, attach)
        _part_line(kit, part, (0.05, 0.35, 0.6, 0.6, 0.45, 0.3), attach)
    return whole


def _grey(kit: HairKit, flow: Flow, lows: Lows, layer: Layer, attach: Attach) -> None:
    """Grey that comes up from the ends before the ears, where temples are grey."""
    if not greys(kit):
        return
    for sign in (-1, 1):
        places = [sign * place for place in (50.0, 60.0, 70.0, 80.0, 88.0)]
        ends, roots = (np.array([flow(place, lows(place), share) for place in places]) for share in (0.04, 0.5))
        grey_temple(kit, ends, roots, layer, attach)


_LOW_ROOTS, _LOW_ON_CHILDREN = 0.035, 0.05
"""How much lower (``down``) a parting's hairline lies than its edge says, and how much more on children."""
_TEMPLES, _ABOVE_EAR = 62.0, 1.34
"""Degrees from the middle beyond which a fringe without locks before the ears ends above them, and where (``down``)."""
_SHAVED = 46.0
_OVER_SHAVED: Edge = (("n", -74, 0.60), ("c", -65, 0.70), ("c", -56, 0.82))
"""Degrees from the middle beyond which hair over shaved sides is combed back, and its edge there."""


def _mirrored(edge: Edge) -> Edge:
    return [(letter, -along, down) for letter, along, down in edge[::-1]]


def _mirrored_clumps(clumps: Clumps) -> Clumps:
    return [(-root, -tip, down, half, -bend) for root, tip, down, half, bend in clumps]


def _lows(edge: Edge) -> Lows:
    """How far down a fringe with this edge reaches."""
    ordered = sorted((along, down) for _, along, down in edge)
    places, downs = (np.array(column) for column in zip(*ordered, strict=True))

    def low(longitude: float) -> float:
        return max(0.9, float(np.interp(longitude, places, downs)))

    return low


def _part_line(kit: HairKit, part: float | None, widths: Sequence[float], attach: Attach) -> None:
    """The line of a parting."""
    if part is not None:
        run = np.array([skull(part * s, 0.08 + 0.68 * s, kit.out * OUT) for s in np.linspace(0, 1, 6)])
        kit.pen.line(run, widths, kit.fringe(-1).line, Layer.FRINGE, attach)


_NEAR_PART = 44.0
"""Degrees from a parting within which hair grows at the edge of the forehead."""


def _roots(kit: HairKit, part: float, lows: Lows, flow: Flow, layer: Layer, attach: Attach) -> None:
    """Where hair is combed to both sides, its roots show: wedges of shade that run up from the edge of the forehead."""
    wedges = Slivers(kit, layer, attach)
    top, low = skull([part, part], [0.45, lows(part) + 0.10], kit.out)
    paints = [fading(kit, fade(kit.shadow(side), 0.85), top, low, attach) for side in (-1, 1)]
    for place in np.linspace(part - _NEAR_PART, part + _NEAR_PART, 8)[1:-1]:
        lon = float(place) + kit.jitter(5.0)
        run = flow(lon, lows(lon) + 0.05, np.linspace(0.0, kit.rng.uniform(0.2, 0.52), 4))
        wedges.add(run, kit.rng.uniform(1.2, 4.2), paints[lon > 0], peak=0.1)
    wedges.paint()


def _fine_hair(kit: HairKit, edge: Edge, flow: Flow, spread: float, count: int, layer: Layer, attach: Attach) -> None:
    """Single hairs from the root toward the tips: dark ones, and a few in the light, so that no large lock is empty."""
    places, downs = [along for _, along, _ in edge], [down for _, _, down in edge]
    order = np.argsort(places)
    for index, place in enumerate(np.linspace(-spread, spread, count)):
        lon = float(place) + kit.rng.uniform(-4, 4)
        down = float(np.interp(lon, np.asarray(places)[order], np.asarray(downs)[order]))
        near, far = kit.rng.uniform(0.06, 0.30), kit.rng.uniform(0.55, 0.85)
        run = flow(lon, down, np.linspace(near, far, 6))
        paints = kit.fringe(lon)
        lit = index % 4 == 1 and lon < 30
        colour, width = (fade(paints.shine, 0.45), 1.2) if lit else (fade(paints.strand, 0.75), 0.55)
        kit.pen.stroke(run, width, colour, layer, attach, peak=0.4, detail=0.25)


_LEANS = {"t": 1.0, "n": 0.35, "c": 0.6}
"""How far tips, notches and other points of an edge lean with it."""


_UNEVEN = 6.0
"""Degrees by which places of an edge are moved so that its locks differ in width."""


def _varied(kit: HairKit, edge: Edge, clear: bool, leaning: float, clear_cut: bool) -> Edge:
    """The edge with its inner points moved a little, as the seed wants; ``clear``: lifted off the eyes; ``leaning``:
    degrees that its tips lean; ``clear_cut``: its locks keep about their widths.
    """
    phase = kit.rng.uniform(0, 2 * np.pi) if kit.art.massed else 0.0

    def uneven(along: float) -> float:
        """Locks of one cut differ in width."""
        share = float(np.clip((58 - abs(along)) / 20, 0, 1)) * kit.art.massed * (0.4 if clear_cut else 1.0)
        return _UNEVEN * share * float(np.sin(along / 21 + phase))

    limits = TEMPLE if kit.art.massed else EYES
    inner: list[tuple[str, float, float]] = []
    for letter, along, down in edge[1:-1]:
        leant = leaning * _LEANS[letter] * float(np.cos(np.radians(along)))
        at = along + uneven(along) + kit.jitter(1.6) + leant
        low = clear_of_eyes(at if kit.art.massed else along, down, limits) if clear else down
        inner.append((letter, at, low + kit.jitter(0.02 if letter == "t" else 0.012)))
    return [edge[0], *inner, edge[-1]]


def _rounded(edge: Edge, part: float) -> Edge:
    """The edge with a lower hairline around a parting; beside the middle, its corner there is round."""
    notches = [item for item in edge[1:-1] if item[0] == "n"]
    corner = min(notches, key=lambda item: abs(item[1] - part))

    def lowered(along: float) -> float:
        return _LOW_HAIRLINE * max(0.0, 1 - abs(along - part) / 45)

    kind = "c" if part else corner[0]
    return [(kind if item is corner else item[0], item[1], item[2] + lowered(item[1])) for item in edge]


_LOW_HAIRLINE = 0.07


def _right_half(kit: HairKit, part: float) -> int:
    """A clip: everything on the viewer's right of a meridian."""
    downs = np.linspace(0.02, 1.9, 9)
    middle = skull(np.full(9, part * 0.6), downs, kit.out * 1.02)
    if kit.art.massed:
        # Far outside, wherever the head turns.
        outside = np.array([(260.0, 400.0, 0.0), (260.0, -300.0, 0.0)])
        turning = Attach(turn=np.r_[np.full(9, 0.7), 0.0, 0.0])
        return kit.pen.shape(np.vstack([middle, outside]), turning, (0, 8, 9, 10))
    outside = skull(np.full(9, 112.0), downs[::-1], kit.out * 1.4)
    return kit.pen.shape(np.vstack([middle, outside]), SKULL, (0, 8, 9, 17))


_STREAK = 9.0
"""Degrees from a dyed lock's tip to its sides, at most."""


def _streaks(kit: HairKit, edge: Edge, flow: Flow, attach: Attach) -> None:
    marks = [item for item in edge if item[0] in "tn"]
    locks = [i for i in range(1, len(marks) - 1) if marks[i][0] == "t"]
    for index in locks[1 :: max(2, len(locks) // 3)]:
        (_, left, left_down), (_, tip, tip_down), (_, right, right_down) = marks[index - 1 : index + 2]
        if kit.art.locks:
            left, right = max(left, tip - _STREAK), min(right, tip + _STREAK)
        shares = np.linspace(0, 0.95, 6)
        rows = [
            [flow(left + 2, left_down, s) for s in shares[::-1]],
            [flow(tip, tip_down + 0.03, 0.0)],
            [flow(right - 2, right_down, s) for s in shares],
        ]
        points = np.array([point for row in rows for point in row])
        kit.pen.fill(points, kit.streaked(kit.fringe(tip)).fill, Layer.FRINGE, attach, (6,))
