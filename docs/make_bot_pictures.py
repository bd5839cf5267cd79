"""Draws the pictures of docs/bot.md from what the bot really answers: ``python -m docs.make_bot_pictures [NAME…]``.

The bot runs on the real pipeline against the local Discord of the tests.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final
from unittest import mock

from PIL import Image

from bot.app import open_bot
from bot.settings import Settings
from docs.discord_drawing import draw_form, draw_message
from pipeline import Engine
from tests.discord_server import DiscordServer, Guild, Permission, Reply, User
from tests.discord_server.messages import show
from tests.discord_server.tiny_bot import running

DOCS: Final = Path(__file__).parent
PICTURES: Final = DOCS / "img" / "bot"
SELFIE: Final = DOCS.parent / "pipeline" / "samples" / "selfie.mp4"
PATIENCE: Final = 600.0
FIRST_SEED: Final = 7
"""The characters of the pictures are the same each time."""


class Tour:
    """A person who tries everything once, in an order that makes sense."""

    def __init__(self, server: DiscordServer, guild: Guild, wanted: set[str]) -> None:
        self.server = server
        self.alice = server.add_user("alice").at(guild)
        self.bob = server.add_user("bob").at(guild)
        permissions = Permission.CREATE_GUILD_EXPRESSIONS | Permission.MANAGE_GUILD_EXPRESSIONS
        guild.grant(self.alice.account, int(permissions | Permission.MANAGE_GUILD))
        self._guild = guild
        self._wanted = wanted

    def _picture(self, what: str) -> bytes | None:
        """The bytes behind an address of the CDN, or of an emoji like ":mimi:"."""
        if what.startswith(":"):
            everywhere = (*self._guild.emojis.values(), *self.server.world.emojis.values())
            return next((emoji.image for emoji in everywhere if f":{emoji.name}:" == what), None)
        parts = what.split("?", maxsplit=1)[0].split("/")
        attachment = self.server.world.attachments.get(int(parts[-2])) if len(parts) > 2 else None
        return attachment.data if attachment and attachment.content_type.startswith("image/") else None

    def draw(self, name: str, reply: Reply, command: str, person: str = "alice") -> None:
        """Writes the picture of what the reply shows now."""
        if self._wanted and name not in self._wanted:
            return
        if reply.interaction.modal is not None:
            image = draw_form(reply.modal, self._picture)
        else:
            message = reply.messages[-1]
            image = draw_message(show(self.server, message), person, command, self._picture, message.ephemeral)
        PICTURES.mkdir(parents=True, exist_ok=True)
        image.quantize(255, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)
        print(f"docs/img/bot/{name}.png {image.width}x{image.height}")

    async def slash(self, name: str, command: str, /, *, user: User | None = None, **options: Any) -> Reply:
        """Runs a command to its end and draws the answer."""
        reply = await (user or self.alice).slash(command, **options)
        await self._finished(reply)
        self.draw(name, reply, f"/{command}", (user or self.alice).account.username)
        return reply

    async def click(self, name: str, reply: Reply, button: str) -> Reply:
        """Presses a button and draws what comes: a form, or the answer when it is there."""
        answer = await self.alice.click(reply, button)
        await self._finished(answer)
        self.draw(name, answer, button)
        return answer

    async def _finished(self, reply: Reply) -> None:
        def over(reply: Reply) -> bool:
            if reply.interaction.modal is not None:
                return True
            return bool(reply.text) and not reply.loading and "Cancel" not in reply.labels and "⏳" not in reply.text

        await reply.until(over, PATIENCE)

    async def progress(self) -> Reply:
        """The first animoji, drawn while it is made as well."""
        prompt = "girl, long silver twin tails, violet eyes, sailor uniform, ribbon, smile"
        reply = await self.alice.slash("animoji create", prompt=prompt, video=SELFIE, name="Mimi")
        await reply.until(lambda r: ("Drawing" in r.text and "████" in r.text) or bool(r.files), PATIENCE)
        self.draw("progress", reply, "/animoji create")
        await self._finished(reply)
        self.draw("create", reply, "/animoji create")
        return reply


Step = Callable[[Tour], Awaitable[object]]


async def tour(names: set[str]) -> None:
    """Everything, once."""
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        async with DiscordServer(strict=False) as server, Engine() as engine:
            guild = server.add_guild("Garden")
            values: dict[str, Any] = {"_env_file": None, "discord_token": server.world.token, "data_dir": folder}
            values["upload_hosts"] = (server.cdn.base,)
            settings = Settings(**values, progress_seconds=0.1)
            seeds = itertools.count(FIRST_SEED)
            with mock.patch("bot.services.seeds.secrets.randbelow", lambda _: next(seeds)):
                async with open_bot(settings, engine=engine, guild_ready_timeout=0.1) as bot, running(server, bot):
                    await walk(Tour(server, guild, names))


async def walk(tour: Tour) -> None:
    """The steps of the tour."""
    first = await tour.progress()
    await tour.slash("again", "animoji again", character="Mimi", motion="wave", caption="hello!")
    await tour.slash("remix", "animoji remix", character="Mimi", prompt="red eyes, cat ears", name="Kitty")
    await tour.slash("studio", "animoji studio")
    await tour.slash("styles", "animoji styles")
    await tour.click("tweak-form", first, "Tweak")
    await tour.click("another-motion", first, "Another motion")
    await tour.click("webp", first, "WebP")
    await tour.slash("emoji-add", "emoji add", name="mimi_smile")
    await tour.slash("emoji-sticker", "emoji sticker", name="Mimi", tag="👋")
    await tour.slash("emoji-pack", "emoji pack", character="Mimi")
    await tour.click("pack-form", first, "Pack …")
    await tour.slash("pack-files", "emoji pack", character="Mimi", **{"for": "line-emoji"})
    await tour.slash("emoji-list", "emoji list")
    await tour.alice.slash("character default", character="Mimi")
    await tour.slash("character-list", "character list")
    await tour.slash("character-view", "character view", character="Kitty")
    await tour.slash("character-share", "character share", character="Mimi")
    await tour.slash("character-export", "character export", character="Mimi")
    await tour.slash("settings", "settings show")
    await tour.slash("privacy-show", "privacy show")
    await tour.slash("privacy-delete", "privacy delete")
    await tour.slash("help", "help")
    await tour.slash("about", "about")
    clip = await tour.bob.post("look at me!", SELFIE)
    tour.draw("animate-this", await tour.alice.context_menu("Animate this", clip), "Animate this")
    await tour.slash("refusal", "emoji add", user=tour.bob)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pictures to write; all of them if left out")
    asyncio.run(tour(set(parser.parse_args().names)))


if __name__ == "__main__":
    main()
