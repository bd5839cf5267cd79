"""A language of prompts at work: the longest phrase that starts at a word, and what its words mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.characters.drawn.lexicon import Key, lexicon
from pipeline.characters.drawn.scan import Element, ElementKind
from pipeline.characters.drawn.words.colours import HAIR_ALONE
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Place, Thing, Tint
from pipeline.types.spec import Build
from pipeline.types.understood import Topic

_STEM: Final = 3
"""Letters that are left of a word without its ending."""
_ARTICLE_BEFORE: Final = 2
"""Words before a figure among which its article is looked for: "ein müder Student"."""
_VOWELS: Final = ("a", "o", "e", "")
_COMPOUNDED: Final = frozenset({Topic.OUTFIT, Topic.ACCESSORIES, Topic.HAIR, Topic.EYES})
"""What the nouns are about that end a compound; the ends of others are seldom what the whole is."""
_OF_PEOPLE: Final = frozenset({Topic.CHARACTER, Topic.EXPRESSION, Topic.SKIN})
"""What adjectives are about that tell of people."""


class Letters(str, Enum):
    """What a language is written in."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    HANGUL = "hangul"
    HAN = "han"


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
        before: adjectives that stand before their nouns all the same ("un grand chapeau").
        endings: what words may end in without being others; the longest one is taken off before they are compared.
        genders: the pronoun that an ending tells for a figure: a "guerrera" is a "she"; "" where it leaves it open.
        pairs: what a man's word ends in where a woman's ends in the other: "maestro", "maestra".
        articles: the pronoun that an article before a figure tells: "una artista".
        elided: what has lost its last letter before a word: "d'".
        agreements: the pronoun that the ending of an adjective tells for a person: "rubia", "рыжая".
        prefixes: characters right before a figure that tell whom it means, as English words.
        levels: what each phrase means: as it is written, without accents, and without endings. Where two are alike
            without ("chico", "chica"), they are told apart as they are written alone.
        concepts: the English keys of its file.
        diminutives: what makes small ones of nouns, before their last vowel if any: a "bruxinha" is a "bruxa".
        without: what refuses a thing behind its name in one word: "brillenlos".
        compounds: whether nouns are written as one word with what they are made of ("Rollkragenpulli").
    """

    code: str
    letters: Letters
    adjectives_behind: bool
    before: frozenset[str]
    endings: tuple[str, ...]
    elided: tuple[str, ...]
    agreements: Mapping[str, str]
    prefixes: Mapping[str, str]
    levels: tuple[Mapping[Key, tuple[Meaning, ...]], ...]
    genders: Mapping[str, str]
    pairs: tuple[tuple[str, str], ...]
    articles: Mapping[str, str]
    concepts: tuple[str, ...]
    diminutives: tuple[str, ...]
    without: tuple[str, ...]
    compounds: bool
    _longest: Mapping[str, int]

    def longest(self, elements: Sequence[Element], at: int) -> Translation | None:
        """The longest phrase that starts at an element."""
        most = self._longest.get(folded(elements[at].key, self.endings), 0)
        keys = [element.key for element in elements[at : at + most]]
        for length in range(len(keys), 0, -1):
            for level, forms in enumerate(self.levels):
                meanings = forms.get(form_of(keys[:length], level, self.endings))
                if meanings is not None and not self._cuts_word(elements, at, length):
                    return Translation(self.gendered(meanings, elements, at, length), length)
        if (prefixed := self._prefixed(elements, at)) is not None:
            return prefixed
        word = elements[at].key
        for start in self.elided:
            if word.startswith(start):  # "d'épée"
                whole = [*elements[:at], elements[at]._replace(key=word.removeprefix(start)), *elements[at + 1 :]]
                return self.longest(whole, at)
        meanings = self._diminutive(word) or self._without(word) or (self._compound(word) if self.compounds else ())
        return Translation(self.gendered(meanings, elements, at), 1) if meanings else None

    def _prefixed(self, elements: Sequence[Element], at: int) -> Translation | None:
        """A figure behind a character that tells whom it means: "여전사"."""
        word = self.prefixes.get(elements[at].key)
        if word is None or at + 1 == len(elements) or elements[at + 1].start > elements[at].end:
            return None
        if at and elements[at - 1].end == elements[at].start and elements[at - 1].kind is not ElementKind.PAUSE:
            return None
        figure = self.longest(elements, at + 1)
        if (
            figure is None
            or not isinstance(figure.meanings[0], Thing)
            or figure.meanings[0].topic is not Topic.CHARACTER
        ):
            return None
        return Translation((lexicon().meanings[(word,)], *figure.meanings), figure.length + 1)

    def _diminutive(self, word: str) -> tuple[Meaning, ...]:
        """What a small one of a noun means: the same."""
        for mark in self.diminutives:
            stem, found, vowel = word.rpartition(mark)
            if found and len(stem) >= _STEM and vowel in _VOWELS:
                return self._word(stem + vowel)
        return ()

    def _without(self, word: str) -> tuple[Meaning, ...]:
        """A thing and its negation: "brillenlos"."""
        for ending in self.without:
            form = next((word[: -len(end + ending)] for end in ("", *self.endings) if word.endswith(ending + end)), "")
            thing = self._word(form) if len(form) >= _STEM else ()
            if thing:
                return (*thing, FunctionWord.NOT_BEFORE)
        return ()

    def _compound(self, word: str) -> tuple[Meaning, ...]:
        """What a word means that ends in a noun of the language, () where it does not: "Karohemd" is a shirt."""
        for start in range(_STEM, len(word) - _STEM + 1):
            noun = self._word(word[start:]) or self._diminutive(word[start:])
            if noun and isinstance(noun[0], Tint):
                return noun  # "weißblond", "feuerrot"
            if not noun or not isinstance(noun[0], Thing) or noun[0].undrawn:
                continue
            if _is_trade(noun[0]) and len(word) - start > _STEM:
                figure = self.gendered(noun, [Element(word, ElementKind.WORD, 0, len(word))], 0)
                return (
                    *filter(_is_figure, self._first(word[:start])),
                    *figure,
                )  # "Grundschullehrerin", "Elfenprinzessin"
            if noun[0].topic not in _COMPOUNDED:
                continue
            first = self._first(word[:start]) or self._compound(word[:start])
            return (*first, *noun) if all(_describes(meaning, noun[0]) for meaning in first) else noun
        return ()

    def _first(self, word: str) -> tuple[Meaning, ...]:
        """What the first part of a compound means."""
        return self._word(word) or self._word(word.removesuffix("n").removesuffix("s"))

    def _word(self, word: str) -> tuple[Meaning, ...]:
        forms = (level.get(form_of([word], at, self.endings)) for at, level in enumerate(self.levels))
        return next(filter(None, forms), ())

    def _cuts_word(self, elements: Sequence[Element], at: int, length: int) -> bool:
        """Whether a phrase of single characters ends inside a longer word: "빨간 머리" inside "빨간 머리핀"."""
        if self.letters not in (Letters.HANGUL, Letters.HAN):
            return False
        end = at + length
        for start in range(at + 1, end):
            starts_word = elements[start].start > elements[start - 1].end
            longest = min(self._longest.get(folded(elements[start].key, self.endings), 0), len(elements) - start)
            for other in range(longest, end - start, -1):
                keys = [element.key for element in elements[start : start + other]]
                if form_of(keys, 0, self.endings) in self.levels[0] and (starts_word or other > length):
                    return True
        return False

    def gendered(
        self, meanings: tuple[Meaning, ...], elements: Sequence[Element], at: int, length: int = 1
    ) -> tuple[Meaning, ...]:
        """What a phrase means, with what its article or an ending says about a figure whose build it leaves open."""
        figure = meanings[0]
        if len(meanings) > 1:
            return meanings
        agreeing = self._agreeing(elements[at].key) if _is_of_person(figure) else None
        if agreeing and self._stands_alone(elements, at, length):
            return lexicon().meanings[(agreeing,)], figure
        if not isinstance(figure, Thing):
            return meanings
        words, pronoun = [each.key for each in elements[at : at + length]], None
        by_ending = next(filter(None, map(self._by_ending, words)), None)
        of_man = figure.topic is Topic.CHARACTER and figure.hinted.get("build") == (Build.MALE,)
        if of_man and by_ending == "she":
            return lexicon().meanings[("female",)], figure  # "Zwergin"
        if not _is_open(figure):
            return meanings
        for before in reversed(elements[max(at - _ARTICLE_BEFORE, 0) : at]):
            if before.kind is ElementKind.PAUSE:
                break
            pronoun = pronoun or self.articles.get(before.key)
        pronoun = pronoun or self._by_adjective(elements, at, length) or by_ending or self._by_pair(words[0], meanings)
        return (lexicon().meanings[(pronoun,)], figure) if pronoun else meanings

    def _agreeing(self, word: str) -> str | None:
        return next((told for ending, told in self.agreements.items() if word.endswith(ending)), None)

    def _by_adjective(self, elements: Sequence[Element], at: int, length: int) -> str | None:
        """The pronoun that the adjective of a figure tells: "futbolista moreno", "рыжая врач"."""
        place = at + length if self.adjectives_behind else at - 1
        meanings = self._word(elements[place].key) if 0 <= place < len(elements) else ()
        return self._agreeing(elements[place].key) if meanings and all(map(_is_of_person, meanings)) else None

    def _stands_alone(self, elements: Sequence[Element], at: int, length: int) -> bool:
        """Whether an adjective is its own noun: "rubia de ojos verdes", "una pelirroja, gafas"."""
        before = elements[at - 1] if at else None
        if before is not None and before.kind is not ElementKind.PAUSE and before.key not in self.articles:
            return False
        if at + length >= len(elements) or elements[at + length].kind is ElementKind.PAUSE:
            return True
        following = self._word(elements[at + length].key)
        return bool(following) and isinstance(following[0], FunctionWord)

    def _by_ending(self, word: str) -> str | None:
        """The pronoun that the longest ending tells: a "Paladin" is no "Lehrerin"."""
        forms = (word, folded(word, ()))
        return next(
            (told for ending, told in self.genders.items() if any(form.endswith(ending) for form in forms)), None
        )

    def _by_pair(self, word: str, meanings: tuple[Meaning, ...]) -> str | None:
        """The pronoun that a word tells of which the other one is there as well: "maestra" beside "maestro"."""
        exact = self.levels[0]
        if exact.get((word,)) != meanings:
            return None
        for male, female in self.pairs:
            if word.endswith(female) and exact.get((word.removesuffix(female) + male,)) == meanings:
                return "she"
            if word.endswith(male) and exact.get((word.removesuffix(male) + female,)) == meanings:
                return "he"
        return None


def _describes(meaning: Meaning, noun: Thing) -> bool:
    """Whether the first part of a compound tells what its noun looks like: not the pearls of pearl earrings."""
    return not isinstance(meaning, Thing) or (meaning.bare and meaning.place is noun.place)


def _is_figure(meaning: Meaning) -> bool:
    """Whether a word names a person by what they are."""
    return (
        isinstance(meaning, Thing)
        and meaning.topic is Topic.CHARACTER
        and not meaning.bare
        and not {"species", "age"} & meaning.said.keys()
    )


def _is_trade(figure: Thing) -> bool:
    """Whether a word names somebody by what they do, or just a man or a woman."""
    return (
        figure.topic is Topic.CHARACTER
        and not figure.bare
        and "species" not in figure.said
        and (figure.person or figure.place is Place.OUTFIT)
    )


def _is_of_person(meaning: Meaning) -> bool:
    """Whether an adjective tells of nobody but people: "rubia", "gordo"."""
    if isinstance(meaning, Tint):
        return meaning.only is Place.HAIR or meaning.name in HAIR_ALONE
    if not isinstance(meaning, Thing) or meaning.bare or meaning.place is Place.OUTFIT or "build" in meaning.said:
        return False
    return meaning.topic in _OF_PEOPLE and "species" not in meaning.said


def _is_open(figure: Thing) -> bool:
    """Whether a word names a person and leaves open whether that is a man or a woman."""
    return (
        figure.topic is Topic.CHARACTER
        and figure.place is not None
        and "build" not in figure.hinted
        and "species" not in figure.said
    )


def form_of(keys: Sequence[str], level: int, endings: tuple[str, ...]) -> Key:
    """A phrase as it is written (0), without accents (1), and without endings (2)."""
    return tuple(keys) if level == 0 else tuple(folded(key, endings if level == 2 else ()) for key in keys)


@lru_cache(4096)
def folded(word: str, endings: tuple[str, ...]) -> str:
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
