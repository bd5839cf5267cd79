"""A VRM avatar's face and head, as programs for virtual performers send them (VMC), to a pose and back.

Names: VRM 0's presets (``Joy``, ``Blink_L``), VRM 1's (``happy``, ``blinkLeft``), ARKit's 52 ("perfect sync"), and the
45 names of a pose, which are taken as they are. Bones turn as in Unity: left-handed, y up, the avatar looks along +z.
Sources: the specifications of VRM 0.x and 1.0 (expressions), protocol.vmc.info.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from pipeline.motion.blendshapes import BLENDSHAPES, blendshapes_to_poses
from pipeline.types import (
    HEAD_RANGE_DEGREES,
    POSE_INDEX,
    POSE_NAMES,
    POSE_SIZE,
    FloatArray,
    PoseCategory,
    Poses,
    make_pose,
    pose_mask,
)

Quaternion = tuple[float, float, float, float]
"""x, y, z, w."""

EYE_RANGE_DEGREES: Final = 12.0
"""A turn of an eye's bone that takes the iris as far as it goes."""
_PRESETS: Final[dict[tuple[str, ...], dict[str, float]]] = {
    ("a", "aa"): {"mouth_aaa": 1},
    ("i", "ih"): {"mouth_iii": 1},
    ("u", "ou"): {"mouth_uuu": 1},
    ("e", "ee"): {"mouth_eee": 1},
    ("o", "oh"): {"mouth_ooo": 1},
    ("blink",): {"eye_wink": 1},
    ("blink_l", "blinkleft"): {"eye_wink_left": 1},
    ("blink_r", "blinkright"): {"eye_wink_right": 1},
    ("joy", "happy"): {"eye_happy_wink": 1, "eyebrow_happy": 0.8, "mouth_raised_corner": 1},
    ("fun", "relaxed"): {"eye_relaxed": 0.6, "eyebrow_happy": 0.4, "mouth_raised_corner": 0.8},
    ("angry",): {"eyebrow_angry": 1, "eye_unimpressed": 0.3, "mouth_lowered_corner": 0.7},
    ("sorrow", "sad"): {"eyebrow_troubled": 1, "eye_relaxed": 0.4, "mouth_lowered_corner": 0.9},
    ("surprised",): {"eyebrow_raised": 1, "eye_surprised": 1, "mouth_ooo": 0.6},
    ("lookup",): {"iris_rotation_x": 1},
    ("lookdown",): {"iris_rotation_x": -1},
    ("lookleft",): {"iris_rotation_y": -1},
    ("lookright",): {"iris_rotation_y": 1},
}
"""What the presets of both versions do to a pose, by their names in small letters."""
_PRESET_POSES: Final = {name: make_pose(**pose) for names, pose in _PRESETS.items() for name in names}
_ARKIT: Final = {name.lower(): name for name in BLENDSHAPES}
_OWN: Final = frozenset(POSE_NAMES)
_NECK: Final = ("Neck", "Head")
_SPINE: Final = ("Spine", "Chest", "UpperChest")
_EYES: Final = ("LeftEye", "RightEye")
AVATAR_BONES: Final = frozenset((*_NECK, *_SPINE, *_EYES))
"""The bones that mean something here."""
_TURNS: Final = pose_mask(PoseCategory.FACE_ROTATION, PoseCategory.BODY_ROTATION)


def means_something(name: str) -> bool:
    """Whether a blendshape of that name moves anything here."""
    small = name.lower()
    return name in _OWN or small in _ARKIT or small in _PRESET_POSES


@dataclass(frozen=True)
class SeenAvatar:
    """An avatar at one moment.

    Attributes:
        blendshapes: amounts 0..1 by name (-1..1 for a pose's own turns).
        bones: local turns by Unity's names of humanoid bones.
    """

    blendshapes: Mapping[str, float] = field(default_factory=dict)
    bones: Mapping[str, Quaternion] = field(default_factory=dict)

    def pose(self) -> Poses:
        """The pose, float32 [45], not-a-number where nothing was said about it."""
        own = {name: amount for name, amount in self.blendshapes.items() if name in _OWN}
        if own:
            return make_pose(**own)
        pose = np.full(POSE_SIZE, np.nan, np.float32)
        if self.blendshapes:
            pose[~_TURNS] = self._face()[~_TURNS]
        for names, to in ((_NECK, ("head_x", "head_y", "neck_z")), (_SPINE, (None, "body_y", "body_z"))):
            turned = self._turned(names)
            for name, degrees in zip(to, turned if turned is not None else (), strict=False):
                if name is not None:
                    pose[POSE_INDEX[name]] = np.clip(degrees / HEAD_RANGE_DEGREES, -1, 1)
        looks = [turn for turn in (self._turned((eye,)) for eye in _EYES) if turn is not None]
        if looks:
            up, aside, _ = np.mean(looks, axis=0)
            for name, degrees in (("iris_rotation_x", up), ("iris_rotation_y", aside)):
                said = np.nan_to_num(pose[POSE_INDEX[name]])
                pose[POSE_INDEX[name]] = _farther(said, np.clip(degrees / EYE_RANGE_DEGREES, -1, 1))
        return pose

    def _face(self) -> FloatArray:
        """All blendshapes together: where presets and muscles say the same, the one that says more counts."""
        muscles = {_ARKIT[n.lower()]: v for n, v in self.blendshapes.items() if n.lower() in _ARKIT}
        face: FloatArray = np.zeros(POSE_SIZE)
        if muscles:
            face += blendshapes_to_poses(list(muscles), [list(muscles.values())], [[0, 0, 0]])[0]
        for name, amount in self.blendshapes.items():
            preset = _PRESET_POSES.get(name.lower())
            if preset is not None:
                face = _farther(face, preset * min(max(amount, 0.0), 1.0))
        return face

    def _turned(self, chain: tuple[str, ...]) -> FloatArray | None:
        """[3] pitch, yaw, roll in degrees, with the pose's signs, of a chain of bones; None where none of it is known.

        The avatar looks along +z, and +x is to the viewer's left: a positive turn about x looks down, one about y to
        the viewer's left, and one about z tilts to the viewer's right.
        """
        from scipy.spatial.transform import Rotation

        turns = [np.array(self.bones[name]) for name in chain if name in self.bones]
        turns = [turn for turn in turns if np.isfinite(turn).all() and np.linalg.norm(turn) > 1e-6]
        if not turns:
            return None
        total = Rotation.identity()
        for turn in turns:
            total = total * Rotation.from_quat(turn)
        yaw, pitch, roll = total.as_euler("YXZ", degrees=True)
        return np.array([-pitch, yaw, -roll])


def _farther(one: FloatArray, other: FloatArray) -> FloatArray:
    return np.where(np.abs(other) > np.abs(one), other, one)


def avatar_of(pose: Poses) -> SeenAvatar:
    """What to tell programs that show avatars of a pose, float32 [45]: the presets of both versions, its own 45
    numbers, and the turns of neck, head and chest.
    """
    at = {name: float(value) for name, value in zip(POSE_NAMES, pose, strict=True)}

    def both(name: str) -> float:
        return (at[f"{name}_left"] + at[f"{name}_right"]) / 2

    def shut(side: str) -> float:
        return min(1.0, at[f"eye_wink_{side}"] + at[f"eye_happy_wink_{side}"])

    joy = both("eye_happy_wink") * both("mouth_raised_corner")
    up, aside = at["iris_rotation_x"], at["iris_rotation_y"]
    said = {
        ("A", "aa"): min(1.0, at["mouth_aaa"] + 0.7 * at["mouth_delta"]),
        ("I", "ih"): at["mouth_iii"],
        ("U", "ou"): at["mouth_uuu"],
        ("E", "ee"): at["mouth_eee"],
        ("O", "oh"): at["mouth_ooo"],
        # An avatar's joy shuts its eyes by itself.
        ("Blink_L", "blinkLeft"): shut("left") * (1 - joy),
        ("Blink_R", "blinkRight"): shut("right") * (1 - joy),
        ("Joy", "happy"): joy,
        ("Fun", "relaxed"): both("mouth_raised_corner") * (1 - joy),
        ("Angry", "angry"): both("eyebrow_angry"),
        ("Sorrow", "sad"): both("eyebrow_troubled"),
        ("Surprised", "surprised"): both("eye_surprised"),
        ("LookUp", "lookUp"): max(up, 0.0),
        ("LookDown", "lookDown"): max(-up, 0.0),
        ("LookLeft", "lookLeft"): max(-aside, 0.0),
        ("LookRight", "lookRight"): max(aside, 0.0),
    }
    blendshapes = {name: amount for names, amount in said.items() for name in dict.fromkeys(names)} | at
    # Head and neck share the turn.
    half = _quaternion(0.5, at["head_x"], at["head_y"], at["neck_z"])
    body = _quaternion(1.0, 0.0, at["body_y"], at["body_z"])
    return SeenAvatar(blendshapes, {"Neck": half, "Head": half, "Chest": body})


def _quaternion(share: float, pitch: float, yaw: float, roll: float) -> Quaternion:
    """A share of a turn by numbers of a pose; the inverse of ``SeenAvatar._turned``."""
    from scipy.spatial.transform import Rotation

    degrees = HEAD_RANGE_DEGREES * np.array([yaw, -pitch, -roll])
    x, y, z, w = (Rotation.from_euler("YXZ", degrees, degrees=True) ** share).as_quat()
    return float(x), float(y), float(z), float(w)
