"""A MikuMikuDance motion -> poses: what the morphs and bones that most models share mean for a face."""

from __future__ import annotations

import unicodedata
from typing import Final

import numpy as np

from pipeline.motion.files.vmd import VMD_FPS, Vmd
from pipeline.types import (
    HEAD_RANGE_DEGREES,
    POSE_INDEX,
    POSE_SIZE,
    FloatArray,
    Gesture,
    Poses,
    clamp_poses,
    pose_columns,
)

Amounts = dict[str, float]

MORPHS: Final[dict[str, Amounts]] = {
    # brows
    "真面目": {"eyebrow_serious": 1},
    "困る": {"eyebrow_troubled": 1},
    "にこり": {"eyebrow_happy": 1},
    "怒り": {"eyebrow_angry": 1},
    "上": {"eyebrow_raised": 1},
    "下": {"eyebrow_lowered": 1},
    "困る左": {"eyebrow_troubled_left": 1},
    "困る右": {"eyebrow_troubled_right": 1},
    "怒り左": {"eyebrow_angry_left": 1},
    "怒り右": {"eyebrow_angry_right": 1},
    # eyes; in MMD the plain wink is the left eye's, 右 the right one's, and 2 the flat kind
    "まばたき": {"eye_wink": 1},
    "笑い": {"eye_happy_wink": 1},
    "ウィンク": {"eye_happy_wink_left": 1},
    "ウィンク右": {"eye_happy_wink_right": 1},
    "ウィンク2": {"eye_wink_left": 1},
    "ウィンク2右": {"eye_wink_right": 1},
    "なごみ": {"eye_relaxed": 1},
    "はぅ": {"eye_wink": 1, "eyebrow_troubled": 0.4},
    "びっくり": {"eye_surprised": 1},
    "なぬ!": {"eye_surprised": 1},
    "はちゅ目": {"eye_surprised": 0.8, "iris_small": 1},
    "恐ろしい子!": {"eye_surprised": 0.6, "iris_small": 1},
    "じと目": {"eye_unimpressed": 1},
    "ジト目": {"eye_unimpressed": 1},
    "キリッ": {"eye_unimpressed": 0.5, "eyebrow_serious": 0.5},
    "下瞼上げ": {"eye_raised_lower_eyelid": 1},
    "下まぶた上げ": {"eye_raised_lower_eyelid": 1},
    "瞳小": {"iris_small": 1},
    # mouth
    "あ": {"mouth_aaa": 1},
    "い": {"mouth_iii": 1},
    "う": {"mouth_uuu": 1},
    "え": {"mouth_eee": 1},
    "お": {"mouth_ooo": 1},
    "あ2": {"mouth_aaa": 1},
    "ワ": {"mouth_aaa": 0.9, "mouth_raised_corner": 0.6},
    "ん": {},
    "▲": {"mouth_delta": 1},
    "∧": {"mouth_lowered_corner": 0.8},
    "□": {"mouth_eee": 0.9},
    "ω": {"mouth_raised_corner": 0.6, "mouth_uuu": 0.2},
    "ω□": {"mouth_raised_corner": 0.6, "mouth_delta": 0.7},
    "にやり": {"mouth_raised_corner": 0.8, "mouth_smirk": 0.5},
    "にやり2": {"mouth_smirk": 1},
    "にっこり": {"mouth_raised_corner": 1},
    "ぺろっ": {"mouth_delta": 0.4, "mouth_raised_corner": 0.5},
    "てへぺろ": {"mouth_delta": 0.4, "mouth_raised_corner": 0.5},
    "口角上げ": {"mouth_raised_corner": 1},
    "口角下げ": {"mouth_lowered_corner": 1},
    "口横広げ": {"mouth_iii": 0.4},
    "えー": {"mouth_eee": 0.7, "mouth_lowered_corner": 0.6},
}
"""What the morphs that most MMD models share do to the pose; a paired parameter without its side means both. Names are
in Unicode's NFKC form: models write ウィンク２右 in wide, narrow and mixed letters."""

SIGNS: Final[dict[str, str]] = {
    "照れ": "blush",
    "涙": "tears",
    "青ざめる": "gloom",
    "青ざめ": "gloom",
    "がーん": "gloom",
    "汗": "sweat",
    "ハート": "hearts",
    "ハート目": "hearts",
    "はぁと": "hearts",
    "星目": "sparkle",
}
"""Morphs that show what comics show, and the event that shows it here (``pipeline.posers.rig.emanata``)."""
_SHOWN: Final = 0.3
"""A sign is there while its morph has at least this weight."""

_EYE_RANGE_DEGREES: Final = 12.0
"""A turn of the eye bones that takes the iris as far as it goes."""
_SPINE: Final = ("上半身", "上半身2")
_NECK: Final = ("首", "頭")
_EYES: Final = ("両目", "左目", "右目")


KNOWN: Final = frozenset((*MORPHS, *SIGNS, *_SPINE, *_NECK, *_EYES))
"""All names that mean something here."""


def vmd_to_poses(motion: Vmd, fps: float = VMD_FPS, max_seconds: float = 60.0) -> Poses:
    """Poses, float32 [T, 45] at ``fps`` frames a second, from frame 0 to the last one or to ``max_seconds``."""
    frames = _frames(motion, fps, max_seconds)
    poses = np.zeros((len(frames), POSE_SIZE))
    for morph, curve in motion.morphs.items():
        weights = curve.at(frames)
        for name, amount in MORPHS.get(_plain(morph), {}).items():
            poses[:, pose_columns(name)] += amount * weights[:, None]
    head = _turned(motion, _NECK, frames)
    body = _turned(motion, _SPINE, frames)
    eyes = _turned(motion, _EYES[:1], frames)
    if not eyes.any():
        eyes = (_turned(motion, _EYES[1:2], frames) + _turned(motion, _EYES[2:], frames)) / 2
    for column, name in enumerate(("head_x", "head_y", "neck_z")):
        poses[:, POSE_INDEX[name]] = head[:, column] / HEAD_RANGE_DEGREES
    poses[:, POSE_INDEX["body_y"]] = body[:, 1] / HEAD_RANGE_DEGREES
    poses[:, POSE_INDEX["body_z"]] = body[:, 2] / HEAD_RANGE_DEGREES
    poses[:, POSE_INDEX["iris_rotation_x"]] = eyes[:, 0] / _EYE_RANGE_DEGREES
    poses[:, POSE_INDEX["iris_rotation_y"]] = eyes[:, 1] / _EYE_RANGE_DEGREES
    return clamp_poses(poses)


def vmd_to_gestures(motion: Vmd, fps: float = VMD_FPS, max_seconds: float = 60.0) -> tuple[Gesture, ...]:
    """What shows beside the face, over the same frames as ``vmd_to_poses``, in order of time."""
    frames = _frames(motion, fps, max_seconds)
    found = []
    for morph, curve in motion.morphs.items():
        name = SIGNS.get(_plain(morph))
        if name is not None:
            shown = np.concatenate([[False], curve.at(frames) >= _SHOWN, [False]])
            edges = np.flatnonzero(np.diff(shown.astype(int)))
            found += [Gesture(name, int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return tuple(sorted(found, key=lambda g: (g.start, g.name)))


def moves_a_face(motion: Vmd) -> bool:
    """Whether there is anything in it that a face or a head can do."""
    morphs = {_plain(morph) for morph in motion.morphs}
    return bool(morphs & (MORPHS.keys() | SIGNS.keys())) or bool(motion.bones.keys() & {*_SPINE, *_NECK, *_EYES})


def _frames(motion: Vmd, fps: float, max_seconds: float) -> FloatArray:
    """The motion's own frame numbers at which it is read."""
    seconds = min((motion.last + 1) / VMD_FPS, max_seconds)
    return np.arange(max(1, round(seconds * fps))) * (VMD_FPS / fps)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name)


def _turned(motion: Vmd, chain: tuple[str, ...], frames: FloatArray) -> FloatArray:
    """[T, 3] pitch, yaw, roll in degrees, with the pose's signs, of a chain of bones, parent first.

    MMD's models look along -z of a left-handed space with y up and the viewer's right at +x, so a positive turn about
    x looks up, one about y looks and one about z tilts to the viewer's left: the signs of the pose.
    """
    turns = [motion.bones[name].at(frames) for name in chain if name in motion.bones]
    if not turns:
        return np.zeros((len(frames), 3))
    total = turns[0]
    for turn in turns[1:]:
        total = total * turn
    yaw, pitch, roll = total.as_euler("YXZ", degrees=True).T
    return np.stack([pitch, yaw, roll], axis=1)
