"""A bot that is killed without a warning loses nothing, does nothing twice, and leaves nothing: a real process."""

from __future__ import annotations

from tests.telegram_bot.bot_process import start_bot
from tests.telegram_bot.scene import CLIP, Scene, all_over, done
from tests.telegram_server import Person
from tests.telegram_server.server import Fault


def results(scene: Scene, person: Person) -> int:
    return len([each for each in scene.server.world.in_chat(person.chat.id) if done(each)])


def is_stuck(scene: Scene, person: Person) -> bool:
    """Whether there is a message of something that goes on."""
    buttons = [button for each in scene.server.world.in_chat(person.chat.id) for button in each.buttons]
    return any(button.get("callback_data", "").startswith("job:cancel") for button in buttons)


def traces(scene: Scene) -> list[str]:
    """Files in the bot's folder that hold a clip."""
    files = [file for file in scene.folder.rglob("*") if file.is_file()]
    return [file.name for file in files if CLIP.data[:200] in file.read_bytes()]


async def test_whatever_was_under_way_is_there_once_after_the_restart(scene: Scene) -> None:
    async with scene.bot():
        animoji = await scene.create()
    for method in ("editMessageMedia", "sendSticker"):
        scene.server.goes_wrong(method, count=1000, fault=Fault.CUT_AFTER)
    wire = scene.server.wire
    process = await start_bot(scene.server, scene.folder)
    try:
        # Of these two Telegram has the result, and the bot does not know that yet.
        await scene.bob.sends("video", CLIP, "銀髪")
        await scene.server.until(lambda: wire.of("editMessageMedia")[1:], 60)
        await scene.alice.presses(animoji, "Sticker")
        await scene.server.until(lambda: wire.of("sendSticker"))
        # This one is being drawn, and that one waits.
        await scene.alice.sends("video", CLIP, "endless")
        drawn = await scene.alice.sees(lambda each: "Packing the file" in each.text)
        await scene.alice.writes("red hair")
        waits = await scene.alice.sees(lambda each: "Next in line" in each.text)
    finally:
        process.kill()
        await process.wait()
    wire.bad.clear()
    async with scene.bot(lease_seconds=1) as bot:
        await scene.alice.sees(lambda each: done(each) and each.id == drawn.id)
        await scene.alice.sees(lambda each: done(each) and each.id == waits.id)
        await scene.alice.reads("If your sticker didn't arrive")  # who knows decides whether it comes again
        await all_over(bot)
    stickers = [each for each in scene.server.world.in_chat(4242) if each.kind == "sticker"]
    assert (results(scene, scene.bob), results(scene, scene.alice), len(stickers)) == (1, 3, 1)
    assert not is_stuck(scene, scene.alice) and not is_stuck(scene, scene.bob)
    assert traces(scene) == []
