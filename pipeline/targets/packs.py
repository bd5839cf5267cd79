"""Packs: one character with many feelings, as a place takes a whole set of files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.targets.table import KB, KIB, Target
from pipeline.types import FACE, Framing

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
    "yay": "cheer",
    "wink": "wink",
    "kiss": "kiss",
    "good": "thumbsup",
    "peace": "peace",
    "huh": "confused",
    "pout": "pout",
    "sob": "sob",
    "giggle": "giggle",
    "dizzy": "dizzy",
    "sing": "sing",
    "dance": "dance",
}
"""What a file of a pack is called, and the motion that shows it; the first ones come first."""


@dataclass(frozen=True)
class Still:
    """A picture that stands for a pack in lists: a PNG of exactly so many pixels and at most so many bytes."""

    name: str
    width: int
    height: int
    max_bytes: int


@dataclass(frozen=True)
class Lead:
    """A picture of a pack that is drawn for it alone and stands for it, as its files move or do not.

    Attributes:
        name: its file's, without the ending.
        size: width and height in pixels.
        max_bytes: it is at most so long; None for as long as the others.
        framing: what is shown; None for what the others show.
        is_needed: whether a pack is refused without it.
    """

    name: str
    size: int
    max_bytes: int | None = None
    framing: Framing | None = None
    is_needed: bool = True


@dataclass(frozen=True)
class PackRules:
    """What a place wants of a pack.

    Attributes:
        counts: how many files there may be.
        digits: the files are called by numbers of so many digits alone; 0 for names that say what they show.
        stills: the pictures that stand for it.
        lead: the one that is drawn like a file of its own, if there is one.
        zipped: whether the place takes all of it as one ZIP archive.
        source: where that is written.
    """

    counts: Sequence[int]
    digits: int = 0
    stills: tuple[Still, ...] = ()
    lead: Lead | None = None
    zipped: bool = False
    source: str = "secondary"


_ANY: Final = PackRules(range(1, 201))
_LINE: Final = "creator.line.me, animated stickers and emoji guidelines"
_TAB: Final = Still("tab.png", 96, 74, 1000 * KB)
_ICON: Final = Lead("icon", 100, 32 * KIB, FACE, is_needed=False)
"""Of a sticker set in Telegram (Bot API, setStickerSetThumbnail); its first sticker stands for it without one."""
_TELEGRAM: Final = PackRules(range(1, 121), lead=_ICON, source="core.telegram.org/stickers")
_WHATSAPP: Final = PackRules(
    range(3, 31), stills=(Still("tray.png", 96, 96, 50 * KB),), source="github.com/WhatsApp/stickers"
)
_RULES: Final[dict[str, PackRules]] = {
    "telegram-sticker": _TELEGRAM,
    "telegram-still": _TELEGRAM,
    "telegram-emoji": PackRules(range(1, 201), source="core.telegram.org/stickers"),
    "whatsapp": _WHATSAPP,
    "whatsapp-still": _WHATSAPP,
    "line-sticker": PackRules((8, 16, 24), 2, (_TAB,), Lead("main", 240), True, _LINE),
    "line-emoji": PackRules(range(8, 41), 3, (_TAB,), None, True, _LINE),
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
    lead = lead_of(target)
    if lead is not None:
        pieces.append(replace(lead, motion=FEELINGS[feelings[0]]))
    return tuple(pieces)


def lead_of(target: Target) -> Piece | None:
    """The picture that is drawn to stand for a pack, None where a place takes none; it shows the first feeling."""
    lead = rules_of(target).lead
    if lead is None:
        return None
    shown = replace(
        target,
        size=lead.size,
        max_bytes=target.max_bytes if lead.max_bytes is None else lead.max_bytes,
        framing=lead.framing or target.framing,
    )
    return Piece(f"{lead.name}{target.format.extension}", shown, next(iter(FEELINGS.values())))
