"""How saved characters look: a gallery with pages, a single one, one that is shared."""

from __future__ import annotations

import asyncio
import json
import logging
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, asker, reader
from bot.discord_services.services import DiscordServices
from bot.domain import Job, SavedCharacter
from bot.services.characters import CharacterPage
from bot.services.orders import Own
from bot.services.students import StudentStanding, StudentState
from bot.services.wishes import PaintPortraits, PictureUse, ShowCharacter
from bot.texts import Language, say
from bot.views.adjusting import AdjustButton
from bot.views.alt import still_text
from bot.views.job_reply import ask, ticket_of
from bot.views.layout import Page, quoted, shown, text_page
from bot.views.letters import Letter, audience_of, reader_of
from bot.views.parts import BotButton
from bot.views.shelves import Filling, Shelf, fills, on_shelf, read_out, show, turning
from bot.views.studio import StudioButton
from pipeline import FLOOR, FULL, PICTURE_SIZE, AnimojiResult, Character, Output, UserError

log = logging.getLogger(__name__)

PAGE: Final = 6
"""Characters in one page of the gallery (a message holds 40 components)."""


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
    await show(interaction, Shelf.OWN)


async def _load(interaction: Interaction, skipped: int) -> CharacterPage:
    return await interaction.client.services.characters.page(interaction.user.id, PAGE, skipped)


async def _paint(interaction: Interaction, page: CharacterPage, number: int) -> None:
    """Has the portraits drawn that a page lacks; nobody waits for that, and it may fail."""
    bare = tuple(saved.id for saved in page.characters if saved.id not in page.portraits)
    if not bare:
        return
    ticket = ticket_of(interaction, private=True)
    try:
        await interaction.client.services.jobs.accept(asker(interaction), ticket, PaintPortraits(bare, number))
    except UserError as error:
        log.info("a gallery lacks portraits: %s", error)


async def gallery_letter(
    services: DiscordServices, job: Job, wish: PaintPortraits, results: Sequence[AnimojiResult]
) -> Letter:
    """The gallery with the portraits that it lacked."""
    for character_id, result in zip(wish.characters, results, strict=True):
        await services.characters.paint(character_id, result.data)
    page = await services.characters.page(job.owner_id, PAGE, wish.page * PAGE)
    files = {f"{number}.webp": portrait for number, portrait in page.portraits.items()}
    words = await read_out(page, reader_of(job))
    return Letter(lambda _: gallery_page(page, wish.page, words, reader_of(job)), files)


def gallery_page(page: CharacterPage, number: int, words: Mapping[int, str], language: Language) -> Page:
    """Page ``number`` (from 0) of a person's characters; the portraits are attached as ``{id}.webp``.

    ``words`` are read out for each of them, by its id.
    """
    if not page.total:
        return text_page(say("characters.none", language))
    items: list[ui.Item[Any]] = [ui.TextDisplay(say("characters.title", language, count=page.total))]
    items += [on_shelf(saved, _line(saved, language), page, words) for saved in page.characters]
    return Page(*items, *turning(Shelf.OWN, page, number, language))


fills(Shelf.OWN, Filling(PAGE, _load, gallery_page, _paint))


def _line(saved: SavedCharacter, language: Language) -> str:
    star = "⭐ " if saved.is_default else ""
    return star + say(
        "characters.line",
        language,
        name=quoted(saved.name),
        prompt=quoted(saved.prompt, 150) or say("characters.picture", language),
        when=discord.utils.format_dt(saved.created_at, "R"),
    )


async def _words(character: Character, language: Language) -> str:
    """A prompt that says all that can be seen of a drawn character, "" for others."""
    spec = character.spec
    if spec is None:
        return ""
    from pipeline import describe

    return say("character.words", language, words=quoted(await asyncio.to_thread(describe, spec, language.code), 1500))


async def show_character(interaction: Interaction, saved: SavedCharacter, look: PictureUse) -> None:
    """Answers with the character's picture and what belongs to it; all but sharing is private."""
    output = Output(size=PICTURE_SIZE, framing=FULL)
    await ask(interaction, ShowCharacter(Own.of(saved), look, output), private=look is not PictureUse.SHARE)


async def character_letter(services: DiscordServices, job: Job, wish: ShowCharacter, result: AnimojiResult) -> Letter:
    """The message with a character's picture. Raises CharacterUnknownError where it was deleted meanwhile."""
    saved = await services.characters.find(job.owner_id, str(wish.character.id))
    language = await audience_of(services, job) if wish.look is PictureUse.SHARE else reader_of(job)
    alt = await asyncio.to_thread(still_text, saved, result.character, language)
    match wish.look:
        case PictureUse.VIEW:
            standing = await services.students.standing(saved, result.character)
            words = [await _words(result.character, language), _student(standing, language)]
            return _viewed(saved, result, language, alt, words, services.studio is not None)
        case PictureUse.EXPORT:
            return _exported(saved, result, language, alt)
        case PictureUse.SHARE:
            return _shared(saved, result, language, alt)


def _student(standing: StudentStanding, language: Language) -> str:
    """How far the character's student is, "" where there is none and will be none."""
    if standing.state is StudentState.NONE:
        return ""
    figure = "" if standing.judgement is None else f"{standing.judgement.psnr.figure:.1f}"
    percent = math.floor(100 * standing.done)
    return say(f"student.{standing.state.value}", language, percent=percent, figure=figure, floor=f"{FLOOR:g}")


def _viewed(
    saved: SavedCharacter,
    result: AnimojiResult,
    language: Language,
    alt: str,
    words: Sequence[str],
    has_studio: bool,
) -> Letter:
    """All that is known of the character."""
    facts = [say(f"kind.{saved.kind.value}", language), str(saved.seed), quoted(saved.prefix or "")]
    lines = [_line(saved, language), *words, f"-# {' · '.join(filter(None, facts))}"]

    def page(first: str) -> Page:
        text: ui.TextDisplay[Any] = ui.TextDisplay("\n".join(filter(None, [first, *lines])))
        buttons: list[BotButton] = [AdjustButton(saved.id, language)] if saved.has_picture else []
        buttons += [StudioButton(saved.id, language)] if has_studio else []
        rows: list[ui.ActionRow[Any]] = [ui.ActionRow(*buttons)] if buttons else []
        return Page(shown("character.png", alt), text, *rows)

    return Letter(page, {"character.png": result.data})


def _exported(saved: SavedCharacter, result: AnimojiResult, language: Language, alt: str) -> Letter:
    """The two files that `animemoji` reads as this character."""
    data = json.dumps(result.character.to_json(), ensure_ascii=False, indent=1).encode()
    text = say("character.exported", language, name=quoted(saved.name))

    def page(first: str) -> Page:
        return Page(
            ui.TextDisplay("\n".join(filter(None, [first, text]))),
            shown("character.png", alt),
            ui.File("attachment://character.json"),
        )

    return Letter(page, {"character.png": result.data, "character.json": data})


def _shared(saved: SavedCharacter, result: AnimojiResult, language: Language, alt: str) -> Letter:
    """The character for everybody here, with a button to take a copy."""
    code = saved.share_code or ""
    user = f"<@{saved.owner_id}>"
    text = say("character.shared", language, user=user, name=quoted(saved.name), code=code)

    def page(first: str) -> Page:
        row: ui.ActionRow[Any] = ui.ActionRow(TakeButton(code, say("character.take", language)))
        words: ui.TextDisplay[Any] = ui.TextDisplay("\n".join(filter(None, [first, text])))
        return Page(words, shown("character.png", alt), row)

    return Letter(page, {"character.png": result.data})
