"""What people see of their jobs while these wait and run."""

from __future__ import annotations

import asyncio
from statistics import mean

from bot.settings import Settings
from pipeline import Progress, Stage
from tests.e2e.scene import CLIP, Scene


async def test_progress_is_shown_and_not_too_often(scene: Scene) -> None:
    assert Settings(_env_file=None).progress_seconds >= 2  # type: ignore[call-arg]
    scene.engine.open.clear()
    async with scene.bot(progress_seconds=0.25):
        first = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
        job = await scene.engine.job(1)
        await scene.alice.slash("animoji create", prompt="red hair", video=CLIP)
        second = await scene.bob.slash("animoji create", prompt="red hair", video=CLIP)
        await second.until(lambda r: "in line" in r.text.lower(), what="the place in the queue")
        for step in range(60):
            job.show(Progress(Stage.POSE, step / 60, 9.0))
            await asyncio.sleep(0.01)
        await first.saying("Drawing", "9 s left")
        scene.engine.open.set()
        await first.with_files()
        await second.with_files()
        gaps = first.edit_gaps
        assert len(gaps) >= 3
        # An edit that is held up on its way is followed by the next one all the sooner.
        assert mean(gaps[1:-1]) > 0.2
        assert len(first.message.versions) < 12


async def test_the_farther_from_its_turn_the_less_a_message_is_edited(scene: Scene) -> None:
    scene.engine.open.clear()
    async with scene.bot(progress_seconds=0.1, max_jobs_per_user=20, max_jobs_per_server=20):
        replies = []
        for _ in range(12):
            # Each is in line before the next one is asked for, so that the last one is the last in line.
            replies.append(await scene.alice.slash("animoji create", prompt="silver hair"))
            await replies[-1].until(lambda r: r.cancellable)
        await replies[-1].saying("in line", "11")
        await asyncio.sleep(0.5)
        edits = len(scene.server.calls_to("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"))
        scene.engine.open.set()
        for reply in replies:
            await reply.with_files()
        in_all = len(scene.server.calls_to("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"))
        assert edits <= 30, "places that do not change are not shown again"
        assert in_all <= 12 * 8
