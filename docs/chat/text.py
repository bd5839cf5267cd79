"""Words of markdown as pieces that are put beside each other, in fonts that are installed anyway."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import files
from typing import Final

from PIL import ImageFont

from docs.chat.colours import BRIGHT, FIELD, LINK, MUTED, TEXT, Colour

SCALE: Final = 2
"""Pixels for each unit of length."""
_INLINE: Final = re.compile(
    r"\\(?P<escaped>.)|\*\*(?P<bold>.+?)\*\*|`(?P<code>[^`]+)`|<a?:(?P<emoji>\w+):\d+>|<(?P<mention>[@#]\w[\w -]*)>"
    r"|<t:(?P<time>[^:>]+)(?::\w)?>|\[(?P<words>[^\]]+)\]\((?P<link>[^)]+)\)|\|\|(?P<spoiler>.+?)\|\|",
    re.DOTALL,
)


@lru_cache
def _font_files() -> dict[str, str]:
    """Font files of packages that are installed anyway: DejaVu Sans (matplotlib), IPAex Gothic (Japanese)."""
    found = {}
    for package in ("matplotlib", "matplotlib-fontja"):
        for file in files(package) or ():
            if file.name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf", "ipaexg.ttf"):
                found[file.name] = str(file.locate())
    return found


@lru_cache
def _font(name: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_font_files()[name], round(size * SCALE))


@dataclass(frozen=True)
class Style:
    size: float = 14.5
    bold: bool = False
    code: bool = False
    colour: Colour = TEXT
    back: Colour | None = None

    def font(self, character: str) -> ImageFont.FreeTypeFont:
        if unicodedata.east_asian_width(character) in "WF" and "ipaexg.ttf" in _font_files():
            return _font("ipaexg.ttf", self.size)
        return _font("DejaVuSansMono.ttf" if self.code else f"DejaVuSans{'-Bold' * self.bold}.ttf", self.size * 0.94)


MARKS: Final = {
    "### ": Style(17.0, bold=True, colour=BRIGHT),
    "## ": Style(20.0, bold=True, colour=BRIGHT),
    "# ": Style(23.0, bold=True, colour=BRIGHT),
    "-# ": Style(12.0, colour=MUTED),
}
"""How a line looks that begins so."""


@dataclass(frozen=True)
class Piece:
    """Something that is not broken over lines: a word, a CJK character, or a symbol."""

    text: str
    style: Style
    symbol: str = ""

    @property
    def width(self) -> float:
        if self.symbol:
            return self.style.size * 1.35
        return sum(self.style.font(character).getlength(character) for character in self.text) / SCALE


def _is_symbol(character: str) -> bool:
    return ord(character) >= 0x1F000 or character in "⏳✏⚙⏸⏵⭐✨❤➕"


def pieces(text: str, style: Style) -> Iterator[Piece]:
    """Words of markdown, in order."""
    position = 0
    for found in _INLINE.finditer(text):
        yield from _plain(text[position : found.start()], style)
        position = found.end()
        kind = found.lastgroup
        words = found[kind] if kind else ""
        if kind == "escaped":
            yield from _plain(words, style)
        elif kind == "bold":
            yield from pieces(words, replace(style, bold=True, colour=BRIGHT))
        elif kind == "code":
            yield Piece(words, replace(style, code=True, size=style.size * 0.9, back=FIELD))
        elif kind == "emoji":
            yield Piece("", style, symbol=f":{words}:")
        elif kind == "mention":
            yield Piece(words, replace(style, colour=(201, 205, 251), back=(60, 66, 112)))
        elif kind == "time":
            yield Piece(words, replace(style, back=(66, 68, 74)))
        elif kind == "link":
            yield from _plain(found["words"], replace(style, colour=LINK))
        elif kind == "spoiler":
            yield Piece(words, replace(style, colour=(30, 31, 34), back=(30, 31, 34)))
    yield from _plain(text[position:], style)


def _plain(text: str, style: Style) -> Iterator[Piece]:
    word = ""
    for character in text:
        if character == "\ufe0f":
            continue
        alone = _is_symbol(character) or unicodedata.east_asian_width(character) in "WF"
        if alone or character == " ":
            if word:
                yield Piece(word, style)
                word = ""
            yield Piece(character, style, symbol=character if _is_symbol(character) else "")
        else:
            word += character
    if word:
        yield Piece(word, style)
