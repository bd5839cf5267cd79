"""A bot that is killed, or stopped for a deploy, loses nothing: real processes, real signals."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.discord_server import Reply
from tests.e2e.bot_process import start_bot
from tests.e2e.scene import CLIP, Scene


@asynccontextmanager
async def bot_process(scene: Scene) -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot in the scene's folder; it is killed at the end."""
    process = await start_bot(scene.server, scene.folder)
    try:
        scene.server.gateway.connected.clear()
        await asyncio.wait_for(scene.server.gateway.connected.wait(), 30)
        await scene.server.ready(30)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def results(reply: Reply) -> int:
    """How many messages with a file came of it."""
    return sum(bool(message.attachments) for message in reply.messages)


def traces(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and CLIP.data[:200] in file.read_bytes()]


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
async def test_one_that_runs_and_four_that_wait_are_delivered_once_after_the_restart(
    scene: Scene, end: signal.Signals
) -> None:
    async with bot_process(scene) as process:
        replies = [await scene.alice.slash("animoji create", prompt="slow", video=CLIP)]
        replies += [await scene.alice.slash("animoji create", prompt="red hair", video=CLIP) for _ in range(4)]
        await replies[0].until(lambda r: r.labels == ["Cancel"])
        assert [results(reply) for reply in replies] == [0] * 5
        process.send_signal(end)
        await asyncio.wait_for(process.wait(), 20)
    async with bot_process(scene):
        for reply in replies:
            await reply.with_files(timeout=30)
        await asyncio.sleep(1.5)
        assert [results(reply) for reply in replies] == [1] * 5
        assert not any(reply.cancellable for reply in replies)
        posted = [m for m in scene.server.world.messages.values() if m.attachments and m.interaction_metadata is None]
        assert posted == []
        assert traces(scene.folder) == []
