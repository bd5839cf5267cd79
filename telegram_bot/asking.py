"""From what somebody sent to a job."""

from __future__ import annotations

import logging
from typing import Final

from telegram.error import TelegramError

from bot.services.found import FoundFile, FoundKind
from bot.services.jobs import HOLD, Ticket
from bot.services.leases import now
from bot.services.orders import Attached, Clip, Order, Own, Picture, Preset, Voice, Words
from bot.services.seeds import new_seed
from bot.services.wishes import NewAnimoji, Wish
from pipeline import Format, Output
from telegram_bot.errors import WordsFirstError
from telegram_bot.keyboards import cancel_keyboard
from telegram_bot.people import job_of
from telegram_bot.sending import is_weather
from telegram_bot.visit import Visit

log = logging.getLogger(__name__)

GREETING: Final = "wave"
"""What a new character does when nobody says what."""
SCENE: Final = "sakura"
"""What stands behind a film, which is never transparent; stickers are."""
FILM: Final = Output(Format.MP4, 512, 25.0, 8 * 1024 * 1024, may_shrink=True)
"""How an animoji is shown: Telegram plays it in place, over and over."""


async def make(visit: Visit, order: Order) -> None:
    """Makes what was ordered and answers with it. Raises UserError where it was refused."""
    animojis = visit.services.animojis
    animojis.look_at(order)
    await animojis.check(visit.asker, order)
    await ask(visit, NewAnimoji(order, FILM))


async def ask(visit: Visit, wish: Wish) -> None:
    """Makes a job of what somebody did. It is a row before they are answered, so nothing is lost whatever dies then.

    Raises:
        UserError: a limit is reached, or nothing can be written down.
    """
    jobs, number = visit.services.jobs, job_of(visit.update)
    ticket = Ticket(number, "", now(), visit.is_private)
    if not await jobs.accept(visit.asker, ticket, wish, HOLD):
        log.info("update %d came a second time", visit.update.update_id)
        return
    message_id = None
    try:
        shown = await visit.answer(visit.say("job.starting"), cancel_keyboard(number, visit.language))
        message_id = shown.message_id
    except TelegramError as error:
        if not is_weather(error):  # nobody can be answered there
            await jobs.undo(number)
            raise
        log.warning("job %d may not look accepted: %r", number, error)
    await jobs.acknowledged(number, message_id)


def new_character(words: str) -> Words:
    """Somebody of these words, whom nobody has seen."""
    return Words(words.strip(), new_seed())


async def order_of(visit: Visit, words: str, found: FoundFile | None) -> Order:
    """What a message asks for: somebody new where it has words or a picture, else the person's own character.

    Args:
        words: what is written in it.
        found: its file.

    Raises:
        WordsFirstError: there is a motion and nobody to do it.
    """
    if found is not None and found.kind is FoundKind.IMAGE:
        return Order(Picture(Attached.of(found)), Preset(GREETING), background=SCENE)
    if words.strip():
        return order_of_new(visit, words, found)
    return Order(await _own(visit), _motion(visit, found), background=SCENE)


def order_of_new(visit: Visit, words: str, found: FoundFile | None) -> Order:
    """Somebody new does what is in a file."""
    return Order(new_character(words), _motion(visit, found), background=SCENE)


async def _own(visit: Visit) -> Own:
    characters = visit.services.characters
    if not await characters.has_any(visit.asker.user_id):
        raise WordsFirstError
    return Own.of(await characters.find(visit.asker.user_id, ""))


def _motion(visit: Visit, found: FoundFile | None) -> Clip | Voice | Preset:
    if found is None:
        return Preset(GREETING)
    file = Attached.of(found)
    return Voice(file) if found.kind is FoundKind.AUDIO else Clip(file, visit.settings.clip_seconds)
