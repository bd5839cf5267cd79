"""Who is blocked, who comes while the bot is looked after, and who would rather not be animated: at every door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.domain import EVERYBODY, EVERYWHERE, Platform
from telegram_bot.app import TelegramBot
from tests.telegram_bot.scene import CLIP, Scene, done
from tests.telegram_server import Chat, Message, Person

GARDEN = -100200300
ALICE = Platform.TELEGRAM.person(4242)


async def block(bot: TelegramBot) -> None:
    await bot.services.gate.block(EVERYWHERE, ALICE, 1)


async def block_group(bot: TelegramBot) -> None:
    await bot.services.gate.block(GARDEN, EVERYBODY, 1)


async def look_after(bot: TelegramBot) -> None:
    await bot.services.gate.set_maintenance(True)


async def _answer(scene: Scene, sent: Message, chat: Chat) -> str:
    """What the bot says to a message."""
    return (await scene.alice.sees(lambda each: each.text and each.id > sent.id, chat=chat)).text


@pytest.mark.parametrize(
    ("shut", "says"),
    [(block, "ask my owner"), (block_group, "ask my owner"), (look_after, "looked after")],
    ids=["blocked", "group", "maintenance"],
)
async def test_every_door_is_shut_but_to_what_is_ones_own(
    scene: Scene, bot: TelegramBot, shut: Callable[[TelegramBot], Awaitable[None]], says: str
) -> None:
    garden = scene.alice.group(GARDEN)
    clip = await scene.bob.sends("video", CLIP, chat=garden)
    await scene.alice.writes("/make silver hair", garden, reply_to=clip)
    animoji = await scene.alice.sees(done, chat=garden)
    scene.engine.open.clear()
    await scene.alice.writes("/make red hair", garden)
    waiting = await scene.alice.sees(lambda each: "Packing the file" in each.text, chat=garden)
    made = len(scene.engine.jobs)
    await shut(bot)
    doors: list[Callable[[], Awaitable[Message]]] = [
        lambda: scene.alice.writes("/make green hair", garden),
        lambda: scene.alice.writes("/again", garden, reply_to=clip),
        lambda: scene.alice.writes("/characters", garden),
    ]
    for knock in doors:
        assert says in await _answer(scene, await knock(), garden)
    for label in ("Sticker", "To pack", "📦 Pack", "Motion", "Re-roll"):
        assert says in await scene.alice.is_told(await scene.alice.presses(animoji, label)), label
    assert len(scene.engine.jobs) == made
    # What is one's own can always be taken back.
    await scene.alice.presses(waiting, "Cancel")
    await scene.alice.sees(lambda each: each.id == waiting.id and each.text == "Cancelled.", chat=garden)
    await scene.alice.presses(animoji, "Delete")
    asked = await scene.alice.sees(lambda each: "Delete for good" in "".join(each.labels), chat=garden)
    await scene.alice.is_told(await scene.alice.presses(asked, "Delete for good"))
    assert animoji.deleted


async def test_who_is_blocked_keeps_their_data(scene: Scene, bot: TelegramBot) -> None:
    await block(bot)
    await scene.alice.writes("/privacy")
    shown = await scene.alice.reads("What I keep about you")
    assert "Telegram ID (4242)" in shown.text
    await scene.alice.presses(shown, "Get a copy")
    await scene.alice.sees(lambda each: each.kind == "document")
    await scene.alice.writes("silver hair")
    await scene.alice.reads("ask my owner")
    await scene.create(scene.bob)


async def test_who_opted_out_is_not_animated_by_others(scene: Scene, bot: TelegramBot) -> None:
    garden = scene.alice.group(GARDEN)
    await scene.create()
    await scene.bob.writes("/privacy")
    shown = await scene.bob.reads("保存しているもの")
    assert "動かせません" in await scene.bob.is_told(await scene.bob.presses(shown, "ほかの人に動かさせない"))
    clip = await scene.bob.sends("video", CLIP, chat=garden)
    made = len(scene.engine.jobs)

    async def refused(sent: Message, chat: Chat) -> None:
        assert "would rather not be animated" in await _answer(scene, sent, chat)

    await refused(await scene.alice.writes("/make silver hair", garden, reply_to=clip), garden)
    await refused(await scene.alice.writes("/again", garden, reply_to=clip), garden)
    await refused(await scene.alice.forwards(clip), scene.alice.chat)
    assert len(scene.engine.jobs) == made
    await scene.bob.writes("/again", garden, reply_to=clip)
    await scene.bob.reads("だれにさせましょうか", chat=garden)  # their own
    press = await scene.bob.presses(await _turned(scene.bob, shown), "動かすのを許す")
    assert "動かせます" in await scene.bob.is_told(press)
    await scene.alice.writes("/again", garden, reply_to=clip)
    await scene.alice.sees(done, chat=garden)


async def _turned(person: Person, shown: Message) -> Message:
    """The message once its button says the opposite."""
    return await person.sees(lambda each: each.id == shown.id and "許す" in "".join(each.labels))
