"""How old somebody is said to be, in the many ways in which people write that: "27 y/o", "Age: 27", "23F", "she's 19",
"sixteen years old". All of them become a number and the word for years; a letter for a sex becomes its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.characters.drawn.scan import Element, ElementKind

YEARS: Final = "yo"
"""The key of the word for years."""

_UNITS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = {name: 10 * (at + 2) for at, name in enumerate(
    ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
)}  # fmt: skip
_YEARS_BEHIND: Final = tuple(
    tuple(phrase.split())
    for phrase in (
        "y . o .", "y . o", "y & o", "y o", "yo", "year old", "year young", "year of age", "yr old", "yr", "yrs old",
        "yrs", "year", "something", "ish",
    )
)  # fmt: skip
"""What stands behind an age, longest first where one begins like another."""
_SIGNS: Final = frozenset(":=~-")
_BETWEEN: Final = _SIGNS | {"is", "of", "about", "around", "roughly", "approx", "approximately", "range", "circa"}
_HEADINGS: Final = frozenset({"gender", "sex"})
_LEADING: Final = frozenset({"age", "aged", "turning"})
_TELLING: Final = frozenset({"he", "she", "they're", "i'm", "im", "is", "look", "looking", "turned", "about", "around"})
"""What an age can follow that no word for years is near: "she's 19", "he is 60", "looks about 20"."""
_CLOSING: Final = frozenset({"and", "with", "but", "w", "who", "&"})
_JOINED: Final = re.compile(r"(?P<years>\d{1,3})(?P<behind>yo|yrs?|y|ish|f|m)|(?P<sex>[fm])(?P<age>\d{2})")
_SEXES: Final = {"f": "female", "m": "male", "female": "female", "male": "male"}


class _Number(NamedTuple):
    value: int
    length: int


def with_ages(elements: Sequence[Element]) -> list[Element]:
    """The elements with each age as a number and the word for years."""
    found: list[Element] = []
    at = 0
    while at < len(elements):
        read, length = _age_at(elements, at)
        found += read or [elements[at]]
        at += length if read else 1
    return found


def _age_at(elements: Sequence[Element], at: int) -> tuple[list[Element], int]:
    """What stands for the age that begins at an element, and how many elements that was; nothing where none does."""
    key, kind = elements[at].key, elements[at].kind
    if kind is ElementKind.WORD and (joined := _JOINED.fullmatch(key)):
        years = int(joined["years"] or joined["age"])
        behind = at + 1 + (at + 1 < len(elements) and elements[at + 1].key == "old")
        sex = joined["sex"] or joined["behind"]
        return list(_said(years, elements, at, behind, sex)), behind - at
    if key in _HEADINGS and at + 2 < len(elements) and elements[at + 1].key in _SIGNS:
        sex = _SEXES.get(elements[at + 2].key)
        return ([Element(sex, ElementKind.WORD, elements[at].start, elements[at + 2].end)] if sex else []), 3
    if key in _SEXES and _stands_alone(elements, at, 1) is not None:
        behind = _past_pauses(elements, at + 1)
        number = _number_at(elements, behind)
        if number and _ends(elements, behind + number.length):
            return list(_said(number.value, elements, at, behind + number.length, key)), behind + number.length - at
    if key in _LEADING or key in _TELLING:
        first = next(_past(elements, at + 1), None)
        number = _number_at(elements, first) if first is not None else None
        if number and first is not None:
            behind = first + number.length
            years_behind = _years_behind(elements, behind)
            if key in _LEADING or (not years_behind and _ends(elements, behind) and number.value >= _LEAST_TOLD):
                kept = [] if key in _LEADING else [elements[at]]
                start = at if key in _LEADING else first
                return [*kept, *_said(number.value, elements, start, behind + years_behind)], behind + years_behind - at
    number = _number_at(elements, at)
    if number:
        behind = at + number.length
        if length := _years_behind(elements, behind):
            return list(_said(number.value, elements, at, behind + length)), number.length + length
        sex = next((place for place in (behind, _past_pauses(elements, behind)) if _is_sex(elements, place)), None)
        if sex is not None and _stands_alone(elements, at, 0) is not None and _ends(elements, sex + 1):
            return list(_said(number.value, elements, at, sex + 1, elements[sex].key)), sex + 1 - at
    return [], 0


_LEAST_TOLD: Final = 3
"""Years from which a number behind "is" is an age: "one is blonde, two is red"."""


def _said(years: int, elements: Sequence[Element], start: int, end: int, sex: str = "") -> Iterator[Element]:
    first, last = elements[start].start, elements[end - 1].end
    if sex in _SEXES:
        yield Element(_SEXES[sex], ElementKind.WORD, first, last)
    yield Element(str(years), ElementKind.NUMBER, first, last)
    yield Element(YEARS, ElementKind.WORD, last - 1, last)


def _number_at(elements: Sequence[Element], at: int) -> _Number | None:
    """A whole number in digits or in words."""
    if at >= len(elements):
        return None
    element = elements[at]
    if element.kind is ElementKind.NUMBER:
        return _Number(int(element.key), 1) if element.key.isdecimal() else None
    if element.key in _UNITS:
        return _Number(_UNITS.index(element.key) + 1, 1)
    if element.key in _TENS:
        following = elements[at + 1].key if at + 1 < len(elements) else ""
        more = _UNITS.index(following) + 1 if following in _UNITS[:9] else 0
        return _Number(_TENS[element.key] + more, 2 if more else 1)
    return None


def _years_behind(elements: Sequence[Element], at: int) -> int:
    """How many elements from here on are a word for years."""
    keys = tuple(element.key for element in elements[at : at + 4])
    return next((len(phrase) for phrase in _YEARS_BEHIND if keys[: len(phrase)] == phrase), 0)


def _past(elements: Sequence[Element], at: int) -> Iterator[int]:
    """The place of the first element from here on that is not between a word for age and its number."""
    yield from (place for place in range(at, min(at + 4, len(elements))) if elements[place].key not in _BETWEEN)


def _past_pauses(elements: Sequence[Element], at: int) -> int:
    """The place of the first element from here on that is no pause: "(M) (25)"."""
    while at < len(elements) and elements[at].kind is ElementKind.PAUSE:
        at += 1
    return at


def _is_sex(elements: Sequence[Element], at: int) -> bool:
    return at < len(elements) and elements[at].key in _SEXES


def _stands_alone(elements: Sequence[Element], at: int, behind: int) -> int | None:
    """The place behind a word that begins a thought, if there is something."""
    begins = at == 0 or elements[at - 1].kind is ElementKind.PAUSE
    return at + behind if begins and at + behind < len(elements) else None


def _ends(elements: Sequence[Element], at: int) -> bool:
    """Whether the thought ends here, or goes on about something else."""
    return at >= len(elements) or elements[at].kind is ElementKind.PAUSE or elements[at].key in _CLOSING
