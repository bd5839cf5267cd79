"""The faces of characters who speak: which one, drawn once, and nobody waits for it."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta

import pytest
import sqlalchemy as sa
from PIL import Image

from bot.app import AnimeMojiBot
from bot.discord_services import faces
from bot.domain import Mood
from bot.store.models import FaceRow
from tests.discord_server import Message
from tests.e2e.scene import Scene
from tests.e2e.speaking import say

pytestmark = pytest.mark.usefixtures("patient")


async def moods(bot: AnimeMojiBot) -> dict[str, Mood]:
    """The faces that are kept, by their addresses."""
    async with bot.services.store.look() as work:
        rows = (await work.session.scalars(sa.select(FaceRow).where(FaceRow.emoji_id.is_not(None)))).all()
    return {f"/emojis/{row.emoji_id}.png": row.mood for row in rows}


async def mood_shown(bot: AnimeMojiBot, message: Message) -> Mood | None:
    """What the face of a message shows."""
    assert message.guise is not None
    address = message.guise.avatar_url or ""
    return next((mood for ending, mood in (await moods(bot)).items() if address.endswith(ending)), None)


async def test_its_face_fits_the_words(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Luna")
    for text, mood in (
        ("What a wonderful day", Mood.HAPPY),
        ("I miss you", Mood.SAD),
        ("😡", Mood.ANGRY),
        ("今日は眠い", Mood.SLEEPY),
        ("The table is brown.", Mood.NEUTRAL),
    ):
        assert await mood_shown(bot, await say(scene, text, character="Luna")) is mood, text
        bot.services.speeches._said.clear()
    asked = await say(scene, "I miss you", character="Luna", mood="smug")
    assert await mood_shown(bot, asked) is Mood.SMUG


async def test_a_face_is_drawn_once_and_anybody_can_fetch_it(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Luna")
    drawn = len(scene.engine.jobs)
    first, second = await say(scene, "I miss you"), await say(scene, "so sad")
    assert len(scene.engine.jobs) == drawn + 1
    assert first.guise is not None
    assert second.guise is not None
    assert first.guise.avatar_url == second.guise.avatar_url
    async with bot.http._HTTPClient__session.get(first.guise.avatar_url) as response:  # type: ignore[attr-defined]
        assert response.status == 200
        with Image.open(io.BytesIO(await response.read())) as picture:
            assert picture.format == "PNG"
            assert picture.size == (128, 128)


async def test_words_do_not_wait_for_a_face(scene: Scene, bot: AnimeMojiBot, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.create(name="Luna")
    monkeypatch.setattr(faces, "PATIENCE", 0.05)
    scene.engine.open.clear()
    message = await say(scene, "I miss you")
    assert await moods(bot) == {}
    assert message.guise is not None
    assert "avatars" in (message.guise.avatar_url or ""), "the bot's own picture stands in"
    scene.engine.open.set()
    while not await moods(bot):  # noqa: ASYNC110 - the table rings no bell
        await asyncio.sleep(0.02)
    assert await mood_shown(bot, await say(scene, "I miss you")) is Mood.SAD


async def test_a_face_that_cannot_be_drawn_leaves_the_words(
    scene: Scene, bot: AnimeMojiBot, caplog: pytest.LogCaptureFixture
) -> None:
    await scene.create(name="Luna")
    scene.engine.fails_with = RuntimeError("no paint")
    await say(scene, "I miss you")
    assert "no paint" in caplog.text
    drawn = len(scene.engine.jobs)
    await say(scene, "I miss you")
    assert len(scene.engine.jobs) == drawn, "not tried again at once"


async def test_a_full_collection_makes_room(scene: Scene) -> None:
    async with scene.bot(max_faces=2) as bot:
        await scene.create(name="Luna")
        for text in ("I miss you", "What a wonderful day", "😡"):
            await say(scene, text)
        assert set((await moods(bot)).values()) == {Mood.HAPPY, Mood.ANGRY}
        assert len(scene.server.world.emojis) == 2


async def test_a_short_reaction_moves(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Luna")
    message = await say(scene, "lol")
    await scene.server.wait_for(lambda: bool(message.attachments), what="the animation")
    assert message.content == "lol"
    (gif,) = message.attachments
    assert gif.filename == "reaction.gif"
    assert gif.description == "Luna: happy"
    with Image.open(io.BytesIO(gif.data)) as picture:
        assert picture.is_animated  # type: ignore[attr-defined]
        assert picture.size == (160, 160)
    drawn = len(scene.engine.jobs)
    again = await say(scene, "haha")
    assert len(again.versions) == 1, "it is there from the beginning"
    assert [file.data for file in again.attachments] == [gif.data]
    assert len(scene.engine.jobs) == drawn


@pytest.mark.usefixtures("bot")
async def test_the_words_of_a_reaction_do_not_wait_for_it(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.create(name="Luna")
    monkeypatch.setattr(faces, "PATIENCE", 0.05)
    scene.engine.open.clear()
    message = await say(scene, "!?")
    assert message.attachments == []
    scene.engine.open.set()
    await scene.server.wait_for(lambda: bool(message.attachments), what="the animation")


@pytest.mark.usefixtures("bot")
async def test_another_face_is_another_name_that_looks_the_same(scene: Scene) -> None:
    """Discord's clients show the first face alone where one name says several things in a row."""
    await scene.create(name="Luna")
    names = [(await say(scene, text)).guise for text in ("I miss you", "so sad", "wonderful")]
    first, second, third = (guise.name for guise in names if guise is not None)
    assert first == second == "Luna"
    assert third != "Luna"
    assert third.replace("\u200a", "") == "Luna"


async def test_faces_of_who_is_gone_are_tidied_away(
    scene: Scene, bot: AnimeMojiBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.create(name="Luna")
    await scene.create(name="Other")
    await say(scene, "hello", character="Luna")
    await scene.forget("Luna")
    assert len(scene.server.world.emojis) == 1
    monkeypatch.setattr(faces, "_YOUNG", timedelta())
    monkeypatch.setattr(faces, "_TIDY_SECONDS", 0.0)
    await say(scene, "hello", character="Other")
    await scene.server.wait_for(lambda: len(scene.server.world.emojis) == 1)


@pytest.mark.usefixtures("bot")
async def test_in_japanese(scene: Scene) -> None:
    yuki = scene.server.add_user("yuki", locale="ja").at(scene.guild)
    await scene.create(yuki, name="ルナ")
    message = await say(scene, "笑", yuki)
    await scene.server.wait_for(lambda: bool(message.attachments))
    assert message.attachments[0].description == "ルナ：うれしい"
    assert "として" in (await yuki.context_menu("Who said this?", message)).text
