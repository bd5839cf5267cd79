"""What people write and send."""

from __future__ import annotations

import asyncio
from importlib.metadata import PackageNotFoundError, version

from telegram import Message

from bot.domain import Platform
from bot.services.found import FoundFile
from telegram_bot.asking import make, order_of
from telegram_bot.errors import NothingHereError, WordsFirstError
from telegram_bot.files import found_in
from telegram_bot.keyboards import PAGE, characters_keyboard, forget_keyboard, privacy_keyboard
from telegram_bot.people import author_of, person_of
from telegram_bot.suggesting import make_suggested, shows_them, suggest, suggested_in
from telegram_bot.visit import Visit
from telegram_bot.words import quoted


async def start(visit: Visit) -> None:
    """/start: the first steps; with the code of a shared character behind it, a copy of that."""
    if visit.args:
        characters = visit.services.characters
        copy = await characters.copy(visit.asker.user_id, visit.asker.locale, visit.args)
        await visit.answer(visit.say("character.copied", name=quoted(copy.name)))
        return
    await visit.answer(visit.say("start"))


async def help_(visit: Visit) -> None:
    """/help."""
    await visit.answer(visit.say("help"))


async def about(visit: Visit) -> None:
    """/about."""
    try:
        number = version("animemoji")
    except PackageNotFoundError:  # run from a checkout that was not installed
        number = "dev"
    await visit.answer(visit.say("about", version=number))


async def sent(visit: Visit) -> None:
    """Words, a clip, a recording or a picture, in a chat with the bot alone.

    Who has no character yet and sends a clip of themselves is suggested words; an answer to these changes them.
    """
    found, words = await _file_of(visit, visit.message), visit.message.text or visit.message.caption or ""
    if found is None and not words.strip():
        raise NothingHereError
    suggested = suggested_in(visit.message.reply_to_message)
    if suggested is not None and found is None:
        await make_suggested(visit, suggested, words)
        return
    is_bare = not words.strip() and shows_them(visit.message)
    if found is not None and is_bare and not await visit.services.characters.has_any(visit.asker.user_id):
        await suggest(visit, found)
        return
    await make(visit, await order_of(visit, words, found))


async def make_new(visit: Visit) -> None:
    """/make: somebody new, who does what is in this message or in the one that it answers."""
    found = await _file_of(visit, visit.message)
    if not visit.args and found is None:
        raise WordsFirstError
    await make(visit, await order_of(visit, visit.args, found))


async def again(visit: Visit) -> None:
    """/again: the person's own character does it."""
    await make(visit, await order_of(visit, "", await _file_of(visit, visit.message)))


async def _file_of(visit: Visit, message: Message) -> FoundFile | None:
    """The file of a message, or of the one that it answers.

    Raises:
        OptedOutError: it is somebody's who is not to be animated by others.
    """
    found = found_in(message)
    if found is None:
        return None if message.reply_to_message is None else await _file_of(visit, message.reply_to_message)
    author = author_of(message)
    if author is not None and person_of(author) != visit.asker.user_id:
        await visit.services.gate.check_consent(person_of(author))
    return found


async def characters(visit: Visit) -> None:
    """/characters: all that the person has."""
    page = await visit.services.characters.page(visit.asker.user_id, PAGE)
    if not page.total:
        await visit.answer(visit.say("characters.none"))
        return
    keyboard = characters_keyboard(page.characters, 0, page.total, visit.language)
    await visit.answer(visit.say("characters.title", count=page.total), keyboard)


async def privacy(visit: Visit) -> None:
    """/privacy: what is kept, and what can be done about it."""
    kept = await visit.services.privacy.show(visit.asker.user_id)
    fields = {"characters": kept.characters, "animojis": kept.animojis, "sets": kept.sticker_sets}
    text = visit.say("privacy.show", id=str(Platform.TELEGRAM.person(visit.asker.user_id)), **fields)
    opted_out = await visit.services.gate.has_opted_out(visit.asker.user_id)
    await visit.answer(text, privacy_keyboard(opted_out, visit.language))


async def delete(visit: Visit) -> None:
    """/delete: asks whether the person is to be forgotten."""
    kept = await visit.services.privacy.show(visit.asker.user_id)
    text = visit.say("privacy.delete", characters=kept.characters, animojis=kept.animojis)
    await visit.answer(text, forget_keyboard(visit.language))


async def prepare() -> None:
    """Reads what the first answer would have to wait for. Run it once."""
    from bot.services import motions
    from telegram_bot import words

    await asyncio.gather(asyncio.to_thread(motions.matching, ""), asyncio.to_thread(words.prepare))
