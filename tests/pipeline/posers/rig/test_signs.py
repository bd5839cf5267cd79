"""Each pose number moves the right thing, on the right side, in the right direction."""

from __future__ import annotations

import dataclasses
import json

import cv2
import numpy as np
import pytest

from pipeline.posers.rig.poser import RigPoser
from pipeline.types import POSE_NAMES, make_pose
from pipeline.types.spec import RestingFace
from tests.pipeline.posers.rig.pictures import PLAIN, Picture, at_rest, centre, changed, drawn, moved, picture
from tests.shared_data import shared

FACE = (216, 118, 296, 190)
CHEST = (200, 225, 312, 300)
EYES = (216, 128, 296, 166)
BROWS = (216, 118, 296, 150)
MOUTH = (206, 150, 306, 198)
"""With the jaw, which drops as the mouth opens."""

_REGIONS = {"eyebrow": BROWS, "eye": EYES, "iris": EYES, "mouth": MOUTH}


def region_of(name: str) -> tuple[int, int, int, int]:
    return _REGIONS[name.split("_", maxsplit=1)[0]]


FACE_NUMBERS = [name for name in POSE_NAMES if name.split("_", maxsplit=1)[0] in _REGIONS]


@pytest.mark.parametrize("name", FACE_NUMBERS)
def test_a_face_number_moves_pixels_in_its_own_region_and_nowhere_else(name: str) -> None:
    difference = changed(at_rest(), picture({name: 1.0}), least=10)
    left, top, right, bottom = region_of(name)
    inside = difference[top:bottom, left:right].sum()
    assert inside >= 8
    outside = difference.sum() - inside

    assert outside <= 0.03 * inside + 2


@pytest.mark.parametrize("name", [name for name in FACE_NUMBERS if name.endswith(("_left", "_right"))])
def test_a_paired_number_stays_on_its_side(name: str) -> None:
    x, _ = centre(changed(at_rest(), picture({name: 1.0}), least=10))
    assert x > 258 if name.endswith("_left") else x < 254


@pytest.mark.parametrize(
    ("name", "box", "axis"),
    [("head_y", FACE, 0), ("head_x", FACE, 1), ("neck_z", FACE, 0), ("body_z", FACE, 0), ("body_z", CHEST, 0)],
)
def test_plus_goes_left_or_up_and_minus_the_other_way(name: str, box: tuple[int, int, int, int], axis: int) -> None:
    plus = moved(at_rest(), picture({name: 0.5}), box)[axis]
    minus = moved(at_rest(), picture({name: -0.5}), box)[axis]
    assert plus < -1.0
    assert minus > 1.0


@pytest.mark.parametrize(("name", "axis"), [("iris_rotation_y", 0), ("iris_rotation_x", 1)])
def test_the_gaze_goes_to_the_viewers_left_and_up(name: str, axis: int) -> None:
    box = (264, 134, 292, 164)
    plus = moved(at_rest(), picture({name: 1.0}), box)[axis]
    minus = moved(at_rest(), picture({name: -1.0}), box)[axis]
    assert plus < minus - 1.0


def test_breathing_lifts_the_chest() -> None:
    assert moved(at_rest(), picture({"breathing": 1.0}), (160, 200, 352, 320))[1] < -0.5


def test_the_body_turns_to_the_viewers_left() -> None:
    before, after = at_rest(), picture({"body_y": 1.0})
    difference = changed(before, after, least=10)
    assert difference[210:400].sum() > 200
    assert (
        moved(before, after, (226, 205, 286, 240))[0]
        < moved(before, picture({"body_y": -1.0}), (226, 205, 286, 240))[0]
    )


_HEAD_LABELS = {"head_x_minus": 1, "head_y_minus": 0, "neck_z_minus": 0, "body_z_minus": 0}


@pytest.mark.parametrize("label", _HEAD_LABELS)
@pytest.mark.parametrize("who", ["lambda_01", "crypko_03"])
def test_the_head_moves_as_talking_head_anime_moves_it(label: str, who: str) -> None:
    folder = shared("tha3")
    known = json.loads((folder / "poses.json").read_text())
    index = known["labels"].index(label)
    truth = [_rgba(folder / who / f"pose_{number:02d}.png") for number in (0, index)]
    pose = make_pose(**dict(zip(known["names"], known["poses"][index], strict=True)))
    ours = RigPoser().pose(drawn(), np.stack([make_pose(), pose]), 512)
    axis = _HEAD_LABELS[label]
    expected, got = moved(truth[0], truth[1], FACE)[axis], moved(ours[0], ours[1], FACE)[axis]
    assert np.sign(got) == np.sign(expected)
    assert 0.4 < got / expected < 3.0


def _rgba(path: object) -> Picture:
    image = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGRA2RGBA), np.uint8)


def test_a_smiling_character_can_still_look_sad() -> None:
    smiling = dataclasses.replace(PLAIN, expression=RestingFace.SMILE)
    sad = {"mouth_lowered_corner_left": 1.0, "mouth_lowered_corner_right": 1.0}
    neutral, cheerful = (picture(sad, spec=spec).astype(np.int16) for spec in (PLAIN, smiling))
    smile = np.abs(at_rest(smiling).astype(np.int16) - at_rest(PLAIN)).max(-1)
    assert np.abs(neutral - cheerful).max(-1).sum() < 0.7 * smile.sum()
