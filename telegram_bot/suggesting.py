"""Words for how somebody looks: read from their video message, and only used when they say so."""

from __future__ import annotations

import re

from telegram import Message

from bot.services.found import FoundFile
from bot.services.wishes import Suggest
from bot.texts import Language, likeness_text
from pipeline import Likeness
from telegram_bot.asking import ask, make, order_of_new
from telegram_bot.keyboards import LOOKS
from telegram_bot.visit import Visit
from telegram_bot.words import say

_GAP = "\n\n"
"""Between what is said and the suggested words, which stand in the message and nowhere else."""


def shows_them(message: Message) -> bool:
    """Whether a message holds a clip that its person has just recorded of themselves."""
    return message.video_note is not None and message.forward_origin is None


async def suggest(visit: Visit, clip: FoundFile) -> None:
    """Looks at a person in their own clip, and suggests words to them. Raises UserError where that is refused."""
    order = order_of_new(visit, "", clip)
    animojis = visit.services.animojis
    animojis.look_at(order, is_described=False)
    await animojis.check(visit.asker, order)
    await ask(visit, Suggest(order))


def suggestion_text(likeness: Likeness, language: Language) -> str:
    """The message with the suggested words; one without any where nothing was sure."""
    words = likeness_text(likeness, language)
    if not words:
        return say("looks.nothing", language)
    return _GAP.join((say("looks.title", language), words, say("looks.note", language)))


async def on_suggestion(visit: Visit) -> None:
    """The words are taken as they are."""
    await make_suggested(visit, int(visit.part("job")), (visit.message.text or "").split(_GAP)[1])


async def make_suggested(visit: Visit, job: int, words: str) -> None:
    """Makes what words were suggested for, with these ones.

    Raises:
        SuggestionGoneError, NotYoursError
    """
    suggestion = await visit.services.jobs.suggestion(job, visit.asker.user_id)
    await make(visit, suggestion.order.described(words.strip()))


def suggested_in(message: Message | None) -> int | None:
    """The job whose suggestion a message is."""
    keyboard = None if message is None else message.reply_markup
    buttons = [] if keyboard is None else [button for row in keyboard.inline_keyboard for button in row]
    found = (re.match(LOOKS, str(button.callback_data)) for button in buttons)
    return next((int(match["job"]) for match in found if match), None)
