"""The vocabulary made ready for reading: which phrase starts here, and what does it mean?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Final, NamedTuple

from pipeline.characters.drawn.scan import Element, ElementKind, cleaned, scan, stem
from pipeline.characters.drawn.spelling import Speller
from pipeline.characters.drawn.words import (
    animals,
    archetypes,
    beasts,
    clothes,
    colours,
    costumes,
    descent,
    face,
    grammar,
    hair,
    people,
    similes,
    undrawn,
)
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Modifier, Table, Thing, Tint
from pipeline.characters.drawn.words.names import NAMES

TABLES: tuple[Table, ...] = (
    colours.TINTS,
    colours.SHADES,
    *hair.TABLES,
    *face.TABLES,
    *people.TABLES,
    *clothes.TABLES,
    *costumes.TABLES,
    *archetypes.TABLES,
    *animals.TABLES,
    *descent.TABLES,
    *grammar.TABLES,
)

WEAKER: tuple[Table, ...] = (*similes.TABLES, *beasts.TABLES, *archetypes.WEAKER, *undrawn.TABLES)
"""Words that give way to those of ``TABLES``."""

Key = tuple[str, ...]


class Match(NamedTuple):
    """A phrase: what it means, and how many elements it takes."""

    meaning: Meaning
    length: int


class Lexicon:
    """Phrases as sequences of element keys."""

    def __init__(self, tables: Sequence[Table], weaker: Sequence[Table] = ()) -> None:
        """A lexicon of tables, and of weaker ones whose phrases give way to those of the others.

        Raises:
            ValueError: two meanings claim one phrase.
        """
        self.meanings: dict[Key, Meaning] = {}
        self._longest: dict[str, int] = {}
        for table in tables:
            for phrases, meaning in table.items():
                for phrase in phrases.split(", "):
                    self._add(phrase, phrase_key(phrase), meaning)
        strong = set(self.meanings)
        for phrases, meaning in (row for table in weaker for row in table.items()):
            for phrase in phrases.split(", "):
                if (key := phrase_key(phrase)) not in strong:
                    self._add(phrase, key, meaning)
        for key in [key for key in self.meanings if len(key) > 1 and all(part.isascii() for part in key)]:
            # "twin tails" is also written "twintails".
            joined = phrase_key("".join(key))
            if joined not in self.meanings:
                self._add("".join(key), joined, self.meanings[key])

    def _add(self, phrase: str, key: Key, meaning: Meaning) -> None:
        if not key:
            raise ValueError(f"{phrase!r} cannot be read")
        if self.meanings.setdefault(key, meaning) is not meaning:
            raise ValueError(f"{phrase!r} has two meanings")
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    @cached_property
    def speller(self) -> Speller:
        """Finds the words of the phrases behind misspelt ones."""
        words = {key[0]: meaning for key, meaning in self.meanings.items() if len(key) == 1 and _is_drawn(meaning)}
        plain = {word: meaning for word, meaning in words.items() if word.isascii() and word.isalpha()}
        # "eyse" is nearer to "eyes" than to the singular.
        plurals: dict[str, Meaning] = {
            f"{word}s": meaning for word, meaning in plain.items() if isinstance(meaning, Thing) and meaning.bare
        }
        return Speller(plurals | plain, self.known)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word of every phrase."""
        return frozenset(part for key in self.meanings for part in key)

    def corrected(self, elements: Sequence[Element]) -> list[Element]:
        """The elements with what was meant in place of misspelt words."""
        found = []
        for element in elements:
            meant = None
            if parts := self._joined(element):
                found += parts
                continue
            if element.kind is ElementKind.WORD and element.key not in self.known and element.key not in NAMES:
                meant = self.speller.meant(element.key)
                lost = element.end - element.start - len(element.key)
                if meant is None and lost in _PLURALS:
                    # "dres" lost its last letter as if that made a plural.
                    meant = self.speller.meant(element.key + _PLURALS[lost])
                squeezed = stem(_STRETCHED.sub(r"\1", element.key))  # "bluee", "lipss"
                if meant is None and squeezed in self.known:
                    meant = squeezed
            found.append(element._replace(key=stem(meant)) if meant else element)
        return found

    def _joined(self, element: Element) -> list[Element]:
        """ "blackhair" as a colour and a noun; nothing where it is no such word."""
        key = element.key
        noun = next((each for each in _OFTEN_JOINED if key.endswith(each) and len(key) > len(each)), "")
        first = key[: -len(noun)] if noun else ""
        if key in self.known or not isinstance(self.meanings.get((first,)), (Tint, Modifier)):
            return []
        middle = element.start + len(first)
        return [element._replace(key=first, end=middle), element._replace(key=noun, start=middle)]

    def longest(self, elements: Sequence[Element], at: int) -> Match | None:
        """The longest phrase that starts at an element."""
        most = min(self._longest.get(elements[at].key, 0), len(elements) - at)
        for length in range(most, 0, -1):
            meaning = self.meanings.get(tuple(element.key for element in elements[at : at + length]))
            if meaning is not None:
                return Match(meaning, length)
        return None


_STRETCHED: Final = re.compile(r"(.)\1+$")
_PLURALS: Final = {1: "s", 2: "es"}
"""What a stem has lost, by the number of letters."""
_OFTEN_JOINED: Final = ("hair", "haired", "eye", "eyed", "skin", "skinned")
"""Nouns, as keys of elements, that are written in one word with what stands before them."""


def _is_drawn(meaning: Meaning) -> bool:
    return not isinstance(meaning, FunctionWord) and not (isinstance(meaning, Thing) and meaning.undrawn)


def phrase_key(phrase: str) -> Key:
    """A phrase as the keys of its elements."""
    return tuple(element.key for element in scan(cleaned(phrase)) if element.kind is not ElementKind.PAUSE)


@cache
def lexicon() -> Lexicon:
    """The lexicon of the whole vocabulary, made once (about 0.1 s)."""
    return Lexicon(TABLES, WEAKER)
