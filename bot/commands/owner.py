"""/owner: for those who own the application, in the server that ANIMEMOJI_OWNER_GUILD names and nowhere else."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.client import Interaction, reader
from bot.commands.parts import BotGroup
from bot.domain import EVERYBODY, EVERYWHERE, Platform
from bot.errors import CannotBlockError, ServerIdError, TelegramIdError
from bot.texts import say
from bot.views.blocks import blocks_page, called
from bot.views.owner import status_page

Id = app_commands.Range[str, 1, 20]


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(administrator=True)
class OwnerCog(BotGroup, group_name="owner"):
    owners_only = True

    @app_commands.command()
    async def status(self, interaction: Interaction) -> None:
        # A database that hangs is looked at for a while.
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(view=await status_page(self.bot, reader(interaction)))

    @app_commands.command()
    async def maintenance(self, interaction: Interaction, on: bool) -> None:
        await self.bot.services.gate.set_maintenance(on)
        await _say(interaction, "owner.maintenance_on" if on else "owner.maintenance_off")

    @app_commands.command(name="block-user")
    async def block_user(self, interaction: Interaction, user: discord.User | discord.Member) -> None:
        if user.bot or await self.bot.is_owner(user):
            raise CannotBlockError(user=user.mention)
        await self.bot.services.gate.block(EVERYWHERE, user.id, interaction.user.id)
        await _say(interaction, "owner.blocked", who=user.mention)

    @app_commands.command(name="unblock-user")
    async def unblock_user(self, interaction: Interaction, user: discord.User | discord.Member) -> None:
        await self.bot.services.gate.unblock(EVERYWHERE, user.id)
        await _say(interaction, "moderation.unblocked", user=user.mention)

    @app_commands.command(name="block-telegram")
    async def block_telegram(self, interaction: Interaction, person: Id) -> None:
        number = _telegram(person)
        await self.bot.services.gate.block(EVERYWHERE, number, interaction.user.id)
        await _say(interaction, "owner.blocked", who=called(number))

    @app_commands.command(name="unblock-telegram")
    async def unblock_telegram(self, interaction: Interaction, person: Id) -> None:
        number = _telegram(person)
        await self.bot.services.gate.unblock(EVERYWHERE, number)
        await _say(interaction, "moderation.unblocked", user=called(number))

    @app_commands.command(name="block-server")
    async def block_server(self, interaction: Interaction, server: Id) -> None:
        await self.bot.services.gate.block(_server(server), EVERYBODY, interaction.user.id)
        await _say(interaction, "owner.server_blocked", server=f"`{server}`")

    @app_commands.command(name="unblock-server")
    async def unblock_server(self, interaction: Interaction, server: Id) -> None:
        await self.bot.services.gate.unblock(_server(server), EVERYBODY)
        await _say(interaction, "owner.server_unblocked", server=f"`{server}`")

    @app_commands.command()
    async def blocked(self, interaction: Interaction) -> None:
        blocks = await self.bot.services.gate.blocks(EVERYWHERE)
        await interaction.response.send_message(view=blocks_page(blocks, reader(interaction)), ephemeral=True)


def _server(text: str) -> int:
    """The id of a server, or of a group in Telegram, which has a minus. Raises ServerIdError."""
    number = _number(text.strip().removeprefix("-"))
    if number is None:
        raise ServerIdError(value=text)
    return -number if text.strip().startswith("-") else number


def _telegram(text: str) -> int:
    """The id in the database of who has this number in Telegram. Raises TelegramIdError."""
    number = _number(text.strip())
    if number is None:
        raise TelegramIdError(value=text)
    return Platform.TELEGRAM.person(number)


def _number(digits: str) -> int | None:
    """A number that an id can be; None for anything else."""
    number = int(digits) if digits.isascii() and digits.isdecimal() else 0
    return number if 0 < number < 2**63 else None


async def _say(interaction: Interaction, key: str, **fields: object) -> None:
    await interaction.response.send_message(say(key, reader(interaction), **fields), ephemeral=True)
