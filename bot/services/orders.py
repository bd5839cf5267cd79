"""What a person asks for, before anything is fetched or drawn: plain values that a row of the database can hold."""

from __future__ import annotations

from pathlib import PurePath

import msgspec
from typing_extensions import Self

from bot.domain import KeptAnimoji, SavedCharacter
from bot.services.found import SentFile
from bot.services.naming import given_name
from pipeline import Effects, Source


class Attached(msgspec.Struct, frozen=True):
    """A file that somebody sent. Discord keeps it; this is where, under a signed address that works for a day.

    ``ending``: of its name, with the dot; ``size``: bytes, as Discord says.
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
    """A character that its owner saved. ``name``: for the case that it is deleted meanwhile and saved once more."""

    id: int
    name: str

    @classmethod
    def of(cls, saved: SavedCharacter) -> Self:
        """What stands for it in an order."""
        return cls(saved.id, saved.name)


class Clip(msgspec.Struct, frozen=True, tag="clip"):
    """Do what the face in this file does, for at most so many seconds."""

    file: Attached
    seconds: float


class Voice(msgspec.Struct, frozen=True, tag="voice"):
    """Speak as this file does."""

    file: Attached


class Preset(msgspec.Struct, frozen=True, tag="preset"):
    """A motion of the list."""

    name: str


class SameMotion(msgspec.Struct, frozen=True, tag="same"):
    """Do what this animoji does."""

    animoji_id: int


class Order(msgspec.Struct, frozen=True):
    """An animoji that somebody wants.

    Attributes:
        character: a new one, from words, words and a sketch, or a picture, or a saved one.
        motion: what it does.
        name: how a new character is to be called, "" for a name that is found.
        after: the name that is found is like this one; "" for one from its words.
        caption, background, effects: as in ``AnimojiRequest``.
        spoiler: whether it is hidden until somebody clicks on it.
    """

    character: Words | Sketch | Picture | Own
    motion: Clip | Voice | Preset | SameMotion
    name: str = ""
    caption: str = ""
    background: str = "transparent"
    effects: Effects = Effects.AUTO
    spoiler: bool = False
    after: str = ""

    @classmethod
    def like(cls, animoji: KeptAnimoji, character: Words | Own, motion: Clip | Preset | SameMotion) -> Self:
        """Somebody or something else, for the rest as this one is."""
        return cls(
            character,
            motion,
            caption=animoji.caption,
            background=animoji.background,
            spoiler=animoji.spoiler,
            after=given_name(animoji.character),
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

    @property
    def words(self) -> list[str]:
        """All that was written for it."""
        return [self.prompt or "", self.name, self.caption]
