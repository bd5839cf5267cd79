"""From elements to acts: which words belong together, and what each of them does.

An adjective (a colour, "long") belongs to the noun that follows it in the same thought, else to the one before it. A
noun that is handed over to ("hair: pink", "髪は銀色") takes what follows. Thoughts end at commas and the like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.characters.drawn.bonds import (
    Act,
    adjectives_behind,
    before_animal,
    behind_animal,
    fits,
    follows_unknown,
    has_own,
    is_animal,
    is_another,
    is_emblem,
    is_manner,
    is_of_hair,
    is_pattern,
    is_print,
    is_worn_on,
    leads_to_clothes,
    leads_to_noun,
    of_people_alone,
    run_before,
    see_people,
    see_skin_behind,
    without_own,
)
from pipeline.characters.drawn.company import part_company
from pipeline.characters.drawn.language import PromptLanguage
from pipeline.characters.drawn.lexicon import Lexicon
from pipeline.characters.drawn.scan import Element
from pipeline.characters.drawn.tokens import Token, is_adjective, is_clothes, read_thoughts
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Modifier, Place, Thing, Tint
from pipeline.characters.drawn.words.people import aged
from pipeline.types.spec import RANGES
from pipeline.types.understood import Topic


@dataclass
class Parse:
    """Acts in the order of their words, and tokens that mean nothing here."""

    acts: list[Act] = field(default_factory=list)
    lost: list[Token] = field(default_factory=list)


_UNTINTED: Final = frozenset({Place.NOSE, Place.EARS, Place.LASHES})
"""Nouns that no colour can be given to: that of a "red nose" is lost with it."""
_WORN: Final = frozenset({Place.OUTFIT, Place.ACCENT, Place.LOWER, Place.SKIRT, Place.ACCESSORY})
"""Nouns that take the adjectives before them along, also those of hair: a "fluffy scarf" makes no fluffy hair."""
_AGES: Final = range(2, 100)
"""Numbers that say how old somebody is, without a word for years."""
_LEAST: Final = 10
"""Age from which a number right behind somebody is one, whatever follows."""
_OLDEST: Final = 110.0
_GROWN: Final = frozenset({Place.BEARD, Place.MOUSTACHE})
"""The same of what grows in a face: a "curled moustache" makes no curly hair."""
_SIBLINGS: Final = frozenset({Place.HAIR, Place.EYES, Place.BROWS})
"""Nouns that share a colour: "blue hair and eyes"."""


def parse(elements: Sequence[Element], lexicon: Lexicon, language: PromptLanguage | None = None) -> Parse:
    """Binds every word of a prompt to what it belongs to; it may be in one more language. Never raises."""
    parser = _Parser()
    for thought in read_thoughts(elements, lexicon, language):
        parser.read(thought)
    return parser.parse


class _Parser:
    def __init__(self) -> None:
        self.parse = Parse()
        self.heir: Act | None = None
        """A noun handed over to, which also takes thoughts that are mere adjectives: "hair: long, pink"."""

    def read(self, tokens: list[Token]) -> None:
        """One thought."""
        tokens, others = part_company(tokens, self.parse.acts)
        self.parse.lost += others
        if not tokens:
            return
        if any(isinstance(token.meaning, Thing) for token in tokens):
            self.heir = None
        see_skin_behind(tokens)
        owner = self.heir
        behind = adjectives_behind(tokens)
        takes = behind or owner is not None
        waiting: list[Act] = []
        strays: list[Act] = []  # right before a word without meaning: "red" of "red car", yet also of "red shiny hair"
        joined = denies = handed = over = under = False
        for at, token in enumerate(tokens):
            meaning = token.meaning
            if strays and (isinstance(meaning, FunctionWord) or token.start > tokens[at - 1].end + 1):
                self._lose(strays)
                strays = []
            if meaning is FunctionWord.NOT and not (at and at + 1 == len(tokens)):
                denies = True
            elif meaning in (FunctionWord.OVER, FunctionWord.UNDER):
                over, under = meaning is FunctionWord.OVER, meaning is FunctionWord.UNDER
            elif meaning in (FunctionWord.NOT, FunctionWord.NOT_BEFORE):  # "hat: no", "gafas no", "очков нет"
                if at == 0 or tokens[at - 1].meaning is not None:  # "쌍꺼풀 없는 눈" refuses what means nothing here
                    self._deny_last(waiting)
                owner = None
            elif meaning is FunctionWord.OFF:
                if not waiting and self.parse.acts and is_worn_on(self.parse.acts[-1].meaning):
                    self._deny_last(waiting)
                    owner = None
            elif meaning in (FunctionWord.WITH, FunctionWord.HAS):
                self._settle(waiting, owner)
                waiting = []
            elif meaning is FunctionWord.IS:
                takes = handed = owner is not None
                self.heir = owner
            elif isinstance(meaning, float):
                before = self._last_person() if len(tokens) == 1 and owner is None else owner
                self._number(token, tokens[at + 1 : at + 2], before)  # "woman, 35"
            elif meaning is None:
                self.parse.lost.append(token)
                strays += [
                    act
                    for act in run_before(token, waiting)
                    if not (of_people_alone(act.meaning) or is_animal(act.meaning))  # "my cat Biscuit"
                ]
                waiting = [act for act in waiting if act not in strays]
            elif is_adjective(meaning):
                act = self._act(token, denies)
                unknown = token.after and not is_animal(meaning) and follows_unknown(tokens, at)
                if unknown and not of_people_alone(meaning):
                    self._lose([act])  # "trenzas y rebozo rojo"
                    continue
                ahead = handed and leads_to_noun(tokens[at + 1 :])  # "hero: black hair"
                if (takes or token.after) and not ahead and owner is not None and self._settle([act], owner):
                    pass
                elif ahead:
                    waiting.append(act)
                elif handed and isinstance(meaning, Tint) and not self._is_person(owner):
                    self._lose([act])  # "skirt: red", "頬が青い"
                elif token.after and self._takes_along(owner, meaning):
                    self._lose([act])  # "nariz roja", "pañuelo a cuadros"
                else:
                    waiting.append(act)
            elif isinstance(meaning, Thing) and meaning.weak:
                self._settle(waiting, owner)
                waiting = []
                owner = self._act(token, False)
            elif isinstance(meaning, Thing) and meaning.bare and meaning.place is None:
                self._act(token, False)  # "lost his helmet" is about the helmet
            elif isinstance(meaning, Thing) and meaning.hands:
                self._settle(waiting, owner)
                waiting = []
                owner, takes = self._act(token, denies), True
            elif isinstance(meaning, Thing) and meaning.undrawn and meaning.place is None:
                self._act(token, denies)
                strays += [act for act in run_before(token, waiting) if not of_people_alone(act.meaning)]
                waiting = [act for act in waiting if act not in strays]
                following = tokens[at + 1].meaning if at + 1 < len(tokens) else None
                denies = denies and following in (FunctionWord.AND, FunctionWord.OR)  # "without shoes or hat"
            elif isinstance(meaning, Thing) and is_manner(meaning) and leads_to_clothes(tokens[at + 1 :]):
                self._act(token, denies)  # "a black high collar jacket" is black
            elif is_emblem(token, tokens[at + 1 : at + 2]):
                self.parse.lost.append(token)  # a "skull staff" makes no skeleton
            elif isinstance(meaning, Thing):
                waiting = before_animal(waiting)
                if meaning.topic is Topic.CHARACTER:
                    see_people(run_before(token, waiting), skin=meaning.person)
                    waiting = self._without_prints(token, waiting)
                elif meaning.place in _UNTINTED or (meaning.place is Place.FACE and meaning.bare):
                    swallowed = [
                        act
                        for act in run_before(token, waiting)
                        if isinstance(act.meaning, Tint) and not of_people_alone(act.meaning)
                    ]
                    self._lose(swallowed)
                    waiting = [act for act in waiting if act not in swallowed]
                elif meaning.place in _WORN | _GROWN and not meaning.bare:
                    swallowed = [
                        act
                        for act in run_before(token, waiting)
                        if isinstance(act.meaning, Modifier)
                        and (is_of_hair(act.meaning) or Place.HAIR in act.meaning.by_place)
                        and not fits(act.meaning, meaning)
                    ]
                    self._lose(swallowed)
                    waiting = [act for act in waiting if act not in swallowed]
                    waiting = behind_animal(token, waiting)
                    if meaning.place is Place.ACCESSORY:
                        waiting = self._without_prints(token, waiting)
                kept = any(not act.denied for act in waiting) and any(act.denied for act in waiting)
                denies = denies and not kept  # "blue, but not dark blue dress" is a dress
                act = self._act(token, denies or (joined and not waiting and owner is not None and owner.denied))
                if joined and waiting and owner is not None and not self._has_adjective(owner):
                    self._settle(waiting, owner)  # "hair silver and eyes violet"
                    waiting = []
                elif joined and not waiting and owner is not None and meaning.bare and not has_own(tokens[at + 1 :]):
                    self._share(owner, act)
                self._settle([each for each in (*strays, *waiting) if not self._settle([each], act)], owner)
                if is_clothes(meaning):
                    act.under, owner_under, over, under = over, under, False, False
                    if owner is not None and owner_under:
                        owner.under = True
                waiting, strays = [], []
                if meaning.topic is Topic.HAIR and self._is_person(self.heir):
                    self.heir = act  # "jester: half of the hair white, half red"
                owner, takes, handed, denies = act, behind, False, False
            joined = meaning in (FunctionWord.AND, FunctionWord.OR)
        self._lose(strays)
        self._settle(without_own(before_animal(waiting)), owner)
        if owner is not None and isinstance(owner.meaning, Thing) and "eye_colour_right" in owner.meaning.said:
            self.heir = owner  # "heterochromia (blue/gold)"

    def _without_prints(self, token: Token, waiting: list[Act]) -> list[Act]:
        """Adjectives without the prints right before a noun that shows none: "moon goddess", "cat hair clip"."""
        beside = run_before(token, waiting)
        worn = isinstance(token.meaning, Thing) and token.meaning.place is Place.ACCESSORY
        prints = [
            act
            for act in beside
            if is_print(act.meaning)
            or (worn and is_pattern(act.meaning))
            or (worn and is_animal(act.meaning) and not act.token.after)
        ]
        self._lose(prints)
        return [act for act in waiting if act not in prints]

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
            if fits(act.meaning, thing) and (act.denied or not noun.denied) and not is_another(act, noun)
        ]
        for act in fitting:
            act.owner = noun
        return len(fitting) == len(adjectives)

    @staticmethod
    def _takes_along(owner: Act | None, adjective: Meaning | float) -> bool:
        """Whether a noun takes along an adjective behind it that cannot be drawn there."""
        thing = None if owner is None else owner.meaning
        if not isinstance(thing, Thing):
            return False
        if thing.place is Place.ACCESSORY:
            return is_pattern(adjective)
        untinted = thing.place in _UNTINTED or (thing.place is Place.FACE and thing.bare)
        return untinted and isinstance(adjective, Tint) and not of_people_alone(adjective)

    @staticmethod
    def _is_person(owner: Act | None) -> bool:
        """Whether a noun is somebody, whose colour is that of the hair: "my wife: ginger, freckled"."""
        return owner is not None and isinstance(owner.meaning, Thing) and owner.meaning.topic is Topic.CHARACTER

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

    def _last_person(self) -> Act | None:
        """Whom a number by itself is about: "superhero sidekick, 12"."""
        acts = self.parse.acts
        figures = (act for act in reversed(acts) if getattr(act.meaning, "topic", None) is Topic.CHARACTER)
        return acts[-1] if acts and _is_person(acts[-1]) else next(figures, None)

    def _number(self, token: Token, following: Sequence[Token], owner: Act | None) -> None:
        """The value of a measure ("hair length 0.7"), or an age ("17 years old"); other numbers are read past."""
        number = token.meaning
        if not isinstance(number, float):
            raise TypeError(number)
        if following and following[0].meaning is FunctionWord.YEARS:
            if number <= _OLDEST:
                self._act(Token(aged(number), token.start, following[0].end), False)
            else:
                self.parse.lost.append(token)  # a vampire of 900 years does not look it
        elif _is_age_of(owner, number) and (number >= _LEAST or not following):  # not "girl, 2 braids"
            self._act(Token(aged(number), token.start, token.end), False)
        elif owner is not None and isinstance(owner.meaning, Thing) and owner.meaning.measure:
            thing = owner.meaning
            low, high = RANGES[thing.measure]
            said = Thing(thing.topic, thing.place, said={thing.measure: (min(max(number, low), high),)})
            self._act(Token(said, token.start, token.end), False).owner = owner


def _is_age_of(owner: Act | None, number: float) -> bool:
    """Whether a number right behind somebody is how old they are."""
    return owner is not None and number.is_integer() and number in _AGES and _is_person(owner)


def _is_person(act: Act) -> bool:
    """Whether a word is somebody: a noun for a person or a role, or a pronoun ("she/her, 16")."""
    thing = act.meaning
    return isinstance(thing, Thing) and thing.topic is Topic.CHARACTER and (thing.place is None or not thing.bare)
