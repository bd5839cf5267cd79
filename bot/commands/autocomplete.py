"""What autocomplete offers."""

from __future__ import annotations

from datetime import datetime, timezone

from discord import app_commands

from bot.client import Interaction, asker, reader
from bot.services import motions
from bot.views.expressing import place_of

_CHOICES = 25
"""Discord shows at most so many (API reference, autocomplete)."""


async def own_characters(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The asker's characters whose name holds what they typed; the value is the character's id."""
    found = await interaction.client.services.characters.like(interaction.user.id, typed.strip(), _CHOICES)
    return [app_commands.Choice(name=saved.name, value=str(saved.id)) for saved in found]


async def shown_characters(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The asker's characters in the server's gallery, or a moderator's choice of all."""
    guild_id = asker(interaction).guild_id
    if guild_id is None:
        return []
    whose = None if interaction.permissions.manage_messages else interaction.user.id
    found = await interaction.client.services.gallery.like(guild_id, typed.strip(), _CHOICES, whose)
    return [app_commands.Choice(name=saved.name, value=str(saved.id)) for saved in found]


async def seasons_now(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The seasons that are on today (UTC) and whose name or title holds what was typed."""
    from pipeline import seasons_on

    wanted, language = typed.strip().casefold(), reader(interaction).code
    found = [(each.name, each.title(language)) for each in seasons_on(datetime.now(timezone.utc).date())]
    return [
        app_commands.Choice(name=title, value=name)
        for name, title in found
        if wanted in name or wanted in title.casefold()
    ]


async def own_animojis(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    """The asker's last animojis whose label holds what they typed."""
    rows = await interaction.client.services.animojis.recent(interaction.user.id, 100)
    labels = [(row.id, " · ".join(filter(None, [f"#{row.id}", row.character.name, row.caption]))) for row in rows]
    wanted = typed.strip().casefold()
    return [
        app_commands.Choice(name=label[:100], value=number) for number, label in labels if wanted in label.casefold()
    ][:_CHOICES]


async def known_motions(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The motions whose name or title holds what was typed."""
    found = motions.matching(typed, reader(interaction))
    return [app_commands.Choice(name=f"{name} · {title}"[:100], value=name) for name, title in found][:_CHOICES]


async def known_backgrounds(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The backgrounds that have a name; what was typed is offered too, as it may be a colour."""
    from pipeline import BACKGROUND_NAMES

    wanted = typed.strip().casefold()
    names = [name for name in BACKGROUND_NAMES if wanted in name]
    if wanted and wanted not in names:
        names.append(wanted[:100])
    return [app_commands.Choice(name=name, value=name) for name in names][:_CHOICES]


async def made_here(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The emoji and stickers that the bot made here; the value is Discord's id."""
    rows = await interaction.client.services.expressions.made_here(await place_of(interaction), interaction.user.id)
    wanted = typed.strip().casefold()
    return [
        app_commands.Choice(name=row.name, value=str(row.discord_id)) for row in rows if wanted in row.name.casefold()
    ][:_CHOICES]
