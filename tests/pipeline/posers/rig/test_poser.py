"""The rig as a poser: sizes, framings, alpha, the same bytes again, memory that does not grow."""

from __future__ import annotations

import dataclasses
import random
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import Any

import cv2
import numpy as np
import pytest

from pipeline.parts import ACCESSORIES
from pipeline.parts.records import Spot
from pipeline.posers import PoserUnsuitedError, open_poser
from pipeline.posers.rig.character import draw_character
from pipeline.posers.rig.deform import Deformer
from pipeline.posers.rig.face.sheet import FaceSheet
from pipeline.posers.rig.framing import Placement, fitted
from pipeline.posers.rig.poser import BATCH, Puppet, RigPoser, drawn_once
from pipeline.types import (
    BUST,
    FACE,
    FULL,
    POSE_HIGH,
    POSE_LOW,
    Character,
    CharacterKind,
    FloatArray,
    Frames,
    Framing,
    PoserName,
    Poses,
    PoseTrack,
    RigSpec,
    make_pose,
    mirror_poses,
    neutral_poses,
)
from pipeline.types.frames import GROWTH
from pipeline.types.spec import Accessory, BodyStyle, RestingFace
from tests.pipeline.posers.rig.pictures import PLAIN, at_rest, changed, drawn, picture


def random_spec(seed: int) -> RigSpec:
    """Any spec that there can be."""
    dice = random.Random(seed)
    values: dict[str, Any] = {"seed": seed}
    for item in dataclasses.fields(RigSpec):
        default = getattr(RigSpec(), item.name)
        if isinstance(default, Enum):
            values[item.name] = dice.choice(list(type(default)))
        elif isinstance(default, bool):
            values[item.name] = dice.random() < 0.3
        elif isinstance(default, float):
            low, high = {"eye_size": (0.8, 1.2), "eye_spacing": (-1.0, 1.0)}.get(item.name, (0.0, 1.0))
            values[item.name] = dice.uniform(low, high)
        elif item.name == "accessories":
            values[item.name] = tuple(piece for piece in Accessory if dice.random() < 0.08)
        elif isinstance(default, str) and item.name != "skin":
            values[item.name] = f"#{dice.randrange(1 << 24):06x}"
    return RigSpec(**values)


def random_poses(seed: int, count: int) -> Poses:
    dice = np.random.default_rng(seed)
    return np.asarray(dice.uniform(POSE_LOW, POSE_HIGH, (count, len(POSE_LOW))), np.float32)


def wave(count: int = 40, fps: float = 25.0) -> PoseTrack:
    """A head that shakes and stops."""
    poses = neutral_poses(count)
    time = np.arange(count) / fps
    poses[:, 40] = np.sin(2 * np.pi * time) * (time < 1.0)
    poses[:, 39] = 0.5 * np.sin(4 * np.pi * time) * (time < 1.0)
    return PoseTrack.still(poses, fps)


def test_open_poser_gives_the_rig_for_drawn_characters_only() -> None:
    assert open_poser(drawn(), PoserName.AUTO).name is PoserName.RIG
    with pytest.raises(PoserUnsuitedError):
        open_poser(Character(CharacterKind.UPLOADED, picture=b"x"), PoserName.RIG)
    with pytest.raises(PoserUnsuitedError):
        open_poser(drawn(), PoserName.THA3)


@pytest.mark.parametrize("framing", [FULL, BUST, FACE])
@pytest.mark.parametrize("size", [48, 128, 320])
def test_frames_have_the_asked_size_and_straight_alpha(size: int, framing: Framing) -> None:
    frame = picture({}, size=size, framing=framing)
    assert frame.shape == (size, size, 4)
    assert frame.dtype == np.uint8
    corner = frame[: size // 16, : size // 16]
    assert not corner.any()
    # Straight alpha: a half-covered pixel of the outline is as light as its covered neighbours, not half as light.
    half = (frame[..., 3] > 100) & (frame[..., 3] < 160)
    assert half.any()
    assert frame[half][:, :3].max() > 20


def test_the_head_is_where_an_aligned_picture_has_it_and_the_body_reaches_the_bottom() -> None:
    alpha = at_rest()[..., 3]
    rows = np.nonzero(alpha[:, 256])[0]
    assert 52 <= rows[0] <= 70
    columns = np.nonzero(alpha[140])[0]
    assert 180 <= columns[0] <= 212
    assert 300 <= columns[-1] <= 332
    assert alpha[511].max() == 255


def test_bust_is_the_same_drawing_as_full_at_more_pixels() -> None:
    full = picture({}, size=1024)
    size = round(2 * BUST.side)
    bust = picture({}, size=size, framing=BUST)
    top, left = round(2 * BUST.y), round(2 * BUST.x)
    crop = full[top : top + size, left : left + size]
    assert np.abs(crop.astype(int) - bust.astype(int)).mean() < 2.0


@pytest.mark.parametrize("framing", [BUST, FACE])
def test_a_framing_fits_what_stands_on_the_head(framing: Framing) -> None:
    eared = dataclasses.replace(PLAIN, body_style=BodyStyle.CHIBI, accessories=(Accessory.CAT_EARS,))
    assert fitted(framing, draw_character(PLAIN)) == framing
    wider = fitted(framing, draw_character(eared))
    assert framing.side < wider.side < GROWTH * framing.side
    assert wider.y + wider.side == pytest.approx(framing.y + framing.side)
    assert not picture({}, eared, 128, framing)[0, :, 3].any()


def test_the_same_request_gives_the_same_bytes() -> None:
    spec, track = random_spec(5), wave(12)
    first = np.concatenate(list(RigPoser().animate(drawn(spec), track, 96, BUST)))
    draw_character(spec)
    again = np.concatenate(list(RigPoser().animate(drawn(spec), track, 96, BUST)))
    assert first.tobytes() == again.tobytes()


def test_animate_hands_on_a_few_frames_at_a_time() -> None:
    batches = list(RigPoser().animate(drawn(), wave(BATCH * 2 + 3), 64))
    assert [len(batch) for batch in batches] == [BATCH, BATCH, 3]


def test_two_threads_draw_side_by_side() -> None:
    def frames(seed: int) -> bytes:
        return b"".join(batch.tobytes() for batch in RigPoser().animate(drawn(random_spec(seed)), wave(20), 96, BUST))

    alone = [frames(seed) for seed in (1, 2)]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(frames, (1, 2, 1, 2))) == alone * 2


def test_frames_that_are_drawn_at_once_do_not_mix_their_points() -> None:
    sheet = FaceSheet(draw_character(PLAIN).figure)
    frames, rests = [sheet.frame() for _ in range(2)], np.zeros((2, 4, 3))
    for start in (0, 2):
        for index, frame in enumerate(frames):
            frame.put(start, np.array([10.0, 20.0]) + float(index), np.array([30.0, 40.0]) + float(start))
    for frame, rest in zip(frames, rests, strict=True):
        frame.lay(rest)
    assert rests[:, :, 0].tolist() == [[10, 20, 10, 20], [11, 21, 11, 21]]
    assert rests[0, :, 1].tolist() == rests[1, :, 1].tolist() == [30, 40, 32, 42]


def test_hair_goes_on_swinging_when_the_head_has_stopped() -> None:
    frames = np.concatenate(list(RigPoser().animate(drawn(RigSpec()), wave(60), 256, BUST)))
    stopped = frames[25:]
    still = np.abs(np.diff(stopped.astype(np.int16), axis=0)).max(-1)
    assert (still[1] > 16).sum() > 20
    assert (still[-1] > 16).sum() < (still[1] > 16).sum() / 4


def test_a_loop_begins_as_it_ends() -> None:
    poses = neutral_poses(30)
    poses[:, 40] = np.sin(2 * np.pi * np.arange(30) / 30)
    track = PoseTrack(25.0, poses, np.ones(30, np.bool_), loops=True)
    frames = np.concatenate(list(RigPoser().animate(drawn(RigSpec()), track, 128, BUST))).astype(np.int16)
    step = np.abs(np.diff(frames, axis=0)).mean((1, 2, 3))
    assert np.abs(frames[0] - frames[-1]).mean() < 1.5 * step.max()


def test_pose_draws_everything_at_rest() -> None:
    poses = np.stack([make_pose(head_y=1.0), make_pose()])
    assert np.array_equal(RigPoser().pose(drawn(), poses, 96)[1], RigPoser().pose(drawn(), poses[1:], 96)[0])


@pytest.mark.parametrize("ten", range(50))
def test_any_spec_in_any_pose_draws_a_face_without_holes(ten: int) -> None:
    for seed in range(10 * ten, 10 * ten + 10):
        spec, pose = random_spec(seed), random_poses(seed, 1)[0]
        puppet = Puppet(spec, 96, FULL)
        state = puppet.face(pose)
        frame = puppet.draw(state, puppet.physics.at_rest(state.stance))
        puppet.close()
        face = _face_mask(spec, pose, 96)
        assert face.sum() > 60
        assert frame[..., 3][face].min() >= 250


@pytest.mark.parametrize("framing", [BUST, FACE])
def test_what_lies_outside_the_framing_is_never_missed(framing: Framing, monkeypatch: pytest.MonkeyPatch) -> None:
    def frames() -> list[Frames]:
        drawn_now = []
        for seed in range(16):
            puppet = Puppet(random_spec(seed), 96, framing)
            for pose, place in zip(random_poses(seed, 3), ((0.24, -0.2, 0.15), (-0.24, 0.2, -0.1), None), strict=True):
                state = puppet.face(pose)
                swing = puppet.physics.at_rest(state.stance)
                drawn_now.append(puppet.draw(state, swing, None if place is None else np.array(place)).copy())
            puppet.close()
        return drawn_now

    some = frames()
    monkeypatch.setattr(Puppet, "_hidden", lambda _: frozenset())
    assert all(np.array_equal(*pair) for pair in zip(some, frames(), strict=True))


@pytest.mark.parametrize("ten", range(10))
def test_any_head_at_rest_stays_inside_the_bust(ten: int) -> None:
    for seed in range(10 * ten, 10 * ten + 10):
        spec = random_spec(seed)
        worn = tuple(item for item in spec.accessories if Spot.HAND not in ACCESSORIES[item].spots)
        character = Character(
            CharacterKind.DRAWN, spec=dataclasses.replace(spec, accessories=worn, accessory_colours=())
        )
        alpha = RigPoser().pose(character, neutral_poses(1), 96, BUST)[0][..., 3]
        assert alpha[0].max() == 0
        assert alpha[:40, [0, -1]].max() == 0


def _flat(spec: RigSpec, pose: Poses) -> tuple[FloatArray, Any]:
    character = drawn_once(spec)
    mesh = character.drawing.mesh
    rest, state = mesh.rest.copy(), character.rest_face.under(pose)
    for mover in character.movers:
        mover.move(state, rest, {})
    return Deformer(mesh.head, mesh.turn, mesh.wrap, character.figure.head_scale, character.figure.art.turn)(
        rest, state.stance
    ), character


def _face_mask(spec: RigSpec, pose: Poses, size: int) -> np.ndarray[Any, np.dtype[np.bool_]]:
    flat, character = _flat(spec, pose)
    place = Placement.of(fitted(FULL, character), 4 * size)
    mesh, number = character.drawing.mesh, character.movers[0].curve
    curve = mesh.curves[number]
    first, count = mesh.spans[number]
    path = mesh.outline(flat, 1.0)[first : first + count]
    t = np.linspace(0, 1, 8, endpoint=False)[:, None]
    cubics = [(1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
              for a, b, c, d in zip(path[:-1:3], path[1::3], path[2::3], path[3::3], strict=True)]  # fmt: skip
    # Within its chords and its curve, four times as fine as the picture: notches between tufts of fur are narrow.
    mask = np.ones((4 * size, 4 * size), np.uint8)
    for outline in (flat[curve.start : curve.stop], np.concatenate(cubics)):
        points = outline * place.scale + place.shift
        inside = np.zeros_like(mask)
        cv2.fillPoly(inside, [np.rint(points).astype(np.int32)], 1)
        mask &= inside
    fine = cv2.erode(mask, np.ones((17, 17), np.uint8))
    return np.asarray(fine.reshape(size, 4, size, 4).min((1, 3)), np.bool_)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("body", list(BodyStyle))
def test_a_mirrored_pose_is_the_mirrored_face(seed: int, body: BodyStyle) -> None:
    spec = dataclasses.replace(PLAIN, body_style=body)
    pose = random_poses(seed, 1)
    pose[:, 36] = 0  # a smirk is the character's left by definition
    ours, character = _flat(spec, pose[0])
    other, _ = _flat(spec, mirror_poses(pose)[0])
    face, _, right_eye, right_brow, left_eye, left_brow = character.movers
    curves = character.drawing.mesh.curves
    for one, two in ((face.curve, face.curve), (right_eye.white, left_eye.white), (right_brow.curve, left_brow.curve)):
        first, second = ours[curves[one].start : curves[one].stop], other[curves[two].start : curves[two].stop]
        if one == two:
            second = np.roll(second[::-1], 1, axis=0)
        assert np.allclose(first, second * (-1, 1), atol=0.75)


def test_a_smiling_character_stops_smiling_for_a_person_who_sulks_or_frowns_and_a_sulking_one_for_a_smile() -> None:
    smiling = drawn_once(dataclasses.replace(PLAIN, expression=RestingFace.SMILE)).rest_face
    at_rest = smiling.under(make_pose()).side("mouth_raised_corner", "left")
    assert at_rest > 0.3
    for sullen in ({"mouth_lowered_corner": 0.6}, {"eyebrow_angry": 0.6}, {"eyebrow_troubled": 0.6}):
        face = smiling.under(make_pose(**sullen), acted=True)
        assert face.side("mouth_raised_corner", "left") < 0.1 * at_rest
        assert face.sullen > 0.9
    calm = smiling.under(make_pose(), acted=True).side("mouth_raised_corner", "left")
    assert 0.3 * at_rest < calm < 0.7 * at_rest, "who is calm, smiles less"
    assert smiling.under(make_pose(mouth_raised_corner=0.7), acted=True).sullen == 0
    sulking = drawn_once(dataclasses.replace(PLAIN, expression=RestingFace.POUT)).rest_face
    assert sulking.under(make_pose()).side("eyebrow_serious", "left") > 0.2
    assert sulking.under(make_pose(mouth_raised_corner=0.7), acted=True).side("eyebrow_serious", "left") < 0.02


def test_what_comes_and_goes_leaves_nothing_behind() -> None:
    shut, open_ = make_pose(), make_pose(mouth_aaa=1.0, eye_wink_left=1.0)
    frames = RigPoser().pose(drawn(), np.stack([shut, open_, shut, open_]), 160, BUST)
    assert np.array_equal(frames[0], frames[2])
    assert np.array_equal(frames[1], frames[3])
    assert changed(frames[0], frames[1]).sum() > 20
