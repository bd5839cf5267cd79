"""What of a drawing was drawn before: the other wing, a shape's ink, one more button.

A mesh is stored as the steps from each point to the next one. A run of steps that was there before, be it mirrored or
the other way round, costs four numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.types.arrays import BoolArray, IndexArray

LEAST: Final = 3
"""Shorter runs cost less as they are."""
_LOOKED_AT: Final = 24
"""Of all places where two steps were made before, the last ones are compared further."""

_Step = tuple[int, int, int]


@dataclass(frozen=True)
class Repeats:
    """Runs of steps that were there before.

    Attributes:
        after: how many steps lie between the run before and this one.
        count: steps in the run.
        back: how far before its first step that step lies which it repeats.
        way: 0 the same steps; 1 mirrored, x is negated; 2 backward, from the last one to the first and each the other
            way round; 3 both.
        is_new: bool [N], the steps that are in no run.
    """

    after: list[int]
    count: list[int]
    back: list[int]
    way: list[int]
    is_new: BoolArray


def find_repeats(steps: IndexArray) -> Repeats:
    """The longest repeats in steps [N, 3], taken from the first step on."""
    total = len(steps)
    plain = _rows(steps)
    ways = [_rows(steps * sign) for sign in ((1, 1, 1), (-1, 1, 1), (-1, -1, -1), (1, -1, -1))]
    found = Repeats([], [], [], [], np.ones(total, np.bool_))
    places: dict[tuple[_Step, _Step], list[int]] = {}
    here, after = 0, 0
    while here < total:
        count, back, way = max(
            (_longest(plain, ways[way], here, way, places) for way in range(4)), key=lambda run: run[0]
        )
        if count >= LEAST:
            found.after.append(after)
            found.count.append(count)
            found.back.append(back)
            found.way.append(way)
            found.is_new[here : here + count] = False
            after = 0
        else:
            count = 1
            after += 1
        here += count
        for step in range(max(here - count - 1, 0), here - 1):
            places.setdefault((plain[step], plain[step + 1]), []).append(step)
    return found


def _rows(steps: IndexArray) -> list[_Step]:
    return [(x, y, z) for x, y, z in steps.tolist()]


def _longest(
    plain: list[_Step], wanted: list[_Step], here: int, way: int, places: dict[tuple[_Step, _Step], list[int]]
) -> tuple[int, int, int]:
    """Count, back and way of the longest run that repeats in this way; a count of 0 is none.

    ``wanted`` are the steps that have to have been there; ``places`` says where two steps one after the other were.
    """
    best = (0, 0, way)
    if here + 1 >= len(plain):
        return best
    forward = way < 2
    pair = (wanted[here], wanted[here + 1]) if forward else (wanted[here + 1], wanted[here])
    for place in places.get(pair, ())[-_LOOKED_AT:]:
        first, stride = (place, 1) if forward else (place + 1, -1)
        count = 2
        while (
            here + count < len(plain)
            and 0 <= first + stride * count < here
            and wanted[here + count] == plain[first + stride * count]
        ):
            count += 1
        if count > best[0]:
            best = (count, here - first, way)
    return best
