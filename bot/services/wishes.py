"""What becomes of the work of a job: an animoji, another file of one, an emoji, a sticker, a pack, or a picture.

A wish stands in the job's row, so that whoever takes the job, after a restart too, knows all that is to be done.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

import msgspec

from bot.domain import STUDENT_JOB
from bot.services.orders import Order, Own, Sketch, Words
from pipeline import Output, Source, find_target, pieces_of

VERSION: Final = 1
"""Of what a row holds. A change that older rows cannot be read with counts it up and says how they are read."""


class NewAnimoji(msgspec.Struct, frozen=True, tag="animoji"):
    """Make this, keep it and show it."""

    order: Order
    output: Output


class OtherFile(msgspec.Struct, frozen=True, tag="file"):
    """Hand over this animoji as another kind of file."""

    animoji_id: int
    output: Output


class NewEmoji(msgspec.Struct, frozen=True, tag="emoji"):
    """Make this animoji an emoji of the server, or of the bot where there is none."""

    animoji_id: int
    name: str


class NewSticker(msgspec.Struct, frozen=True, tag="sticker"):
    """Make this animoji a sticker of the server. ``emoji`` stands for it."""

    animoji_id: int
    name: str
    emoji: str


class NewPack(msgspec.Struct, frozen=True, tag="pack"):
    """Make an emoji called ``prefix``_feeling for each of these; ``wanted``: how many there were to be."""

    character: Own
    prefix: str
    feelings: tuple[str, ...]
    wanted: int


class Look(str, Enum):
    """What a character's picture is shown for."""

    VIEW = "view"
    EXPORT = "export"
    SHARE = "share"


class ShowCharacter(msgspec.Struct, frozen=True, tag="character"):
    """Show this character, as a picture of this many pixels."""

    character: Own
    look: Look
    output: Output


class PaintPortraits(msgspec.Struct, frozen=True, tag="portraits"):
    """Give these characters the portraits that they lack, and show them on this page of the gallery."""

    characters: tuple[int, ...]
    page: int


class NewStudent(msgspec.Struct, frozen=True, tag=STUDENT_JOB):
    """Have this picture character distilled while nobody waits for anything; whoever asks later has it faster."""

    character: Own


class PackFiles(msgspec.Struct, frozen=True, tag="files"):
    """Hand over a pack called ``title`` for this place (one of ``TARGETS``), with a file for each of these feelings."""

    character: Own
    place: str
    feelings: tuple[str, ...]
    title: str


Wish = (
    NewAnimoji | OtherFile | NewEmoji | NewSticker | NewPack | PackFiles | ShowCharacter | PaintPortraits | NewStudent
)


class _Kept(msgspec.Struct, frozen=True):
    version: int
    wish: Wish


def write_wish(wish: Wish) -> dict[str, Any]:
    """The wish as a row keeps it."""
    kept: dict[str, Any] = msgspec.to_builtins(_Kept(VERSION, wish))
    return kept


def read_wish(data: dict[str, Any]) -> Wish:
    """The wish that a row keeps. Raises ValueError where a newer version of the bot wrote it."""
    if data.get("version") != VERSION:
        raise ValueError(f"a wish of version {data.get('version')}")
    return msgspec.convert(data, _Kept).wish


def parts_of(wish: Wish) -> int:
    """How many files are drawn for it."""
    match wish:
        case NewPack(feelings=feelings):
            return len(feelings)
        case PackFiles(place=place, feelings=feelings):
            return len(pieces_of(find_target(place), feelings))
        case PaintPortraits(characters=characters):
            return len(characters)
    return 1


def size_of(wish: Wish) -> int:
    """How many bytes the files have that it needs."""
    return sum(file.size for file in wish.order.files) if isinstance(wish, NewAnimoji) else 0


def kind_of_work(wish: Wish) -> str:
    """A word for wishes that take about equally long."""
    if not isinstance(wish, NewAnimoji):
        return type(wish).__struct_config__.tag  # type: ignore[return-value] # all of them have one, a word
    character, motion = wish.order.character, wish.order.motion
    words = character.words if isinstance(character, Sketch) else character
    painted = isinstance(words, Words) and words.source is Source.DIFFUSED
    return f"{'painted' if painted else 'animoji'}-{motion.__struct_config__.tag}"


class Counted(Enum):
    """In which daily limit a job counts."""

    ANIMOJI = "animoji"
    """The quota of new animojis."""
    CONVERSION = "conversion"
    """The bound on other files of what a person has already."""
    NOTHING = "nothing"


_CONVERSIONS: Final = (OtherFile, NewEmoji, NewSticker, NewPack, PackFiles)
CONVERSIONS: Final = tuple(str(each.__struct_config__.tag) for each in _CONVERSIONS)
"""The kinds of work (``kind_of_work``) that count as conversions."""


def counted(wish: Wish) -> Counted:
    """In which daily limit it counts."""
    if isinstance(wish, NewAnimoji):
        return Counted.ANIMOJI
    return Counted.CONVERSION if isinstance(wish, _CONVERSIONS) else Counted.NOTHING


def is_quiet(wish: Wish) -> bool:
    """Whether nobody waits for it: neither its progress nor its failure is told."""
    return isinstance(wish, PaintPortraits | NewStudent)
