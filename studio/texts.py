"""The page's texts, which are files of their own: one a language, ``static/text/CODE.json``."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from pipeline import Notice, UserError, notice_text
from studio.files import STATIC

FOLDER: Final = STATIC / "text"
ENGLISH: Final = "en"
Explain = Callable[[UserError, str], str]
"""An error and a language -> one sentence."""

Tell = Callable[[Notice, str], str]
"""A notice and a language -> one sentence."""


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages, English first."""
    return (ENGLISH, *sorted({path.stem for path in FOLDER.glob("*.json")} - {ENGLISH}))


@cache
def texts(language: str) -> dict[str, Any]:
    """All texts in a language that there is."""
    read: dict[str, Any] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return read


def nearest(wanted: str) -> str:
    """The language that is wanted most of those that there are.

    Args:
        wanted: a code ("ja-JP") or a whole Accept-Language header, best first.
    """
    for each in wanted.split(","):
        family = each.partition(";")[0].strip().lower().partition("-")[0]
        if family in languages():
            return family
    return ENGLISH


def in_english(error: UserError, _language: str) -> str:
    """The error's own sentence."""
    return str(error)


def told_in_english(notice: Notice, _language: str) -> str:
    """The notice's own sentence."""
    return notice_text(notice)


def explained(error: UserError, language: str, explain: Explain = in_english) -> str:
    """One sentence: the studio's own where it has one for this error, else what ``explain`` knows."""
    sentence = texts(language).get(error.key)
    if isinstance(sentence, str):
        return sentence.format(**error.fields)
    return explain(error, language)
