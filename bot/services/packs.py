"""Sets of emoji: one character, many feelings."""

from __future__ import annotations

from typing import Final

FEELINGS: Final[dict[str, str]] = {
    "happy": "laugh",
    "sad": "cry",
    "angry": "rage",
    "love": "love",
    "shock": "shock",
    "sleepy": "sleepy",
    "think": "think",
    "shy": "shy",
    "smug": "smug",
    "hi": "wave",
    "yes": "nod",
    "no": "shake",
}
"""What ends an emoji's name, and the motion that shows it; the first ones come first."""
USUAL: Final = 6
"""How many a pack has, if nobody says."""


def emoji_name(prefix: str, feeling: str) -> str:
    """What the emoji of a feeling is called."""
    return f"{prefix[: 31 - len(feeling)]}_{feeling}"
