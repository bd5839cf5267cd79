"""Packs: one character with many feelings, as a place takes a whole set of files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.targets.table import KB, Target

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
"""What a file of a pack is called, and the motion that shows it; the first ones come first."""
MAIN: Final = "main.png"
"""The animated picture that stands for a pack in a shop."""


@dataclass(frozen=True)
class Still:
    """A picture that stands for a pack in lists: a PNG of exactly so many pixels and at most so many bytes."""

    name: str
    width: int
    height: int
    max_bytes: int


@dataclass(frozen=True)
class PackRules:
    """What a place wants of a pack.

    Attributes:
        counts: how many files there may be.
        digits: the files are called by numbers of so many digits alone; 0 for names that say what they show.
        stills: the pictures that stand for it.
        main: width and height of its animated main picture, 0 where there is none.
        zipped: whether the place takes all of it as one ZIP archive.
        source: where that is written.
    """

    counts: Sequence[int]
    digits: int = 0
    stills: tuple[Still, ...] = ()
    main: int = 0
    zipped: bool = False
    source: str = "secondary"


_ANY: Final = PackRules(range(1, 201))
_LINE: Final = "creator.line.me, animated stickers and emoji guidelines"
_TAB: Final = Still("tab.png", 96, 74, 1000 * KB)
_RULES: Final[dict[str, PackRules]] = {
    "telegram-sticker": PackRules(range(1, 121), source="core.telegram.org/stickers"),
    "telegram-emoji": PackRules(range(1, 201), source="core.telegram.org/stickers"),
    "whatsapp": PackRules(
        range(3, 31), stills=(Still("tray.png", 96, 96, 50 * KB),), source="github.com/WhatsApp/stickers"
    ),
    "line-sticker": PackRules((8, 16, 24), 2, (_TAB,), 240, True, _LINE),
    "line-emoji": PackRules(range(8, 41), 3, (_TAB,), 0, True, _LINE),
    "signal": PackRules(range(1, 201), source="support.signal.org, stickers"),
}


@dataclass(frozen=True)
class Piece:
    """A file of a pack that is drawn. ``name``: in the pack; ``target``: what it must be; ``motion``: what is done."""

    name: str
    target: Target
    motion: str


def rules_of(target: Target) -> PackRules:
    """What this place wants of a pack."""
    return _RULES.get(target.name, _ANY)


def feelings_for(target: Target, count: int) -> tuple[str, ...]:
    """The feelings of a pack of about ``count`` files: as near as the place, and what there is, allow."""
    possible = [number for number in rules_of(target).counts if number <= len(FEELINGS)]
    return tuple(FEELINGS)[: min(possible, key=lambda number: (abs(number - count), number))]


def pieces_of(target: Target, feelings: Sequence[str]) -> tuple[Piece, ...]:
    """All that is drawn for a pack, the pictures that stand for it last."""
    rules, ending = rules_of(target), target.format.extension
    pieces = [
        Piece(
            (f"{number:0{rules.digits}}" if rules.digits else f"{number:02}_{feeling}") + ending,
            target,
            FEELINGS[feeling],
        )
        for number, feeling in enumerate(feelings, 1)
    ]
    if rules.main:
        pieces.append(Piece(MAIN, main_of(target), FEELINGS[feelings[0]]))
    return tuple(pieces)


def main_of(target: Target) -> Target:
    """What the animated main picture of a pack for this place must be."""
    return replace(target, size=rules_of(target).main)
