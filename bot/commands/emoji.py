"""/emoji: animojis become emoji."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.asking import own_animojis
from bot.services.expressions import check_name, suggest_emoji_name
from bot.texts import say
from bot.views.job_reply import JobReply
from bot.views.layout import Page, text_page

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot


class EmojiCog(commands.GroupCog, group_name="emoji", group_description="Emoji made from your animojis"):
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
        expressions = self.bot.services.expressions
        guild = expressions.check_emoji(
            interaction.guild if interaction.is_guild_integration() else None,
            interaction.permissions,
            interaction.app_permissions,
        )
        chosen = await self.bot.services.animojis.chosen(interaction.user.id, animoji)
        emoji_name = check_name(name) if name else suggest_emoji_name(chosen.character_row.name)
        async with JobReply(interaction) as reply:
            emoji = await expressions.add_emoji(chosen, guild, emoji_name, interaction.user.id, reply.show)
            text = say("emoji.added", interaction.locale, emoji=str(emoji), name=emoji.name)

            def page(first: str) -> Page:
                return text_page(f"{first}\n{text}".strip())

            await reply.finish(page)
