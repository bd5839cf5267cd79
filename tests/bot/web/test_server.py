"""Health, readiness and metrics, asked over HTTP."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from bot.app import AnimeMojiBot, open_bot
from bot.domain import JobState
from bot.errors import StartupError
from bot.services.asker import Asker
from bot.services.metrics import kind_of
from bot.settings import Settings
from bot.web.server import open_web
from pipeline import JobCancelled, PipelineDiedError
from pipeline.motion.presets import UnknownPresetError
from tests.bot.fakes import FakeEngine
from tests.bot.office import Office


@pytest.fixture
async def bot(tmp_path: Path, engine: FakeEngine) -> AsyncIterator[AnimeMojiBot]:
    settings = Settings(discord_token=SecretStr("x"), data_dir=tmp_path, progress_seconds=0.01)
    async with open_bot(settings, engine) as bot:
        yield bot


async def get(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


async def test_alive_but_not_ready_before_discord_is_there(bot: AnimeMojiBot) -> None:
    async with open_web(bot.services, bot.is_ready, "127.0.0.1", 0) as port:
        assert await get(port, "/healthz") == (200, "ok\n")
        assert await get(port, "/readyz") == (503, '{"ready": false, "missing": ["discord"]}')


async def test_jobs_are_measured(office: Office) -> None:
    await office.made()
    office.engine.instant = False
    await office.engine.next_job()
    first, second = await office.ask(asker=Asker(1)), await office.ask(asker=Asker(2))
    third = await office.ask(asker=Asker(3))
    job = await office.engine.next_job()
    for _ in range(100):
        if office.dispatcher.waiting == 2:
            break
        await asyncio.sleep(0.01)
    assert (office.dispatcher.waiting, office.dispatcher.under_way) == (2, 3)
    office.engine.instant = True
    job.finish(UnknownPresetError.of("x"))
    for number, state in ((first, JobState.FAILED), (second, JobState.DELIVERED), (third, JobState.DELIVERED)):
        await office.until(number, state)
    text = office.metrics.text().decode()
    for line in (
        'animemoji_jobs_total{outcome="done"} 3.0',
        'animemoji_jobs_total{outcome="error.unknown_preset"} 1.0',
        'animemoji_stage_seconds_sum{stage="pose"} 1.5',
        "animemoji_job_seconds_count 3.0",
    ):
        assert re.search(rf"^{re.escape(line)}$", text, re.M), line


async def test_a_taken_port_is_one_sentence(bot: AnimeMojiBot) -> None:
    async with open_web(bot.services, bot.is_ready, "127.0.0.1", 0) as port:
        with pytest.raises(StartupError, match="ANIMEMOJI_HTTP_PORT"):
            async with open_web(bot.services, bot.is_ready, "127.0.0.1", port):
                pass


def test_kinds_of_failures_are_few() -> None:
    errors = (JobCancelled(), PipelineDiedError("x"), ZeroDivisionError(), KeyError("secret"))
    assert [kind_of(error) for error in errors] == ["cancelled", "died", "bug", "bug"]
