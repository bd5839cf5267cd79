"""Faces and speeches in the database, on each kind of it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.domain import Mood, SavedCharacter, Speech
from bot.store.database import Store
from tests.bot.fakes import drawn, uploaded

NOW = datetime(2026, 11, 28, 12, tzinfo=timezone.utc)


@pytest.fixture
async def luna(either_store: Store) -> SavedCharacter:
    """A character of the first person's."""
    async with either_store.work() as work:
        await work.users.meet(1, "ja")
        return await work.characters.add(1, "Luna", uploaded())


def speech(luna: SavedCharacter, number: int, at: datetime = NOW) -> Speech:
    return Speech(number, 4, 5, 6, luna.owner_id, luna.id, luna.name, at)


async def test_a_face_and_its_animation_come_one_after_the_other(either_store: Store, luna: SavedCharacter) -> None:
    async with either_store.work() as work:
        await work.faces.keep(luna.id, Mood.HAPPY, NOW, emoji_id=7)
        await work.faces.keep(luna.id, Mood.HAPPY, NOW, animation=b"GIF")
        await work.faces.keep(luna.id, Mood.SAD, NOW, animation=b"GIF2")
    async with either_store.look() as work:
        assert await work.faces.emoji(luna.id) == {Mood.HAPPY: 7}
        assert await work.faces.animation(luna.id, Mood.HAPPY) == b"GIF"
        assert await work.faces.animation(luna.id, Mood.LOVE) is None
        assert await work.faces.animations(luna.id) == {Mood.HAPPY: b"GIF", Mood.SAD: b"GIF2"}
        assert await work.faces.of(1) == [7]
        assert await work.faces.of(2) == []
        assert await work.faces.known([7, 8]) == {7}


async def test_what_was_not_shown_for_longest_goes_first(either_store: Store, luna: SavedCharacter) -> None:
    async with either_store.work() as work:
        for minutes, mood in enumerate((Mood.HAPPY, Mood.SAD, Mood.LOVE)):
            await work.faces.keep(luna.id, mood, NOW + timedelta(minutes=minutes), emoji_id=minutes + 1, animation=b"x")
        await work.faces.used(luna.id, Mood.HAPPY, NOW + timedelta(hours=1))
        assert await work.faces.longest_unused(1) == [3, 2]
        assert await work.faces.longest_unused(9) == []
        await work.faces.forget([3])
        assert await work.faces.emoji(luna.id) == {Mood.HAPPY: 1, Mood.SAD: 2}
        await work.faces.forget_before(NOW + timedelta(minutes=30))
        assert set(await work.faces.animations(luna.id)) == {Mood.HAPPY}


async def test_a_character_that_looks_different_has_no_face(either_store: Store, luna: SavedCharacter) -> None:
    async with either_store.work() as work:
        await work.faces.keep(luna.id, Mood.HAPPY, NOW, emoji_id=7)
        await work.characters.redraw(luna.id, b"another picture")
        assert await work.faces.emoji(luna.id) == {}
        await work.faces.keep(luna.id, Mood.HAPPY, NOW, emoji_id=8)
        await work.characters.delete(luna.id)
        assert await work.faces.known([8]) == set()


async def test_who_said_what(either_store: Store, luna: SavedCharacter) -> None:
    async with either_store.work() as work:
        for number in (11, 12):
            await work.speeches.add(speech(luna, number, NOW - timedelta(days=number)))
        assert await work.speeches.get(11) == speech(luna, 11, NOW - timedelta(days=11))
        assert await work.speeches.get(99) is None
        assert [each["message_id"] for each in await work.privacy.speeches(1)] == [11, 12]
        await work.speeches.forget_before(NOW - timedelta(days=11, hours=1))
        assert await work.speeches.get(12) is None
        await work.speeches.forget(11)
        assert await work.privacy.speeches(1) == []


async def test_words_outlive_a_character_but_not_a_person(either_store: Store, luna: SavedCharacter) -> None:
    async with either_store.work() as work:
        await work.speeches.add(speech(luna, 11))
        await work.characters.delete(luna.id)
        await work.speeches.add(speech(luna, 12))
    async with either_store.work() as work:
        for number in (11, 12):
            kept = await work.speeches.get(number)
            assert kept is not None
            assert (kept.character_id, kept.name) == (None, "Luna")
        await work.privacy.delete(1)
        assert await work.speeches.get(11) is None


async def test_prefixes(either_store: Store, luna: SavedCharacter) -> None:
    async with either_store.work() as work:
        other = await work.characters.add(1, "Luna B", drawn())
        assert await work.characters.prefixed(1) == []
        await work.characters.set_prefix(luna.id, "l:")
        await work.characters.set_prefix(other.id, "l: b:")
        assert [each.prefix for each in await work.characters.prefixed(1)] == ["l: b:", "l:"], "the longest first"
        await work.characters.set_prefix(other.id, None)
        assert [each.name for each in await work.characters.prefixed(1)] == ["Luna"]
