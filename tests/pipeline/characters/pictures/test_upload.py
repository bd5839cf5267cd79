"""From a picture file to a character, and what people are told on the way."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.characters import load_character, make_character, save_character
from pipeline.characters.errors import BigPictureError, SmallPictureError, VastPictureError
from pipeline.characters.pictures.align import ALIGNED, Head, overlap
from pipeline.characters.pictures.errors import (
    BackgroundStaysError,
    EmptyPictureError,
    NoHeadError,
    TinyHeadError,
    WrongFaceError,
)
from pipeline.characters.pictures.find import find_head
from pipeline.characters.pictures.upload import align_picture
from pipeline.interfaces import MadeCharacter
from pipeline.motion.clip import CheckedClip
from pipeline.types import CharacterFileError, CharacterKind, Frames, PictureSource, Progress, make_pose
from tests.pipeline.characters.pictures.flawed import REFUSED, TOLD, two_figures
from tests.pipeline.characters.pictures.portraits import moved, on_colour, portrait
from tests.shared_data import shared

pytest.importorskip("torch", reason="needs animemoji[neural]")

GREY = (205, 208, 212)


def made(path: Path, face: tuple[float, float, float] | None = None) -> MadeCharacter:
    return make_character(PictureSource(path, face), lambda _: None)


def picture_of(answer: MadeCharacter) -> Frames:
    assert answer.character.picture is not None
    return np.asarray(Image.open(io.BytesIO(answer.character.picture)))


def told(answer: MadeCharacter) -> set[str]:
    return {item.key.removeprefix("notice.picture_") for item in answer.notices}


def test_a_picture_becomes_a_character(tmp_path: Path) -> None:
    path = tmp_path / "me.png"
    Image.fromarray(on_colour(moved(portrait(8), Head(380, 300, 220, 8), 800, 900), GREY)).convert("RGB").save(path)
    progress: list[Progress] = []
    answer = make_character(PictureSource(path), progress.append)
    assert answer.character.kind is CharacterKind.UPLOADED
    picture = picture_of(answer)
    assert picture.shape == (512, 512, 4)
    assert picture[0, 0, 3] == 0
    head = find_head(picture).head
    assert head is not None
    assert overlap(head, ALIGNED) > 0.85
    assert abs(head.angle) < 4
    assert told(answer) == set()
    assert [each.fraction for each in progress] == sorted(each.fraction for each in progress)
    assert picture_of(made(path)).tobytes() == picture.tobytes()
    save_character(answer.character, picture, tmp_path / "saved" / "me.png")
    assert load_character(tmp_path / "saved" / "me.png") == answer.character


def test_an_aligned_picture_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "aligned.png"
    Image.fromarray(portrait(8)).save(path)
    assert np.array_equal(picture_of(made(path)), portrait(8))


def test_a_person_can_say_where_the_head_is(tmp_path: Path) -> None:
    path = tmp_path / "me.png"
    Image.fromarray(moved(portrait(8), Head(300, 250, 160), 600, 600)).save(path)
    picture = picture_of(made(path, (300, 250, 160)))
    assert np.abs(picture.astype(int) - portrait(8).astype(int))[60:200, 180:330].mean() < 8
    with pytest.raises(WrongFaceError, match="600 x 600"):
        made(path, (900, 250, 160))


@pytest.mark.parametrize("kind", ["cmyk", "turned", "animated", "palette", "grey", "deep grey"])
def test_all_kinds_of_files(tmp_path: Path, kind: str) -> None:
    picture = Image.fromarray(on_colour(moved(portrait(8), Head(250, 200, 160), 500, 520), GREY)).convert("RGB")
    path = tmp_path / "me.jpg"
    if kind == "cmyk":
        picture.convert("CMYK").save(path, quality=92)
    elif kind == "turned":
        exif = Image.Exif()
        exif[0x0112] = 6
        picture.transpose(Image.Transpose.ROTATE_90).save(path, exif=exif, quality=92)
    elif kind == "animated":
        path = tmp_path / "me.webp"
        picture.save(path, save_all=True, append_images=[Image.new("RGB", picture.size)], lossless=True)
    elif kind == "palette":
        path = tmp_path / "me.png"
        picture.quantize(128).save(path)
    elif kind == "deep grey":
        path = tmp_path / "me.png"
        Image.fromarray(np.asarray(picture.convert("L")).astype(np.uint16) * 257).save(path)
    else:
        picture.convert("L").save(path, quality=92)
    head = find_head(picture_of(made(path))).head
    assert head is not None
    assert overlap(head, ALIGNED) > 0.8


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1, 1), SmallPictureError),
        ((6000, 6000), BigPictureError),
        ((20_000, 20_000), VastPictureError),
        (None, CharacterFileError),
    ],
)
def test_what_cannot_be_a_picture(tmp_path: Path, size: tuple[int, int] | None, expected: type[Exception]) -> None:
    path = tmp_path / "x.png"
    if size is None:
        path.write_text("<svg/>")
    else:
        Image.new("1", size).save(path)
    with pytest.raises(expected):
        made(path)


def test_no_figure_no_head_or_hardly_one() -> None:
    dice = np.random.default_rng(1)
    with pytest.raises(BackgroundStaysError):
        align_picture(REFUSED["no figure"]())
    white = np.full((300, 300, 4), 255, np.uint8)
    white[::7, ::5, :3] -= 6
    for empty in (REFUSED["nothing"](), white):
        with pytest.raises(EmptyPictureError):
            align_picture(empty)
    with pytest.raises(NoHeadError, match="--face"):
        align_picture(REFUSED["no head"]())
    noise = dice.integers(0, 255, (200, 200, 4), np.uint8)
    noise[..., 3] = 255
    with pytest.raises((BackgroundStaysError, NoHeadError)):
        align_picture(noise)
    with pytest.raises(TinyHeadError):
        align_picture(REFUSED["tiny head"]())


@pytest.mark.parametrize("flaw", TOLD)
def test_findings_are_told(flaw: str) -> None:
    keys = {item.key.removeprefix("notice.picture_") for item in align_picture(TOLD[flaw]()).notices}
    usual = {flaw.replace(" ", "_")}
    assert keys & ({"unsure_head", "not_from_front"} if flaw == "profile" else usual)
    assert not align_picture(portrait(8)).notices


def test_the_larger_of_two_figures_is_taken() -> None:
    aligned = align_picture(two_figures())
    assert aligned.found.head is not None
    assert overlap(aligned.found.head, Head(250, 150, 150)) > 0.7
    assert aligned.picture[..., 3][:, 480:].max() == 0


def test_a_person_far_away_is_a_photo_and_stands_upright() -> None:
    """Where the whole figure is seen, the face is small, and seen exactly only when it is looked at alone."""
    frames = CheckedClip(shared("clips/s13.mp4")).frames()
    picture = next(frame.image for number, frame in enumerate(frames) if number == 15)
    aligned = align_picture(np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)]))
    assert "notice.picture_photo" in {item.key for item in aligned.notices}
    assert aligned.found.head is not None
    assert abs(aligned.found.head.angle) < 5
    alpha = aligned.picture[..., 3]
    assert alpha[:256, :64].max() < 20, "no piece of the wall"


@pytest.mark.parametrize("seed", [3, 11, 19])
def test_two_figures_that_touch(seed: int) -> None:
    left, right = (
        moved(portrait(seed), Head(230, 180, 150), 700, 600),
        moved(portrait(8), Head(420, 190, 150), 700, 600),
    )
    both = on_colour(np.where(left[..., 3:] > 128, left, right), GREY)
    assert "notice.picture_two_figures" in {item.key for item in align_picture(both).notices}


def test_closed_eyes_of_many_characters() -> None:
    def closed(picture: Frames) -> bool:
        return "notice.picture_closed_eyes" in {item.key for item in align_picture(picture).notices}

    seeds = range(40_000, 40_012)
    assert sum(closed(portrait(seed)) for seed in seeds) <= 1
    assert sum(closed(portrait(seed, make_pose(eye_wink=1))) for seed in seeds) >= 11
    assert sum(closed(portrait(seed, make_pose(eye_happy_wink=1))) for seed in seeds) >= 11


def test_eyes_of_real_drawings_are_open() -> None:
    for path in sorted(shared("images").glob("*.png")):
        keys = {item.key for item in align_picture(np.asarray(Image.open(path).convert("RGBA"))).notices}
        assert not keys & {"notice.picture_closed_eyes", "notice.picture_not_from_front", "notice.picture_photo"}


@pytest.mark.parametrize("flaw", ["profile", "closed eyes"])
def test_a_head_that_is_pointed_at_is_looked_at_as_well(flaw: str) -> None:
    notices = align_picture(TOLD[flaw](), (256.0, 130.0, 126.0)).notices
    expected = {"profile": "notice.picture_not_from_front", "closed eyes": "notice.picture_closed_eyes"}
    assert [each.key for each in notices] == [expected[flaw]]


def test_a_head_that_is_pointed_at_stays_there_and_is_praised_by_silence() -> None:
    pointed = align_picture(portrait(8), (262.0, 122.0, 140.0))
    assert pointed.found.head == Head(262.0, 122.0, 140.0)
    assert not pointed.notices
