"""Small pictures, of what the pipeline process says it made."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from bot.services.pictures import PORTRAIT_SIZE, portrait_of


def file(kind: str, size: tuple[int, int] = (64, 64)) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, (200, 40, 40)).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_portrait_shows_the_first_picture(kind: str) -> None:
    portrait = portrait_of(file(kind))
    assert portrait is not None
    with Image.open(io.BytesIO(portrait)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (PORTRAIT_SIZE, PORTRAIT_SIZE))
        red, green, blue = picture.convert("RGB").getpixel((80, 80))  # type: ignore[misc] # three channels
        assert abs(red - 200) < 8 and abs(green - 40) < 8 and abs(blue - 40) < 8


@pytest.mark.parametrize("kind", ["TIFF", "PPM", "TGA", "BMP", "JPEG"])
def test_what_the_pipeline_never_makes_is_not_opened(kind: str) -> None:
    assert portrait_of(file(kind)) is None


def test_a_picture_that_claims_to_be_huge_is_not_decoded() -> None:
    data = bytearray(file("GIF"))
    data[6:10] = struct.pack("<HH", 65535, 65535)
    assert portrait_of(bytes(data)) is None
