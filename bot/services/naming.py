"""The one rule for what a character may be called."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.domain import KEY_LENGTH, name_key
from bot.errors import CharacterNameError
from bot.services.disguises import without_invisible
from pipeline import limits

_JOINERS: Final = frozenset("\u200c\u200d")
"""They join and part letters and emoji: 👨‍👩‍👧, می‌خواهم."""
_EMOJI_PARTS: Final = re.compile("[\ufe0e\ufe0f\U000e0020-\U000e007f]")
"""Variation selectors, and the tags that make a flag."""
_MENTION: Final = re.compile(r"<(?:[@#/:]|a:|t:|id:)[^<>]*>")
"""What Discord shows as something else: mentions, emoji, times (API reference, message formatting)."""


def clean_name(name: str) -> str:
    """A name as it is kept: composed letters, single spaces, none around.

    Raises:
        CharacterNameError: nothing that can be seen is left, or too much, or it has letters that would change how text
            around it reads (line breaks, direction marks, mentions).
    """
    clean = re.sub(r" +", " ", unicodedata.normalize("NFC", name).strip())
    if len(name_key(clean)) > KEY_LENGTH:  # few letters, but each stands for a whole word, as ﷺ does
        raise CharacterNameError(limit=limits.NAME_LENGTH)
    if not 1 <= len(clean) <= limits.NAME_LENGTH or not _is_seen(clean) or _MENTION.search(clean):
        raise CharacterNameError(limit=limits.NAME_LENGTH)
    if not all(_may_stand(clean, place) for place in range(len(clean))):
        raise CharacterNameError(limit=limits.NAME_LENGTH)
    return clean


def _is_seen(name: str) -> bool:
    """Whether anything of a name can be seen: a blank letter such as U+3164 cannot, nor can a mark alone."""
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in without_invisible(name))


def _may_stand(name: str, place: int) -> bool:
    """Whether the letter at a place changes nothing but itself and its neighbours."""
    letter = name[place]
    if letter in _JOINERS:  # only between two others
        return 0 < place < len(name) - 1 and not {name[place - 1], name[place + 1]} & (_JOINERS | {" "})
    return letter.isprintable() or (_EMOJI_PARTS.fullmatch(letter) is not None and place > 0)
