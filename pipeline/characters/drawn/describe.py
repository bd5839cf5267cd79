"""From a spec back to words: a prompt that reads as that spec."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Final

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.characters.drawn.words import clothes, colours, face, hair, people
from pipeline.characters.drawn.words.model import Meaning, Place, Thing, Tint
from pipeline.types.spec import HairColouring, RigSpec

_ALWAYS: Final = (
    "build", "age", "hair_colour", "hair_back", "hair_front", "eye_colour", "eye_shape", "expression", "outfit",
    "outfit_colour", "accessories",
)  # fmt: skip
"""Fields that a description always names: what a person would say first."""
_NUMBERS: Final = ("blush", "eye_size", "eye_spacing", "hair_length", "hair_volume", "hair_mess", "hair_wave")
_FLAGS: Final = {"freckles": "freckles", "mole": "mole", "fang": "fang", "ahoge": "ahoge"}

_PLURALS: Final = {
    "accessory": "accessories",
    **{
        noun: f"{noun}s" for noun in ("eye", "ear", "bang", "brow", "tail", "braid", "streak", "tip", "earring", "horn")
    },
    **{noun: f"{noun}es" for noun in ("eyelash", "lash")},
}
_PLURAL: Final = re.compile(rf"(?<!right )(?<!left )\b({'|'.join(_PLURALS)})(?=,|$)")
"""Nouns that come in twos, at the end of their phrase."""


def describe(spec: RigSpec) -> str:
    """A prompt for a spec that a prompt made: read with the spec's own seed it gives the same spec again.

    It names what meets the eye, and of the rest only what the seed alone would choose otherwise.
    """
    phrases = dict(_phrases(spec))
    named = set(_ALWAYS)
    while True:
        said = dict.fromkeys(phrase for name, phrase in phrases.items() if name in named and phrase)
        prompt = _PLURAL.sub(lambda noun: _PLURALS[noun[0]], ", ".join(said))
        again = choose_spec(read_prompt(prompt), spec.seed)
        missing = {item.name for item in fields(spec) if getattr(again, item.name) != getattr(spec, item.name)} - named
        if not missing:
            return prompt
        named |= missing


def _phrases(spec: RigSpec) -> Iterator[tuple[str, str]]:
    """A phrase for each field, in the order in which people describe someone."""
    words = _words()
    for name in ("age", "build", "body_style", "finish"):
        yield name, words[name, getattr(spec, name)]
    yield from _hair_colours(spec)
    for name in ("hair_back", "hair_front", "hair_side"):
        yield name, words[name, getattr(spec, name)]
    yield from _eye_colours(spec)
    for name in ("eye_shape", "iris", "lashes", "brows"):
        yield name, words[name, getattr(spec, name)]
    yield "brow_colour", f"{_colour(spec.brow_colour, Place.BROWS)} brow" if spec.brow_colour else ""
    for name in ("expression", "face_shape", "nose", "ears", "facial_hair"):
        yield name, words[name, getattr(spec, name)]
    yield "beard_colour", f"{_colour(spec.beard_colour, Place.BEARD)} beard color" if spec.beard_colour else ""
    yield "skin", words.get(("skin", spec.skin), f"{spec.skin} skin")
    for name, word in _FLAGS.items():
        yield name, word if getattr(spec, name) else f"no {word}"
    for name in _NUMBERS:
        yield name, f"{name.replace('_', ' ')} {getattr(spec, name)}"
    yield "outfit", words["outfit", spec.outfit]
    yield "outfit_colour", f"{_colour(spec.outfit_colour, Place.OUTFIT)} clothes"
    yield "accent_colour", f"{_colour(spec.accent_colour, Place.ACCENT)} accent"
    yield "motif", words["motif", spec.motif]
    worn = [
        f"{_colour(colour, Place.ACCESSORY)} {words['accessories', item]}" if colour else words["accessories", item]
        for item, colour in zip(spec.accessories, spec.accessory_colours or [""] * len(spec.accessories), strict=True)
    ]
    yield "accessories", ", ".join((*worn, "no other accessory" if worn else "no accessory"))
    yield (
        "accessory_colour",
        (f"{_colour(spec.accessory_colour, Place.ACCESSORY)} accessory color" if spec.accessory_colour else ""),
    )


def _hair_colours(spec: RigSpec) -> Iterator[tuple[str, str]]:
    first, second = _colour(spec.hair_colour, Place.HAIR), _colour(spec.hair_colour_2 or "#000000", Place.STREAKS)
    yield "hair_colour", f"{first} hair"
    if spec.hair_colouring is HairColouring.SOLID:
        yield "hair_colouring", "solid color hair"
        return
    kind = _words()["hair_colouring", spec.hair_colouring]
    if spec.hair_colouring in (HairColouring.SPLIT, HairColouring.GRADIENT):
        yield "hair_colouring", kind
        yield "hair_colour_2", f"{second} second hair color"
    else:
        yield "hair_colouring", f"{second} {kind}"
        yield "hair_colour_2", f"{second} {kind}"


def _eye_colours(spec: RigSpec) -> Iterator[tuple[str, str]]:
    yield "eye_colour", f"{_colour(spec.eye_colour, Place.EYES)} eye"
    right = spec.eye_colour_right
    yield "eye_colour_right", f"{_colour(right, Place.RIGHT_EYE)} right eye" if right else "no heterochromia"


@cache
def _words() -> Mapping[tuple[str, Enum | str], str]:
    """The first phrase for each value of each field."""
    found: dict[tuple[str, Enum | str], str] = {}
    tables = (*hair.TABLES, *face.TABLES, *people.TABLES, *clothes.TABLES)
    for phrases, meaning in (row for table in tables for row in table.items()):
        for field, value in _sayings(meaning):
            found.setdefault((field, value), phrases.split(", ")[0])
    for phrases, meaning in face.MOTIFS.items():
        thing = getattr(meaning, "alone", None)
        if thing and "motif" in thing.said:
            found.setdefault(("motif", thing.said["motif"][0]), phrases.split(", ")[0])
    return found


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


def _colour(colour: str, place: Place) -> str:
    """A colour's name where it has one at that place."""
    return _names(place).get(colour, colour)


@cache
def _names(place: Place) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for phrases, tint in colours.TINTS.items():
        if isinstance(tint, Tint) and tint.only in (None, place):
            names.setdefault(tint.at(place), phrases.split(", ")[0])
    return names
