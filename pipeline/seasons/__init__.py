"""Seasons: words, a background, a caption and a motion for some weeks of the year.

Each one is a file, ``data/NAME.toml``, and all that a new season needs (docs/extending.md).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pipeline.types import UserError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_DATA: Final = Path(__file__).parent / "data"
_ENGLISH: Final = "en"

SEASONS: Final[tuple[str, ...]] = tuple(sorted(path.stem for path in _DATA.glob("*.toml")))
"""The names of all seasons: those of the files."""


class UnknownSeasonError(UserError):
    """No season has that name."""

    key = "error.unknown_season"
    template = "There is no season called {name}: choose one of {names}."


@dataclass(frozen=True)
class Season:
    """A season.

    Attributes:
        name: of its file.
        titles: what it is called, by language code.
        first, last: the days of the year, (month, day), between which it is offered, both included. It may go over
            the end of the year.
        words: what is added to a prompt.
        background: as in ``AnimojiRequest``.
        captions: what is written on it, by language code.
        motion: the name of a preset.
    """

    name: str
    titles: dict[str, str]
    first: tuple[int, int]
    last: tuple[int, int]
    words: str
    background: str
    captions: dict[str, str]
    motion: str

    def title(self, language: str = _ENGLISH) -> str:
        """What it is called in a language, in English where it has no title there."""
        return self.titles.get(language, self.titles[_ENGLISH])

    def caption(self, language: str = _ENGLISH) -> str:
        """What is written in a language, likewise."""
        return self.captions.get(language, self.captions[_ENGLISH])

    def is_on(self, day: date) -> bool:
        """Whether it is offered on this day."""
        today = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= today <= self.last
        return today >= self.first or today <= self.last

    def dressed(self, prompt: str) -> str:
        """A prompt with the season's words; these alone where it is blank."""
        return f"{prompt.strip()}, {self.words}" if prompt.strip() else self.words


def find_season(name: str) -> Season:
    """The season of this name, in any letter case. Raises UnknownSeasonError."""
    known = name.strip().lower()
    if known not in SEASONS:
        raise UnknownSeasonError(name=name[:40], names=", ".join(SEASONS))
    return _read(known)


def seasons_on(day: date) -> tuple[Season, ...]:
    """The seasons that are offered on this day."""
    return tuple(season for season in map(_read, SEASONS) if season.is_on(day))


@lru_cache
def _read(name: str) -> Season:
    data: dict[str, Any] = tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))
    first, last = (_day(data[key]) for key in ("first", "last"))
    return Season(name, data["title"], first, last, data["words"], data["background"], data["caption"], data["motion"])


def _day(text: str) -> tuple[int, int]:
    month, day = (int(part) for part in text.split("-"))
    return month, day
