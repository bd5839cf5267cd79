"""The words in which a drawn character is told of: a file for each language, and the names of parts and colours."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Final

from pipeline.characters.drawn.colours import distance
from pipeline.characters.drawn.words import animals, clothes, colours, face, hair, people
from pipeline.characters.drawn.words.model import Meaning, Place, Thing, Tint
from pipeline.types.spec import Age, Build

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ENGLISH: Final = "en"
_FOLDER: Final = files("pipeline.characters.drawn.words").joinpath("accounts")
_LETTERS: Final = {"ja": re.compile("[\u3040-\u30ff\u3400-\u9fff]")}
"""By which letters a phrase of the vocabulary is known to be in a language; English comes first in all of them."""


_SEVERAL_WORDS: Final = 2.0
"""How much nearer than another one a colour has to be whose name is more than a word ("powder blue")."""


@dataclass(frozen=True, eq=False)
class Account:
    """How a language tells of a character.

    Attributes:
        language: its code.
        comma: what stands between two phrases.
    """

    language: str
    comma: str
    _phrases: Mapping[str, str]
    _plurals: Mapping[str, str]
    _figures: Mapping[str, str]

    def say(self, key: str, **fields: object) -> str:
        """The phrase of a key, filled in; in English where the language has none."""
        pattern = self._phrases.get(key) or account(ENGLISH)._phrases[key]
        return pattern.format(**fields)

    def figure(self, build: Build, age: Age) -> str:
        """Who it is: "girl", "old man"."""
        return self._figures[f"{build.value} {age.value}"]

    def name(self, field: str, value: Enum | str) -> str | None:
        """What the value of a field of a spec is called, None for what has no name."""
        return _names(self.language).get((field, value)) or _names(ENGLISH).get((field, value))

    def colour(self, colour: str, place: Place) -> str:
        """A colour's name where it has one at that place, else "#rrggbb" again."""
        return _colours(self.language, place).get(colour, colour)

    def nearest_colour(self, colour: str, place: Place) -> str:
        """The name of the colour that looks most like it; of several words only one that does so by far."""
        known = _colours(self.language, place)

        def unlike(other: str) -> float:
            return distance(colour, other) * (_SEVERAL_WORDS if " " in known[other] else 1.0)

        return known.get(colour) or known[min(known, key=unlike)]

    def joined(self, phrases: list[str]) -> str:
        """The phrases as one text, with nouns that come in twos in the plural."""
        text = self.comma.join(dict.fromkeys(phrases))
        if not self._plurals:
            return text
        singular = rf"(?<!right )(?<!left )\b({'|'.join(self._plurals)})(?=,|$)"
        return re.sub(singular, lambda noun: self._plurals[noun[0]], text)


@cache
def account(language: str) -> Account:
    """The account of a language, by its code; English where there is no file for it."""
    file = _FOLDER.joinpath(f"{language}.toml")
    if not file.is_file():
        return account(ENGLISH)
    data = tomllib.loads(file.read_text("utf-8"))
    return Account(language, data["comma"], data["phrases"], data.get("plurals", {}), data["figures"])


def _first(phrases: str, language: str) -> str | None:
    """The first of several phrases that is in a language."""
    letters = _LETTERS.get(language)
    return next((phrase for phrase in phrases.split(", ") if letters is None or letters.search(phrase)), None)


@cache
def _names(language: str) -> Mapping[tuple[str, Enum | str], str]:
    """The first phrase for each value of each field."""
    found: dict[tuple[str, Enum | str], str] = {}
    tables = (*hair.TABLES, *face.TABLES, *people.TABLES, *clothes.TABLES, animals.NAMES, animals.COATS)
    for phrases, meaning in (row for table in tables for row in table.items()):
        for field, value in _sayings(meaning):
            _note(found, (field, value), _first(phrases, language))
    for field, table in (("motif", face.MOTIFS), ("pattern", clothes.PATTERNS)):
        for phrases, meaning in table.items():
            thing = getattr(meaning, "alone", None)
            if thing and field in thing.said:
                _note(found, (field, thing.said[field][0]), _first(phrases, language))
    return found


def _note(found: dict[tuple[str, Enum | str], str], key: tuple[str, Enum | str], phrase: str | None) -> None:
    if phrase is not None:
        found.setdefault(key, phrase)


def _sayings(meaning: Meaning) -> Iterator[tuple[str, Enum | str]]:
    """The one field and value that a thing decides, if it does just that."""
    if not isinstance(meaning, Thing):
        return
    if meaning.worn and len(meaning.worn[0]) == 1:
        yield "accessories", meaning.worn[0][0]
    elif len(meaning.said) == 1:
        ((field, options),) = meaning.said.items()
        if len(options) == 1 and isinstance(options[0], (Enum, str)):
            yield field, options[0]


@cache
def _colours(language: str, place: Place) -> Mapping[str, str]:
    """What the colours are called that have a name at a place."""
    names: dict[str, str] = {}
    for phrases, tint in colours.TINTS.items():
        name = _first(phrases, language)
        if name is not None and isinstance(tint, Tint) and tint.only in (None, place):
            names.setdefault(tint.at(place), name)
    return names
