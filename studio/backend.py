"""Whose characters the page shows and who makes its files: the seam between the page and what stands behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline import AnimojiResult, Character, Notice, Progress
from studio.orders import FileOrder


@dataclass(frozen=True)
class RoomSeat:
    """Where somebody is among people who see each other's characters.

    Attributes:
        room: which activity.
        person: what tells them from others there.
        called: what others there read as their name.
        is_window: whether this is the window beside the frame, which has what a frame is not given: it moves their
            character there, and is not seen itself.
    """

    room: str
    person: str
    called: str
    is_window: bool = False


@dataclass(frozen=True)
class Guest:
    """Who uses the page, as the link says that let them in.

    Attributes:
        name: what the backend calls them; "" on a machine of one's own.
        language: the code of the language that they read; "" leaves it to their browser.
        seat: where they are among others; None where they are by themselves.
    """

    name: str = ""
    language: str = ""
    seat: RoomSeat | None = None


@dataclass(frozen=True)
class Welcome:
    """What a guest finds.

    Attributes:
        first: the id of the character that the page begins with; "" for the newest one.
        place: what the channel is called in which finished files can be shared; "" where there is none.
    """

    first: str = ""
    place: str = ""


@dataclass(frozen=True)
class Entry:
    """A character as lists show it.

    Attributes:
        id: what the page calls it: letters, digits, ``-`` and ``_``.
        character: who.
        name: what its owner calls it; "" where it has none.
        kept: whether it stays when the page is closed.
        ignored: words that could not be used, where it was made just now.
        notices: what the person should be told.
    """

    id: str
    character: Character
    name: str = ""
    kept: bool = False
    ignored: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


class Backend(Protocol):
    """Every method may raise a ``UserError``, which the page shows as a sentence."""

    async def welcome(self, guest: Guest) -> Welcome:
        """What the guest finds."""
        ...

    async def characters(self, guest: Guest) -> Sequence[Entry]:
        """The guest's kept characters, the newest first."""
        ...

    async def from_words(self, guest: Guest, prompt: str, seed: int) -> Entry:
        """A drawn character. The same words and seed make the same one."""
        ...

    async def from_picture(self, guest: Guest, picture: Path, face: tuple[float, float, float] | None) -> Entry:
        """A character from a picture file, which is gone afterwards; ``face``: head box (x, y, side) in its pixels."""
        ...

    async def character(self, guest: Guest, name: str) -> Entry:
        """One of the guest's characters by its id. Raises UnknownCharacterError."""
        ...

    async def keep(self, guest: Guest, name: str) -> Entry:
        """Keeps a character that was made. Raises UnknownCharacterError."""
        ...

    async def forget(self, guest: Guest, name: str) -> None:
        """Deletes a kept character. Raises UnknownCharacterError."""
        ...

    async def make(self, guest: Guest, order: FileOrder) -> str:
        """Begins to make a file, and may keep its character; answers the job's id, which nobody can guess."""
        ...

    def follow(self, guest: Guest, job: str) -> AsyncIterator[Progress]:
        """The newest progress whenever there is news, until the job is over. Raises UnknownFileError."""
        ...

    async def result(self, guest: Guest, job: str) -> AnimojiResult:
        """What came out, once the job is over; raises what went wrong."""
        ...

    async def cancel(self, guest: Guest, job: str) -> None:
        """Takes a job back, if it is not done."""
        ...

    async def share(self, guest: Guest, job: str, *, hidden: bool) -> None:
        """Posts what came out at the guest's place. Raises NoPlaceError where there is none.

        Args:
            hidden: whether people see it only once they click on it (a spoiler).
        """
        ...
