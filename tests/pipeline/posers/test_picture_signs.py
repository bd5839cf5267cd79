"""Signs of comics and hands over pictures that move."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from pipeline.posers.signs import draw_signs
from pipeline.types import (
    BUST,
    FULL,
    Character,
    CharacterKind,
    Frames,
    Framing,
    Gesture,
    PoseTrack,
    make_pose,
)

SKIN, CLOTHES = (214, 150, 118), (40, 120, 60)
FRAMES, SIZE = 20, 160


@pytest.fixture(scope="module")
def character() -> Character:
    """A picture whose head has the colour of skin, and whose body is green."""
    picture = np.zeros((512, 512, 4), np.uint8)
    picture[64:192, 192:320] = (*SKIN, 255)
    picture[192:, 150:360] = (*CLOTHES, 255)
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG")
    return Character(CharacterKind.UPLOADED, picture=file.getvalue())


def shown(character: Character, *signs: str, framing: Framing = FULL, turn: float = 0.0) -> Frames:
    """Half a loop of signs over frames of nothing, which come in uneven batches."""
    poses = np.repeat(make_pose(head_y=turn, neck_z=turn)[None], FRAMES, axis=0)
    gestures = tuple(Gesture(name, 0, FRAMES) for name in signs)
    track = PoseTrack(20.0, poses, np.ones(FRAMES, np.bool_), gestures=gestures, loops=True)
    empty = np.zeros((FRAMES, SIZE, SIZE, 4), np.uint8)

    def batches() -> Iterator[Frames]:
        yield from (empty[:7], empty[7:8], empty[8:])

    return np.concatenate(list(draw_signs(batches(), character, track, SIZE, framing)))


def middle(frame: Frames) -> tuple[float, float]:
    """Where what is opaque lies, x and y in pixels."""
    rows, columns = np.nonzero(frame[..., 3] > 128)
    return float(columns.mean()), float(rows.mean())


def test_a_track_without_signs_gives_the_frames_as_they_are(character: Character) -> None:
    frames = [np.zeros((3, 16, 16, 4), np.uint8)]
    track = PoseTrack.still(np.stack([make_pose()] * 3))
    assert next(draw_signs(frames, character, track, 16, FULL)) is frames[0]


def test_a_sign_is_in_every_frame_whatever_the_batches_are(character: Character) -> None:
    frames = shown(character, "hearts")
    assert frames.shape == (FRAMES, SIZE, SIZE, 4)
    assert (frames[..., 3].max(axis=(1, 2)) > 200).all()
    assert (frames[3] != frames[10]).any()


def test_tears_run_down_the_face_and_a_vein_sits_at_the_temple(character: Character) -> None:
    pixel = 512 / SIZE
    x, y = middle(shown(character, "tears")[10])
    assert abs(x * pixel - 256) < 12
    assert 140 < y * pixel < 192
    x, y = middle(shown(character, "vein")[10])
    assert 270 < x * pixel < 320
    assert 64 < y * pixel < 128


def test_signs_follow_the_head_and_the_framing(character: Character) -> None:
    straight, turned = (middle(shown(character, "vein", turn=turn)[10]) for turn in (0.0, 1.0))
    assert np.hypot(straight[0] - turned[0], straight[1] - turned[1]) > 3
    (full_x, full_y), (bust_x, bust_y) = (
        middle(shown(character, "vein", framing=framing)[10]) for framing in (FULL, BUST)
    )
    assert bust_x == pytest.approx((full_x * 512 / SIZE - BUST.x) * SIZE / BUST.side, abs=1.5)
    assert bust_y == pytest.approx((full_y * 512 / SIZE - BUST.y) * SIZE / BUST.side, abs=1.5)


def test_a_hand_has_the_pictures_skin_and_its_arm_the_clothes(character: Character) -> None:
    frame = shown(character, "wave", framing=BUST)[10].astype(int)
    pixels = frame[frame[..., 3] > 250][:, :3]
    for colour in (SKIN, CLOTHES):
        assert (np.abs(pixels - colour).max(axis=1) < 24).sum() > 120


def test_a_mark_is_told_from_the_pictures_hair() -> None:
    def inked(hair: tuple[int, int, int]) -> int:
        """The least red of the vein's ink over hair of this colour."""
        picture = np.zeros((512, 512, 4), np.uint8)
        picture[64:192, 192:320] = (*hair, 255)
        file = io.BytesIO()
        Image.fromarray(picture).save(file, "PNG")
        frame = shown(Character(CharacterKind.UPLOADED, picture=file.getvalue()), "vein", framing=BUST)[10]
        ink = frame[(frame[..., 3] > 250) & (frame[..., 1] < 100)]
        return int(np.median(ink[:, 0]))

    assert inked((96, 84, 80)) > 190
    assert inked((190, 50, 66)) < 130
