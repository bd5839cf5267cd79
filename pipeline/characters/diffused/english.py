"""Japanese prompts for text encoders that read English: put across with the vocabulary of drawn characters."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pipeline.characters.drawn.lexicon import TABLES, lexicon
from pipeline.characters.drawn.scan import Kind, cleaned, scan
from pipeline.characters.drawn.words.model import FunctionWord, Thing

_JAPANESE: Final = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")


def in_english(prompt: str) -> tuple[str, tuple[str, ...]]:
    """A prompt with English in place of its Japanese, and what of the Japanese is not known and left out.

    A prompt without Japanese comes back as it is.
    """
    if not _JAPANESE.search(prompt):
        return prompt, ()
    text = cleaned(prompt)
    elements = scan(text)
    parts: list[str] = []
    unknown = ""
    at = 0
    while at < len(elements):
        element = elements[at]
        match = lexicon().longest(elements, at)
        length = match.length if match else 1
        written = text[element.start : elements[at + length - 1].end]
        if at and _JAPANESE.match(written) and text[element.start - 1].isspace():
            # Japanese has spaces between thoughts alone.
            parts.append(",")
        if not _JAPANESE.search(written):
            # English is left as it was written, one word after the other.
            at += 1
            parts.append("," if element.kind is Kind.PAUSE else text[element.start : element.end])
            unknown += " "
            continue
        at += length
        if match is None:
            unknown += written
            continue
        unknown += " "
        if match.meaning is FunctionWord.NOT_BEFORE:
            _deny(parts)
        elif match.meaning is FunctionWord.IS:
            # "Hair is silver": what follows belongs to what came before.
            while parts and parts[-1] == ",":
                parts.pop()
        elif not isinstance(match.meaning, FunctionWord):
            parts.append(_english().get(id(match.meaning), ""))
            # Nouns end a thought, what stands before them belongs to them.
            parts += "," if isinstance(match.meaning, Thing) else ""
    return re.sub(r"\s*,[\s,]*", ", ", " ".join(parts)).strip(", "), tuple(unknown.split())


def _deny(parts: list[str]) -> None:
    """Puts a "no" before the last thought, as Japanese says it afterwards."""
    thought = len(parts)
    while thought and parts[thought - 1] == ",":
        thought -= 1
    while thought and parts[thought - 1] != ",":
        thought -= 1
    if parts:
        parts.insert(thought, "no")


@cache
def _english() -> dict[int, str]:
    """The first English phrase of each row of the vocabulary, by its meaning's identity: the rows live for ever."""
    rows = ((phrases.split(", "), meaning) for table in TABLES for phrases, meaning in table.items())
    return {id(meaning): next((each for each in phrases if each.isascii()), "") for phrases, meaning in rows}
