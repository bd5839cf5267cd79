"""Health, readiness and metrics over HTTP."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from prometheus_client.parser import text_string_to_metric_families

from bot.app import open_bot
from bot.errors import StartupError
from bot.settings import Settings
from pipeline import UserError
from tests.e2e.scene import CLIP, Scene, free_port


@pytest.fixture
def port() -> int:
    return free_port()


@pytest_asyncio.fixture
async def http(port: int) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield session


async def _metrics(http: aiohttp.ClientSession) -> dict[tuple[str, str], float]:
    """Values by name and by their first label."""
    async with http.get("/metrics") as response:
        assert response.status == 200
        families = text_string_to_metric_families(await response.text())
        samples = [sample for family in families for sample in family.samples]
    return {(sample.name, next(iter(sample.labels.values()), "")): sample.value for sample in samples}


async def test_the_bot_is_healthy_and_ready(scene: Scene, http: aiohttp.ClientSession, port: int) -> None:
    async with scene.bot(http_port=port) as bot:
        await bot.wait_until_ready()
        for path in ("/healthz", "/readyz"):
            async with http.get(path) as response:
                assert response.status == 200, await response.text()


async def test_a_bot_that_is_not_logged_in_is_not_ready(scene: Scene, http: aiohttp.ClientSession, port: int) -> None:
    settings = Settings(data_dir=scene.folder, http_port=port, discord_token="none")  # type: ignore[arg-type]
    async with open_bot(settings, engine=scene.engine):
        async with http.get("/readyz") as response:
            assert response.status == 503
            assert (await response.json())["missing"] == ["discord"]
        async with http.get("/healthz") as response:
            assert response.status == 200


class NoFaceError(UserError):
    key = "error.no_face_in_this_test"
    template = "No face here."


async def test_what_happens_is_measured(scene: Scene, http: aiohttp.ClientSession, port: int) -> None:
    async with scene.bot(http_port=port):
        await scene.create(name="Mimi")
        await scene.alice.slash("character list")
        scene.engine.fails_with = NoFaceError()
        reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
        await reply.saying("No face here")
        scene.engine.fails_with = None
        scene.engine.open.clear()
        for user in (scene.alice, scene.bob, scene.bob):
            reply = await user.slash("animoji create", prompt="silver hair", video=CLIP)
            await reply.until(lambda r: r.cancellable)
        values = await _metrics(http)
        scene.engine.open.set()
        await reply.with_files()
    assert values["animemoji_jobs_total", "done"] == 1
    assert values["animemoji_jobs_total", "error.no_face_in_this_test"] == 1
    assert values["animemoji_failures_total", "error.no_face_in_this_test"] == 1
    assert values["animemoji_job_seconds_count", ""] == 1
    assert values["animemoji_stage_seconds_count", "pose"] == 1
    assert values["animemoji_interactions_total", "application_command"] == 6
    assert 0 <= values["animemoji_gateway_latency_seconds", ""] < 10
    assert values["animemoji_guilds", ""] == 1
    waiting = [value for (name, _), value in values.items() if "queue" in name or "waiting" in name]
    assert waiting == [2]


async def test_a_port_that_is_taken_ends_in_one_sentence(scene: Scene) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(StartupError, match="ANIMEMOJI_HTTP_PORT"):
            async with scene.bot(http_port=number):
                pass
