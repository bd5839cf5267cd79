"""/help, /about and /invite, and the welcome in a new server."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Interaction, reader
from bot.commands.parts import BotCog
from bot.texts import say
from bot.views.layout import text_page
from bot.views.welcome import invite_page, welcome


class HelpCog(BotCog):
    always_open = True

    @app_commands.command()
    async def help(self, interaction: Interaction) -> None:
        await interaction.response.send_message(view=text_page(say("help", reader(interaction))), ephemeral=True)

    @app_commands.command()
    async def invite(self, interaction: Interaction) -> None:
        await interaction.response.send_message(view=invite_page(self.bot, reader(interaction)), ephemeral=True)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        await welcome(self.bot, guild)

    @app_commands.command()
    async def about(self, interaction: Interaction) -> None:
        text = say("about", reader(interaction), version=_version())
        await interaction.response.send_message(view=text_page(text), ephemeral=True)


def _version() -> str:
    try:
        return version("animemoji")
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "dev"
