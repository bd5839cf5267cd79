"""Small drawings in place of emoji, for pictures of messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PIL import Image, ImageDraw

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
    "⏳": _hourglass,
    "◀": _arrow((84, 30), (84, 98), (36, 64)),
    "▶": _arrow((44, 30), (44, 98), (92, 64)),
    "📥": _tray,
    "⭐": _plain,
    "eye": _eye,
    "avatar": _avatar,
}


def draw_symbol(image: Image.Image, x: float, y: float, size: float, symbol: str) -> None:
    """Puts the symbol for an emoji into the square at (x, y), all in pixels; a star for one that is not known."""
    large = Image.new("RGBA", (_LARGE, _LARGE), (0, 0, 0, 0))
    _SYMBOLS.get(symbol, _plain)(ImageDraw.Draw(large))
    small = large.resize((round(size), round(size)), Image.Resampling.LANCZOS)
    image.paste(small.convert("RGB"), (round(x), round(y)), small.getchannel("A"))
