from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.pixels.oklab import oklab
from pipeline.posers.rig.character import draw_character
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.posers.rig.emanata import EMANATA
from pipeline.posers.rig.emanata.raised import HandSign
from pipeline.posers.rig.emanata.sign import SignSheet
from pipeline.posers.rig.poser import RigPoser
from pipeline.types import (
    BUST,
    FACE,
    Character,
    CharacterKind,
    Frames,
    Gesture,
    PoseTrack,
    RigSpec,
    make_pose,
    neutral_poses,
)
from pipeline.types.spec import LATEST_EDITION, Age, BodyStyle, Build, Outfit

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


@pytest.mark.parametrize("spec", [RigSpec(), RigSpec(body_style=BodyStyle.CHIBI)], ids=["girl", "chibi"])
@pytest.mark.parametrize(
    ("name", "side"), [("thumbs_up", slice(SIZE // 2, SIZE)), ("peace_right", slice(0, SIZE // 2))]
)
def test_a_picture_of_a_face_shows_the_whole_hand_on_a_white_rim(spec: RigSpec, name: str, side: slice) -> None:
    character = Character(CharacterKind.DRAWN, spec=spec)
    bare, shown = (
        np.concatenate(list(RigPoser().animate(character, still(12, *gestures), SIZE, FACE)))[6]
        for gestures in ((), (Gesture(name, 0, 12),))
    )
    hand = difference(shown[None], bare[None])[0] > 24
    assert hand[:, side].sum() == hand.sum()
    rows, columns = np.nonzero(hand)
    assert rows.max() - rows.min() > SIZE / 5
    assert columns.max() - columns.min() > SIZE / 8
    white = hand & (shown[..., :3].min(axis=-1) > 235)
    assert white.sum() > 0.1 * hand.sum()


@pytest.mark.parametrize(("outfit", "bare"), [(Outfit.TANK_TOP, True), (Outfit.T_SHIRT, True), (Outfit.HOODIE, False)])
def test_a_raised_arm_is_as_bare_as_the_hanging_one(outfit: Outfit, bare: bool) -> None:
    spec = RigSpec(edition=LATEST_EDITION, skin="#f3c9a8", outfit=outfit, outfit_colour="#2a4a9a")
    quiet, waving = (
        film(still(12, *some), Character(CharacterKind.DRAWN, spec=spec)) for some in ((), (Gesture("wave", 0, 12),))
    )
    # Beside what was there: over the trunk there is the sleeve of its upper arm.
    forearm = (quiet[6, ..., 3] < 128) & (waving[6, ..., 3] > 250)
    forearm[:80] = False
    forearm[:, : SIZE * 77 // 96] = False  # the upper arm, which short sleeves cover, is nearer to the body
    red, blue = (waving[6][forearm][:, channel].astype(int) for channel in (0, 2))
    assert ((red > blue).mean() > 0.6) == bare


@pytest.mark.parametrize("spec", [RigSpec(body_style=BodyStyle.CHIBI), RigSpec(age=Age.CHILD)])
def test_the_raised_arm_of_a_small_body_keeps_its_shape(spec: RigSpec) -> None:
    """Its points are as far from each other as a grown one's, all by the same share."""
    shapes = []
    for raised in (replace(some, edition=LATEST_EDITION) for some in (spec, RigSpec())):
        pen, figure = Pen(), draw_character(raised).figure
        sign = EMANATA["wave"][1](SignSheet(pen, figure, Tones.of(raised)))
        mesh = pen.finish().mesh
        rest = mesh.rest.copy()
        assert isinstance(sign, HandSign)
        sign.show(rest, {}, 0.0, 1.0)
        deform = Deformer(mesh.head, mesh.turn, mesh.wrap, figure.head_scale, figure.art.turn)
        hand = deform(rest, Stance())[sign.hand]
        shapes.append(np.hypot(*(hand - hand.mean(axis=0)).T))
    shares = shapes[0] / shapes[1]
    assert shares.max() < 1.04 * shares.min()
    assert 0.6 < shares.mean() < 1


@pytest.mark.parametrize("hair", ["#b3263f", "#c8414b", "#3a6be0", "#8a4ad8", "#2a2730", "#f2e2b0"])
@pytest.mark.parametrize("name", ["vein", "exclamation", "cross", "question", "notes"])
def test_a_mark_is_told_from_hair_of_its_own_colour(name: str, hair: str) -> None:
    somebody = Character(CharacterKind.DRAWN, spec=RigSpec(edition=LATEST_EDITION, hair_colour=hair))
    marked, bare = (film(still(12, *signs), somebody, 256)[6] for signs in ([Gesture(name, 0, 12)], []))
    changed = difference(marked, bare) > 20
    # Not the white rim: the ink within it.
    ink = marked[changed & (marked[..., :3].min(axis=-1) < 120) & (marked[..., 3] > 250)]
    ground = oklab(np.array([[Tones.of(somebody.spec or RigSpec()).hair.base[:3]]], np.float32))[0, 0]
    apart = np.linalg.norm(oklab(ink[None, :, :3].astype(np.float32))[0] - ground, axis=-1)
    assert len(ink) > 40
    assert np.median(apart) > 0.15
