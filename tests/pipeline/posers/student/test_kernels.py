"""What the regression believes of poses that it has not seen."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.posers.student.design import face_anchors
from pipeline.posers.student.kernels import KernelKind, looks, make_kernel
from pipeline.types import make_pose
from pipeline.types.arrays import Float32Array, FloatArray

SCALES = (0.5, 0.5, 1.5, 0.5)
LIDS = {"eye_wink": 1.0}
BROWS = {"eyebrow_lowered": 1.0}


def believed(seen: Float32Array, values: FloatArray, asked: Float32Array) -> FloatArray:
    kernel = make_kernel(KernelKind.FACE, seen, SCALES)
    return kernel(asked) @ np.linalg.solve(kernel(seen) + 1e-3 * np.eye(len(seen)), values)


def test_what_a_part_does_alone_it_does_beside_another_one() -> None:
    """Lids close under full brows, though nobody has shown them there."""
    seen = face_anchors()[:, :39]
    asked = np.stack([make_pose(**BROWS), make_pose(**BROWS, **LIDS)])[:, :39]
    lids = seen[:, 12:14].sum(1) / 2
    brows = seen[:, 4:6].sum(1) / 2
    under, shut = believed(seen, lids.astype(np.float64), asked)
    assert shut - under == pytest.approx(1, abs=0.1)
    assert believed(seen, brows.astype(np.float64), asked) == pytest.approx([1, 1], abs=0.12)


def test_what_two_parts_do_together_is_learnt_from_one_look() -> None:
    together = make_pose(**BROWS, **LIDS)[None, :39]
    seen = np.concatenate([face_anchors()[:, :39], together])
    values = np.append(np.zeros(len(seen) - 1), 1.0)
    assert believed(seen, values, together) == pytest.approx([1], abs=0.02)
    assert believed(seen, values, make_pose(**LIDS)[None, :39]) == pytest.approx([0], abs=0.02)


def test_what_lids_leave_of_an_iris_is_learnt_from_a_few_looks() -> None:
    """The iris moves by as much as the lids are open: half way, where nobody has shown it, too."""
    lids, gaze = np.meshgrid([0, 0.5, 1], [-1, -0.5, 0, 0.5, 1])
    seen = np.zeros((15, 39), np.float32)
    seen[:, 12:14], seen[:, 37] = lids.reshape(-1, 1), gaze.ravel()
    asked = np.zeros((1, 39), np.float32)
    asked[:, 12:14], asked[:, 37] = 0.25, 0.75
    assert believed(seen, (1.0 - seen[:, 12]) * seen[:, 37], asked) == pytest.approx([0.75 * 0.75], abs=0.04)


def test_what_is_seen_of_the_eyes_is_seen_however_they_are_shut() -> None:
    """Lids that are shut leave nothing of a glance; left and right count for themselves."""
    faces = [{}, {"eye_wink": 1.0}, {"eye_happy_wink": 1.0, "eye_wink": 0.5, "iris_rotation_y": 1.0}]
    faces += [{"eye_wink_left": 1.0, "iris_rotation_x": -0.8, "iris_small": 1.0}, {"mouth_aaa": 1.0}]
    seen = looks(np.stack([make_pose(**face) for face in faces]).astype(np.float64))
    np.testing.assert_allclose(seen[0], 0)
    np.testing.assert_allclose(seen[2], seen[1])
    np.testing.assert_allclose(seen[3], [1, 0, -0.4, 0, 0.5], atol=1e-6)
    np.testing.assert_allclose(seen[4], 0)


def test_a_figure_turns_otherwise_with_shut_eyes_and_no_further_off_than_its_scale_says() -> None:
    poses = np.stack([make_pose(head_y=0.5), make_pose(head_y=0.5, eye_wink=1.0)])
    alike = make_kernel(KernelKind.FIGURE, poses[:1], (1.0,) * 8 + (2.0,) * 5)(poses)[:, 0]
    distance = np.sqrt(3 * (1 / 2**2 + 1 / 2**2))
    assert alike == pytest.approx([1.0, (1 + distance) * np.exp(-distance)])
