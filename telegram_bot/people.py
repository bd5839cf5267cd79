"""Who asks for something in Telegram, and where, as services know it."""

from __future__ import annotations

from typing import Final

from telegram import Chat, Message, MessageOriginUser, Update, User
from telegram.constants import ChatType

from bot.domain import Platform
from bot.services.asker import Asker
from bot.texts import Language

_LONGEST_CODE: Final = 10
"""Letters of a language's code that are kept."""
_FIRST_JOB: Final = 2**62
"""Jobs of Discord are called by its snowflakes, which reach this number in 2049, and students by their characters."""


def asker_of(update: Update) -> Asker:
    """The person of an update, and where it takes place: a group stands for a server."""
    user, chat = _both(update)
    group = None if is_private(chat) else chat.id
    return Asker(person_of(user), _code(user), group, chat.id)


def person_of(user: User) -> int:
    """The id of a person in the database."""
    return Platform.TELEGRAM.person(user.id)


def reader(update: Update) -> Language:
    """The language of who did something."""
    return Language.of(_code(_both(update)[0]))


def author_of(message: Message) -> User | None:
    """Whose a message is, also where somebody else forwards it; None where that is not known."""
    origin = message.forward_origin
    if origin is None:
        return message.from_user
    return origin.sender_user if isinstance(origin, MessageOriginUser) else None


def is_private(chat: Chat) -> bool:
    """Whether nobody else is there."""
    return chat.type == ChatType.PRIVATE


def job_of(update: Update) -> int:
    """The id of the job that an update asks for: the same each time that Telegram sends it."""
    return _FIRST_JOB + update.update_id


def _both(update: Update) -> tuple[User, Chat]:
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        raise ValueError(f"update {update.update_id} is nobody's")
    return user, chat


def _code(user: User) -> str:
    return (user.language_code or "en")[:_LONGEST_CODE]
