"""Draws the pictures of docs/bot.md from what the bot really answers: ``python -m docs.make_bot_pictures [NAME…]``.

The bot runs on the real pipeline against the local Discord of the tests.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import itertools
import json
import re
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final
from unittest import mock

from PIL import Image
from playwright.async_api import async_playwright

from bot.app import open_bot
from bot.settings import Settings
from docs.chat.discord import Said, draw_form, draw_message, draw_talk
from pipeline import Engine
from tests.discord_server import DiscordServer, Guild, Message, Permission, Reply, User
from tests.discord_server.components import buttons
from tests.discord_server.messages import show
from tests.discord_server.tiny_bot import running
from tests.e2e.scene import free_port
from tests.e2e.visitors import link_in

DOCS: Final = Path(__file__).parent
PICTURES: Final = DOCS / "img" / "bot"
SELFIE: Final = DOCS.parent / "pipeline" / "samples" / "selfie.mp4"
CHROMIUM: Final = "/usr/bin/chromium"
PATIENCE: Final = 600.0
FIRST_SEED: Final = 7
"""The characters of the pictures are the same each time."""


class Tour:
    """A person who tries everything once, in an order that makes sense."""

    def __init__(self, server: DiscordServer, guild: Guild, wanted: set[str]) -> None:
        self.server = server
        self.alice = server.add_user("alice").at(guild)
        self.bob = server.add_user("bob").at(guild)
        self.owner = User(server, guild.owner, guild.general)
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

    def _readable(self, data: dict[str, Any]) -> dict[str, Any]:
        """The same with people's names and spans of time in place of numbers, as Discord's client shows them."""

        def name(found: re.Match[str]) -> str:
            account = self.server.world.accounts.get(int(found[1]))
            return f"<@{account.username if account else 'somebody'}>"

        def span(found: re.Match[str]) -> str:
            hours = (int(found[1]) - time.time()) / 3600
            return f"<t:in {round(hours)} hours>" if hours > 0.5 else "<t:a minute ago>"

        text = re.sub(r"<@(\d+)>", name, json.dumps(data))
        readable: dict[str, Any] = json.loads(re.sub(r"<t:(\d+):\w>", span, text))
        return readable

    def draw(self, name: str, reply: Reply, command: str, person: str = "alice") -> None:
        """Writes the picture of what the reply shows now."""
        if reply.interaction.modal is not None:
            self._write(name, draw_form(self._readable(reply.modal), self._picture))
        else:
            self.draw_said(name, reply.messages[-1], person, command)

    def draw_said(self, name: str, message: Message, person: str = "", command: str = "") -> None:
        """Writes the picture of a message; ``person`` and ``command``: what it answers, "" for nothing."""
        shown = self._readable(show(self.server, message))
        self._write(name, draw_message(shown, person, command, self._picture, message.ephemeral))

    def _write(self, name: str, image: Image.Image) -> None:
        if self._wanted and name not in self._wanted:
            return
        PICTURES.mkdir(parents=True, exist_ok=True)
        image.quantize(255, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)
        print(f"docs/img/bot/{name}.png {image.width}x{image.height}")

    async def slash(self, name: str, command: str, /, *, user: User | None = None, **options: Any) -> Reply:
        """Runs a command to its end and draws the answer."""
        reply = await (user or self.alice).slash(command, **options)
        await self._finished(reply)
        self.draw(name, reply, f"/{command}", (user or self.alice).account.username)
        return reply

    async def talk(self, name: str) -> None:
        """A conversation in which Alice's characters take part, and how she is asked after."""
        begun = len(self.server.world.messages)
        await self.bob.post("I made you a cake!")
        await self._say("Really? I love you for that!", "Mimi")
        await self.bob.post("… and then I dropped it.")
        await self._say("No way!", "Mimi")
        await self._say("lol", "Kitty")
        said = [each for each in list(self.server.world.messages.values())[begun:] if not each.deleted]
        await self.server.wait_for(lambda: bool(said[-1].attachments), PATIENCE)
        if not self._wanted or name in self._wanted:
            lines = [Said(show(self.server, each), self._face(each)) for each in said if not each.ephemeral]
            self._write(name, draw_talk(lines, self._picture))
        reply = await self.bob.context_menu("Who said this?", said[-1])
        self.draw("who-said-this", reply, "Who said this?", "bob")

    async def _say(self, text: str, character: str) -> None:
        reply = await self.alice.slash("say", text=text, character=character)
        await reply.until(lambda r: not r.messages, PATIENCE)

    def _face(self, message: Message) -> bytes | None:
        """The picture of who said a message."""
        if message.guise is None or message.guise.avatar_url is None:
            return None
        emoji = self.server.world.emojis.get(int(message.guise.avatar_url.rsplit("/", 1)[1].split(".")[0]))
        return emoji.image if emoji else None

    async def click(self, name: str, reply: Reply, button: str, label: str = "") -> Reply:
        """Presses a button and draws what comes: a form, or the answer when it is there.

        ``button``: as ``User.click`` knows it; ``label``: what stands on it, if that is something else.
        """
        answer = await self.alice.click(reply, button)
        await self._finished(answer)
        self.draw(name, answer, label or button)
        return answer

    async def visit(self, name: str, reply: Reply) -> None:
        """Goes where a reply leads, has a file made there and takes a picture of the page."""
        if self._wanted and name not in self._wanted:
            return
        async with async_playwright() as tools:
            browser = await tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            page = await browser.new_page(viewport={"width": 1280, "height": 800}, locale="en")
            await page.goto(link_in(reply))
            await page.locator("#figure[aria-label]").wait_for()
            await page.click("#tab-motion")
            await page.click('[data-motion="laugh"]')
            await page.click("#tab-file")
            await page.click("#make")
            await page.locator("img.made").wait_for(timeout=120_000)
            await page.get_by_role("button", name="Post in").scroll_into_view_if_needed()
            await page.wait_for_timeout(1000)  # of motion
            shot = Image.open(io.BytesIO(await page.screenshot())).convert("RGB")
            await browser.close()
        shot.save(DOCS / "img" / "studio" / f"{name}.webp", quality=82)

    def last_button(self, reply: Reply, label: str) -> str:
        """The custom id of the last button of this label."""
        found = [item["custom_id"] for item in buttons(reply.message.components) if item.get("label") == label]
        return str(found[-1])

    async def _finished(self, reply: Reply) -> None:
        def over(reply: Reply) -> bool:
            if reply.interaction.modal is not None:
                return True
            return bool(reply.text) and not reply.loading and "Cancel" not in reply.labels and "⏳" not in reply.text

        await reply.until(over, PATIENCE)

    async def welcome(self) -> None:
        """What is said in a new server."""
        guild = self.server.add_guild("New garden", with_bot=False)
        await self.server.invite(guild, int(Permission.CREATE_GUILD_EXPRESSIONS))

        def said() -> list[Message]:
            return [each for each in self.server.world.messages.values() if each.channel.guild is guild]

        await self.server.wait_for(lambda: bool(said()))
        self.draw_said("welcome", said()[0])

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
            port = free_port()
            values |= {"upload_hosts": (server.cdn.base,)}
            values |= {"studio_url": f"http://127.0.0.1:{port}", "studio_port": port}
            settings = Settings(**values, progress_seconds=0.1, owner_guild=guild.id)
            seeds = itertools.count(FIRST_SEED)
            with (
                mock.patch("bot.services.seeds.secrets.randbelow", lambda _: next(seeds)),
                mock.patch("bot.discord_services.faces.PATIENCE", PATIENCE),
            ):
                async with open_bot(settings, engine=engine, guild_ready_timeout=0.1) as bot, running(server, bot):
                    await bot.wait_until_ready()
                    await walk(Tour(server, guild, names))


async def walk(tour: Tour) -> None:
    """The steps of the tour."""
    await tour.welcome()
    first = await tour.progress()
    await tour.slash("again", "animoji again", character="Mimi", motion="wave", caption="hello!")
    await tour.slash("again-season", "animoji again", character="Mimi", season="christmas")
    await tour.slash("remix", "animoji remix", character="Mimi", prompt="red eyes, cat ears", name="Kitty")
    await tour.slash(
        "together", "animoji together", character="Mimi", partner="Kitty", motion="laugh", background="mint"
    )
    invitation = await tour.alice.slash("animoji together", friend=tour.bob, character="Mimi", motion="wave")
    tour.draw("together-friend", invitation, "/animoji together")
    await tour.slash("form", "animoji form")
    await tour.visit("discord-1280", await tour.click("studio", first, "Open in the studio"))
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
    for name in ("Mimi", "Kitty"):
        await tour.alice.slash("gallery add", character=name)
    gallery = await tour.slash("gallery", "gallery show")
    await tour.click("gallery-mine", gallery, tour.last_button(gallery, "Make mine"), "Make mine")
    await tour.click("gallery-try", gallery, tour.last_button(gallery, "Try on"), "Try on")
    await tour.slash("character-export", "character export", character="Mimi")
    await tour.talk("talk")
    await tour.slash("settings", "settings show")
    await tour.owner.slash("moderation block", user=tour.bob)
    await tour.slash("moderation", "moderation blocked", user=tour.owner)
    await tour.owner.slash("moderation unblock", user=tour.bob)
    await tour.slash("owner-status", "owner status", user=tour.owner)
    await tour.slash("privacy-show", "privacy show")
    await tour.slash("privacy-delete", "privacy delete")
    await tour.slash("help", "help")
    await tour.slash("about", "about")
    looks = await tour.slash("looks", "animoji create", video=SELFIE)
    await tour.click("looks-form", looks, "Change and make")
    clip = await tour.bob.post("look at me!", SELFIE)
    tour.draw("animate-this", await tour.alice.context_menu("Animate this", clip), "Animate this")
    await tour.slash("refusal", "emoji add", user=tour.bob)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pictures to write; all of them if left out")
    asyncio.run(tour(set(parser.parse_args().names)))


if __name__ == "__main__":
    main()
