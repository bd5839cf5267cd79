"""Reading beside writing."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.store.database import Store


async def test_who_looks_does_not_wait_for_who_writes(either_store: Store) -> None:
    async with either_store.work() as writing:
        await writing.users.meet(7, "ja")
        async with either_store.look() as looking:
            rows = await asyncio.wait_for(looking.characters.page(7, 10, 0, ""), 2)
        assert list(rows) == []


async def test_who_looks_sees_what_was_written_last(either_store: Store) -> None:
    for quota in (1, 2):
        async with either_store.work() as writing:
            await writing.guilds.change(5, daily_quota=quota)
        async with either_store.look() as looking:
            row = await looking.guilds.get(5)
        assert row is not None
        assert row.daily_quota == quota


async def test_who_looks_cannot_write(store: Store) -> None:
    async with store.look() as looking:
        with pytest.raises(SQLAlchemyError):
            await looking.users.meet(7, "ja")
            await looking.session.flush()
