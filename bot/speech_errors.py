"""What can go wrong while people talk as their characters; see ``bot.errors``."""

from __future__ import annotations

from bot.errors import BotError


class SpeechOffError(BotError):
    key = "error.speech_off"


class SpeechQuietError(BotError):
    key = "error.speech_quiet"


class SpeechPlaceError(BotError):
    key = "error.speech_place"


class SpeechEmptyError(BotError):
    key = "error.speech_empty"


class WordsTooLongError(BotError):
    key = "error.speech_too_long"


class SpeechTooFastError(BotError):
    key = "error.speech_too_fast"


class SpeechBusyError(BotError):
    key = "error.speech_busy"


class SpeechBlockedError(BotError):
    key = "error.speech_blocked"


class SpeechRefusedError(BotError):
    key = "error.speech_refused"


class SpeechGoneError(BotError):
    key = "error.speech_gone"


class SpeechKindError(BotError):
    key = "error.speech_kind"


class SpeechFilesError(BotError):
    key = "error.speech_files"


class NotSaidHereError(BotError):
    key = "error.not_said_here"


class YouMayNotSpeakError(BotError):
    key = "error.you_may_not_speak"


class BotNeedsWebhooksError(BotError):
    key = "error.bot_needs_webhooks"


class BotNeedsMessagesError(BotError):
    key = "error.bot_needs_messages"


class TooManyWebhooksError(BotError):
    key = "error.too_many_webhooks"


class MessagesUnreadError(BotError):
    key = "error.messages_unread"


class PrefixError(BotError):
    key = "error.prefix"


class PrefixTakenError(BotError):
    key = "error.prefix_taken"
