"""What a face is measured to do, where blendshapes do not say it: faces at rest whose last frame does one thing."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.motion.blendshapes import BLENDSHAPES, blendshapes_to_poses
from pipeline.motion.calibrate import calibrate
from pipeline.motion.measures import Measures
from pipeline.motion.neutral import find_rest
from pipeline.types import POSE_INDEX

FRAMES = 40
RESTING = {
    "lips_apart": 0.07, "mouth_width": 5.05, "mouth_right": 0.0, "philtrum": 1.4, "lip_arch": -0.15,
    "corner_up": -2.4, "cheek_up": -0.85, "lids": 0.6, "brow_inner": 2.4, "brow_arch": 2.6,
}  # fmt: skip
SIDED = ("corner_up", "cheek_up", "lids", "brow_inner", "brow_arch")


def act(
    moves: dict[str, float], shapes: dict[str, float] | None = None, at_rest: dict[str, float] | None = None
) -> dict[str, float]:
    """The pose of the last of 40 frames: ``moves`` are measures from rest, ``shapes`` what the network says there.

    ``at_rest`` is what the network says of the frames before; a measure without its side moves on both.
    """
    found: Measures = {}
    for name, value in RESTING.items():
        for full in [f"{name}Left", f"{name}Right"] if name in SIDED else [name]:
            found[full] = np.full(FRAMES, value)
            found[full][-1] += moves.get(full, moves.get(name, 0.0))
    table = np.zeros((FRAMES, len(BLENDSHAPES)), np.float32)
    for values, rows in ((at_rest or {}, slice(None)), (shapes or {}, slice(-1, None))):
        for name, value in values.items():
            columns = [i for i, known in enumerate(BLENDSHAPES) if known in (name, f"{name}Left", f"{name}Right")]
            table[rows, columns] = value
    rest = find_rest(found, np.zeros((FRAMES, 3)))
    poses = blendshapes_to_poses(BLENDSHAPES, calibrate(table, found, rest, np.zeros(FRAMES)), np.zeros((FRAMES, 3)))
    return {name: float(poses[-1, column]) for name, column in POSE_INDEX.items()}


def opening(pose: dict[str, float]) -> float:
    return sum(pose[f"mouth_{vowel}"] for vowel in ("aaa", "iii", "uuu", "eee", "ooo", "delta"))


def test_a_calm_face_is_the_neutral_pose() -> None:
    assert max(abs(value) for value in act({}).values()) < 0.01


def test_lips_that_meet_are_shut_however_low_the_jaw_is() -> None:
    assert opening(act({"lips_apart": 0.02}, {"jawOpen": 0.5})) < 0.02
    assert opening(act({"lips_apart": 1.8}, {"jawOpen": 0.5})) > 0.8


def test_teeth_that_show_by_a_shut_jaw_part_the_mouth_a_little() -> None:
    assert 0.1 < opening(act({"lips_apart": 0.8}, {"jawOpen": 0.02})) < 0.35


def test_corners_that_hang_below_shut_lips_are_a_frown_although_no_blendshape_says_so() -> None:
    sad = act({"lip_arch": -0.25})
    assert sad["mouth_lowered_corner_left"] > 0.6
    assert sad["mouth_raised_corner_left"] == 0
    assert act({"lip_arch": -0.04})["mouth_lowered_corner_left"] == 0


def test_lips_pushed_towards_the_nose_are_a_pout_and_drawn_in_a_kiss() -> None:
    pout = act({"philtrum": -0.3, "mouth_width": -0.2})
    kiss = act({"philtrum": -0.3, "mouth_width": -0.8}, {"mouthPucker": 0.9})
    assert pout["mouth_lowered_corner_left"] > 0.4
    assert pout["mouth_uuu"] < 0.1
    assert kiss["mouth_uuu"] > 0.2


def test_a_frown_whose_lips_the_network_calls_puckered_is_no_kiss() -> None:
    frown = act({"lip_arch": -0.3, "philtrum": 0.2, "mouth_width": -0.2}, {"mouthPucker": 0.8})
    assert frown["mouth_uuu"] < 0.02
    assert frown["mouth_lowered_corner_right"] > 0.6


def test_a_mouth_pushed_aside_is_crooked() -> None:
    assert act({}, {"mouthLeft": 0.5})["mouth_smirk"] > 0.5


def test_arched_brows_that_sink_below_their_rest_are_knit() -> None:
    knit = act({"brow_inner": -0.5, "brow_arch": -0.4}, {"browInnerUp": 0.3}, at_rest={"browInnerUp": 0.7})
    assert knit["eyebrow_angry_left"] + knit["eyebrow_serious_left"] > 0.6
    assert knit["eyebrow_raised_left"] + knit["eyebrow_troubled_left"] < 0.05


def test_low_brows_at_rest_are_no_anger() -> None:
    calm = act({}, at_rest={"browDown": 0.65})
    assert calm["eyebrow_angry_left"] + calm["eyebrow_serious_left"] < 0.01


def test_brows_are_raised_only_half_where_they_are_not_above_their_rest() -> None:
    said, done = (act({"brow_inner": up, "brow_arch": up}, {"browOuterUp": 0.5}) for up in (0.0, 0.5))
    assert said["eyebrow_raised_left"] == pytest.approx(0.25, abs=0.03)
    assert done["eyebrow_raised_left"] == pytest.approx(0.5, abs=0.01)


def test_one_arched_brow_leaves_the_other_low() -> None:
    odd = act({"brow_archLeft": 0.6, "brow_archRight": 0.1}, {"browOuterUp": 0.9})
    assert odd["eyebrow_raised_left"] > odd["eyebrow_raised_right"] + 0.5
