"""The head's outline as one mass of large locks: each lies over the next one down and ends in a tip that leaves the dome.

An outline is one curve: from a notch a lock's back runs along the dome, bends out to its tip, and its hollow under side
comes back to the next notch. From every notch a cleft runs on, into the hair.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import numpy as np

from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y
from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray


class Lock(NamedTuple):
    """A lock of the outline.

    Attributes:
        tip: degrees from the top. height: how far it stands off the dome, design units. under: degrees by which it hangs over the next one.
    """

    tip: float
    height: float
    under: float


class Crest(Enum):
    """How the hair of the crown lies."""

    CALM = "calm"
    LAYERED = "layered"
    SWEPT = "swept"
    CURTAIN = "curtain"
    COMBED = "combed"
    """Back from the forehead."""
    SPIKES = "spikes"


_Half = Sequence[tuple[float, float, float]]
_HALVES: dict[Crest, Sequence[tuple[_Half, _Half]]] = {
    Crest.CALM: ((((66, 6, 14), (112, 5, 14)), ((88, 6, 14),)),),
    Crest.LAYERED: (
        (((22, 22, 10), (64, 20, 16), (118, 14, 20)), ((26, 15, 10), (54, 8, 12), (96, 20, 16))),
        (((58, 19, 18), (117, 15, 20)), ((18, 20, 9), (36, 19, 10), (70, 16, 18), (119, 13, 20))),
        (((26, 11, 9), (84, 23, 20)), ((40, 21, 15), (78, 11, 15), (118, 14, 20))),
    ),
    Crest.SWEPT: (
        (((34, 9, 10), (116, 11, 20)), ((24, 20, 13), (62, 22, 18), (117, 15, 22))),
        (((80, 10, 16),), ((46, 24, 18), (84, 17, 18), (119, 13, 20))),
    ),
    Crest.COMBED: ((((62, 7, 14), (90, 5, 8)), ((46, 8, 12), (86, 7, 10))),),
    Crest.CURTAIN: (
        (((74, 16, 18), (118, 11, 20)), ((67, 13, 16), (118, 13, 20))),
        (((54, 11, 14), (96, 17, 18)), ((84, 19, 20),)),
    ),
    Crest.SPIKES: (
        (((23, 38, 14), (48, 38, 19), (74, 38, 21), (114, 22, 20)), ((16, 30, 13), (47, 44, 21), (82, 33, 19), (117, 17, 18))),
        (((30, 30, 15), (66, 44, 24), (108, 30, 20)), ((22, 42, 15), (52, 36, 19), (80, 40, 20), (116, 22, 20))),
    ),
}  # fmt: skip
"""The locks on both sides of the whorl, from it outward: on its own side, and on the far one; chance takes one pair."""
_RISEN: dict[Crest, float] = {Crest.SWEPT: 5.0, Crest.CURTAIN: 5.0, Crest.LAYERED: 2.0, Crest.COMBED: 6.0}
"""How much higher the dome is beside the whorl, design units."""


_AT_EARS, _ABOVE_EARS = 103.0, 92.0
"""Degrees from the top where an outline ends."""


@dataclass(frozen=True)
class Outline:
    """The outline [n, 3] from the viewer's left to right; ``corners`` are its tips and notches, ``give`` [n] how far each
    point swings, ``clefts`` the runs [m, 3] of hair that go on from its notches.
    """

    points: FloatArray
    corners: tuple[int, ...]
    give: FloatArray
    clefts: tuple[FloatArray, ...]


def on_dome(angles: FloatArray, far: FloatArray) -> FloatArray:
    """Points [n, 3] around the head: degrees from the top, and distances from the skull's middle (1 lies on it)."""
    turned = np.radians(angles)
    sine, cosine = np.sin(turned), np.cos(turned)
    x = SKULL_X * far * np.sign(sine) * np.abs(sine) ** 0.93
    y = SKULL_TOP - SKULL_Y * far * np.sign(cosine) * np.abs(cosine) ** 0.97
    return np.column_stack([x, y, np.zeros(len(turned))])


def outline(kit: HairKit, crest: Crest, size: float, toward: int) -> Outline:
    """The outline of a head; ``size`` scales its tips, ``toward`` is the side (-1 or 1) to which its hair is combed."""
    dice = random.Random(kit.spec.seed * 389 + 29)
    whorl = toward * -dice.uniform(7, 16)
    near, far = dice.choice(_HALVES[crest])
    halves = {toward: far, -toward: near}
    end = _ABOVE_EARS if crest is Crest.COMBED else _AT_EARS
    rows: list[tuple[float, float, str]] = []
    for sign in (-1, 1):
        run = _half([Lock(*lock) for lock in halves[sign]], sign, whorl, size, _RISEN.get(crest, 0.0), end, dice)
        rows += run[::-1] if sign < 0 else [(whorl, 0.0, "n"), *run]
    angles, rises = (np.array([row[at] for row in rows], np.float64) for at in (0, 1))
    corners = tuple(index for index, row in enumerate(rows) if row[2])
    notches = [index for index in corners if rows[index][2] == "n"]
    clefts = tuple(_cleft(kit, angles[index], float(rises[index]), whorl, dice) for index in notches)
    points = on_dome(angles, kit.out + 0.005 + rises / SKULL_Y)
    return Outline(points, corners, np.clip(rises / 30, 0, 1), clefts)


def _half(
    locks: Sequence[Lock], sign: int, whorl: float, size: float, risen: float, end: float, dice: random.Random
) -> list[tuple[float, float, str]]:
    """Degrees, units off the dome and kind ("t", "n", "") of the points of one side, from the whorl outward."""
    rows: list[tuple[float, float, str]] = []
    begin = sign * whorl
    for index, lock in enumerate(locks):
        tip = min(lock.tip + max(sign * whorl, 0.0) * (1 - lock.tip / 124) + dice.uniform(-4, 4), 124.0)
        tall = lock.height * size * dice.uniform(0.8, 1.2)
        way = tip - begin
        for share, rise in ((0.16, 0.16), (0.42, 0.40), (0.74, 0.70)):
            at = begin + share * way
            rows.append((at, rise * tall + risen * float(np.interp(at, [0, 25, 70, 100], [0.4, 1, 0.8, 0])), ""))
        rows.append((tip, tall, "t"))
        last = index == len(locks) - 1
        begin = tip - lock.under * (0.6 + 0.4 * size)
        rows += [(tip - 0.5 * (tip - begin), 0.26 * tall, ""), (begin, -2.0 if last else -3.5, "n")]
    rows.append((max(begin, end), -2.0, "n"))
    return [(sign * at, rise, kind) for at, rise, kind in rows]


def _cleft(kit: HairKit, angle: float, rise: float, whorl: float, dice: random.Random) -> FloatArray:
    back = np.array([0.0, 0.18, 0.42, 0.70, 1.0]) * float(np.clip(abs(angle - whorl), 8, 40)) * dice.uniform(0.75, 1.1)
    far = kit.out + 0.005 + rise / SKULL_Y - np.array([0.0, 0.02, 0.06, 0.11, 0.17])
    return on_dome(angle - np.sign(angle - whorl) * back, far)


def draw_clefts(kit: HairKit, shape: Outline) -> None:
    """What runs on from the notches: a line, and the shadow of the lock above it on the one below."""
    shadows = Slivers(kit, Layer.HAIR_LIGHT, Attach(turn=0.12))
    for run in shape.clefts[1:-1]:
        # Below the line, away from the light.
        below = run + np.array([0.0, 3.2, 0.0]) * np.linspace(1, 0.3, 5)[:, None]
        shadows.add(below, 3.4, fade(kit.ramp(run[0, 0]).deep, 0.55), 0.25)
    shadows.paint()
    for run in shape.clefts[1:-1]:
        kit.pen.line(run, [0.5, 1.1, 0.8, 0.5, 0.05], kit.side(run[0, 0]).inner, Layer.HAIR_LIGHT, Attach(turn=0.12))


def swinging(kit: HairKit, shape: Outline) -> Attach:
    """What moves an outline's tips."""
    chain = kit.hang((0, -8, 0), (0, -150, 0), Sway(rate=3.4, damping=0.3, hang=0.0), Attach(turn=0.0))
    return Attach(turn=0.0, chain=chain, give=0.6 * shape.give)
