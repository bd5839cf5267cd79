"""Contact sheets: many small pictures with labels on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.types import Frames

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

PAPER: Final = (246, 245, 250)
"""Background of a page, sRGB."""
_INK: Final = (78, 74, 96)
_GAP: Final = 6
_LABEL: Final = 16
_HEADING: Final = 30


@dataclass(frozen=True)
class Cell:
    """A picture (uint8 [H, W, 4], straight alpha) and the words under it ("" for none)."""

    picture: Frames
    label: str = ""


@dataclass(frozen=True)
class Section:
    """Cells under a heading ("" for none), ``columns`` to a row."""

    cells: Sequence[Cell]
    columns: int
    heading: str = ""


def page(sections: Sequence[Section], paper: tuple[int, int, int] = PAPER) -> Image:
    """The sections one below the other, as an RGB image. All cells of a section have the size of its first one."""
    import PIL.Image
    import PIL.ImageDraw

    boxes = [_size(section) for section in sections]
    width = max(each[0] for each in boxes)
    sheet = PIL.Image.new("RGB", (width, sum(each[1] for each in boxes)), paper)
    draw = PIL.ImageDraw.Draw(sheet)
    ink = _INK if sum(paper) > 384 else (214, 212, 226)
    top = 0
    for section, (_, height) in zip(sections, boxes, strict=True):
        _paint(sheet, draw, section, top, ink)
        top += height
    return sheet


def _size(section: Section) -> tuple[int, int]:
    """Width and height of a section in pixels."""
    height, width = section.cells[0].picture.shape[:2]
    rows = -(-len(section.cells) // section.columns)
    label = _LABEL if any(cell.label for cell in section.cells) else 0
    heading = _HEADING if section.heading else 0
    return _GAP + section.columns * (width + _GAP), heading + _GAP + rows * (height + label + _GAP)


def _paint(sheet: Image, draw: ImageDraw, section: Section, top: int, ink: tuple[int, int, int]) -> None:
    import PIL.Image
    import PIL.ImageFont

    height, width = section.cells[0].picture.shape[:2]
    label = _LABEL if any(cell.label for cell in section.cells) else 0
    if section.heading:
        draw.text((_GAP, top + 6), section.heading, ink, PIL.ImageFont.load_default(17))
        top += _HEADING
    font = PIL.ImageFont.load_default(11)
    for index, cell in enumerate(section.cells):
        row, column = divmod(index, section.columns)
        left = _GAP + column * (width + _GAP)
        upper = top + _GAP + row * (height + label + _GAP)
        picture = PIL.Image.fromarray(cell.picture)
        sheet.paste(picture, (left, upper), picture)
        if cell.label:
            room = width - 2
            words = cell.label
            while words and draw.textlength(words, font) > room:
                words = words[:-1]
            draw.text((left + width / 2, upper + height + 2), words, ink, font, anchor="ma")
