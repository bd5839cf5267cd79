"""/emoji: animojis become emoji and stickers."""

from __future__ import annotations

from discord import app_commands

from bot.client import Interaction, reader
from bot.commands.autocomplete import made_here, own_animojis, own_characters
from bot.commands.parts import BotGroup
from bot.discord_services.expressions import suggest_emoji_name, suggest_sticker_name
from bot.services.packs import USUAL
from bot.texts.commands import choice
from bot.views.elsewhere import make_pack
from bot.views.expressing import (
    add_emoji,
    add_pack,
    add_sticker,
    ask_remove,
    check_emoji,
    check_sticker,
    made_page,
    place_of,
)
from pipeline import FEELINGS, TARGETS

_PLACES = [choice(f"place.{name}", name) for name in TARGETS]


class EmojiCog(BotGroup, group_name="emoji"):
    @app_commands.command()
    @app_commands.autocomplete(animoji=own_animojis)
    async def add(
        self,
        interaction: Interaction,
        name: app_commands.Range[str, 1, 40] = "",
        animoji: int | None = None,
    ) -> None:
        await check_emoji(interaction)
        chosen = await self.bot.services.animojis.chosen(interaction.user.id, animoji)
        await add_emoji(interaction, chosen, name or suggest_emoji_name(chosen.character.name))

    @app_commands.command()
    @app_commands.autocomplete(animoji=own_animojis)
    async def sticker(
        self,
        interaction: Interaction,
        name: app_commands.Range[str, 2, 30] = "",
        tag: app_commands.Range[str, 1, 40] = "😀",
        animoji: int | None = None,
    ) -> None:
        await check_sticker(interaction)
        chosen = await self.bot.services.animojis.chosen(interaction.user.id, animoji)
        await add_sticker(interaction, chosen, name or suggest_sticker_name(chosen.character.name), tag)

    @app_commands.command()
    @app_commands.rename(place="for")
    @app_commands.choices(place=_PLACES)
    @app_commands.autocomplete(character=own_characters)
    async def pack(
        self,
        interaction: Interaction,
        character: str = "",
        name: app_commands.Range[str, 1, 24] = "",
        count: app_commands.Range[int, 1, len(FEELINGS)] = USUAL,
        place: str = "",
    ) -> None:
        if place:
            saved = await self.bot.services.characters.find(interaction.user.id, character)
            await make_pack(interaction, saved, place, name, count)
            return
        await check_emoji(interaction)
        saved = await self.bot.services.characters.find(interaction.user.id, character)
        await add_pack(interaction, saved, name, count)

    @app_commands.command(name="list")
    async def list_(self, interaction: Interaction) -> None:
        rows = await self.bot.services.expressions.made_here(await place_of(interaction), interaction.user.id)
        await interaction.response.send_message(view=made_page(rows, reader(interaction)), ephemeral=True)

    @app_commands.command()
    @app_commands.autocomplete(made=made_here)
    async def remove(self, interaction: Interaction, made: str) -> None:
        number = int(made) if made.isdecimal() and len(made) < 20 else 0
        await ask_remove(interaction, number)
