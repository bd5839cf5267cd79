"""Who asks, read from an interaction."""

from __future__ import annotations

from typing import Any

import discord

from bot.services.asker import Asker


def asker(interaction: discord.Interaction[Any]) -> Asker:
    """The person of an interaction, where it takes place."""
    in_guild = interaction.guild_id is not None and interaction.is_guild_integration()
    roles = interaction.user.roles if in_guild and isinstance(interaction.user, discord.Member) else []
    return Asker(
        interaction.user.id,
        str(interaction.locale),
        interaction.guild_id if in_guild else None,
        interaction.channel_id,
        frozenset(role.id for role in roles),
        in_guild and interaction.permissions.manage_guild,
    )


def reader(interaction: discord.Interaction[Any]) -> object:
    """The locale of an answer that everybody sees: the server's language, or else the asker's."""
    return interaction.client.services.guilds.language(interaction.guild_id) or interaction.locale
