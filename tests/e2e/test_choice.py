"""A painted character comes with further pictures, any of which its owner may take instead, also after a restart."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from pipeline import Character, PromptSource, Source, TrackMotion
from tests.discord_server import Reply
from tests.discord_server.media import read_picture
from tests.e2e.scene import CLIP, Scene, one_sentence
from tests.e2e.stub_engine import painted


@pytest_asyncio.fixture(params=["in one life", "after a restart"])
async def reply(scene: Scene, request: pytest.FixtureRequest) -> AsyncIterator[Reply]:
    """A painted animoji of Alice's, "Mimi"; the bot that answers its buttons runs."""
    async with scene.bot():
        reply = await _paint(scene)
        if request.param == "in one life":
            yield reply
            return
    async with scene.bot():
        yield reply


async def _paint(scene: Scene) -> Reply:
    reply = await scene.create(name="Mimi", style="diffused", caption="hello")
    return await reply.with_files(5)


def _painted(scene: Scene) -> list[Character]:
    source = scene.engine.jobs[0].request.character
    assert isinstance(source, PromptSource)
    return painted(source)


async def test_four_numbered_pictures_are_shown(reply: Reply) -> None:
    assert reply.labels[:4] == ["1", "2", "3", "4"]
    thumbnails = [file for file in reply.files if file.filename.startswith("choice-")]
    assert len(thumbnails) == 4
    assert all(read_picture(file.data) for file in thumbnails)
    assert "another number" in reply.text


async def test_another_one_is_animated_the_same_way_and_kept(scene: Scene, reply: Reply) -> None:
    chosen = await (await scene.alice.click(reply, "3")).with_files()
    assert "1" not in chosen.labels
    request = scene.engine.jobs[-1].request
    assert request.character == _painted(scene)[2]
    assert isinstance(request.motion, TrackMotion)
    assert request.caption == "hello"
    again = await scene.alice.slash("animoji again", character="Mimi", video=CLIP)
    await again.with_files()
    assert scene.engine.jobs[-1].request.character == _painted(scene)[2]
    await (await scene.alice.click(reply, "1")).with_files()
    assert scene.engine.jobs[-1].request.character == _painted(scene)[0]
    names = [choice["name"] for choice in await scene.alice.autocomplete("animoji again", "character", "")]
    assert names == ["Mimi"], "it is still one character"


async def test_nobody_else_chooses(scene: Scene, reply: Reply) -> None:
    one_sentence(await (await scene.bob.click(reply, "2")).answered())
    assert len(scene.engine.jobs) == 1


async def test_a_choice_that_is_refused_changes_nothing(scene: Scene) -> None:
    async with scene.bot(daily_quota=1) as bot:
        reply = await _paint(scene)
        one_sentence(await (await scene.alice.click(reply, "3")).ended())
        (saved,) = (await bot.services.characters.page(scene.alice.id, 1)).characters
        assert await bot.services.characters.load(saved.id) == _painted(scene)[0]


async def test_reroll_paints_four_others(scene: Scene, reply: Reply) -> None:
    others = await (await scene.alice.click(reply, "Re-roll")).with_files(5)
    assert others.labels[:4] == ["1", "2", "3", "4"]
    source = scene.engine.jobs[-1].request.character
    assert isinstance(source, PromptSource)
    assert source.source is Source.DIFFUSED


async def test_a_choice_whose_character_is_gone(scene: Scene, reply: Reply) -> None:
    await scene.forget("Mimi")
    one_sentence(await (await scene.alice.click(reply, "2")).answered())


async def test_drawn_characters_offer_none(scene: Scene) -> None:
    async with scene.bot():
        assert "1" not in (await scene.create()).labels
