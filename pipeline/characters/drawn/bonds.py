"""Which words belong together: what an adjective fits, and what stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise
from typing import Final

from pipeline.characters.drawn.tokens import Token, is_adjective
from pipeline.characters.drawn.words.colours import HAIR_ALONE
from pipeline.characters.drawn.words.descent import PEOPLE
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Modifier, Place, Shade, Thing, Tint
from pipeline.parts import ACCESSORIES
from pipeline.parts.records import Spot
from pipeline.types.spec import Accessory
from pipeline.types.understood import Topic

_TINTED: Final = frozenset(
    {Place.HAIR, Place.BANGS, Place.STREAKS, Place.EYES, Place.LEFT_EYE, Place.RIGHT_EYE, Place.BROWS, Place.BEARD,
     Place.MOUSTACHE, Place.SKIN, Place.OUTFIT, Place.ACCENT, Place.LOWER, Place.SKIRT, Place.ACCESSORY}
)  # fmt: skip
FAIR: Final = 0.1
"""Lightness above which a shade that stands alone means fair skin ("pale")."""


@dataclass(eq=False)
class Act:
    """A token at work.

    Attributes:
        token: the word.
        owner: the act of the noun that an adjective belongs to; None where it stands alone.
        denied: whether it is negated.
        used: set once it has decided something.
        under: whether it is worn under other clothes: the hoodie of "jacket over a hoodie".
    """

    token: Token
    owner: Act | None = None
    denied: bool = False
    used: bool = False
    under: bool = False

    @property
    def meaning(self) -> Meaning | float | None:
        """What the token means."""
        return self.token.meaning


def fits(adjective: Meaning | float | None, noun: Thing) -> bool:
    """Whether an adjective can belong to a noun."""
    if noun.place is None:
        return False
    if isinstance(adjective, Modifier):
        if noun.topic is Topic.CHARACTER and is_print(adjective):
            return False  # a "moon goddess" has no moon on her dress
        if noun.topic is Topic.CHARACTER and adjective.alone and adjective.alone.topic is Topic.CHARACTER:
            return False  # a "ripped lifeguard" is muscular
        if noun.topic is Topic.CHARACTER and is_animal(adjective):
            return False  # a "cat maid" wears no picture of one
        if noun.topic is Topic.CHARACTER and noun.place is Place.OUTFIT and is_of_hair(adjective):
            return False  # a "long haired witch" has no long dress
        if noun.place is Place.ACCESSORY and not _is_kind_of(adjective, noun):
            return False  # "round" of glasses, not of a basket
        return noun.place in adjective.by_place or (noun.place is Place.BANGS and Place.HAIR in adjective.by_place)
    if isinstance(adjective, Tint) and adjective.only is not None:
        return noun.place in (adjective.only, Place.BANGS, Place.STREAKS, Place.BROWS, Place.BEARD, Place.MOUSTACHE)
    if isinstance(adjective, Shade):
        return noun.place in adjective.alone and not noun.person
    return isinstance(adjective, Tint) and noun.place in _TINTED


def _is_kind_of(adjective: Modifier, noun: Thing) -> bool:
    """Whether what an adjective makes of a thing is of the same family as what its noun means."""
    made = adjective.by_place.get(Place.ACCESSORY)
    if made is None or not made.worn:
        return True
    families = {ACCESSORIES[item].family for choices in noun.worn for item in choices}
    return all(ACCESSORIES[item].family in families for item in made.worn[0])


def is_animal(meaning: Meaning | float | None) -> bool:
    """Whether an adjective by itself is an animal."""
    return isinstance(meaning, Modifier) and meaning.alone is not None and "species" in meaning.alone.said


def _grows(thing: Thing) -> bool:
    """Whether it is a part of a creature's body: "demon with wings"."""
    spots = {spot for choices in thing.worn for item in choices for spot in ACCESSORIES[item].spots}
    return not spots.isdisjoint((Spot.EARS, Spot.BACK, Spot.TAIL, Spot.SUPERNATURAL))


def is_emblem(token: Token, following: Sequence[Token]) -> bool:
    """Whether a creature is but what a thing shows right behind it: "skull staff", "dragon hoodie"."""
    creature, thing = token.meaning, following[0].meaning if following else None
    if isinstance(creature, Thing) and isinstance(thing, Thing) and "hair_colouring" in creature.said:
        return thing.topic is Topic.OUTFIT and not (thing.bare or thing.weak)  # "two-tone jacket"
    return (
        isinstance(creature, Thing)
        and isinstance(thing, Thing)
        and creature.topic is Topic.CHARACTER
        and creature.place is Place.HAIR
        and not (creature.person or creature.bare or creature.said)
        and following[0].start <= token.end + 1
        and not (thing.bare or thing.weak)
        and thing.topic in (Topic.OUTFIT, Topic.ACCESSORIES)
        and not _grows(thing)
        and (is_worn_on(thing) or thing.topic is Topic.OUTFIT or (Accessory.SKULL_PAINT,) in creature.hinted_worn)
    )


def is_print(meaning: Meaning | float | None) -> bool:
    """Whether an adjective by itself is a print: "moon", "star"."""
    return isinstance(meaning, Modifier) and meaning.alone is not None and "motif" in meaning.alone.said


def is_pattern(meaning: Meaning | float | None) -> bool:
    """Whether an adjective by itself is a pattern of cloth: "plaid"."""
    return isinstance(meaning, Modifier) and meaning.alone is not None and "pattern" in meaning.alone.said


def is_another(act: Act, noun: Act) -> bool:
    """Whether an animal is no manner of the noun before it: an "angry cat" has no cat's mouth."""
    return is_animal(act.meaning) and not act.token.after and act.token.start > noun.token.start


def is_of_hair(adjective: Modifier) -> bool:
    """Whether an adjective by itself is about the hair: "long", "fluffy"."""
    return adjective.alone is not None and adjective.alone.topic is Topic.HAIR


def has_own(behind: Sequence[Token]) -> bool:
    """Whether a noun has an adjective of its own behind it: "pelo azul y ojos verdes"."""
    return bool(behind) and behind[0].after and is_adjective(behind[0].meaning)


def follows_unknown(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective stands right behind a noun without meaning, which is no second word for another noun."""
    if at < 1 or not _has_no_place(tokens[at - 1].meaning) or tokens[at].start > tokens[at - 1].end + 1:
        return False
    return at < 2 or not isinstance(tokens[at - 2].meaning, Thing) or tokens[at - 1].start > tokens[at - 2].end + 1


def _has_no_place(meaning: Meaning | float | None) -> bool:
    """Whether a noun means nothing here, or something that takes its adjectives along: "cintura verde"."""
    return meaning is None or (isinstance(meaning, Thing) and meaning.undrawn and meaning.place is None)


def of_people_alone(meaning: Meaning | float | None) -> bool:
    """Whether an adjective can only be about hair or skin, so that it stays beside words without meaning."""
    if isinstance(meaning, Tint):
        return meaning.only is Place.HAIR or meaning.name in HAIR_ALONE
    return isinstance(meaning, Shade) and meaning.lightness > FAIR and Place.SKIN in meaning.alone


def see_people(acts: Sequence[Act], *, skin: bool) -> None:
    """Makes a colour of people of each colour that stands right before a person's noun: "black" of "black woman", and a
    colour of hair of one that mostly is: "ginger" of "ginger barista".
    """
    for act in acts:
        if not isinstance(act.meaning, Tint):
            continue
        if skin and act.meaning.name in PEOPLE:
            act.token = Token(PEOPLE[act.meaning.name], act.token.start, act.token.end)
        elif act.meaning.name in HAIR_ALONE:
            act.token = Token(replace(act.meaning, only=Place.HAIR), act.token.start, act.token.end)


def see_skin_behind(tokens: Sequence[Token]) -> None:
    """The same where adjectives follow their noun: "femme noire"."""
    for noun, token in pairwise(tokens):
        of_person = isinstance(noun.meaning, Thing) and noun.meaning.person
        if of_person and token.after and isinstance(token.meaning, Tint) and token.meaning.name in PEOPLE:
            token.meaning = PEOPLE[token.meaning.name]


def leads_to_noun(tokens: Sequence[Token]) -> bool:
    """Whether what follows is adjectives, known or not, and then a noun that is not handed over to itself."""
    rest = list(dropwhile(lambda token: token.meaning is None or is_adjective(token.meaning), tokens))
    if not rest or not isinstance(rest[0].meaning, Thing) or rest[0].meaning.weak:
        return False
    return len(rest) < 2 or rest[1].meaning is not FunctionWord.IS


def is_drawn_in_hand(tokens: Sequence[Token]) -> bool:
    """Whether the first noun is something that can be drawn in a hand: "(holding) a red sword"."""
    nouns = (token.meaning for token in tokens if isinstance(token.meaning, Thing))
    items = [item for choices in getattr(next(nouns, None), "worn", ()) for item in choices]
    return bool(items) and all(Spot.HAND in ACCESSORIES[item].spots for item in items)


def is_worn_on(meaning: Meaning | float | None) -> bool:
    """Whether a word is something that is worn, and not held."""
    items = [item for choices in getattr(meaning, "worn", ()) for item in choices]
    return bool(items) and all(Spot.HAND not in ACCESSORIES[item].spots for item in items)


def is_manner(thing: Thing) -> bool:
    """Whether a word that cannot be drawn tells how clothes are made: "high collar", "lace"."""
    return thing.undrawn and thing.topic is Topic.OUTFIT and thing.place is Place.EXPRESSION


def leads_to_clothes(tokens: Sequence[Token]) -> bool:
    """Whether the first noun that follows is worn on the body, with nothing but adjectives before it."""
    for token in tokens:
        if isinstance(token.meaning, Thing) and not is_manner(token.meaning):
            return token.meaning.topic is Topic.OUTFIT and not token.meaning.weak
        if isinstance(token.meaning, FunctionWord):
            return False
    return False


def before_animal(adjectives: Sequence[Act]) -> list[Act]:
    """Adjectives up to an animal that has its own behind it: none of "gato preto" belongs to the eyes that follow."""
    marks = (at for at, act in enumerate(adjectives) if is_animal(act.meaning) and act.token.after)
    return list(adjectives[: next(marks, len(adjectives))])


def behind_animal(token: Token, adjectives: Sequence[Act]) -> list[Act]:
    """Adjectives of a noun without those up to an animal: "black cat red scarf" has no black scarf."""
    beside = run_before(token, adjectives)
    marks = [at for at, act in enumerate(beside[:-1]) if is_animal(act.meaning) and not act.token.after]
    return beside[marks[-1] + 1 :] if marks else list(adjectives)


def without_own(adjectives: Sequence[Act]) -> list[Act]:
    """Adjectives without those of an animal right before it: "blue eyes, white cat" has no white eyes."""
    own = [
        each
        for at, act in enumerate(adjectives)
        if is_animal(act.meaning) and not act.token.after
        for each in run_before(act.token, adjectives[:at])
    ]
    return [act for act in adjectives if act not in own]


def run_before(token: Token, adjectives: Sequence[Act]) -> list[Act]:
    """The last adjectives, as far as they stand side by side right before a token."""
    run: list[Act] = []
    start = token.start
    for act in reversed(adjectives):
        if act.token.end + 1 < start:
            break
        run.insert(0, act)
        start = act.token.start
    return run


def adjectives_behind(tokens: Sequence[Token]) -> bool:
    """Whether each noun's adjective follows it, as in "hair pink eyes blue"."""
    first = tokens[0].meaning
    if (
        len(tokens) < 2
        or not isinstance(first, Thing)
        or first.weak
        or first.place not in _TINTED
        or not is_adjective(tokens[1].meaning)
    ):
        return False
    again = len(tokens) > 3 and isinstance(tokens[2].meaning, Thing) and is_adjective(tokens[3].meaning)
    return again or is_adjective(tokens[-1].meaning)
