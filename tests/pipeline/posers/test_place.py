"""Where the head is in the picture: drawn characters and pictures move alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.posers.place import carried, carried_pictures
from pipeline.posers.rig.poser import RigPoser
from pipeline.types import BUST, Character, CharacterKind, Frames, PoseTrack, RigSpec, neutral_poses

SIZE = 130
PIXEL = BUST.side / SIZE
"""Pixels of the aligned picture in one of the frame."""
STILL, RIGHT, UP, NEARER = (0, 0, 0), (0.12, 0, 0), (0, -0.12, 0), (0, 0, 0.1)


def track(*places: tuple[float, float, float]) -> PoseTrack:
    return replace(PoseTrack.still(neutral_poses(len(places)), 25), places=np.array(places, np.float32))


def drawn(*places: tuple[float, float, float]) -> Frames:
    character = Character(CharacterKind.DRAWN, spec=RigSpec(seed=1))
    return np.concatenate(list(RigPoser().animate(character, track(*places), SIZE, BUST)))


def top_of(frame: Frames) -> tuple[float, int]:
    """The middle of the hair at the height of the crown, and the first row with anything in it."""
    opaque = frame[..., 3] > 128
    first = int(np.flatnonzero(opaque.any(axis=1))[0])
    return float(np.nonzero(opaque[first : first + 12])[1].mean()), first


def test_a_head_moves_by_a_share_of_its_height_to_the_side_and_up() -> None:
    still, right, up, nearer = (top_of(frame) for frame in drawn(STILL, RIGHT, UP, NEARER))
    way = 0.12 * 128 / PIXEL
    assert right[0] - still[0] == pytest.approx(way, abs=1)
    assert right[1] == pytest.approx(still[1], abs=1)
    assert still[1] - up[1] == pytest.approx(way, abs=1)
    assert still[1] - nearer[1] > 2


def test_the_foot_of_the_body_stands_still() -> None:
    points = np.array([[0.0, 0.0], [40.0, 700.0]])
    moved = carried(points, np.array([0.1, -0.1, 0.1]))
    assert moved[0] == pytest.approx([25.6, 0 - 6 - 25.6], abs=0.1)
    assert moved[1] == pytest.approx(points[1])


@pytest.mark.parametrize("place", [STILL, RIGHT, UP, NEARER])
def test_a_picture_moves_as_a_drawn_character_does(place: tuple[float, float, float]) -> None:
    at_rest, expected = drawn(STILL, place)
    found = next(carried_pictures([at_rest[None]], track(place), SIZE, BUST))[0]
    difference = np.abs(found[..., 3].astype(int) - expected[..., 3])
    assert (difference[: SIZE - 12] > 128).mean() < 0.004
    assert found[-1, SIZE // 2, 3] == 255


def test_without_places_the_frames_are_the_same_arrays() -> None:
    frames = np.zeros((1, 8, 8, 4), np.uint8)
    assert next(carried_pictures([frames], PoseTrack.still(neutral_poses(1)), 8, BUST)) is frames
