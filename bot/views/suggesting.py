"""Words for how somebody looks: read from their clip, suggested, and only used when they have sent them themselves."""

from __future__ import annotations

import re
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, asker, reader
from bot.domain import Job
from bot.services.orders import Attached, Order
from bot.services.wishes import Suggest
from bot.texts import ENGLISH, Language, likeness_text, say
from bot.views.job_reply import ask
from bot.views.layout import Page
from bot.views.letters import Letter, reader_of
from bot.views.making import make
from bot.views.parts import BotButton, Form
from pipeline import Likeness, limits

_WORDS: Final = 10
"""The component that holds the suggested words: they stand in the message, and nowhere else."""


async def suggest(interaction: Interaction, order: Order, photo: Attached | None, private: bool | None) -> None:
    """Looks at the person of a photo, or else of the order's clip, and suggests words to whoever asks.

    Raises:
        UserError: the order was refused.
    """
    services = interaction.client.services
    services.animojis.look_at(order, is_described=False)
    if photo is not None:
        services.uploads.check(photo)
    await services.animojis.check(asker(interaction), order)
    await ask(interaction, Suggest(order, photo, private), private=True)


def suggestion_letter(job: Job, likeness: Likeness) -> Letter:
    """The message with the suggested words."""
    language = reader_of(job)
    words = likeness_text(likeness, language)

    def page(first: str) -> Page:
        title: ui.TextDisplay[Any] = ui.TextDisplay(say("looks.title", language))
        said = words or say("looks.nothing", language)
        shown: ui.TextDisplay[Any] = ui.TextDisplay(said, id=_WORDS if words else None)
        note: ui.TextDisplay[Any] = ui.TextDisplay(say("looks.note", language))
        row: ui.ActionRow[Any] = ui.ActionRow(SuggestionButton(job.id, language))
        return Page(title, shown, note, row, outside=[ui.TextDisplay(first)] if first else [])

    return Letter(page)


class SuggestionButton(BotButton, template=r"looks:edit:(?P<job>\d{1,20})"):
    """Opens the suggested words to be changed; sent, they are what the character is made of."""

    def __init__(self, job: int, language: Language = ENGLISH) -> None:
        label, custom_id = say("looks.edit", language), f"looks:edit:{job}"
        super().__init__(ui.Button(label=label, style=discord.ButtonStyle.primary, custom_id=custom_id))
        self.job = job

    @classmethod
    def parse(cls, match: re.Match[str]) -> SuggestionButton:
        return cls(int(match["job"]))

    async def run(self, interaction: Interaction) -> None:
        suggestion = await interaction.client.services.jobs.suggestion(self.job, interaction.user.id)
        await SuggestionForm(suggestion, _words_in(interaction.message), reader(interaction)).open(interaction)


class SuggestionForm(Form):
    """The words of a suggestion behind those that the person wrote themselves, to be changed."""

    def __init__(self, suggestion: Suggest, words: str, language: Language) -> None:
        super().__init__(say("looks.form", language))
        self._suggestion = suggestion
        own = suggestion.order.prompt or ""
        self.prompt: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph,
            placeholder=say("form.prompt_example", language),
            default=say("understood.comma", language).join(filter(None, [own, words]))[: limits.PROMPT_LENGTH],
            max_length=limits.PROMPT_LENGTH,
        )
        note = say("looks.form_note", language)
        self.add_item(ui.Label(text=say("tweak.prompt", language), description=note, component=self.prompt))

    async def run(self, interaction: Interaction) -> None:
        order = self._suggestion.order.described(self.prompt.value.strip())
        await make(interaction, order, self._suggestion.private)


def _words_in(message: discord.Message | None) -> str:
    """The words that a message suggests; "" where it suggests none."""
    found = None if message is None else ui.LayoutView.from_message(message, timeout=None).find_item(_WORDS)
    return found.content if isinstance(found, ui.TextDisplay) else ""
