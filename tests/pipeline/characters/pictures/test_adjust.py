"""A person moves an aligned picture."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from pipeline import Character, CharacterKind, adjust_character
from pipeline.characters.picture_file import picture_bytes
from pipeline.types import Frames, RigSpec


def pixels(character: Character) -> Frames:
    assert character.picture is not None
    return np.asarray(Image.open(io.BytesIO(character.picture)))


@pytest.fixture
def character() -> Character:
    """A red bar, 40 x 20, in the middle of the head's place."""
    picture = np.zeros((512, 512, 4), np.uint8)
    picture[118:138, 236:276] = (255, 0, 0, 255)
    return Character(CharacterKind.UPLOADED, picture=picture_bytes(picture))


def box(character: Character) -> tuple[float, float, int, int]:
    """Middle x and y, width and height of what can be seen."""
    rows, columns = np.nonzero(pixels(character)[..., 3] > 127)
    x, y = columns.mean() + 0.5, rows.mean() + 0.5
    return float(x), float(y), int(np.ptp(columns) + 1), int(np.ptp(rows) + 1)


def test_it_goes_where_it_is_moved(character: Character) -> None:
    assert box(adjust_character(character, right=24, down=-16)) == pytest.approx((280, 112, 40, 20), abs=1)
    assert box(adjust_character(character, zoom=2)) == pytest.approx((256, 128, 80, 40), abs=2)
    assert box(adjust_character(character, angle=90)) == pytest.approx((256, 128, 20, 40), abs=2)


def test_it_turns_clockwise(character: Character) -> None:
    rows, columns = np.nonzero(pixels(adjust_character(character, angle=20))[..., 3] > 127)
    assert np.polyfit(columns, rows, 1)[0] > 0.2, "its right end goes down"


def test_all_but_the_picture_stays(character: Character) -> None:
    assert adjust_character(character) is character
    moved = adjust_character(Character(CharacterKind.DIFFUSED, "hair", 3, picture=character.picture), right=8)
    assert (moved.kind, moved.prompt, moved.seed) == (CharacterKind.DIFFUSED, "hair", 3)
    assert pixels(moved).shape == (512, 512, 4)


def test_a_drawn_character_cannot_be_moved() -> None:
    with pytest.raises(ValueError, match="no picture"):
        adjust_character(Character(CharacterKind.DRAWN, spec=RigSpec()), right=8)
