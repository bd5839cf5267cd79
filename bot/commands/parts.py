"""What every slash command is built on: who may use it and what happens when it fails is decided here, once."""

from __future__ import annotations

from typing import ClassVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Client, Interaction
from bot.views.failure import tell_failure
from bot.views.parts import admit, answer_in_time, attempt


class BotCog(commands.Cog):
    """Some commands that belong together. Every cog in ``bot.commands`` is found and added by itself.

    Attributes:
        always_open: whether its commands are for everybody everywhere, in spite of the server's rules.
    """

    always_open: ClassVar[bool] = False

    def __init__(self, bot: Client) -> None:
        self.bot = bot


class BotGroup(BotCog, commands.GroupCog):
    """A cog whose commands share their first word, as /animoji does."""


class CommandTree(app_commands.CommandTree[Client]):
    """All commands: each is for those whom the server's rules allow, and each failure ends in one sentence."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        answer_in_time(interaction)
        command = interaction.command
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        cog = command.binding if isinstance(command, app_commands.Command) else None
        if isinstance(cog, BotCog) and cog.always_open:
            return True
        return await attempt(interaction, admit)

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await tell_failure(interaction, cause)
