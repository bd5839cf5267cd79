"""What the bot says, by message key and language.

English sentences of errors and notices live with the pipeline's types and ``bot.errors``; ``ja`` translates them too.
"""

from __future__ import annotations

import math
from typing import Final

from bot.texts import en, ja, pipeline_en, pipeline_ja
from pipeline import Notice, UserError, notice_text

LANGUAGES: Final[dict[str, dict[str, str]]] = {
    "en": en.TEXTS | pipeline_en.TEXTS,
    "ja": ja.TEXTS | pipeline_ja.TEXTS,
}


def language(locale: object) -> str:
    """The language that is nearest to a Discord locale: "ja" or "en"."""
    short = str(locale).partition("-")[0]
    return short if short in LANGUAGES else "en"


def say(key: str, locale: object, **fields: object) -> str:
    """The sentence of ``key`` in the reader's language; English where it has no translation.

    Raises:
        KeyError: nobody wrote a sentence for ``key``, or a field of it is missing.
    """
    template = LANGUAGES[language(locale)].get(key) or en.TEXTS[key]
    return template.format(**fields)


def explain(error: UserError, locale: object) -> str:
    """What went wrong and what to do, in the reader's language."""
    return LANGUAGES[language(locale)].get(error.key, error.template).format(**error.fields)


def tell(notice: Notice, locale: object) -> str:
    """What the person should know, in the reader's language."""
    template = LANGUAGES[language(locale)].get(notice.key)
    return notice_text(notice) if template is None else template.format(**dict(notice.fields))


def file_size(count: int) -> str:
    """A number of bytes for people, for example "240 KB" or "8.5 MB"."""
    if count < 1000 * 1024:
        return f"{math.ceil(count / 1024)} KB"
    return f"{count / 1024 / 1024:.1f}".removesuffix(".0") + " MB"
