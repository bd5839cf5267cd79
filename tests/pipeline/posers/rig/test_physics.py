"""Chains on their own: they lag, swing, come to rest, hang down, and never fly off."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.drawing.geometry import Chain
from pipeline.posers.rig.deform import Stance
from pipeline.posers.rig.physics import Physics
from pipeline.types import FloatArray

LOCK = Chain(root=(80.0, 0.0, 0.0), tip=(90.0, 200.0, -10.0), rate=1.5, hang=0.8)
STRAIGHT = Stance()


def tip(swing: FloatArray) -> FloatArray:
    """Offset [2] of the first chain's tip."""
    return np.asarray(swing[:, 0].sum(axis=0))


def test_a_lock_stays_behind_a_turn_and_then_swings_past() -> None:
    physics = Physics([LOCK], 1.0)
    physics.reset(STRAIGHT)
    turned = Stance(head_y=1.0)  # to the viewer's left
    offsets = [tip(physics.advance(turned, 0.04))[0] for _ in range(40)]
    assert offsets[0] > 2
    assert min(offsets) < -0.3
    assert abs(offsets[-1] - tip(physics.at_rest(turned))[0]) < 0.3


def test_a_tilted_head_lets_its_hair_hang() -> None:
    physics = Physics([LOCK], 1.0)
    # The head tilts to the viewer's left, which carries what hangs from it to the right; gravity pulls it back.
    assert tip(physics.at_rest(Stance(neck_z=1.0)))[0] < -10


def test_nothing_swings_where_nothing_moves() -> None:
    physics = Physics([LOCK], 1.0)
    physics.reset(STRAIGHT)
    assert np.abs(physics.advance(STRAIGHT, 1.0)).max() < 1e-9
    assert np.abs(physics.at_rest(STRAIGHT)).max() < 1e-9


@pytest.mark.parametrize("fps", [10.0, 25.0, 60.0])
def test_a_violent_motion_does_not_tear_hair_off(fps: float) -> None:
    physics = Physics([LOCK], 1.0)
    for index in range(200):
        side = 1.0 if index % 2 else -1.0
        swing = physics.advance(Stance(head_y=side, head_x=-side, neck_z=side, body_z=side), 1 / fps)
        assert np.hypot(*tip(swing)) < 0.6 * LOCK.length


def test_the_frame_rate_hardly_changes_the_swing() -> None:
    def after_half_a_second(fps: int) -> FloatArray:
        physics = Physics([LOCK], 1.0)
        physics.reset(STRAIGHT)
        swing = np.zeros((2, 2, 2))
        for index in range(1, fps // 2 + 1):
            swing = physics.advance(Stance(head_y=min(1.0, 4 * index / fps)), 1 / fps)
        return tip(swing)

    assert np.allclose(after_half_a_second(60), after_half_a_second(20), atol=1.5)


def test_without_chains_there_is_no_swing() -> None:
    physics = Physics([], 1.0)
    assert physics.advance(Stance(head_y=1.0), 0.04).shape == (2, 1, 2)
