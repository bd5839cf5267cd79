"""Draws a message or a form as a chat client in a dark theme might show it: our own drawing, for docs/bot.md.

It reads the same JSON that the bot sent, so a picture shows what is really answered.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import files
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont

from docs.symbols import draw_symbol

Json = dict[str, Any]
Colour = tuple[int, int, int]

SCALE: Final = 2
"""Pixels for each unit of length."""
WIDTH: Final = 640
_BACK: Final[Colour] = (49, 51, 56)
_PRIVATE_BACK: Final[Colour] = (53, 55, 68)
_PANEL: Final[Colour] = (43, 45, 49)
_FIELD: Final[Colour] = (30, 31, 34)
_LINE: Final[Colour] = (63, 65, 71)
_TEXT: Final[Colour] = (219, 222, 225)
_BRIGHT: Final[Colour] = (242, 243, 245)
_MUTED: Final[Colour] = (148, 155, 164)
_LINK: Final[Colour] = (0, 168, 252)
_BRAND: Final[Colour] = (88, 101, 242)
_AVATAR: Final[Colour] = (242, 140, 177)
_BUTTONS: Final[dict[int, Colour]] = {1: _BRAND, 2: (78, 80, 88), 3: (36, 128, 70), 4: (218, 55, 60), 5: (78, 80, 88)}
_INLINE: Final = re.compile(
    r"\\(?P<escaped>.)|\*\*(?P<bold>.+?)\*\*|`(?P<code>[^`]+)`|<a?:(?P<emoji>\w+):\d+>|<@!?(?P<user>\d+)>"
    r"|<t:(?P<time>\d+)(?::\w)?>|\[(?P<words>[^\]]+)\]\((?P<link>[^)]+)\)|\|\|(?P<spoiler>.+?)\|\|",
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
    colour: Colour = _TEXT
    back: Colour | None = None

    def font(self, character: str) -> ImageFont.FreeTypeFont:
        if unicodedata.east_asian_width(character) in "WF" and "ipaexg.ttf" in _font_files():
            return _font("ipaexg.ttf", self.size)
        return _font("DejaVuSansMono.ttf" if self.code else f"DejaVuSans{'-Bold' * self.bold}.ttf", self.size * 0.94)


_MARKS: Final = {
    "### ": Style(17.0, bold=True, colour=_BRIGHT),
    "## ": Style(20.0, bold=True, colour=_BRIGHT),
    "# ": Style(23.0, bold=True, colour=_BRIGHT),
    "-# ": Style(12.0, colour=_MUTED),
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
    return ord(character) >= 0x1F000 or character in "⏳✏⚙⏸⏵⭐✨❤"


def _pieces(text: str, style: Style) -> Iterator[Piece]:
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
            yield from _pieces(words, replace(style, bold=True, colour=_BRIGHT))
        elif kind == "code":
            yield Piece(words, replace(style, code=True, size=style.size * 0.9, back=_FIELD))
        elif kind == "emoji":
            yield Piece("", style, symbol=f":{words}:")
        elif kind == "user":
            yield Piece("@alice", replace(style, colour=(201, 205, 251), back=(60, 66, 112)))
        elif kind == "time":
            yield Piece("a minute ago", replace(style, back=(66, 68, 74)))
        elif kind == "link":
            yield from _plain(found["words"], replace(style, colour=_LINK))
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


class Sheet:
    """A picture that things are put onto, in units of length. ``pictures`` finds the file of an address or emoji."""

    def __init__(self, height: float, back: Colour, pictures: Callable[[str], bytes | None]) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, round(height * SCALE)), back)
        self.draw = ImageDraw.Draw(self.image)
        self._pictures = pictures

    def box(
        self, x: float, y: float, w: float, h: float, fill: Colour | None, radius: float = 0.0, **more: Any
    ) -> None:
        corners = (x * SCALE, y * SCALE, (x + w) * SCALE - 1, (y + h) * SCALE - 1)
        self.draw.rounded_rectangle(corners, radius * SCALE, fill, **more)

    def pieces(self, x: float, baseline: float, pieces: list[Piece]) -> None:
        for piece in pieces:
            if piece.style.back:
                size = piece.style.size
                self.box(x - 2, baseline - size * 1.02, piece.width + 4, size * 1.35, piece.style.back, 3)
            if piece.symbol:
                self._symbol(x + 1, baseline - piece.style.size * 0.98, piece.style.size * 1.2, piece.symbol)
            at = x
            for character in "" if piece.symbol else piece.text:
                font = piece.style.font(character)
                self.draw.text((at * SCALE, baseline * SCALE), character, piece.style.colour, font, "ls")
                at += font.getlength(character) / SCALE
            x += piece.width

    def _symbol(self, x: float, y: float, size: float, symbol: str) -> None:
        data = self._pictures(symbol) if symbol.startswith(":") else None
        if data is not None:
            self.picture(x, y, size, size, data)
        else:
            draw_symbol(self.image, x * SCALE, y * SCALE, size * SCALE, symbol)

    def file(self, url: str) -> bytes | None:
        return self._pictures(url)

    def picture(self, x: float, y: float, w: float, h: float, data: bytes, radius: float = 0.0) -> None:
        image = still(data).resize((round(w * SCALE), round(h * SCALE)), Image.Resampling.LANCZOS)
        mask = Image.new("L", image.size, 0)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, *image.size), radius * SCALE, 255)
        mask = Image.composite(image.getchannel("A"), mask, mask) if radius else image.getchannel("A")
        self.image.paste(image.convert("RGB"), (round(x * SCALE), round(y * SCALE)), mask)


def still(data: bytes) -> Image.Image:
    """A telling frame of an animation, RGBA."""
    with Image.open(io.BytesIO(data)) as image:
        image.seek(getattr(image, "n_frames", 1) // 3)
        return image.convert("RGBA")


class Flow:
    """Measures and puts things below each other. Without a sheet it only measures."""

    def __init__(self, sheet: Sheet | None, x: float, y: float, width: float) -> None:
        self.sheet, self.x, self.y, self.width = sheet, x, y, width

    def text(self, markdown: str, style: Style | None = None) -> None:
        for line in markdown.split("\n"):
            self._line(line, style or Style())

    def _line(self, line: str, style: Style) -> None:
        for mark, marked in _MARKS.items():
            if line.startswith(mark):
                line, style = line.removeprefix(mark), marked
        indent = 0.0
        if line.startswith(("- ", "* ", "• ")):
            line, indent = line[2:], 14.0
            if self.sheet:
                self.sheet.pieces(self.x + 3, self.y + style.size * 1.1, [Piece("•", style)])
        row: list[Piece] = []
        left = self.width - indent
        for piece in _pieces(line, style):
            if piece.width > left and row:
                self._row(row, style, indent)
                row, left = [], self.width - indent
            if piece.text == " " and not row:
                continue
            row.append(piece)
            left -= piece.width
        self._row(row, style, indent)

    def _row(self, row: list[Piece], style: Style, indent: float) -> None:
        if self.sheet:
            self.sheet.pieces(self.x + indent, self.y + style.size * 1.1, row)
        self.y += style.size * (1.42 if row else 0.8)

    def component(self, item: Json) -> None:
        kind = item["type"]
        if kind == 10:
            self.text(item["content"])
        elif kind == 12:
            self._gallery([entry["media"]["url"] for entry in item["items"]])
        elif kind == 1:
            self._row_of_controls(item["components"])
        elif kind == 17:
            self._container(item)
        elif kind == 9:
            self._section(item)
        elif kind == 14:
            if self.sheet and item.get("divider", True):
                self.sheet.box(self.x, self.y + 6, self.width, 1, _LINE)
            self.y += 13 * (item.get("spacing") or 1)
        elif kind == 13:
            self._file(item["file"]["url"])

    def _container(self, item: Json) -> None:
        inner = Flow(None, self.x + 16, self.y + 14, self.width - 32)
        inner.all(item["components"])
        if self.sheet:
            accent = item.get("accent_color")
            self.sheet.box(self.x, self.y, self.width, inner.y + 14 - self.y, _PANEL, 8, outline=_LINE, width=SCALE)
            if accent is not None:
                stripe = (accent >> 16, accent >> 8 & 255, accent & 255)
                self.sheet.box(self.x, self.y, 20, inner.y + 14 - self.y, stripe, 8)
                self.sheet.box(self.x + 4, self.y + 1, 20, inner.y + 12 - self.y, _PANEL, 6)
            Flow(self.sheet, self.x + 16, self.y + 14, self.width - 32).all(item["components"])
        self.y = inner.y + 14

    def all(self, components: list[Json]) -> None:
        """Components below each other."""
        for index, item in enumerate(components):
            self.y += 8 if index else 0
            self.component(item)

    def _section(self, item: Json) -> None:
        side = item["accessory"]
        is_picture = side["type"] == 11
        extent = 80.0 if is_picture else self._button_width(side)
        words = Flow(self.sheet, self.x, self.y, self.width - extent - 12)
        words.all(item["components"])
        if self.sheet:
            if is_picture and (data := self.sheet.file(side["media"]["url"])):
                self.sheet.picture(self.x + self.width - 80, self.y, 80, 80, data, 8)
            elif not is_picture:
                Flow(self.sheet, self.x + self.width - extent, self.y, extent)._row_of_controls([side])
        self.y = max(words.y, self.y + (80 if is_picture else 34))

    def _gallery(self, urls: list[str]) -> None:
        columns = 1 if len(urls) == 1 else 2 if len(urls) in (2, 4) else 3
        side = 240.0 if columns == 1 else (self.width - 6 * (columns - 1)) / columns
        for index, url in enumerate(urls):
            x, y = self.x + index % columns * (side + 6), self.y + index // columns * (side + 6)
            if self.sheet:
                if data := self.sheet.file(url):
                    self.sheet.picture(x, y, side, side, data)
                else:
                    self.sheet.box(x, y, side, side, _FIELD, 8)
        self.y += -(-len(urls) // columns) * (side + 6) - 6

    def _file(self, url: str) -> None:
        if self.sheet:
            self.sheet.box(self.x, self.y, self.width, 44, _PANEL, 8, outline=_LINE, width=SCALE)
            name = url.rsplit("/", maxsplit=1)[-1].split("?", maxsplit=1)[0]
            self.sheet.pieces(self.x + 14, self.y + 27, [Piece(name, Style(colour=_LINK))])
        self.y += 44

    @staticmethod
    def _button_width(item: Json) -> float:
        label = Piece(item.get("label") or "", Style(13.5))
        symbol = 22.0 if item.get("emoji") else 0.0
        return label.width + symbol + 24 + (14 if item["style"] == 5 else 0)

    def _row_of_controls(self, items: list[Json]) -> None:
        x = self.x
        for item in items:
            if item["type"] != 2:
                self._menu(item)
                return
            width = self._button_width(item)
            if x + width > self.x + self.width and x > self.x:
                x, self.y = self.x, self.y + 40
            if self.sheet:
                self._button(x, item, width)
            x += width + 8
        self.y += 34

    def _button(self, x: float, item: Json, width: float) -> None:
        if self.sheet is None:
            raise RuntimeError("there is no sheet to draw on")
        fill = _BUTTONS[item["style"]]
        words = _BRIGHT
        if item.get("disabled"):
            fill, words = (58, 60, 66), _MUTED
        self.sheet.box(x, self.y, width, 34, fill, 8)
        pieces: list[Piece] = []
        at = x + 12
        if item.get("emoji"):
            self.sheet.pieces(at - 1, self.y + 22, [Piece("", Style(14), symbol=item["emoji"]["name"].strip("\ufe0f"))])
            at += 22
        pieces.append(Piece(item.get("label") or "", Style(13.5, colour=words)))
        self.sheet.pieces(at, self.y + 22, pieces)

    def _menu(self, item: Json) -> None:
        chosen = [option["label"] for option in item.get("options") or [] if option.get("default")]
        shown = ", ".join(chosen) or item.get("placeholder") or "Make a selection"
        if self.sheet:
            self.sheet.box(self.x, self.y, self.width, 40, _FIELD, 8, outline=_LINE, width=SCALE)
            colour = _TEXT if chosen else _MUTED
            self.sheet.pieces(self.x + 12, self.y + 25, [Piece(shown, Style(14, colour=colour))])
            self._chevron(self.x + self.width - 22, self.y + 17)
        self.y += 42

    def _chevron(self, x: float, y: float) -> None:
        if self.sheet is None:
            raise RuntimeError("there is no sheet to draw on")
        points = [(x * SCALE, y * SCALE), ((x + 5) * SCALE, (y + 5) * SCALE), ((x + 10) * SCALE, y * SCALE)]
        self.sheet.draw.line(points, _MUTED, 2 * SCALE, "curve")


def draw_message(
    message: Json, person: str, command: str, pictures: Callable[[str], bytes | None], private: bool
) -> Image.Image:
    """The answer ``message`` (Discord's JSON) to what ``person`` did, ``command``."""

    def lay(sheet: Sheet | None) -> float:
        flow = Flow(sheet, 72, 14, WIDTH - 72 - 20)
        used = [Piece(person, Style(12.5, colour=_BRIGHT)), Piece(" used ", Style(12.5, colour=_MUTED))]
        if sheet:
            sheet.draw.arc((36 * SCALE, 21 * SCALE, 60 * SCALE, 45 * SCALE), 180, 270, _LINE, 2 * SCALE)
            sheet.draw.line((48 * SCALE, 21 * SCALE, 66 * SCALE, 21 * SCALE), _LINE, 2 * SCALE)
            sheet.pieces(72, 25, [*used, Piece(command, Style(12.5, colour=(169, 177, 255)))])
            sheet.box(16, 36, 40, 40, _AVATAR, 20)
            draw_symbol(sheet.image, 22 * SCALE, 42 * SCALE, 28 * SCALE, "avatar")
            name = Piece("AnimeMoji", Style(15, bold=True, colour=_BRIGHT))
            sheet.pieces(72, 51, [name])
            sheet.box(72 + name.width + 6, 39, 32, 16, _BRAND, 4)
            sheet.pieces(72 + name.width + 10, 51, [Piece("APP", Style(10.5, bold=True, colour=_BRIGHT))])
        flow.y = 60
        if message["content"]:
            flow.text(message["content"])
        flow.all(message["components"])
        if private:
            if sheet:
                draw_symbol(sheet.image, 72 * SCALE, (flow.y + 7) * SCALE, 14 * SCALE, "eye")
                sheet.pieces(90, flow.y + 19, [Piece("Only you can see this", Style(11.5, colour=_MUTED))])
            flow.y += 26
        return flow.y + 14

    sheet = Sheet(lay(None), _PRIVATE_BACK if private else _BACK, pictures)
    lay(sheet)
    return sheet.image


def draw_form(modal: Json, pictures: Callable[[str], bytes | None]) -> Image.Image:
    """A modal dialog."""

    def lay(sheet: Sheet | None) -> float:
        flow = Flow(sheet, 36, 30, WIDTH - 72)
        flow.text(f"## {modal['title']}")
        for label in modal["components"]:
            flow.y += 12
            if label["type"] == 10:
                flow.text(label["content"])
                continue
            flow.text(f"**{label['label']}**")
            if label.get("description"):
                flow.text(label["description"], Style(12, colour=_MUTED))
            flow.y += 4
            _input(flow, label["component"])
        flow.y += 18
        half = (flow.width - 8) / 2
        if sheet:
            for x, words, fill in ((36.0, "Cancel", _BUTTONS[2]), (36 + half + 8, "Submit", _BRAND)):
                sheet.box(x, flow.y, half, 38, fill, 8)
                piece = Piece(words, Style(14, colour=_BRIGHT))
                sheet.pieces(x + (half - piece.width) / 2, flow.y + 24, [piece])
        return flow.y + 38 + 30

    sheet = Sheet(lay(None), _BACK, pictures)
    sheet.box(14, 12, WIDTH - 28, sheet.image.height / SCALE - 24, _PANEL, 10, outline=_LINE, width=SCALE)
    lay(sheet)
    return sheet.image


def _input(flow: Flow, item: Json) -> None:
    sheet = flow.sheet
    if item["type"] == 4:
        height = 84.0 if item["style"] == 2 else 40.0
        if sheet:
            sheet.box(flow.x, flow.y, flow.width, height, _FIELD, 6, outline=_LINE, width=SCALE)
            words = item.get("value") or item.get("placeholder") or ""
            colour = _TEXT if item.get("value") else _MUTED
            Flow(sheet, flow.x + 12, flow.y + 10, flow.width - 24).text(words, Style(14, colour=colour))
        flow.y += height
    elif item["type"] == 19:
        if sheet:
            sheet.box(flow.x, flow.y, flow.width, 60, _FIELD, 6, outline=_LINE, width=SCALE)
            words = "Drop a file here, or browse"
            piece = Piece(words, Style(13.5, colour=_MUTED))
            sheet.pieces(flow.x + (flow.width - piece.width) / 2, flow.y + 35, [piece])
        flow.y += 60
    else:
        flow._menu(item)
