"""/moderation: whom a server does not let use the bot."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.client import Interaction, asker, reader
from bot.commands.parts import BotGroup
from bot.errors import CannotBlockError, NoModeratorError
from bot.texts import say
from bot.views.blocks import blocks_page
from bot.views.journal import write_down


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_messages=True)
class ModerationCog(BotGroup, group_name="moderation"):
    always_open = True

    @app_commands.command()
    async def block(self, interaction: Interaction, user: discord.User | discord.Member) -> None:
        guild_id = _moderated(interaction)
        may = user.resolved_permissions if isinstance(user, discord.Member) else None
        if user.bot or user.id == interaction.user.id or (may is not None and may.manage_guild):
            raise CannotBlockError(user=user.mention)
        await self.bot.services.gate.block(guild_id, user.id, interaction.user.id)
        await self._tell(interaction, guild_id, user, "moderation.blocked", "journal.blocked")

    @app_commands.command()
    async def unblock(self, interaction: Interaction, user: discord.User | discord.Member) -> None:
        guild_id = _moderated(interaction)
        await self.bot.services.gate.unblock(guild_id, user.id)
        await self._tell(interaction, guild_id, user, "moderation.unblocked", "journal.unblocked")

    @app_commands.command()
    async def blocked(self, interaction: Interaction) -> None:
        blocks = await self.bot.services.gate.blocks(_moderated(interaction))
        await interaction.response.send_message(view=blocks_page(blocks, reader(interaction)), ephemeral=True)

    async def _tell(
        self, interaction: Interaction, guild_id: int, user: discord.User | discord.Member, told: str, written: str
    ) -> None:
        text = say(told, reader(interaction), user=user.mention)
        await interaction.response.send_message(text, ephemeral=True)
        line = {"user": interaction.user.mention, "other": user.mention}
        await write_down(self.bot, guild_id, written, **line)


def _moderated(interaction: Interaction) -> int:
    """The server that the asker moderates. Raises NoModeratorError."""
    guild_id = asker(interaction).guild_id
    if guild_id is None or not interaction.permissions.manage_messages:
        raise NoModeratorError
    return guild_id
