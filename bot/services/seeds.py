"""Seeds: the only place where chance comes in. All that follows from a seed is always the same."""

from __future__ import annotations

from random import SystemRandom
from typing import Final

_DICE: Final = SystemRandom()


def new_seed() -> int:
    """A seed that nobody can guess, 0 to 2³¹-1."""
    return _DICE.randrange(2**31)
