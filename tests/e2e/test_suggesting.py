"""A character that looks like oneself: words are suggested, changed, sent, and only then is anything drawn."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sqlalchemy as sa

from bot.app import AnimeMojiBot
from bot.store.models import Base, JobRow
from bot.texts import ENGLISH, Language, languages, likeness_text
from pipeline import Likeness, LookRequest, PromptSource, Trait, VideoMotion
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.likeness import NobodyThereError
from tests.discord_server import Reply, Upload
from tests.discord_server.pictures import png
from tests.e2e.scene import CLIP, Scene, all_over, both_doors, leads_to, one_sentence
from tests.e2e.stub_engine import LIKENESS

WORDS = "glasses, brown hair, long hair"


def _field(form: Reply) -> dict[str, Any]:
    (label,) = form.modal["components"]
    field: dict[str, Any] = label["component"]
    return field


async def sent(scene: Scene, form: Reply, words: str) -> Reply:
    """The form of a suggestion, with these words instead."""
    return await scene.alice.submit_modal(form, **{_field(form)["custom_id"]: words})


@both_doors
async def test_words_are_shown_changed_and_only_then_is_it_drawn(scene: Scene, bot: AnimeMojiBot) -> None:
    reply = await scene.suggested(caption="hello", name="Me")
    assert reply.ephemeral and WORDS in reply.text
    looked = scene.engine.jobs[0].request
    assert isinstance(looked, LookRequest) and not leads_to(looked.path, CLIP.data)
    form = await scene.alice.click(reply, "Change and make")
    assert _field(form)["value"] == WORDS
    made = await sent(scene, form, "brown hair, long hair, cat ears")
    await made.with_files()
    assert not made.ephemeral
    request = scene.engine.jobs[1].request
    assert isinstance(request.character, PromptSource) and isinstance(request.motion, VideoMotion)
    assert (request.character.prompt, request.caption) == ("brown hair, long hair, cat ears", "hello")
    assert len(scene.engine.jobs) == 2


async def test_nothing_of_how_somebody_looks_is_kept(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.suggested()
    await all_over(bot)
    async with bot.services.store.look() as work:
        for table in Base.metadata.sorted_tables:
            rows = [dict(row) for row in (await work.session.execute(sa.select(table))).mappings()]
            assert "brown" not in json.dumps(rows, default=str)
    left = [file for file in scene.folder.rglob("*") if file.is_file()]
    assert not [file for file in left if b"brown hair" in file.read_bytes()]


async def test_a_photo_does_as_well_and_adds_to_the_words_that_are_there(scene: Scene, bot: AnimeMojiBot) -> None:
    photo = Upload("me.png", png(64))
    reply = await scene.suggested(prompt="pirate hat", photo=photo)
    form = await scene.alice.click(reply, "Change and make")
    assert _field(form)["value"] == f"pirate hat, {WORDS}"
    await (await scene.alice.submit_modal(form)).with_files()
    assert scene.engine.jobs[1].request.character.prompt == f"pirate hat, {WORDS}"
    empty = await scene.alice.slash("animoji create", photo=Upload("me.png", b""))
    assert "empty" in one_sentence(await empty.answered())


async def test_where_no_face_is_or_nothing_is_sure_a_sentence_says_so(scene: Scene, bot: AnimeMojiBot) -> None:
    scene.engine.fails_with = NobodyThereError(name="selfie.mp4")
    reply = await scene.alice.slash("animoji create", video=CLIP)
    await reply.saying("I found no face there")
    one_sentence(reply)
    scene.engine.fails_with, scene.engine.likeness = None, Likeness(())
    unsure = await scene.suggested()
    assert "for sure" in unsure.text
    form = await scene.alice.click(unsure, "Change and make")
    assert not _field(form).get("value")
    assert "describe the character" in one_sentence(await (await sent(scene, form, " ")).answered())
    assert all(isinstance(job.request, LookRequest) for job in scene.engine.jobs)


async def test_without_a_clip_words_are_needed(scene: Scene, bot: AnimeMojiBot) -> None:
    reply = await scene.alice.slash("animoji create", motion="wave")
    assert "describe the character" in one_sentence(await reply.answered())
    assert scene.engine.jobs == []


async def test_a_look_is_cancelled(scene: Scene, bot: AnimeMojiBot) -> None:
    scene.engine.open.clear()
    reply = await scene.alice.slash("animoji create", video=CLIP)
    await reply.saying("Looking at you")
    await scene.alice.click(reply, "Cancel")
    await reply.saying("Cancelled")
    scene.engine.open.set()
    await all_over(bot)
    async with bot.services.store.look() as work:
        assert list(await work.session.scalars(sa.select(JobRow.wish))) == [{}]


async def test_the_button_outlives_a_restart_and_old_suggestions_say_so(scene: Scene) -> None:
    async with scene.bot():
        reply = await scene.suggested()
        form = await scene.alice.click(reply, "Change and make")
    async with scene.bot() as bot:
        old = await sent(scene, form, "red hair")
        assert "expired" in (await old.answered()).text
        form = await scene.alice.click(reply, "Change and make")
        assert _field(form)["value"] == WORDS
        await (await sent(scene, form, "red hair")).with_files()
        async with bot.services.store.work() as work:
            await work.session.execute(sa.delete(JobRow))
        gone = await scene.alice.click(reply, "Change and make")
        assert "/animoji create" in one_sentence(await gone.answered())


async def test_a_look_that_was_interrupted_is_done_after_the_restart(scene: Scene) -> None:
    async with scene.bot():
        scene.engine.open.clear()
        reply = await scene.alice.slash("animoji create", video=CLIP)
        await scene.engine.job(1)
    scene.engine.open.set()
    async with scene.bot():
        await reply.until(lambda r: r.labels == ["Change and make"])
        assert WORDS in reply.text


async def test_words_that_may_not_be_said_are_refused_before_and_after(scene: Scene, bot: AnimeMojiBot) -> None:
    reply = await scene.alice.slash("animoji create", photo=Upload("me.png", png(64)), prompt="naked elf")
    assert "allowed" in one_sentence(await reply.answered())
    form = await scene.alice.click(await scene.suggested(), "Change and make")
    assert "allowed" in one_sentence(await (await sent(scene, form, "naked elf")).answered())


@pytest.mark.parametrize("language", languages(), ids=str)
def test_every_word_is_understood_as_a_prompt(language: Language) -> None:
    for trait in Trait:
        words = likeness_text(Likeness((trait,)), language)
        assert read_prompt(words).ignored == (), words
        if language == ENGLISH:
            assert words == trait.value
    assert likeness_text(LIKENESS, language).count(likeness_text(Likeness((Trait.GLASSES,)), language)) == 1
