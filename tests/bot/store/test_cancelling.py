"""A unit of work that is cut off in the middle of a statement keeps nobody else from writing."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.store.database import Store, open_store


@pytest.fixture
def without_collector() -> Iterator[None]:
    """What nobody holds any longer stays as long as it can."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("without_collector")
async def test_who_is_cut_off_in_a_statement_keeps_no_lock(tmp_path: Path) -> None:
    async with open_store(f"sqlite+aiosqlite:///{tmp_path / 'a.sqlite3'}") as store:
        async with store.work() as work:
            await work.users.meet(7, "ja")
        reached, goes_on = threading.Event(), threading.Event()

        def linger() -> int:
            reached.set()
            goes_on.wait(10)
            return 1

        writing = asyncio.create_task(_write_slowly(store, linger))
        await asyncio.to_thread(reached.wait, 10)
        writing.cancel()
        goes_on.set()
        with pytest.raises(asyncio.CancelledError):
            await writing
        await asyncio.wait_for(_write(store), 5)


async def _write(store: Store) -> None:
    async with store.work() as work:
        await work.users.meet(8, "en")


async def _write_slowly(store: Store, linger: object) -> None:
    async with store.work() as work:
        connection = await (await work.session.connection()).get_raw_connection()
        assert connection.driver_connection is not None
        await connection.driver_connection.create_function("linger", 0, linger)
        await work.session.execute(sa.text("UPDATE users SET locale = 'de' RETURNING linger()"))
