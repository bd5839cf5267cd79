"""Small pictures for lists."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from pipeline import limits

if TYPE_CHECKING:
    from PIL import Image

PORTRAIT_SIZE = 160
THUMBNAIL_SIZE: Final = 320
"""Pixels."""
_UPPER: Final = (96, 16, 416, 336)
"""Left, top, right and bottom of what a thumbnail shows of an aligned picture: head and shoulders."""
_HEAD: Final = (192, 64, 320, 192)
"""Left, top, right and bottom of the head in an aligned picture of 512 pixels."""
_PAPER: Final = ((236, 238, 243), (222, 225, 233))
"""A light checkerboard, on which dark hair and white clothes can be told from nothing."""
_TILE: Final = 16
_ANIMATIONS: Final = ("GIF", "WEBP", "PNG")
_PENS: Final = ((7, (255, 255, 255)), (3, (233, 30, 99)))
"""Width and colour of the frame's lines: pink with a white edge, to be seen on any picture."""


def portrait_of(data: bytes) -> bytes | None:
    """The first picture of an animation as a small WebP; None for a film. Call it in a thread: it takes a while.

    The animation comes from a process that has read a stranger's file, so only what we ourselves make is opened.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=_ANIMATIONS) as animation:
            if max(animation.size) > limits.MAX_SIZE:
                return None
            picture = animation.convert("RGBA").resize((PORTRAIT_SIZE, PORTRAIT_SIZE), Image.Resampling.LANCZOS)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return None
    small = io.BytesIO()
    picture.save(small, "WEBP", quality=85)
    return small.getvalue()


def with_head_box(picture: bytes) -> bytes:
    """An aligned picture on a checkerboard, as a WebP, with a frame around the place where its head belongs and ticks
    at the middles of its sides. Call it in a thread: it takes a while.
    """
    from PIL import ImageDraw

    sheet = _on_paper(picture)
    draw = ImageDraw.Draw(sheet)
    left, top, right, bottom = _HEAD
    x, y = (left + right) // 2, (top + bottom) // 2
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top), (right, top)]
    ticks = [((x, top), (x, top - 14)), ((x, bottom), (x, bottom + 14))]
    ticks += [((left, y), (left - 14, y)), ((right, y), (right + 14, y))]
    for width, colour in _PENS:
        draw.line(corners, colour, width, joint="curve")
        for tick in ticks:
            draw.line(tick, colour, width)
    return _webp(sheet)


def numbered(picture: bytes, number: int) -> bytes:
    """The upper part of an aligned picture as a WebP thumbnail with a number in its corner. Call it in a thread."""
    from PIL import Image, ImageDraw, ImageFont

    sheet = _on_paper(picture).crop(_UPPER).resize((THUMBNAIL_SIZE, THUMBNAIL_SIZE), Image.Resampling.LANCZOS)
    draw = ImageDraw.Draw(sheet)
    draw.ellipse((8, 8, 56, 56), _PENS[1][1], _PENS[0][1], 3)
    draw.text((32, 32), str(number), _PENS[0][1], ImageFont.load_default(34), anchor="mm")
    return _webp(sheet)


def _on_paper(picture: bytes) -> Image.Image:
    """A picture on a checkerboard."""
    from PIL import Image, ImageDraw

    with Image.open(io.BytesIO(picture), formats=("PNG",)) as image:
        figure = image.convert("RGBA")
    sheet = Image.new("RGBA", figure.size, _PAPER[0])
    draw = ImageDraw.Draw(sheet)
    for top in range(0, sheet.height, _TILE):
        for left in range((top // _TILE % 2) * _TILE, sheet.width, 2 * _TILE):
            draw.rectangle((left, top, left + _TILE - 1, top + _TILE - 1), _PAPER[1])
    sheet.alpha_composite(figure)
    return sheet


def _webp(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.convert("RGB").save(data, "WEBP", quality=90)
    return data.getvalue()
