"""Draws the pictures of docs/bot.md from what the bot really answers: ``python -m docs.make_bot_pictures [NAME…]``.

The bot runs on the real pipeline against the local Discord of the tests.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import itertools
import re
import tempfile
from typing import Any, Final
from unittest import mock

from PIL import Image

from bot.app import open_bot
from bot.settings import Settings
from docs.chat.tour import PATIENCE, SELFIE, Tour
from pipeline import Engine
from pipeline.characters import make_character
from pipeline.progress import ignore
from pipeline.render import draw_portrait
from pipeline.types import PromptSource, Source
from tests.discord_server import DiscordServer, Reply, Upload
from tests.discord_server.tiny_bot import running
from tests.e2e.scene import free_port

FIRST_SEED: Final = 7
"""The characters of the pictures are the same each time."""


def picture() -> Upload:
    """A picture of somebody, as people upload one."""
    source = PromptSource("girl, long pink hair, green eyes, hair flower, sundress, smile", 5, Source.DRAWN)
    buffer = io.BytesIO()
    Image.fromarray(draw_portrait(make_character(source, ignore).character)).save(buffer, "PNG")
    return Upload("petal.png", buffer.getvalue(), "image/png")


async def tour(names: set[str]) -> None:
    """Everything, once."""
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        async with DiscordServer(strict=False) as server, Engine() as engine:
            guild = server.add_guild("Garden")
            values: dict[str, Any] = {"_env_file": None, "discord_token": server.world.token, "data_dir": folder}
            port = free_port()
            values |= {"upload_hosts": (server.cdn.base,)}
            values |= {"studio_url": f"http://127.0.0.1:{port}", "studio_port": port}
            settings = Settings(**values, progress_seconds=0.1, owner_guild=guild.id, read_messages=True)
            seeds = itertools.count(FIRST_SEED)
            with (
                mock.patch("bot.services.seeds.DICE.randrange", lambda _: next(seeds)),
                mock.patch("bot.discord_services.faces.PATIENCE", PATIENCE),
            ):
                async with open_bot(settings, engine=engine, guild_ready_timeout=0.1) as bot, running(server, bot):
                    await bot.wait_until_ready()
                    await walk(Tour(server, guild, names))


async def walk(tour: Tour) -> None:
    """The steps of the tour."""
    await tour.welcome()
    first = await tour.progress()
    await _animojis(tour, first)
    await _expressions(tour, first)
    await _characters(tour)
    await tour.talk("talk")
    await _rules(tour)
    await _people(tour)
    await _looks(tour)


async def _animojis(tour: Tour, first: Reply) -> None:
    await tour.slash("again", "animoji again", character="Mimi", motion="wave", caption="hello!")
    await tour.slash("again-season", "animoji again", character="Mimi", season="christmas")
    await tour.slash("remix", "animoji remix", character="Mimi", prompt="red eyes, cat ears", name="Kitty")
    await tour.slash(
        "together", "animoji together", character="Mimi", partner="Kitty", motion="laugh", background="mint"
    )
    await (await tour.bob.slash("animoji create", prompt="boy, short brown hair, hoodie", name="Bobby")).with_files()
    invitation = await tour.alice.slash("animoji together", friend=tour.bob, character="Mimi", motion="wave")
    tour.draw("together-friend", invitation, "/animoji together")
    tour.draw("together-answer", await tour.bob.click(invitation, "Yes"), "Yes, choose mine")
    painted = await tour.slash("from-picture", "animoji from-picture", picture=picture(), motion="nod", name="Petal")
    await tour.click("adjust", painted, "Adjust")
    await tour.slash("form", "animoji form")
    await tour.visit("discord-1280", await tour.click("studio", first, "Open in the studio"))
    await tour.slash("styles", "animoji styles")
    await tour.click("tweak-form", first, "Tweak")
    await tour.click("another-motion", first, "Another motion")
    await tour.click("save-form", first, "Save as")
    await tour.click("webp", first, "WebP")
    await tour.click("delete-form", first, "Delete")


async def _expressions(tour: Tour, first: Reply) -> None:
    await tour.click("emoji-form", first, "Add to server")
    await tour.click("sticker-form", first, "Sticker")
    await tour.slash("emoji-add", "emoji add", name="mimi_smile")
    await tour.slash("emoji-sticker", "emoji sticker", name="Mimi", tag="👋")
    await tour.slash("emoji-pack", "emoji pack", character="Mimi")
    await tour.click("pack-form", first, "Pack …")
    place: dict[str, Any] = {"for": "line-emoji"}
    await tour.slash("pack-files", "emoji pack", character="Mimi", **place)
    await tour.slash("emoji-list", "emoji list")
    offered = await tour.alice.autocomplete("emoji remove", "made")
    await tour.slash("emoji-remove", "emoji remove", made=offered[0]["value"])


async def _characters(tour: Tour) -> None:
    await tour.answers(
        "characters-changed",
        ("character rename", {"character": "Petal", "name": "Flora"}),
        ("character default", {"character": "Mimi"}),
    )
    await tour.slash("character-list", "character list")
    await tour.slash("character-view", "character view", character="Kitty")
    shared = await tour.slash("character-share", "character share", character="Mimi")
    code = re.findall(r"import-code `(\S+)`", shared.text)[0]
    await tour.slash("import-code", "character import-code", user=tour.bob, code=code)
    await tour.slash("character-delete", "character delete", character="Flora")
    await tour.answers(
        "gallery-changed",
        ("gallery add", {"character": "Flora"}),
        ("gallery remove", {"character": "Flora"}),
    )
    for name in ("Mimi", "Kitty"):
        await tour.alice.slash("gallery add", character=name)
    gallery = await tour.slash("gallery", "gallery show")
    await tour.click("gallery-mine", gallery, tour.last_button(gallery, "Make mine"), "Make mine")
    await tour.click("gallery-try", gallery, tour.last_button(gallery, "Try on"), "Try on")
    await tour.answers("prefix", ("character prefix", {"character": "Mimi", "prefix": "mimi:"}))
    await tour.slash("character-export", "character export", character="Mimi")


async def _rules(tour: Tour) -> None:
    """What those who manage and moderate a server do, and the owners of the bot."""
    settings = await tour.slash("settings", "settings show")
    await tour.click("settings-limits", settings, "Limits")
    await tour.answers(
        "rules-changed",
        ("settings role-quota", {"role": tour.role, "quota": 50}),
        ("quiet", {}),
        user=tour.owner,
    )
    await tour.owner.slash("quiet", end=True)
    await tour.owner.slash("moderation block", user=tour.bob)
    await tour.slash("moderation", "moderation blocked", user=tour.owner)
    await tour.answers(
        "moderation-changed",
        ("moderation block", {"user": tour.bob}),
        ("moderation unblock", {"user": tour.bob}),
        user=tour.owner,
    )
    await tour.slash("owner-status", "owner status", user=tour.owner)
    await tour.answers(
        "owner-changed",
        ("owner maintenance", {"on": True}),
        ("owner maintenance", {"on": False}),
        ("owner block-user", {"user": tour.bob}),
        ("owner unblock-user", {"user": tour.bob}),
        user=tour.owner,
    )
    blocked = {"server": "812345678901234567"}, {"person": "271828182"}
    await tour.answers(
        "owner-blocks",
        ("owner block-server", blocked[0]),
        ("owner block-telegram", blocked[1]),
        user=tour.owner,
    )
    await tour.slash("owner-blocked", "owner blocked", user=tour.owner)
    await tour.answers(
        "owner-unblocks",
        ("owner unblock-server", blocked[0]),
        ("owner unblock-telegram", blocked[1]),
        user=tour.owner,
    )


async def _people(tour: Tour) -> None:
    """What everybody may ask for."""
    await tour.slash("privacy-show", "privacy show")
    await tour.slash("privacy-export", "privacy export")
    await tour.slash("privacy-delete", "privacy delete")
    await tour.answers("privacy-opt-out", ("privacy opt-out", {}), ("privacy opt-in", {}))
    await tour.slash("invite", "invite")
    await tour.slash("help", "help")
    await tour.slash("about", "about")
    await tour.slash("refusal", "emoji add", user=tour.bob)


async def _looks(tour: Tour) -> None:
    """Words by how somebody looks, and what is done with people's messages."""
    looks = await tour.slash("looks", "animoji create", video=SELFIE)
    await tour.click("looks-form", looks, "Change and make")
    clip = await tour.bob.post("look at me!", SELFIE)
    tour.draw("animate-this", await tour.alice.context_menu("Animate this", clip), "Animate this")
    drawing = await tour.bob.post("my drawing", picture())
    tour.draw("animate-picture", await tour.alice.context_menu("Animate this", drawing), "Animate this")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pictures to write; all of them if left out")
    asyncio.run(tour(set(parser.parse_args().names)))


if __name__ == "__main__":
    main()
