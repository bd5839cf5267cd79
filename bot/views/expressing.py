"""From an animoji to an emoji or a sticker."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.services.expressions import Place, check_name, suggest_emoji_name
from bot.store.models import AnimojiRow
from bot.texts import say
from bot.views.job_reply import JobReply
from bot.views.layout import Page, file_page, quoted, text_page
from bot.views.modals import Form


def place_of(interaction: discord.Interaction[Any]) -> Place:
    """Where an emoji would go, and what the asker and the bot may do there."""
    guild = interaction.guild if interaction.is_guild_integration() else None
    return Place(guild, interaction.permissions, interaction.app_permissions)


async def add_emoji(interaction: discord.Interaction[Any], animoji: AnimojiRow, name: str) -> None:
    """Makes the animoji an emoji and says so."""
    expressions = interaction.client.services.expressions
    place = place_of(interaction)
    expressions.check_emoji(place)
    checked = check_name(name)
    async with JobReply(interaction) as reply:
        emoji = await expressions.add_emoji(animoji, place, checked, interaction.user.id, reply.show, reply.wait)
        key = "emoji.added" if place.guild else "emoji.added_to_bot"
        text = say(key, interaction.locale, emoji=str(emoji), name=emoji.name)

        def page(first: str) -> Page:
            return text_page(f"{first}\n{text}".strip())

        await reply.finish(page)


async def add_sticker(interaction: discord.Interaction[Any], animoji: AnimojiRow, name: str, tag: str) -> None:
    """Makes the animoji a sticker and shows it."""
    expressions = interaction.client.services.expressions
    place = place_of(interaction)
    expressions.check_sticker(place)
    async with JobReply(interaction) as reply:
        sticker, data = await expressions.add_sticker(animoji, place, name, tag, interaction.user.id, reply.show)
        text = say("sticker.added", interaction.locale, name=quoted(sticker.name))

        def page(first: str) -> Page:
            return file_page(first, "sticker.png", text)

        await reply.finish(page, {"sticker.png": data})


class EmojiModal(Form):
    """Asks how the emoji is to be called."""

    def __init__(self, animoji: AnimojiRow, locale: object) -> None:
        super().__init__(title=say("emoji.title", locale))
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
        super().__init__(title=say("sticker.title", locale))
        self._animoji = animoji
        name = animoji.character_row.name[:30]
        self.name: ui.TextInput[Any] = ui.TextInput(default=name, min_length=2, max_length=30)
        self.tag: ui.TextInput[Any] = ui.TextInput(default="😀", max_length=40)
        self.add_item(ui.Label(text=say("sticker.name", locale), component=self.name))
        self.add_item(ui.Label(text=say("sticker.tag", locale), component=self.tag))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        await add_sticker(interaction, self._animoji, self.name.value.strip(), self.tag.value.strip())


async def ask_emoji(interaction: discord.Interaction[Any], animoji_id: int) -> None:
    """Answers the button: anyone may who may add emoji here."""
    interaction.client.services.expressions.check_emoji(place_of(interaction))
    animoji = await interaction.client.services.animojis.get(animoji_id)
    await interaction.response.send_modal(EmojiModal(animoji, interaction.locale))


async def ask_sticker(interaction: discord.Interaction[Any], animoji_id: int) -> None:
    """Answers the button: anyone may who may add stickers here."""
    interaction.client.services.expressions.check_sticker(place_of(interaction))
    animoji = await interaction.client.services.animojis.get(animoji_id)
    await interaction.response.send_modal(StickerModal(animoji, interaction.locale))
