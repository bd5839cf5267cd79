"""What becomes of the work of a job: an animoji, another file of one, an emoji, a sticker, a pack, or a picture.

A wish stands in the job's row, so that whoever takes the job, after a restart too, knows all that is to be done.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

import msgspec

from bot.domain import STUDENT_JOB, STUDIO_WORK
from bot.services.orders import Attached, Clip, Order, Own, Sketch, Words
from pipeline import Output, Source, find_target, pieces_of

VERSION: Final = 1
"""Of what a row holds. A change that older rows cannot be read with counts it up and says how they are read."""


class NewAnimoji(msgspec.Struct, frozen=True, tag="animoji"):
    """Make this, keep it and show it. ``in_studio``: its person sees it on the studio's page, not in Discord."""

    order: Order
    output: Output
    in_studio: bool = False


class Suggest(msgspec.Struct, frozen=True, tag="look"):
    """Suggest words for how somebody looks, with which they may have this made. Nothing is drawn yet.

    Attributes:
        order: what is to be made; the words for its new character are still open.
        photo: shows them; None where the order's clip does.
        private: whether only they see what is made; None leaves that to the server.
    """

    order: Order
    photo: Attached | None = None
    private: bool | None = None

    @property
    def file(self) -> Attached:
        """What is looked at. Raises ValueError where there is nothing."""
        if self.photo is not None:
            return self.photo
        if not isinstance(self.order.motion, Clip):
            raise ValueError("nothing to look at")
        return self.order.motion.file


class NewFigure(msgspec.Struct, frozen=True, tag=f"{STUDIO_WORK}picture"):
    """Make a character of a picture that was brought to the studio's page, which fetches it.

    Attributes:
        picture: its name among the blobs, until the job is over.
        size: its bytes.
        face: the box of its head, middle x and y and side in the picture's pixels; None where that is to be found.
    """

    picture: str
    size: int
    face: tuple[float, float, float] | None = None


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


class PictureUse(str, Enum):
    """What a character's picture is shown for."""

    VIEW = "view"
    EXPORT = "export"
    SHARE = "share"


class ShowCharacter(msgspec.Struct, frozen=True, tag="character"):
    """Show this character, as a picture of this many pixels."""

    character: Own
    look: PictureUse
    output: Output


class TryOn(msgspec.Struct, frozen=True, tag="try-on"):
    """Show a visitor how this character of a server's gallery moves; nothing of it is kept."""

    character: Own
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


class BestLoop(msgspec.Struct, frozen=True, tag="loop"):
    """Hand over the best loop of this animoji as the file that a place (one of ``TARGETS``) takes."""

    animoji_id: int
    place: str


class SetSticker(msgspec.Struct, frozen=True, tag="set-sticker"):
    """Add this animoji, as this place takes it, to the sticker set of its character, which is made if there is none."""

    animoji_id: int
    place: str


class FilledSet(msgspec.Struct, frozen=True, tag="set"):
    """Add a sticker for each of these feelings to the sticker set of a character, likewise.

    The last file that is drawn for it is the set's icon.
    """

    character: Own
    place: str
    feelings: tuple[str, ...]


Wish = (
    NewAnimoji
    | Suggest
    | NewFigure
    | OtherFile
    | NewEmoji
    | NewSticker
    | NewPack
    | PackFiles
    | BestLoop
    | SetSticker
    | FilledSet
    | ShowCharacter
    | TryOn
    | PaintPortraits
    | NewStudent
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
        case PackFiles(place=place, feelings=feelings) | FilledSet(place=place, feelings=feelings):
            return len(pieces_of(find_target(place), feelings))
        case PaintPortraits(characters=characters):
            return len(characters)
    return 1


def size_of(wish: Wish) -> int:
    """How many bytes the files have that it needs."""
    match wish:
        case NewAnimoji(order):
            return sum(file.size for file in order.files)
        case Suggest():
            return wish.file.size
        case NewFigure(size=size):
            return size
    return 0


def kind_of_work(wish: Wish) -> str:
    """A word for wishes that take about equally long."""
    if not isinstance(wish, NewAnimoji):
        return type(wish).__struct_config__.tag  # type: ignore[return-value] # all of them have one, a word
    character, motion = wish.order.character, wish.order.motion
    words = character.words if isinstance(character, Sketch) else character
    painted = isinstance(words, Words) and words.source is Source.DIFFUSED
    if wish.in_studio:
        return f"{STUDIO_WORK}{motion.__struct_config__.tag}"
    return f"{'painted' if painted else 'animoji'}-{motion.__struct_config__.tag}"


class Counted(Enum):
    """In which daily limit a job counts."""

    ANIMOJI = "animoji"
    """The quota of new animojis."""
    CONVERSION = "conversion"
    """The bound on other files of what a person has already, and on looks at them."""
    NOTHING = "nothing"


_FILES: Final = (OtherFile, NewEmoji, NewSticker, NewPack, PackFiles, BestLoop, SetSticker, FilledSet, TryOn)
_CONVERSIONS: Final = (*_FILES, Suggest, NewFigure)
CONVERSIONS: Final = tuple(str(each.__struct_config__.tag) for each in _CONVERSIONS)
"""The kinds of work (``kind_of_work``) that count as conversions."""


def counted(wish: Wish) -> Counted:
    """In which daily limit it counts."""
    if isinstance(wish, NewAnimoji):
        return Counted.ANIMOJI
    return Counted.CONVERSION if isinstance(wish, _CONVERSIONS) else Counted.NOTHING


def is_fetched(wish: Wish) -> bool:
    """Whether its person looks after it themselves, on the studio's page: nothing is brought to them."""
    return isinstance(wish, NewFigure) or (isinstance(wish, NewAnimoji) and wish.in_studio)


def is_answered(wish: Wish) -> bool:
    """Whether its person decides later what is made of it, so that it is remembered after they have its result."""
    return isinstance(wish, Suggest)


def is_quiet(wish: Wish) -> bool:
    """Whether nobody waits for it in Discord: neither its progress nor its failure is told there."""
    return isinstance(wish, PaintPortraits | NewStudent) or is_fetched(wish)
