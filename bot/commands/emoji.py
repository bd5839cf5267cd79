"""/emoji: animojis become emoji and stickers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.asking import own_animojis
from bot.services.expressions import suggest_emoji_name
from bot.views.expressing import add_emoji, add_sticker, place_of

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot


class EmojiCog(commands.GroupCog, group_name="emoji", group_description="Emoji and stickers made from your animojis"):
    def __init__(self, bot: AnimeMojiBot) -> None:
        self.bot = bot

    @app_commands.command(description="Make an animoji an emoji of this server")
    @app_commands.describe(
        name="The emoji's name: letters, digits and underscores", animoji="Which one; the last one you made if left out"
    )
    @app_commands.autocomplete(animoji=own_animojis)
    async def add(
        self,
        interaction: discord.Interaction[AnimeMojiBot],
        name: app_commands.Range[str, 1, 40] = "",
        animoji: int | None = None,
    ) -> None:
        self.bot.services.expressions.check_emoji(place_of(interaction))
        chosen = await self.bot.services.animojis.chosen(interaction.user.id, animoji)
        await add_emoji(interaction, chosen, name or suggest_emoji_name(chosen.character_row.name))

    @app_commands.command(description="Make an animoji a sticker of this server")
    @app_commands.describe(
        name="The sticker's name",
        tag="The emoji that stands for it",
        animoji="Which one; the last one you made if left out",
    )
    @app_commands.autocomplete(animoji=own_animojis)
    async def sticker(
        self,
        interaction: discord.Interaction[AnimeMojiBot],
        name: app_commands.Range[str, 2, 30] = "",
        tag: app_commands.Range[str, 1, 40] = "😀",
        animoji: int | None = None,
    ) -> None:
        self.bot.services.expressions.check_sticker(place_of(interaction))
        chosen = await self.bot.services.animojis.chosen(interaction.user.id, animoji)
        await add_sticker(interaction, chosen, name or chosen.character_row.name[:30], tag)
