"""/privacy: what is kept of the asker."""

from __future__ import annotations

import io
import math
import re
from typing import Any, Final

import discord
from discord import app_commands, ui

from bot.client import Interaction, reader
from bot.commands.parts import BotGroup
from bot.texts import say
from bot.views.layout import Page, text_page
from bot.views.parts import BotButton

_MESSAGES: Final = 6
"""An answer and five more, which is all that Discord takes from an app that a person installed for themselves."""


class ForgetButton(BotButton, template=r"privacy:forget:(?P<user>\d{1,20})"):
    """Forgets the one who asked for it."""

    def __init__(self, user_id: int, label: str = "") -> None:
        button: ui.Button[Any] = ui.Button(
            label=label or None, emoji="🗑️", style=discord.ButtonStyle.danger, custom_id=f"privacy:forget:{user_id}"
        )
        super().__init__(button)
        self.user_id = user_id

    @classmethod
    def parse(cls, match: re.Match[str]) -> ForgetButton:
        return cls(int(match["user"]))

    @property
    def always_open(self) -> bool:
        return True

    async def run(self, interaction: Interaction) -> None:
        # The question is seen by the asker only; their own id counts in any case.
        kept = await interaction.client.services.privacy.delete(interaction.user.id)
        text = say("privacy.deleted", reader(interaction), characters=kept.characters, animojis=kept.animojis)
        await interaction.response.edit_message(view=text_page(text))


class PrivacyCog(BotGroup, group_name="privacy"):
    always_open = True

    @app_commands.command()
    async def show(self, interaction: Interaction) -> None:
        kept = await self.bot.services.privacy.show(interaction.user.id)
        text = say(
            "privacy.show",
            reader(interaction),
            characters=kept.characters,
            animojis=kept.animojis,
            expressions=kept.expressions,
            speeches=kept.speeches,
            days=self.bot.settings.speeches_days,
        )
        await interaction.response.send_message(view=text_page(text), ephemeral=True)

    @app_commands.command()
    async def export(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        parts = await self.bot.services.privacy.export(interaction.user.id, interaction.filesize_limit)
        names = ["animemoji.zip"] if len(parts) == 1 else [f"animemoji-{n}.zip" for n in range(1, len(parts) + 1)]
        in_one = math.ceil(len(parts) / _MESSAGES)
        text: list[ui.Item[Any]] = [ui.TextDisplay(say("privacy.export", reader(interaction)))]
        for begin in range(0, len(parts), in_one):
            shown = dict(zip(names[begin : begin + in_one], parts[begin : begin + in_one], strict=False))
            files = [discord.File(io.BytesIO(data), name) for name, data in shown.items()]
            page = Page(*(text if begin == 0 else ()), *(ui.File(f"attachment://{name}") for name in shown))
            if begin == 0:
                await interaction.edit_original_response(view=page, attachments=files)
            else:
                await interaction.followup.send(view=page, files=files, ephemeral=True)

    @app_commands.command(name="opt-out")
    async def opt_out(self, interaction: Interaction) -> None:
        await self.bot.services.gate.opt_out(interaction.user.id, True)
        await interaction.response.send_message(say("privacy.opted_out", reader(interaction)), ephemeral=True)

    @app_commands.command(name="opt-in")
    async def opt_in(self, interaction: Interaction) -> None:
        await self.bot.services.gate.opt_out(interaction.user.id, False)
        await interaction.response.send_message(say("privacy.opted_in", reader(interaction)), ephemeral=True)

    @app_commands.command()
    async def delete(self, interaction: Interaction) -> None:
        kept = await self.bot.services.privacy.show(interaction.user.id)
        text = say("privacy.delete", reader(interaction), characters=kept.characters, animojis=kept.animojis)
        row: ui.ActionRow[Any] = ui.ActionRow(
            ForgetButton(interaction.user.id, say("privacy.delete_button", reader(interaction)))
        )
        await interaction.response.send_message(view=Page(ui.TextDisplay(text), row), ephemeral=True)
