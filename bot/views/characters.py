"""How saved characters look: a gallery with pages, a single one, one that is shared."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import math
import re
from dataclasses import replace
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, asker, audience, reader
from bot.domain import SavedCharacter
from bot.services.characters import CharacterPage
from bot.texts import Language, say
from bot.views.adjusting import AdjustButton
from bot.views.job_reply import JobReply
from bot.views.layout import Page, quoted, text_page
from bot.views.parts import BotButton
from pipeline import FULL, Character, EngineClosedError, JobCancelled, Output, PipelineError, UserError

log = logging.getLogger(__name__)

PAGE: Final = 6
"""Characters in one page of the gallery (a message holds 40 components)."""
_PICTURE: Final = 512
"""Pixels of a character's picture: the whole aligned one."""


class PageButton(BotButton, template=r"characters:page:(?P<page>\d{1,4})"):
    """Turns the gallery to a page. The gallery is seen by its owner only."""

    def __init__(self, page: int, label: str, disabled: bool = False) -> None:
        super().__init__(ui.Button(label=label, disabled=disabled, custom_id=f"characters:page:{page}"))
        self.page = page

    @classmethod
    def parse(cls, match: re.Match[str]) -> PageButton:
        return cls(int(match["page"]), "")

    async def run(self, interaction: Interaction) -> None:
        page, view = await _gallery(interaction, self.page)
        await interaction.response.edit_message(view=view, attachments=_portraits(page))
        await _paint(interaction, page, self.page)


class TakeButton(BotButton, template=r"character:take:(?P<code>[A-Z0-9]{1,12})"):
    """Saves a copy of a shared character for whoever presses it."""

    def __init__(self, code: str, label: str = "") -> None:
        button: ui.Button[Any] = ui.Button(
            label=label or None, emoji="📥", style=discord.ButtonStyle.primary, custom_id=f"character:take:{code}"
        )
        super().__init__(button)
        self.code = code

    @classmethod
    def parse(cls, match: re.Match[str]) -> TakeButton:
        return cls(match["code"])

    async def run(self, interaction: Interaction) -> None:
        await take_copy(interaction, self.code)


async def take_copy(interaction: Interaction, code: str, name: str = "") -> None:
    """Saves a copy of the character that is shared by ``code`` and says so."""
    characters = interaction.client.services.characters
    await interaction.client.services.words.check(asker(interaction), [name])
    copy = await characters.copy(interaction.user.id, str(interaction.locale), code, name)
    text = say("character.copied", reader(interaction), name=quoted(copy.name))
    await interaction.response.send_message(text, ephemeral=True)


async def show_gallery(interaction: Interaction) -> None:
    """Answers with the first page of the asker's characters."""
    page, view = await _gallery(interaction, 0)
    await interaction.response.send_message(view=view, files=_portraits(page), ephemeral=True)
    await _paint(interaction, page, 0)


async def _paint(interaction: Interaction, page: CharacterPage, number: int) -> None:
    """Draws the portraits that a page lacks, and shows them; nobody waits for that, and it may fail."""
    bare = [saved for saved in page.characters if saved.id not in page.portraits]
    portraits = dict(page.portraits)
    try:
        for saved in bare:
            portrait = await interaction.client.services.animojis.paint(asker(interaction), saved.id)
            portraits |= {} if portrait is None else {saved.id: portrait}
        if bare:
            page = replace(page, portraits=portraits)
            view = gallery_page(page, number, reader(interaction))
            await interaction.edit_original_response(view=view, attachments=_portraits(page))
    except (UserError, PipelineError, JobCancelled, EngineClosedError, discord.DiscordException, OSError) as error:
        log.warning("a gallery lacks portraits: %s", error)


async def _gallery(interaction: Interaction, number: int) -> tuple[CharacterPage, Page]:
    characters = interaction.client.services.characters
    page = await characters.page(interaction.user.id, PAGE, number * PAGE)
    if number and not page.characters:  # some were deleted meanwhile
        number = max(0, math.ceil(page.total / PAGE) - 1)
        page = await characters.page(interaction.user.id, PAGE, number * PAGE)
    return page, gallery_page(page, number, reader(interaction))


def _portraits(page: CharacterPage) -> list[discord.File]:
    return [discord.File(io.BytesIO(portrait), f"{number}.webp") for number, portrait in page.portraits.items()]


def gallery_page(page: CharacterPage, number: int, language: Language) -> Page:
    """Page ``number`` (from 0) of a person's characters; the portraits are attached as ``{id}.webp``."""
    if not page.total:
        return text_page(say("characters.none", language))
    items: list[ui.Item[Any]] = [ui.TextDisplay(say("characters.title", language, count=page.total))]
    for saved in page.characters:
        text: ui.TextDisplay[Any] = ui.TextDisplay(_line(saved, language))
        if saved.id in page.portraits:
            items.append(ui.Section(text, accessory=ui.Thumbnail(f"attachment://{saved.id}.webp")))
        else:
            items.append(text)
    last = math.ceil(page.total / PAGE) - 1
    if last > 0:
        items.append(
            ui.ActionRow(
                PageButton(max(0, number - 1), say("characters.back", language), disabled=number <= 0),
                PageButton(number + 1, say("characters.next", language), disabled=number >= last),
            )
        )
    return Page(*items)


def _line(saved: SavedCharacter, language: Language) -> str:
    star = "⭐ " if saved.is_default else ""
    return star + say(
        "characters.line",
        language,
        name=quoted(saved.name),
        prompt=quoted(saved.prompt, 150) or say("characters.picture", language),
        when=discord.utils.format_dt(saved.created_at, "R"),
    )


async def _picture(interaction: Interaction, character: Character, reply: JobReply) -> bytes:
    output = Output(size=_PICTURE, framing=FULL)
    return await interaction.client.services.animojis.still(character, output, asker(interaction), reply.show)


def _gallery_of(filename: str) -> ui.MediaGallery[Any]:
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{filename}"))


async def _words(character: Character, language: Language) -> str:
    """A prompt that says all that can be seen of a drawn character, "" for others."""
    spec = character.spec
    if spec is None:
        return ""
    from pipeline import describe

    return say("character.words", language, words=quoted(await asyncio.to_thread(describe, spec), 1500))


async def view_character(interaction: Interaction, saved: SavedCharacter) -> None:
    """Answers privately with the character's picture and all that is known of it."""
    reply = await JobReply.begin(interaction, private=True)
    character = await interaction.client.services.characters.load(saved)
    picture = await _picture(interaction, character, reply)
    lines = [_line(saved, reader(interaction)), await _words(character, reader(interaction))]
    lines.append(f"-# {saved.kind.value} · {saved.seed}")
    buttons: list[ui.ActionRow[Any]] = []
    if saved.has_picture:
        buttons.append(ui.ActionRow(AdjustButton(saved.id, reader(interaction))))

    def page(first: str) -> Page:
        text: ui.TextDisplay[Any] = ui.TextDisplay("\n".join(filter(None, [first, *lines])))
        return Page(_gallery_of("character.png"), text, *buttons)

    await reply.finish(page, {"character.png": picture})


async def export_character(interaction: Interaction, saved: SavedCharacter) -> None:
    """Answers privately with the two files that `animemoji` reads as this character."""
    reply = await JobReply.begin(interaction, private=True)
    character = await interaction.client.services.characters.load(saved)
    picture = await _picture(interaction, character, reply)
    data = json.dumps(character.to_json(), ensure_ascii=False, indent=1).encode()
    text = say("character.exported", reader(interaction), name=quoted(saved.name))

    def page(first: str) -> Page:
        return Page(
            ui.TextDisplay("\n".join(filter(None, [first, text]))),
            _gallery_of("character.png"),
            ui.File("attachment://character.json"),
        )

    await reply.finish(page, {"character.png": picture, "character.json": data})


async def share_character(interaction: Interaction, saved: SavedCharacter, code: str) -> None:
    """Shows the character to everybody here, with a button to take a copy."""
    reply = await JobReply.begin(interaction)
    character = await interaction.client.services.characters.load(saved)
    picture = await _picture(interaction, character, reply)
    language = audience(interaction)
    text = say("character.shared", language, user=interaction.user.mention, name=quoted(saved.name), code=code)

    def page(first: str) -> Page:
        return Page(
            ui.TextDisplay("\n".join(filter(None, [first, text]))),
            _gallery_of("character.png"),
            ui.ActionRow(TakeButton(code, say("character.take", language))),
        )

    await reply.finish(page, {"character.png": picture})
