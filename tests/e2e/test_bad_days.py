"""Days when Discord, the database or the disk is ill: what people, the log and ``/readyz`` say."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import pytest_asyncio
import sqlalchemy as sa

from bot.app import AnimeMojiBot, open_bot
from bot.discord_services.weather import LOST_CONNECTIONS
from bot.errors import CannotSaveError
from bot.logs import set_up_logs
from bot.services.health import HealthService, ReadinessCheck
from bot.services.metrics import Metrics
from bot.settings import Settings
from bot.store.database import Store, open_store
from tests.bot.databases import empty_database
from tests.e2e.scene import CLIP, Scene

ILLNESS = [("its disk is full", "PRAGMA max_page_count = 1"), ("it is read-only", "PRAGMA query_only = ON")]
"""What the log says, and what makes an SQLite database so for its only writer."""


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with empty_database("sqlite", tmp_path) as url, open_store(url) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.FIRST_WAIT_SECONDS", 0.01)


def sentences(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What a reader of the log is told beyond the ordinary; no line may carry a traceback."""
    records = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert not any(record.exc_info for record in records), caplog.text
    return [record.getMessage() for record in records]


async def refuse_connection(*_: object, **__: object) -> None:
    """What discord.py raises after it has tried five times by itself, which takes half a minute."""
    raise ConnectionRefusedError("Connection refused")


async def tell(store: Store, *statements: str) -> None:
    async with store.work() as work:
        for statement in statements:
            await work.session.execute(sa.text(statement))


@pytest.mark.parametrize("route", ["GET /users/@me", "PUT /applications/*/commands", "GET /gateway/bot"])
@pytest.mark.parametrize("status", [503, 403])
async def test_discord_ill_at_the_start_is_waited_for(
    route: str, status: int, scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene.server.faults.fail(route, status, times=3)
    async with scene.bot():
        assert await scene.alice.slash("help")
    assert [line.partition(";")[0] for line in sentences(caplog)] == [f"Discord answers HTTP {status}"] * 3
    assert "trying again in 0 seconds" in caplog.text


async def test_a_machine_without_network_yet_waits_and_stops_when_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.app.FIRST_WAIT_SECONDS", 3600.0)
    monkeypatch.setattr("discord.http.HTTPClient.request", refuse_connection)
    said = asyncio.Event()

    def hear(_: logging.LogRecord) -> bool:
        said.set()
        return True

    caplog.handler.addFilter(hear)
    async with open_bot(Settings(data_dir=tmp_path), engine=scene.engine) as bot:
        running = asyncio.create_task(bot.start("x"))
        await asyncio.wait_for(said.wait(), 5)
        await bot.close()
        await asyncio.wait_for(running, 5)
    (line,) = sentences(caplog)
    assert line == "Discord cannot be reached (Connection refused); trying again in 3600 seconds"


async def test_a_missing_permission_is_not_waited_for(scene: Scene) -> None:
    scene.server.faults.fail("PUT /applications/*/commands", 403, code=50001, message="Missing Access")
    settings = Settings(data_dir=scene.folder)
    async with open_bot(settings, engine=scene.engine) as bot:
        with pytest.raises(discord.Forbidden, match="Missing Access"):
            await bot.start(scene.server.world.token)


@pytest.mark.parametrize(("illness", "statement"), ILLNESS)
async def test_an_ill_database_is_one_sentence_for_the_person_and_for_the_log(
    illness: str, statement: str, scene: Scene, bot: AnimeMojiBot, caplog: pytest.LogCaptureFixture
) -> None:
    await scene.create()
    await tell(bot.services.store, statement)
    long = {"prompt": "風" * 500, "caption": "風" * 60, "name": "風" * 40}  # which needs a new page
    reply = await scene.bob.slash("animoji create", **long)
    await reply.saying("can't save anything right now")
    assert f"The database cannot be used: {illness}." in sentences(caplog)


async def test_a_full_disk_is_one_sentence_for_the_person_and_for_the_log(
    scene: Scene, bot: AnimeMojiBot, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("bot.services.uploads.UploadService._download", full)
    reply = await scene.alice.slash("animoji create", prompt="red hair", video=CLIP)
    await reply.saying("can't save anything right now")
    assert sentences(caplog) == ["The disk cannot be written: No space left on device."]


async def test_readiness_follows_a_database_that_is_read_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with empty_database("sqlite", tmp_path) as url, open_store(url) as store:
        health = HealthService(store, {"data": tmp_path}, 0, Metrics(), every=0)
        assert await health.faults() == {}
        await tell(store, "PRAGMA query_only = ON")
        for _ in range(2):
            assert await health.faults() == {ReadinessCheck.DATABASE: "it is read-only"}
    assert sentences(caplog) == ["The database is not well: it is read-only."]


async def test_readiness_follows_a_postgresql_that_is_read_only(tmp_path: Path) -> None:
    async with empty_database("postgresql", tmp_path) as url, open_store(url) as store:
        health = HealthService(store, {}, 0, Metrics(), every=0)
        assert await health.faults() == {}
        name = sa.make_url(url).database
        await tell(store, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        assert await health.faults() == {}, "a connection keeps what it began with"
        hang_up = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        with pytest.raises(CannotSaveError):
            await tell(store, hang_up)
        assert await health.faults() == {ReadinessCheck.DATABASE: "it is read-only"}
        with pytest.raises(CannotSaveError):
            async with store.work() as work:
                await work.users.meet(7, "ja")


async def test_readiness_waits_two_seconds_at_most_and_does_not_pile_up_writes(
    store: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.health._PATIENCE", 0.05)
    health = HealthService(store, {}, 0, Metrics(), every=0)
    async with store.work() as work:
        await work.users.meet(7, "ja")
        for _ in range(3):
            assert set(await health.faults()) == {ReadinessCheck.DATABASE}
    await asyncio.wait_for(_until_well(health), 5)
    assert len(sentences(caplog)) == 1


async def _until_well(health: HealthService) -> None:
    while await health.faults():
        pass


async def test_readiness_follows_the_disk(store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    metrics = Metrics()
    wide = HealthService(store, {"data": tmp_path}, 10**18, metrics, every=0)
    assert "less than one upload may need" in (await wide.faults())[ReadinessCheck.DISK]
    caplog.set_level(logging.INFO)
    folder = tmp_path / "gone"
    folder.mkdir()
    health = HealthService(store, {"data": folder}, 0, metrics, every=0)
    assert await health.faults() == {}
    folder.rmdir()
    assert b'animemoji_disk_free_bytes{folder="data"} 0.0' in metrics.text()
    assert await health.faults() == {
        ReadinessCheck.DISK: f"nothing can be written to {folder} (No such file or directory)"
    }
    folder.mkdir()
    assert await health.faults() == {}
    assert [record.getMessage() for record in caplog.records][1:] == [
        f"The disk is not well: nothing can be written to {folder} (No such file or directory).",
        "The disk is well again.",
    ]


async def test_an_outcome_counts_for_a_while(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    health = HealthService(store, {"data": folder}, 0, Metrics(), every=3600)
    assert await health.faults() == {}
    folder.rmdir()
    assert await health.faults() == {}


def test_a_lost_connection_is_one_line_of_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("info", "text", "discord", LOST_CONNECTIONS)
    try:
        raise ConnectionResetError("by peer")
    except ConnectionResetError:
        logging.getLogger("discord.shard").exception("Failed to connect for shard_id: %s. Retrying...", 0)
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.endswith("Failed to connect for shard_id: 0. Retrying... (ConnectionResetError: by peer)\n")
