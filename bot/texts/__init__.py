"""What the bot says, by message key and language.

English sentences of errors and notices live with the pipeline's types and ``bot.errors``; ``ja`` translates them too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from bot.texts import en, ja, pipeline_en, pipeline_ja
from pipeline import Notice, UserError, notice_text

LANGUAGES: Final[dict[str, dict[str, str]]] = {
    "en": en.TEXTS | pipeline_en.TEXTS,
    "ja": ja.TEXTS | pipeline_ja.TEXTS,
}


@dataclass(frozen=True, slots=True)
class Language:
    """A language the bot speaks, by its code in Discord's list of locales ("en", "ja", "pt-BR")."""

    code: str

    @classmethod
    def of(cls, locale: object) -> Language:
        """The language nearest to a Discord locale or a language code; English where there is none.

        Args:
            locale: a ``discord.Locale``, a code such as "en-GB", or a ``Language``, which is returned as it is.
        """
        if isinstance(locale, Language):
            return locale
        short = str(locale).partition("-")[0]
        return cls(short) if short in LANGUAGES else ENGLISH

    def __str__(self) -> str:
        return self.code


ENGLISH: Final = Language("en")


def say(key: str, language: Language, **fields: object) -> str:
    """The sentence of ``key`` in a language; English where it has no translation.

    Raises:
        KeyError: there is no sentence for ``key``, or a field of it is missing.
    """
    template = LANGUAGES[language.code].get(key) or en.TEXTS[key]
    return template.format(**fields)


def explain(error: UserError, language: Language) -> str:
    """What went wrong and what to do, in the reader's language."""
    return LANGUAGES[language.code].get(error.key, error.template).format(**error.fields)


def tell(notice: Notice, language: Language) -> str:
    """What the person should know, in the reader's language."""
    template = LANGUAGES[language.code].get(notice.key)
    return notice_text(notice) if template is None else template.format(**dict(notice.fields))


def file_size(count: int) -> str:
    """A number of bytes for people, for example "240 KB" or "8.5 MB"."""
    if count < 1000 * 1024:
        return f"{math.ceil(count / 1024)} KB"
    return f"{count / 1024 / 1024:.1f}".removesuffix(".0") + " MB"
