"""Characters: names, room, and finding them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.domain import KEY_LENGTH, SavedCharacter, name_key
from bot.errors import (
    CharacterNameTakenError,
    CharacterUnknownError,
    ChoiceGoneError,
    NoCharacterError,
    NotFromWordsError,
    PromptFullError,
    ShareCodeError,
    TooManyCharactersError,
)
from bot.services.characters import CharacterService
from bot.services.naming import clean_name, free_name, suggest_name
from bot.services.orders import Words
from bot.store.database import Store
from pipeline import Character, CharacterKind, Source, limits
from tests.bot.fakes import drawn, uploaded
from tests.bot.office import character_service

OWNER = 42


async def save(store: Store, characters: CharacterService, name: str) -> int:
    async with store.work() as work:
        await work.users.meet(OWNER, "en-US")
        return (await characters.save(work, OWNER, name, drawn())).id


async def test_a_character_is_found_by_id_and_by_name(store: Store, characters: CharacterService) -> None:
    number = await save(store, characters, "Mika")
    assert (await characters.find(OWNER, str(number))).name == "Mika"
    assert (await characters.find(OWNER, " mika ")).id == number
    for owner, choice in ((OWNER + 1, str(number)), (OWNER, "Rin"), (OWNER, "9" * 40)):
        with pytest.raises(CharacterUnknownError):
            await characters.find(owner, choice)


async def test_what_could_not_be_saved_is_refused_before(store: Store, characters: CharacterService) -> None:
    await save(store, characters, "Mika")
    for same in ("MIKA", "Ｍｉｋａ", "ｍIka"):
        with pytest.raises(CharacterNameTakenError):
            await characters.check_room(OWNER, same)
    await characters.check_room(OWNER, "Rin")
    await save(store, characters, "")
    await save(store, characters, "")
    with pytest.raises(TooManyCharactersError):
        await characters.check_room(OWNER, "")


async def test_names_are_made_from_the_prompt_and_differ(store: Store, characters: CharacterService) -> None:
    await save(store, characters, "")
    await save(store, characters, "")
    page = await characters.page(OWNER, 10)
    assert [row.name for row in page.characters] == ["Silver hair 2", "Silver hair"]
    assert page.total == 2


async def test_deleting_answers_the_name(store: Store, characters: CharacterService) -> None:
    number = await save(store, characters, "Mika")
    assert await characters.delete(OWNER, str(number)) == ("Mika", 0)
    with pytest.raises(CharacterUnknownError):
        await characters.delete(OWNER, str(number))


async def test_the_default_is_the_chosen_one_or_else_the_last(store: Store, characters: CharacterService) -> None:
    with pytest.raises(NoCharacterError):
        await characters.find(OWNER, "")
    await save(store, characters, "Mika")
    await save(store, characters, "Rin")
    assert (await characters.find(OWNER, "")).name == "Rin"
    for name in ("Rin", "Mika"):
        assert await characters.make_default(OWNER, name) == name
    assert (await characters.find(OWNER, "")).name == "Mika"
    assert [row.is_default for row in (await characters.page(OWNER, 9)).characters] == [False, True]


async def test_a_shared_character_can_be_copied_until_that_is_stopped(
    store: Store, characters: CharacterService
) -> None:
    await save(store, characters, "Mika")
    row = await characters.share(OWNER, "Mika")
    code = row.share_code or ""
    assert (await characters.share(OWNER, "Mika")).share_code == code
    copy = await characters.copy(43, "ja", f" {code.lower()} ")
    assert (copy.owner_id, copy.name) == (43, "Mika")
    assert await characters.load(copy.id) == await characters.load(row.id) == drawn()
    assert (await characters.copy(43, "ja", code)).name == "Mika 2"
    await characters.stop_sharing(OWNER, "Mika")
    with pytest.raises(ShareCodeError):
        await characters.copy(43, "ja", code)
    assert (await characters.find(43, "Mika")).share_code is None


async def test_renaming_keeps_names_apart(store: Store, characters: CharacterService) -> None:
    await save(store, characters, "Mika")
    await save(store, characters, "Rin")
    assert await characters.rename(OWNER, "Mika", "  MIKA ") == "MIKA"
    with pytest.raises(CharacterNameTakenError):
        await characters.rename(OWNER, "Rin", "mika")


async def test_remixing_adds_words_and_keeps_the_seed(store: Store, characters: CharacterService) -> None:
    await save(store, characters, "Mika")
    assert await characters.remixed(OWNER, "Mika", " glasses, red hair") == (
        Words("blue eyes, glasses, red hair", 7, Source.DRAWN),
        "Mika",
    )
    async with store.work() as work:
        await characters.save(work, OWNER, "Pic", uploaded())
    with pytest.raises(NotFromWordsError):
        await characters.remixed(OWNER, "Pic", "glasses")


async def test_remixing_never_grows_beyond_what_a_prompt_may_have(store: Store, characters: CharacterService) -> None:
    async with store.work() as work:
        await work.users.meet(OWNER, "en-US")
        await characters.save(work, OWNER, "Mika", drawn("silver hair, " + "cat ears " * 53))
    with pytest.raises(PromptFullError, match=f"{limits.PROMPT_LENGTH} is the most"):
        await characters.remixed(OWNER, "Mika", "with glasses and a very long red scarf")


@given(st.text(max_size=300) | st.text("ﷺ㌖", max_size=40))
def test_a_suggested_name_is_always_a_name(prompt: str) -> None:
    name = suggest_name(prompt)
    assert clean_name(name) == name


@given(st.text("ab ﷺß", min_size=1, max_size=limits.NAME_LENGTH), st.integers(0, 30))
def test_a_free_name_is_free_and_not_too_long(name: str, count: int) -> None:
    taken: set[str] = set()
    for _ in range(count):
        free = free_name(name, taken)
        assert name_key(free) not in taken
        assert len(free) <= limits.NAME_LENGTH
        assert len(name_key(free)) <= KEY_LENGTH or free == name
        taken.add(name_key(free))


def painted(shades: str, seed: int = 7) -> list[Character]:
    """Characters whose pictures are each of one shade."""
    return [Character(CharacterKind.DIFFUSED, "silver hair", seed, picture=plain_picture(shade)) for shade in shades]


def plain_picture(shade: str) -> bytes:
    """A small picture of a shade of grey, as PNG."""
    buffer = io.BytesIO()
    Image.new("L", (4, 4), ord(shade)).save(buffer, "PNG")
    return buffer.getvalue()


async def save_painted(store: Store, characters: CharacterService) -> SavedCharacter:
    async with store.work() as work:
        await work.users.meet(OWNER, "en-US")
        row = await characters.save(work, OWNER, "", painted("a")[0], b"portrait")
        await characters.offer(work, row, painted("abcd"))
        return row


async def test_another_picture_is_chosen_by_its_number(either_store: Store, tmp_path: Path) -> None:
    characters = character_service(either_store, tmp_path, limit=9)
    row = await save_painted(either_store, characters)
    await characters.choose(row.id, 1)
    assert (await characters.page(OWNER, 9)).portraits == {row.id: b"portrait"}, "it is that one already"
    await characters.choose(row.id, 3)
    assert await characters.load(row.id) == painted("c")[0]
    assert (await characters.page(OWNER, 9)).portraits == {}
    await characters.choose(row.id, 1)
    assert await characters.load(row.id) == painted("a")[0]
    with pytest.raises(ChoiceGoneError):
        await characters.choose(row.id, 5)


async def test_only_the_newest_characters_keep_their_choice(either_store: Store, tmp_path: Path) -> None:
    characters = character_service(either_store, tmp_path, limit=9)
    rows = [await save_painted(either_store, characters) for _ in range(6)]
    with pytest.raises(ChoiceGoneError):
        await characters.choose(rows[0].id, 2)
    for row in rows[1:]:
        await characters.choose(row.id, 2)
    async with either_store.work() as work:
        assert [len(await work.characters.candidates(row.id)) for row in rows] == [0, 4, 4, 4, 4, 4]
        await work.privacy.delete(OWNER)
    async with either_store.work() as work:
        assert await work.characters.candidate(rows[1].id, 2) is None
