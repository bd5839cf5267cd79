"""Stickers and sticker sets: made once, whatever happens on the way."""

from __future__ import annotations

import re

import pytest

from telegram_bot.app import TelegramBot
from telegram_bot.sets import EMOJI, MOST
from tests.telegram_bot.scene import Scene
from tests.telegram_server.server import Fault
from tests.telegram_server.state import BOT_NAME


def the_set(scene: Scene) -> list[tuple[bytes, list[str]]]:
    (found,) = scene.server.world.sets.values()
    return found.stickers


async def test_a_sticker_is_sent_and_its_progress_goes(scene: Scene, bot: TelegramBot) -> None:
    animoji = await scene.create()
    await scene.alice.presses(animoji, "Sticker")
    sticker = await scene.alice.sees(lambda each: each.kind == "sticker")
    request = scene.engine.jobs[-1].request
    assert (request.output.format.value, request.output.size, request.background) == ("webm", 512, "transparent")
    assert request.output.max_bytes == 256 * 1024
    await scene.server.until(lambda: len(scene.server.world.in_chat(4242)) == 3)
    assert sticker.data[:4] == b"\x1aE\xdf\xa3"


@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.BAD_GATEWAY])
async def test_a_sticker_that_may_have_arrived_is_not_sent_twice(scene: Scene, fault: Fault) -> None:
    async with scene.bot():
        animoji = await scene.create()
        scene.server.goes_wrong("sendSticker", fault=fault)
        await scene.alice.presses(animoji, "Sticker")
        unsure = await scene.alice.reads("If your sticker didn't arrive")
        stickers = [each for each in scene.server.world.in_chat(4242) if each.kind == "sticker"]
        assert len(stickers) == 1
        await scene.alice.presses(unsure, "Sticker")
        await scene.alice.sees(lambda each: each.kind == "sticker" and each.id > unsure.id)


async def test_a_pack_is_made_once_and_grows(scene: Scene, bot: TelegramBot) -> None:
    animoji = await scene.create(words="Größe 7, silver hair")
    await scene.alice.presses(animoji, "Pack")
    ready = await scene.alice.reads("6 new stickers")
    (found,) = scene.server.world.sets.values()
    assert re.fullmatch(rf"groe?_?\w*_[0-9a-f]{{8}}_by_{BOT_NAME}|gro\w+_[0-9a-f]{{8}}_by_{BOT_NAME}", found.name)
    assert (found.owner, [emoji for _, emoji in found.stickers]) == (
        4242,
        [[each] for each in list(EMOJI.values())[:6]],
    )
    assert found.thumbnail
    icon = scene.engine.jobs[-1].request.output
    assert (icon.format.value, icon.size, icon.max_bytes) == ("webm", 100, 32 * 1024)
    assert ready.buttons[0]["url"] == f"https://t.me/addstickers/{found.name}"
    await scene.alice.presses(animoji, "To pack")
    await scene.alice.reads("1 new sticker.")
    assert len(found.stickers) == 7
    assert len(scene.server.world.sets) == 1


@pytest.mark.parametrize("method", ["createNewStickerSet", "addStickerToSet"])
@pytest.mark.parametrize("fault", list(Fault))
async def test_a_pack_survives_lost_answers(scene: Scene, method: str, fault: Fault) -> None:
    async with scene.bot():
        animoji = await scene.create()
        if method == "addStickerToSet":
            await scene.alice.presses(animoji, "Pack")
            await scene.alice.reads("6 new stickers")
        before = sum(len(each.stickers) for each in scene.server.world.sets.values())
        scene.server.goes_wrong(method, fault=fault)
        await scene.alice.presses(animoji, "To pack")
        await scene.alice.reads("1 new sticker.")
        assert len(the_set(scene)) == before + 1


async def test_a_full_pack_is_refused_before_anything_is_drawn(scene: Scene, bot: TelegramBot) -> None:
    animoji = await scene.create()
    await scene.alice.presses(animoji, "Pack")
    await scene.alice.reads("6 new stickers")
    stickers = the_set(scene)
    stickers.extend(stickers[:1] * (MOST - 6))
    drawn = len(scene.engine.jobs)
    press = await scene.alice.presses(animoji, "To pack")
    assert f"already has {MOST} stickers" in await scene.alice.is_told(press)
    assert len(scene.engine.jobs) == drawn


async def test_a_pack_that_its_person_deleted_is_made_anew_under_another_name(scene: Scene) -> None:
    async with scene.bot():
        animoji = await scene.create()
        await scene.alice.presses(animoji, "Pack")
        await scene.alice.reads("6 new stickers")
        (name,) = scene.server.world.sets
        scene.server.world.sets.clear()
        scene.server.world.taken_names.add(name)
        await scene.alice.presses(animoji, "To pack")
        await scene.alice.reads("1 new sticker.")
        assert len(the_set(scene)) == 1
        assert name not in scene.server.world.sets


async def test_who_never_wrote_to_the_bot_is_told_to(scene: Scene) -> None:
    async with scene.bot():
        garden = scene.alice.group(-5)
        await scene.alice.writes("/make silver hair", garden)
        animoji = await scene.alice.sees(lambda each: each.kind == "animation", chat=garden)
        del scene.server.world.chats[4242]
        await scene.alice.presses(animoji, "Pack")
        await scene.alice.reads("open a chat with me", chat=garden)
