"""From text to elements: words of Latin and Cyrillic letters, single characters of Japanese,
Chinese and Korean, numbers, colours, signs.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import Final, NamedTuple


class ElementKind(Enum):
    """What an element of a text is."""

    WORD = "word"
    """Letters and digits between spaces."""
    CHARACTER = "character"
    """One character of a script without spaces, or an emoji."""
    NUMBER = "number"
    HEX = "hex"
    PAUSE = "pause"
    """A comma, or anything that ends a thought."""


class Element(NamedTuple):
    """``key`` is what the lexicon knows it by; ``start`` and ``end`` are its place in the cleaned text."""

    key: str
    kind: ElementKind
    start: int
    end: int


_WEIGHT: Final = re.compile(r":\s*-?\d*\.?\d+\s*(?=[)\]}])")
"""The "1.2" of "(word:1.2)", as image generators weigh words."""
_EMBEDDED: Final = re.compile(r"<[^<>]{0,200}>|\\(?=[()\[\]{}])")
"""<lora:name:0.8>, and the backslash of "\\("."""
_PATTERN: Final = re.compile(
    r"""(?P<hex>\#[0-9a-f]{6}(?![0-9a-z])|\#[0-9a-f]{3}(?![0-9a-z]))
    | (?P<face>(?<![\w:])(?:>:\(|:'\(|[:;][d)]|:[3op(<|]|xd|\^_?\^|>_<|=_=|o_o)(?!\w))
    | (?P<number>(?<![\w.])-?(?:\d+(?:\.\d+)?|\.\d+)%?(?![\w.]*[a-z]))
    | (?P<short>(?<![\w/])(?:w/o|[csw]/)(?=[\s\w]|$))
    | (?P<word>[a-z0-9ß-öø-ɏḁ-ỹа-яёіїєґ]+(?:['’][a-zß-öø-ɏ]+)?)
    | (?P<pause>[,;.!?\n\r|/\\、。．，・「」『』【】…~〜\[\]{}()"“”<>]|--+|—|–|(?<=\s)-(?=\s))
    | (?P<skip>(?:[\s_'’`*\u200b-\u200d\ufe0f]|(?!(?<=\s)-\s)-(?!\.?\d)|(?<=\w)-)+)
    | (?P<character>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SPELLINGS: Final = {
    "colour": "color",
    "coloured": "colored",
    "grey": "gray",
    "greyish": "gray",
    "armour": "armor",
    "armoured": "armor",
    "armored": "armor",
    "centre": "center",
    "jewellery": "jewelry",
    "pyjama": "pajama",
    "colourful": "colorful",
    "favourite": "favorite",
    "moustache": "mustache",
    "hair's": "hair",
    "girl's": "girl",
    "boy's": "boy",
}
_ENDINGS: Final = {"ishly": "", "ies": "y", "sses": "ss", "ches": "ch", "shes": "sh", "xes": "x"}
_KEPT: Final = frozenset(
    {
        "gas",
        "glasses",
        "eyeglasses",
        "his",
        "this",
        "is",
        "as",
        "us",
        "its",
        "has",
        "was",
        "does",
        "yes",
        "iris",
        "ties",
        "shorts",
    }
)


_EITHER: Final = re.compile(r"(?<=[^\W\d_])(?<!\b[csw])/(?=[^\W\d_])", re.IGNORECASE)
"""The stroke of "red/black hair", but not of "w/ glasses", "s/ óculos"."""


def cleaned(text: str) -> str:
    """One form for full-width, half-width and composed characters, without weights and embedded commands."""
    text = _EITHER.sub("&", unicodedata.normalize("NFKC", text))
    return _WEIGHT.sub("", _EMBEDDED.sub(" ", text))


def scan(text: str) -> list[Element]:
    """The elements of a cleaned text, in order."""
    found = []
    for match in _PATTERN.finditer(text):
        name = match.lastgroup
        if name == "skip":
            continue
        typed = match.group().lower()
        if name == "hex":
            key = typed if len(typed) == 7 else "#" + "".join(2 * digit for digit in typed[1:])
            found.append(Element(key, ElementKind.HEX, *match.span()))
        elif name == "number":
            found.append(Element(typed, ElementKind.NUMBER, *match.span()))
        elif name == "short":
            found.append(Element(typed, ElementKind.WORD, *match.span()))
        elif name == "pause":
            found.append(Element(typed, ElementKind.PAUSE, *match.span()))
        elif name == "word":
            found.append(Element(stem(typed.replace("’", "'")), ElementKind.WORD, *match.span()))
        else:
            found.append(Element(typed, ElementKind.CHARACTER, *match.span()))
    return found


def stem(word: str) -> str:
    """A word in the singular and in American spelling, for comparison only ("glasses" gives "glass")."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) > 3 and word not in _KEPT:
        for ending, instead in _ENDINGS.items():
            if word.endswith(ending):
                word = word[: -len(ending)] + instead
                break
        else:
            if word.endswith("s") and not word.endswith(("ss", "us", "is")):
                word = word[:-1]
    return _SPELLINGS.get(word, word)
