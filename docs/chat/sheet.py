"""The picture that a chat is put onto."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, Final

from PIL import Image, ImageDraw

from docs.chat.colours import Colour
from docs.chat.symbols import draw_symbol
from docs.chat.text import SCALE, Piece

WIDTH: Final = 640


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
                self.symbol(x + 1, baseline - piece.style.size * 0.98, piece.style.size * 1.2, piece.symbol)
            at = x
            for character in "" if piece.symbol else piece.text:
                font = piece.style.font(character)
                self.draw.text((at * SCALE, baseline * SCALE), character, piece.style.colour, font, "ls")
                at += font.getlength(character) / SCALE
            x += piece.width

    def symbol(self, x: float, y: float, size: float, symbol: str) -> None:
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
