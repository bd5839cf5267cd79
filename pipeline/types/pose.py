"""The pose: 45 numbers that say what a face does, in the schema of Talking Head Anime 3.

It is the one language between motion (which makes poses) and posers (which draw them). "left" is the character's left,
which is the viewer's right. Source of names, order and ranges: the Talking Head Anime 3 poser (P. Khungurn, 2022).

The schema is written down once, as ``POSE_PARAMETERS``; names, ranges, columns and the mirror follow from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np

from pipeline.types.arrays import BoolArray, Float32Array, FloatArray, IndexArray

Poses = Float32Array
"""float32 [N, 45]; columns in the order of POSE_NAMES."""

PLACE_SIZE: Final = 3
"""Numbers of a head's place, see ``PoseTrack.places``."""
HEAD_RANGE_DEGREES: Final = 15.0
"""What 1.0 of head_x, head_y and neck_z stands for."""


class PoseCategory(str, Enum):
    """The groups of the schema, in its order (Talking Head Anime 3's PoseParameterCategory)."""

    EYEBROW = "eyebrow"
    EYE = "eye"
    IRIS_MORPH = "iris_morph"
    MOUTH = "mouth"
    IRIS_ROTATION = "iris_rotation"
    FACE_ROTATION = "face_rotation"
    BODY_ROTATION = "body_rotation"
    BREATHING = "breathing"


class Side(str, Enum):
    """A side of the character, its own."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class PoseParameter:
    """One number of the pose.

    Attributes:
        name: unique; ends in _left or _right where there is a side.
        category: its group.
        side: which half of the face it moves; None where it moves both.
        low, high: its range; 0 is at rest.
        mirror: the name of the parameter that does the same in the mirror image.
        mirror_sign: -1 where it does so with the opposite sign (turns to a side), else 1.
    """

    name: str
    category: PoseCategory
    side: Side | None = None
    low: float = 0.0
    high: float = 1.0
    mirror: str = ""
    mirror_sign: int = 1

    @property
    def base(self) -> str:
        """The name without its side."""
        return self.name if self.side is None else self.name.removesuffix(f"_{self.side.value}")


def _pairs(category: PoseCategory, *names: str) -> Iterator[PoseParameter]:
    """Parameters that the left and the right half of the face have each."""
    for name in names:
        left, right = (f"{name}_{side.value}" for side in Side)
        yield PoseParameter(left, category, Side.LEFT, mirror=right)
        yield PoseParameter(right, category, Side.RIGHT, mirror=left)


def _singles(category: PoseCategory, *names: str) -> Iterator[PoseParameter]:
    """Parameters of the whole face, which look the same in a mirror."""
    return (PoseParameter(name, category, mirror=name) for name in names)


def _turn(category: PoseCategory, name: str, mirror_sign: int) -> PoseParameter:
    """A rotation, -1..1."""
    return PoseParameter(name, category, low=-1.0, mirror=name, mirror_sign=mirror_sign)


POSE_PARAMETERS: Final[tuple[PoseParameter, ...]] = (
    *_pairs(
        PoseCategory.EYEBROW,
        *("eyebrow_troubled", "eyebrow_angry", "eyebrow_lowered"),
        *("eyebrow_raised", "eyebrow_happy", "eyebrow_serious"),
    ),
    *_pairs(
        PoseCategory.EYE,
        *("eye_wink", "eye_happy_wink", "eye_surprised"),
        *("eye_relaxed", "eye_unimpressed", "eye_raised_lower_eyelid"),
    ),
    *_pairs(PoseCategory.IRIS_MORPH, "iris_small"),
    *_singles(PoseCategory.MOUTH, "mouth_aaa", "mouth_iii", "mouth_uuu", "mouth_eee", "mouth_ooo", "mouth_delta"),
    *_pairs(PoseCategory.MOUTH, "mouth_lowered_corner", "mouth_raised_corner"),
    *_singles(PoseCategory.MOUTH, "mouth_smirk"),
    _turn(PoseCategory.IRIS_ROTATION, "iris_rotation_x", 1),
    _turn(PoseCategory.IRIS_ROTATION, "iris_rotation_y", -1),
    _turn(PoseCategory.FACE_ROTATION, "head_x", 1),
    _turn(PoseCategory.FACE_ROTATION, "head_y", -1),
    _turn(PoseCategory.FACE_ROTATION, "neck_z", -1),
    _turn(PoseCategory.BODY_ROTATION, "body_y", -1),
    _turn(PoseCategory.BODY_ROTATION, "body_z", -1),
    *_singles(PoseCategory.BREATHING, "breathing"),
)
"""The schema: one record for each number, in the order of the columns."""

POSE_NAMES: Final[tuple[str, ...]] = tuple(parameter.name for parameter in POSE_PARAMETERS)
POSE_SIZE: Final = len(POSE_PARAMETERS)
POSE_INDEX: Final[dict[str, int]] = {name: column for column, name in enumerate(POSE_NAMES)}
POSE_LOW: Final[Poses] = np.array([parameter.low for parameter in POSE_PARAMETERS], np.float32)
POSE_HIGH: Final[Poses] = np.array([parameter.high for parameter in POSE_PARAMETERS], np.float32)

_MIRROR: Final[IndexArray] = np.array([POSE_INDEX[parameter.mirror] for parameter in POSE_PARAMETERS], np.intp)
_MIRROR_SIGN: Final[Poses] = np.array([parameter.mirror_sign for parameter in POSE_PARAMETERS], np.float32)


def pose_columns(name: str) -> list[int]:
    """The columns that a name means: one, or both sides of a paired parameter named without its side.

    Raises:
        KeyError: the name is not in the schema.
    """
    columns = [column for column, item in enumerate(POSE_PARAMETERS) if name in (item.name, item.base)]
    if not columns:
        raise KeyError(name)
    return columns


def pose_mask(*categories: PoseCategory) -> BoolArray:
    """Which columns belong to these categories: bool [45]."""
    return np.array([parameter.category in categories for parameter in POSE_PARAMETERS])


def pose_slice(first: PoseCategory, last: PoseCategory) -> slice:
    """The columns from the first of one category to the last of another; the schema keeps each category together."""
    columns = np.flatnonzero(pose_mask(first, last))
    return slice(int(columns[0]), int(columns[-1]) + 1)


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
        pose[pose_columns(name)] = value
    return clamp_poses(pose)


def clamp_poses(poses: Float32Array | FloatArray) -> Poses:
    """The same poses ([..., 45]) with every number within its range, as float32; not-a-number becomes 0."""
    return np.clip(np.nan_to_num(poses, nan=0.0), POSE_LOW, POSE_HIGH).astype(np.float32)


def poses_in_order(names: Sequence[str], rows: Iterable[Sequence[float]]) -> Poses:
    """Rows whose columns are called ``names`` as poses [N, 45] in schema order; absent columns are 0.

    Raises:
        ValueError: a name is unknown or given twice, or a row has another length than ``names``.
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
    mirrored: Poses = poses[:, _MIRROR] * _MIRROR_SIGN
    return mirrored


def mirror_places(places: Float32Array) -> Float32Array:
    """The mirror image of heads' places [..., 3], see ``PoseTrack.places``."""
    return np.asarray(places * (-1, 1, 1), np.float32)
