"""Sets of emoji: one character, many feelings."""

from __future__ import annotations

from typing import Final

USUAL: Final = 6
"""How many a pack has, if nobody says."""


def emoji_name(prefix: str, feeling: str) -> str:
    """What the emoji of a feeling is called."""
    return f"{prefix[: 31 - len(feeling)]}_{feeling}"
