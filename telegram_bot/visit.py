"""Somebody did something: who, where, and how they are answered."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Collection, Coroutine
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, Message, ReplyParameters, Update
from telegram.error import TelegramError
from telegram.ext import CallbackContext

from bot.services.asker import Asker
from bot.services.failures import Failure
from bot.services.services import Services
from bot.settings import Settings
from bot.texts import Language
from pipeline import JobCancelled
from telegram_bot.keyboards import TAKING_BACK
from telegram_bot.people import asker_of, is_private, reader
from telegram_bot.sending import patiently
from telegram_bot.words import failure_text, say

log = logging.getLogger(__name__)

_LONGEST_ALERT = 200
"""Characters of what is shown above a chat (Bot API, answerCallbackQuery)."""


@dataclass(frozen=True)
class Visit:
    """What a person did.

    Attributes:
        update: as Telegram tells it.
        bot: answers.
        services, settings: of this process.
        match: what the data of a pressed button say.
        args: the words behind a command.
        noted: what was said above the chat; a press is answered once.
    """

    update: Update
    bot: Bot
    services: Services
    settings: Settings
    match: re.Match[str] | None = None
    args: str = ""
    noted: list[str] = field(default_factory=list)

    @cached_property
    def asker(self) -> Asker:
        """Who, and where."""
        return asker_of(self.update)

    @cached_property
    def language(self) -> Language:
        """What they read."""
        return reader(self.update)

    @property
    def message(self) -> Message:
        """What they sent, or where they pressed a button."""
        message = self.update.effective_message
        if message is None:
            raise ValueError(f"update {self.update.update_id} has no message")
        return message

    @property
    def is_private(self) -> bool:
        """Whether nobody else is there."""
        return is_private(self.message.chat)

    @property
    def query(self) -> CallbackQuery:
        """The press of a button."""
        if self.update.callback_query is None:
            raise ValueError("no button was pressed")
        return self.update.callback_query

    @property
    def takes_back(self) -> bool:
        """Whether they only take back what is theirs."""
        pressed = self.update.callback_query
        return pressed is not None and re.match(TAKING_BACK, pressed.data or "") is not None

    @property
    def was_answered(self) -> bool:
        """Whether the message where they pressed a button answers one of theirs, or stands in their own chat."""
        asked = self.message.reply_to_message
        return self.is_private or (asked is not None and asked.from_user == self.query.from_user)

    def part(self, name: str) -> str:
        """A part of the data of the pressed button."""
        return "" if self.match is None else self.match[name]

    def say(self, key: str, **fields: object) -> str:
        """A sentence in their language."""
        return say(key, self.language, **fields)

    async def answer(self, text: str, keyboard: InlineKeyboardMarkup | None = None) -> Message:
        """Answers with a message."""
        behind = ReplyParameters(self.message.message_id, allow_sending_without_reply=True)
        return await patiently(
            lambda: self.bot.send_message(
                self.message.chat.id,
                text,
                reply_markup=keyboard,
                reply_parameters=behind,
                message_thread_id=self.message.message_thread_id if self.message.is_topic_message else None,
            )
        )

    async def note(self, text: str = "") -> None:
        """Answers the press of a button, with words that are shown for a moment or none."""
        if not self.noted:
            self.noted.append(text)
            await self.query.answer(text[:_LONGEST_ALERT] or None, show_alert=bool(text))


Action = Callable[[Visit], Awaitable[None]]
Handler = Callable[[Update, "CallbackContext[Any, Any, Any, Any]"], Coroutine[Any, Any, None]]


def handler(services: Services, settings: Settings, action: Action, always_open: Collection[Action] = ()) -> Handler:
    """What python-telegram-bot calls: it lets in who may come in, and tells them what went wrong.

    Args:
        always_open: what may be done by those as well who are blocked, besides taking back what is theirs.
    """

    async def handle(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        match = context.matches[0] if context.matches else None
        visit = Visit(update, context.bot, services, settings, match, _behind_the_command(update))
        services.metrics.interactions.labels("button" if update.callback_query else "message").inc()
        try:
            if not visit.takes_back:
                if action not in always_open:
                    await services.gate.check(visit.asker)
                await services.gate.check_awake()
            await action(visit)
        except Exception as error:
            await _tell(visit, error)
            return
        if update.callback_query is not None:
            await _quietly(visit.note())

    return handle


async def _tell(visit: Visit, error: Exception) -> None:
    if isinstance(error, TelegramError):
        log.warning("an answer to user %d did not arrive: %r", visit.asker.user_id, error)
        return
    failure = Failure.of(error)
    if not isinstance(error, JobCancelled):
        visit.services.metrics.failures.labels(failure.kind).inc()
    text = failure_text(failure, visit.language)
    if visit.update.callback_query is None:
        await _quietly(visit.answer(text))
    else:
        await _quietly(visit.note(text))


async def _quietly(answer: Awaitable[object]) -> None:
    try:
        await answer
    except TelegramError as error:
        log.warning("an answer did not arrive: %r", error)


def _behind_the_command(update: Update) -> str:
    """The words behind a command, in a message or under a video."""
    message = update.message
    text = "" if message is None else message.text or message.caption or ""
    return text.partition(" ")[2].strip() if text.startswith("/") else ""
