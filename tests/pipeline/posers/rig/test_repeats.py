"""Steps that were there before are found, and read again."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.posers.rig.export.repeats import LEAST, Repeats, find_repeats

Steps = npt.NDArray[np.intp]
SIGNS = ((1, 1, 1), (-1, 1, 1), (-1, -1, -1), (1, -1, -1))


def read(repeats: Repeats, new: Steps) -> Steps:
    """The steps, out of those that are new, as docs/puppet.md has it."""
    steps: list[Steps] = []
    left = iter(new)
    for after, count, back, way in zip(repeats.after, repeats.count, repeats.back, repeats.way, strict=True):
        steps += [next(left) for _ in range(after)]
        first = len(steps) - back
        steps += [steps[first - k if way > 1 else first + k] * SIGNS[way] for k in range(count)]
    return np.array([*steps, *left], np.intp).reshape(-1, 3)


WING = np.random.default_rng(1).integers(-99, 99, (9, 3))


@pytest.mark.parametrize("way", range(4))
def test_another_wing_costs_one_run(way: int) -> None:
    other = WING * SIGNS[way]
    steps = np.concatenate([WING, [[7, 7, 7]], other[::-1] if way > 1 else other])
    repeats = find_repeats(steps)
    assert (repeats.after, repeats.count, repeats.way) == ([10], [9], [way])
    assert np.array_equal(read(repeats, steps[repeats.is_new]), steps)


def test_what_is_its_own_mirror_is_not_read_before_it_is_there() -> None:
    half = WING[:4]
    steps = np.concatenate([half, half[::-1] * SIGNS[3], half[::-1] * SIGNS[3]])
    repeats = find_repeats(steps)
    assert np.array_equal(read(repeats, steps[repeats.is_new]), steps)


@given(st.lists(st.tuples(*[st.integers(-1, 1)] * 3), max_size=60))
def test_any_steps_are_read_again(rows: list[tuple[int, int, int]]) -> None:
    steps = np.array(rows, np.intp).reshape(-1, 3)
    repeats = find_repeats(steps)
    assert np.array_equal(read(repeats, steps[repeats.is_new]), steps)
    assert all(count >= LEAST for count in repeats.count)
