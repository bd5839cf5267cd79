"""The buttons below an animoji: for whom they should, and after a restart as well."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from bot.app import AnimeMojiBot
from pipeline import Character, Format, PresetMotion, PromptSource, TrackMotion, VideoMotion
from tests.discord_server import NotOffered, Reply, User
from tests.discord_server.media import read_picture
from tests.e2e.scene import CLIP, Scene, one_sentence

Finished = Callable[[], Awaitable[Reply]]


@pytest_asyncio.fixture(params=["in one life", "after a restart"])
async def animoji(scene: Scene, request: pytest.FixtureRequest) -> AsyncIterator[Reply]:
    """An animoji of Alice's, "Mimi", with its buttons; the bot that answers them runs."""
    async with scene.bot() as bot:
        reply = await scene.create(name="Mimi", caption="hello")
        await reply.until(lambda r: "Re-roll" in r.labels)
        await _noted(bot, scene.alice)
        if request.param == "in one life":
            yield reply
            return
    async with scene.bot():
        yield reply


async def _noted(bot: AnimeMojiBot, user: User) -> None:
    """Waits until the bot has written down that this person has what they asked for."""
    for _ in range(200):
        async with bot.services.store.look() as work:
            if not await work.jobs.of(user.id):
                return
        await asyncio.sleep(0.02)
    raise AssertionError("a job is not over")


async def test_all_of_them_are_there(animoji: Reply) -> None:
    wanted = [
        "Re-roll",
        "Tweak",
        "Another motion",
        "Save as …",
        "Add to server",
        "Sticker",
        "Pack …",
        "MP4",
        "WebP",
        "Delete",
    ]
    assert animoji.labels == wanted


async def test_reroll_makes_another_character_with_the_same_motion(scene: Scene, animoji: Reply) -> None:
    reply = await (await scene.alice.click(animoji, "Re-roll")).with_files()
    first, second = (job.request for job in scene.engine.jobs)
    assert isinstance(first.character, PromptSource)
    assert isinstance(second.character, PromptSource)
    assert second.character.prompt == first.character.prompt
    assert second.character.seed != first.character.seed
    assert isinstance(second.motion, TrackMotion)
    assert second.caption == "hello"
    assert reply.message is not animoji.message
    assert animoji.files, "the first one stays"


async def test_tweak_changes_the_words_and_keeps_the_seed(scene: Scene, animoji: Reply) -> None:
    form = await scene.alice.click(animoji, "Tweak")
    inputs = [label["component"] for label in form.modal["components"]]
    assert inputs[0]["value"] == "silver hair, blue eyes"
    reply = await scene.alice.submit_modal(form, **{inputs[0]["custom_id"]: "silver hair, glasses"})
    await reply.with_files()
    first, second = (job.request for job in scene.engine.jobs)
    assert isinstance(first.character, PromptSource)
    assert isinstance(second.character, PromptSource)
    assert second.character.prompt == "silver hair, glasses"
    assert second.character.seed == first.character.seed
    assert second.caption == "hello"


async def test_another_motion_from_the_list(scene: Scene, animoji: Reply) -> None:
    form = await scene.alice.click(animoji, "Another motion")
    menu = form.modal["components"][0]["component"]
    option = menu["options"][3]
    reply = await scene.alice.submit_modal(form, **{menu["custom_id"]: option["label"]})
    await reply.with_files()
    request = scene.engine.jobs[1].request
    assert isinstance(request.character, Character)
    assert request.motion == PresetMotion(option["value"])


async def test_another_motion_from_a_clip(scene: Scene, animoji: Reply) -> None:
    form = await scene.alice.click(animoji, "Another motion")
    field = form.modal["components"][1]["component"]
    assert field["file_types"] == ["video"]
    reply = await scene.alice.submit_modal(form, **{field["custom_id"]: CLIP})
    await reply.with_files()
    assert isinstance(scene.engine.jobs[1].request.motion, VideoMotion)


async def test_save_as_renames_the_character(scene: Scene, animoji: Reply) -> None:
    form = await scene.alice.click(animoji, "Save as")
    field = form.modal["components"][0]["component"]
    assert field["value"] == "Mimi"
    reply = await scene.alice.submit_modal(form, **{field["custom_id"]: "Momo"})
    assert "Momo" in (await reply.answered()).text
    assert reply.ephemeral
    assert [choice["name"] for choice in await scene.alice.autocomplete("animoji again", "character", "")] == ["Momo"]


async def test_a_taken_name_is_refused(scene: Scene, animoji: Reply) -> None:
    await scene.create(name="Momo")
    form = await scene.alice.click(animoji, "Save as")
    field = form.modal["components"][0]["component"]
    reply = await scene.alice.submit_modal(form, **{field["custom_id"]: "Momo"})
    assert "Momo" in one_sentence(await reply.answered())


async def test_add_to_server(scene: Scene, animoji: Reply) -> None:
    form = await scene.alice.click(animoji, "Add to server")
    reply = await scene.alice.submit_modal(form)
    await reply.saying(":mimi:")
    (emoji,) = scene.guild.emojis.values()
    picture = read_picture(emoji.image)
    assert picture is not None
    assert (picture.width, picture.content_type) == (128, "image/webp")


async def test_add_to_server_is_for_those_who_may(scene: Scene, animoji: Reply) -> None:
    reply = await scene.bob.click(animoji, "Add to server")
    assert "Create Expressions" in one_sentence(await reply.answered())


async def test_sticker(scene: Scene, animoji: Reply) -> None:
    form = await scene.alice.click(animoji, "Sticker")
    reply = await scene.alice.submit_modal(form)
    await reply.saying("Mimi", "sticker")
    (sticker,) = scene.guild.stickers.values()
    picture = read_picture(sticker.image)
    assert picture is not None
    assert (picture.width, picture.height) == (320, 320)
    assert sticker.format_type == 2


@pytest.mark.parametrize("kind", [Format.MP4, Format.WEBP])
async def test_other_kinds_of_files(scene: Scene, animoji: Reply, kind: Format) -> None:
    reply = await scene.alice.click(animoji, "MP4" if kind is Format.MP4 else "WebP")
    await reply.with_files()
    assert reply.file.filename.endswith(kind.extension)
    assert reply.ephemeral
    assert scene.engine.jobs[1].request.output.format is kind


async def test_delete_takes_the_message_away(scene: Scene, animoji: Reply) -> None:
    await scene.delete(animoji)
    await animoji.until(lambda r: not r.messages)
    with pytest.raises(NotOffered):
        await scene.alice.click(animoji, "Re-roll")
    reply = await scene.alice.slash("emoji add")
    assert "/animoji create" in one_sentence(await reply.answered())


@pytest.mark.parametrize("button", ["Re-roll", "Tweak", "Another motion", "Save as", "Pack", "MP4", "WebP", "Delete"])
async def test_they_obey_their_owner_only(scene: Scene, animoji: Reply, button: str) -> None:
    reply = await scene.bob.click(animoji, button)
    one_sentence(await reply.answered())
    assert len(scene.engine.jobs) == 1
    assert animoji.messages


async def test_nothing_is_deleted_before_the_question_is_answered(scene: Scene, animoji: Reply) -> None:
    question = await scene.alice.click(animoji, "Delete")
    assert question.modal["title"] == "Delete this animoji?"
    assert "gone for good" in question.modal["components"][0]["content"]
    assert animoji.messages
    await scene.alice.click(animoji, "Re-roll")  # it is still known


async def test_moderators_may_delete(scene: Scene, animoji: Reply) -> None:
    scene.guild.grant(scene.bob.account, 1 << 13)
    await scene.delete(animoji, scene.bob)
    await animoji.until(lambda r: not r.messages)


async def test_buttons_of_an_animoji_that_is_gone(scene: Scene, animoji: Reply) -> None:
    await scene.forget("Mimi")
    for button in ("Re-roll", "MP4", "Add to server"):
        reply = await scene.alice.click(animoji, button)
        one_sentence(await reply.answered())


async def test_a_stranger_does_not_delete_what_the_bot_has_forgotten(scene: Scene, animoji: Reply) -> None:
    question = await scene.alice.slash("privacy delete")
    await scene.alice.click(question, question.labels[0])
    one_sentence(await (await scene.bob.click(animoji, "Delete")).answered())
    assert animoji.messages
    await scene.delete(animoji)
    await animoji.until(lambda r: not r.messages, what="who asked for it deletes it")
