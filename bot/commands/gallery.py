"""/gallery: characters that people show to everybody in a server."""

from __future__ import annotations

from discord import app_commands

from bot.client import Interaction, reader
from bot.commands.autocomplete import own_characters, shown_characters
from bot.commands.parts import BotGroup
from bot.texts import say
from bot.views.gallery import server_of, show_server_gallery
from bot.views.journal import write_down
from bot.views.layout import quoted


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class GalleryCog(BotGroup, group_name="gallery"):
    @app_commands.command()
    async def show(self, interaction: Interaction) -> None:
        await show_server_gallery(interaction)

    @app_commands.command()
    @app_commands.autocomplete(character=own_characters)
    async def add(self, interaction: Interaction, character: str = "") -> None:
        saved = await self.bot.services.gallery.show(server_of(interaction), interaction.user.id, character)
        text = say("gallery.added", reader(interaction), name=quoted(saved.name))
        await interaction.response.send_message(text, ephemeral=True)

    @app_commands.command()
    @app_commands.autocomplete(character=shown_characters)
    async def remove(self, interaction: Interaction, character: str) -> None:
        guild_id, moderates = server_of(interaction), interaction.permissions.manage_messages
        saved = await self.bot.services.gallery.hide(guild_id, interaction.user.id, character, moderates)
        text = say("gallery.removed", reader(interaction), name=quoted(saved.name))
        await interaction.response.send_message(text, ephemeral=True)
        if saved.owner_id != interaction.user.id:
            people = {"user": interaction.user.mention, "owner": f"<@{saved.owner_id}>"}
            await write_down(self.bot, guild_id, "journal.unshown", name=quoted(saved.name), **people)
