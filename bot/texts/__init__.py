"""What the bot says, by message key and language.

Each language is one Fluent file in this folder, named by its code; ``docs/extending.md`` tells how to add one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from bot.texts.catalogue import catalogue, read_all
from bot.texts.language import ENGLISH, Language, languages
from pipeline import Likeness, Notice, Understood, UserError, by_topic, notice_text

__all__ = [
    "ENGLISH",
    "Language",
    "explain",
    "file_size",
    "find",
    "languages",
    "likeness_text",
    "read_all",
    "say",
    "tell",
    "understood_text",
]


def say(key: str, language: Language, /, **fields: object) -> str:
    """The sentence of ``key`` in a language; English where it has no translation.

    Raises:
        KeyError: there is no sentence for ``key``, or a field of it is missing.
    """
    text = find(key, language, **fields)
    if text is None:
        raise KeyError(key)
    return text


def find(key: str, language: Language, attribute: str = "", /, **fields: object) -> str | None:
    """As ``say``, for a message or for one of its attributes; None where not even English has it."""
    text = catalogue(language).find(key, attribute, **fields)
    return catalogue(ENGLISH).find(key, attribute, **fields) if text is None else text


def explain(error: UserError, language: Language) -> str:
    """What went wrong and what to do, in the reader's language."""
    return find(error.key, language, **error.fields) or error.template.format(**error.fields)


def tell(notice: Notice, language: Language) -> str:
    """What the person should know, in the reader's language."""
    return find(notice.key, language, **dict(notice.fields)) or notice_text(notice)


def understood_text(understood: Iterable[Understood], language: Language) -> str:
    """How a prompt was read, in one line: "hair: silver, no bangs; eyes: blue"."""
    topics = []
    for topic, phrases in by_topic(understood).items():
        words = [
            say("understood.denied", language, topic=topic.value, words=phrase.words) if phrase.denied else phrase.words
            for phrase in phrases
        ]
        shown = say(f"topic.{topic.value}", language)
        topics.append(
            say("understood.topic", language, topic=shown, words=say("understood.comma", language).join(words))
        )
    return say("understood.stop", language).join(topics)


def likeness_text(likeness: Likeness, language: Language) -> str:
    """What somebody looks like, in words of a prompt: "brown hair, glasses"; "" where nothing was sure."""
    words = (say(f"looks.{trait.value.replace(' ', '-')}", language) for trait in likeness.traits)
    return say("understood.comma", language).join(words)


def file_size(count: int) -> str:
    """A number of bytes for people, for example "240 KB" or "8.5 MB"."""
    if count < 1000 * 1024:
        return f"{math.ceil(count / 1024)} KB"
    return f"{count / 1024 / 1024:.1f}".removesuffix(".0") + " MB"
