"""Hair that is combed back from a free forehead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from pipeline.drawing.figure import SKULL_X, skull
from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.fringes import OUT, fringe
from pipeline.drawing.hair.gloss import Lows, Slivers
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import Edge, MassStyle, Share
from pipeline.drawing.hair.sleek import face_edge, sleek_sides
from pipeline.drawing.hair.tone import around_ring, fading
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import HairBack

Hairline = Sequence[tuple[float, float]]
"""(degrees, down) from the temple to the middle."""

LOOSE: Final = ((1.0, 0.50, 1.22, 3.4), (1.55, 0.55, 1.34, 5.0), (-1.6, 0.60, 1.30, 4.4))
"""Loose strands: how far to the side (1 is usual), ``down`` of both ends, half width in degrees."""


_LIES: Final = 0.95
"""How near the skull it lies, as a share of the usual."""
_RISES: Final = 0.11
"""How much higher it lies on top of the head."""
_FAR: Final = 80.0
"""Degrees to the side at which strands go out of sight."""


_TURNING: Final = Attach(turn=0.70, wrap=True)
"""As fringes turn."""


def hairline_edge(half: Hairline) -> Edge:
    """The whole hairline as the edge of a fringe."""
    return (
        *(("n" if lon == half[0][0] else "c", -lon, down) for lon, down in half[:-1]),
        *(("n" if lon == half[0][0] else "c", lon, down) for lon, down in half[::-1]),
    )


def sleek_hairline(kit: HairKit, shares: Hairline) -> Hairline:
    """A hairline whose degrees are given as shares of the way to the temple, on this face."""
    reach = _temple(kit)
    return tuple((share * reach, down) for share, down in shares)


def _temple(kit: HairKit) -> float:
    """Degrees from the middle at which the temples are."""
    across = (face_edge(kit, -38.0) - 7.0) / (SKULL_X * kit.out * OUT * _LIES)
    return float(np.degrees(np.arcsin(min(across, 0.9))))


def comb_back(kit: HairKit, half: Hairline, loose: Sequence[tuple[float, float, float, float]]) -> None:
    """Draws hair that runs back from this hairline: its strands leave the face on all sides and go over the head in
    curves, fine at their roots; ``loose`` strands have come out of it.
    """
    rng = kit.rng
    places, downs = [lon for lon, _ in half[::-1]], [down for _, down in half[::-1]]

    def back(longitude: float, down: float, share: Share) -> FloatArray:
        way = np.asarray(share, np.float64)
        toward = _FAR * np.tanh(longitude / 20.0)
        end = 0.05 + min(abs(longitude) * 1.45, 84.0) / 90.0
        lon = longitude + (toward - longitude) * np.clip(way, 0, 1) ** 1.3
        out = kit.out * OUT * (_LIES + _RISES * way**2)
        return np.asarray(skull(lon, down + (end - down) * way, out), np.float64)

    def low(longitude: float) -> float:
        return float(np.interp(abs(longitude), places, downs))

    reach = min(places[-1], _temple(kit))
    _root_shadow(kit, reach, low)
    if kit.sleek:
        sleek_sides(kit)
    whole = fringe(
        kit, hairline_edge(half), style=MassStyle(ink=0.0, cleft=0.0), casts=False, even=True, flow=back, light=0.0,
    )  # fmt: skip
    shadow, layer, close = kit.shadow(), Layer.FRINGE, kit.sleek or kit.spec.hair_back is HairBack.UNDERCUT
    lines, across = Slivers(kit, layer, _TURNING), (reach if close else min(places[-1], 60.0)) - 1
    ends = back(0.0, low(0.0), np.array([0.0, 0.6]))
    # On pale hair lines would look like a comb's teeth.
    clear = float(np.interp(kit.ramp().lch.lightness, (0.6, 0.85), (1.0, 0.55)))
    ink = fading(kit, fade(kit.fringe().shadow, 0.95 * clear), ends[1], ends[0], _TURNING)
    for place in np.linspace(-1, 1, 23) * across:
        lon, start = float(place) + rng.uniform(-1.8, 1.8), rng.uniform(-0.03, 0.01)
        run = back(lon, low(lon), np.linspace(start, rng.choice((0.2, 0.35, 0.5, 0.6)), 5))
        lines.add(run, rng.uniform(0.4, 1.2), ink, 0.25, 0.08)
    lines.paint()
    if kit.spec.hair_back is HairBack.DREADLOCKS:
        return  # Ropes lie over the rest.
    furrows = Slivers(kit, layer, _TURNING)
    with kit.pen.clipped(whole):
        for place in (-30, -14, 3, 17, 33):
            lon, run_to = place * across / 46 + rng.uniform(-4, 4), np.linspace(0, rng.uniform(0.45, 0.7), 7)
            wide = rng.uniform(4, 8) * np.sin(np.linspace(0.12, 1, 7) * np.pi) ** 0.8
            crisp, soft = (
                back(lon, low(lon), run_to),
                np.array([back(lon - w, low(lon - w), r) for w, r in zip(wide, run_to, strict=True)]),
            )
            kit.wedge(crisp, soft, shadow, layer, _TURNING, rng.uniform(0.4, 0.75))
        # Where sheaves part, from the forehead over the head.
        for place in np.linspace(-0.95, 0.95, 11) * across:
            lon = float(place) + rng.uniform(-3, 3)
            run = back(lon, low(lon), np.linspace(rng.uniform(0.0, 0.1), rng.uniform(0.75, 1.0), 8))
            furrows.add(run, rng.uniform(0.7, 1.3), fade(kit.fringe(lon).inner, clear), 0.3, 0.1)
            lit = back(lon + 1.6, low(lon + 1.6), np.linspace(0.2, 0.85, 7))
            furrows.add(lit, rng.uniform(0.8, 1.8), fade(kit.ramp(lon).light, 0.8), 0.45, 0.1)
        furrows.paint()
    light = around_ring(kit, fade(kit.ramp().shine, 0.75), 0.16)
    for place in np.linspace(-1, 1, 17) * across:
        lon, begin = float(place) + rng.uniform(-1.5, 1.5), rng.uniform(0.1, 0.4)
        run = back(lon, low(lon), np.linspace(begin, begin + rng.uniform(0.35, 0.6), 6))
        if rng.random() < (0.5 if lon < 8 else 0.25):
            lines.add(back(lon, low(lon), np.linspace(0.02, 0.6, 6)), rng.uniform(0.8, 2.6), light, 0.4, 0.1)
        else:
            thick, strength = rng.choice(((0.5, 0.9), (0.8, 0.75), (1.8, 0.4)))
            lines.add(run, thick, fade(kit.shadow(lon), strength), 0.35, 0.1)
    lines.paint()
    t = np.linspace(0, 1, 8)
    side = -1 if rng.random() < 0.5 else 1
    for across, begin, end, wide in loose:
        kit.skull_lock(side * (across * (14 + 22 * t) + 9 * np.sin(np.pi * t)), begin + (end - begin) * t,
                       wide * (1 - t) ** 0.7 + 0.3, kit.fringe(), Layer.FRINGE, out=OUT,
                       sway=Sway(rate=2.6, hang=0.4, start=0.2), strands=0, ink=0.7)  # fmt: skip


def _root_shadow(kit: HairKit, reach: float, low: Lows) -> None:
    """The soft shade of the roots on the forehead."""
    lons = np.linspace(-reach, reach, 11)
    downs = np.array([low(float(lon)) for lon in lons])
    line, below = (skull(lons, downs + more, kit.out * OUT * _LIES) for more in (-0.01, 0.075))
    kit.wedge(line, below, kit.tones.skin.shade, Layer.SIDE_HAIR, _TURNING, 0.9)
