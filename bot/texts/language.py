"""Which languages the bot speaks: one for each Fluent file beside this module."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Language:
    """A language the bot speaks, by its code in Discord's list of locales: "en", "ja", "pt-BR"."""

    code: str

    @classmethod
    def of(cls, locale: object) -> Language:
        """The language nearest to a Discord locale or a language code; English where there is none.

        Args:
            locale: a ``discord.Locale``, a code such as "en-GB", or a ``Language``, which is returned as it is.
        """
        return locale if isinstance(locale, Language) else cls.spoken(locale) or ENGLISH

    @classmethod
    def spoken(cls, locale: object) -> Language | None:
        """The language nearest to a locale: the same code, or one for the same language elsewhere; None for none."""
        return _nearest(str(locale))

    @property
    def path(self) -> Path:
        """The file with its texts."""
        return FOLDER / f"{self.code}.ftl"

    def __str__(self) -> str:
        return self.code


ENGLISH: Final = Language("en")


@functools.cache
def languages() -> tuple[Language, ...]:
    """All languages there are files for, English first, the others by code."""
    others = sorted({path.stem for path in FOLDER.glob("*.ftl")} - {ENGLISH.code})
    return (ENGLISH, *map(Language, others))


@functools.lru_cache(256)
def _nearest(code: str) -> Language | None:
    # Asked 12,000 times when the commands are put up.
    family = code.partition("-")[0]
    if any(language.code == code for language in languages()):
        return Language(code)
    return next((each for each in languages() if each.code.partition("-")[0] == family), None)
