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
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Build


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
    SLICK = "slick"
    """Back over shaved sides."""
    SPIKES = "spikes"


_Half = Sequence[tuple[float, float, float]]
_HALVES: dict[Crest, Sequence[tuple[_Half, _Half]]] = {
    Crest.CALM: ((((100, 5, 8),), ((84, 6, 8),)), (((78, 5, 8),), ((102, 5, 8),))),
    Crest.LAYERED: (
        (((44, 13, 9), (82, 16, 12), (118, 12, 15)), ((58, 13, 9), (98, 17, 13))),
        (((36, 12, 9), (72, 15, 11), (117, 13, 15)), ((46, 12, 8), (70, 15, 11), (108, 15, 14))),
        (((10, 21, 5), (52, 11, 9), (100, 16, 14)), ((44, 15, 10), (80, 11, 9), (118, 13, 14))),
        (((60, 14, 10), (112, 14, 14)), ((44, 13, 9), (92, 15, 13))),
    ),
    Crest.SWEPT: (
        (((74, 10, 9), (117, 11, 14)), ((66, 15, 10), (94, 12, 11), (117, 12, 15))),
        (((92, 11, 11),), ((60, 11, 8), (82, 16, 11), (119, 12, 14))),
    ),
    Crest.COMBED: ((((72, 9, 9), (90, 5, 8)), ((80, 10, 10),)), (((88, 8, 9),), ((62, 8, 8), (88, 8, 9)))),
    Crest.SLICK: ((((56, 6, 6),), ((46, 8, 7),)), (((62, 7, 7),), ((38, 6, 6), (60, 6, 6)))),
    Crest.CURTAIN: (
        (((74, 16, 18), (118, 11, 20)), ((67, 13, 16), (118, 13, 20))),
        (((54, 11, 14), (96, 17, 18)), ((84, 19, 20),)),
    ),
    Crest.SPIKES: (
        (((16, 22, 8), (36, 30, 11), (60, 26, 11), (86, 30, 13), (115, 20, 14)), ((14, 26, 9), (42, 34, 12), (72, 30, 13), (104, 26, 15))),
        (((24, 28, 10), (52, 32, 13), (82, 26, 13), (114, 22, 15)), ((12, 20, 7), (31, 30, 10), (56, 26, 11), (84, 32, 14), (116, 20, 14))),
    ),
}  # fmt: skip
"""The locks on both sides of the whorl, from it outward: on its own side, and on the far one; chance takes one pair."""


_TUFTED, _OFTEN, _NEAR = frozenset({Crest.LAYERED, Crest.SWEPT}), 0.7, 40.0
_TUFT = ((11, 15, 4), (17, 19, 6))
"""Crests of men that have a tuft at the whorl, how often, degrees within which some have one anyway; its locks."""


class Rise(NamedTuple):
    """How much higher the dome is, design units; what of it is left at the whorl itself, and 70 degrees from it."""

    height: float
    left: float = 0.4
    side: float = 0.8

    def at(self, angle: float) -> float:
        """The rise at so many degrees from the whorl."""
        return self.height * float(np.interp(angle, [0, 25, 70, 100], [self.left, 1, self.side, 0]))


_RISEN: dict[Crest, Rise] = {
    Crest.SWEPT: Rise(5.0), Crest.CURTAIN: Rise(5.0), Crest.LAYERED: Rise(2.0), Crest.COMBED: Rise(11.0, 1.0), Crest.SLICK: Rise(15.0, 1.0, 0.1),
    Crest.CALM: Rise(2.0),
}  # fmt: skip


_AT_EARS, _ABOVE_EARS, _AT_TEMPLES = 103.0, 92.0, 77.0
"""Degrees from the top where an outline ends."""
_ENDS = {Crest.COMBED: (_ABOVE_EARS, -2.0), Crest.SLICK: (_AT_TEMPLES, -8.0)}
"""Where else outlines end, and how far off the dome, design units."""


@dataclass(frozen=True)
class Outline:
    """The outline [n, 3] from the viewer's left to right; ``corners`` are its tips and notches, ``give`` [n] how far each
    point swings, ``clefts`` the runs [m, 3] of hair that go on from its notches; ``covered``: other hair lies over it.
    """

    points: FloatArray
    corners: tuple[int, ...]
    give: FloatArray
    clefts: tuple[FloatArray, ...]
    covered: bool = False


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
    if crest in _TUFTED and kit.spec.build is Build.MALE and dice.random() < _OFTEN:
        near, far = (
            half if half[0][0] < _NEAR else (tuft, *half) for half, tuft in ((near, _TUFT[0]), (far, _TUFT[1]))
        )
    halves = {toward: far, -toward: near}
    end = _ENDS.get(crest, (_AT_EARS, -2.0))
    risen = _RISEN.get(crest, Rise(0.0))
    rows: list[_Row] = []
    for sign in (-1, 1):
        run = _half([Lock(*lock) for lock in halves[sign]], sign, whorl, size, risen, end, dice)
        middle = _Row(whorl, risen.at(0.0), 0.0, "n" if crest is Crest.SPIKES else "")
        rows += run[::-1] if sign < 0 else [middle, *run]
    angles, off = np.array([row.angle for row in rows]), np.array([row.off for row in rows])
    rises = off + [row.dome for row in rows]
    corners = tuple(index for index, row in enumerate(rows) if row.kind)
    notches = [index for index in corners if rows[index].kind == "n"]
    clefts = tuple(_cleft(kit, angles[index], float(rises[index]), whorl, dice) for index in notches)
    points = on_dome(angles, kit.out + 0.005 + rises / SKULL_Y)
    return Outline(points, corners, np.clip(off / 30, 0, 1), clefts)


class _Row(NamedTuple):
    """A point of an outline: degrees from the top, how much higher the dome is there and how far the point is off it, design
    units; "t" for a tip, "n" for a notch.
    """

    angle: float
    dome: float
    off: float
    kind: str = ""


def _half(
    locks: Sequence[Lock],
    sign: int,
    whorl: float,
    size: float,
    risen: Rise,
    end: tuple[float, float],
    dice: random.Random,
) -> list[_Row]:
    """The points of one side, from the whorl outward."""
    rows: list[_Row] = []
    begin = sign * whorl

    def add(at: float, off: float, kind: str = "") -> None:
        rows.append(_Row(sign * at, risen.at(at), off, kind))

    for lock in locks:
        tip = min(lock.tip + max(sign * whorl, 0.0) * (1 - lock.tip / 124) + dice.uniform(-4, 4), 124.0)
        tall = lock.height * size * dice.uniform(0.8, 1.2)
        way = tip - begin
        # It leaves the dome at a tangent, the less so the more it stands, and its under side comes back in a hollow.
        stands = float(np.clip((lock.height - 16) / 14, 0, 1))
        for share, lying, standing in ((0.2, 0.07, 0.18), (0.5, 0.24, 0.48), (0.8, 0.62, 0.80)):
            add(begin + share * way, (lying + (standing - lying) * stands) * tall)
        add(tip, tall, "t")
        begin = tip - lock.under * min(1.0, tall / 18)
        add(tip - 0.55 * (tip - begin), 0.2 * tall)
        add(begin, -1.5, "n")
    rows.append(_Row(sign * max(begin, end[0]), 0.0, end[1], "n"))
    return rows


def _cleft(kit: HairKit, angle: float, rise: float, whorl: float, dice: random.Random) -> FloatArray:
    back = np.array([0.0, 0.3, 0.65, 1.0]) * float(np.clip(0.5 * abs(angle - whorl), 5, 24)) * dice.uniform(0.7, 1.1)
    far = kit.out + 0.005 + rise / SKULL_Y - np.array([0.0, 0.03, 0.075, 0.13])
    return on_dome(angle - np.sign(angle - whorl) * back, far)


def draw_clefts(kit: HairKit, shape: Outline) -> None:
    """What runs on from the notches: a line that fades, and under it the soft shadow of the lock above on the one below."""
    lines = Slivers(kit, Layer.HAIR_LIGHT, Attach(turn=0.12))
    for run in shape.clefts[1:-1]:
        below = run + np.array([0.0, 9.0, 0.0]) * np.array([0.3, 1.0, 0.8, 0.0])[:, None]
        kit.wedge(run, below, kit.shadow(run[0, 0]), Layer.HAIR_LIGHT, Attach(turn=0.12), 0.8)
        lines.add(run, 0.75, kit.side(run[0, 0]).inner, 0.1)
    lines.paint()


def swinging(kit: HairKit, shape: Outline) -> Attach:
    """What moves an outline's tips."""
    chain = kit.hang((0, -8, 0), (0, -150, 0), Sway(rate=3.4, damping=0.3, hang=0.0), Attach(turn=0.0))
    return Attach(turn=0.0, chain=chain, give=0.6 * shape.give)
