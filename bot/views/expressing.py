"""From an animoji to an emoji or a sticker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.services.expressions import (
    Place,
    check_name,
    check_sticker_name,
    suggest_emoji_name,
    suggest_sticker_name,
)
from bot.store.models import AnimojiRow, CharacterRow, ExpressionKind, ExpressionRow
from bot.texts import say
from bot.views.asking import asker, reader
from bot.views.failure import failure_text
from bot.views.job_reply import JobReply
from bot.views.layout import Page, file_page, quoted, text_page
from bot.views.modals import Form

_TAG: Final = "😀"
"""The emoji that stands for a sticker, if nobody says which."""
_LISTED: Final = 25
"""Lines of a list."""


def place_of(interaction: discord.Interaction[Any]) -> Place:
    """Where an emoji would go, and what the asker and the bot may do there."""
    guild = interaction.guild if interaction.is_guild_integration() else None
    return Place(guild, interaction.permissions, interaction.app_permissions)


async def check_emoji(interaction: discord.Interaction[Any]) -> Place:
    """The place, when the asker may have an emoji added to it. Raises UserError, which says why not."""
    place = place_of(interaction)
    await interaction.client.services.expressions.check_emoji(place, interaction.user.id)
    await interaction.client.services.guilds.check_emoji(asker(interaction))
    return place


async def check_sticker(interaction: discord.Interaction[Any]) -> Place:
    """The place, when the asker may have a sticker added to it. Raises UserError, which says why not."""
    place = place_of(interaction)
    interaction.client.services.expressions.check_sticker(place)
    await interaction.client.services.guilds.check_emoji(asker(interaction))
    return place


async def add_emoji(interaction: discord.Interaction[Any], animoji: AnimojiRow, name: str) -> None:
    """Makes the animoji an emoji and says so."""
    expressions = interaction.client.services.expressions
    place = await check_emoji(interaction)
    checked = check_name(name)
    await interaction.client.services.words.check(asker(interaction), [checked])
    async with JobReply(interaction) as reply:
        emoji = await expressions.add_emoji(animoji, place, checked, asker(interaction), reply.show, reply.wait)
        key = "emoji.added" if place.guild else "emoji.added_to_bot"
        text = say(key, reader(interaction), emoji=str(emoji), name=emoji.name)

        def page(first: str) -> Page:
            return text_page(f"{first}\n{text}".strip())

        await reply.finish(page)


async def add_sticker(interaction: discord.Interaction[Any], animoji: AnimojiRow, name: str, tag: str) -> None:
    """Makes the animoji a sticker and shows it."""
    expressions = interaction.client.services.expressions
    place = await check_sticker(interaction)
    name, tag = check_sticker_name(name), tag.strip() or _TAG
    await interaction.client.services.words.check(asker(interaction), [name])
    async with JobReply(interaction) as reply:
        sticker, data = await expressions.add_sticker(animoji, place, name, tag, asker(interaction), reply.show)
        text = say("sticker.added", reader(interaction), name=quoted(sticker.name))

        def page(first: str) -> Page:
            return file_page(first, "sticker.png", text)

        await reply.finish(page, {"sticker.png": data})


class EmojiModal(Form):
    """Asks how the emoji is to be called."""

    def __init__(self, animoji: AnimojiRow, locale: object) -> None:
        super().__init__(say("emoji.title", locale))
        self._animoji = animoji
        self.name: ui.TextInput[Any] = ui.TextInput(
            default=suggest_emoji_name(animoji.character_row.name), min_length=2, max_length=32
        )
        self.add_item(ui.Label(text=say("emoji.name", locale), component=self.name))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        await add_emoji(interaction, self._animoji, self.name.value)


class StickerModal(Form):
    """Asks how the sticker is to be called, and which emoji stands for it."""

    def __init__(self, animoji: AnimojiRow, locale: object) -> None:
        super().__init__(say("sticker.title", locale))
        self._animoji = animoji
        name = suggest_sticker_name(animoji.character_row.name)
        self.name: ui.TextInput[Any] = ui.TextInput(default=name, min_length=2, max_length=30)
        self.tag: ui.TextInput[Any] = ui.TextInput(default=_TAG, max_length=40)
        self.add_item(ui.Label(text=say("sticker.name", locale), component=self.name))
        self.add_item(ui.Label(text=say("sticker.tag", locale), component=self.tag))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        await add_sticker(interaction, self._animoji, self.name.value, self.tag.value)


async def ask_emoji(interaction: discord.Interaction[Any], animoji_id: int) -> None:
    """Answers the button: anyone may who may add emoji here."""
    await check_emoji(interaction)
    animoji = await interaction.client.services.animojis.get(animoji_id)
    await EmojiModal(animoji, interaction.locale).open(interaction)


async def ask_sticker(interaction: discord.Interaction[Any], animoji_id: int) -> None:
    """Answers the button: anyone may who may add stickers here."""
    await check_sticker(interaction)
    animoji = await interaction.client.services.animojis.get(animoji_id)
    await StickerModal(animoji, interaction.locale).open(interaction)


async def add_pack(interaction: discord.Interaction[Any], character: CharacterRow, name: str, count: int) -> None:
    """Makes several emoji of a character and shows them."""
    services = interaction.client.services
    place = await check_emoji(interaction)
    prefix = check_name(name) if name else suggest_emoji_name(character.name)
    await services.words.check(asker(interaction), [prefix])
    locale = reader(interaction)
    async with JobReply(interaction) as reply:

        def step(number: int, feeling: str) -> None:
            reply.headline = say("pack.step", locale, done=number, count=count, feeling=feeling)

        pack = await services.packs.add(
            character, place, prefix, count, asker(interaction), step, reply.show, reply.wait
        )
        fields = {"emoji": " ".join(map(str, pack.emoji)), "count": len(pack.emoji), "name": quoted(character.name)}
        if pack.stopped is None:
            text = say("pack.added", locale, **fields)
        else:
            text = say("pack.part", locale, wanted=pack.wanted, reason=failure_text(pack.stopped, locale), **fields)

        def page(first: str) -> Page:
            return text_page(f"{first}\n{text}".strip())

        await reply.finish(page)


def made_page(rows: Sequence[ExpressionRow], locale: object) -> Page:
    """A list of what the bot made in a place."""
    if not rows:
        return text_page(say("emoji.list_none", locale))
    lines = [
        say(
            "emoji.list_line",
            locale,
            emoji=f"<a:{row.name}:{row.discord_id}>"
            if row.kind is not ExpressionKind.STICKER
            else say("emoji.list_sticker", locale),
            name=row.name,
            user=f"<@{row.owner_id}>",
            when=discord.utils.format_dt(row.created_at, "R"),
        )
        for row in rows[:_LISTED]
    ]
    return text_page("\n".join([say("emoji.list", locale, count=len(rows)), *lines]))
