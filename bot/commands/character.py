"""/character: the characters that a person keeps."""

from __future__ import annotations

from discord import app_commands

from bot.client import Interaction, asker, reader
from bot.commands.autocomplete import own_characters
from bot.commands.parts import BotGroup
from bot.domain import PREFIX_LENGTH
from bot.services.wishes import PictureUse
from bot.speech_errors import MessagesUnreadError
from bot.texts import say
from bot.views.characters import show_character, show_gallery, take_copy
from bot.views.confirming import ConfirmForm
from bot.views.layout import quoted
from pipeline import limits

Name = app_commands.Range[str, 1, limits.NAME_LENGTH]


class CharacterCog(BotGroup, group_name="character"):
    @app_commands.command(name="list")
    async def list_(self, interaction: Interaction) -> None:
        await show_gallery(interaction)

    @app_commands.command()
    @app_commands.autocomplete(character=own_characters)
    async def view(self, interaction: Interaction, character: str) -> None:
        saved = await self.bot.services.characters.find(interaction.user.id, character)
        await show_character(interaction, saved, PictureUse.VIEW)

    @app_commands.command()
    @app_commands.autocomplete(character=own_characters)
    async def rename(self, interaction: Interaction, character: str, name: Name) -> None:
        await self.bot.services.words.check(asker(interaction), [name])
        new = await self.bot.services.characters.rename(interaction.user.id, character, name)
        await _say(interaction, "character.renamed", name=quoted(new))

    @app_commands.command()
    @app_commands.autocomplete(character=own_characters)
    async def default(self, interaction: Interaction, character: str) -> None:
        name = await self.bot.services.characters.make_default(interaction.user.id, character)
        await _say(interaction, "character.is_default", name=quoted(name))

    @app_commands.command()
    @app_commands.autocomplete(character=own_characters)
    async def share(self, interaction: Interaction, character: str, stop: bool = False) -> None:
        characters = self.bot.services.characters
        if stop:
            name = await characters.stop_sharing(interaction.user.id, character)
            await _say(interaction, "character.not_shared", name=quoted(name))
        else:
            await show_character(interaction, await characters.share(interaction.user.id, character), PictureUse.SHARE)

    @app_commands.command()
    @app_commands.autocomplete(character=own_characters)
    async def prefix(
        self, interaction: Interaction, character: str, prefix: app_commands.Range[str, 1, PREFIX_LENGTH] = ""
    ) -> None:
        if prefix and not self.bot.settings.hears_messages:
            raise MessagesUnreadError
        await self.bot.services.words.check(asker(interaction), [prefix])
        saved = await self.bot.services.characters.set_prefix(interaction.user.id, character, prefix)
        key = "speech.prefix" if saved.prefix else "speech.no_prefix"
        await _say(interaction, key, name=quoted(saved.name), prefix=quoted(saved.prefix or ""))
        if saved.prefix:
            self.bot.services.faces.prepare(saved)

    @app_commands.command(name="import-code")
    async def import_code(
        self,
        interaction: Interaction,
        code: app_commands.Range[str, 1, 40],
        name: Name = "",
    ) -> None:
        await take_copy(interaction, code, name)

    @app_commands.command()
    @app_commands.autocomplete(character=own_characters)
    async def export(self, interaction: Interaction, character: str) -> None:
        saved = await self.bot.services.characters.find(interaction.user.id, character)
        await show_character(interaction, saved, PictureUse.EXPORT)

    @app_commands.command()
    @app_commands.autocomplete(character=own_characters)
    async def delete(self, interaction: Interaction, character: str) -> None:
        characters = self.bot.services.characters
        saved = await characters.find(interaction.user.id, character)

        async def delete(interaction: Interaction) -> None:
            name, count = await characters.delete(interaction.user.id, str(saved.id))
            await _say(interaction, "character.deleted", name=quoted(name), count=count)

        language = reader(interaction)
        text = say("delete.character_text", language, name=quoted(saved.name))
        await ConfirmForm(say("delete.character", language), text, delete).open(interaction)


async def _say(interaction: Interaction, key: str, **fields: object) -> None:
    await interaction.response.send_message(say(key, reader(interaction), **fields), ephemeral=True)
