"""A selfie leaves no trace on disk, however its job ends and the bot does."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path

import pytest

from pipeline import PipelineDiedError, UserError
from tests.e2e.scene import CLIP, Scene, leads_to


class NoFaceError(UserError):
    key = "error.of_this_test"
    template = "No face here."


def traces(folder: Path) -> list[Path]:
    """Files below the folder in which bytes of the clip are."""
    return [path for path in folder.rglob("*") if path.is_file() and CLIP.data[8:] in path.read_bytes()]


@pytest.mark.parametrize("ending", [None, NoFaceError(), PipelineDiedError("it died"), ZeroDivisionError()])
async def test_while_a_job_runs_and_after_it_ended(scene: Scene, ending: Exception | None) -> None:
    async with scene.bot():
        scene.engine.fails_with = ending
        scene.engine.open.clear()
        reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
        job = await scene.engine.job(1)
        (clip,) = job.request.files
        assert clip.read_bytes() == CLIP.data
        assert traces(scene.folder) == []
        scene.engine.open.set()
        await reply.ended()
        assert not leads_to(clip, CLIP.data)
        assert traces(scene.folder) == []
    assert traces(scene.folder) == []


async def test_after_it_was_cancelled_and_after_the_bot_stopped(scene: Scene) -> None:
    async with scene.bot():
        scene.engine.open.clear()
        reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
        await scene.engine.job(1)
        await reply.until(lambda r: r.labels == ["Cancel"])
        await scene.alice.click(reply, "Cancel")
        await reply.saying("Cancelled")
        await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
        job = await scene.engine.job(2)
        assert leads_to(job.request.files[0], CLIP.data)
    assert not leads_to(job.request.files[0], CLIP.data)
    assert traces(scene.folder) == []
    async with scene.bot():
        assert traces(scene.folder) == []


async def test_the_data_are_closed_to_others(scene: Scene) -> None:
    scene.folder.chmod(0o755)
    async with scene.bot():
        await scene.create()
        blobs = scene.folder / "blobs"
        assert stat.S_IMODE(blobs.stat().st_mode) == 0o700
        everything = await asyncio.to_thread(lambda: [path for path in scene.folder.rglob("*") if path.is_file()])
        files = [path for path in everything if blobs not in path.parents]
        assert {path.name for path in files} >= {"animemoji.sqlite3", "animemoji.sqlite3-wal"}
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert stat.S_IMODE(scene.folder.stat().st_mode) == 0o700
