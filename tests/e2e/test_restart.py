"""What was said before a restart holds after it."""

from __future__ import annotations

from tests.e2e.scene import CLIP, Scene, one_sentence


async def test_characters_and_animojis_are_kept(scene: Scene) -> None:
    async with scene.bot():
        await scene.create(name="Mimi")
    async with scene.bot():
        assert "Mimi" in (await scene.alice.slash("character list")).text
        reply = await scene.alice.slash("emoji add")
        await reply.saying("mimi")
        again = await scene.alice.slash("animoji again", character="Mimi", video=CLIP)
        await again.with_files()


async def test_a_cancel_button_of_a_job_that_ended_with_the_process(scene: Scene) -> None:
    async with scene.bot():
        scene.engine.open.clear()
        reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
        await reply.until(lambda r: r.labels == ["Cancel"])
        job = await scene.engine.job(1)
        job.cancel()
        await reply.saying("Cancelled")
        scene.engine.open.set()
        waiting = await scene.alice.slash("animoji create", prompt="red hair", video=CLIP)
        await waiting.with_files()
    async with scene.bot():
        old = reply.message
        old.components = [
            {"type": 1, "components": [{"type": 2, "style": 2, "label": "Cancel", "custom_id": "job:cancel:0badc0de"}]}
        ]
        old.deleted = False
        answer = await scene.alice.click(old, "Cancel")
        one_sentence(await answer.answered())
