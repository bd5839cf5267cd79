"""Prompts in any language that prompts are read in, for text encoders that read English: put across with the vocabulary
of drawn characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from pipeline.characters.drawn.language import PromptLanguage
from pipeline.characters.drawn.languages import language_of
from pipeline.characters.drawn.lexicon import TABLES, WEAKER, lexicon
from pipeline.characters.drawn.scan import Element, cleaned, scan
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Modifier, Shade, Thing, Tint

_JAPANESE: Final = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")


class _Piece(NamedTuple):
    """A word or phrase of the prompt: what it means (nothing: it stays as it is written), and where it stands."""

    meanings: tuple[Meaning, ...]
    start: int
    end: int
    behind: bool = False
    """An adjective that belongs to the noun before it."""


def in_english(prompt: str) -> tuple[str, tuple[str, ...]]:
    """A prompt with English in place of another language, and what of that is not known and left out.

    A prompt in English alone comes back as it is.
    """
    text = cleaned(prompt)
    elements = scan(text)
    language = language_of(elements)
    if language is None and not _JAPANESE.search(prompt):
        return prompt, ()
    parts: list[str] = []
    unknown: list[str] = []
    last = 0
    for piece in _pieces(elements, language):
        written = text[piece.start : piece.end]
        if _JAPANESE.match(written) and piece.start and text[piece.start - 1].isspace():
            parts.append(",")  # Japanese has spaces between thoughts alone
        if not piece.meanings:
            if written in ",;.!?\n、。，．" or (language is None and not _JAPANESE.search(written)):
                parts.append("," if not written.isalnum() and len(written) == 1 else written)
            elif unknown and piece.start == last and _JAPANESE.match(written):
                unknown[-1] += written
            else:
                unknown.append(written)
            last = piece.end
            continue
        for meaning in piece.meanings:
            _put(parts, meaning, behind=piece.behind)
    return re.sub(r"\s*,[\s,]*", ", ", " ".join(parts)).strip(", "), tuple(unknown)


def _pieces(elements: Sequence[Element], language: PromptLanguage | None) -> Iterator[_Piece]:
    """The longest known phrases one after the other; English is left as it is written, word by word."""
    at = 0
    while at < len(elements):
        here = elements[at]
        match = lexicon().longest(elements, at)
        translation = language.longest(elements, at) if language else None
        if translation and language and (match is None or translation.length >= match.length):
            end = elements[at + translation.length - 1].end
            yield _Piece(translation.meanings, here.start, end, language.adjectives_behind)
            at += translation.length
        elif match and (language or not all(each.key.isascii() for each in elements[at : at + match.length])):
            yield _Piece((match.meaning,), here.start, elements[at + match.length - 1].end)
            at += match.length
        else:
            yield _Piece((), here.start, here.end)
            at += 1


def _put(parts: list[str], meaning: Meaning, *, behind: bool) -> None:
    """Adds a meaning: nouns end a thought, and what belongs to them stands before them."""
    if meaning is FunctionWord.NOT:
        parts += [",", "no"]
    elif meaning is FunctionWord.NOT_BEFORE:
        _deny(parts)
    elif meaning is FunctionWord.IS:
        # "Hair is silver": what follows belongs to what came before.
        while parts and parts[-1] == ",":
            parts.pop()
    elif isinstance(meaning, Thing) and meaning.weak:
        return  # "in a red dress": the dress says enough
    elif not isinstance(meaning, FunctionWord):
        word = _english().get(id(meaning), "")
        if behind and isinstance(meaning, (Modifier, Tint, Shade)) and len(parts) > 1 and parts[-1] == ",":
            parts.insert(len(parts) - 2, word)
        else:
            parts += [word, ","] if isinstance(meaning, Thing) else [word]


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
    tables = reversed((*TABLES, *WEAKER))  # a meaning of several rows is called as in the first of them
    rows = ((phrases.split(", "), meaning) for table in tables for phrases, meaning in table.items())
    return {id(meaning): next((each for each in phrases if each.isascii()), "") for phrases, meaning in rows}
