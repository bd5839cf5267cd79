"""What a preview's face is blended of: shares that never exceed one, so that lids shut whatever else is asked for."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.posers.student.kernels import FACE_NUMBERS
from pipeline.posers.student.sprites import Sprite, asked_pose, blended, packed_shares, sprite_shares, sprites
from pipeline.tape import Tape, Traced
from pipeline.types import POSE_HIGH, POSE_LOW, POSE_NAMES, Poses, Side, make_pose, neutral_poses

PARTS = ("eyebrow", "eye", "iris", "mouth")
CLOSING = ("eye_wink", "eye_happy_wink")


def random_faces(count: int) -> Poses:
    rng = np.random.default_rng(7)
    poses = rng.uniform(POSE_LOW, POSE_HIGH, (count, 45)) * (rng.random((count, 45)) < 0.4)
    return poses.astype(np.float32)


def share_of(poses: Poses, wanted: list[Sprite]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    columns = [sprites().index(sprite) for sprite in wanted]
    total: np.ndarray[tuple[int], np.dtype[np.float64]] = sprite_shares(poses)[:, columns].sum(1)
    return total


def test_at_rest_nothing_is_seen_beyond_it() -> None:
    assert (sprite_shares(neutral_poses(1)) == 0).all()


def test_each_asked_pose_shows_its_sprites_and_no_others() -> None:
    for sprite in sprites():
        shares = sprite_shares(asked_pose(sprite)[None])[0]
        seen = {each for each, share in zip(sprites(), shares, strict=True) if share > 1e-6}
        assert {each.asked for each in seen} == {sprite.asked}
        assert shares[sprites().index(sprite)] == pytest.approx(1, abs=1e-6)


def test_no_part_is_blended_of_more_than_it_has() -> None:
    shares = sprite_shares(random_faces(300))
    assert shares.min() >= 0
    for part in ("eyebrow", "mouth_a", "mouth_i", "mouth_u", "mouth_e", "mouth_o", "mouth_d"):
        for side in (Side.LEFT, Side.RIGHT, None):
            own = [at for at, each in enumerate(sprites()) if each.side is side and each.asked[0][0].startswith(part)]
            assert shares[:, own].sum(1).max(initial=0) <= 1 + 1e-9


def test_a_shut_eye_is_wholly_shut_whatever_else_is_asked() -> None:
    for kind in CLOSING:
        poses = random_faces(100)
        poses[:, [POSE_NAMES.index(f"{kind}_left"), POSE_NAMES.index(f"{kind}_right")]] = 1.0
        for side in Side:
            own = [each for each in sprites() if each.side is side and each.asked[0][0].startswith(("eye_", "iris"))]
            shut = [Sprite(((name, 1.0),), side) for name in CLOSING]
            narrowed = [each for each in own if each.asked[0][0] in ("eye_relaxed", "eye_unimpressed")]
            opened = [each for each in own if each not in (*shut, *narrowed)]
            assert share_of(poses, opened).max() < 1e-6
            assert share_of(poses, shut).min() > 1 - 1e-6


def test_half_shut_twice_is_shut() -> None:
    pose = make_pose(eye_wink=0.5, eye_happy_wink=0.5)[None]
    shut = [Sprite(((kind, 1.0),), Side.LEFT) for kind in CLOSING]
    assert share_of(pose, shut)[0] == pytest.approx(1)


def test_the_program_for_browsers_gives_the_same() -> None:
    poses = random_faces(40)
    tape = Tape()
    shares = list(blended(Traced.inputs(tape, POSE_NAMES[:FACE_NUMBERS])).values())
    program = tape.program(Traced.of(tape, shares).slots)
    values = {name: poses[:, at].astype(np.float64) for at, name in enumerate(POSE_NAMES[:FACE_NUMBERS])}
    np.testing.assert_allclose(program.run(values).T, sprite_shares(poses), atol=1e-12)
    assert packed_shares()["inputs"] == list(POSE_NAMES[:FACE_NUMBERS])
