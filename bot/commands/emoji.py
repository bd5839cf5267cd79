"""/emoji: animojis become emoji and stickers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.asking import made_here, own_animojis, own_characters
from bot.services.expressions import suggest_emoji_name, suggest_sticker_name
from bot.services.packs import FEELINGS, USUAL
from bot.texts import say
from bot.views.expressing import (
    add_emoji,
    add_pack,
    add_sticker,
    check_emoji,
    check_sticker,
    made_page,
    place_of,
)

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot


class EmojiCog(commands.GroupCog, group_name="emoji", group_description="Emoji and stickers made from your animojis"):
    def __init__(self, bot: AnimeMojiBot) -> None:
        self.bot = bot

    @app_commands.command(description="Make an animoji an emoji of this server")
    @app_commands.describe(
        name="The emoji's name: letters, digits and underscores", animoji="Which one; the last one you made if left out"
    )
    @app_commands.autocomplete(animoji=own_animojis)
    async def add(
        self,
        interaction: discord.Interaction[AnimeMojiBot],
        name: app_commands.Range[str, 1, 40] = "",
        animoji: int | None = None,
    ) -> None:
        await check_emoji(interaction)
        chosen = await self.bot.services.animojis.chosen(interaction.user.id, animoji)
        await add_emoji(interaction, chosen, name or suggest_emoji_name(chosen.character_row.name))

    @app_commands.command(description="Make an animoji a sticker of this server")
    @app_commands.describe(
        name="The sticker's name",
        tag="The emoji that stands for it",
        animoji="Which one; the last one you made if left out",
    )
    @app_commands.autocomplete(animoji=own_animojis)
    async def sticker(
        self,
        interaction: discord.Interaction[AnimeMojiBot],
        name: app_commands.Range[str, 2, 30] = "",
        tag: app_commands.Range[str, 1, 40] = "😀",
        animoji: int | None = None,
    ) -> None:
        await check_sticker(interaction)
        chosen = await self.bot.services.animojis.chosen(interaction.user.id, animoji)
        await add_sticker(interaction, chosen, name or suggest_sticker_name(chosen.character_row.name), tag)

    @app_commands.command(description="Make a set of emoji of one character: happy, sad, angry and so on")
    @app_commands.describe(
        character="One of your characters; your default one if left out",
        name="How the emoji's names begin",
        count="How many; six if left out",
    )
    @app_commands.autocomplete(character=own_characters)
    async def pack(
        self,
        interaction: discord.Interaction[AnimeMojiBot],
        character: str = "",
        name: app_commands.Range[str, 1, 24] = "",
        count: app_commands.Range[int, 1, len(FEELINGS)] = USUAL,
    ) -> None:
        await check_emoji(interaction)
        saved = await self.bot.services.characters.find(interaction.user.id, character)
        await add_pack(interaction, saved, name, count)

    @app_commands.command(name="list", description="Show the emoji and stickers that I made here")
    async def list_(self, interaction: discord.Interaction[AnimeMojiBot]) -> None:
        rows = await self.bot.services.expressions.made_here(place_of(interaction), interaction.user.id)
        await interaction.response.send_message(view=made_page(rows, interaction.locale), ephemeral=True)

    @app_commands.command(description="Remove an emoji or a sticker that I made here")
    @app_commands.describe(made="Which one")
    @app_commands.autocomplete(made=made_here)
    async def remove(self, interaction: discord.Interaction[AnimeMojiBot], made: str) -> None:
        number = int(made) if made.isdecimal() and len(made) < 20 else 0
        expressions = self.bot.services.expressions
        name = await expressions.remove(place_of(interaction), number, interaction.user.id)
        await interaction.response.send_message(say("emoji.removed", interaction.locale, name=name), ephemeral=True)
