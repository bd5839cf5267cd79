"""A server's gallery: its pages, trying a character on, and having one like it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from discord import ui

from bot.client import Interaction, asker, reader
from bot.discord_services.services import DiscordServices
from bot.domain import Job, SavedCharacter
from bot.errors import GalleryGoneError, ServerOnlyError
from bot.services import motions
from bot.services.characters import CharacterPage
from bot.services.naming import given_name
from bot.services.orders import Order, Own, Preset
from bot.services.wishes import TryOn
from bot.texts import ENGLISH, Language, say
from bot.views.alt import still_text
from bot.views.job_reply import ask
from bot.views.layout import Page, file_page, quoted, shown, text_page
from bot.views.letters import Letter, reader_of
from bot.views.making import make, output_for
from bot.views.parts import BotButton, Form, one_of
from bot.views.shelves import Filling, Shelf, fills, on_shelf, show, turning
from pipeline import AnimojiResult, limits

PAGE: Final = 5
"""Characters in one page: each takes six components, and a message holds 40."""


class GalleryAction(str, Enum):
    """What a button below a character of the gallery does."""

    TRY = "try"
    MINE = "mine"


class GalleryButton(BotButton, template=rf"gallery:(?P<action>{'|'.join(GalleryAction)}):(?P<character>\d{{1,18}})"):
    """Shows a visitor how a character moves, or gives them one like it."""

    def __init__(self, action: GalleryAction, character_id: int, language: Language = ENGLISH) -> None:
        super().__init__(one_of("gallery", action, character_id, action is GalleryAction.MINE, language))
        self.action = action
        self.character_id = character_id

    @classmethod
    def parse(cls, match: re.Match[str]) -> GalleryButton:
        return cls(GalleryAction(match["action"]), int(match["character"]))

    async def run(self, interaction: Interaction) -> None:
        saved = await interaction.client.services.gallery.find(server_of(interaction), self.character_id)
        if self.action is GalleryAction.TRY:
            await ask(interaction, TryOn(Own.of(saved), output_for(interaction)), private=True)
        else:
            await MineForm(saved, reader(interaction)).open(interaction)


class MineForm(Form):
    """Asks a visitor how their own one is called, and which of its words they would have otherwise."""

    def __init__(self, saved: SavedCharacter, language: Language) -> None:
        super().__init__(say("gallery.mine_title", language))
        self._saved = saved
        self.name: ui.TextInput[Any] = ui.TextInput(default=saved.name, required=False, max_length=limits.NAME_LENGTH)
        self.words: ui.TextInput[Any] = ui.TextInput(
            placeholder=say("gallery.mine_example", language), required=False, max_length=limits.PROMPT_LENGTH
        )
        self.add_item(ui.Label(text=say("rename.name", language), component=self.name))
        if saved.prompt:
            note = say("gallery.mine_note", language)
            self.add_item(ui.Label(text=say("gallery.mine_words", language), description=note, component=self.words))

    async def run(self, interaction: Interaction) -> None:
        services, guild_id = interaction.client.services, server_of(interaction)
        name, words = self.name.value.strip(), self.words.value.strip()
        if words:
            changed = await services.gallery.with_own_words(guild_id, self._saved.id, words)
            named = "" if name == self._saved.name else name
            order = Order(changed, Preset(motions.IDLE), named, after=given_name(self._saved))
            await make(interaction, order)
            return
        await services.words.check(asker(interaction), [name])
        person, locale = interaction.user.id, str(interaction.locale)
        own = name if name != self._saved.name else ""
        copy = await services.gallery.copy(guild_id, self._saved.id, person, locale, own)
        text = say("character.copied", reader(interaction), name=quoted(copy.name))
        await interaction.response.send_message(text, ephemeral=True)


def server_of(interaction: Interaction) -> int:
    """The server of an interaction. Raises ServerOnlyError."""
    guild_id = asker(interaction).guild_id
    if guild_id is None:
        raise ServerOnlyError
    return guild_id


async def show_server_gallery(interaction: Interaction) -> None:
    """Answers with the first page of the server's gallery."""
    await show(interaction, Shelf.GALLERY)


async def _load(interaction: Interaction, skipped: int) -> CharacterPage:
    return await interaction.client.services.gallery.page(server_of(interaction), PAGE, skipped)


def server_gallery_page(page: CharacterPage, number: int, words: Mapping[int, str], language: Language) -> Page:
    """Page ``number`` (from 0) of a server's gallery; the portraits are attached as ``{id}.webp``.

    ``words`` are read out for each of them, by its id.
    """
    if not page.total:
        return text_page(say("gallery.none", language))
    items: list[ui.Item[Any]] = [ui.TextDisplay(say("gallery.title", language, count=page.total))]
    for saved in page.characters:
        line = say("gallery.line", language, name=quoted(saved.name), user=f"<@{saved.owner_id}>")
        items.append(on_shelf(saved, line, page, words))
        items.append(ui.ActionRow(*(GalleryButton(action, saved.id, language) for action in GalleryAction)))
    return Page(*items, *turning(Shelf.GALLERY, page, number, language))


fills(Shelf.GALLERY, Filling(PAGE, _load, server_gallery_page))


async def try_on_letter(services: DiscordServices, job: Job, wish: TryOn, result: AnimojiResult) -> Letter:
    """The message in which a visitor sees a character move. Raises GalleryGoneError where it was taken away."""
    if job.guild_id is None:
        raise GalleryGoneError
    saved = await services.gallery.find(job.guild_id, wish.character.id)
    language = reader_of(job)
    alt = await asyncio.to_thread(still_text, saved, result.character, language)
    name = f"try-on{result.format.extension}"
    text = say("gallery.tried", language, name=quoted(saved.name), user=f"<@{saved.owner_id}>")

    def page(first: str) -> Page:
        view = file_page(first, shown(name, alt), text)
        view.add_item(ui.ActionRow(GalleryButton(GalleryAction.MINE, saved.id, language)))
        return view

    return Letter(page, {name: result.data})
