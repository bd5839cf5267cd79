"""A person's correction of where the head of a picture lies."""

from __future__ import annotations

from dataclasses import replace

from pipeline.characters.picture_file import picture_bytes
from pipeline.characters.pictures.align import ALIGNED, Head, align
from pipeline.pixels.pictures import picture_pixels
from pipeline.types import Character


def adjust_character(
    character: Character, right: float = 0.0, down: float = 0.0, zoom: float = 1.0, angle: float = 0.0
) -> Character:
    """The same character with its aligned picture moved; what leaves the 512x512 pixels is lost.

    Args:
        right, down: pixels, to the viewer's right and down.
        zoom: > 1 is larger, about the middle of the head.
        angle: degrees, clockwise, about the middle of the head.

    Raises:
        ValueError: the character has no picture.
    """
    if character.picture is None:
        raise ValueError("a drawn character has no picture to be moved")
    target = Head(ALIGNED.x + right, ALIGNED.y + down, ALIGNED.side * zoom, angle)
    if target == ALIGNED:
        return character
    return replace(character, picture=picture_bytes(align(picture_pixels(character.picture), ALIGNED, target)))
