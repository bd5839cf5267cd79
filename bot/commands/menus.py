"""What stands in the menu of a message, under "Apps"."""

from __future__ import annotations

from typing import Any, Final

import discord
from discord import app_commands

from bot.client import Interaction, reader
from bot.commands.parts import ALWAYS_OPEN, BotCog
from bot.discord_services.found import found_in
from bot.errors import NoAnimojiThereError, NothingToAnimateError
from bot.services.found import FoundKind
from bot.services.orders import Attached, Clip, Picture, Voice
from bot.views.expressing import ask_emoji, ask_sticker
from bot.views.forms import AnimateForm, PictureForm
from bot.views.speaking import ask_erase, ask_rewrite, tell_who


async def animate(interaction: Interaction, message: discord.Message) -> None:
    """Asks what is still open, and animates the message's clip, recording or picture."""
    settings, services = interaction.client.settings, interaction.client.services
    found = found_in(message, settings.max_upload_bytes)
    if found is None:
        raise NothingToAnimateError
    if message.author.id != interaction.user.id:
        await services.gate.check_consent(message.author.id)
    file = Attached.of(found)
    services.uploads.check(file)
    if found.kind is FoundKind.IMAGE:
        await PictureForm(Picture(file), reader(interaction)).open(interaction)
        return
    motion = Clip(file, settings.clip_seconds) if found.kind is FoundKind.VIDEO else Voice(file)
    has_character = await services.characters.has_any(interaction.user.id)
    await AnimateForm(motion, has_character, reader(interaction)).open(interaction)


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
SPOKEN: Final[dict[str, Any]] = {
    "Edit what I said": ask_rewrite,
    "Delete what I said": ask_erase,
    "Who said this?": tell_who,
}
"""Those for what characters said, which they do only in servers."""
OPEN: Final = {"Delete what I said", "Who said this?"}
"""Those that everybody may use, in spite of the server's rules."""


class MenuCog(BotCog):
    """discord.py takes no menus from a cog's methods, so they are added when it is loaded."""

    async def cog_load(self) -> None:
        for name, callback in (MENUS | SPOKEN).items():
            menu = app_commands.ContextMenu(name=name, callback=callback, extras={ALWAYS_OPEN: name in OPEN})
            if name in SPOKEN:
                menu.allowed_contexts = app_commands.AppCommandContext(guild=True)
                menu.allowed_installs = app_commands.AppInstallationType(guild=True)
            self.bot.tree.add_command(menu)
