"""Draws a message or a form as a chat client in a dark theme might show it: our own drawing, for docs/bot.md.

It reads the same JSON that the bot sent, so a picture shows what is really answered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image

from docs.chat.colours import AVATAR, BACK, BRAND, BRIGHT, BUTTONS, FIELD, LINE, MUTED, PANEL, PRIVATE_BACK, TEXT
from docs.chat.flow import Flow, Json
from docs.chat.sheet import WIDTH, Sheet
from docs.chat.symbols import draw_symbol
from docs.chat.text import SCALE, Piece, Style


def draw_message(
    message: Json, person: str, command: str, pictures: Callable[[str], bytes | None], private: bool
) -> Image.Image:
    """The answer ``message`` (Discord's JSON) to what ``person`` did, ``command``; person "": to nobody."""

    def lay(sheet: Sheet | None) -> float:
        flow = Flow(sheet, 72, 14, WIDTH - 72 - 20)
        used = [Piece(person, Style(12.5, colour=BRIGHT)), Piece(" used ", Style(12.5, colour=MUTED))]
        if sheet and person:
            sheet.draw.arc((36 * SCALE, 21 * SCALE, 60 * SCALE, 45 * SCALE), 180, 270, LINE, 2 * SCALE)
            sheet.draw.line((48 * SCALE, 21 * SCALE, 66 * SCALE, 21 * SCALE), LINE, 2 * SCALE)
            sheet.pieces(72, 25, [*used, Piece(command, Style(12.5, colour=(169, 177, 255)))])
        if sheet:
            sheet.box(16, 36, 40, 40, AVATAR, 20)
            draw_symbol(sheet.image, 22 * SCALE, 42 * SCALE, 28 * SCALE, "avatar")
            name = Piece("AnimeMoji", Style(15, bold=True, colour=BRIGHT))
            sheet.pieces(72, 51, [name])
            sheet.box(72 + name.width + 6, 39, 32, 16, BRAND, 4)
            sheet.pieces(72 + name.width + 10, 51, [Piece("APP", Style(10.5, bold=True, colour=BRIGHT))])
        flow.y = 60
        if message["content"]:
            flow.text(message["content"])
        flow.all(message["components"])
        if private:
            if sheet:
                draw_symbol(sheet.image, 72 * SCALE, (flow.y + 7) * SCALE, 14 * SCALE, "eye")
                sheet.pieces(90, flow.y + 19, [Piece("Only you can see this", Style(11.5, colour=MUTED))])
            flow.y += 26
        return flow.y + 14

    sheet = Sheet(lay(None), PRIVATE_BACK if private else BACK, pictures)
    lay(sheet)
    return sheet.image


@dataclass(frozen=True)
class Said:
    """A message of a conversation: Discord's JSON, and the picture of who said it, None for one without."""

    message: Json
    face: bytes | None


def draw_talk(lines: Sequence[Said], pictures: Callable[[str], bytes | None]) -> Image.Image:
    """A conversation of people and characters."""

    def lay(sheet: Sheet | None) -> float:
        flow = Flow(sheet, 72, 14, WIDTH - 72 - 20)
        for line in lines:
            _say(flow, line)
        return flow.y

    sheet = Sheet(lay(None), BACK, pictures)
    lay(sheet)
    return sheet.image


def _say(flow: Flow, line: Said) -> None:
    author, top = line.message["author"], flow.y
    name = Piece(author.get("global_name") or author["username"], Style(15, bold=True, colour=BRIGHT))
    if sheet := flow.sheet:
        sheet.pieces(72, top + 15, [name])
        if line.face is None:
            sheet.box(16, top, 40, 40, BRAND, 20)
            draw_symbol(sheet.image, 22 * SCALE, (top + 6) * SCALE, 28 * SCALE, "avatar")
        else:
            sheet.picture(16, top, 40, 40, line.face, 20)
        if author["bot"]:
            sheet.box(72 + name.width + 6, top + 3, 32, 16, BRAND, 4)
            sheet.pieces(72 + name.width + 10, top + 15, [Piece("APP", Style(10.5, bold=True, colour=BRIGHT))])
    flow.y = top + 22
    if line.message["content"]:
        flow.text(line.message["content"])
    for file in line.message["attachments"]:
        if sheet and (data := sheet.file(file["url"])):
            sheet.picture(72, flow.y + 4, 120, 120, data)
        flow.y += 128
    flow.y = max(flow.y, top + 42) + 14


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
                flow.text(label["description"], Style(12, colour=MUTED))
            flow.y += 4
            _input(flow, label["component"])
        flow.y += 18
        half = (flow.width - 8) / 2
        if sheet:
            for x, words, fill in ((36.0, "Cancel", BUTTONS[2]), (36 + half + 8, "Submit", BRAND)):
                sheet.box(x, flow.y, half, 38, fill, 8)
                piece = Piece(words, Style(14, colour=BRIGHT))
                sheet.pieces(x + (half - piece.width) / 2, flow.y + 24, [piece])
        return flow.y + 38 + 30

    sheet = Sheet(lay(None), BACK, pictures)
    sheet.box(14, 12, WIDTH - 28, sheet.image.height / SCALE - 24, PANEL, 10, outline=LINE, width=SCALE)
    lay(sheet)
    return sheet.image


def _input(flow: Flow, item: Json) -> None:
    sheet = flow.sheet
    if item["type"] == 4:
        height = 84.0 if item["style"] == 2 else 40.0
        if sheet:
            sheet.box(flow.x, flow.y, flow.width, height, FIELD, 6, outline=LINE, width=SCALE)
            words = item.get("value") or item.get("placeholder") or ""
            colour = TEXT if item.get("value") else MUTED
            Flow(sheet, flow.x + 12, flow.y + 10, flow.width - 24).text(words, Style(14, colour=colour))
        flow.y += height
    elif item["type"] == 19:
        if sheet:
            sheet.box(flow.x, flow.y, flow.width, 60, FIELD, 6, outline=LINE, width=SCALE)
            words = "Drop a file here, or browse"
            piece = Piece(words, Style(13.5, colour=MUTED))
            sheet.pieces(flow.x + (flow.width - piece.width) / 2, flow.y + 35, [piece])
        flow.y += 60
    elif item["type"] == 23:
        if sheet:
            sheet.box(flow.x, flow.y, 22, 22, FIELD, 5, outline=LINE, width=SCALE)
        flow.y += 22
    else:
        flow.menu(item)
