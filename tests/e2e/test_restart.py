"""What was said before a restart holds after it."""

from __future__ import annotations

import logging

import pytest

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


async def test_what_is_being_said_is_said_to_its_end(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    async with scene.bot():
        await scene.create(name="Mimi")
        slow = scene.server.faults.slow("PATCH /webhooks/*", 0.5)
        reply = await scene.alice.slash("privacy export")
        assert reply.loading
    assert slow.hits
    assert reply.files
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


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
        refused = await scene.bob.click(old, "Cancel")
        assert "already finished" in refused.text and not old.deleted
        answer = await scene.alice.click(old, "Cancel")
        assert "already finished" in (await answer.saying("finished")).text
        assert old.deleted


async def test_the_buttons_of_lists_and_shared_characters(scene: Scene) -> None:
    async with scene.bot():
        for number in range(8):
            await scene.create(name=f"Number {number}")
        gallery = await scene.alice.slash("character list")
        shared = await scene.alice.slash("character share", character="Number 3")
        await shared.with_files()
    async with scene.bot():
        await scene.alice.click(gallery, gallery.labels[1])
        assert "Number 0" in gallery.text
        assert "Number 3" in one_sentence(await scene.bob.click(shared, shared.labels[0]))


async def test_a_form_that_was_open_during_the_restart(scene: Scene) -> None:
    async with scene.bot():
        reply = await scene.create(name="Mimi")
        form = await scene.alice.click(reply, "Save as")
    async with scene.bot():
        field = form.modal["components"][0]["component"]["custom_id"]
        answer = await scene.alice.submit_modal(form, **{field: "Momo"})
        await answer.answered()
        assert answer.ephemeral
