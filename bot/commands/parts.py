"""What every slash command is built on: who may use it and what happens when it fails is decided here, once."""

from __future__ import annotations

from typing import Any, ClassVar, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Client, Interaction
from bot.errors import NoOwnerError
from bot.views.failure import tell_failure
from bot.views.parts import admit, answer_in_time, attempt, awake

ALWAYS_OPEN: Final = "always_open"
"""What a menu, which has no cog, says in its ``extras`` where it is for everybody in spite of the server's rules."""
_MENUS: Final = 15
"""Menus of one kind that an app may have (API reference, application commands). discord.py still allows five."""


class BotCog(commands.Cog):
    """Some commands that belong together. Every cog in ``bot.commands`` is found and added by itself.

    Attributes:
        always_open: whether its commands are for everybody everywhere, in spite of the server's rules.
        owners_only: whether they are for the owners of the application alone, in the server that these chose.
    """

    always_open: ClassVar[bool] = False
    owners_only: ClassVar[bool] = False

    def __init__(self, bot: Client) -> None:
        self.bot = bot


class BotGroup(BotCog, commands.GroupCog):
    """A cog whose commands share their first word, as /animoji does."""


class CommandTree(app_commands.CommandTree[Client]):
    """All commands: each is for those whom the server's rules allow, and each failure ends in one sentence."""

    def add_command(self, command: Any, /, **options: Any) -> None:
        """Adds a command; menus up to Discord's own limit."""
        if not isinstance(command, app_commands.ContextMenu) or options:
            super().add_command(command, **options)
            return
        kind = command.type.value
        if sum(each == kind for _, guild, each in self._context_menus if guild is None) >= _MENUS:
            raise app_commands.CommandLimitReached(guild_id=None, limit=_MENUS, type=command.type)
        self._context_menus[command.name, None, kind] = command

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        answer_in_time(interaction)
        command = interaction.command
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        cog = command.binding if isinstance(command, app_commands.Command) else None
        if isinstance(cog, BotCog) and cog.owners_only:
            return await attempt(interaction, _owns)
        if isinstance(cog, BotCog) and cog.always_open:
            return await attempt(interaction, awake)
        if isinstance(command, app_commands.ContextMenu) and command.extras.get(ALWAYS_OPEN):
            return await attempt(interaction, awake)
        return await attempt(interaction, admit)

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await tell_failure(interaction, cause)


async def _owns(interaction: Interaction) -> None:
    """Raises NoOwnerError for everybody who does not own the application, alone or in its team."""
    if not await interaction.client.is_owner(interaction.user):
        raise NoOwnerError
