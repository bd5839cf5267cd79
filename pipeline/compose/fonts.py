"""The fonts of captions, from packages, so that the same words give the same pixels on every machine.

Together they write nearly every living script. ``font_runs`` splits a text so that each piece is set in one font, and
so that as few fonts as possible meet in a line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import files as files_of
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

_WEIGHT, _PICTURE_WEIGHT = 400.0, 300.0
"""Of variable fonts, as CSS counts it. Letters are thickened afterwards, as IPAex has one weight; emoji are not."""
_IGNORABLE: Final = frozenset("\u200c\u200d\u200e\u200f\ufe0e\ufe0f\u2060")
"""Joiners, direction marks and variation selectors: they change their neighbours and need no shape of their own.

Other format characters are not written: embeddings and overrides would let a caption read other than it was typed.
"""


@dataclass(frozen=True)
class FontFile:
    """A font in an installed package.

    Attributes:
        package: the distribution that holds it.
        file: its file name.
        index: which font of a collection.
        without: first and last code point of a range that it draws badly.
        pictures: whether it draws emoji, as line art.
    """

    package: str
    file: str
    index: int = 0
    without: tuple[int, int] | None = None
    pictures: bool = False


_NOTO, _NOTO_CJK = "manimgx-fonts", "manimgx-fonts-cjk"
_COLLECTION = "NotoSansCJK-VF.otf.ttc"
JAPANESE: Final = FontFile(_NOTO_CJK, _COLLECTION, 0)
KOREAN: Final = FontFile(_NOTO_CJK, _COLLECTION, 1)
CHINESE: Final = FontFile(_NOTO_CJK, _COLLECTION, 2)
_SCRIPTS: Final = (
    *("Arabic", "Hebrew", "Thai", "Devanagari", "Bengali", "Tamil", "Telugu", "Kannada", "Malayalam", "Gujarati"),
    *("Gurmukhi", "Oriya", "Sinhala", "Lao", "Khmer", "Myanmar", "Ethiopic", "Georgian", "Armenian", "Symbols"),
)
_BEFORE_CJK: Final = (
    # In a Japanese font Greek and Cyrillic letters are as wide as kanji.
    FontFile("matplotlib-fontja", "ipaexg.ttf", without=(0x370, 0x1FFF)),
    FontFile(_NOTO, "NotoSans[wght].ttf"),
)
_AFTER_CJK: Final = (
    *(FontFile(_NOTO, f"NotoSans{script}[wght].ttf") for script in _SCRIPTS),
    # Its space is as wide as an emoji.
    FontFile(_NOTO, "NotoEmoji[wght].ttf", without=(0x20, 0x20), pictures=True),
)


class Font:
    """A font that is open.

    ``shaper`` is a ``uharfbuzz.Font`` in the font's own unit, ``upem`` to an em; ``pictures`` as in ``FontFile``.
    """

    def __init__(self, file: FontFile) -> None:
        import uharfbuzz as hb

        face = hb.Face(hb.Blob.from_file_path(str(_path(file))), file.index)
        self.upem: int = face.upem
        self.shaper: Any = hb.Font(face)
        if any(axis.tag == "wght" for axis in face.axis_infos):
            self.shaper.set_variations({"wght": _PICTURE_WEIGHT if file.pictures else _WEIGHT})
        self.pictures = file.pictures
        self._covered = frozenset(face.unicodes)
        self._without = file.without or (0, -1)

    def writes(self, char: str) -> bool:
        """Whether it can draw this character, or need not."""
        point = ord(char)
        first, last = self._without
        return char in _IGNORABLE or (point in self._covered and not first <= point <= last)


def font_runs(text: str) -> Iterator[tuple[Font, str]]:
    """A text without control characters in pieces that one font writes, each with its font, in logical order.

    At every point the font is taken that gets farthest, so that a word is not patched together from two fonts. A
    character that no font has belongs to the piece before it; ``writable`` tells which those are.
    """
    files = _files_for(text)
    start = 0
    while start < len(text):
        best, end = open_font(files[0]), start
        for file in files:
            font = open_font(file)
            reach = _reach(font, text, start)
            if reach > end:
                best, end = font, reach
            if end == len(text):
                break
        end = max(end, start + 1)
        while end < len(text) and not writable(text[end]):
            end += 1
        yield best, text[start:end]
        start = end


@lru_cache(maxsize=4096)
def writable(char: str) -> bool:
    """Whether a caption can show this character, which includes joiners that shape their neighbours."""
    if char in _IGNORABLE:
        return True
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return False
    return any(open_font(file).writes(char) for file in (*_BEFORE_CJK, CHINESE, *_AFTER_CJK))


def is_invisible(char: str) -> bool:
    """Whether a character has no shape, so that nobody misses it where it is left out."""
    return unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Zs"} or "\ufe00" <= char <= "\ufe0f"


@cache
def open_font(file: FontFile) -> Font:
    """The font, opened once in a process.

    Raises:
        RuntimeError: its package is not installed.
    """
    return Font(file)


def _files_for(text: str) -> tuple[FontFile, ...]:
    """All fonts in order of preference. Chinese, Japanese and Korean draw the same characters in their own ways."""
    names = {unicodedata.name(char, "").partition(" ")[0] for char in text}
    if "HANGUL" in names:
        han = KOREAN
    elif names & {"HIRAGANA", "KATAKANA"}:
        han = JAPANESE
    else:
        han = CHINESE
    return (*_BEFORE_CJK, han, *_AFTER_CJK)


def _reach(font: Font, text: str, start: int) -> int:
    end = start
    while end < len(text) and font.writes(text[end]):
        end += 1
    return end


def _path(file: FontFile) -> Path:
    from pathlib import Path

    try:
        found = next(part.locate() for part in files_of(file.package) or () if part.name == file.file)
    except (PackageNotFoundError, StopIteration) as error:
        raise RuntimeError(f"the font {file.file} is missing: pip install {file.package}") from error
    return Path(str(found))
