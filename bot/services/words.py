"""The word filter: what prompts, names and captions may not say."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bot.domain import FilterLevel
from bot.errors import StartupError, WordRefusedError
from bot.services.asker import Asker
from bot.services.disguises import plain, skeleton
from bot.services.guilds import GuildService

_LISTS: Final = Path(__file__).parent / "word_lists"
_SIGNS: Final = {
    "a": "4@", "b": "8", "c": "(", "e": "3€", "g": "9", "i": "1!|", "l": "1|£", "o": "0", "s": "5$", "t": "7+",
}  # fmt: skip
"""Digits and signs that stand for a letter."""
_INSIDE: Final = re.compile(r"(?<=[a-z])[._*~·/|-]+(?=[a-z])")
"""Signs within a word. The apostrophe is none of them: "he'll"."""
_SPACED: Final = re.compile(
    r"(?<![a-z0-9])[a-z0-9@$!|](?P<gap>[\W_]{1,3})[a-z0-9@$!|](?:(?P=gap)[a-z0-9@$!|])+(?![a-z0-9])"
)
"""A word whose letters stand apart, all in the same way."""
_KATAKANA_LETTER: Final = "[ァ-ヺー]"
_KATAKANA: Final = re.compile(rf"{_KATAKANA_LETTER}+")
_LONGEST_RUN: Final = 8
"""A letter that is repeated more often is read as so many. Without an end, there were too many ways to share out signs
that stand for two letters."""
_LONG_RUN: Final = re.compile(rf"(.)\1{{{_LONGEST_RUN},}}", re.DOTALL)
_SHORT: Final = 3
"""Words up to this length are parts of many others."""


def read_list(path: Path) -> list[str]:
    """The entries of a word list: one per line, # begins a comment.

    Raises:
        StartupError: it cannot be read.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise StartupError(f"The word list {path} cannot be read ({error}): check ANIMEMOJI_WORD_LIST.") from error
    return [entry for line in lines if (entry := line.partition("#")[0].strip())]


class WordFilter:
    """Finds words of a list in a text, though letters are invisible, alike, marked, digits, doubled or apart.

    Latin entries are whole words. Entries in other scripts, which are written without spaces, are found anywhere, but
    short katakana ones only where no further katakana stands beside them: イエロー is no エロ.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._entries: list[str] = []
        latin: list[str] = []
        others: list[str] = []
        for entry in dict.fromkeys(map(plain, entries)):
            part = f"(?P<w{len(self._entries)}>{_latin_pattern(entry) if entry.isascii() else _other_pattern(entry)})"
            (latin if entry.isascii() else others).append(part)
            self._entries.append(entry)
        self._latin = re.compile(rf"(?<![a-z])(?:{'|'.join(latin)})(?![a-z])") if latin else None
        long = [
            part for part, entry in zip(latin, filter(str.isascii, self._entries), strict=True) if len(entry) > _SHORT
        ]
        self._latin_within = re.compile("|".join(long)) if long else None
        self._others = re.compile("|".join(others)) if others else None

    def find(self, text: str) -> str | None:
        """The first entry of the list that ``text`` has, None where there is none."""
        if self._others and (found := self._others.search(plain(text))):
            return self._entry(found)
        if self._latin:
            letters = _LONG_RUN.sub(lambda run: run.group(1) * _LONGEST_RUN, skeleton(text))
            runs = [re.sub(r"[\W_]", "", run.group()) for run in _SPACED.finditer(letters)]
            for form in (letters, _INSIDE.sub("", letters), *runs):
                for found in self._latin.finditer(form):
                    digits = sum(map(str.isdigit, found.group()))
                    if digits * 2 <= len(found.group()):  # 455 is a number
                        return self._entry(found)
            for run in runs:  # "a n a k e d girl"
                if self._latin_within and (within := self._latin_within.search(run)):
                    return self._entry(within)
        return None

    def _entry(self, found: re.Match[str]) -> str:
        return self._entries[int((found.lastgroup or "")[1:])]


def _latin_pattern(entry: str) -> str:
    """The letters of an entry, each as often as it likes, but a doubled one at least twice; words part as they like."""
    parts = []
    for letter, run in itertools.groupby(entry):
        count = len(list(run))
        if letter.isalpha():
            signs = re.escape(letter + _SIGNS.get(letter, ""))
            parts.append(f"[{signs}]{{{count},{_LONGEST_RUN}}}")
        else:
            parts.append(r"[\W_]*")
    return "".join(parts)


def _other_pattern(entry: str) -> str:
    """The entry as it is, or with something between all of its letters."""
    whole = re.escape(entry)
    if len(entry) <= _SHORT and _KATAKANA.fullmatch(entry):
        whole = rf"(?<!{_KATAKANA_LETTER}){whole}(?!{_KATAKANA_LETTER})"
    apart = r"[\s・._*/|-]+".join(map(re.escape, entry))
    return f"{whole}|{apart}" if len(entry) > 1 else whole


class WordService:
    """Refuses words by the level of the server, or else by the bot's own.

    Args:
        default: the level where a server says nothing.
        extra: a list of further words, refused at both levels.
    """

    def __init__(self, guilds: GuildService, default: FilterLevel, extra: Path | None = None) -> None:
        self._guilds = guilds
        self._default = default
        standard = read_list(_LISTS / "standard.txt") + (read_list(extra) if extra else [])
        self._filters = {
            FilterLevel.OFF: WordFilter(()),
            FilterLevel.STANDARD: WordFilter(standard),
            FilterLevel.STRICT: WordFilter(standard + read_list(_LISTS / "strict.txt")),
        }

    async def check(self, asker: Asker, texts: Iterable[str]) -> None:
        """Raises WordRefusedError where one of the texts says what it may not.

        What is strict for the sake of children is standard where there are none: in age-restricted channels.
        """
        level = (await self._guilds.rules(asker.guild_id)).filter_level or self._default
        if level is FilterLevel.STRICT and asker.age_restricted:
            level = FilterLevel.STANDARD
        for text in texts:
            if (word := self._filters[level].find(text)) is not None:
                raise WordRefusedError(word=word)
