"""Draws a conversation as a chat client might show it: our own drawing, for docs/telegram.md.

It reads the messages that the local Telegram of the tests holds, so a picture shows what is really answered.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import av
from PIL import Image

from docs.chat.colours import Colour
from docs.chat.flow import Flow
from docs.chat.sheet import WIDTH, Sheet
from docs.chat.text import SCALE, Piece, Style
from tests.telegram_server import Message

_SKY: Final[Colour] = (205, 222, 190)
_THEIRS: Final[Colour] = (255, 255, 255)
_MINE: Final[Colour] = (227, 254, 213)
_INK: Final[Colour] = (24, 27, 30)
_BUTTON: Final[Colour] = (132, 156, 116)
_LABEL: Final[Colour] = (255, 255, 255)
_TEXT: Final = Style(14.5, colour=_INK)
_BUBBLE: Final = 440.0
_GAP: Final = 10.0
_MEDIA: Final = 330.0
_STICKER: Final = 190.0


def draw_conversation(messages: Sequence[Message], me: int) -> Image.Image:
    """The messages below each other; those of the person ``me`` stand on the right."""
    height = _lay(None, messages, me)
    sheet = Sheet(height, _SKY, lambda _: None)
    _lay(sheet, messages, me)
    return sheet.image


def draw_pack(title: str, stickers: Sequence[tuple[bytes, Sequence[str]]]) -> Image.Image:
    """A sticker pack as it is offered to people."""
    side, across = 180.0, 3
    rows = -(-len(stickers) // across)
    sheet = Sheet(70 + rows * (side + 34), _THEIRS, lambda _: None)
    Flow(sheet, 32, 20, WIDTH - 64).text(title, Style(19, bold=True, colour=_INK))
    for number, (data, emoji) in enumerate(stickers):
        x, y = 32 + number % across * (side + 18), 58 + number // across * (side + 34)
        _paste(sheet, x, y, side, _sticker_frame(data))
        sheet.symbol(x + side / 2 - 10, y + side + 4, 20, emoji[0])
    return sheet.image


def _lay(sheet: Sheet | None, messages: Sequence[Message], me: int) -> float:
    y = 16.0
    for message in messages:
        mine = message.sender["id"] == me
        y = _bubble(sheet, message, mine, y) + _GAP
    return y + 6


def _bubble(sheet: Sheet | None, message: Message, mine: bool, y: float) -> float:
    """One message from ``y`` down; where it ends."""
    if message.kind == "sticker":
        if sheet:
            _paste(sheet, 20, y, _STICKER, _sticker_frame(message.data))
        return y + _STICKER
    words = message.words
    shown = {"animation": _MEDIA, "video": _MEDIA, "video_note": 180.0, "photo": _MEDIA}.get(message.kind, 0.0)
    width = shown or min(_BUBBLE, _longest(words) + 24)
    inner = Flow(None, 0, 0, width - 24)
    if words:
        inner.text(words, _TEXT)
    x = WIDTH - 20 - width if mine else 20.0
    bottom = y + shown + (inner.y + 16 if words else 0)
    if sheet:
        if message.kind == "video_note":
            _paste(sheet, x + width - 180, y, 180, _film_frame(message.data), 90)
        else:
            sheet.box(x, y, width, bottom - y, _MINE if mine else _THEIRS, 12)
        if shown and message.kind != "video_note":
            _paste(sheet, x + 4, y + 4, shown - 8, _film_frame(message.data), 9)
        if words:
            Flow(sheet, x + 12, y + shown + 7, width - 24).text(words, _TEXT)
    return _buttons(sheet, message, x, bottom, width)


def _buttons(sheet: Sheet | None, message: Message, x: float, y: float, width: float) -> float:
    rows = message.keyboard["inline_keyboard"] if message.keyboard else []
    for row in rows:
        each = (width - 4 * (len(row) - 1)) / len(row)
        if sheet:
            for number, button in enumerate(row):
                left = x + number * (each + 4)
                sheet.box(left, y + 4, each, 32, _BUTTON, 8)
                style = Style(13, colour=_LABEL)
                flow = Flow(sheet, left + max(6, (each - _longest(button["text"], style)) / 2), y + 10, each)
                flow.text(button["text"], style)
        y += 36
    return y


def _longest(words: str, style: Style = _TEXT) -> float:
    return max((Piece(line, style).width for line in words.split("\n")), default=0.0)


def _paste(sheet: Sheet, x: float, y: float, side: float, image: Image.Image, radius: float = 0.0) -> None:
    data = io.BytesIO()
    image.resize((round(side * SCALE),) * 2, Image.Resampling.LANCZOS).save(data, "PNG")
    sheet.picture(x, y, side, side, data.getvalue(), radius)


def _film_frame(data: bytes) -> Image.Image:
    """A telling frame of a film, square."""
    with av.open(io.BytesIO(data), "r") as film:
        frames = [frame.to_image() for frame in film.decode(video=0)]
    frame = frames[len(frames) // 3]
    side = min(frame.size)
    left, top = (frame.width - side) // 2, (frame.height - side) // 2
    return frame.crop((left, top, left + side, top + side)).convert("RGBA")


def _sticker_frame(data: bytes) -> Image.Image:
    """The first frame of a video sticker, which Telegram shows in lists, with its transparency."""
    with av.open(io.BytesIO(data), "r", format="matroska") as film:
        decoder = av.CodecContext.create("libvpx-vp9", "r")
        for packet in film.demux(film.streams.video[0]):
            for frame in decoder.decode(packet):  # type: ignore[attr-defined]
                return Image.fromarray(frame.to_ndarray(format="rgba"), "RGBA")
    raise ValueError("an empty sticker")
