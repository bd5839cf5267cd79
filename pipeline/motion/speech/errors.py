"""Why a text cannot be spoken, each in one sentence that says what to do."""

from __future__ import annotations

from pipeline.types import UserError


class NothingToSayError(UserError):
    key = "error.speech.nothing"
    template = "There is nothing to say in that text: write some words."


class SpeechTooLongError(UserError):
    key = "error.speech.long"
    template = "That text has {length} characters: say at most {limit}."


class NoSuchTongueError(UserError):
    key = "error.speech.script"
    template = "No voice here can read that writing: use another language, or write it in Latin letters."


class SpeechMissingError(UserError):
    key = "error.speech.missing"
    template = "Saying a text needs more libraries: run `pip install 'animemoji[speech]'` once, or use a recording."
