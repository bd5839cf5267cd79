"""/privacy: what is kept of the asker."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.texts import say
from bot.views.failure import tell_failure
from bot.views.layout import Page, text_page

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot


class ForgetButton(ui.DynamicItem[ui.Button[Any]], template=r"privacy:forget:(?P<user>\d{1,20})"):
    """Forgets the one who asked for it."""

    def __init__(self, user_id: int, label: str = "") -> None:
        button: ui.Button[Any] = ui.Button(
            label=label or None, emoji="🗑️", style=discord.ButtonStyle.danger, custom_id=f"privacy:forget:{user_id}"
        )
        super().__init__(button)
        self.user_id = user_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> ForgetButton:
        return cls(int(match["user"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            # The question is seen by the asker only; their own id counts in any case.
            kept = await interaction.client.services.privacy.delete(interaction.user.id)
            text = say("privacy.deleted", interaction.locale, characters=kept.characters, animojis=kept.animojis)
            await interaction.response.edit_message(view=text_page(text))
        except Exception as error:
            await tell_failure(interaction, error)


class PrivacyCog(commands.GroupCog, group_name="privacy", group_description="What I keep of you"):
    def __init__(self, bot: AnimeMojiBot) -> None:
        self.bot = bot

    @app_commands.command(description="Show what I keep of you and for how long")
    async def show(self, interaction: discord.Interaction[AnimeMojiBot]) -> None:
        kept = await self.bot.services.privacy.show(interaction.user.id)
        text = say(
            "privacy.show",
            interaction.locale,
            characters=kept.characters,
            animojis=kept.animojis,
            expressions=kept.expressions,
        )
        await interaction.response.send_message(view=text_page(text), ephemeral=True)

    @app_commands.command(description="Get all that I keep of you as a file")
    async def export(self, interaction: discord.Interaction[AnimeMojiBot]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        data = await self.bot.services.privacy.export(interaction.user.id)
        page = Page(ui.TextDisplay(say("privacy.export", interaction.locale)), ui.File("attachment://animemoji.zip"))
        file = discord.File(io.BytesIO(data), "animemoji.zip")
        await interaction.edit_original_response(view=page, attachments=[file])

    @app_commands.command(description="Let me forget you and all that you made")
    async def delete(self, interaction: discord.Interaction[AnimeMojiBot]) -> None:
        kept = await self.bot.services.privacy.show(interaction.user.id)
        text = say("privacy.delete", interaction.locale, characters=kept.characters, animojis=kept.animojis)
        row: ui.ActionRow[Any] = ui.ActionRow(
            ForgetButton(interaction.user.id, say("privacy.delete_button", interaction.locale))
        )
        await interaction.response.send_message(view=Page(ui.TextDisplay(text), row), ephemeral=True)
