"""What is put into the database comes out of it again, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, StatementError

from bot.domain import ExpressionKind
from bot.store.database import Store
from pipeline import AnimojiRequest, Character, Output, PoseTrack, PresetMotion, PromptSource, VideoMotion
from tests.bot.fakes import drawn, result_of, track, uploaded

OWNER = 175928847299117063


async def test_a_character_is_the_same_afterwards(either_store: Store) -> None:
    for character in (drawn(), uploaded()):
        async with either_store.work() as work:
            await work.users.meet(OWNER, "ja")
            number = (await work.characters.add(OWNER, f"{character.kind.value}", character)).id
        async with either_store.work() as work:
            row = await work.characters.get(OWNER, number)
            assert row is not None
            assert await work.characters.load(number) == character
            assert (row.kind, row.prompt) == (character.kind, character.prompt)
            assert row.has_picture == (character.picture is not None)
            assert row.created_at.tzinfo is not None


async def test_names_differ_by_more_than_capitals(either_store: Store) -> None:
    async with either_store.work() as work:
        await work.users.meet(OWNER, "en-US")
        await work.characters.add(OWNER, "Mika", drawn())
    async with either_store.work() as work:
        assert await work.characters.named(OWNER, "MIKA") is not None
        assert await work.characters.named(OWNER + 1, "Mika") is None
    with pytest.raises(IntegrityError):
        async with either_store.work() as work:
            await work.characters.add(OWNER, "mika", drawn())


async def test_a_search_takes_percent_signs_as_they_are(either_store: Store) -> None:
    async with either_store.work() as work:
        await work.users.meet(OWNER, "en-US")
        for name in ("100% cute", "1000 cute", "Rin"):
            await work.characters.add(OWNER, name, drawn())
        assert [row.name for row in await work.characters.page(OWNER, 10, like="0% C")] == ["100% cute"]
        assert [row.name for row in await work.characters.page(OWNER, 2)] == ["Rin", "1000 cute"]


async def make_animoji(store: Store, character: Character, caption: str = "gm") -> int:
    request = AnimojiRequest(PromptSource("x"), VideoMotion(None), Output())  # type: ignore[arg-type]
    async with store.work() as work:
        await work.users.meet(OWNER, "en-US")
        row = await work.characters.add(OWNER, f"name {caption}", character)
        return (await work.animojis.add(OWNER, row, result_of(request), caption, "transparent", 5)).id


async def test_an_animoji_keeps_what_redraws_it(either_store: Store) -> None:
    number = await make_animoji(either_store, drawn())
    async with either_store.work() as work:
        await work.animojis.posted(number, 11, 12)
    async with either_store.work() as work:
        row = await work.animojis.get(number)
        assert row is not None
        assert await work.characters.load(row.character.id) == drawn()
        kept = await work.animojis.track(number)
    assert kept is not None
    assert np.array_equal(kept.poses, track().poses)
    assert (row.caption, row.guild_id, row.channel_id, row.message_id) == ("gm", 5, 11, 12)


async def test_motions_are_packed_and_unpacked_beside_the_event_loop(
    either_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    pack, unpack = PoseTrack.to_bytes, PoseTrack.from_bytes

    def packing(track: PoseTrack) -> bytes:
        threads.append(threading.current_thread())
        return pack(track)

    def unpacking(data: bytes) -> PoseTrack:
        threads.append(threading.current_thread())
        return unpack(data)

    monkeypatch.setattr(PoseTrack, "to_bytes", packing)
    monkeypatch.setattr(PoseTrack, "from_bytes", unpacking)
    number = await make_animoji(either_store, drawn())
    async with either_store.look() as work:
        unpacked = await work.animojis.track(number)
    assert unpacked is not None
    assert len(unpacked) == len(track())
    assert len(threads) == 2
    assert threading.main_thread() not in threads


async def test_a_deleted_character_takes_its_animojis_but_not_its_emoji(either_store: Store) -> None:
    number = await make_animoji(either_store, drawn())
    async with either_store.work() as work:
        await work.expressions.add(OWNER, ExpressionKind.EMOJI, 99, "gm", number, 5)
    async with either_store.work() as work:
        row = await work.animojis.get(number)
        assert row is not None
        assert await work.animojis.count_with(row.character.id) == 1
        await work.characters.delete(row.character.id)
    async with either_store.work() as work:
        assert await work.animojis.get(number) is None
        (emoji,) = await work.expressions.in_guild(5)
        assert (emoji.name, emoji.animoji_id, emoji.kind) == ("gm", None, ExpressionKind.EMOJI)


async def test_work_that_fails_leaves_nothing(either_store: Store) -> None:
    with pytest.raises(RuntimeError):
        async with either_store.work() as work:
            await work.users.meet(OWNER, "en-US")
            raise RuntimeError
    async with either_store.work() as work:
        assert await work.session.scalar(sa.text("SELECT count(*) FROM users")) == 0


async def test_people_are_met_once_and_their_language_is_kept(either_store: Store) -> None:
    async def meet(locale: str) -> None:
        async with either_store.work() as work:
            await work.users.meet(OWNER, locale)

    await asyncio.gather(*(meet("ja") for _ in range(10)))
    await meet("")
    async with either_store.work() as work:
        rows = await work.session.execute(sa.text("SELECT id, locale FROM users"))
        assert [tuple(row) for row in rows] == [(OWNER, "ja")]
    await meet("fr")
    async with either_store.work() as work:
        assert await work.session.scalar(sa.text("SELECT locale FROM users")) == "fr"


async def test_many_write_at_the_same_time(either_store: Store) -> None:
    async def write(number: int) -> None:
        async with either_store.work() as work:
            await work.users.meet(number, "en-US")
            await asyncio.sleep(0)
            await work.characters.add(number, "Mika", drawn())

    await asyncio.gather(*(write(number) for number in range(1, 30)))
    async with either_store.work() as work:
        assert await work.session.scalar(sa.text("SELECT count(*) FROM characters")) == 29


async def test_no_column_could_hold_a_selfie_and_one_a_voice(store: Store) -> None:
    async with store.work() as work:
        columns = await work.session.execute(
            sa.text(
                "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE c.type='BLOB'"
            )
        )
    pictures = {"characters.picture", "characters.portrait", "candidates.picture", "faces.animation"}
    assert set(columns.scalars()) == pictures | {"animojis.track", "animojis.partner_track", "animojis.sound"}


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="no time zone"):
        async with store.work() as work:
            await work.usage.consume(OWNER, 0, datetime(2026, 1, 1), 9, timedelta())


async def test_lists_leave_pictures_and_motions_where_they_are(either_store: Store) -> None:
    """Autocomplete asks at every key: a hundred animojis of picture characters must be read in no time."""
    picture = replace(uploaded(), picture=bytes(400_000))
    async with either_store.work() as work:
        await work.users.meet(OWNER, "en-US")
        for number in range(100):
            saved = await work.characters.add(OWNER, f"Pic {number}", picture, b"x" * 10_000)
            await work.animojis.add(OWNER, saved, result_of(AnimojiRequest(picture, PresetMotion())), "", "sky", 5)
    asked: list[str] = []
    bind = either_store._readers.sync_engine
    sa.event.listen(bind, "before_cursor_execute", lambda _c, _k, statement, *_: asked.append(statement))
    began = time.process_time()
    async with either_store.look() as work:
        assert len(await work.animojis.recent(OWNER, 100)) == 100
        assert len(await work.characters.page(OWNER, 100)) == 100
    assert time.process_time() - began < 0.5
    columns = [column.strip() for sql in asked for column in sql.partition(" \nFROM ")[0].split(",")]
    heavy = ("characters.picture", "characters.portrait", "characters.spec", "animojis.track", "animojis.sound")
    assert [column for column in columns if column.partition(" AS ")[0] in heavy] == []
    assert len(asked) == 2
