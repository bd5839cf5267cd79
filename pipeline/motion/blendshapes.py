"""ARKit's 52 blendshapes -> poses: one converter for recordings, trackers and phones that stream.

It knows nothing of files or cameras. Formulas marked (THA4) restate Talking Head Anime 4's converter; the rest are
ours. No number ever jumps: every gate is a ramp.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

import numpy as np
import numpy.typing as npt

from pipeline.tape import Program, Tape, Traced
from pipeline.types import (
    HEAD_RANGE_DEGREES,
    POSE_HIGH,
    POSE_INDEX,
    POSE_LOW,
    POSE_SIZE,
    FloatArray,
    Poses,
    clamp_poses,
    mirror_poses,
)

_SIDED: Final = {
    "eye": ("Blink", "LookDown", "LookIn", "LookOut", "LookUp", "Squint", "Wide"),
    "mouth": ("Smile", "Frown", "Dimple", "Stretch", "Press", "LowerDown", "UpperUp"),
    "brow": ("Down", "OuterUp"),
    "cheek": ("Squint",),
    "nose": ("Sneer",),
}
_SINGLE: Final = (
    *("jawForward", "jawLeft", "jawRight", "jawOpen", "mouthClose", "mouthFunnel", "mouthPucker", "mouthLeft"),
    *("mouthRight", "mouthRollLower", "mouthRollUpper", "mouthShrugLower", "mouthShrugUpper", "browInnerUp"),
    *("cheekPuff", "tongueOut"),
)
BLENDSHAPES: Final[tuple[str, ...]] = (
    *(f"{part}{name}{side}" for part, names in _SIDED.items() for name in names for side in ("Left", "Right")),
    *_SINGLE,
)
"""The 52 names, Apple's spelling (ARFaceAnchor.BlendShapeLocation). Left is the person's own left."""

BODY_FOLLOWS: Final = 0.5
"""How far the shoulders follow when the head turns or tilts: none of the 52 blendshapes is about shoulders."""


def blendshapes_to_poses(names: Sequence[str], values: npt.ArrayLike, head_degrees: npt.ArrayLike) -> Poses:
    """Poses, float32 [T, 45], of a face given by blendshapes; ``breathing`` stays 0.

    Args:
        names: what the columns of ``values`` are called, in any order and letter case; absent ones count as 0,
            unknown ones are passed over.
        values: [T, len(names)], 0..1.
        head_degrees: [T, 3] pitch, yaw, roll relative to the person's own neutral, in degrees, with the schema's signs:
            pitch + looks up, yaw + turns and roll + tilts to the viewer's left.

    Raises:
        ValueError: the shapes do not fit each other.
    """
    table = np.nan_to_num(np.asarray(values, np.float64)).clip(0, 1)
    degrees = np.nan_to_num(np.asarray(head_degrees, np.float64))
    if table.ndim != 2 or table.shape[1] != len(names) or degrees.shape != (len(table), 3):
        raise ValueError(f"{len(names)} names, values {table.shape} and head {degrees.shape} do not fit")
    return clamp_poses(_converted(_Face(names, table), degrees))


def blendshapes_program() -> Program:
    """The same formulas for one face: ``BLENDSHAPES``, ``pitch``, ``yaw`` and ``roll`` become its pose and, after that,
    the pose of its mirror image.
    """
    tape = Tape()
    table = Traced.inputs(tape, BLENDSHAPES)[None, :].clip(0, 1)
    degrees = Traced.inputs(tape, ["pitch", "yaw", "roll"])[None, :]
    poses = np.clip(_converted(_Face(BLENDSHAPES, table), degrees), POSE_LOW, POSE_HIGH)
    return tape.program(Traced.of(tape, np.concatenate([poses, mirror_poses(cast(Poses, poses))])).ravel().slots)


def packed_blendshapes() -> dict[str, Any]:
    """That program as JSON for browsers; docs/puppet.md describes it."""
    return {"format": "animemoji.blendshapes", "version": 2, "program": blendshapes_program().packed()}


def _converted(face: _Face, degrees: FloatArray) -> FloatArray:
    """The poses [T, 45] before anything is limited."""
    poses = face.nothing()
    smile_both = (face("mouthSmileLeft") + face("mouthSmileRight")) / 2
    smiling = _ramp(smile_both, 0.4, 0.6)
    shut = _eye_closing(face)
    _brows(poses, face, smile_both, smiling)
    _eyes(poses, face, smiling, shut)
    _gaze(poses, face, shut)
    _mouth(poses, face, smiling)
    _head(poses, degrees)
    return poses


class _Face:
    """The columns [T] of a table of blendshapes by name, in any order and letter case; absent ones are 0."""

    def __init__(self, names: Sequence[str], table: FloatArray) -> None:
        self._at = {name.lower(): column for column, name in enumerate(names)}
        self._table = table

    def __call__(self, name: str) -> FloatArray:
        column = self._at.get(name.lower())
        return np.zeros(len(self._table)) if column is None else self._table[:, column]

    def nothing(self) -> FloatArray:
        """Poses [T, 45] at rest, of the same kind as the table."""
        return np.zeros_like(self._table, shape=(len(self._table), POSE_SIZE))

    def sides(self, name: str) -> tuple[FloatArray, FloatArray]:
        return self(f"{name}Left"), self(f"{name}Right")


def _ramp(x: FloatArray, low: float, high: float) -> FloatArray:
    """0 below ``low``, 1 above ``high``, linear between."""
    return np.clip((x - low) / (high - low), 0, 1)


def _put(poses: FloatArray, name: str, value: npt.ArrayLike) -> None:
    poses[:, POSE_INDEX[name]] = value


def _put_sides(poses: FloatArray, name: str, left: FloatArray, right: FloatArray) -> None:
    _put(poses, f"{name}_left", left)
    _put(poses, f"{name}_right", right)


def _brows(poses: FloatArray, face: _Face, smile: FloatArray, smiling: FloatArray) -> None:
    """Brow shapes out of three muscles: up inside only is troubled, far down is angry, a little down is serious."""
    inner, frown = face("browInnerUp"), np.maximum(*face.sides("mouthFrown"))
    sneer = np.maximum(*face.sides("noseSneer"))
    for side, outer, down in zip(("left", "right"), face.sides("browOuterUp"), face.sides("browDown"), strict=True):
        up = (inner + outer).clip(0, 1)  # THA4
        worry = _ramp(inner - 1.5 * outer, 0.1, 0.5) * (1 - smiling)
        pressed = (1 - smiling) * _ramp(down, 0, 0.4)  # THA4: all of this is anger
        anger = (_ramp(down, 0.15, 0.5) + sneer).clip(0, 1)
        _put(poses, f"eyebrow_raised_{side}", up * (1 - worry) * (1 - 0.7 * pressed))
        _put(poses, f"eyebrow_troubled_{side}", up * worry + 0.5 * _ramp(frown, 0.05, 0.6) * (1 - pressed))
        _put(poses, f"eyebrow_angry_{side}", pressed * anger)
        _put(poses, f"eyebrow_serious_{side}", 0.8 * pressed * (1 - anger))
        _put(poses, f"eyebrow_happy_{side}", smile.clip(0, 1) * smiling)  # THA4


def _eye_closing(face: _Face) -> tuple[FloatArray, FloatArray]:
    """How far each eye is closed.

    A wink leaks into the other eye's blendshape: where one eye is clearly more closed than the other, the other one is
    opened. A blink that is seen a little unevenly stays a blink.
    """
    left, right = (_ramp(blink, 0.06, 0.72) for blink in face.sides("eyeBlink"))
    # Lids that are cast down are seldom read as equally low, and nobody winks while both eyes look down.
    middle, cast_down = (left + right) / 2, 0.8 * _ramp(np.minimum(*face.sides("eyeLookDown")), 0.25, 0.5)
    left, right = (closed + cast_down * (middle - closed) for closed in (left, right))
    left_winks, right_winks = (_ramp(d, 0.3, 0.55) for d in (left - right, right - left))
    left, right = left * (1 - 0.9 * right_winks), right * (1 - 0.9 * left_winks)
    # Eyes that are squeezed shut, both at once, are covered by cheeks and lashes and read as half open.
    squeeze = _ramp(sum(face.sides("eyeSquint"), np.zeros_like(left)) / 2, 0.25, 0.45)
    left, right = (closed + squeeze * (_ramp(closed, 0.3, 0.65) - closed).clip(0, None) for closed in (left, right))
    return left, right


def _eyes(poses: FloatArray, face: _Face, smiling: FloatArray, shut: tuple[FloatArray, FloatArray]) -> None:
    raised = face("browInnerUp") + (face("browOuterUpLeft") + face("browOuterUpRight")) / 2
    shapes = (*face.sides("eyeWide"), *face.sides("eyeSquint"), *face.sides("cheekSquint"))
    startled = _ramp(np.minimum(*shapes[:2]), 0.35, 0.8) * (_ramp(raised, 0.2, 0.8) + _ramp(face("jawOpen"), 0.2, 0.6))
    for index, side in enumerate(("left", "right")):
        wide, squint, cheek = shapes[index], shapes[2 + index], shapes[4 + index]
        closed, opened = shut[index], 1 - shut[index]
        _put(poses, f"eye_wink_{side}", (1 - smiling) * closed)  # THA4, as the next line
        _put(poses, f"eye_happy_wink_{side}", smiling * closed)
        _put(poses, f"eye_surprised_{side}", _ramp(wide, 0, 0.5) * opened)  # THA4
        _put(poses, f"iris_small_{side}", 0.6 * startled.clip(0, 1) * opened)
        narrowed = _ramp(squint, 0.35, 0.8) * opened
        _put(poses, f"eye_unimpressed_{side}", narrowed * (1 - smiling) * (1 - raised.clip(0, 1)))
        _put(poses, f"eye_relaxed_{side}", 0.4 * narrowed * smiling)
        # THA4 reads the cheek alone, which MediaPipe never moves; a smiling squint is the same muscle.
        _put(
            poses,
            f"eye_raised_lower_eyelid_{side}",
            np.maximum(_ramp(cheek, 0.1, 0.7), 0.8 * smiling * _ramp(squint, 0.2, 0.8)),
        )


def _gaze(poses: FloatArray, face: _Face, shut: tuple[FloatArray, FloatArray]) -> None:
    """Gaze (THA4), but in a wink from the eye that is open: a closing eye reads as one that looks down and inward."""
    left_open, right_open = (1 - closed for closed in shut)
    left = (0.5 + 0.7 * (left_open - right_open)).clip(0, 1)
    (in_left, in_right), (out_left, out_right) = face.sides("eyeLookIn"), face.sides("eyeLookOut")
    (up_left, up_right), (down_left, down_right) = face.sides("eyeLookUp"), face.sides("eyeLookDown")
    side = (in_left - out_left) * left + (out_right - in_right) * (1 - left)
    height = (up_left - down_left) * left + (up_right - down_right) * (1 - left)
    _put(poses, "iris_rotation_y", (side / 0.75).clip(-1, 1))
    _put(poses, "iris_rotation_x", (height / 0.75).clip(-1, 1))


def _mouth(poses: FloatArray, face: _Face, smiling: FloatArray) -> None:
    """The vowels share out how far the mouth is open, so that their sum follows the jaw and closes with it.

    The lips decide the shares: rounded ones give uuu and ooo, spread ones iii and eee, the rest is aaa (delta in a
    laugh).
    """
    jaw, funnel, pucker = face("jawOpen"), face("mouthFunnel"), face("mouthPucker")
    # Talking moves a jaw by a third of its range; it bends towards 1 instead of being cut off there.
    opening = np.tanh((jaw - face("mouthClose") - 0.01).clip(0, None) ** 1.2 / 0.19)
    lower, upper = (sum(face.sides(name), np.zeros_like(jaw)) / 2 for name in ("mouthLowerDown", "mouthUpperUp"))
    stretch = sum(face.sides("mouthStretch"), np.zeros_like(jaw)) / 2
    smile = sum(face.sides("mouthSmile"), np.zeros_like(jaw)) / 2

    rounded = _ramp(np.maximum(pucker, 1.5 * funnel), 0.15, 0.55)
    # Teeth show while the jaw is nearly shut, or the corners are drawn apart without a laugh.
    # Brows that fly up over an open mouth without a smile: that is an "oh", not an "ah".
    raised = face("browInnerUp") + sum(face.sides("browOuterUp"), np.zeros_like(jaw)) / 2
    startled = _ramp(raised, 0.5, 1.1) * _ramp(jaw, 0.15, 0.35) * (1 - _ramp(smile, 0.15, 0.4))
    rounded = np.maximum(rounded, 0.8 * startled)
    spread = (1 - rounded) * np.maximum(
        _ramp(lower + 0.5 * upper - 0.8 * jaw, 0.1, 0.4), _ramp(stretch + 0.5 * smile - 0.6 * jaw, 0.1, 0.4)
    )
    plain = 1 - rounded - spread
    wide_open, half_open = _ramp(jaw, 0.2, 0.4), _ramp(jaw, 0.15, 0.3)
    laugh = 0.7 * smiling * (1 - wide_open)
    funnelled = np.maximum(_ramp(funnel, 0.25, 0.5), wide_open)
    kiss = 0.22 * _ramp(pucker, 0.6, 0.9) * (1 - opening)  # lips pushed forward without opening
    _put(poses, "mouth_aaa", opening * plain * (1 - laugh))
    _put(poses, "mouth_delta", opening * plain * laugh)
    # Teeth that a raised lip shows by a shut jaw; in a smile the corners tell most of it.
    teeth = 0.2 * _ramp(upper, 0.2, 0.4) * (1 - 0.5 * smiling) * (1 - opening)
    _put(poses, "mouth_iii", opening * spread * (1 - half_open) + teeth)
    _put(poses, "mouth_eee", opening * spread * half_open)
    _put(poses, "mouth_uuu", opening * rounded * (1 - funnelled) + kiss)
    _put(poses, "mouth_ooo", opening * rounded * funnelled)

    parted = _ramp(jaw, 0.03, 0.12)
    left, right = face.sides("mouthSmile")
    frown = sum(face.sides("mouthFrown"), np.zeros_like(jaw))
    pout = 0.8 * _ramp(face("mouthShrugLower"), 0.2, 0.7)
    down = np.maximum(_ramp(frown, 0, 0.6), pout) * (1 - 0.7 * parted) * (1 - _ramp(left + right, 0.2, 0.8))
    _put_sides(poses, "mouth_raised_corner", left, right)
    _put_sides(poses, "mouth_lowered_corner", down, down)
    aside = np.maximum(face("mouthLeft"), face("mouthRight"))
    crooked = np.maximum(_ramp(np.abs(left - right), 0.2, 0.55), 0.8 * _ramp(aside, 0.15, 0.5))
    _put(poses, "mouth_smirk", crooked * (1 - parted))


def _head(poses: FloatArray, degrees: FloatArray) -> None:
    pitch, yaw, roll = (degrees / HEAD_RANGE_DEGREES).clip(-1, 1).T
    _put(poses, "head_x", pitch)
    _put(poses, "head_y", yaw)
    _put(poses, "neck_z", roll)
    _put(poses, "body_y", BODY_FOLLOWS * yaw)
    _put(poses, "body_z", BODY_FOLLOWS * roll)
