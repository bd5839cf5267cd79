from __future__ import annotations

import numpy as np
import pytest

from pipeline.types import (
    POSE_HIGH,
    POSE_INDEX,
    POSE_LOW,
    POSE_NAMES,
    POSE_PARAMETERS,
    PoseCategory,
    Side,
    clamp_poses,
    make_pose,
    mirror_poses,
    pose_columns,
    pose_mask,
    pose_slice,
    poses_in_order,
)


def test_the_schema_has_the_published_order() -> None:
    assert len(POSE_NAMES) == 45
    assert POSE_NAMES[0] == "eyebrow_troubled_left"
    assert POSE_NAMES[12:14] == ("eye_wink_left", "eye_wink_right")
    assert POSE_NAMES[24] == "iris_small_left"
    assert POSE_NAMES[26:32] == ("mouth_aaa", "mouth_iii", "mouth_uuu", "mouth_eee", "mouth_ooo", "mouth_delta")
    assert POSE_NAMES[36:] == (
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


def test_a_number_turns_either_way_only_where_it_is_a_rotation() -> None:
    rotations = pose_mask(PoseCategory.IRIS_ROTATION, PoseCategory.FACE_ROTATION, PoseCategory.BODY_ROTATION)
    np.testing.assert_array_equal(POSE_LOW, np.where(rotations, -1, 0))
    assert (POSE_HIGH == 1).all()
    assert rotations.sum() == 7


def test_every_number_knows_its_mirror_image() -> None:
    by_name = {parameter.name: parameter for parameter in POSE_PARAMETERS}
    for parameter in POSE_PARAMETERS:
        image = by_name[parameter.mirror]
        assert by_name[image.mirror] is parameter
        assert (image.category, image.base, image.mirror_sign) == (
            parameter.category,
            parameter.base,
            parameter.mirror_sign,
        )
        assert {parameter.side, image.side} in ({None}, {Side.LEFT, Side.RIGHT})
    negated = {parameter.name for parameter in POSE_PARAMETERS if parameter.mirror_sign < 0}
    assert negated == {"iris_rotation_y", "head_y", "neck_z", "body_y", "body_z"}


def test_columns_follow_from_the_schema() -> None:
    assert pose_columns("eye_wink") == [12, 13]
    assert pose_columns("eye_wink_right") == [13]
    assert pose_columns("head_x") == [39]
    with pytest.raises(KeyError):
        pose_columns("nose")
    assert pose_slice(PoseCategory.EYEBROW, PoseCategory.EYEBROW) == slice(0, 12)
    assert pose_slice(PoseCategory.FACE_ROTATION, PoseCategory.BREATHING) == slice(39, 45)
    assert np.flatnonzero(pose_mask(PoseCategory.MOUTH)).tolist() == list(range(26, 37))


def test_a_paired_name_sets_both_sides() -> None:
    pose = make_pose(eye_wink=0.5, head_y=-0.25)
    assert pose[POSE_INDEX["eye_wink_left"]] == pose[POSE_INDEX["eye_wink_right"]] == 0.5
    assert pose[POSE_INDEX["head_y"]] == -0.25
    with pytest.raises(KeyError):
        make_pose(eye_blink=1.0)


def test_numbers_are_kept_in_range() -> None:
    wild = np.full((1, 45), -3.0, np.float32)
    wild[0, 0] = np.nan
    tame = clamp_poses(wild)
    assert tame[0, 0] == 0
    assert tame[0, POSE_INDEX["mouth_aaa"]] == 0
    assert tame[0, POSE_INDEX["head_x"]] == -1


def test_mirroring_twice_gives_the_same_pose() -> None:
    pose = make_pose(eye_wink_left=1, head_y=0.5, head_x=0.3, mouth_aaa=0.7)[None]
    mirrored = mirror_poses(pose)
    assert mirrored[0, POSE_INDEX["eye_wink_right"]] == 1
    assert mirrored[0, POSE_INDEX["eye_wink_left"]] == 0
    assert mirrored[0, POSE_INDEX["head_y"]] == -0.5
    assert mirrored[0, POSE_INDEX["head_x"]] == np.float32(0.3)
    np.testing.assert_array_equal(mirror_poses(mirrored), pose)


def test_columns_are_put_in_schema_order() -> None:
    poses = poses_in_order(["head_x", "eye_wink_left"], [[0.5, 1.0], [0.25, 0.0]])
    assert poses[0, POSE_INDEX["head_x"]] == 0.5
    assert poses[0, POSE_INDEX["eye_wink_left"]] == 1
    with pytest.raises(ValueError, match="unknown"):
        poses_in_order(["nose"], [[1.0]])
    with pytest.raises(ValueError, match="2 numbers"):
        poses_in_order(["head_x", "head_y"], [[1.0]])
