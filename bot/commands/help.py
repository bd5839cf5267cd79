"""/help and /about."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.texts import say
from bot.views.layout import text_page

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot


class HelpCog(commands.Cog):
    def __init__(self, bot: AnimeMojiBot) -> None:
        self.bot = bot

    @app_commands.command(description="What I can do, and how to begin")
    async def help(self, interaction: discord.Interaction[AnimeMojiBot]) -> None:
        await interaction.response.send_message(view=text_page(say("help", interaction.locale)), ephemeral=True)

    @app_commands.command(description="Who made me, and from what")
    async def about(self, interaction: discord.Interaction[AnimeMojiBot]) -> None:
        text = say("about", interaction.locale, version=_version())
        await interaction.response.send_message(view=text_page(text), ephemeral=True)


def _version() -> str:
    try:
        return version("animemoji")
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "dev"
