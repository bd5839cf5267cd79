"""The sheets on which people describe a character of theirs: what stands behind "Likes:" is not the character, and what
stands behind "Name:" is a name, whatever else it means.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.characters.drawn.scan import Element, ElementKind

_ASIDES: Final = frozenset(
    [
        "like",
        "dislike",
        "hobby",
        "interest",
        "fear",
        "hate",
        "love",
        "backstory",
        "background",
        "story",
        "bio",
        "biography",
        "history",
        "ability",
        "power",
        "skill",
        "magic",
        "element",
        "quote",
        "family",
        "pet",
        "friend",
        "relationship",
        "partner",
        "crush",
        "favorite",
        "food",
        "song",
        "theme",
        "voice",
        "diet",
        "habit",
        "goal",
        "dream",
        "weakness",
        "strength",
        "flaw",
        "secret",
        "origin",
        "world",
        "universe",
        "fandom",
        "creator",
        "artist",
        "commission",
        "allergy",
    ]
)
"""Headings, as keys of elements, of what is not seen."""
_VERBS: Final = frozenset({"like", "dislike", "love", "hate", "fear", "dream"})
"""Those that are headings only where they begin a thought."""
_COLONS: Final = (":", "=")
_ENDS: Final = ("\n", "\r", ".", ";", "|", "/")
_JOINTS: Final = frozenset({"is", *_COLONS})


def aside_end(elements: Sequence[Element], at: int) -> int:
    """Where a part of a sheet ends that is not about looks and begins here; 0 where none does, or nothing is in it."""
    if elements[at].key not in _ASIDES or at + 2 >= len(elements) or elements[at + 1].key not in _COLONS:
        return 0
    if elements[at].key in _VERBS and at and elements[at - 1].kind is not ElementKind.PAUSE:
        return 0  # "Rapunzel-like: golden braid"
    end = at + 2
    while end < len(elements) and elements[end].key not in _ENDS:
        if end + 1 < len(elements) and elements[end + 1].key in _COLONS:
            break  # the next heading
        end += 1
    while end > at + 2 and elements[end - 1].kind is ElementKind.PAUSE:
        end -= 1
    return end if end > at + 2 else 0


def name_end(elements: Sequence[Element], at: int) -> int:
    """Where a name ends that begins here, or behind the "is" or ":" here."""
    heads = at < len(elements) and elements[at].key in _JOINTS
    end = at + heads
    while end < len(elements) and elements[end].kind is ElementKind.WORD:
        end += 1
        if not heads:
            break
    return end
