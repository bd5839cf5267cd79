"""Whether a prompt means a person, where it names an animal too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pipeline.characters.drawn.bonds import Act
from pipeline.characters.drawn.words.animals import ANTHRO
from pipeline.characters.drawn.words.model import Modifier, Place, Thing
from pipeline.characters.drawn.words.people import COSPLAYER, DISGUISE
from pipeline.parts import ACCESSORIES
from pipeline.parts.records import Spot
from pipeline.types.spec import CRESTED, Age, Build
from pipeline.types.understood import Topic

_OF_PEOPLE: Final = frozenset(
    {"build", "age", "skin", "facial_hair", "hair_back", "hair_front", "hair_side", "hair_length", "hair_wave", "ahoge"}
)
"""Fields that only people have."""
_BEARDS: Final = frozenset({"facial_hair"})
_HELD: Final = (
    "with ", "holding ", "wearing ", "carrying ", "in ", "con ", "com ", "de ", "avec ", "en ", "au ", "à ", "mit ",
    "im ", "pakai ", "dengan ", "в ", "с ", "со ", "戴", "穿", "拿",
)  # fmt: skip
"""How phrases begin that say what somebody has: "frog with an umbrella" is a frog."""


def means_person(acts: Sequence[Act], text: str) -> bool:
    """Whether the animal that the prompt (``text``) names, if any, is only in somebody's ears, tail or clothes.

    That is so of "fox girl", "fox witch" and "bunny hoodie". A "witch fox" and a "frog wizard" are animals.
    """
    telling = [act for act in acts if not act.denied and _makes_person(act)]
    animals = {act: animal for act in acts if (animal := _animal(act)) is not None}
    if not animals:
        return bool(telling)
    if any(act.meaning is COSPLAYER for act in acts) or any(
        before.meaning is DISGUISE and act in animals for before, act in pairwise(acts)
    ):
        return True
    if any(act.meaning is ANTHRO for act in acts):
        return False
    # A beard makes nobody of a cat: people are told that it is left out. Nor does a breed.
    telling = [act for act in telling if _said_by(act).isdisjoint(_BEARDS) and not _is_descent(act)]
    telling = [act for act in telling if not any(_is_age_of(act, animal, text) for animal in animals)]
    if all(CRESTED.issuperset(animal.said["species"]) for animal in animals.values()):
        telling = [act for act in telling if not _is_of_hair(act)]  # hair is their mane
    if any(_tells_of_body(act) for act in telling) or _is_printed(acts, text):
        return True
    behind = {before for before, act in pairwise(acts) if act in animals}
    behind |= {after for act, after in pairwise(acts) if act in animals and _is_masculine_role(act, after, text)}
    return any(_has_ears(animal.as_person) for animal in animals.values()) and any(act not in behind for act in telling)


def _is_masculine_role(animal: Act, role: Act, text: str) -> bool:
    """Whether an animal is called by a role that is no girl's: a "cat wizard" is a cat, a "cat maid" a girl."""
    meaning = role.meaning
    if not isinstance(meaning, Thing) or meaning.topic is not Topic.CHARACTER or meaning.said or meaning.bare:
        return False
    beside = not text[animal.token.end : role.token.start].strip(" -")  # "кролик-волшебник"
    masculine = animal.token.after or meaning.hinted.get("build") != (Build.FEMALE,)  # "gata bruja" is a cat
    return beside and meaning.place is Place.OUTFIT and masculine


def _is_descent(act: Act) -> bool:
    """Whether a word tells where somebody's family comes from; beside an animal it is a breed ("a Persian")."""
    meaning = act.meaning
    return isinstance(meaning, Thing) and meaning.topic is Topic.SKIN and "hair_colour" in meaning.hinted


def _said_by(act: Act) -> set[str]:
    return set(act.meaning.said) if isinstance(act.meaning, Thing) else set()


def _is_age_of(act: Act, animal: Act, text: str) -> bool:
    """Whether a word says no more than how old an animal beside it is: "baby bunny", "old dog", "conejo bebé"."""
    said = act.meaning.said if isinstance(act.meaning, Thing) else {"build": ()}
    behind = animal.token.after and act.token.start > animal.token.start
    # Behind an animal the word for an old man is an adjective: "conejo viejo".
    if not said.keys() <= {"age", "years"} and not (behind and said.get("age") == (Age.ELDER,)):
        return False
    first, second = (animal, act) if behind else (act, animal)
    return first.token.end <= second.token.start and len(text[first.token.end : second.token.start].split()) <= 1


def _makes_person(act: Act) -> bool:
    """Whether a word tells that a person is meant, and no animal."""
    meaning = act.meaning
    if act.owner is not None and isinstance(act.owner.meaning, Thing) and act.owner.meaning.bare:
        return _is_of_hair(act)  # "silver hair"
    if not isinstance(meaning, Thing) or meaning.bare:
        return False
    return not _OF_PEOPLE.isdisjoint(meaning.said) or "build" in meaning.hinted


def _is_of_hair(act: Act) -> bool:
    """Whether a word is an adjective of a mere word for hair."""
    noun = None if act.owner is None else act.owner.meaning
    return isinstance(noun, Thing) and noun.bare and noun.topic is Topic.HAIR


def _tells_of_body(act: Act) -> bool:
    """Whether a word that makes a person is more than a role: it says something that only people have."""
    meaning = act.meaning
    return not isinstance(meaning, Thing) or not _OF_PEOPLE.isdisjoint(meaning.said) or meaning.place is None


def _is_printed(acts: Sequence[Act], text: str) -> bool:
    """Whether an animal is but the manner of what is worn: "bunny hoodie", "frog hat"."""
    return any(
        isinstance(act.meaning, Thing)
        and not act.token.after
        and _animal(act) is not None
        and _is_worn(after)
        and not _is_of_eyes(after)
        and not text[act.token.end : after.token.start].strip()
        and not text[after.token.start : after.token.end].lower().startswith(_HELD)
        for act, after in pairwise(acts)
    )


def _animal(act: Act) -> Thing | None:
    """The animal that a word means, None where it means something else."""
    meaning = act.meaning
    if isinstance(meaning, Modifier) and act.owner is None:
        meaning = meaning.alone
    return meaning if isinstance(meaning, Thing) and "species" in meaning.said else None


def _has_ears(person: Thing | None) -> bool:
    return person is not None and bool(person.hinted_worn or person.worn)


def _is_worn(act: Act) -> bool:
    meaning = act.meaning
    return isinstance(meaning, Thing) and meaning.topic in (Topic.OUTFIT, Topic.ACCESSORIES) and not meaning.bare


def _is_of_eyes(act: Act) -> bool:
    """Whether something is worn before the eyes, which no animal is the manner of: "dog sunglasses"."""
    worn = act.meaning.worn if isinstance(act.meaning, Thing) else ()
    return any(Spot.EYES in ACCESSORIES[item].spots for choices in worn for item in choices)
