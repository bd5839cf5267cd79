"""The words on an animoji: rounded white letters with a dark outline, as large as fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files
from itertools import combinations, groupby
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from pipeline.compose.blend import Layer
from pipeline.compose.errors import CaptionError

LONGEST_CAPTION: Final = 60
"""In characters."""

INK: Final = (43, 36, 54)
PAPER: Final = (255, 255, 255)

_FONTS: Final = (("matplotlib-fontja", "ipaexg.ttf"), ("matplotlib", "DejaVuSans-Bold.ttf"))
"""Packages and their font files: IPAex Gothic (English and Japanese), DejaVu Sans for what it lacks."""
_PICTURES = 0x1F000
"""From this code point on come emoji and other pictures."""
_MARGIN = 0.03
"""Left, right and below, as a share of the frame's size."""
_LARGEST, _SMALLEST = 0.15, 0.056
"""Height of the letters as a share of the frame's size; below the smallest a third line is begun."""
_LINE = 1.12
"""From line to line, in letter heights."""
_BOLDNESS, _OUTLINE = 0.035, 0.095
"""How far strokes are thickened, and the outline around them, in letter heights."""
_SHARPNESS = 4
"""Letters are drawn this much larger and shrunk."""
_NOT_AT_START: Final = frozenset("、。，．！？!?…‥ー～・：；」』）】〕〉》)]}%ぁぃぅぇぉっゃゅょァィゥェォッャュョ々")
_PAUSES: Final = frozenset("、。，．！？!?,.…:;～")
_PAUSE_BONUS = 1.2
_NOT_AT_END: Final = frozenset("「『（【〔〈《([{")

Mask = npt.NDArray[np.uint8]


def make_caption(caption: str, size: int) -> Layer | None:
    """The caption for frames of ``size`` pixels, at their bottom; None where nothing is left to write.

    Line breaks and other control characters become spaces; characters that no font has (emoji) are left out.

    Raises:
        CaptionError: it has more than LONGEST_CAPTION characters.
    """
    text = readable(caption)
    if len(text) > LONGEST_CAPTION:
        raise CaptionError(count=len(text), limit=LONGEST_CAPTION)
    if not text:
        return None
    width = size * (1 - 2 * _MARGIN)
    lines, height = _fit(text, width, size)
    return _draw(lines, height, size)


def readable(caption: str) -> str:
    """What of a caption can be written: composed letters that a font has, single spaces, nothing invisible."""
    text = unicodedata.normalize("NFC", caption)
    spaced = "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp", "Zs"} else char for char in text)
    return " ".join("".join(char for char in spaced if char == " " or _font_of(char) is not None).split())


def _fit(text: str, width: float, size: int) -> tuple[tuple[str, ...], float]:
    """The lines, and the height of their letters in pixels."""
    best: tuple[tuple[str, ...], float] = ((text,), 0.0)
    best_worth = 0.0
    for count, breaks in ((1, ()), (2, _breaks(text)), (3, _breaks(text)), (3, range(1, len(text)))):
        if count == 3 and best[1] >= _SMALLEST * size:
            break
        for lines in _ways(text, count, breaks):
            outline = 2 * (_BOLDNESS + _OUTLINE)
            height = min(_LARGEST * size, width / (max(map(_ems, lines)) + outline))
            # A second line must be worth its room, and a pause is a good place to break.
            worth = height * (_PAUSE_BONUS if all(line[-1] in _PAUSES for line in lines[:-1]) else 1)
            if worth > best_worth * (1.25 if len(lines) > len(best[0]) else 1.0):
                best, best_worth = (lines, height), worth
    return best


def _ways(text: str, count: int, breaks: Iterable[int]) -> Iterator[tuple[str, ...]]:
    """All ways to break a text into ``count`` lines at some of ``breaks``."""
    for cuts in combinations(breaks, count - 1):
        marks = (0, *cuts, len(text))
        yield tuple(text[marks[i] : marks[i + 1]].strip() or " " for i in range(count))


def _breaks(text: str) -> list[int]:
    """Where a line may begin: after spaces, and between wide letters where typesetters allow it."""
    return [
        index
        for index in range(1, len(text))
        if text[index - 1] == " "
        or (
            text[index] != " "
            and (_is_wide(text[index - 1]) or _is_wide(text[index]))
            and text[index] not in _NOT_AT_START
            and text[index - 1] not in _NOT_AT_END
        )
    ]


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in {"W", "F"}


def _draw(lines: tuple[str, ...], height: float, size: int) -> Layer:
    import cv2

    sharp = height * _SHARPNESS
    bold, outline = _disc(sharp * _BOLDNESS), _disc(max(sharp * _OUTLINE, 1.2 * _SHARPNESS))
    border = (len(bold) + len(outline)) // 2 + _SHARPNESS
    rows = round(sharp * (1 + _LINE * (len(lines) - 1))) + 2 * border
    canvas = Image.new("L", (size * _SHARPNESS, -(-rows // _SHARPNESS) * _SHARPNESS))
    pen = ImageDraw.Draw(canvas)
    for number, line in enumerate(lines):
        x = (canvas.width - _ems(line) * sharp) / 2
        # The middle of the letter box; anchor "ls" wants the base line.
        y = border + sharp * (0.86 + _LINE * number)
        for index, part in _runs(line):
            font = _font(index, round(sharp))
            pen.text((x, y), part, 255, font, anchor="ls")
            x += font.getlength(part)
    letters = cv2.dilate(np.asarray(canvas), bold)
    around = cv2.dilate(letters, outline)
    small = (size, canvas.height // _SHARPNESS)
    inside: Mask = cv2.resize(letters, small, interpolation=cv2.INTER_AREA)
    alpha: Mask = cv2.resize(around, small, interpolation=cv2.INTER_AREA)
    share = inside[..., None] / np.maximum(alpha, 1)[..., None]
    colour = np.array(PAPER) * share + np.array(INK) * (1 - share)
    picture = np.dstack([np.rint(colour).clip(0, 255), alpha]).astype(np.uint8)
    used = np.flatnonzero(alpha.any(axis=1))
    picture = picture[used[0] : used[-1] + 1]
    top = size - len(picture) - round(size * _MARGIN)
    if top < 0:
        picture, top = picture[-top:], 0
    return Layer(picture, 0, top)


def _disc(radius: float) -> Mask:
    import cv2

    side = 2 * max(1, round(radius)) + 1
    disc: Mask = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return disc


@lru_cache(maxsize=4096)
def _ems(line: str) -> float:
    """The width of a line in letter heights."""
    return sum(_font(index, 100).getlength(part) for index, part in _runs(line)) / 100


def _runs(line: str) -> Iterator[tuple[int, str]]:
    """The line in pieces that one font can write, each with the font's index."""
    for index, chars in groupby(line, key=lambda char: 0 if char == " " else _font_of(char) or 0):
        yield index, "".join(chars)


@lru_cache(maxsize=4096)
def _font_of(char: str) -> int | None:
    """The first font that has this character, or None."""
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}:
        return None
    if ord(char) >= _PICTURES:
        return None
    # In a Japanese font Greek and Cyrillic are as wide as kanji.
    for index in (1, 0) if "\u0370" <= char < "\u2000" else (0, 1):
        font = _font(index, 32)
        if bytes(font.getmask(char)) != bytes(font.getmask("\uffff")):
            return index
    return None


@lru_cache(maxsize=16)
def _font(index: int, pixels: int) -> ImageFont.FreeTypeFont:
    package, name = _FONTS[index]
    try:
        path = next(file.locate() for file in files(package) or () if file.name == name)
    except (PackageNotFoundError, StopIteration) as error:
        raise RuntimeError(f"the font {name} is missing: pip install {package}") from error
    return ImageFont.truetype(str(path), pixels)
