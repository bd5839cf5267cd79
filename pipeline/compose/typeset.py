"""Lines of text as glyphs in their places: fonts chosen, letters joined, right-to-left words in their order.

HarfBuzz shapes and draws, python-bidi finds the levels of the Unicode bidirectional algorithm (UAX #9).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

import numpy as np

from pipeline.compose.fonts import Font, font_runs
from pipeline.types import Pixels

Mask = Pixels
"""uint8 [H, W]: how much of each pixel is covered, 0..255."""

_REMOVED: Final = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF"})
"""Classes of characters that have no level of their own (UAX #9, X9)."""


@dataclass(frozen=True)
class Glyph:
    """A shape of a font; ``x`` and ``y`` (upwards) from the start of the base line, in ems."""

    font: Font
    id: int
    x: float
    y: float


@dataclass(frozen=True)
class SetLine:
    """A line that is set. ``width``, ``top`` and ``bottom`` in ems; the latter two are heights over the base line."""

    glyphs: tuple[Glyph, ...]
    width: float
    top: float
    bottom: float


@lru_cache(maxsize=1024)
def set_line(text: str, right_to_left: bool = False) -> SetLine:
    """One line. ``right_to_left`` is the direction of the paragraph that it belongs to."""
    glyphs: list[Glyph] = []
    pen, top, bottom = 0.0, 0.0, 0.0
    for font, piece, level in _visual_runs(text, right_to_left):
        buffer = _shape(font, piece, level % 2 == 1)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = pen + position.x_offset / font.upem, position.y_offset / font.upem
            glyphs.append(Glyph(font, info.codepoint, x, y))
            extents = font.shaper.get_glyph_extents(info.codepoint)
            if extents is not None and extents.height:
                high = y + extents.y_bearing / font.upem
                top, bottom = max(top, high), min(bottom, high + extents.height / font.upem)
            pen += position.x_advance / font.upem
    return SetLine(tuple(glyphs), pen, top, bottom)


def is_right_to_left(text: str) -> bool:
    """The direction of a paragraph: that of its first letter with a direction (UAX #9, P2 and P3)."""
    from bidi.algorithm import get_base_level

    return bool(get_base_level(text) == 1)


def clusters(text: str) -> list[int]:
    """Where a text may be cut, if it must be, without cutting a letter from its marks or an emoji from its parts."""
    places: set[int] = {0, len(text)}
    offset = 0
    for font, piece in font_runs(text):
        for part in _same_script(piece):
            places.update(offset + info.cluster for info in _shape(font, part, False).glyph_infos)
            offset += len(part)
    return sorted(places)


def draw_glyphs(glyphs: Iterable[Glyph], pixels: float, left: float, base: float, shape: tuple[int, int]) -> Mask:
    """Draws glyphs of a line: uint8 [H, W] of ``shape``, 0 to 255.

    Args:
        glyphs: all of a line's, or some of them.
        pixels: height of an em.
        left, base: where the line begins and how far its base line lies below the upper edge, in pixels.
        shape: height and width of the mask.
    """
    import uharfbuzz as hb

    height, width = shape
    raster = hb.RasterDraw()
    raster.extents = hb.RasterExtents(0, 0, width, height, 0)
    for glyph in glyphs:
        scale = pixels / glyph.font.upem
        raster.transform = (scale, 0.0, 0.0, scale, left + glyph.x * pixels, height - base + glyph.y * pixels)
        raster.draw_glyph(glyph.font.shaper, glyph.id)
    image = raster.render()
    extents = image.extents
    rows = np.frombuffer(image.buffer, np.uint8).reshape(extents.height, extents.stride)
    # HarfBuzz counts rows upwards.
    return np.ascontiguousarray(rows[::-1, : extents.width])


def _visual_runs(text: str, right_to_left: bool) -> Iterator[tuple[Font, str, int]]:
    """Pieces of one font, script and level, from left to right (UAX #9, L2)."""
    levels = _levels(text, right_to_left)
    runs: list[tuple[Font, str, int]] = []
    start = 0
    for font, piece in font_runs(text):
        for part in _same_script(piece):
            for level, group in groupby(range(start, start + len(part)), key=levels.__getitem__):
                places = list(group)
                runs.append((font, text[places[0] : places[-1] + 1], level))
            start += len(part)
    for level in range(max((run[2] for run in runs), default=0), 0, -1):
        runs = _reversed_from(level, runs)
    yield from runs


def _reversed_from(level: int, runs: list[tuple[Font, str, int]]) -> list[tuple[Font, str, int]]:
    """The runs with each sequence of those of at least this level turned round."""
    turned: list[tuple[Font, str, int]] = []
    for is_turned, group in groupby(runs, key=lambda run: run[2] >= level):
        some = list(group)
        turned.extend(reversed(some) if is_turned else some)
    return turned


def _levels(text: str, right_to_left: bool) -> list[int]:
    from bidi import algorithm

    base = int(right_to_left)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved = iter(storage["chars"])
    levels: list[int] = []
    for char in text:
        removed = unicodedata.bidirectional(char) in _REMOVED
        levels.append((levels[-1] if levels else base) if removed else next(resolved)["level"])
    return levels


def _same_script(text: str) -> Iterator[str]:
    """A text in pieces of one script each; signs and marks belong to the letters before them."""
    start, script = 0, ""
    for place, char in enumerate(text):
        found = _script(char)
        if found and script and found != script:
            yield text[start:place]
            start = place
        script = found or script
    if start < len(text):
        yield text[start:]


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The first word of a letter's Unicode name, which is its script; "" for what goes with any script."""
    if not unicodedata.category(char).startswith("L"):
        return ""
    return unicodedata.name(char, "").partition(" ")[0]


def _shape(font: Font, text: str, right_to_left: bool) -> Any:
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(font.shaper, buffer)
    return buffer
