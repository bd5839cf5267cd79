"""The way from Discord to the studio's page: a button that gives its presser a link of their own."""

from __future__ import annotations

import re
from typing import Any

from discord import ui

from bot.client import Interaction, reader
from bot.discord_services.studio import Visitor
from bot.errors import StudioClosedError
from bot.texts import ENGLISH, Language, say
from bot.views.layout import Page
from bot.views.parts import BotButton


class StudioButton(BotButton, template=r"studio:open:(?P<character>\d{1,18})"):
    """Opens the studio with a character, if it is the presser's own; for others with one of theirs."""

    def __init__(self, character_id: int, language: Language = ENGLISH) -> None:
        label = say("button.studio", language)
        super().__init__(ui.Button(label=label, emoji="✨", custom_id=f"studio:open:{character_id}"))
        self.character_id = character_id

    @classmethod
    def parse(cls, match: re.Match[str]) -> StudioButton:
        return cls(int(match["character"]))

    async def run(self, interaction: Interaction) -> None:
        await open_studio(interaction, self.character_id)


async def open_studio(interaction: Interaction, character_id: int = 0) -> None:
    """Answers, privately, with a link that lets this person into the studio. Raises StudioClosedError."""
    studio = interaction.client.services.studio
    if studio is None:
        raise StudioClosedError
    language = reader(interaction)
    # A button, as Discord looks itself at what a link in a text leads to, and that would use it up.
    link: ui.Button[Any] = ui.Button(
        label=say("studio.open", language), url=studio.link(_visitor(interaction, character_id))
    )
    view = Page(ui.TextDisplay(say("studio.link", language)), ui.ActionRow(link))
    await interaction.response.send_message(view=view, ephemeral=True)


def _visitor(interaction: Interaction, character_id: int) -> Visitor:
    in_guild = interaction.guild_id is not None and interaction.is_guild_integration()
    can_post = in_guild or interaction.context.dm_channel is True
    return Visitor(
        interaction.user.id,
        str(interaction.locale),
        interaction.guild_id if in_guild else None,
        interaction.channel_id if can_post else None,
        character_id,
    )
