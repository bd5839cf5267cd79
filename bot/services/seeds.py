"""Seeds: the only place where chance comes in. All that follows from a seed is always the same."""

from __future__ import annotations

from random import SystemRandom
from typing import Final

DICE: Final = SystemRandom()
"""What they are thrown with; tests and the pictures of docs/ throw others."""


def new_seed() -> int:
    """A seed that nobody can guess, 0 to 2³¹-1."""
    return DICE.randrange(2**31)
