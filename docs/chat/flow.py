"""Discord's components below each other, as its JSON names them."""

from __future__ import annotations

from typing import Any

from docs.chat.colours import BRIGHT, BUTTONS, FIELD, LINE, LINK, MUTED, PANEL, TEXT
from docs.chat.sheet import Sheet
from docs.chat.text import MARKS, SCALE, Piece, Style, pieces

Json = dict[str, Any]


class Flow:
    """Measures and puts things below each other. Without a sheet it only measures."""

    def __init__(self, sheet: Sheet | None, x: float, y: float, width: float) -> None:
        self.sheet, self.x, self.y, self.width = sheet, x, y, width

    def text(self, markdown: str, style: Style | None = None) -> None:
        for line in markdown.split("\n"):
            self._line(line, style or Style())

    def _line(self, line: str, style: Style) -> None:
        for mark, marked in MARKS.items():
            if line.startswith(mark):
                line, style = line.removeprefix(mark), marked
        indent = 0.0
        if line.startswith(("- ", "* ", "• ")):
            line, indent = line[2:], 14.0
            if self.sheet:
                self.sheet.pieces(self.x + 3, self.y + style.size * 1.1, [Piece("•", style)])
        row: list[Piece] = []
        left = self.width - indent
        for piece in pieces(line, style):
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
                self.sheet.box(self.x, self.y + 6, self.width, 1, LINE)
            self.y += 13 * (item.get("spacing") or 1)
        elif kind == 13:
            self._file(item["file"]["url"])

    def _container(self, item: Json) -> None:
        inner = Flow(None, self.x + 16, self.y + 14, self.width - 32)
        inner.all(item["components"])
        if self.sheet:
            accent = item.get("accent_color")
            self.sheet.box(self.x, self.y, self.width, inner.y + 14 - self.y, PANEL, 8, outline=LINE, width=SCALE)
            if accent is not None:
                stripe = (accent >> 16, accent >> 8 & 255, accent & 255)
                self.sheet.box(self.x, self.y, 20, inner.y + 14 - self.y, stripe, 8)
                self.sheet.box(self.x + 4, self.y + 1, 20, inner.y + 12 - self.y, PANEL, 6)
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
                    self.sheet.box(x, y, side, side, FIELD, 8)
        self.y += -(-len(urls) // columns) * (side + 6) - 6

    def _file(self, url: str) -> None:
        if self.sheet:
            self.sheet.box(self.x, self.y, self.width, 44, PANEL, 8, outline=LINE, width=SCALE)
            name = url.rsplit("/", maxsplit=1)[-1].split("?", maxsplit=1)[0]
            self.sheet.pieces(self.x + 14, self.y + 27, [Piece(name, Style(colour=LINK))])
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
                self.menu(item)
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
        fill = BUTTONS[item["style"]]
        words = BRIGHT
        if item.get("disabled"):
            fill, words = (58, 60, 66), MUTED
        self.sheet.box(x, self.y, width, 34, fill, 8)
        pieces: list[Piece] = []
        at = x + 12
        if item.get("emoji"):
            self.sheet.pieces(at - 1, self.y + 22, [Piece("", Style(14), symbol=item["emoji"]["name"].strip("\ufe0f"))])
            at += 22
        pieces.append(Piece(item.get("label") or "", Style(13.5, colour=words)))
        self.sheet.pieces(at, self.y + 22, pieces)

    def menu(self, item: Json) -> None:
        chosen = [option["label"] for option in item.get("options") or [] if option.get("default")]
        shown = ", ".join(chosen) or item.get("placeholder") or "Make a selection"
        if self.sheet:
            self.sheet.box(self.x, self.y, self.width, 40, FIELD, 8, outline=LINE, width=SCALE)
            colour = TEXT if chosen else MUTED
            self.sheet.pieces(self.x + 12, self.y + 25, [Piece(shown, Style(14, colour=colour))])
            self._chevron(self.x + self.width - 22, self.y + 17)
        self.y += 42

    def _chevron(self, x: float, y: float) -> None:
        if self.sheet is None:
            raise RuntimeError("there is no sheet to draw on")
        points = [(x * SCALE, y * SCALE), ((x + 5) * SCALE, (y + 5) * SCALE), ((x + 10) * SCALE, y * SCALE)]
        self.sheet.draw.line(points, MUTED, 2 * SCALE, "curve")
