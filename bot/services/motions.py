"""The motions that people can choose without filming themselves."""

from __future__ import annotations

from typing import Final

from bot.texts import ENGLISH, Language
from pipeline import PRESETS, UnknownPresetError, preset_title

IDLE: Final = "idle"
"""What a character does when nobody says what."""
_NEARLY_THE_SAME: Final = frozenset({"giggle", "sob", "confused", "dizzy", "cheer"})
"""Left out where there is room for 25 only; the full list stands in the ``motion`` option."""

MENU: Final = tuple(name for name in PRESETS if name not in _NEARLY_THE_SAME)
"""The motions of a menu (Discord's have at most 25 lines)."""


def check_motion(name: str) -> None:
    """Raises UnknownPresetError when there is no motion of this name."""
    if name.strip().lower() not in PRESETS:
        raise UnknownPresetError.of(name)


def title(name: str, language: Language = ENGLISH) -> str:
    """What a motion shows, in a few words, as its own file says it (docs/extending.md)."""
    return preset_title(name, language.code)


def matching(typed: str, language: Language = ENGLISH) -> list[tuple[str, str]]:
    """Names and titles of the motions whose name or title holds what was typed."""
    wanted = typed.strip().casefold()
    found = ((name, title(name, language)) for name in PRESETS)
    return [(name, shown) for name, shown in found if wanted in name or wanted in shown.casefold()]
