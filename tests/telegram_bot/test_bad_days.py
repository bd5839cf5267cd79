"""Telegram is slow, silent or gone, and the bot dies: each result arrives, and once."""

from __future__ import annotations

import asyncio
import logging

import pytest
from pydantic import SecretStr

from bot.errors import StartupError
from bot.settings import Settings
from telegram_bot.app import TelegramBot, open_telegram_bot
from tests.telegram_bot.scene import CLIP, Scene, all_over, done
from tests.telegram_server.server import Fault


async def test_a_job_goes_on_after_a_restart_and_is_delivered_once(scene: Scene) -> None:
    scene.engine.open.clear()
    async with scene.bot():
        await scene.alice.sends("video", CLIP, "silver hair")
        shown = await scene.alice.sees(lambda each: "Packing the file" in each.text)
    scene.engine.open.set()
    async with scene.bot():
        finished = await scene.alice.sees(done)
    assert finished.id == shown.id
    assert len([each for each in scene.server.world.in_chat(4242) if done(each)]) == 1


async def test_an_update_that_comes_twice_is_one_job(scene: Scene, bot: TelegramBot) -> None:
    message = await scene.alice.writes("silver hair")
    await scene.alice.sees(done)
    update = {"update_id": 900_000, "message": message.json}
    scene.server.world.updates[900_000] = update
    await scene.create(scene.bob)
    assert len([each for each in scene.engine.jobs if each.owner == -4242]) == 1


@pytest.mark.parametrize("fault", list(Fault))
async def test_a_result_whose_answer_is_lost_is_there_once(scene: Scene, fault: Fault) -> None:
    async with scene.bot():
        scene.server.goes_wrong("editMessageMedia", fault=fault)
        await scene.alice.writes("silver hair")
        await scene.alice.sees(done)
        await scene.create(scene.bob)  # meanwhile the first one is tried again
    results = [each for each in scene.server.world.in_chat(4242) if each.kind == "animation"]
    assert len(results) == 1
    assert "🏷 Sticker" in results[0].labels


async def test_a_progress_that_nobody_knows_of_is_taken_away_by_its_button(scene: Scene, bot: TelegramBot) -> None:
    scene.server.goes_wrong("sendMessage", fault=Fault.CUT_AFTER)
    await scene.alice.writes("silver hair")
    await scene.alice.sees(done)
    await all_over(bot)
    left = await scene.alice.reads("Starting")
    assert "already finished" in await scene.alice.is_told(await scene.alice.presses(left, "Cancel"))
    await scene.server.until(lambda: left.deleted)
    assert len([each for each in scene.server.world.in_chat(4242) if done(each)]) == 1


async def test_telegram_asks_for_patience_and_gets_it(scene: Scene) -> None:
    async with scene.bot():
        scene.server.goes_wrong("sendMessage", retry_after=1)
        scene.server.goes_wrong("editMessageMedia", retry_after=1)
        scene.server.goes_wrong("editMessageText", count=3, retry_after=1)
        await scene.alice.writes("silver hair")
        await scene.alice.sees(done)
    assert len([each for each in scene.server.world.in_chat(4242) if done(each)]) == 1


async def test_after_a_429_progress_is_silent_for_as_long_as_was_asked(scene: Scene) -> None:
    scene.engine.open.clear()
    async with scene.bot():
        scene.server.goes_wrong("editMessageText", retry_after=30)
        await scene.alice.writes("silver hair")
        await scene.alice.reads("Starting")
        await scene.server.until(lambda: not scene.server.wire.bad[0].count)
        before = len(scene.server.wire.of("editMessageText"))
        await asyncio.sleep(0.5)
        assert len(scene.server.wire.of("editMessageText")) == before
        scene.engine.open.set()
        await scene.alice.sees(done)


async def test_who_deleted_the_progress_gets_a_new_message(scene: Scene) -> None:
    scene.engine.open.clear()
    async with scene.bot():
        await scene.alice.writes("silver hair")
        shown = await scene.alice.reads("Starting")
        shown.deleted = True
        scene.engine.open.set()
        finished = await scene.alice.sees(done)
        assert finished.id > shown.id


async def test_who_blocked_the_bot_holds_nobody_up(scene: Scene) -> None:
    scene.engine.open.clear()
    async with scene.bot():
        await scene.alice.writes("silver hair")
        shown = await scene.alice.reads("Starting")
        shown.deleted = True
        del scene.server.world.chats[4242]
        scene.engine.open.set()
        await scene.create(scene.bob)


async def test_the_bot_hears_again_when_telegram_is_back(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    scene.server.goes_wrong("getMe", fault=Fault.CUT_BEFORE)
    scene.server.goes_wrong("getUpdates", count=1, fault=Fault.CUT_BEFORE)
    async with scene.bot() as bot:
        await scene.create()
        assert bot.hears
    warnings = [each.getMessage() for each in caplog.records if each.name == "telegram_bot.app"]
    assert len(warnings) == 2
    assert all("trying again in 1 seconds" in each for each in warnings)


async def test_a_wrong_token_is_one_sentence_that_does_not_hold_it(scene: Scene) -> None:
    settings = Settings(
        telegram_token=SecretStr("123:wrong"), telegram_api=scene.server.url, data_dir=scene.folder, _env_file=None
    )  # type: ignore[call-arg]
    async with open_telegram_bot(settings, scene.engine) as bot:
        with pytest.raises(StartupError, match="Telegram refused TELEGRAM_TOKEN") as caught:
            await bot.serve()
    assert "wrong" not in str(caught.value)
