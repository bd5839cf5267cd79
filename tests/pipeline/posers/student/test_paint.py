"""Frames come the same in whatever company they are drawn."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.posers.student.paint import Painter
from pipeline.types import POSE_HIGH, POSE_LOW, Poses
from tests.pipeline.posers.student.handmade import handmade_student
from tests.pipeline.posers.student.strokes import stroke_picture

POSES: Poses = np.random.default_rng(8).uniform(POSE_LOW, POSE_HIGH, (9, 45)).astype(np.float32)


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter(handmade_student(stroke_picture()))


@pytest.mark.parametrize("size", [256, 512])
def test_neighbours_change_nothing(painter: Painter, size: int) -> None:
    batches = list(painter.batches(POSES, size))
    assert [len(batch) for batch in batches] == [8, 1]
    frames = np.concatenate(batches)
    np.testing.assert_array_equal(painter.paint(POSES[[8, 3]], size), frames[[8, 3]])
    np.testing.assert_array_equal(painter.paint(POSES[::-1], size), frames[::-1])
    assert (np.abs(frames[1:].astype(int) - frames[0]).mean((1, 2, 3)) > 0.2).all(), "the poses differ"


def test_one_alone_is_the_same_but_for_rounding(painter: Painter) -> None:
    together = painter.paint(POSES, 512)
    for pose, frame in zip(POSES, together, strict=True):
        difference = np.abs(painter.paint(pose[None], 512)[0].astype(int) - frame)
        assert difference.max() <= 8, "remap counts in 1/32 px, and an edge is 255 levels high"
        assert (difference > 0).mean() < 1e-3
