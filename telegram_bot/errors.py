"""What can go wrong in Telegram alone. The sentences stand in ``telegram_bot/texts`` under their keys."""

from __future__ import annotations

from bot.errors import BotError


class WordsFirstError(BotError):
    key = "words.first"


class NothingHereError(BotError):
    key = "nothing.here"


class SetFullError(BotError):
    key = "error.set_full"


class SetRefusedError(BotError):
    key = "error.set_refused"


class WriteFirstError(BotError):
    key = "error.write_first"
