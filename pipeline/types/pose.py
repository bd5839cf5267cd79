"""The pose: 45 numbers that say what a face does, in the schema of Talking Head Anime 3.

It is the one language between motion (who produces poses) and posers (who draw them). "left" is the character's left,
which is the viewer's right. Source of names, order and ranges: the Talking Head Anime 3 poser (P. Khungurn, 2022).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Poses = npt.NDArray[np.float32]
"""float32 [N, 45]; columns in the order of POSE_NAMES."""

_PAIRED_BROWS = ("troubled", "angry", "lowered", "raised", "happy", "serious")
_PAIRED_EYES = ("wink", "happy_wink", "surprised", "relaxed", "unimpressed", "raised_lower_eyelid")
_SIDES = ("left", "right")

POSE_NAMES: tuple[str, ...] = (
    *(f"eyebrow_{name}_{side}" for name in _PAIRED_BROWS for side in _SIDES),
    *(f"eye_{name}_{side}" for name in _PAIRED_EYES for side in _SIDES),
    *(f"iris_small_{side}" for side in _SIDES),
    *(f"mouth_{name}" for name in ("aaa", "iii", "uuu", "eee", "ooo", "delta")),
    *(f"mouth_lowered_corner_{side}" for side in _SIDES),
    *(f"mouth_raised_corner_{side}" for side in _SIDES),
    "mouth_smirk",
    "iris_rotation_x",
    "iris_rotation_y",
    "head_x",
    "head_y",
    "neck_z",
    "body_y",
    "body_z",
    "breathing",
)
POSE_SIZE = len(POSE_NAMES)
POSE_INDEX: dict[str, int] = {name: index for index, name in enumerate(POSE_NAMES)}

_SIGNED = frozenset({"iris_rotation_x", "iris_rotation_y", "head_x", "head_y", "neck_z", "body_y", "body_z"})
POSE_LOW: Poses = np.array([-1.0 if name in _SIGNED else 0.0 for name in POSE_NAMES], np.float32)
POSE_HIGH: Poses = np.ones(POSE_SIZE, np.float32)

HEAD_RANGE_DEGREES = 15.0
"""What 1.0 of head_x, head_y and neck_z stands for."""


def neutral_poses(count: int) -> Poses:
    """Poses at rest: float32 zeros [count, 45]."""
    return np.zeros((count, POSE_SIZE), np.float32)


def make_pose(**values: float) -> Poses:
    """One pose, float32 [45], from parameter names; what is not named is 0.

    A paired parameter may be given without its side (``eye_wink=1``) to set both.

    Raises:
        KeyError: a name is not in the schema.
    """
    pose = neutral_poses(1)[0]
    for name, value in values.items():
        if name in POSE_INDEX:
            pose[POSE_INDEX[name]] = value
        else:
            for side in _SIDES:
                pose[POSE_INDEX[f"{name}_{side}"]] = value
    return clamp_poses(pose)


def clamp_poses(poses: npt.NDArray[np.float32] | npt.NDArray[np.float64]) -> Poses:
    """The same poses ([..., 45]) with every number within its range, as float32; not-a-number becomes 0."""
    return np.clip(np.nan_to_num(poses, nan=0.0), POSE_LOW, POSE_HIGH).astype(np.float32)


def poses_in_order(names: Sequence[str], rows: Iterable[Sequence[float]]) -> Poses:
    """Rows whose columns are called ``names`` as poses [N, 45] in schema order; absent columns are 0.

    Raises:
        ValueError: a name is unknown or doubled, or a row has another length than ``names``.
    """
    unknown = [name for name in names if name not in POSE_INDEX]
    if unknown or len(set(names)) != len(names):
        raise ValueError(f"unknown or doubled pose names: {unknown or list(names)}")
    values = np.asarray(list(rows), np.float64)
    if values.size == 0:
        return neutral_poses(0)
    if values.ndim != 2 or values.shape[1] != len(names):
        raise ValueError(f"each pose needs {len(names)} numbers")
    poses = neutral_poses(len(values)).astype(np.float64)
    poses[:, [POSE_INDEX[name] for name in names]] = values
    return clamp_poses(poses)


def mirror_poses(poses: Poses) -> Poses:
    """The mirror image of each pose [N, 45]: sides swapped, turns to the side negated."""
    mirrored = poses.copy()
    for left in (index for index, name in enumerate(POSE_NAMES) if name.endswith("_left")):
        mirrored[:, [left, left + 1]] = poses[:, [left + 1, left]]
    for name in ("iris_rotation_y", "head_y", "neck_z", "body_y", "body_z"):
        mirrored[:, POSE_INDEX[name]] *= -1
    return mirrored
