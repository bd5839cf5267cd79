"""Prompts in other languages: each is one file of words, by what they mean in English.

A file is read when its letters are met, or words between spaces that English does not know. The main lexicon, English
and Japanese, is always there: a prompt may mix it with one more language.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from pipeline.characters.drawn.lexicon import Key, Lexicon, lexicon
from pipeline.characters.drawn.scan import Element, ElementKind, cleaned, scan, stem
from pipeline.characters.drawn.words.model import Meaning, Thing
from pipeline.types.understood import Topic

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_FOLDER: Final = files("pipeline.characters.drawn.words").joinpath("languages")
_STEM: Final = 3
"""Letters that are left of a word without its ending."""
_WORD: Final = re.compile(r"[^\W_]+(?:'\w+)?")
_PRONOUNS: Final = {"female": "she", "male": "he"}
_ARTICLE_BEFORE: Final = 2
"""Words before a figure among which its article is looked for: "ein müder Student"."""
_SURE: Final = 2
"""Words of a language that tell it from a name in an English prompt."""
_TELLING: Final = 3
"""Letters of a word that can tell a language: "in", "en" and "de" are words of several."""


class Letters(str, Enum):
    """What a language is written in."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    HANGUL = "hangul"
    HAN = "han"


_SCRIPTS: Final = {Letters.CYRILLIC: ("\u0400", "\u052f"), Letters.HANGUL: ("\uac00", "\ud7a3")}
_HAN: Final = ("\u3400", "\u9fff")
_KANA: Final = ("\u3040", "\u30ff")


class Translation(NamedTuple):
    """A phrase: what its words mean, and how many elements it takes."""

    meanings: tuple[Meaning, ...]
    length: int


@dataclass(frozen=True, eq=False)
class PromptLanguage:
    """A language of prompts.

    Attributes:
        code: its code, as "es".
        letters: what it is written in.
        adjectives_behind: whether they follow their nouns ("pelo azul").
        endings: what words may end in without being others; the longest one is taken off before they are compared.
        genders: the pronoun that an ending tells for a figure: a "guerrera" is a "she".
        articles: the pronoun that an article before a figure tells: "una artista".
        levels: what each phrase means: as it is written, without accents, and without endings. Where two are alike
            without ("chico", "chica"), they are told apart as they are written alone.
        concepts: the English keys of its file.
    """

    code: str
    letters: Letters
    adjectives_behind: bool
    endings: tuple[str, ...]
    levels: tuple[Mapping[Key, tuple[Meaning, ...]], ...]
    genders: Mapping[str, str]
    articles: Mapping[str, str]
    concepts: tuple[str, ...]
    _longest: Mapping[str, int]

    def longest(self, elements: Sequence[Element], at: int) -> Translation | None:
        """The longest phrase that starts at an element."""
        most = self._longest.get(_folded(elements[at].key, self.endings), 0)
        keys = [element.key for element in elements[at : at + most]]
        for length in range(len(keys), 0, -1):
            for level, forms in enumerate(self.levels):
                meanings = forms.get(_form(keys[:length], level, self.endings))
                if meanings is not None and not self._cuts_word(elements, at, length):
                    return Translation(self.gendered(meanings, elements, at) if length == 1 else meanings, length)
        return None

    def _cuts_word(self, elements: Sequence[Element], at: int, length: int) -> bool:
        """Whether a phrase of single characters ends inside a longer word: "빨간 머리" inside "빨간 머리핀"."""
        if self.letters not in (Letters.HANGUL, Letters.HAN):
            return False
        end = at + length
        for start in range(at + 1, end):
            starts_word = elements[start].start > elements[start - 1].end
            longest = min(self._longest.get(_folded(elements[start].key, self.endings), 0), len(elements) - start)
            for other in range(longest, end - start, -1):
                keys = [element.key for element in elements[start : start + other]]
                if _form(keys, 0, self.endings) in self.levels[0] and (starts_word or other > length):
                    return True
        return False

    def gendered(self, meanings: tuple[Meaning, ...], elements: Sequence[Element], at: int) -> tuple[Meaning, ...]:
        """What a word means, with what its article or ending says about a figure whose build it leaves open."""
        figure = meanings[0]
        if len(meanings) > 1 or not isinstance(figure, Thing) or not _is_open(figure):
            return meanings
        word, pronoun = elements[at].key, None
        for before in reversed(elements[max(at - _ARTICLE_BEFORE, 0) : at]):
            if before.kind is ElementKind.PAUSE:
                break
            pronoun = pronoun or self.articles.get(before.key)
        if pronoun is None:
            pronoun = next((each for ending, each in self.genders.items() if word.endswith(ending)), None)
        return meanings if pronoun is None else (lexicon().meanings[(pronoun,)], figure)


def _is_open(figure: Thing) -> bool:
    """Whether a word names a person and leaves open whether that is a man or a woman."""
    return (
        figure.topic is Topic.CHARACTER
        and figure.place is not None
        and "build" not in figure.hinted
        and "species" not in figure.said
    )


def language_of(elements: Sequence[Element]) -> PromptLanguage | None:
    """The language of a prompt that is not, or not only, in English and Japanese; None where there is none."""
    text = "".join(element.key for element in elements)
    if text.isascii():
        return _latin_language(elements)
    for letters, (low, high) in _SCRIPTS.items():
        if any(low <= letter <= high for letter in text):
            return next(_of(letters), None)
    if any(_KANA[0] <= letter <= _KANA[1] for letter in text):
        return None
    if any(_HAN[0] <= letter <= _HAN[1] for letter in text):
        unknown = set(_unknown(elements, lexicon()))
        return next((each for each in _of(Letters.HAN) if _reads(each, elements, unknown)), None) if unknown else None
    return _latin_language(elements)


def _reads(language: PromptLanguage, elements: Sequence[Element], places: Set[int]) -> bool:
    """Whether a phrase of a language covers one of these elements."""
    for at in range(len(elements)):
        found = language.longest(elements, at)
        if found and not places.isdisjoint(range(at, at + found.length)):
            return True
    return False


def _latin_language(elements: Sequence[Element]) -> PromptLanguage | None:
    words = [element.key for element in elements if element.kind is ElementKind.WORD]
    unknown = {word for word in words if word not in lexicon().known}
    if not unknown:
        return None
    known = {code: sum(_knows(code, word) for word in unknown) for code in _codes_of(Letters.LATIN)}
    best = max(known, key=lambda code: (known[code], sum(_knows(code, word) for word in words)), default="")
    if not best:
        return None
    misspelt = sum(lexicon().speller.meant(word) is not None for word in unknown)
    sure = known[best] >= max(_SURE, misspelt + 1) or any(_knows(best, word) for word in unknown if not word.isascii())
    telling = [word for word in words if len(word) >= _TELLING]
    return read_language(best) if sure or 2 * known[best] >= len(telling) else None


def _knows(code: str, word: str) -> bool:
    """Whether a word, as an element's key, occurs in the file of a language."""
    return _folded(word, _endings(code)) in _words(code)


def _unknown(elements: Sequence[Element], known: Lexicon) -> Iterator[int]:
    """Places of elements that are part of no phrase of the main lexicon."""
    at = 0
    while at < len(elements):
        match = known.longest(elements, at)
        if match is None and elements[at].kind is not ElementKind.PAUSE:
            yield at
        at += match.length if match else 1


def _of(letters: Letters) -> Iterator[PromptLanguage]:
    return map(read_language, _codes_of(letters))


def _codes_of(letters: Letters) -> list[str]:
    return [code for code in codes() if _file(code)["letters"] == letters]


@cache
def _endings(code: str) -> tuple[str, ...]:
    return tuple(sorted(_file(code).get("endings", ()), key=len, reverse=True))


@cache
def _words(code: str) -> frozenset[str]:
    """Every word of a file without its ending: much sooner there than the whole language."""
    words = set(_WORD.findall(cleaned(" ".join(_file(code)["words"].values())).lower()))
    return frozenset(_folded(stem(word), endings) for word in words for endings in ((), _endings(code)))


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a file, in the order of the alphabet."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _FOLDER.iterdir() if file.name.endswith(".toml")))


@cache
def _file(code: str) -> dict[str, Any]:
    return tomllib.loads(_FOLDER.joinpath(f"{code}.toml").read_text("utf-8"))


@cache
def read_language(code: str) -> PromptLanguage:
    """The language of a file, read once.

    Raises:
        ValueError: a key of the file means nothing in English, or a phrase has two meanings.
    """
    content = _file(code)
    endings = _endings(code)
    levels: tuple[dict[Key, tuple[Meaning, ...]], ...] = ({}, {}, {})
    alike: set[tuple[int, Key]] = set()
    longest: dict[str, int] = {}
    for concept, words in content["words"].items():
        meanings = _meanings(concept)
        for phrase in words.split(", "):
            keys = [element.key for element in scan(cleaned(phrase))]
            for level, forms in enumerate(levels):
                form = _form(keys, level, endings)
                if forms.setdefault(form, meanings) != meanings:
                    alike.add((level, form))
            if (0, tuple(keys)) in alike:
                raise ValueError(f"{code}: {phrase!r} has two meanings, one is {concept!r}")
            for start in (_folded(keys[0], ()), form[0]):
                longest[start] = max(longest.get(start, 0), len(form))
    for level, form in alike:
        levels[level].pop(form, None)
    # What looks like an ending may belong to the word: "braun" loses its n, "braune" becomes "braun".
    for form, meanings in levels[1].items():
        levels[2].setdefault(form, meanings)
    adjectives_behind = content["adjectives"] == "after"
    return PromptLanguage(
        code,
        Letters(content["letters"]),
        adjectives_behind,
        endings,
        levels,
        {ending: pronoun for gender, pronoun in _PRONOUNS.items() for ending in content.get(gender, ())},
        {word: pronoun for gender, pronoun in _PRONOUNS.items() for word in content.get(f"{gender}_articles", ())},
        tuple(content["words"]),
        longest,
    )


def _form(keys: Sequence[str], level: int, endings: tuple[str, ...]) -> Key:
    """A phrase as it is written (0), without accents (1), and without endings (2)."""
    return tuple(keys) if level == 0 else tuple(_folded(key, endings if level == 2 else ()) for key in keys)


def _meanings(concept: str) -> tuple[Meaning, ...]:
    """What an English phrase means, word by word or all at once."""
    elements = scan(cleaned(concept.replace("_", " ")))
    found: list[Meaning] = []
    at = 0
    while at < len(elements):
        match = lexicon().longest(elements, at)
        if match is None:
            raise ValueError(f"{concept!r} means nothing in English")
        found.append(match.meaning)
        at += match.length
    return tuple(found)


@lru_cache(4096)
def _folded(word: str, endings: tuple[str, ...]) -> str:
    """A word without accents and without its ending."""
    if not word.isascii():
        word = word.replace("ё", "е").replace("ß", "ss").replace("œ", "oe").replace("æ", "ae")
        if word[0] < "\u0370":
            parts = unicodedata.normalize("NFD", word)
            word = "".join(letter for letter in parts if not unicodedata.combining(letter))
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
