"""What stands in the menu of a message, under "Apps"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands

from bot.errors import NoAnimojiThereError, NothingToAnimateError
from bot.services.orders import Clip, Picture, Voice
from bot.views.expressing import ask_emoji, ask_sticker
from bot.views.studio import AnimateModal, PictureModal

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot


async def animate(interaction: discord.Interaction[AnimeMojiBot], message: discord.Message) -> None:
    """Asks what is still open, and animates the message's clip, recording or picture."""
    for file in message.attachments:
        kind = (file.content_type or "").partition("/")[0]
        if kind in ("video", "audio"):
            seconds = interaction.client.settings.clip_seconds
            motion = Clip(file, seconds) if kind == "video" else Voice(file)
            interaction.client.services.uploads.check(file)
            has_character = bool((await interaction.client.services.characters.page(interaction.user.id, 1)).total)
            await AnimateModal(motion, has_character, interaction.locale).open(interaction)
            return
        if kind == "image":
            interaction.client.services.uploads.check(file)
            await PictureModal(Picture(file), interaction.locale).open(interaction)
            return
    raise NothingToAnimateError


async def make_emoji(interaction: discord.Interaction[AnimeMojiBot], message: discord.Message) -> None:
    """Makes the animoji in the message an emoji."""
    await ask_emoji(interaction, await _animoji_in(interaction, message))


async def make_sticker(interaction: discord.Interaction[AnimeMojiBot], message: discord.Message) -> None:
    """Makes the animoji in the message a sticker."""
    await ask_sticker(interaction, await _animoji_in(interaction, message))


async def _animoji_in(interaction: discord.Interaction[AnimeMojiBot], message: discord.Message) -> int:
    animoji_id = await interaction.client.services.animojis.in_message(message.id)
    if animoji_id is None:
        raise NoAnimojiThereError
    return animoji_id


MENUS: Final[dict[str, Any]] = {"Animate this": animate, "Make emoji": make_emoji, "Make sticker": make_sticker}


def add_menus(tree: app_commands.CommandTree[Any]) -> None:
    """Adds all menus."""
    for name, callback in MENUS.items():
        tree.add_command(app_commands.ContextMenu(name=name, callback=callback))
