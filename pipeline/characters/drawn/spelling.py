"""Misspelt words: which word of the vocabulary somebody meant to type.

A word is only taken for another where that is beyond doubt: it starts with the same letter, its letters are those of
the other word but for a slip of the finger or of the ear, no other meaning is as near, and it is no word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

_SHORTEST: Final = 4
"""Letters of a word that is looked at; what is shorter is too near to too much."""
_LONG: Final = 9
"""Letters of a word that may have two slips."""
_MIDDLE: Final = 6
"""Letters of a word in which one letter may stand for another."""
_KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS: Final = re.compile(r"[aeiou]")
_SOUNDS: Final = (
    ("ph", "f"),
    ("ck", "k"),
    ("c", "k"),
    ("z", "s"),
    ("y", "i"),
    ("ie", "i"),
    ("ee", "i"),
    ("ea", "i"),
    ("oo", "u"),
)
_DOUBLED: Final = re.compile(r"(.)\1+")


class Speller:
    """Finds the word that was meant.

    ``meanings`` maps each word that can be meant to what it means, so that two spellings of one thing are no doubt;
    ``known`` words are never taken for another.
    """

    def __init__(self, meanings: Mapping[str, object], known: frozenset[str]) -> None:
        self._meanings = meanings
        self._known = known
        self._by_letter: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        self._by_consonants: dict[str, list[str]] = {}
        for word in meanings:
            if len(word) < _SHORTEST:
                continue
            self._by_letter.setdefault(word[0], []).append(word)
            self._by_sound.setdefault(_sound(word), []).append(word)
            self._by_consonants.setdefault(_VOWELS.sub("", word), []).append(word)

    def meant(self, word: str) -> str | None:
        """The word that ``word`` (lower case) is a slip of; None where that is known, a word of its own, or unclear."""
        if word in self._known or not word.isascii() or not word.isalpha() or word in _own_words():
            return None
        if not _VOWELS.search(word):
            return self._only(word, self._by_consonants) if len(word) >= _SHORTEST - 1 else None
        if len(word) < _SHORTEST:
            return None
        return self._nearest(word) or self._only(word, self._by_sound, _sound(word))

    def _nearest(self, word: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        reach = 2 if len(word) >= _LONG else 1
        choices = self._by_letter.get(word[0], [])
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=reach, limit=8)
        near = [(distance, other) for other, distance, _ in found if _is_slip(word, other)]
        least = min((distance for distance, _ in near), default=0)
        return self._one_of(other for distance, other in near if distance == least)

    def _only(self, word: str, table: Mapping[str, list[str]], key: str = "") -> str | None:
        """The one word that a table has for a key (the word itself) and that starts as the word does."""
        return self._one_of(other for other in table.get(key or word, ()) if other[0] == word[0])

    def _one_of(self, words: Iterable[str]) -> str | None:
        """One of the words, if all of them mean the same."""
        by_meaning: dict[int, str] = {}
        for word in words:
            by_meaning.setdefault(id(self._meanings[word]), word)
        return next(iter(by_meaning.values())) if len(by_meaning) == 1 else None


def _is_slip(word: str, other: str) -> bool:
    """Whether short words have the same letters, in another order, or one of them twice, or one left out inside, or the
    neighbour of one on a keyboard.
    """
    if len(word) >= _MIDDLE:
        return len(other) >= _MIDDLE - 1
    if len(word) != len(other) or sorted(word) == sorted(other):
        return True
    ((typed, meant),) = [pair for pair in zip(word, other, strict=True) if pair[0] != pair[1]]
    return len(word) > _SHORTEST and any(typed + meant in row or meant + typed in row for row in _KEYS)


def _sound(word: str) -> str:
    """A word by its sound, roughly."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return _DOUBLED.sub(r"\1", word)


@cache
def _own_words() -> frozenset[str]:
    """English words that look like slips of ours and are none."""
    text = files("pipeline.characters.drawn.words").joinpath("own_words.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
