"""What cogs share: who asks, and what autocomplete offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.services.animojis import Asker

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot

_CHOICES = 25
"""Discord shows at most so many (API reference, autocomplete)."""


def asker(interaction: discord.Interaction[Any]) -> Asker:
    """The person of an interaction."""
    return Asker(interaction.user.id, str(interaction.locale), interaction.guild_id)


async def own_characters(interaction: discord.Interaction[AnimeMojiBot], typed: str) -> list[app_commands.Choice[str]]:
    """The asker's characters whose name holds what they typed; the value is the character's id."""
    page = await interaction.client.services.characters.page(interaction.user.id, _CHOICES, like=typed.strip())
    return [app_commands.Choice(name=row.name, value=str(row.id)) for row in page.rows]


async def own_animojis(interaction: discord.Interaction[AnimeMojiBot], typed: str) -> list[app_commands.Choice[int]]:
    """The asker's last animojis whose label holds what they typed."""
    rows = await interaction.client.services.animojis.recent(interaction.user.id, 100)
    labels = [(row.id, " · ".join(filter(None, [f"#{row.id}", row.character_row.name, row.caption]))) for row in rows]
    wanted = typed.strip().casefold()
    return [
        app_commands.Choice(name=label[:100], value=number) for number, label in labels if wanted in label.casefold()
    ][:_CHOICES]
