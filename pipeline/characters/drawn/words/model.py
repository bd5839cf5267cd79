"""What a phrase of the vocabulary can mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from pipeline.characters.drawn.reading import Options
from pipeline.parts.records import Part
from pipeline.types.spec import Accessory, Build
from pipeline.types.understood import Topic

V = TypeVar("V", bound=Enum)

Fields = Mapping[str, Options]
"""Values for fields of a RigSpec."""


class Place(str, Enum):
    """What a colour or another adjective can belong to."""

    HAIR = "hair"
    BANGS = "bangs"
    STREAKS = "streaks"
    """The part of the hair that has the second colour."""
    EYES = "eyes"
    LEFT_EYE = "left eye"
    RIGHT_EYE = "right eye"
    BROWS = "brows"
    BEARD = "beard"
    MOUSTACHE = "moustache"
    LASHES = "lashes"
    SKIN = "skin"
    FACE = "face"
    NOSE = "nose"
    EARS = "ears"
    EXPRESSION = "expression"
    OUTFIT = "outfit"
    ACCENT = "accent"
    LOWER = "lower"
    """What is worn below the waist."""
    SKIRT = "skirt"
    ACCESSORY = "accessory"


@dataclass(frozen=True)
class Thing:
    """A noun, or anything that says all by itself.

    Attributes:
        topic: what it is about.
        place: what adjectives beside it belong to; None where it takes none.
        said: fields that it decides.
        hinted: fields that it decides where nothing said does.
        worn: accessories that it asks for, one of each tuple.
        hinted_worn: accessories that belong to it unless another one is said.
        denied: what its negation decides; None to turn ``said`` around.
        measure: the field that a number behind it sets ("hair length 0.7"), "" for none.
        bare: a mere noun ("hair"), which says nothing without an adjective.
        hands: takes the adjectives behind it, as if an "is" stood there, and none before it ("fading to pink").
        weak: takes adjectives only where no other noun does ("wearing", "in").
        undrawn: it cannot be drawn: its hints count, and people are told that it is left out. Without a place it takes
            its adjectives along ("red beard").
        perch: a place at somebody; the animal named right before it, or behind it, is only there ("on her shoulder").
        moved: what is worn instead of a thing that is said to be at that place: a scarf "on her head" is a bandana.
        several: it names more than one person.
        person: a colour of skin right before it is that of the skin ("black woman").
        as_person: what it means instead where a person is meant ("fox girl"); None for the same.
        for_builds: hints that replace the usual ones for a build (a male idol wears no dress).
    """

    topic: Topic
    place: Place | None = None
    said: Fields = field(default_factory=dict)
    hinted: Fields = field(default_factory=dict)
    worn: tuple[tuple[Accessory, ...], ...] = ()
    hinted_worn: tuple[tuple[Accessory, ...], ...] = ()
    denied: Fields | None = None
    measure: str = ""
    bare: bool = False
    hands: bool = False
    weak: bool = False
    undrawn: bool = False
    perch: bool = False
    moved: Mapping[Accessory, Accessory] = field(default_factory=dict)
    several: bool = False
    person: bool = False
    as_person: Thing | None = None
    for_builds: Mapping[Build, Fields] = field(default_factory=dict)


@dataclass(frozen=True)
class Modifier:
    """An adjective whose meaning depends on the noun: for each place, a Thing that it then amounts to.

    ``alone`` is what it means beside no fitting noun; None where it then means nothing.
    """

    by_place: Mapping[Place, Thing]
    alone: Thing | None = None


@dataclass(frozen=True)
class Tint:
    """A colour: "#rrggbb" on cloth, and where it differs, in hair, eyes and skin; ``only`` where it names one thing."""

    name: str
    cloth: str
    hair: str = ""
    eyes: str = ""
    skin: str = ""
    only: Place | None = None

    def at(self, place: Place) -> str:
        """The colour at a place."""
        if place in (Place.HAIR, Place.STREAKS, Place.BROWS, Place.BEARD, Place.MOUSTACHE):
            return self.hair or self.cloth
        if place in (Place.EYES, Place.LEFT_EYE, Place.RIGHT_EYE):
            return self.eyes or self.cloth
        return (self.skin if place is Place.SKIN else "") or self.cloth


@dataclass(frozen=True)
class Shade:
    """Changes the colour behind it: lightness is added, chroma multiplied ("pale blue"). Without a colour behind it, it
    means what ``alone`` says for each place ("dark hair").
    """

    lightness: float
    chroma: float
    alone: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)


class FunctionWord(Enum):
    """Words that have a meaning for the grammar alone."""

    FILLER = "filler"
    PRINT = "print"
    """What shows something else: the animal that stands before it is a picture of one ("fox print")."""
    NOT = "not"
    """Denies what follows."""
    NOT_BEFORE = "not before"
    """Denies what came before, as Japanese does."""
    OFF = "off"
    """The same where what came before is worn: "helmet off", "hat in hand"; a sword in hand is there."""
    AND = "and"
    OR = "or"
    WITH = "with"
    """Adjectives do not reach across it."""
    HAS = "has"
    """The same, and speaks of the character again after somebody else: "who likes cats and has blue hair"."""
    IS = "is"
    """Hands what follows to the noun before it."""
    YEARS = "years"
    """Makes the number before it an age."""
    HOLDING = "holding"
    """What follows is not the character but something beside it."""
    LIKING = "liking"
    """The same, except that somebody wears the clothes that they love."""
    OVER = "over"
    """What was worn before is worn over what follows."""
    UNDER = "under"
    MATCHING = "matching"
    """A colour: the one that was named last."""
    NAMED = "named"
    """What follows is a name, whatever else it means."""
    HELD_BEFORE = "held before"
    """What came before is not the character, as Japanese says it."""
    OTHER = "other"
    """What follows is somebody else, where several are meant: "one is blonde, the other has black hair"."""
    ANOTHER = "another"
    """The same only where several are named before."""
    LEFT = "left"
    RIGHT = "right"
    """Beside a mere colour: the colour of that eye."""


Meaning = Thing | Modifier | Tint | Shade | FunctionWord

Table = Mapping[str, Meaning]
"""Phrases ("a, b, c") to what they mean."""


def things(field_name: str, topic: Topic, place: Place | None, words: Mapping[V, str]) -> dict[str, Meaning]:
    """A table for the values of one enum field."""
    return {phrases: Thing(topic, place, said={field_name: (value,)}) for value, phrases in words.items()}


def named(parts: Mapping[V, Part[V]]) -> dict[V, str]:
    """The phrases of each part, in all languages."""
    return {value: ", ".join(part.words.values()) for value, part in parts.items()}
