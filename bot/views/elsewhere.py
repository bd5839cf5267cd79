"""Packs for other places than Discord: whose files they are, and the archive they come in."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.client import Interaction, asker, reader
from bot.discord_services.expressions import suggest_emoji_name
from bot.domain import Job, KeptAnimoji, SavedCharacter
from bot.services.orders import Own
from bot.services.packs import USUAL
from bot.services.wishes import PackFiles
from bot.texts import Language, file_size, say
from bot.views.job_reply import ask
from bot.views.layout import Page, quoted
from bot.views.letters import Letter, reader_of
from bot.views.parts import Form
from pipeline import TARGETS, AnimojiResult, feelings_for, find_target, pieces_of, target_steps, write_pack


async def make_pack(interaction: Interaction, character: SavedCharacter, place: str, name: str, count: int) -> None:
    """Draws a pack of a character for a place, and hands it over privately. Raises UnknownTargetError."""
    target = find_target(place)
    await interaction.client.services.words.check(asker(interaction), [name])
    wish = PackFiles(Own.of(character), target.name, feelings_for(target, count), name or character.name)
    await ask(interaction, wish, private=True)


async def archive_letter(job: Job, wish: PackFiles, results: Sequence[AnimojiResult]) -> Letter:
    """The message with a finished pack as one archive."""
    language, target = reader_of(job), find_target(wish.place)
    names = [piece.name for piece in pieces_of(target, wish.feelings)]
    drawn = {name: result.data for name, result in zip(names, results, strict=True)}
    archive = await asyncio.to_thread(write_pack, target, wish.title, drawn)
    filename = f"{suggest_emoji_name(wish.title)}-{target.name}.zip"
    steps = enumerate(target_steps(target, language.code), 1)
    text = say(
        "pack.files",
        language,
        name=quoted(wish.title),
        place=say(f"place.{target.name}", language),
        count=len(wish.feelings),
        bytes=file_size(len(archive)),
        steps="\n".join(f"{number}. {step}" for number, step in steps),
    )

    def page(first: str) -> Page:
        words: ui.TextDisplay[Any] = ui.TextDisplay("\n".join(filter(None, [first, text])))
        return Page(words, ui.File(f"attachment://{filename}"))

    return Letter(page, {filename: archive})


class PackModal(Form):
    """Asks for which place the pack is."""

    def __init__(self, animoji: KeptAnimoji, language: Language) -> None:
        super().__init__(say("pack.title", language))
        self._character = animoji.character
        options = [discord.SelectOption(label=say(f"place.{name}", language), value=name) for name in TARGETS]
        self.place: ui.Select[Any] = ui.Select(options=options)
        self.add_item(
            ui.Label(
                text=say("pack.place", language), description=say("pack.place_note", language), component=self.place
            )
        )

    async def run(self, interaction: Interaction) -> None:
        await make_pack(interaction, self._character, self.place.values[0], "", USUAL)


async def ask_pack(interaction: Interaction, animoji_id: int) -> None:
    """Answers the button, for the animoji's owner."""
    animoji = await interaction.client.services.animojis.owned(animoji_id, interaction.user.id)
    await PackModal(animoji, reader(interaction)).open(interaction)
