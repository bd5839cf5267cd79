"""The first words in a server that the bot was added to, and the link that adds it to others."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

import discord
from discord import ui

from bot.client import UNREACHABLE, Client, Interaction, reader
from bot.texts import ENGLISH, Language, say
from bot.views.forms import AnimojiForm
from bot.views.layout import Page
from bot.views.parts import BotButton
from bot.views.settings import show_settings

log = logging.getLogger(__name__)

PERMISSIONS: Final = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    use_external_emojis=True,
    create_expressions=True,
    manage_expressions=True,
    manage_webhooks=True,
)
"""What the bot is invited with: to post, to add emoji and stickers, and to let characters speak."""
_SCOPES: Final = ("bot", "applications.commands")


class FirstStep(str, Enum):
    """What a button of the welcome does."""

    MAKE = "make"
    SETTINGS = "settings"


class FirstStepButton(BotButton, template=rf"welcome:(?P<step>{'|'.join(FirstStep)})"):
    """Opens the form for a first animoji, or for those who manage the server its settings."""

    def __init__(self, step: FirstStep, language: Language = ENGLISH) -> None:
        style = discord.ButtonStyle.primary if step is FirstStep.MAKE else discord.ButtonStyle.secondary
        label = say(f"welcome.{step.value}", language)
        super().__init__(ui.Button(label=label, style=style, custom_id=f"welcome:{step.value}"))
        self.step = step

    @classmethod
    def parse(cls, match: re.Match[str]) -> FirstStepButton:
        return cls(FirstStep(match["step"]))

    async def run(self, interaction: Interaction) -> None:
        if self.step is FirstStep.MAKE:
            await AnimojiForm(reader(interaction)).open(interaction)
            return
        await show_settings(interaction)


def invite_button(client: Client, language: Language) -> ui.Button[Any]:
    """A link that adds the bot to a server."""
    url = discord.utils.oauth_url(client.application_id or 0, permissions=PERMISSIONS, scopes=_SCOPES)
    return ui.Button(label=say("invite.button", language), url=url)


def invite_page(client: Client, language: Language) -> Page:
    """The link, and what it asks for."""
    row: ui.ActionRow[Any] = ui.ActionRow(invite_button(client, language))
    return Page(ui.TextDisplay(say("invite.text", language)), row)


async def welcome(client: Client, guild: discord.Guild) -> None:
    """Says the first steps, in the server's language, in the first channel that takes them."""
    language = Language.of(guild.preferred_locale)
    for channel in _channels(guild):
        if await _is_taken(channel, welcome_page(client, guild, language)):
            return


async def _is_taken(channel: discord.TextChannel, page: Page) -> bool:
    """Whether a channel takes a message, which the bot's permissions alone do not tell."""
    try:
        await channel.send(view=page)
    except UNREACHABLE as error:
        log.info("channel %d takes no welcome: %s", channel.id, error)
        return False
    return True


def welcome_page(client: Client, guild: discord.Guild, language: Language) -> Page:
    """The first steps, and what is still missing for them."""
    lines = [say("welcome.text", language)]
    if not guild.me.guild_permissions.create_expressions:
        lines.append(say("welcome.no_expressions", language))
    buttons = (FirstStepButton(step, language) for step in FirstStep)
    row: ui.ActionRow[Any] = ui.ActionRow(*buttons, invite_button(client, language))
    return Page(ui.TextDisplay("\n".join(lines)), row)


def _channels(guild: discord.Guild) -> Iterator[discord.TextChannel]:
    """Where a welcome may stand: the channel for such messages, and else the uppermost that the bot may write in."""
    ordered = sorted(guild.text_channels, key=lambda channel: channel.position)
    for channel in dict.fromkeys([*([guild.system_channel] if guild.system_channel else []), *ordered]):
        may = channel.permissions_for(guild.me)
        if may.view_channel and may.send_messages:
            yield channel
