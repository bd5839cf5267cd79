"""What a person asks for, before anything is fetched or drawn."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from bot.domain import SavedCharacter
from bot.services.found import SentFile
from bot.services.uploads import UploadService
from pipeline import (
    AnimojiRequest,
    Character,
    CharacterSource,
    Effects,
    MotionSource,
    Output,
    PictureSource,
    PresetMotion,
    PromptSource,
    TrackMotion,
    VideoMotion,
    VoiceMotion,
)


@dataclass(frozen=True)
class Clip:
    """Do what the face in this attachment does, for at most so many seconds."""

    file: SentFile
    seconds: float


@dataclass(frozen=True)
class Voice:
    """Speak as this attachment does."""

    file: SentFile


@dataclass(frozen=True)
class Picture:
    """Who is in this attachment."""

    file: SentFile


@dataclass(frozen=True)
class Sketch:
    """Who these words describe, painted over what is in this attachment."""

    words: PromptSource
    file: SentFile


@dataclass(frozen=True)
class Order:
    """An animoji that somebody wants.

    Attributes:
        character: a new one, from words, words and a sketch, or a picture, or a saved one.
        motion: what it does.
        name: how a new character is to be called, "" for a name that is found.
        caption, background, effects: as in ``AnimojiRequest``.
    """

    character: PromptSource | Sketch | Picture | SavedCharacter
    motion: Clip | Voice | PresetMotion | TrackMotion
    name: str = ""
    caption: str = ""
    background: str = "transparent"
    effects: Effects = Effects.AUTO

    @property
    def files(self) -> list[SentFile]:
        """All that must be fetched for it."""
        kinds = (Clip, Voice, Picture, Sketch)
        return [part.file for part in (self.character, self.motion) if isinstance(part, kinds)]

    @property
    def size(self) -> int:
        """How many bytes these have, as Discord says."""
        return sum(file.size for file in self.files)

    @property
    def prompt(self) -> str | None:
        """The words for a new character, None where there are none to be."""
        words = self.character.words if isinstance(self.character, Sketch) else self.character
        return words.prompt if isinstance(words, PromptSource) else None

    @property
    def words(self) -> list[str]:
        """All that was written for it."""
        return [self.prompt or "", self.name, self.caption]


@asynccontextmanager
async def open_order(
    order: Order, output: Output, uploads: UploadService, load: Callable[[SavedCharacter], Awaitable[Character]]
) -> AsyncIterator[AnimojiRequest]:
    """The order as a request, whose files are on disk for as long as the block lasts.

    Args:
        load: reads a saved character.

    Raises:
        UserError: a file is too large, empty or gone, or the character is.
    """
    async with AsyncExitStack() as files:

        async def character() -> CharacterSource:
            match order.character:
                case Picture(file):
                    return PictureSource(await files.enter_async_context(uploads.fetch(file)))
                case Sketch(words, file):
                    return replace(words, sketch=await files.enter_async_context(uploads.fetch(file)))
                case PromptSource() as prompt:
                    return prompt
                case SavedCharacter() as saved:
                    return await load(saved)

        async def motion() -> MotionSource:
            match order.motion:
                case Clip(file, seconds):
                    return VideoMotion(await files.enter_async_context(uploads.fetch(file)), max_seconds=seconds)
                case Voice(file):
                    return VoiceMotion(await files.enter_async_context(uploads.fetch(file)))
                case known:
                    return known

        yield AnimojiRequest(
            await character(),
            await motion(),
            output,
            caption=order.caption,
            background=order.background,
            effects=order.effects,
        )
