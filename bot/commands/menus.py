"""What stands in the menu of a message, under "Apps"."""

from __future__ import annotations

from typing import Any, Final

import discord
from discord import app_commands

from bot.client import Interaction, reader
from bot.commands.parts import BotCog
from bot.errors import NoAnimojiThereError, NothingToAnimateError
from bot.services.found import Kind, found_in
from bot.services.orders import Attached, Clip, Picture, Voice
from bot.views.expressing import ask_emoji, ask_sticker
from bot.views.studio import AnimateModal, PictureModal


async def animate(interaction: Interaction, message: discord.Message) -> None:
    """Asks what is still open, and animates the message's clip, recording or picture."""
    settings, services = interaction.client.settings, interaction.client.services
    found = found_in(message, settings.max_upload_bytes)
    if found is None:
        raise NothingToAnimateError
    file = Attached.of(found)
    services.uploads.check(file)
    if found.kind is Kind.IMAGE:
        await PictureModal(Picture(file), reader(interaction)).open(interaction)
        return
    motion = Clip(file, settings.clip_seconds) if found.kind is Kind.VIDEO else Voice(file)
    has_character = await services.characters.has_any(interaction.user.id)
    await AnimateModal(motion, has_character, reader(interaction)).open(interaction)


async def make_emoji(interaction: Interaction, message: discord.Message) -> None:
    """Makes the animoji in the message an emoji."""
    await ask_emoji(interaction, await _animoji_in(interaction, message))


async def make_sticker(interaction: Interaction, message: discord.Message) -> None:
    """Makes the animoji in the message a sticker."""
    await ask_sticker(interaction, await _animoji_in(interaction, message))


async def _animoji_in(interaction: Interaction, message: discord.Message) -> int:
    animoji_id = await interaction.client.services.animojis.in_message(message.id)
    if animoji_id is None:
        raise NoAnimojiThereError
    return animoji_id


MENUS: Final[dict[str, Any]] = {"Animate this": animate, "Make emoji": make_emoji, "Make sticker": make_sticker}


class MenuCog(BotCog):
    """discord.py takes no menus from a cog's methods, so they are added when it is loaded."""

    async def cog_load(self) -> None:
        for name, callback in MENUS.items():
            self.bot.tree.add_command(app_commands.ContextMenu(name=name, callback=callback))
