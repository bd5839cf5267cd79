"""What a person asks for, before anything is fetched or drawn: plain values that a row of the database can hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

import msgspec
from msgspec.structs import replace as replace_in
from typing_extensions import Self

from bot.domain import KeptAnimoji, SavedCharacter
from bot.services.found import SentFile
from bot.services.naming import given_name
from pipeline import Effects, Gesture, Outline, PoseTrack, Source, TrackMotion
from studio.orders import pack_rows, unpack_places, unpack_poses


class Attached(msgspec.Struct, frozen=True):
    """A file that somebody sent. The platform keeps it.

    ``url``: where, for example under a signed address that works for a day; or what ``Door.address`` makes one of.
    ``ending``: of its name, with the dot; ``size``: bytes, as the platform says.
    """

    url: str
    ending: str
    size: int

    @classmethod
    def of(cls, file: SentFile) -> Self:
        """Where this one is."""
        return cls(file.url, PurePath(file.filename).suffix.lower(), file.size)


class Words(msgspec.Struct, frozen=True, tag="words"):
    """Who these words describe."""

    prompt: str
    seed: int
    source: Source = Source.AUTO


class Sketch(msgspec.Struct, frozen=True, tag="sketch"):
    """Who these words describe, painted over what is in this file."""

    words: Words
    file: Attached


class Picture(msgspec.Struct, frozen=True, tag="picture"):
    """Who is in this file."""

    file: Attached


class Own(msgspec.Struct, frozen=True, tag="own"):
    """A character that its owner saved.

    Attributes:
        name: for the case that it is deleted meanwhile and saved once more.
        pick: it takes the picture of this number first, of those that were painted for it; None where it has its own.
    """

    id: int
    name: str
    pick: int | None = None

    @classmethod
    def of(cls, saved: SavedCharacter, pick: int | None = None) -> Self:
        """What stands for it in an order."""
        return cls(saved.id, saved.name, pick)


class Clip(msgspec.Struct, frozen=True, tag="clip"):
    """Do what the face in this file does, for at most so many seconds."""

    file: Attached
    seconds: float


class Voice(msgspec.Struct, frozen=True, tag="voice"):
    """Speak as this file does."""

    file: Attached


class Says(msgspec.Struct, frozen=True, tag="says"):
    """Say this text."""

    text: str


class Preset(msgspec.Struct, frozen=True, tag="preset"):
    """A motion of the list."""

    name: str


class Moves(msgspec.Struct, frozen=True, tag="moves"):
    """Do what these poses say.

    Attributes:
        poses: 45 numbers a frame, as ``studio.orders.pack_rows`` writes them.
        fps: frames a second.
        signs: signs of comics that go with them: name, first frame, frame after the last.
        loops: whether the end leads to the beginning.
        places: where the head is in each frame, written in the same way; "" where it keeps its place.
    """

    poses: str
    fps: float
    signs: tuple[tuple[str, int, int], ...]
    loops: bool
    places: str = ""

    @classmethod
    def of(cls, motion: TrackMotion) -> Self:
        """These ones; 16 bits of each number are kept."""
        track = motion.track
        signs = tuple((sign.name, sign.start, sign.end) for sign in track.gestures)
        places = "" if track.places is None else pack_rows(track.places)
        return cls(pack_rows(track.poses), track.fps, signs, track.loops, places)

    @property
    def motion(self) -> TrackMotion:
        """What the pipeline is asked to do."""
        track = PoseTrack.still(unpack_poses(self.poses), self.fps)
        signs = tuple(Gesture(*sign) for sign in self.signs)
        places = unpack_places(self.places) if self.places else None
        return TrackMotion(replace(track, gestures=signs, loops=self.loops, places=places))


class SameMotion(msgspec.Struct, frozen=True, tag="same"):
    """Do what this animoji does."""

    animoji_id: int


class Beside(msgspec.Struct, frozen=True):
    """A saved character that stands beside another one, its owner's or a friend's who agreed.

    ``motion``: what it does; None for what the other one does, or the second face of the clip.
    """

    character: Own
    motion: Preset | SameMotion | None = None


class Order(msgspec.Struct, frozen=True):
    """An animoji that somebody wants.

    Attributes:
        character: a new one, from words, words and a sketch, or a picture, or a saved one.
        motion: what it does.
        name: how a new character is to be called, "" for a name that is found.
        after: the name that is found is like this one; "" for one from its words.
        caption, background, effects, outline, best_seconds: as in ``AnimojiRequest``.
        spoiler: whether it is hidden until somebody clicks on it.
        beside: who stands beside the character, None for nobody.
    """

    character: Words | Sketch | Picture | Own
    motion: Clip | Voice | Says | Preset | Moves | SameMotion
    name: str = ""
    caption: str = ""
    background: str = "transparent"
    effects: Effects = Effects.AUTO
    spoiler: bool = False
    after: str = ""
    outline: Outline = Outline.AUTO
    best_seconds: float | None = None
    beside: Beside | None = None

    @classmethod
    def like(cls, animoji: KeptAnimoji, character: Words | Own, motion: Clip | Preset | SameMotion) -> Self:
        """Somebody or something else, for the rest as this one is."""
        same = motion if isinstance(motion, SameMotion) else None
        return cls(
            character,
            motion,
            caption=animoji.caption,
            background=animoji.background,
            spoiler=animoji.spoiler,
            after=given_name(animoji.character),
            beside=None if animoji.partner is None else Beside(Own.of(animoji.partner), same),
        )

    @property
    def files(self) -> list[Attached]:
        """All that must be fetched for it."""
        kinds = (Clip, Voice, Picture, Sketch)
        return [part.file for part in (self.character, self.motion) if isinstance(part, kinds)]

    @property
    def prompt(self) -> str | None:
        """The words for a new character, None where there are none to be."""
        words = self.character.words if isinstance(self.character, Sketch) else self.character
        return words.prompt if isinstance(words, Words) else None

    def described(self, prompt: str) -> Order:
        """The same with these words for its new character. Raises ValueError where none is to be made of words."""
        match self.character:
            case Words():
                return replace_in(self, character=replace_in(self.character, prompt=prompt))
            case Sketch(words):
                return replace_in(self, character=replace_in(self.character, words=replace_in(words, prompt=prompt)))
        raise ValueError("this character is not made of words")

    @property
    def words(self) -> list[str]:
        """All that was written for it."""
        said = self.motion.text if isinstance(self.motion, Says) else ""
        return [self.prompt or "", self.name, self.caption, said]
