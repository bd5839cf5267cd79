"""From a spec back to words: a prompt that reads as that spec, and what somebody would say who sees the figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from pipeline.characters.drawn.accounts import ENGLISH, Account, account
from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.characters.drawn.words.model import Place
from pipeline.types.spec import Coat, FacialHair, HairBack, HairColouring, Outfit, Pattern, Physique, RigSpec, Species

_ALWAYS: Final = (
    "build", "age", "hair_colour", "hair_back", "hair_front", "eye_colour", "eye_shape", "expression", "outfit",
    "outfit_colour", "accessories",
)  # fmt: skip
"""Fields that a description always names: what a person would say first."""
_ALWAYS_OF_MASCOTS: Final = (
    "species", "coat", "hair_colour", "eye_colour", "expression", "outfit", "accessories",
)  # fmt: skip
"""The same for a mascot."""
_NUMBERS: Final = ("blush", "eye_size", "eye_spacing", "hair_length", "hair_volume", "hair_mess", "hair_wave")
_OF_PEOPLE: Final = frozenset(
    {"age", "years", "build", "physique", "body_style", "hair_colour", "hair_colour_2", "hair_colouring", "hair_back",
     "hair_front", "hair_side", "hair_length", "hair_volume", "hair_mess", "hair_wave", "ahoge", "face_shape", "nose",
     "ears", "facial_hair", "beard_colour", "skin", "freckles", "mole"}
)  # fmt: skip
"""Fields that mean nothing on a mascot, or are said of it in other words."""
_FLAGS: Final = ("freckles", "mole", "fang", "braces", "ahoge", "closed_eyes", "tieless")


def describe(spec: RigSpec, language: str = ENGLISH) -> str:
    """A prompt for a spec that a prompt made: read with the spec's own seed it gives the same spec again.

    It names what meets the eye, and of the rest only what the seed alone would choose otherwise.

    Args:
        language: the code of the language; what cannot be said in it so that it is read as it is meant, is said in
            English.
    """
    words, english = account(language), account(ENGLISH)
    person = spec.species is Species.HUMAN
    told = _phrases if person else _phrases_of_mascot
    phrases, plain = dict(told(spec, words)), dict(told(spec, english))
    named = set(_ALWAYS if person else _ALWAYS_OF_MASCOTS)
    while True:
        prompt = words.joined([phrase for name, phrase in phrases.items() if name in named and phrase])
        again = choose_spec(read_prompt(prompt), spec.seed)
        wrong = {item.name for item in fields(spec) if getattr(again, item.name) != getattr(spec, item.name)}
        misread = {name for name in wrong & named if phrases.get(name) != plain.get(name)}
        if wrong <= named and not misread:
            return prompt
        if wrong <= named:
            phrases.update({name: plain[name] for name in misread})
        named |= wrong


def appearance(spec: RigSpec, language: str = ENGLISH) -> str:
    """What somebody would say who sees the figure, in a few words: "girl, silver hair, twin tails, blue eyes, dress".

    Args:
        language: the code of the language; English where its words have no file.
    """
    words = account(language)
    if spec.species is not Species.HUMAN:
        return _mascot_appearance(spec, words)
    said: list[str | None] = [words.figure(spec.build, spec.age)]
    if spec.physique is not Physique.AVERAGE:
        said.append(words.name("physique", spec.physique))
    if spec.hair_back is not HairBack.BALD:
        said.append(words.say("hair_colour", colour=words.nearest_colour(spec.hair_colour, Place.HAIR)))
    said.append(words.name("hair_back", spec.hair_back))
    said.append(words.say("eye_colour", colour=words.nearest_colour(spec.eye_colour, Place.EYES)))
    if spec.facial_hair is not FacialHair.NONE:
        said.append(words.name("facial_hair", spec.facial_hair))
    said.append(words.name("outfit", spec.outfit))
    said += [words.name("accessories", item) for item in spec.accessories]
    return words.joined([phrase for phrase in said if phrase])


def _mascot_appearance(spec: RigSpec, words: Account) -> str:
    said: list[str | None] = [words.name("species", spec.species)]
    said.append(words.say("fur_colour", colour=words.nearest_colour(spec.hair_colour, Place.HAIR)))
    if spec.coat is not Coat.PLAIN:
        said.append(words.name("coat", spec.coat))
    said.append(words.say("eye_colour", colour=words.nearest_colour(spec.eye_colour, Place.EYES)))
    if spec.outfit is not Outfit.FUR:
        said.append(words.name("outfit", spec.outfit))
    said += [words.name("accessories", item) for item in spec.accessories]
    return words.joined([phrase for phrase in said if phrase])


def _phrases_of_mascot(spec: RigSpec, words: Account) -> Iterator[tuple[str, str]]:
    """Those of a person that mean something on an animal, with words for its fur in place of those for hair."""
    yield "species", words.name("species", spec.species) or ""
    yield "coat", words.name("coat", spec.coat) or ""
    yield "hair_colour", words.say("fur_colour", colour=words.colour(spec.hair_colour, Place.HAIR))
    second = spec.hair_colour_2
    yield "hair_colour_2", words.say("fur_second", colour=words.colour(second, Place.STREAKS)) if second else ""
    for name, phrase in _phrases(spec, words):
        if name not in _OF_PEOPLE:
            yield name, phrase


def _phrases(spec: RigSpec, words: Account) -> Iterator[tuple[str, str]]:
    """A phrase for each field, in the order in which people describe someone; "" for what needs none."""

    def named(*names: str) -> Iterator[tuple[str, str]]:
        for name in names:
            yield name, words.name(name, getattr(spec, name)) or ""

    def coloured(name: str, place: Place) -> Iterator[tuple[str, str]]:
        colour = getattr(spec, name)
        yield name, words.say(name, colour=words.colour(colour, place)) if colour else ""

    yield from named("age")
    yield "years", words.say("years", value=spec.years) if spec.years else ""
    yield from named("build", "physique", "arms", "body_style", "finish")
    yield from _hair_colours(spec, words)
    yield from named("hair_back", "hair_front", "hair_side")
    yield from coloured("eye_colour", Place.EYES)
    if spec.eye_colour_right:
        yield from coloured("eye_colour_right", Place.RIGHT_EYE)
    else:
        yield "eye_colour_right", words.say("eye_colour_same")
    yield from named("eye_shape", "iris", "lashes", "brows")
    yield from coloured("brow_colour", Place.BROWS)
    yield from named("expression", "face_shape", "nose", "ears", "facial_hair")
    yield from coloured("beard_colour", Place.BEARD)
    yield "skin", words.name("skin", spec.skin) or words.say("skin", colour=spec.skin)
    for name in _FLAGS:
        yield name, words.say("yes" if getattr(spec, name) else "no", thing=words.say(name))
    for name in _NUMBERS:
        yield name, words.say(name, value=getattr(spec, name))
    yield from named("outfit")
    yield from coloured("outfit_colour", Place.OUTFIT)
    yield from coloured("accent_colour", Place.ACCENT)
    yield "number", words.say("number", value=spec.number)
    yield from named("lower")
    yield from coloured("lower_colour", Place.LOWER)
    yield from named("motif")
    yield "pattern", _pattern(spec.pattern, words)
    below = _pattern(spec.lower_pattern, words)
    yield "lower_pattern", words.say("lower_pattern", thing=below) if below else ""
    yield "accessories", words.comma.join(_worn(spec, words))
    yield from coloured("accessory_colour", Place.ACCESSORY)


def _pattern(pattern: Pattern, words: Account) -> str:
    return "" if pattern is Pattern.PLAIN else words.name("pattern", pattern) or ""


def _worn(spec: RigSpec, words: Account) -> Iterator[str]:
    colours = spec.accessory_colours or ("",) * len(spec.accessories)
    for item, colour in zip(spec.accessories, colours, strict=True):
        thing = words.name("accessories", item) or ""
        yield words.say("accessory", colour=words.colour(colour, Place.ACCESSORY), thing=thing) if colour else thing
    yield words.say("accessories_all" if spec.accessories else "accessories_none")


def _hair_colours(spec: RigSpec, words: Account) -> Iterator[tuple[str, str]]:
    second = words.colour(spec.hair_colour_2 or "#000000", Place.STREAKS)
    yield "hair_colour", words.say("hair_colour", colour=words.colour(spec.hair_colour, Place.HAIR))
    if spec.hair_colouring is HairColouring.SOLID:
        yield "hair_colouring", words.say("hair_solid")
        return
    kind = words.name("hair_colouring", spec.hair_colouring) or ""
    if spec.hair_colouring in (HairColouring.SPLIT, HairColouring.GRADIENT):
        yield "hair_colouring", kind
        yield "hair_colour_2", words.say("hair_second", colour=second)
    else:
        both = words.say("hair_partly", colour=second, thing=kind)
        yield "hair_colouring", both
        yield "hair_colour_2", both
