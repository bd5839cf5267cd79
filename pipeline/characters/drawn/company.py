"""Who is beside the character, and what it holds: pets, friends and things are not what it looks like itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.characters.drawn.bonds import Act, is_drawn_in_hand, is_worn_on
from pipeline.characters.drawn.tokens import Token, is_adjective
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Modifier, Place, Shade, Thing, Tint
from pipeline.types.spec import Accessory
from pipeline.types.understood import Topic

_BESIDES: Final = (FunctionWord.HOLDING, FunctionWord.LIKING)
_PICTURES: Final = frozenset({Accessory.TATTOO, Accessory.PLUSH})
_BESIDE: Final = 2
"""Characters between two words with no word between them, at most."""
_OF_EYES: Final = frozenset({Place.EYES, Place.LEFT_EYE, Place.RIGHT_EYE})


class Company(NamedTuple):
    """A thought in two: what is about the character, and what is about others."""

    kept: list[Token]
    lost: list[Token]


def part_company(tokens: Sequence[Token], before: Sequence[Act]) -> Company:
    """A thought without what the character holds ("a black cat with green eyes" of "holding a black cat …") and who is
    with it ("with a cat on her shoulder", "and his dog", "the other is blonde"); ``before`` was read before it.
    """
    if _is_animal_beside(tokens, before):
        return Company([], list(tokens))
    parted = Company([], [])
    kept, lost = parted
    held = pet = False
    for at, token in enumerate(tokens):
        meaning = token.meaning
        if meaning is FunctionWord.PRINT:
            lost += _pictured_at_end(kept)
        elif is_animal_noun(meaning) and _is_pictured_by(kept, token):
            lost.append(token)
        elif meaning is FunctionWord.HELD_BEFORE:
            if not held:  # else the place was named before: "肩に猫を乗せた"
                lost += [each for each in kept if not isinstance(each.meaning, FunctionWord)]
                kept.clear()
            held = pet = False
        elif meaning is FunctionWord.HAS:
            held = pet = False
            kept.append(token)
        elif meaning is FunctionWord.LIKING and _is_worn_by_them(tokens[at + 1 :]):
            held = False  # "and loves her yellow raincoat"
        elif meaning in _BESIDES and is_drawn_in_hand(tokens[at + 1 :]):
            held = False
        elif meaning in _BESIDES and _holds_before(kept, tokens[at + 1 :]):
            held = False  # "a clipboard-holding lady"
        elif meaning in _BESIDES:
            lost.append(token)
            held, pet = True, False
        elif meaning in (FunctionWord.OTHER, FunctionWord.ANOTHER):
            if (meaning is FunctionWord.ANOTHER and not _names_several(tokens[:at], before)) or any(
                isinstance(each.meaning, Thing) and each.meaning.place in _OF_EYES for each in tokens
            ):
                continue  # "one eye blue, the other green"
            lost.append(token)
            held = pet = True
        elif isinstance(meaning, Thing) and meaning.perch:
            lost += _animal_at_end(kept)
            held = pet = pet or _is_pet(tokens[at + 1 :])
            kept.append(token)
        elif (meaning is FunctionWord.WITH or (meaning is FunctionWord.AND and _has_person(kept, before))) and (
            not held or not pet
        ):
            held = pet = _is_pet(tokens[at + 1 :])
            kept.append(token)
        elif held and _is_pronoun(meaning):
            kept.append(token)
        elif held and not (isinstance(meaning, Thing) and meaning.weak):
            pet = pet or is_animal_noun(meaning)
            lost += [] if isinstance(meaning, FunctionWord) else [token]
        else:
            held = False
            if _is_picture(meaning):
                lost += _pictured_at_end(kept)
            kept.append(token)
    return parted


def _is_picture(meaning: Meaning | float | None) -> bool:
    """Whether a noun shows something else, often an animal: "wolf tattoo", "a plush of a fox"."""
    return isinstance(meaning, Thing) and any(not _PICTURES.isdisjoint(choices) for choices in meaning.worn)


def _is_pictured_by(kept: Sequence[Token], animal: Token) -> bool:
    """Whether an animal is what a noun before it shows: "tattoo of a lion", but not "tattooed lion"."""
    return bool(kept) and _is_picture(kept[-1].meaning) and animal.start - kept[-1].end > _BESIDE


def _pictured_at_end(kept: list[Token]) -> list[Token]:
    """Takes the animal that stands last away, unless it is a print that we draw (a cat's face)."""
    return _animal_at_end(kept) if kept and isinstance(kept[-1].meaning, Thing) else []


def is_animal_noun(meaning: Meaning | float | None) -> bool:
    """Whether a word by itself is an animal, as a mascot or as somebody's pet."""
    if isinstance(meaning, Modifier):
        meaning = meaning.alone
    return isinstance(meaning, Thing) and "species" in meaning.said


def _is_worn_by_them(tokens: Sequence[Token]) -> bool:
    """Whether what is loved is somebody's own clothes: "her yellow raincoat"."""
    if not tokens or not _is_pronoun(tokens[0].meaning):
        return False
    noun = next((token.meaning for token in tokens[1:] if not is_adjective(token.meaning)), None)
    return isinstance(noun, Thing) and not noun.undrawn and (noun.topic is Topic.OUTFIT or is_worn_on(noun))


def _holds_before(kept: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether what is held stands before the word for holding, and who holds it behind."""
    people = (token.meaning for token in behind if isinstance(token.meaning, Thing))
    person = next(people, None)
    return bool(kept) and is_drawn_in_hand(kept[-1:]) and person is not None and person.topic is Topic.CHARACTER


def _names_several(tokens: Sequence[Token], before: Sequence[Act]) -> bool:
    """Whether more than one person is named before."""
    meanings = (*(token.meaning for token in tokens), *(act.meaning for act in before))
    return any(isinstance(meaning, Thing) and meaning.several for meaning in meanings)


def _is_pronoun(meaning: Meaning | float | None) -> bool:
    return isinstance(meaning, Thing) and meaning.bare and meaning.place is None


def _is_pet(tokens: Sequence[Token]) -> bool:
    """Whether it starts with an animal that is no part of somebody: "(with) a black cat", not "cat ears"."""
    nouns = [token for token in tokens if not isinstance(token.meaning, (Tint, Shade))]
    if nouns and _is_pronoun(nouns[0].meaning):
        nouns = nouns[1:]  # "her cat"
    if not nouns or not is_animal_noun(nouns[0].meaning):
        return False
    following = nouns[1].meaning if len(nouns) > 1 else None
    return following is None or isinstance(following, FunctionWord) or _is_pronoun(following)


def _animal_at_end(kept: list[Token]) -> list[Token]:
    """Takes the animal that stands last away, with its adjectives and what leads to it."""
    start = len(kept)
    while start and (kept[start - 1].meaning is None or _is_mere_adjective(kept[start - 1].meaning)):
        start -= 1  # "a cat named Mochi", "gatinho preto"
    if not start or not is_animal_noun(kept[start - 1].meaning):
        return []
    start -= 1
    while start and _is_mere_adjective(kept[start - 1].meaning):
        start -= 1
    taken = kept[start:]
    del kept[start:]
    return taken


def _is_mere_adjective(meaning: Meaning | float | None) -> bool:
    return is_adjective(meaning) and not is_animal_noun(meaning)


def _has_person(kept: Sequence[Token], before: Sequence[Act]) -> bool:
    """Whether somebody is named who is no animal."""
    meanings = [*(token.meaning for token in kept), *(act.meaning for act in before if not act.denied)]
    return any(
        isinstance(meaning, Thing)
        and meaning.topic is Topic.CHARACTER
        and not is_animal_noun(meaning)
        and (meaning.person or not meaning.bare)
        for meaning in meanings
    )


def _is_animal_beside(tokens: Sequence[Token], before: Sequence[Act]) -> bool:
    """Whether a thought is an animal of some colour beside somebody named before: "a witch, black cat"."""
    coloured = len(tokens) == 2 and isinstance(tokens[0].meaning, Tint) and is_animal_noun(tokens[1].meaning)
    return coloured and _has_person([], before)
