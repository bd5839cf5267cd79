"""From an animoji to an emoji or a sticker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, asker, audience, reader
from bot.domain import ExpressionKind, KeptAnimoji, MadeExpression, SavedCharacter
from bot.services.expressions import (
    Place,
    check_name,
    check_sticker_name,
    suggest_emoji_name,
    suggest_sticker_name,
)
from bot.texts import Language, say
from bot.views.failure import failure_text
from bot.views.job_reply import JobReply
from bot.views.layout import Page, file_page, quoted, text_page
from bot.views.parts import Form

_TAG: Final = "😀"
"""The emoji that stands for a sticker, if nobody says which."""
_LISTED: Final = 25
"""Lines of a list."""


async def place_of(interaction: Interaction) -> Place:
    """Where an emoji would go, and what the asker and the bot may do there."""
    guild = None
    if interaction.guild_id is not None and interaction.is_guild_integration():
        guild = interaction.client.get_guild(interaction.guild_id)
        if guild is None or guild.unavailable:
            # No gateway has told of its emoji and stickers.
            guild = await interaction.client.fetch_guild(interaction.guild_id, with_counts=False)
    return Place(guild, interaction.permissions, interaction.app_permissions)


async def check_emoji(interaction: Interaction) -> Place:
    """The place, when the asker may have an emoji added to it. Raises UserError, which says why not."""
    place = await place_of(interaction)
    await interaction.client.services.expressions.check_emoji(place, interaction.user.id)
    await interaction.client.services.guilds.check_emoji(asker(interaction))
    return place


async def check_sticker(interaction: Interaction) -> Place:
    """The place, when the asker may have a sticker added to it. Raises UserError, which says why not."""
    place = await place_of(interaction)
    interaction.client.services.expressions.check_sticker(place)
    await interaction.client.services.guilds.check_emoji(asker(interaction))
    return place


async def add_emoji(interaction: Interaction, animoji: KeptAnimoji, name: str) -> None:
    """Makes the animoji an emoji and says so."""
    expressions = interaction.client.services.expressions
    place = await check_emoji(interaction)
    checked = check_name(name)
    await interaction.client.services.words.check(asker(interaction), [checked])
    reply = await JobReply.begin(interaction)
    emoji = await expressions.add_emoji(animoji, place, checked, asker(interaction), reply.show, reply.wait)
    key = "emoji.added" if place.guild else "emoji.added_to_bot"
    text = say(key, audience(interaction), emoji=str(emoji), name=emoji.name)

    def page(first: str) -> Page:
        return text_page(f"{first}\n{text}".strip())

    await reply.finish(page)


async def add_sticker(interaction: Interaction, animoji: KeptAnimoji, name: str, tag: str) -> None:
    """Makes the animoji a sticker and shows it."""
    expressions = interaction.client.services.expressions
    place = await check_sticker(interaction)
    name, tag = check_sticker_name(name), tag.strip() or _TAG
    await interaction.client.services.words.check(asker(interaction), [name])
    reply = await JobReply.begin(interaction)
    sticker, data = await expressions.add_sticker(animoji, place, name, tag, asker(interaction), reply.show)
    text = say("sticker.added", audience(interaction), name=quoted(sticker.name))

    def page(first: str) -> Page:
        return file_page(first, "sticker.png", text)

    await reply.finish(page, {"sticker.png": data})


class EmojiModal(Form):
    """Asks how the emoji is to be called."""

    def __init__(self, animoji: KeptAnimoji, language: Language) -> None:
        super().__init__(say("emoji.title", language))
        self._animoji = animoji
        self.name: ui.TextInput[Any] = ui.TextInput(
            default=suggest_emoji_name(animoji.character.name), min_length=2, max_length=32
        )
        self.add_item(ui.Label(text=say("emoji.name", language), component=self.name))

    async def run(self, interaction: Interaction) -> None:
        await add_emoji(interaction, self._animoji, self.name.value)


class StickerModal(Form):
    """Asks how the sticker is to be called, and which emoji stands for it."""

    def __init__(self, animoji: KeptAnimoji, language: Language) -> None:
        super().__init__(say("sticker.title", language))
        self._animoji = animoji
        name = suggest_sticker_name(animoji.character.name)
        self.name: ui.TextInput[Any] = ui.TextInput(default=name, min_length=2, max_length=30)
        self.tag: ui.TextInput[Any] = ui.TextInput(default=_TAG, max_length=40)
        self.add_item(ui.Label(text=say("sticker.name", language), component=self.name))
        self.add_item(ui.Label(text=say("sticker.tag", language), component=self.tag))

    async def run(self, interaction: Interaction) -> None:
        await add_sticker(interaction, self._animoji, self.name.value, self.tag.value)


async def ask_emoji(interaction: Interaction, animoji_id: int) -> None:
    """Answers the button: anyone may who may add emoji here."""
    await check_emoji(interaction)
    animoji = await interaction.client.services.animojis.get(animoji_id)
    await EmojiModal(animoji, reader(interaction)).open(interaction)


async def ask_sticker(interaction: Interaction, animoji_id: int) -> None:
    """Answers the button: anyone may who may add stickers here."""
    await check_sticker(interaction)
    animoji = await interaction.client.services.animojis.get(animoji_id)
    await StickerModal(animoji, reader(interaction)).open(interaction)


async def add_pack(interaction: Interaction, character: SavedCharacter, name: str, count: int) -> None:
    """Makes several emoji of a character and shows them."""
    services = interaction.client.services
    place = await check_emoji(interaction)
    prefix = check_name(name) if name else suggest_emoji_name(character.name)
    await services.words.check(asker(interaction), [prefix])
    language = audience(interaction)
    reply = await JobReply.begin(interaction)

    def step(number: int, feeling: str) -> None:
        reply.headline = say(
            "pack.step", language, done=number, count=count, feeling=say(f"feeling.{feeling}", language)
        )

    pack = await services.packs.add(character, place, prefix, count, asker(interaction), step, reply.show, reply.wait)
    fields = {"emoji": " ".join(map(str, pack.emoji)), "count": len(pack.emoji), "name": quoted(character.name)}
    if pack.stopped is None:
        text = say("pack.added", language, **fields)
    else:
        text = say("pack.part", language, wanted=pack.wanted, reason=failure_text(pack.stopped, language), **fields)

    def page(first: str) -> Page:
        return text_page(f"{first}\n{text}".strip())

    await reply.finish(page)


def made_page(rows: Sequence[MadeExpression], language: Language) -> Page:
    """A list of what the bot made in a place."""
    if not rows:
        return text_page(say("emoji.list_none", language))
    lines = [
        say(
            "emoji.list_line",
            language,
            emoji=f"<a:{row.name}:{row.discord_id}>"
            if row.kind is not ExpressionKind.STICKER
            else say("emoji.list_sticker", language),
            name=row.name,
            user=f"<@{row.owner_id}>",
            when=discord.utils.format_dt(row.created_at, "R"),
        )
        for row in rows[:_LISTED]
    ]
    return text_page("\n".join([say("emoji.list", language, count=len(rows)), *lines]))
