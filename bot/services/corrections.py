"""A person's correction of where a picture's head lies, counted in presses of buttons."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from pipeline import Character


class Press(str, Enum):
    """What one press of a button changes."""

    LEFT = "left"
    UP = "up"
    DOWN = "down"
    RIGHT = "right"
    LARGER = "larger"
    SMALLER = "smaller"
    TURN_LEFT = "turnleft"
    TURN_RIGHT = "turnright"


_STEP: Final = 8
"""Pixels of the aligned picture, whose head is 128 wide."""
_ZOOM: Final = 1.06
_TURN: Final = 4
"""Degrees."""
_EFFECTS: Final[dict[Press, tuple[str, int]]] = {
    Press.LEFT: ("right", -1),
    Press.UP: ("down", -1),
    Press.DOWN: ("down", 1),
    Press.RIGHT: ("right", 1),
    Press.LARGER: ("larger", 1),
    Press.SMALLER: ("larger", -1),
    Press.TURN_LEFT: ("turn", -1),
    Press.TURN_RIGHT: ("turn", 1),
}
_MOST: Final = {"right": 24, "down": 24, "larger": 16, "turn": 22}
"""Presses one way: 192 pixels, 2.5 times, 88 degrees. The figure never leaves the picture."""


@dataclass(frozen=True)
class Correction:
    """How often each button was pressed, those of the other way taken off."""

    right: int = 0
    down: int = 0
    larger: int = 0
    turn: int = 0

    def after(self, press: Press) -> Correction:
        """With one press more; the same where it goes no further."""
        field, by = _EFFECTS[press]
        most = _MOST[field]
        return replace(self, **{field: min(most, max(-most, getattr(self, field) + by))})

    def apply(self, character: Character) -> Character:
        """The character with its stored picture moved once by all of it. Call it in a thread: it takes a while."""
        from pipeline import adjust_character

        return adjust_character(
            character, self.right * _STEP, self.down * _STEP, _ZOOM**self.larger, float(self.turn * _TURN)
        )


def picture_mark(character: Character) -> str:
    """Eight hexadecimal digits that change with the picture."""
    return f"{zlib.crc32(character.picture or b''):08x}"
