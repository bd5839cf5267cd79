"""What sort of character it is, and how all of it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final


class Edition(str, Enum):
    """Which edition of our art draws a character. New ones get the latest; a saved one keeps the edition it has."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"


LATEST_EDITION: Final = Edition.FOURTH


class BodyStyle(str, Enum):
    """The proportions of head and body."""

    NORMAL = "normal"
    CHIBI = "chibi"


class Species(str, Enum):
    """Who the character is: a person, or a mascot that is all animal."""

    HUMAN = "human"
    CAT = "cat"
    DOG = "dog"
    FOX = "fox"
    RABBIT = "rabbit"
    BEAR = "bear"
    FROG = "frog"
    PENGUIN = "penguin"
    DUCK = "duck"
    PIG = "pig"
    HAMSTER = "hamster"
    MOUSE = "mouse"
    LION = "lion"
    RACCOON = "raccoon"
    COW = "cow"
    SHEEP = "sheep"
    MONKEY = "monkey"
    OWL = "owl"
    HORSE = "horse"
    UNICORN = "unicorn"
    AXOLOTL = "axolotl"
    CAPYBARA = "capybara"
    DINOSAUR = "dinosaur"
    SHARK = "shark"
    ELEPHANT = "elephant"
    OTTER = "otter"
    SEAL = "seal"


CRESTED: Final = frozenset({Species.LION, Species.HORSE, Species.UNICORN, Species.DINOSAUR})
"""Mascots whose second colour is that of a mane or of plates, and lies on no fur."""


class Coat(str, Enum):
    """How the second colour lies on an animal's fur."""

    PLAIN = "plain"
    TABBY = "tabby"
    BLAZE = "blaze"
    MASK = "mask"
    CALICO = "calico"
    POINTS = "points"
    PANDA = "panda"
    PATCHES = "patches"
    BANDIT = "bandit"
    STRIPES = "stripes"


class Finish(str, Enum):
    """How the drawing is coloured and inked."""

    CEL = "cel"
    SOFT = "soft"
    SKETCH = "sketch"


class Build(str, Enum):
    """The range a face and body are drawn in."""

    FEMALE = "female"
    MALE = "male"
    ANDROGYNOUS = "androgynous"


class Physique(str, Enum):
    """What a body is like for its build and age."""

    AVERAGE = "average"
    SLIM = "slim"
    MUSCULAR = "muscular"
    STOUT = "stout"


class Arms(str, Enum):
    """How a character holds its arms while they have nothing else to do."""

    BY_CHANCE = "by_chance"
    """As its seed chooses."""
    RELAXED = "relaxed"
    CLASPED = "clasped"
    ONE_HIP = "one_hip"
    BOTH_HIPS = "both_hips"
    CROSSED = "crossed"
    HEART = "heart"
    """A hand on the chest."""
    WAVING = "waving"


class Age(str, Enum):
    """The part of life that a character is in; how many years exactly, see ``RigSpec.years``."""

    CHILD = "child"
    TEEN = "teen"
    ADULT = "adult"
    ELDER = "elder"


YEARS: Final[Mapping[Age, tuple[int, int]]] = {
    Age.CHILD: (1, 12),
    Age.TEEN: (13, 19),
    Age.ADULT: (20, 59),
    Age.ELDER: (60, 120),
}
"""The first and the last year of each age."""
USUAL_YEARS: Final[Mapping[Age, int]] = {Age.CHILD: 8, Age.TEEN: 16, Age.ADULT: 25, Age.ELDER: 70}
"""How old somebody is of whom no more than the age is known."""


def age_at(years: float) -> Age:
    """The age that somebody of so many years has."""
    return next((age for age, (_, last) in YEARS.items() if years < last + 1), Age.ELDER)
