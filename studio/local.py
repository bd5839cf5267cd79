"""The backend of one's own machine: an engine, and a folder with characters as ``animemoji character`` writes them."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from pipeline import (
    FULL,
    AnimojiRequest,
    AnimojiResult,
    Character,
    Engine,
    Format,
    JobHandle,
    Output,
    PictureSource,
    PoseTrack,
    Progress,
    PromptSource,
    Source,
    TrackMotion,
    UserError,
    draw_portrait,
    load_character,
    make_character,
    neutral_poses,
    save_character,
)
from studio.backend import Entry, Guest, Welcome
from studio.errors import BusyError, NoPlaceError, UnknownCharacterError, UnknownFileError
from studio.orders import FileOrder

MOST_JOBS: Final = 4
"""That wait or run at once."""
_REMEMBERED_JOBS: Final = 16
_REMEMBERED_CHARACTERS: Final = 64
_NAME: Final = re.compile(r"[\w-]{1,64}")
"""Of a file in the folder, without its ending."""


class LocalBackend:
    """One person's characters in ``folder`` (FILE.png and FILE.json each), and the files that ``engine`` makes."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self._folder = folder
        self._made: OrderedDict[str, Entry] = OrderedDict()
        self._jobs: OrderedDict[str, JobHandle[AnimojiResult]] = OrderedDict()

    async def welcome(self, _guest: Guest) -> Welcome:
        """See ``Backend``."""
        return Welcome()

    async def characters(self, _guest: Guest) -> Sequence[Entry]:
        """See ``Backend``."""
        return await asyncio.to_thread(self._kept)

    async def from_words(self, _guest: Guest, prompt: str, seed: int) -> Entry:
        """See ``Backend``."""
        source = PromptSource(prompt, seed, Source.DRAWN)
        made = await asyncio.to_thread(make_character, source, lambda _: None)
        entry = Entry(_id(made.character), made.character, ignored=made.ignored, notices=made.notices)
        return self._remember(entry)

    async def from_picture(self, _guest: Guest, picture: Path, face: tuple[float, float, float] | None) -> Entry:
        """See ``Backend``. The file is opened by the engine's process, which may die over it without harm."""
        still = TrackMotion(PoseTrack.still(neutral_poses(1)))
        request = AnimojiRequest(PictureSource(picture, face), still, Output(Format.WEBP, 128, framing=FULL))
        result = await self._submit(request).result()
        return self._remember(Entry(_id(result.character), result.character, notices=result.notices))

    async def character(self, _guest: Guest, name: str) -> Entry:
        """See ``Backend``."""
        made = self._made.get(name)
        if made is not None:
            return made
        kept = await asyncio.to_thread(self._read, name)
        if kept is None:
            raise UnknownCharacterError
        return self._remember(kept)

    async def keep(self, guest: Guest, name: str) -> Entry:
        """See ``Backend``."""
        entry = await self.character(guest, name)
        if not entry.kept:
            await asyncio.to_thread(_save, entry.character, self._folder / f"{entry.id}.png")
        return self._remember(Entry(entry.id, entry.character, kept=True))

    async def forget(self, guest: Guest, name: str) -> None:
        """See ``Backend``."""
        if not (await self.character(guest, name)).kept:
            raise UnknownCharacterError
        del self._made[name]
        for ending in (".json", ".png"):
            await asyncio.to_thread((self._folder / name).with_suffix(ending).unlink, missing_ok=True)

    async def make(self, guest: Guest, order: FileOrder) -> str:
        """See ``Backend``. Raises BusyError as well."""
        entry = await self.character(guest, order.character)
        job = self._submit(order.request(entry.character))
        name = secrets.token_urlsafe(16)
        self._jobs[name] = job
        while len(self._jobs) > _REMEMBERED_JOBS:
            self._jobs.popitem(last=False)
        return name

    async def follow(self, _guest: Guest, job: str) -> AsyncIterator[Progress]:
        """See ``Backend``."""
        async for step in self._job(job):
            yield step

    async def result(self, _guest: Guest, job: str) -> AnimojiResult:
        """See ``Backend``."""
        return await self._job(job).result()

    async def cancel(self, _guest: Guest, job: str) -> None:
        """See ``Backend``."""
        self._job(job).cancel()

    async def share(self, _guest: Guest, _job: str, *, hidden: bool) -> None:
        """See ``Backend``: there is no place on a machine of one's own."""
        del hidden
        raise NoPlaceError

    def _submit(self, request: AnimojiRequest) -> JobHandle[AnimojiResult]:
        going = sum(not job.done for job in self._jobs.values())
        if going >= MOST_JOBS:
            raise BusyError(count=going)
        return self._engine.submit(request)

    def _job(self, name: str) -> JobHandle[AnimojiResult]:
        if name not in self._jobs:
            raise UnknownFileError
        return self._jobs[name]

    def _remember(self, entry: Entry) -> Entry:
        self._made[entry.id] = entry
        self._made.move_to_end(entry.id)
        while len(self._made) > _REMEMBERED_CHARACTERS:
            self._made.popitem(last=False)
        return entry

    def _kept(self) -> list[Entry]:
        if not self._folder.is_dir():
            return []
        found = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        entries = (self._read(path.stem) for path in found)
        return [entry for entry in entries if entry is not None]

    def _read(self, name: str) -> Entry | None:
        """The kept character of that name; None where there is none that can be read."""
        path = self._folder / f"{name}.json"
        if not _NAME.fullmatch(name) or not path.is_file():
            return None
        try:
            character = load_character(path)
        except UserError:
            return None
        return Entry(name, character, kept=True) if isinstance(character, Character) else None


def _id(character: Character) -> str:
    """The same for the same character."""
    return sha256(repr(character).encode()).hexdigest()[:16]


def _save(character: Character, path: Path) -> None:
    save_character(character, draw_portrait(character), path)
