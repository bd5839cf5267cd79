"""Colours of a chat client in a dark theme."""

from __future__ import annotations

from typing import Final

Colour = tuple[int, int, int]

BACK: Final[Colour] = (49, 51, 56)
PRIVATE_BACK: Final[Colour] = (53, 55, 68)
PANEL: Final[Colour] = (43, 45, 49)
FIELD: Final[Colour] = (30, 31, 34)
LINE: Final[Colour] = (63, 65, 71)
TEXT: Final[Colour] = (219, 222, 225)
BRIGHT: Final[Colour] = (242, 243, 245)
MUTED: Final[Colour] = (148, 155, 164)
LINK: Final[Colour] = (0, 168, 252)
BRAND: Final[Colour] = (88, 101, 242)
AVATAR: Final[Colour] = (242, 140, 177)
BUTTONS: Final[dict[int, Colour]] = {1: BRAND, 2: (78, 80, 88), 3: (36, 128, 70), 4: (218, 55, 60), 5: (78, 80, 88)}
