"""Somebody who tries what the bot can do, and draws what is answered."""

from __future__ import annotations

import io
import json
import re
import time
from pathlib import Path
from typing import Any, Final

from PIL import Image
from playwright.async_api import async_playwright

from docs.chat.discord import Said, draw_form, draw_message, draw_talk
from tests.chromium import launch
from tests.discord_server import DiscordServer, Guild, Message, Permission, Reply, User
from tests.discord_server.components import buttons
from tests.discord_server.messages import show
from tests.discord_server.state import Role
from tests.e2e.visitors import link_in

DOCS: Final = Path(__file__).parent.parent
PICTURES: Final = DOCS / "img" / "bot"
SELFIE: Final = DOCS.parent / "pipeline" / "samples" / "selfie.mp4"
PATIENCE: Final = 600.0


class Tour:
    """A person who tries everything once, in an order that makes sense."""

    def __init__(self, server: DiscordServer, guild: Guild, wanted: set[str]) -> None:
        self.server = server
        self.alice = server.add_user("alice").at(guild)
        self.bob = server.add_user("bob").at(guild)
        self.owner = User(server, guild.owner, guild.general)
        permissions = Permission.CREATE_GUILD_EXPRESSIONS | Permission.MANAGE_GUILD_EXPRESSIONS
        guild.grant(self.alice.account, int(permissions | Permission.MANAGE_GUILD))
        self.role = Role("Gardeners", 0)
        guild.roles.append(self.role)
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

        named = {f"<@&{role.id}>": f"<@{role.name}>" for role in self._guild.roles}
        named |= {f"<#{channel.id}>": f"<#{channel.name}>" for channel in self._guild.channels.values()}
        text = re.sub(r"<@&\d+>|<#\d+>", lambda found: named.get(found[0], found[0]), json.dumps(data))
        text = re.sub(r"<@(\d+)>", name, text)
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
        self._write(name, self._drawn(message, person, command))

    def _drawn(self, message: Message, person: str, command: str) -> Image.Image:
        shown = self._readable(show(self.server, message))
        return draw_message(shown, person, command, self._picture, message.ephemeral)

    async def answers(self, name: str, *asked: tuple[str, dict[str, Any]], user: User | None = None) -> None:
        """Runs commands that are answered in a sentence, and draws the answers below each other."""
        who = user or self.alice
        drawn = []
        for command, options in asked:
            reply = await who.slash(command, **options)
            await reply.until(lambda r: bool(r.text), PATIENCE)
            drawn.append(self._drawn(reply.messages[-1], who.account.username, f"/{command}"))
        whole = Image.new("RGB", (drawn[0].width, sum(each.height for each in drawn)))
        top = 0
        for each in drawn:
            whole.paste(each, (0, top))
            top += each.height
        self._write(name, whole)

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

        self.draw("said-edit", await self.alice.context_menu("Edit what I said", said[-1]), "Edit what I said")
        self.draw("said-delete", await self.alice.context_menu("Delete what I said", said[-1]), "Delete what I said")

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
            browser = await launch(tools)
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
