from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.motion.blendshapes import (
    BLENDSHAPES,
    blendshapes_program,
    blendshapes_to_poses,
    packed_blendshapes,
)
from pipeline.types import POSE_HIGH, POSE_INDEX, POSE_LOW, mirror_poses


def pose(**amounts: float) -> dict[str, float]:
    return turned((0, 0, 0), **amounts)


def turned(head: tuple[float, float, float], **amounts: float) -> dict[str, float]:
    row = blendshapes_to_poses(list(amounts), [list(amounts.values())], [head])[0]
    return {name: float(row[index]) for name, index in POSE_INDEX.items()}


def test_names_apples_52() -> None:
    assert len(set(BLENDSHAPES)) == 52
    assert {"eyeBlinkLeft", "jawOpen", "tongueOut", "mouthShrugUpper", "noseSneerRight"} <= set(BLENDSHAPES)


def test_a_face_at_rest_is_the_neutral_pose() -> None:
    assert not blendshapes_to_poses(BLENDSHAPES, np.zeros((3, 52)), np.zeros((3, 3))).any()


def test_a_wink_closes_one_eye_and_leaves_the_other_open_although_its_blendshape_leaks() -> None:
    wink = pose(eyeBlinkLeft=0.75, eyeBlinkRight=0.35)
    assert wink["eye_wink_left"] > 0.95
    assert wink["eye_wink_right"] < 0.1


def test_a_blink_with_a_smile_is_a_happy_one() -> None:
    happy = pose(eyeBlinkLeft=0.8, eyeBlinkRight=0.8, mouthSmileLeft=0.9, mouthSmileRight=0.9)
    assert happy["eye_happy_wink_left"] > 0.95
    assert happy["eye_wink_left"] < 0.05


@pytest.mark.parametrize(
    ("amounts", "vowel"),
    [
        ({"jawOpen": 0.6}, "aaa"),
        ({"jawOpen": 0.5, "mouthLowerDownLeft": 0.5, "mouthLowerDownRight": 0.5}, "aaa"),
        ({"jawOpen": 0.14, "mouthLowerDownLeft": 0.5, "mouthLowerDownRight": 0.5}, "iii"),
        ({"jawOpen": 0.2, "mouthPucker": 0.8}, "uuu"),
        ({"jawOpen": 0.45, "mouthFunnel": 0.6, "mouthPucker": 0.4}, "ooo"),
    ],
)
def test_vowels(amounts: dict[str, float], vowel: str) -> None:
    shaped = pose(**amounts)
    mouth = {name: shaped[f"mouth_{name}"] for name in ("aaa", "iii", "uuu", "eee", "ooo")}
    assert max(mouth, key=lambda name: mouth[name]) == vowel
    assert mouth[vowel] > 0.4


def test_an_open_mouth_under_raised_brows_is_an_oh_and_with_a_smile_a_laugh() -> None:
    raised = {"jawOpen": 0.5, "browInnerUp": 0.8, "browOuterUpLeft": 0.7, "browOuterUpRight": 0.7}
    shock, joy = pose(**raised), pose(**raised, mouthSmileLeft=0.7, mouthSmileRight=0.7)
    assert shock["mouth_ooo"] > 0.6
    assert shock["mouth_aaa"] < 0.3
    assert joy["mouth_ooo"] < 0.05


def test_eyes_squeezed_shut_are_shut_although_cheeks_hide_the_lids() -> None:
    assert pose(eyeBlinkLeft=0.48, eyeBlinkRight=0.48, eyeSquintLeft=0.6, eyeSquintRight=0.6)["eye_wink_left"] > 0.95
    assert pose(eyeBlinkLeft=0.48, eyeBlinkRight=0.48)["eye_wink_left"] < 0.7


def test_lids_that_are_cast_down_unevenly_are_no_wink() -> None:
    down = {"eyeLookDownLeft": 0.6, "eyeLookDownRight": 0.55}
    cast = pose(eyeBlinkLeft=0.5, eyeBlinkRight=0.2, **down)
    assert abs(cast["eye_wink_left"] - cast["eye_wink_right"]) < 0.15
    winking = pose(eyeBlinkLeft=0.7, eyeBlinkRight=0.2, eyeLookDownLeft=0.6)
    assert winking["eye_wink_left"] - winking["eye_wink_right"] > 0.7


def test_a_jaw_that_lowers_behind_shut_lips_opens_nothing() -> None:
    assert pose(jawOpen=0.5, mouthClose=0.5)["mouth_aaa"] == 0


def test_looking_to_the_persons_right_is_to_the_viewers_left() -> None:
    look = pose(eyeLookInLeft=0.6, eyeLookOutRight=0.6)
    assert look["iris_rotation_y"] == pytest.approx(0.8, abs=0.01)


def test_gaze_comes_from_the_open_eye() -> None:
    look = pose(eyeBlinkLeft=0.9, eyeLookDownLeft=0.9, eyeBlinkRight=0.05, eyeLookUpRight=0.3)
    assert look["iris_rotation_x"] > 0.3


def test_head_angles_keep_their_signs_and_15_degrees_are_one() -> None:
    head = turned((15, -7.5, 3), jawOpen=0)
    assert head["head_x"] == pytest.approx(1)
    assert head["head_y"] == pytest.approx(-0.5)
    assert head["neck_z"] == pytest.approx(0.2)


def test_a_puzzled_brow_is_troubled_and_a_surprised_one_raised() -> None:
    troubled, raised = pose(browInnerUp=0.8), pose(browInnerUp=0.8, browOuterUpLeft=0.8, browOuterUpRight=0.8)
    assert troubled["eyebrow_troubled_left"] > 0.7
    assert troubled["eyebrow_raised_left"] < 0.1
    assert raised["eyebrow_raised_left"] > 0.9
    assert raised["eyebrow_troubled_left"] < 0.1


def test_surprise_makes_small_irises_on_both_sides() -> None:
    shock = pose(eyeWideLeft=0.9, eyeWideRight=0.9, browInnerUp=0.9, jawOpen=0.7)
    assert shock["iris_small_left"] == shock["iris_small_right"] > 0.4


def test_columns_are_found_in_any_order_and_letter_case() -> None:
    rng = np.random.default_rng(1)
    values = rng.random((5, 52))
    order = rng.permutation(52)
    shuffled = [BLENDSHAPES[i].upper() for i in order]
    straight = blendshapes_to_poses(BLENDSHAPES, values, np.zeros((5, 3)))
    assert np.array_equal(straight, blendshapes_to_poses(shuffled, values[:, order], np.zeros((5, 3))))


@given(st.sampled_from(BLENDSHAPES), st.integers(0, 1000))
def test_no_small_change_makes_the_pose_jump(name: str, seed: int) -> None:
    values = np.tile(np.random.default_rng(seed).random(52) * 0.7, (2, 1))
    values[1, BLENDSHAPES.index(name)] += 0.005
    before, after = blendshapes_to_poses(BLENDSHAPES, values, np.zeros((2, 3)))
    assert np.abs(after - before).max() < 0.12


@given(st.integers(0, 10_000), st.floats(allow_nan=True, allow_infinity=True))
def test_poses_stay_in_range_whatever_comes(seed: int, odd: float) -> None:
    values = np.random.default_rng(seed).uniform(-1, 2, (4, 52))
    values[2, seed % 52] = odd
    poses = blendshapes_to_poses(BLENDSHAPES, values, [[odd, 100, -100]] * 4)
    assert np.isfinite(poses).all()
    assert (poses >= POSE_LOW).all()
    assert (poses <= POSE_HIGH).all()


def test_shapes_that_do_not_fit_are_a_bug() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        blendshapes_to_poses(["jawOpen"], np.zeros((2, 2)), np.zeros((2, 3)))


def test_browsers_get_the_same_formulas() -> None:
    dice = np.random.default_rng(0)
    values, degrees = dice.uniform(-0.2, 1.2, (200, 52)) ** 2, dice.uniform(-25, 25, (200, 3))
    poses = blendshapes_to_poses(BLENDSHAPES, values, degrees)
    program = blendshapes_program()
    made = program.run(dict(zip((*BLENDSHAPES, "pitch", "yaw", "roll"), np.hstack([values, degrees]).T, strict=True)))
    assert np.abs(made[:45].T - poses).max() < 1e-6
    assert np.abs(made[45:].T - mirror_poses(poses)).max() < 1e-6
    assert packed_blendshapes()["program"] == program.packed()
