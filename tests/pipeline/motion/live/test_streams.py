"""What phones and other programs send becomes the pose that they mean."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.motion.live.ifacialmocap import read_ifacialmocap
from pipeline.motion.live.vrm import SeenAvatar, avatar_of, means_something
from pipeline.types import POSE_HIGH, POSE_INDEX, POSE_LOW, POSE_NAMES, POSE_SIZE, make_pose

VALUES = {name: index for index, name in enumerate(BLENDSHAPES)}


def short(name: str) -> str:
    return name.replace("Left", "_L").replace("Right", "_R") if name.endswith(("Left", "Right")) else name


def datagram(sign: str, values: dict[str, int], head: str = "-6.0,-7.5,3.0,0.1,0.2,0.3", whole: bool = False) -> bytes:
    parts = [f"{name if whole else short(name)}{sign}{value}" for name, value in values.items()]
    return "|".join([*parts, f"=head#{head}", "rightEye#1,2,3", "leftEye#1,2,3", ""]).encode()


@pytest.mark.parametrize(("sign", "whole"), [("-", False), ("&", False), ("&", True)])
def test_both_versions_are_read(sign: str, whole: bool) -> None:
    seen = read_ifacialmocap(datagram(sign, VALUES, whole=whole))
    assert seen is not None
    assert seen.blendshapes == {name: value / 100 for name, value in VALUES.items()}
    assert seen.head == (6.0, 7.5, 3.0)


def test_a_phone_s_face_moves_the_character_s_own_side() -> None:
    face = dict.fromkeys(BLENDSHAPES, 0) | {"eyeBlinkLeft": 95, "jawOpen": 60}
    seen = read_ifacialmocap(datagram("&", face))
    assert seen is not None
    pose = seen.pose()
    assert pose[POSE_INDEX["eye_wink_left"]] > 0.9
    assert pose[POSE_INDEX["eye_wink_right"]] < 0.1
    assert pose[POSE_INDEX["mouth_aaa"]] > 0.8
    assert pose[POSE_INDEX["head_x"]] == pytest.approx(0.4)
    assert seen.pose(seen.head)[POSE_INDEX["head_x"]] == 0


@given(st.binary(max_size=9000))
def test_bytes_of_any_kind_do_no_harm(data: bytes) -> None:
    assert read_ifacialmocap(data) is None or len(data) <= 8192


AMOUNT = st.one_of(st.floats(width=32).map(str), st.integers().map(str), st.text(max_size=6))
PART = st.builds(
    "{}{}{}".format,
    st.one_of(st.sampled_from([short(n) for n in BLENDSHAPES]), st.just("=head")),
    st.sampled_from("-&#"),
    AMOUNT,
)


@given(st.lists(PART, max_size=80), st.lists(AMOUNT, max_size=8))
def test_faces_of_any_kind_are_a_pose_or_nothing(parts: list[str], head: list[str]) -> None:
    seen = read_ifacialmocap("|".join([*parts, f"=head#{','.join(head)}"]).encode("utf-8", "replace"))
    if seen is not None:
        pose = seen.pose()
        assert np.isfinite(pose).all()
        assert (pose >= POSE_LOW).all()
        assert (pose <= POSE_HIGH).all()


def test_presets_of_both_versions_and_muscles_mean_the_same() -> None:
    for names, column in (
        (("A", "aa"), "mouth_aaa"),
        (("Blink_L", "blinkLeft", "eyeBlinkLeft"), "eye_wink_left"),
        (("Joy", "happy"), "mouth_raised_corner_right"),
        (("LookLeft", "lookLeft"), "iris_rotation_y"),
    ):
        for name in names:
            assert means_something(name)
            pose = SeenAvatar({name: 1.0}).pose()
            assert abs(pose[POSE_INDEX[column]]) > 0.9, name
            assert np.isnan(pose[POSE_INDEX["head_y"]])  # nothing was said about the head
    assert not means_something("Vrm.Extra_7")


def test_a_head_turns_as_in_unity() -> None:
    quarter = np.sin(np.radians(5)), np.cos(np.radians(5))
    for axis, column, sign in ((0, "head_x", -1), (1, "head_y", 1), (2, "neck_z", -1)):
        turn = [0.0, 0.0, 0.0, float(quarter[1])]
        turn[axis] = float(quarter[0])
        pose = SeenAvatar(bones={"Head": (turn[0], turn[1], turn[2], turn[3])}).pose()
        assert pose[POSE_INDEX[column]] == pytest.approx(sign * 10 / 15, abs=1e-4)
        assert np.isnan(pose[POSE_INDEX["mouth_aaa"]])
    assert np.isnan(SeenAvatar(bones={"Head": (0.0, 0.0, 0.0, 0.0)}).pose()).all()


def test_what_is_told_comes_back() -> None:
    rng = np.random.default_rng(5)
    for pose in rng.uniform(POSE_LOW, POSE_HIGH, (20, POSE_SIZE)).astype(np.float32):
        told = avatar_of(pose)
        assert np.allclose(told.pose(), pose, atol=1e-6)
        others = {name: amount for name, amount in told.blendshapes.items() if name not in POSE_NAMES}
        assert all(0 <= amount <= 1 for amount in others.values())
        again = SeenAvatar(others, told.bones).pose()
        for name in ("mouth_iii", "mouth_uuu", "head_x", "head_y", "neck_z", "body_y", "body_z"):
            assert again[POSE_INDEX[name]] >= pose[POSE_INDEX[name]] - 0.02, name
    smile = avatar_of(make_pose(eye_happy_wink=1, mouth_raised_corner=1)).blendshapes
    assert (smile["Joy"], smile["Blink_L"]) == (1, 0)
