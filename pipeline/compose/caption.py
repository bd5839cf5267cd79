"""The words on an animoji: rounded white letters with a dark outline, as large as fits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

import numpy as np

from pipeline.compose.blend import Overlay
from pipeline.compose.errors import CaptionError
from pipeline.compose.fonts import is_invisible, writable
from pipeline.compose.typeset import Mask, SetLine, clusters, draw_glyphs, is_right_to_left, set_line
from pipeline.types.limits import CAPTION_LENGTH

INK: Final = (43, 36, 54)
PAPER: Final = (255, 255, 255)

_MARGIN = 0.03
"""Left, right and below, as a share of the frame's size."""
_LARGEST, _SMALLEST = 0.15, 0.056
"""Height of the letters as a share of the frame's size; below the smallest a third line is begun."""
_LINE, _GAP = 1.12, 0.04
"""From line to line, and at least between the shapes of two lines, in letter heights."""
_BASE = 0.86
"""The base line below the upper edge of a line of usual letters, in letter heights."""
_BOLDNESS, _OUTLINE = 0.035, 0.095
"""How far strokes are thickened, and the outline around them, in letter heights."""
_SOLID = 0.7
"""Share of an emoji's shape that is ink, above which it is a silhouette instead of line art."""
_SHARPNESS = 4
"""Letters are drawn this much larger and shrunk."""
_NOT_AT_START: Final = frozenset("、。，．！？!?…‥ー～・：；」』）】〕〉》)]}%ぁぃぅぇぉっゃゅょァィゥェォッャュョ々")
_PAUSES: Final = frozenset("、。，．！？!?,.…:;～")
_PAUSE_BONUS = 1.2
_NOT_AT_END: Final = frozenset("「『（【〔〈《([{")
_SPACES: Final = frozenset({"Cc", "Zl", "Zp", "Zs"})
_OWN_EMOJI: Final = re.compile(r"<a?:(\w{2,32}):\d{15,25}>")
"""An emoji of a Discord server as a message holds it (Discord's API reference, message formatting)."""


def make_caption(caption: str, size: int) -> Overlay | None:
    """The caption for frames of ``size`` pixels, at their bottom; None where nothing is left to write.

    Raises:
        CaptionError: it has more than CAPTION_LENGTH characters.
    """
    text = readable(caption)
    if len(text) > CAPTION_LENGTH:
        raise CaptionError(count=len(text), limit=CAPTION_LENGTH)
    if not text:
        return None
    width = size * (1 - 2 * _MARGIN)
    lines, height = _fit(text, width, size)
    return _draw(lines, height, size)


def readable(caption: str) -> str:
    """What of a caption is written: composed letters that a font has, single spaces, nothing that hides.

    Line breaks and other control characters become spaces, Discord's own emoji their names.
    """
    spaced = "".join(" " if unicodedata.category(char) in _SPACES else char for char in _composed(caption))
    text = " ".join("".join(char for char in spaced if writable(char)).split())
    return "" if all(map(is_invisible, text)) else text


def left_out(caption: str) -> str:
    """The visible characters of a caption that no font can write, each once; "" where all of it is written."""
    missing = (char for char in _composed(caption) if not writable(char) and not is_invisible(char))
    return "".join(dict.fromkeys(missing))


def _composed(caption: str) -> str:
    return _OWN_EMOJI.sub(r":\1:", unicodedata.normalize("NFC", caption))


def _fit(text: str, width: float, size: int) -> tuple[tuple[str, ...], float]:
    """The lines, and the height of their letters in pixels."""
    best: tuple[tuple[str, ...], float] = ((text,), 0.0)
    best_worth = 0.0
    for count, breaks in ((1, ()), (2, _breaks(text)), (3, _breaks(text)), (3, clusters(text)[1:-1])):
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
    """Whether it is of a script that puts no spaces between words. Korean does."""
    return not "\uac00" <= char <= "\ud7a3" and unicodedata.east_asian_width(char) in {"W", "F"}


def _draw(lines: tuple[str, ...], height: float, size: int) -> Overlay:
    import cv2

    sharp = height * _SHARPNESS
    bold, outline = _disc(sharp * _BOLDNESS), _disc(max(sharp * _OUTLINE, 1.2 * _SHARPNESS))
    border = (len(bold) + len(outline)) // 2 + _SHARPNESS
    right_to_left = is_right_to_left(" ".join(lines))
    placed = [set_line(line, right_to_left) for line in lines]
    bases = _base_lines(placed)
    rows = round(sharp * (bases[-1] - placed[-1].bottom)) + 2 * border
    shape = (-(-rows // _SHARPNESS) * _SHARPNESS, size * _SHARPNESS)
    letters: Mask = np.zeros(shape, np.uint8)
    pictures: Mask = np.zeros(shape, np.uint8)
    for line, base in zip(placed, bases, strict=True):
        left = (shape[1] - line.width * sharp) / 2
        place = (sharp, left, border + base * sharp, shape)
        letters = np.maximum(letters, draw_glyphs((g for g in line.glyphs if not g.font.pictures), *place))
        pictures = np.maximum(pictures, draw_glyphs((g for g in line.glyphs if g.font.pictures), *place))
    letters = cv2.dilate(letters, bold).astype(np.uint8, copy=False)
    filled, lines_within = _as_drawings(pictures)
    around = cv2.dilate(np.maximum(letters, filled), outline)
    # The line art of emoji is dark on white, as the letters' outline is dark around white.
    letters = np.maximum(letters, np.minimum(filled, 255 - lines_within))
    small = (size, shape[0] // _SHARPNESS)
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
    return Overlay(picture, 0, top)


def _as_drawings(line_art: Mask) -> tuple[Mask, Mask]:
    """Emoji as filled shapes, and the lines to be drawn on them; both uint8 [H, W], 0 to 255.

    A shape that is solid anyway, such as the figures of a family, gets no lines.
    """
    import cv2

    contours, _ = cv2.findContours((line_art > 127).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled, lines = line_art.copy(), line_art.copy()
    for contour in contours:
        shape = cv2.drawContours(np.zeros_like(line_art), [contour], -1, 255, cv2.FILLED)
        filled = np.maximum(filled, shape)
        if cv2.mean(line_art, shape)[0] > _SOLID * 255:
            lines[shape > 0] = 0
    return filled, lines


def _base_lines(lines: list[SetLine]) -> list[float]:
    """How far each base line lies below the upper edge of the first line, in letter heights.

    Scripts with tall stacks of marks get the room that they need.
    """
    bases = [max(_BASE, lines[0].top)]
    for above, line in pairwise(lines):
        bases.append(bases[-1] + max(_LINE, line.top - above.bottom + _GAP))
    return bases


def _disc(radius: float) -> Mask:
    import cv2

    side = 2 * max(1, round(radius)) + 1
    disc: Mask = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return disc


@lru_cache(maxsize=4096)
def _ems(line: str) -> float:
    """The width of a line in letter heights."""
    return set_line(line).width
