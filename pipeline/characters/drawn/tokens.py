"""From elements to tokens: phrases that mean something, thought by thought, shades mixed into their colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from pipeline.characters.drawn.colours import blended, distance, shifted
from pipeline.characters.drawn.language import PromptLanguage
from pipeline.characters.drawn.lexicon import Lexicon, Match
from pipeline.characters.drawn.scan import Element, ElementKind
from pipeline.characters.drawn.sheets import aside_end, name_end
from pipeline.characters.drawn.words.colours import BASIC, BLENDS, GLEAMING, METALS
from pipeline.characters.drawn.words.model import FunctionWord, Meaning, Modifier, Place, Shade, Thing, Tint
from pipeline.characters.drawn.words.names import who
from pipeline.types.understood import Topic


@dataclass
class Token:
    """A phrase of the prompt, or a run of characters without meaning (``meaning`` None)."""

    meaning: Meaning | float | None
    start: int
    end: int
    after: bool = False
    """An adjective that belongs to the noun before it."""


def read_thoughts(elements: Sequence[Element], lexicon: Lexicon, language: PromptLanguage | None) -> list[list[Token]]:
    """The tokens between pauses; they may be in one more language. Never raises."""
    found: list[list[Token]] = []
    halves = False
    for thought in _thoughts(elements, lexicon, language):
        halves = halves or any("hair_colouring" in getattr(token.meaning, "said", ()) for token in thought)
        found.append(_mixed(thought, halves=halves))
    return _matched(found)


def _matched(thoughts: list[list[Token]]) -> list[list[Token]]:
    """The thoughts with the last colour before each "matching" in its place."""
    last: Tint | None = None
    for tokens in thoughts:
        for token in tokens:
            if isinstance(token.meaning, Tint):
                last = token.meaning
            elif token.meaning is FunctionWord.MATCHING and last is not None:
                token.meaning = last
    return [[token for token in tokens if token.meaning is not FunctionWord.MATCHING] for tokens in thoughts]


def is_adjective(meaning: Meaning | float | None) -> bool:
    """Whether it belongs to a noun."""
    return isinstance(meaning, (Modifier, Tint, Shade))


def _thoughts(elements: Sequence[Element], lexicon: Lexicon, language: PromptLanguage | None) -> list[list[Token]]:
    """The tokens between pauses. Words without meaning that touch each other are one token."""
    thoughts: list[list[Token]] = [[]]
    at = 0
    asked = False
    while at < len(elements):
        element = elements[at]
        if element.key in _DASHES and _is_heading(thoughts[-1]):
            thoughts[-1].append(Token(FunctionWord.IS, element.start, element.end))  # "hair - pink"
            at += 1
            continue
        if element.kind is ElementKind.PAUSE:
            if asked and [token.meaning for token in thoughts[-1]] == [FunctionWord.NOT]:
                thoughts[-1][0].meaning = FunctionWord.NOT_BEFORE  # "horns? no!"
            asked = element.key == "?" or (asked and not thoughts[-1])
            thoughts.append([])
            at += 1
            continue
        tokens = thoughts[-1]
        if end := aside_end(elements, at):
            tokens.append(Token(None, elements[at + 2].start, elements[end - 1].end))
            at = end
            continue
        match = lexicon.longest(elements, at)
        if match and match.meaning is FunctionWord.NAMED:
            first = at + match.length
            at = name_end(elements, first)
            for word in (each for each in elements[first:at] if each.kind is ElementKind.WORD):
                tokens.append(Token(who(word.key), word.start, word.end))
            continue
        translation = language.longest(elements, at) if language else None
        if language and translation and (match is None or translation.length >= match.length):
            meanings, length = translation
            if not _particle_inside(elements, at, length, meanings[0], tokens, language, lexicon):
                at += length
                # A word that means several ("blue-eyed") has its noun first, so that nothing comes between them.
                several = len(meanings) > 1
                after = several or (language.adjectives_behind and not _stands_before(elements, at - length, language))
                for each in sorted(meanings, key=is_adjective) if several else meanings:
                    tokens.append(Token(each, element.start, elements[at - 1].end, after))
                continue
            match = None
        if match and not _inside_word(elements, at, match, tokens, lexicon):
            at += match.length
            tokens.append(Token(match.meaning, element.start, elements[at - 1].end))
            whose = [each.key for each in elements[at - match.length : at] if each.key in _WHOSE]
            if match.length > 1 and whose:  # "a flower in her hair" is about a "her"
                tokens.append(Token(lexicon.meanings[(whose[0],)], elements[at - 1].end, elements[at - 1].end))
            continue
        at += 1
        if element.kind is ElementKind.HEX:
            tokens.append(Token(Tint(element.key, element.key), element.start, element.end))
        elif element.kind is ElementKind.NUMBER:
            number = float(element.key.rstrip("%")) / (100 if element.key.endswith("%") else 1)
            tokens.append(Token(number, element.start, element.end))
        elif element.kind is ElementKind.WORD and (less := _without(element, lexicon)):
            tokens += less
        elif (tint := _nearly(element, lexicon)) is not None:
            following = lexicon.longest(elements, at) if at < len(elements) else None
            if following is None or not isinstance(following.meaning, Tint):  # a "reddish brown" is a brown
                tokens.append(Token(tint, element.start, element.end))
        elif (
            tokens
            and tokens[-1].meaning is None
            and tokens[-1].end == element.start
            and element.kind is ElementKind.CHARACTER
        ):
            tokens[-1].end = element.end
        else:
            tokens.append(Token(who(element.key), element.start, element.end))
    return [_tanned(_layered(thought, lexicon), lexicon) for thought in thoughts]


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Whether a thought is but a noun that says nothing by itself: "hair"."""
    nouns = [token.meaning for token in tokens if token.meaning is not FunctionWord.FILLER]
    return len(nouns) == 1 and isinstance(nouns[0], Thing) and nouns[0].bare


def _layered(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens without those words for over and under that stand between no two clothes. Behind a colour, what is
    under is the inside of the hair: "silver on top, black underneath".
    """
    for before, token in pairwise(tokens):
        if token.meaning is FunctionWord.UNDER and isinstance(before.meaning, Tint) and token is tokens[-1]:
            token.meaning = lexicon.meanings[("inner", "color")]
    clothes = [at for at, token in enumerate(tokens) if is_clothes(token.meaning)]
    between = range(clothes[0], clothes[-1]) if clothes else range(0)
    return [token for at, token in enumerate(tokens) if token.meaning not in _LAYERS or at in between]


def is_clothes(meaning: Meaning | float | None) -> bool:
    """Whether a word is an outfit."""
    return isinstance(meaning, Thing) and "outfit" in meaning.said


def _stands_before(elements: Sequence[Element], at: int, language: PromptLanguage) -> bool:
    """Whether a word is an adjective that leads to another word: "grand" of "un grand chapeau"."""
    if elements[at].key not in language.before or at + 1 >= len(elements):
        return False
    return elements[at + 1].kind is not ElementKind.PAUSE and language.longest(elements, at + 1) is not None


def _inside_word(elements: Sequence[Element], at: int, match: Match, before: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a particle ("の") is but a character in the middle of a Japanese word that we do not know."""
    if (
        match.length > 1
        or not isinstance(match.meaning, FunctionWord)
        or elements[at].kind is not ElementKind.CHARACTER
    ):
        return False
    touches_before = before and before[-1].meaning is None and before[-1].end == elements[at].start
    if not touches_before or at + 1 >= len(elements):
        return False
    following = elements[at + 1]
    return (
        following.start == elements[at].end
        and following.kind is ElementKind.CHARACTER
        and "\u3040" <= following.key <= "\u309f"
        and lexicon.longest(elements, at + 1) is None
    )


def _particle_inside(
    elements: Sequence[Element],
    at: int,
    length: int,
    meaning: Meaning,
    before: Sequence[Token],
    language: PromptLanguage,
    lexicon: Lexicon,
) -> bool:
    """Whether a particle of Korean or Chinese is but a character of a name: on both sides it touches the unknown."""
    if length > 1 or not isinstance(meaning, FunctionWord) or elements[at].kind is not ElementKind.CHARACTER:
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


def _nearly(element: Element, lexicon: Lexicon) -> Tint | None:
    """ "greenish", "reddish", "purplish" as their colours."""
    if not element.key.endswith("ish"):
        return None
    stem = element.key[:-3]
    names = (stem, f"{stem}e", stem[:-1])
    return next((tint for name in names if isinstance(tint := lexicon.meanings.get((name,)), Tint)), None)


def _mixed(tokens: list[Token], *, halves: bool) -> list[Token]:
    """Shades joined to the colours behind them: "pale blue" becomes one tint. With ``halves``, left and right are
    those of hair of two colours.
    """
    mixed: list[Token] = []
    refuses_nothing = len(tokens) > 1 and tokens[-1].meaning is FunctionWord.FILLER
    while tokens and tokens[-1].meaning is FunctionWord.FILLER:
        tokens = tokens[:-1]
    if refuses_nothing and tokens and tokens[-1].meaning is FunctionWord.NOT:
        tokens = tokens[:-1]  # "vestido sin mangas"
    two_eyes = any("eye_colour_right" in getattr(token.meaning, "said", ()) for token in tokens)
    for token in tokens:
        if token.meaning is FunctionWord.FILLER:
            continue
        if isinstance(token.meaning, Tint):
            start, tint = token.start, token.meaning
            while mixed and isinstance(shade := mixed[-1].meaning, Shade):
                start, tint = mixed.pop().start, _shaded(tint, shade)
            if mixed and not token.after and not two_eyes and (one := _one_colour(mixed[-1], tint, start)) is not None:
                start, tint = mixed.pop().start, one
            mixed.append(Token(tint, start, token.end, token.after))
        elif (
            token.after and isinstance(token.meaning, Shade) and mixed and isinstance(other := mixed[-1].meaning, Tint)
        ):
            mixed.append(Token(_shaded(other, token.meaning), mixed.pop().start, token.end, after=True))
        else:
            mixed.append(token)
    if not halves:
        return _eyes_by_side(mixed)
    return [token for token in mixed if not (isinstance(token.meaning, FunctionWord) and token.meaning in _SIDES)]


def _one_colour(before: Token, tint: Tint, start: int) -> Tint | None:
    """The one colour that two words side by side are: "emerald green", "ash brown", "blue-green"; None for two."""
    first = before.meaning
    if (
        not isinstance(first, Tint)
        or before.after
        or start > before.end + 1
        or (first.only not in (None, tint.only) and tint.name not in GLEAMING)
    ):
        return None
    names = (first.name, tint.name)
    says_which = first.name not in BASIC and tint.name in BASIC
    if says_which and first.name in METALS and tint.name not in GLEAMING:
        return None
    if not says_which and names not in BLENDS:
        return None
    if says_which and distance(first.cloth, tint.cloth) < _SAME_COLOUR:
        return first if tint.only is None else replace(first, only=tint.only)
    hairs = (first.hair or first.cloth, tint.hair or tint.cloth)
    eyes = (first.eyes or first.cloth, tint.eyes or tint.cloth)
    share = 0.75 if tint.name == "black" else 0.5  # a "blue black" is a black
    mixed = Tint(tint.name, blended(first.cloth, tint.cloth, share), blended(*hairs, share), blended(*eyes, share))
    return mixed if tint.only is None else replace(mixed, only=tint.only)


def _tanned(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, of which "tan" right before clothes is their colour, and not the skin's."""
    for token, noun in pairwise(tokens):
        of_clothes = isinstance(noun.meaning, Thing) and noun.meaning.place in _TINTED_CLOTHES and not noun.meaning.weak
        if token.meaning is lexicon.meanings[("tan",)] and token.end - token.start == 3 and of_clothes:
            token.meaning = lexicon.meanings[("camel",)]
    return tokens


_SAME_COLOUR: Final = 0.2
"""OKLab distance up to which a colour before another one is a kind of it."""
_TINTED_CLOTHES: Final = frozenset({Place.OUTFIT, Place.ACCENT, Place.LOWER, Place.SKIRT, Place.ACCESSORY})
_WHOSE: Final = ("her", "his")
_DASHES: Final = ("-", "–", "—")
_LAYERS: Final = (FunctionWord.OVER, FunctionWord.UNDER)
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


def _shaded(tint: Tint, shade: Shade) -> Tint:
    def change(colour: str) -> str:
        return shifted(colour, shade.lightness, shade.chroma) if colour else ""

    return Tint(tint.name, change(tint.cloth), change(tint.hair), change(tint.eyes), change(tint.skin), tint.only)
