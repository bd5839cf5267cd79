"""Small drawings in place of emoji, for pictures of messages."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import files
from typing import Final

from PIL import Image, ImageDraw, ImageFont

_LARGE: Final = 128
"""Drawn this large and shrunk."""
_YELLOW, _DARK, _WHITE, _RED, _BLUE, _GREY = "#ffcc4d", "#664500", "#ffffff", "#dd4b5e", "#5c9ded", "#99aab5"


def _dice(d: ImageDraw.ImageDraw) -> None:
    d.rounded_rectangle((14, 14, 114, 114), 22, _RED)
    for x, y in ((40, 40), (88, 40), (64, 64), (40, 88), (88, 88)):
        d.ellipse((x - 10, y - 10, x + 10, y + 10), _WHITE)


def _pencil(d: ImageDraw.ImageDraw) -> None:
    d.polygon(((26, 78), (86, 18), (110, 42), (50, 102)), _YELLOW)
    d.polygon(((26, 78), (50, 102), (14, 114)), "#f2d2a9")
    d.polygon(((19, 98), (30, 109), (14, 114)), _DARK)
    d.polygon(((78, 26), (86, 18), (110, 42), (102, 50)), _RED)


def _clapper(d: ImageDraw.ImageDraw) -> None:
    d.rounded_rectangle((12, 50, 116, 112), 8, "#31373d")
    d.polygon(((12, 44), (108, 16), (114, 34), (18, 62)), _WHITE)
    for x in (24, 54, 84):
        d.polygon(((x, 41 - (x - 12) * 0.29), (x + 14, 37 - (x - 12) * 0.29), (x + 8, 56 - (x - 12) * 0.29),
                   (x - 6, 60 - (x - 12) * 0.29)), "#31373d")  # fmt: skip


def _disk(d: ImageDraw.ImageDraw) -> None:
    d.rounded_rectangle((14, 14, 114, 114), 10, "#4b6a88")
    d.rectangle((36, 14, 88, 52), _GREY)
    d.rectangle((68, 20, 80, 46), "#31373d")
    d.rectangle((30, 66, 98, 114), _WHITE)


def _face(d: ImageDraw.ImageDraw) -> None:
    d.ellipse((10, 10, 118, 118), _YELLOW)
    d.ellipse((38, 40, 54, 62), _DARK)
    d.ellipse((74, 40, 90, 62), _DARK)
    d.chord((32, 44, 96, 104), 10, 170, _DARK)


def _tag(d: ImageDraw.ImageDraw) -> None:
    d.polygon(((14, 64), (58, 20), (108, 20), (108, 70), (64, 114)), "#f4a850")
    d.ellipse((82, 32, 98, 48), _WHITE)


def _bin(d: ImageDraw.ImageDraw) -> None:
    d.polygon(((28, 44), (100, 44), (92, 116), (36, 116)), _GREY)
    d.rounded_rectangle((20, 28, 108, 42), 6, _GREY)
    d.rectangle((50, 16, 78, 28), _GREY)
    for x in (48, 64, 80):
        d.line((x, 54, x, 104), "#66757f", 6)


def _box(d: ImageDraw.ImageDraw) -> None:
    d.polygon(((12, 40), (64, 60), (64, 116), (12, 94)), "#c68f5c")
    d.polygon(((116, 40), (64, 60), (64, 116), (116, 94)), "#a87443")
    d.polygon(((12, 40), (64, 18), (116, 40), (64, 60)), "#dfb07f")
    d.polygon(((34, 31), (86, 51), (96, 47), (44, 26)), "#f2d2a9")


def _plus(d: ImageDraw.ImageDraw) -> None:
    d.rounded_rectangle((50, 16, 78, 112), 8, _WHITE)
    d.rounded_rectangle((16, 50, 112, 78), 8, _WHITE)


def _hourglass(d: ImageDraw.ImageDraw) -> None:
    d.polygon(((32, 20), (96, 20), (64, 64)), "#ffe8b6")
    d.polygon(((32, 108), (96, 108), (64, 64)), "#ffac33")
    d.rectangle((24, 12, 104, 24), "#3b88c3")
    d.rectangle((24, 104, 104, 116), "#3b88c3")


def _eye(d: ImageDraw.ImageDraw) -> None:
    d.ellipse((8, 34, 120, 94), None, _GREY, 10)
    d.ellipse((46, 46, 82, 82), _GREY)


def _avatar(d: ImageDraw.ImageDraw) -> None:
    d.ellipse((22, 26, 106, 116), "#ffe3d3")
    d.pieslice((14, 6, 114, 106), 180, 360, "#5b3f8c")
    d.polygon(((14, 54), (40, 54), (22, 96)), "#5b3f8c")
    d.polygon(((114, 54), (88, 54), (106, 96)), "#5b3f8c")
    for x in (44, 84):
        d.ellipse((x - 9, 62, x + 9, 90), "#3a2a5c")
        d.ellipse((x - 5, 66, x + 1, 74), _WHITE)
    d.arc((54, 86, 74, 102), 10, 170, "#b4506a", 5)


def _tray(d: ImageDraw.ImageDraw) -> None:
    d.polygon(((14, 70), (40, 70), (48, 88), (80, 88), (88, 70), (114, 70), (114, 116), (14, 116)), _GREY)
    d.polygon(((54, 10), (74, 10), (74, 46), (92, 46), (64, 78), (36, 46), (54, 46)), _BLUE)


def _arrow(*points: tuple[float, float]) -> Callable[[ImageDraw.ImageDraw], None]:
    def draw(d: ImageDraw.ImageDraw) -> None:
        d.rounded_rectangle((10, 10, 118, 118), 20, "#3b88c3")
        d.polygon(points, _WHITE)

    return draw


def _spark(d: ImageDraw.ImageDraw, x: float, y: float, reach: float) -> None:
    near = 0.22 * reach
    points = (
        (0, -reach),
        (near, -near),
        (reach, 0),
        (near, near),
        (0, reach),
        (-near, near),
        (-reach, 0),
        (-near, -near),
    )
    d.polygon([(x + across, y + down) for across, down in points], _YELLOW)


def _sparkles(d: ImageDraw.ImageDraw) -> None:
    for x, y, reach in ((54, 70, 50), (102, 30, 24), (100, 106, 18)):
        _spark(d, x, y, reach)


def _heart(d: ImageDraw.ImageDraw) -> None:
    d.ellipse((10, 20, 68, 78), _RED)
    d.ellipse((60, 20, 118, 78), _RED)
    d.polygon(((16, 64), (64, 48), (112, 64), (64, 116)), _RED)


def _page(d: ImageDraw.ImageDraw) -> None:
    d.polygon(((26, 10), (82, 10), (104, 32), (104, 118), (26, 118)), "#e1e8ed")
    d.polygon(((82, 10), (104, 32), (82, 32)), _GREY)
    for y in (52, 70, 88):
        d.line((40, y, 90, y), _GREY, 7)


def _chain(d: ImageDraw.ImageDraw) -> None:
    d.rounded_rectangle((8, 44, 72, 84), 20, None, _GREY, 13)
    d.rounded_rectangle((56, 44, 120, 84), 20, None, _GREY, 13)


def _gear(d: ImageDraw.ImageDraw) -> None:
    for turn in range(8):
        across, down = math.cos(turn * math.pi / 4), math.sin(turn * math.pi / 4)
        d.line((64, 64, 64 + 54 * across, 64 + 54 * down), "#66757f", 22)
    d.ellipse((24, 24, 104, 104), "#66757f")
    d.ellipse((48, 48, 80, 80), "#31373d")


def _plain(d: ImageDraw.ImageDraw) -> None:
    d.polygon(
        ((64, 8), (80, 48), (122, 50), (90, 78), (100, 120), (64, 96), (28, 120), (38, 78), (6, 50), (48, 48)), _YELLOW
    )


_SYMBOLS: Final[dict[str, Callable[[ImageDraw.ImageDraw], None]]] = {
    "🎲": _dice,
    "✏": _pencil,
    "🎬": _clapper,
    "💾": _disk,
    "😀": _face,
    "🏷": _tag,
    "🗑": _bin,
    "📦": _box,
    "➕": _plus,
    "⏳": _hourglass,
    "◀": _arrow((84, 30), (84, 98), (36, 64)),
    "▶": _arrow((44, 30), (44, 98), (92, 64)),
    "📥": _tray,
    "⭐": _plain,
    "✨": _sparkles,
    "❤": _heart,
    "📄": _page,
    "🔗": _chain,
    "⚙": _gear,
    **dict.fromkeys("😄😊🙂", _face),
    "eye": _eye,
    "avatar": _avatar,
}


@lru_cache
def _emoji_font() -> ImageFont.FreeTypeFont:
    """The emoji of a package that is installed anyway, in one colour."""
    (file, *_) = [file for file in files("manimgx-fonts") or () if file.name.startswith("NotoEmoji")]
    return ImageFont.truetype(str(file.locate()), 0.8 * _LARGE)


def _glyph(symbol: str) -> Callable[[ImageDraw.ImageDraw], None]:
    def draw(d: ImageDraw.ImageDraw) -> None:
        d.text((_LARGE / 2, _LARGE / 2), symbol, _YELLOW, _emoji_font(), "mm")

    return draw


def draw_symbol(image: Image.Image, x: float, y: float, size: float, symbol: str) -> None:
    """Puts the symbol for an emoji into the square at (x, y), all in pixels: drawn by us, or else a font's."""
    large = Image.new("RGBA", (_LARGE, _LARGE), (0, 0, 0, 0))
    (_SYMBOLS.get(symbol) or _glyph(symbol))(ImageDraw.Draw(large))
    small = large.resize((round(size), round(size)), Image.Resampling.LANCZOS)
    image.paste(small.convert("RGB"), (round(x), round(y)), small.getchannel("A"))
