"""Prompts in other languages: each is one file of words, by what they mean in English.

A file is read when its letters are met, or words between spaces that English does not know. The main lexicon, English
and Japanese, is always there: a prompt may mix it with one more language.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence, Set
from functools import cache
from importlib.resources import files
from typing import Any, Final

from pipeline.characters.drawn.language import Letters, PromptLanguage, folded, form_of
from pipeline.characters.drawn.lexicon import Key, Lexicon, lexicon
from pipeline.characters.drawn.scan import Element, ElementKind, cleaned, scan, stem
from pipeline.characters.drawn.words.model import Meaning

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_FOLDER: Final = files("pipeline.characters.drawn.words").joinpath("languages")
_WORD: Final = re.compile(r"[^\W_]+(?:'\w+)?")
_PRONOUNS: Final = {"female": "she", "male": "he", "either": ""}
_SURE: Final = 2
"""Words of a language that tell it from a name in an English prompt."""
_TELLING: Final = 3
"""Letters of a word that can tell a language: "in", "en" and "de" are words of several."""


_SCRIPTS: Final = {Letters.CYRILLIC: ("\u0400", "\u052f"), Letters.HANGUL: ("\uac00", "\ud7a3")}
_HAN: Final = ("\u3400", "\u9fff")
_KANA: Final = ("\u3040", "\u30ff")


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
    for start in _file(code).get("elided", ()):
        word = word.removeprefix(start)
    return folded(word, _endings(code)) in _words(code)


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
    return frozenset(folded(stem(word), endings) for word in words for endings in ((), _endings(code)))


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
                form = form_of(keys, level, endings)
                if forms.setdefault(form, meanings) != meanings:
                    alike.add((level, form))
            if (0, tuple(keys)) in alike:
                raise ValueError(f"{code}: {phrase!r} has two meanings, one is {concept!r}")
            for start in (folded(keys[0], ()), form[0]):
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
        frozenset(stem(word) for word in content.get("before", ())),
        endings,
        tuple(content.get("elided", ())),
        _genders(content, "_adjectives"),
        {prefix: gender for gender in ("female", "male") for prefix in content.get(f"{gender}_prefixes", ())},
        levels,
        _genders(content),
        tuple((male, female) for male, female in content.get("pairs", ())),
        {word: pronoun for gender, pronoun in _PRONOUNS.items() for word in content.get(f"{gender}_articles", ())},
        tuple(content["words"]),
        tuple(content.get("diminutives", ())),
        tuple(content.get("without", ())),
        content.get("compounds", False),
        longest,
    )


def _genders(content: dict[str, Any], kind: str = "") -> dict[str, str]:
    """The pronoun that each ending of a kind tells, the longest endings first."""
    told = {ending: pronoun for gender, pronoun in _PRONOUNS.items() for ending in content.get(f"{gender}{kind}", ())}
    return {ending: told[ending] for ending in sorted(told, key=len, reverse=True)}


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
