"""From elements to acts: which words belong together, and what each of them does.

An adjective (a colour, "long") belongs to the noun that follows it in the same thought, else to the one before it. A
noun that is handed over to ("hair: pink", "髪は銀色") takes what follows. Thoughts end at commas and the like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, pairwise
from typing import Final

from pipeline.characters.drawn.languages import PromptLanguage
from pipeline.characters.drawn.lexicon import Lexicon
from pipeline.characters.drawn.scan import Element
from pipeline.characters.drawn.tokens import Token, is_adjective, read_thoughts
from pipeline.characters.drawn.words.colours import HAIR_ALONE
from pipeline.characters.drawn.words.descent import PEOPLE
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Modifier, Place, Shade, Thing, Tint
from pipeline.parts import ACCESSORIES
from pipeline.parts.records import Spot
from pipeline.types.spec import RANGES, Age
from pipeline.types.understood import Topic


@dataclass(eq=False)
class Act:
    """A token at work.

    Attributes:
        token: the word.
        owner: the act of the noun that an adjective belongs to; None where it stands alone.
        denied: whether it is negated.
        used: set once it has decided something.
    """

    token: Token
    owner: Act | None = None
    denied: bool = False
    used: bool = False

    @property
    def meaning(self) -> Meaning | float | None:
        """What the token means."""
        return self.token.meaning


@dataclass
class Parse:
    """Acts in the order of their words, and tokens that mean nothing here."""

    acts: list[Act] = field(default_factory=list)
    lost: list[Token] = field(default_factory=list)


_TINTED: Final = frozenset(
    {Place.HAIR, Place.BANGS, Place.STREAKS, Place.EYES, Place.LEFT_EYE, Place.RIGHT_EYE, Place.BROWS, Place.BEARD,
     Place.MOUSTACHE, Place.SKIN, Place.OUTFIT, Place.ACCENT, Place.LOWER, Place.SKIRT, Place.ACCESSORY}
)  # fmt: skip
FAIR: Final = 0.1
"""Lightness above which a shade that stands alone means fair skin ("pale")."""
_UNTINTED: Final = frozenset({Place.NOSE, Place.EARS, Place.LASHES})
"""Nouns that no colour can be given to: that of a "red nose" is lost with it."""
_WORN: Final = frozenset({Place.OUTFIT, Place.ACCENT, Place.LOWER, Place.SKIRT, Place.ACCESSORY})
"""Nouns that take the adjectives before them along, also those of hair: a "fluffy scarf" makes no fluffy hair."""
_SIBLINGS: Final = frozenset({Place.HAIR, Place.EYES, Place.BROWS})
"""Nouns that share a colour: "blue hair and eyes"."""


def parse(elements: Sequence[Element], lexicon: Lexicon, language: PromptLanguage | None = None) -> Parse:
    """Binds every word of a prompt to what it belongs to; it may be in one more language. Never raises."""
    parser = _Parser(_animals(lexicon))
    for thought in read_thoughts(elements, lexicon, language):
        parser.read(thought)
    return parser.parse


def fits(adjective: Meaning | float | None, noun: Thing) -> bool:
    """Whether an adjective can belong to a noun."""
    if noun.place is None:
        return False
    if isinstance(adjective, Modifier):
        if noun.topic is Topic.CHARACTER and _is_animal(adjective):
            return False  # a "cat maid" wears no picture of one
        if noun.topic is Topic.CHARACTER and noun.place is Place.OUTFIT and _is_of_hair(adjective):
            return False  # a "long haired witch" has no long dress
        return noun.place in adjective.by_place or (noun.place is Place.BANGS and Place.HAIR in adjective.by_place)
    if isinstance(adjective, Tint) and adjective.only is not None:
        return noun.place in (adjective.only, Place.BANGS, Place.STREAKS, Place.BROWS, Place.BEARD, Place.MOUSTACHE)
    if isinstance(adjective, Shade):
        return noun.place in adjective.alone and not noun.person
    return isinstance(adjective, Tint) and noun.place in _TINTED


def _is_animal(meaning: Meaning | float | None) -> bool:
    """Whether an adjective by itself is an animal."""
    return isinstance(meaning, Modifier) and meaning.alone is not None and "species" in meaning.alone.said


def _is_another(act: Act, noun: Act) -> bool:
    """Whether an animal is no manner of the noun before it: an "angry cat" has no cat's mouth."""
    return _is_animal(act.meaning) and not act.token.after and act.token.start > noun.token.start


def _animals(lexicon: Lexicon) -> list[Meaning]:
    """What plain words for animals mean: they are a part of somebody, or a pet."""
    return [
        lexicon.meanings[(word,)] for word in ("cat", "dog", "fox", "bear", "rabbit") if (word,) in lexicon.meanings
    ]


class _Parser:
    def __init__(self, animals: Sequence[Meaning]) -> None:
        self.parse = Parse()
        self.animals = animals
        self.heir: Act | None = None
        """A noun handed over to, which also takes thoughts that are mere adjectives: "hair: long, pink"."""

    def read(self, tokens: list[Token]) -> None:
        """One thought."""
        tokens = self._without_held(tokens)
        if self._is_company(tokens):
            self.parse.lost += tokens
            return
        if not tokens:
            return
        if any(isinstance(token.meaning, Thing) for token in tokens):
            self.heir = None
        _see_skin_behind(tokens)
        owner = self.heir
        behind = _adjectives_behind(tokens)
        takes = behind or owner is not None
        waiting: list[Act] = []
        strays: list[Act] = []  # right before a word without meaning: "red" of "red car", yet also of "red shiny hair"
        joined = denies = handed = False
        for at, token in enumerate(tokens):
            meaning = token.meaning
            if strays and (isinstance(meaning, FunctionWord) or token.start > tokens[at - 1].end + 1):
                self._lose(strays)
                strays = []
            if meaning is FunctionWord.NOT:
                denies = True
            elif meaning is FunctionWord.NOT_BEFORE:
                self._deny_last(waiting)
                owner = None
            elif meaning is FunctionWord.WITH:
                self._settle(waiting, owner)
                waiting = []
            elif meaning is FunctionWord.IS:
                takes = handed = owner is not None
                self.heir = owner
            elif isinstance(meaning, float):
                self._number(token, tokens[at + 1 : at + 2], owner)
            elif meaning is None:
                self.parse.lost.append(token)
                strays += [act for act in _run_before(token, waiting) if not _of_people_alone(act.meaning)]
                waiting = [act for act in waiting if act not in strays]
            elif is_adjective(meaning):
                act = self._act(token, denies)
                if token.after and _follows_unknown(tokens, at) and not _of_people_alone(meaning):
                    self._lose([act])  # "trenzas y rebozo rojo"
                    continue
                ahead = handed and _leads_to_noun(tokens[at + 1 :])  # "hero: black hair"
                if (takes or token.after) and not ahead and owner is not None and self._settle([act], owner):
                    pass
                elif ahead:
                    waiting.append(act)
                elif handed and isinstance(meaning, Tint):
                    self._lose([act])  # "skirt: red", "頬が青い"
                else:
                    waiting.append(act)
            elif isinstance(meaning, Thing) and meaning.weak:
                self._settle(waiting, owner)
                waiting = []
                owner = self._act(token, False)
            elif isinstance(meaning, Thing) and meaning.hands:
                self._settle(waiting, owner)
                waiting = []
                owner, takes = self._act(token, denies), True
            elif isinstance(meaning, Thing) and meaning.undrawn and meaning.place is None:
                self._act(token, denies)
                strays += [act for act in _run_before(token, waiting) if not _of_people_alone(act.meaning)]
                waiting = [act for act in waiting if act not in strays]
                denies = False
            elif isinstance(meaning, Thing):
                if meaning.topic is Topic.CHARACTER:
                    _see_people(_run_before(token, waiting), skin=meaning.person)
                elif meaning.place in _UNTINTED or (meaning.place is Place.FACE and meaning.bare):
                    swallowed = [
                        act
                        for act in _run_before(token, waiting)
                        if isinstance(act.meaning, Tint) and not _of_people_alone(act.meaning)
                    ]
                    self._lose(swallowed)
                    waiting = [act for act in waiting if act not in swallowed]
                elif meaning.place in _WORN and not meaning.bare:
                    swallowed = [
                        act
                        for act in _run_before(token, waiting)
                        if isinstance(act.meaning, Modifier)
                        and _is_of_hair(act.meaning)
                        and not fits(act.meaning, meaning)
                    ]
                    self._lose(swallowed)
                    waiting = [act for act in waiting if act not in swallowed]
                act = self._act(token, denies or (joined and not waiting and owner is not None and owner.denied))
                if joined and waiting and owner is not None and not self._has_adjective(owner):
                    self._settle(waiting, owner)  # "hair silver and eyes violet"
                    waiting = []
                elif joined and not waiting and owner is not None and meaning.bare and not _has_own(tokens[at + 1 :]):
                    self._share(owner, act)
                self._settle([each for each in (*strays, *waiting) if not self._settle([each], act)], owner)
                waiting, strays = [], []
                owner, takes, handed, denies = act, behind, False, False
            joined = meaning in (FunctionWord.AND, FunctionWord.OR)
        self._lose(strays)
        self._settle(waiting, owner)
        if owner is not None and isinstance(owner.meaning, Thing) and "eye_colour_right" in owner.meaning.said:
            self.heir = owner  # "heterochromia (blue/gold)"

    def _without_held(self, tokens: list[Token]) -> list[Token]:
        """The thought without what the character holds: "a black cat with green eyes" of "holding a black cat …"."""
        kept: list[Token] = []
        held = pet = False
        for at, token in enumerate(tokens):
            meaning = token.meaning
            if meaning is FunctionWord.HELD_BEFORE:
                self.parse.lost += [each for each in kept if not isinstance(each.meaning, FunctionWord)]
                kept = []
            elif meaning is FunctionWord.HOLDING and _is_drawn_in_hand(tokens[at + 1 :]):
                held = False
            elif meaning is FunctionWord.HOLDING:
                self.parse.lost.append(token)
                held, pet = True, False
            elif meaning is FunctionWord.WITH and (not held or not pet):
                held = pet = self._is_pet(tokens[at + 1 :])
                kept.append(token)
            elif held and not (isinstance(meaning, Thing) and meaning.weak):
                pet = pet or meaning in self.animals
                self.parse.lost += [] if isinstance(meaning, FunctionWord) else [token]
            else:
                held = False
                kept.append(token)
        return kept

    def _is_company(self, tokens: Sequence[Token]) -> bool:
        """Whether a thought is an animal of some colour beside somebody named before: "a witch, black cat"."""
        coloured = len(tokens) == 2 and isinstance(tokens[0].meaning, Tint) and tokens[1].meaning in self.animals
        return coloured and any(
            isinstance(act.meaning, Thing) and act.meaning.topic is Topic.CHARACTER and not act.denied
            for act in self.parse.acts
        )

    def _is_pet(self, tokens: Sequence[Token]) -> bool:
        """Whether it starts with an animal that is no part of somebody: "(with) a black cat", not "cat ears"."""
        nouns = [token for token in tokens if not isinstance(token.meaning, (Tint, Shade))]
        if not nouns or nouns[0].meaning not in self.animals:
            return False
        return len(nouns) == 1 or isinstance(nouns[1].meaning, FunctionWord)

    def _lose(self, acts: Sequence[Act]) -> None:
        """Adjectives of something that has no place here."""
        self.parse.acts = [act for act in self.parse.acts if act not in acts]
        self.parse.lost += [act.token for act in acts]

    def _act(self, token: Token, denied: bool) -> Act:
        act = Act(token, denied=denied)
        self.parse.acts.append(act)
        return act

    def _settle(self, adjectives: Sequence[Act], noun: Act | None) -> bool:
        """Gives adjectives to a noun where they fit; whether all did."""
        thing = None if noun is None else noun.meaning
        if not isinstance(thing, Thing) or noun is None:
            return False
        fitting = [
            act
            for act in adjectives
            if fits(act.meaning, thing) and (act.denied or not noun.denied) and not _is_another(act, noun)
        ]
        for act in fitting:
            act.owner = noun
        return len(fitting) == len(adjectives)

    def _has_adjective(self, owner: Act) -> bool:
        return any(act.owner is owner for act in self.parse.acts)

    def _share(self, owner: Act, heir: Act) -> None:
        """ "blue hair and eyes": both are blue."""
        first, second = owner.meaning, heir.meaning
        if not (isinstance(first, Thing) and isinstance(second, Thing) and {first.place, second.place} <= _SIBLINGS):
            return
        for act in [act for act in self.parse.acts if act.owner is owner and isinstance(act.meaning, Tint)]:
            copy = self._act(act.token, act.denied)
            copy.owner = heir

    def _deny_last(self, waiting: Sequence[Act]) -> None:
        if waiting:
            waiting[-1].denied = True
        elif self.parse.acts:
            self.parse.acts[-1].denied = not self.parse.acts[-1].denied

    def _number(self, token: Token, following: Sequence[Token], owner: Act | None) -> None:
        """The value of a measure ("hair length 0.7"), or an age ("17 years old"); other numbers are read past."""
        number = token.meaning
        if not isinstance(number, float):
            raise TypeError(number)
        if following and following[0].meaning is FunctionWord.YEARS:
            age = Age.CHILD if number < 13 else Age.TEEN if number < 20 else Age.ADULT if number < 60 else Age.ELDER
            said = Thing(Topic.CHARACTER, said={"age": (age,)})
            self._act(Token(said, token.start, following[0].end), False)
        elif owner is not None and isinstance(owner.meaning, Thing) and owner.meaning.measure:
            thing = owner.meaning
            low, high = RANGES[thing.measure]
            said = Thing(thing.topic, thing.place, said={thing.measure: (min(max(number, low), high),)})
            self._act(Token(said, token.start, token.end), False).owner = owner


def _is_of_hair(adjective: Modifier) -> bool:
    """Whether an adjective by itself is about the hair: "long", "fluffy"."""
    return adjective.alone is not None and adjective.alone.topic is Topic.HAIR


def _has_own(behind: Sequence[Token]) -> bool:
    """Whether a noun has an adjective of its own behind it: "pelo azul y ojos verdes"."""
    return bool(behind) and behind[0].after and is_adjective(behind[0].meaning)


def _follows_unknown(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective stands right behind a noun without meaning, which is no second word for another noun."""
    if at < 1 or tokens[at - 1].meaning is not None or tokens[at].start > tokens[at - 1].end + 1:
        return False
    return at < 2 or not isinstance(tokens[at - 2].meaning, Thing) or tokens[at - 1].start > tokens[at - 2].end + 1


def _of_people_alone(meaning: Meaning | float | None) -> bool:
    """Whether an adjective can only be about hair or skin, so that it stays beside words without meaning."""
    if isinstance(meaning, Tint):
        return meaning.only is Place.HAIR or meaning.name in HAIR_ALONE
    return isinstance(meaning, Shade) and meaning.lightness > FAIR and Place.SKIN in meaning.alone


def _see_people(acts: Sequence[Act], *, skin: bool) -> None:
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


def _see_skin_behind(tokens: Sequence[Token]) -> None:
    """The same where adjectives follow their noun: "femme noire"."""
    for noun, token in pairwise(tokens):
        of_person = isinstance(noun.meaning, Thing) and noun.meaning.person
        if of_person and token.after and isinstance(token.meaning, Tint) and token.meaning.name in PEOPLE:
            token.meaning = PEOPLE[token.meaning.name]


def _leads_to_noun(tokens: Sequence[Token]) -> bool:
    """Whether what follows is adjectives and then a noun that is not handed over to itself."""
    rest = list(dropwhile(lambda token: is_adjective(token.meaning), tokens))
    if not rest or not isinstance(rest[0].meaning, Thing) or rest[0].meaning.weak:
        return False
    return len(rest) < 2 or rest[1].meaning is not FunctionWord.IS


def _is_drawn_in_hand(tokens: Sequence[Token]) -> bool:
    """Whether the first noun is something that can be drawn in a hand: "(holding) a red sword"."""
    nouns = (token.meaning for token in tokens if isinstance(token.meaning, Thing))
    items = [item for choices in getattr(next(nouns, None), "worn", ()) for item in choices]
    return bool(items) and all(Spot.HAND in ACCESSORIES[item].spots for item in items)


def _run_before(token: Token, adjectives: Sequence[Act]) -> list[Act]:
    """The last adjectives, as far as they stand side by side right before a token."""
    run: list[Act] = []
    start = token.start
    for act in reversed(adjectives):
        if act.token.end + 1 < start:
            break
        run.insert(0, act)
        start = act.token.start
    return run


def _adjectives_behind(tokens: Sequence[Token]) -> bool:
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
