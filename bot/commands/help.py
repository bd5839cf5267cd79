"""/help and /about."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from discord import app_commands

from bot.client import Interaction, reader
from bot.commands.parts import BotCog
from bot.texts import say
from bot.views.layout import text_page


class HelpCog(BotCog):
    always_open = True

    @app_commands.command()
    async def help(self, interaction: Interaction) -> None:
        await interaction.response.send_message(view=text_page(say("help", reader(interaction))), ephemeral=True)

    @app_commands.command()
    async def about(self, interaction: Interaction) -> None:
        text = say("about", reader(interaction), version=_version())
        await interaction.response.send_message(view=text_page(text), ephemeral=True)


def _version() -> str:
    try:
        return version("animemoji")
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "dev"
