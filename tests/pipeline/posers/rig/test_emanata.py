from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.posers.rig.emanata import EMANATA
from pipeline.posers.rig.poser import RigPoser
from pipeline.types import BUST, Character, CharacterKind, Frames, Gesture, PoseTrack, RigSpec, make_pose, neutral_poses
from pipeline.types.spec import Age, BodyStyle, Build

GIRL = Character(CharacterKind.DRAWN, spec=RigSpec())
SIZE = 96


def film(track: PoseTrack, character: Character = GIRL, size: int = SIZE) -> Frames:
    return np.concatenate(list(RigPoser().animate(character, track, size, BUST)))


def still(count: int = 12, *gestures: Gesture, loops: bool = False) -> PoseTrack:
    return replace(PoseTrack.still(neutral_poses(count), 12.0), gestures=gestures, loops=loops)


def difference(one: Frames, other: Frames) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    return np.asarray(np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=-1))


PLAIN = film(still())


@pytest.mark.parametrize("name", EMANATA)
def test_a_sign_shows_from_its_first_to_its_last_frame_and_never_else(name: str) -> None:
    frames = film(still(12, Gesture(name, 3, 9)))
    changed = difference(frames, PLAIN).reshape(12, -1).max(axis=1) > 24
    assert not changed[:3].any()
    assert not changed[9:].any()
    assert changed[5:7].all()


@pytest.mark.parametrize("name", EMANATA)
def test_a_sign_that_fills_a_loop_closes_it(name: str) -> None:
    count = 48
    frames = film(still(count, Gesture(name, 0, count), loops=True))
    steps = [difference(frames[i], frames[(i + 1) % count]).mean() for i in range(count)]
    assert steps[-1] <= max(steps[:-1]) + 0.2


def test_a_track_without_signs_is_not_touched() -> None:
    assert np.array_equal(film(still(12, Gesture("juggling", 0, 12))), PLAIN)
    assert np.array_equal(film(still(12, Gesture("tears", 5, 5), Gesture("tears", -4, 3))), PLAIN)


def test_a_sign_beside_the_head_covers_what_is_transparent() -> None:
    frames = film(still(12, Gesture("hearts", 0, 12)))
    grown = (frames[6, ..., 3] > 200) & (PLAIN[6, ..., 3] == 0)
    assert grown.sum() > 20


def test_tears_are_on_the_face_and_follow_it() -> None:
    turned = np.tile(make_pose(head_y=1.0, neck_z=0.5), (12, 1)).astype(np.float32)
    centres = []
    for poses in (neutral_poses(12), turned):
        bare = replace(still(), poses=poses)
        wet = replace(bare, gestures=(Gesture("tears", 0, 12),))
        _, columns = np.nonzero(difference(film(wet)[6], film(bare)[6]) > 20)
        centres.append(columns.mean())
    assert centres[0] == pytest.approx(SIZE / 2, abs=3)
    assert centres[1] < centres[0] - 3


def test_a_hand_has_the_colour_of_the_face() -> None:
    dark = Character(CharacterKind.DRAWN, spec=RigSpec(skin="#6b4028"))
    frames = film(still(12, Gesture("wave", 0, 12)), dark)
    hand = frames[6][(frames[6, ..., 3] > 250) & (PLAIN[6, ..., 3] == 0)][:, :3].astype(int)
    brown = (hand[:, 0] > hand[:, 2] + 25) & (hand[:, 0] < 150)
    assert brown.sum() > 30


@pytest.mark.parametrize(
    "spec",
    [RigSpec(body_style=BodyStyle.CHIBI), RigSpec(build=Build.MALE, age=Age.ADULT), RigSpec(age=Age.CHILD)],
    ids=["chibi", "man", "child"],
)
def test_every_kind_of_character_can_have_signs(spec: RigSpec) -> None:
    character = Character(CharacterKind.DRAWN, spec=spec)
    bare = film(still(), character)
    for name in ("streams", "vein", "peace"):
        shown = film(still(12, Gesture(name, 0, 12)), character)
        assert (difference(shown[6], bare[6]) > 20).sum() > 30, name


def test_the_same_track_gives_the_same_frames() -> None:
    track = still(12, Gesture("hearts", 0, 12), Gesture("wave", 2, 9))
    assert np.array_equal(film(track), film(track))


@pytest.mark.parametrize("name", ["wave", "peace", "thumbs_up"])
def test_a_hand_may_be_the_right_one_and_both_may_be_up(name: str) -> None:
    left, right, both = (
        difference(film(still(12, *(Gesture(each, 0, 12) for each in names)))[6], PLAIN[6]) > 24
        for names in ([name], [f"{name}_right"], [name, f"{name}_right"])
    )
    # The character's left is the viewer's right.
    assert np.flatnonzero(left.any(axis=0)).min() > SIZE / 2
    assert np.flatnonzero(right.any(axis=0)).max() < SIZE / 2
    assert right.sum() == pytest.approx(left.sum(), rel=0.25)
    assert both.sum() > 0.9 * (left.sum() + right.sum())
