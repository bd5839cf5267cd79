"""/say, prefixes and /quiet: people talk as their characters, and moderators say where."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Interaction, asker, reader
from bot.commands.autocomplete import own_characters
from bot.commands.parts import BotCog
from bot.discord_services.speeches import LENGTH
from bot.domain import Mood
from bot.texts import say as text
from bot.texts.commands import choice
from bot.views.journal import write_down
from bot.views.prefixes import hear
from bot.views.speaking import speak

_MOODS = [choice(f"choice.mood-{mood.value}", mood.value) for mood in Mood]


class SayCog(BotCog):
    @app_commands.command()
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.choices(mood=_MOODS)
    @app_commands.autocomplete(character=own_characters)
    async def say(
        self,
        interaction: Interaction,
        text: app_commands.Range[str, 1, LENGTH],
        character: str = "",
        mood: str = "",
    ) -> None:
        await speak(interaction, text, character, Mood(mood) if mood else None)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        await hear(self.bot, message)


class QuietCog(BotCog):
    always_open = True

    @app_commands.command()
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_messages=True)
    async def quiet(self, interaction: Interaction, end: bool = False) -> None:
        channel = interaction.channel_id or 0
        may = interaction.permissions.manage_messages
        await self.bot.services.guilds.quieten(asker(interaction), channel, not end, may)
        key = "speech.loud" if end else "speech.quiet"
        told = text(key, reader(interaction), channel=f"<#{channel}>")
        await interaction.response.send_message(told, ephemeral=True)
        line = {"user": interaction.user.mention, "channel": f"<#{channel}>"}
        await write_down(self.bot, interaction.guild_id, "journal.loud" if end else "journal.quiet", **line)
