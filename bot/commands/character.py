"""/character: the characters that a person keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.asking import own_characters
from bot.texts import say
from bot.views.characters import characters_page
from bot.views.layout import quoted

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot

_LISTED = 15
"""Characters in one list."""


class CharacterCog(commands.GroupCog, group_name="character", group_description="Your saved characters"):
    def __init__(self, bot: AnimeMojiBot) -> None:
        self.bot = bot

    @app_commands.command(name="list", description="Show your characters")
    async def list_(self, interaction: discord.Interaction[AnimeMojiBot]) -> None:
        page = await self.bot.services.characters.page(interaction.user.id, _LISTED)
        await interaction.response.send_message(view=characters_page(page, interaction.locale), ephemeral=True)

    @app_commands.command(description="Delete one of your characters and the animojis made with it")
    @app_commands.describe(character="One of your characters")
    @app_commands.autocomplete(character=own_characters)
    async def delete(self, interaction: discord.Interaction[AnimeMojiBot], character: str) -> None:
        name, count = await self.bot.services.characters.delete(interaction.user.id, character)
        text = say("character.deleted", interaction.locale, name=quoted(name), count=count)
        await interaction.response.send_message(text, ephemeral=True)
