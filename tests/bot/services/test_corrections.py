"""Presses of the adjust view, counted and applied."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.domain import SavedCharacter
from bot.errors import CharacterGoneError, NotYoursError, PictureChangedError
from bot.services.characters import CharacterService
from bot.services.corrections import Correction, Press, picture_mark
from bot.services.pictures import with_head_box
from bot.store.database import Store
from pipeline import Character, CharacterKind
from tests.bot.fakes import drawn

OWNER = 42


def square() -> Character:
    """A red square in the middle of where the head belongs."""
    picture = Image.new("RGBA", (512, 512))
    picture.paste((255, 0, 0, 255), (236, 108, 276, 148))
    data = io.BytesIO()
    picture.save(data, "PNG")
    return Character(CharacterKind.UPLOADED, picture=data.getvalue())


def middle(picture: bytes | None) -> tuple[float, float]:
    """Where what can be seen lies."""
    alpha: npt.NDArray[np.uint8] = np.asarray(Image.open(io.BytesIO(picture or b"")))[..., 3]
    rows, columns = np.nonzero(alpha > 127)
    return float(columns.mean() + 0.5), float(rows.mean() + 0.5)


async def save(
    store: Store, characters: CharacterService, character: Character, portrait: bytes = b"x"
) -> SavedCharacter:
    async with store.work() as work:
        await work.users.meet(OWNER, "en-US")
        return await characters.save(work, OWNER, "", character, portrait)


@given(st.lists(st.sampled_from(Press), max_size=300))
def test_presses_stay_within_bounds_and_can_be_taken_back(presses: list[Press]) -> None:
    correction = Correction()
    for press in presses:
        correction = correction.after(press)
    counts = (correction.right, correction.down, correction.larger, correction.turn)
    assert all(abs(count) <= 24 for count in counts)


@pytest.mark.parametrize(
    ("press", "place"),
    [(Press.LEFT, (248, 128)), (Press.RIGHT, (264, 128)), (Press.UP, (256, 120)), (Press.DOWN, (256, 136))],
)
def test_each_arrow_moves_its_way(press: Press, place: tuple[float, float]) -> None:
    assert middle(Correction().after(press).apply(square()).picture) == pytest.approx(place, abs=0.5)


def test_there_and_back_is_nothing() -> None:
    character = square()
    for there, back in ((Press.LARGER, Press.SMALLER), (Press.TURN_LEFT, Press.TURN_RIGHT), (Press.UP, Press.DOWN)):
        assert Correction().after(there).apply(character) != character
        assert Correction().after(there).after(back).apply(character) is character


def test_the_picture_can_be_told_from_its_changed_self() -> None:
    moved = Correction(right=1).apply(square())
    assert picture_mark(square()) == picture_mark(square())
    assert picture_mark(square()) != picture_mark(moved)


def test_the_frame_is_drawn_around_the_place_of_the_head() -> None:
    picture = square().picture
    assert picture is not None
    with Image.open(io.BytesIO(with_head_box(picture))) as image:
        assert (image.format, image.size) == ("WEBP", (512, 512))
        shown = np.asarray(image.convert("RGB")).astype(int)
    for x, y in ((192, 100), (320, 100), (230, 64), (230, 192)):
        red, green, blue = shown[y, x]
        assert red > green + 80, (x, y)
        assert blue > green, (x, y)
    assert np.abs(shown[128, 256] - (255, 0, 0)).max() < 40, "the figure"
    assert shown[400, 100].min() > 200, "light paper"


async def test_an_adjusted_character_is_saved_and_its_portrait_forgotten(
    store: Store, characters: CharacterService
) -> None:
    row = await save(store, characters, square())
    mark = picture_mark(square())
    correction = Correction(right=2, down=-1)
    answer = await characters.adjust(OWNER, row.id, mark, correction)
    page = await characters.page(OWNER, 1)
    kept = await characters.load(row.id)
    assert middle(kept.picture) == pytest.approx((272, 120), abs=0.5)
    assert (kept, page.portraits, page.characters[0].name) == (answer.character, {}, row.name)
    with pytest.raises(PictureChangedError):
        await characters.adjust(OWNER, row.id, mark, correction)


async def test_no_correction_changes_nothing(store: Store, characters: CharacterService) -> None:
    row = await save(store, characters, square())
    await characters.adjust(OWNER, row.id, picture_mark(square()), Correction())
    assert (await characters.page(OWNER, 1)).portraits == {row.id: b"x"}


async def test_only_ones_own_pictures_are_adjusted(store: Store, characters: CharacterService) -> None:
    row = await save(store, characters, square())
    with pytest.raises(NotYoursError):
        await characters.adjust(OWNER + 1, row.id, picture_mark(square()), Correction(right=1))
    for number in (10**6, (await save(store, characters, drawn())).id):
        with pytest.raises(CharacterGoneError):
            await characters.owned_picture(OWNER, number)
