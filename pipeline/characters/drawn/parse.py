"""From elements to acts: which words belong together, and what each of them does.

An adjective (a colour, "long") belongs to the noun that follows it in the same thought, else to the one before it. A
noun that is handed over to ("hair: pink", "髪は銀色") takes what follows. Thoughts end at commas and the like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.characters.drawn.colours import shifted
from pipeline.characters.drawn.languages import Language
from pipeline.characters.drawn.lexicon import Lexicon, Match
from pipeline.characters.drawn.scan import Element, Kind
from pipeline.characters.drawn.words.colours import HAIR_ALONE
from pipeline.characters.drawn.words.descent import PEOPLE
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Modifier, Place, Shade, Thing, Tint
from pipeline.types.spec import RANGES, Age
from pipeline.types.understood import Topic


@dataclass
class Token:
    """A phrase of the prompt, or a run of characters without meaning (``meaning`` None)."""

    meaning: Meaning | float | None
    start: int
    end: int
    after: bool = False
    """An adjective that belongs to the noun before it."""


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
    {Place.HAIR, Place.BANGS, Place.STREAKS, Place.EYES, Place.LEFT_EYE, Place.RIGHT_EYE, Place.BROWS, Place.SKIN,
     Place.OUTFIT, Place.ACCENT, Place.ACCESSORY}
)  # fmt: skip
FAIR: Final = 0.1
"""Lightness above which a shade that stands alone means fair skin ("pale")."""
_UNTINTED: Final = frozenset({Place.NOSE, Place.EARS, Place.LASHES})
"""Nouns that no colour can be given to: that of a "red nose" is lost with it."""
_SIBLINGS: Final = frozenset({Place.HAIR, Place.EYES, Place.BROWS})
"""Nouns that share a colour: "blue hair and eyes"."""


def parse(elements: Sequence[Element], lexicon: Lexicon, language: Language | None = None) -> Parse:
    """Binds every word of a prompt to what it belongs to; it may be in one more language. Never raises."""
    parser = _Parser(_animals(lexicon))
    for thought in _thoughts(elements, lexicon, language):
        parser.read(_mixed(thought))
    return parser.parse


def fits(adjective: Meaning | float | None, noun: Thing) -> bool:
    """Whether an adjective can belong to a noun."""
    if noun.place is None:
        return False
    if isinstance(adjective, Modifier):
        return noun.place in adjective.by_place or (noun.place is Place.BANGS and Place.HAIR in adjective.by_place)
    if isinstance(adjective, Tint) and adjective.only is not None:
        return noun.place in (adjective.only, Place.BANGS, Place.STREAKS, Place.BROWS)
    if isinstance(adjective, Shade):
        return noun.place in adjective.alone and not noun.person
    return isinstance(adjective, Tint) and noun.place in _TINTED


def _thoughts(elements: Sequence[Element], lexicon: Lexicon, language: Language | None) -> list[list[Token]]:
    """The tokens between pauses. Words without meaning that touch each other are one token."""
    thoughts: list[list[Token]] = [[]]
    at = 0
    while at < len(elements):
        element = elements[at]
        if element.kind is Kind.PAUSE:
            thoughts.append([])
            at += 1
            continue
        match = lexicon.longest(elements, at)
        tokens = thoughts[-1]
        translation = language.longest(elements, at) if language else None
        if language and translation and (match is None or translation.length >= match.length):
            meanings, length = translation
            if not _particle_inside(elements, at, length, meanings[0], tokens, language, lexicon):
                at += length
                # A word that means several ("blue-eyed") has its noun first, so that nothing comes between them.
                several = len(meanings) > 1
                for each in sorted(meanings, key=_is_adjective) if several else meanings:
                    tokens.append(
                        Token(each, element.start, elements[at - 1].end, language.adjectives_behind or several)
                    )
                continue
            match = None
        if match and not _inside_word(elements, at, match, tokens, lexicon):
            at += match.length
            tokens.append(Token(match.meaning, element.start, elements[at - 1].end))
            continue
        at += 1
        if element.kind is Kind.HEX:
            tokens.append(Token(Tint(element.key, element.key), element.start, element.end))
        elif element.kind is Kind.NUMBER:
            number = float(element.key.rstrip("%")) / (100 if element.key.endswith("%") else 1)
            tokens.append(Token(number, element.start, element.end))
        elif element.kind is Kind.WORD and (less := _without(element, lexicon)):
            tokens += less
        elif (
            tokens and tokens[-1].meaning is None and tokens[-1].end == element.start and element.kind is Kind.CHARACTER
        ):
            tokens[-1].end = element.end
        else:
            tokens.append(Token(None, element.start, element.end))
    return thoughts


def _inside_word(elements: Sequence[Element], at: int, match: Match, before: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a particle ("の") is but a character in the middle of a Japanese word that we do not know."""
    if match.length > 1 or not isinstance(match.meaning, FunctionWord) or elements[at].kind is not Kind.CHARACTER:
        return False
    touches_before = before and before[-1].meaning is None and before[-1].end == elements[at].start
    if not touches_before or at + 1 >= len(elements):
        return False
    following = elements[at + 1]
    return (
        following.start == elements[at].end
        and following.kind is Kind.CHARACTER
        and "\u3040" <= following.key <= "\u309f"
        and lexicon.longest(elements, at + 1) is None
    )


def _particle_inside(
    elements: Sequence[Element],
    at: int,
    length: int,
    meaning: Meaning,
    before: Sequence[Token],
    language: Language,
    lexicon: Lexicon,
) -> bool:
    """Whether a particle of Korean or Chinese is but a character of a name: on both sides it touches the unknown."""
    if length > 1 or not isinstance(meaning, FunctionWord) or elements[at].kind is not Kind.CHARACTER:
        return False
    if not before or before[-1].meaning is not None or before[-1].end != elements[at].start:
        return False
    if at + 1 >= len(elements) or elements[at + 1].start != elements[at].end:
        return False
    return not language.longest(elements, at + 1) and not lexicon.longest(elements, at + 1)


def _without(element: Element, lexicon: Lexicon) -> list[Token]:
    """ "hatless" as "hat" and its negation."""
    if not element.key.endswith("less"):
        return []
    meaning = lexicon.meanings.get((element.key[:-4],))
    if not isinstance(meaning, Thing):
        return []
    return [Token(meaning, element.start, element.end - 4), Token(FunctionWord.NOT_BEFORE, element.end, element.end)]


def _mixed(tokens: list[Token]) -> list[Token]:
    """Shades joined to the colours behind them: "pale blue" becomes one tint."""
    mixed: list[Token] = []
    for token in tokens:
        if token.meaning is FunctionWord.FILLER:
            continue
        if isinstance(token.meaning, Tint):
            start, tint = token.start, token.meaning
            while mixed and isinstance(shade := mixed[-1].meaning, Shade):
                start, tint = mixed.pop().start, _shaded(tint, shade)
            mixed.append(Token(tint, start, token.end, token.after))
        elif (
            token.after and isinstance(token.meaning, Shade) and mixed and isinstance(other := mixed[-1].meaning, Tint)
        ):
            mixed.append(Token(_shaded(other, token.meaning), mixed.pop().start, token.end, after=True))
        else:
            mixed.append(token)
    return _eyes_by_side(mixed)


_SIDES: Final = {
    FunctionWord.LEFT: Thing(Topic.EYES, Place.LEFT_EYE, bare=True),
    FunctionWord.RIGHT: Thing(Topic.EYES, Place.RIGHT_EYE, bare=True),
}


def _eyes_by_side(tokens: list[Token]) -> list[Token]:
    """ "left blue, right gold" as colours of the left and the right eye; other sides are read past."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if not isinstance(token.meaning, FunctionWord) or token.meaning not in _SIDES:
            found.append(token)
            continue
        rest = [each for each in tokens[at + 1 : at + 4] if each.meaning is not FunctionWord.IS]
        if rest and isinstance(rest[0].meaning, Tint) and not (len(rest) > 1 and isinstance(rest[1].meaning, Thing)):
            rest[0].after = True
            found.append(Token(_SIDES[token.meaning], token.start, token.end))
    return found


def _animals(lexicon: Lexicon) -> list[Meaning]:
    """What plain words for animals mean: they are a part of somebody, or a pet."""
    return [
        lexicon.meanings[(word,)] for word in ("cat", "dog", "fox", "bear", "rabbit") if (word,) in lexicon.meanings
    ]


def _shaded(tint: Tint, shade: Shade) -> Tint:
    def change(colour: str) -> str:
        return shifted(colour, shade.lightness, shade.chroma) if colour else ""

    return Tint(tint.name, change(tint.cloth), change(tint.hair), change(tint.eyes), change(tint.skin), tint.only)


class _Parser:
    def __init__(self, animals: Sequence[Meaning]) -> None:
        self.parse = Parse()
        self.animals = animals
        self.heir: Act | None = None
        """A noun handed over to, which also takes thoughts that are mere adjectives: "hair: long, pink"."""

    def read(self, tokens: list[Token]) -> None:
        """One thought."""
        tokens = self._without_held(tokens)
        if not tokens:
            return
        if any(isinstance(token.meaning, Thing) for token in tokens):
            self.heir = None
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
            elif _is_adjective(meaning):
                act = self._act(token, denies)
                if (takes or token.after) and owner is not None and self._settle([act], owner):
                    pass
                elif handed and isinstance(meaning, Tint):
                    self._lose([act])  # "skirt: red", "頬が青い"
                else:
                    waiting.append(act)
            elif isinstance(meaning, Thing) and meaning.weak:
                self._settle(waiting, owner)
                waiting = []
                owner = self._act(token, False)
            elif isinstance(meaning, Thing) and meaning.undrawn and meaning.place is None:
                self._act(token, denies)
                strays += [act for act in _run_before(token, waiting) if not _of_people_alone(act.meaning)]
                waiting = [act for act in waiting if act not in strays]
                denies = False
            elif isinstance(meaning, Thing):
                if meaning.person:
                    _see_skin(_run_before(token, waiting))
                elif meaning.place in _UNTINTED or (meaning.place is Place.FACE and meaning.bare):
                    swallowed = [
                        act
                        for act in _run_before(token, waiting)
                        if isinstance(act.meaning, Tint) and not _of_people_alone(act.meaning)
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
        fitting = [act for act in adjectives if fits(act.meaning, thing) and (act.denied or not noun.denied)]
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


def _has_own(behind: Sequence[Token]) -> bool:
    """Whether a noun has an adjective of its own behind it: "pelo azul y ojos verdes"."""
    return bool(behind) and behind[0].after and _is_adjective(behind[0].meaning)


def _of_people_alone(meaning: Meaning | float | None) -> bool:
    """Whether an adjective can only be about hair or skin, so that it stays beside words without meaning."""
    if isinstance(meaning, Tint):
        return meaning.only is Place.HAIR or meaning.name in HAIR_ALONE
    return isinstance(meaning, Shade) and meaning.lightness > FAIR and Place.SKIN in meaning.alone


def _see_skin(acts: Sequence[Act]) -> None:
    """Makes a colour of people of each colour that stands right before a person's noun: "black" of "black woman"."""
    for act in acts:
        if isinstance(act.meaning, Tint) and act.meaning.name in PEOPLE:
            act.token = Token(PEOPLE[act.meaning.name], act.token.start, act.token.end)


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
    return (
        len(tokens) > 1
        and isinstance(first, Thing)
        and first.place in _TINTED
        and _is_adjective(tokens[1].meaning)
        and _is_adjective(tokens[-1].meaning)
    )


def _is_adjective(meaning: Meaning | float | None) -> bool:
    return isinstance(meaning, (Modifier, Tint, Shade))
