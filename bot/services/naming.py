"""What a character may be called, and what it is called where nobody says."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.domain import KEY_LENGTH, PREFIX_LENGTH, SavedCharacter, name_key
from bot.errors import CharacterNameError
from bot.services.disguises import without_invisible
from bot.speech_errors import PrefixError
from pipeline import limits

_JOINERS: Final = frozenset("\u200c\u200d")
"""They join and part letters and emoji: 👨‍👩‍👧, می‌خواهم."""
_EMOJI_PARTS: Final = re.compile("[\ufe0e\ufe0f\U000e0020-\U000e007f]")
"""Variation selectors, and the tags that make a flag."""
_MARKS: Final = frozenset("/<@#*_~|`>-:")
"""Where commands, mentions, emoji and markdown begin."""
_MENTION: Final = re.compile(r"<(?:[@#/:]|a:|t:|id:|sound:)[^<>]*>")
"""What Discord shows as something else: mentions, emoji, times, sounds (API reference, message formatting)."""


def clean_name(name: str) -> str:
    """A name as it is kept: composed letters, single spaces, none around.

    Raises:
        CharacterNameError: nothing that can be seen is left, or too much, or it has letters that would change how text
            around it reads (line breaks, direction marks, mentions).
    """
    clean = re.sub(r" +", " ", unicodedata.normalize("NFC", name).strip())
    if len(name_key(clean)) > KEY_LENGTH:  # few letters, but each stands for a whole word, as ﷺ does
        raise CharacterNameError(limit=limits.NAME_LENGTH)
    if not 1 <= len(clean) <= limits.NAME_LENGTH or not is_harmless(clean):
        raise CharacterNameError(limit=limits.NAME_LENGTH)
    return clean


def clean_prefix(prefix: str) -> str:
    """A prefix as it is kept. One that ends with a letter or a digit gets a colon, or else it would begin words.

    Raises:
        PrefixError: nothing that can be seen is left, or too much, or it begins as Discord's own marks do.
    """
    clean = re.sub(r" +", " ", unicodedata.normalize("NFC", prefix).strip())
    if not is_harmless(clean) or clean[0] in _MARKS:
        raise PrefixError(limit=PREFIX_LENGTH)
    clean += ":" if clean[-1].isalnum() else ""
    if len(clean) > PREFIX_LENGTH:
        raise PrefixError(limit=PREFIX_LENGTH)
    return clean


def is_harmless(name: str) -> bool:
    """Whether a name can be seen and changes nothing around it: no line breaks, direction marks, mentions."""
    stands = all(_may_stand(name, place) for place in range(len(name)))
    return stands and _is_seen(name) and not _MENTION.search(name)


def _is_seen(name: str) -> bool:
    """Whether anything of a name can be seen: a blank letter such as U+3164 cannot, nor can a mark alone."""
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in without_invisible(name))


def _may_stand(name: str, place: int) -> bool:
    """Whether the letter at a place changes nothing but itself and its neighbours."""
    letter = name[place]
    if letter in _JOINERS:  # only between two others
        return 0 < place < len(name) - 1 and not {name[place - 1], name[place + 1]} & (_JOINERS | {" "})
    return letter.isprintable() or (_EMOJI_PARTS.fullmatch(letter) is not None and place > 0)


def plain_name(words: str, length: int, otherwise: str) -> str:
    """Small letters, digits and single underscores (ASCII) that stand for words in any script, two or more and at most
    ``length``; ``otherwise`` where nothing is left of them.
    """
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "_", letters).strip("_").lower()[:length].strip("_")
    return name if len(name) >= 2 else otherwise


def suggest_name(prompt: str) -> str:
    """A name from the first words of the prompt."""
    first = re.split(r"[,.;、。\n]", prompt.strip(), maxsplit=1)[0]
    printable = "".join(letter if letter.isprintable() else " " for letter in first)
    words = " ".join(printable.split())[: limits.NAME_LENGTH - 5].strip()
    try:
        return clean_name(words[:1].upper() + words[1:])
    except CharacterNameError:
        return "Character"


def given_name(saved: SavedCharacter) -> str:
    """The name that somebody gave a character, "" for one that was found for it: others are not called after that."""
    found = name_key(suggest_name(saved.prompt))
    return "" if name_key(re.sub(r" \d+$", "", saved.name)) == found else saved.name


def free_name(name: str, taken: set[str]) -> str:
    """``name``, or with the first number from 2 on that makes it differ from all ``taken`` keys."""
    free, number = name, 2
    while name_key(free) in taken:
        free, number = _fitting(name, f" {number}"), number + 1
    return free


def _fitting(name: str, ending: str) -> str:
    """As much of a name as can be kept together with this ending, and the ending."""
    short = name[: limits.NAME_LENGTH - len(ending)].rstrip()
    while len(name_key(short + ending)) > KEY_LENGTH:
        short = short[:-1].rstrip()
    return short + ending
