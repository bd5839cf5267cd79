"""Draws the pictures of docs/telegram.md from what the bot really answers: ``python -m docs.make_telegram_pictures``.

The bot runs on the real pipeline against the local Telegram of the tests.
"""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from pathlib import Path
from typing import Final
from unittest import mock

from PIL import Image

from docs.chat.telegram import draw_conversation, draw_pack
from pipeline import Engine
from tests.telegram_bot.scene import Scene, done
from tests.telegram_server import Message, Person, TelegramServer, Upload

DOCS: Final = Path(__file__).parent
PICTURES: Final = DOCS / "img" / "telegram"
SELFIE: Final = DOCS.parent / "pipeline" / "samples" / "selfie.mp4"
WORDS: Final = "girl, long silver twin tails, violet eyes, sailor uniform, ribbon, smile"
PATIENCE: Final = 1200.0
FIRST_SEED: Final = 7
"""The characters of the pictures are the same each time."""
ALICE: Final = 4242


def write(name: str, image: Image.Image) -> None:
    """Writes a picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    image.save(PICTURES / f"{name}.webp", quality=88, method=6)
    print(f"docs/img/telegram/{name}.webp {image.width}x{image.height}")


async def talk(scene: Scene) -> None:
    """A first conversation: words, a video message, a sticker, a pack."""
    alice = scene.alice
    await alice.writes("/start")
    await alice.reads("Hi!")
    await alice.writes(WORDS)
    first = await alice.sees(done, PATIENCE)
    await alice.sends("video_note", Upload("note.mp4", SELFIE.read_bytes()))
    second = await alice.sees(lambda message: done(message) and message.id != first.id, PATIENCE)
    await alice.presses(second, "Sticker")
    await alice.sees(lambda message: message.kind == "sticker", PATIENCE)
    await alice.presses(second, "Pack")
    await alice.sees(lambda message: "new sticker" in message.text, PATIENCE)


def draw(messages: list[Message], scene: Scene) -> None:
    """The conversation in two pictures, and the pack."""
    middle = next(number for number, message in enumerate(messages) if message.kind == "video_note")
    write("first-steps", draw_conversation(messages[:middle], ALICE))
    write("sticker", draw_conversation(messages[middle:], ALICE))
    for kept in scene.server.world.sets.values():
        write("pack", draw_pack(kept.title, kept.stickers))


async def tour() -> None:
    """Everything, once."""
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        async with TelegramServer() as server, Engine() as engine:
            scene = Scene(server, Person(server, ALICE, "Alice"), Person(server, 4343, "Bob", "ja"), Path(folder))
            seeds = itertools.count(FIRST_SEED)
            with mock.patch("bot.services.seeds.DICE.randrange", lambda _: next(seeds)):
                async with scene.bot(engine):
                    await talk(scene)
            draw(server.world.in_chat(ALICE), scene)


if __name__ == "__main__":
    asyncio.run(tour())
