"""What is kept of a person: shown, handed over, and forgotten."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from bot.domain import KeptAnimoji, SavedCharacter
from bot.services.jobs import JobService
from bot.services.students import StudentService
from bot.store.database import Store
from pipeline import PoseTrack

_ENTRY_BYTES = 30 + 46 + 32
"""What an entry of a ZIP file takes besides its data and twice its name: two headers (APPNOTE 4.3) and some air."""


@dataclass(frozen=True)
class Kept:
    """How much is kept of a person."""

    characters: int
    animojis: int
    expressions: int
    speeches: int
    sticker_sets: int


class PrivacyService:
    """Shows, exports and deletes what the database holds of a person. A selfie is never in it.

    Args:
        store: the database.
        jobs: forget what they have under way.
        students: remove what was learnt of their pictures.
        let_go: takes away what the bot has on the platform, of which nobody else could tell whose it is.
    """

    def __init__(
        self,
        store: Store,
        jobs: JobService,
        students: StudentService,
        let_go: Callable[[int], Awaitable[None]],
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._students = students
        self._let_go = let_go

    async def show(self, user_id: int) -> Kept:
        """How much is kept."""
        async with self._store.look() as work:
            return Kept(*await work.privacy.counts(user_id))

    async def export(self, user_id: int, limit: int) -> list[bytes]:
        """All that is kept, as JSON files and pictures in ZIP archives of at most ``limit`` bytes.

        Each archive can be opened by itself; there is at least one.
        """
        packer = _Packer(limit)
        async for name, data in self._files(user_id):
            await asyncio.to_thread(packer.add, name, data)
        return packer.finish()

    async def delete(self, user_id: int) -> Kept:
        """Deletes all of it; returns how much that was.

        What is under way is taken back, so that nothing of it is kept afterwards. Emoji and stickers of servers stay
        there; those of the bot itself go.
        """
        await self._jobs.forget(user_id)
        await self._let_go(user_id)
        async with self._store.work() as work:
            counts = await work.privacy.counts(user_id)
            pictures = await work.characters.pictures(user_id)
            await work.privacy.delete(user_id)
        for number, character in pictures.items():
            await self._students.forget(number, character)
        return Kept(*counts)

    async def _files(self, user_id: int) -> AsyncIterator[tuple[str, bytes]]:
        """The names and contents of all files; one character or animoji is read at a time, as pictures are large."""
        async with self._store.look() as work:
            yield "person.json", _json(await work.privacy.person(user_id))
            yield "usage.json", _json(await work.privacy.usage(user_id))
            yield "jobs.json", _json(await work.privacy.jobs(user_id))
            yield "invitations.json", _json(await work.privacy.invitations(user_id))
            yield "gallery.json", _json(await work.privacy.shown_in(user_id))
            yield "blocks.json", _json(await work.privacy.blocks(user_id))
            yield "emoji_and_stickers.json", _json(await work.privacy.expressions(user_id))
            yield "speeches.json", _json(await work.privacy.speeches(user_id))
            yield "sticker_sets.json", _json(await work.privacy.sticker_sets(user_id))
            for saved in reversed(await work.characters.page(user_id)):
                character = await work.characters.load(saved.id)
                if character is not None:
                    yield f"characters/{saved.id}.json", _json(_about(saved) | character.to_json())
                for portrait in (await work.characters.portraits([saved.id])).values():
                    yield f"characters/{saved.id}.webp", portrait
                for number, picture in (await work.characters.candidates(saved.id)).items():
                    yield f"characters/{saved.id}-choice-{number}.png", picture
                for mood, animation in (await work.faces.animations(saved.id)).items():
                    yield f"characters/{saved.id}-{mood.value}.gif", animation
            for animoji in reversed(await work.animojis.recent(user_id)):
                track = await work.animojis.track(animoji.id)
                if track is not None:
                    beside = await work.animojis.partners_track(animoji.id)
                    yield f"animojis/{animoji.id}.json", await asyncio.to_thread(_animoji_json, animoji, track, beside)
                if sound := await work.animojis.sound(animoji.id):
                    yield f"animojis/{animoji.id}.ogg", sound


class _Packer:
    """Puts files into as many ZIP archives as their sizes need, in their order."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._done: list[bytes] = []
        self._begin()

    def _begin(self) -> None:
        self._size = 22  # the record at the end of an archive
        self._buffer = io.BytesIO()
        self._archive = zipfile.ZipFile(self._buffer, "w", zipfile.ZIP_DEFLATED)

    def add(self, name: str, data: bytes) -> None:
        """Adds a file, to a new archive if it would make this one too large."""
        size = min(len(data), len(zlib.compress(data))) + 2 * len(name.encode()) + _ENTRY_BYTES
        if self._archive.namelist() and self._size + size > self._limit:
            self._end()
            self._begin()
        self._archive.writestr(name, data)
        self._size += size

    def finish(self) -> list[bytes]:
        """All archives."""
        self._end()
        return self._done

    def _end(self) -> None:
        self._archive.close()
        self._done.append(self._buffer.getvalue())


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _about(saved: SavedCharacter) -> dict[str, object]:
    return {
        "name": saved.name,
        "saved": saved.created_at.isoformat(),
        "share_code": saved.share_code,
        "prefix": saved.prefix,
    }


def _animoji_json(animoji: KeptAnimoji, track: PoseTrack, beside: PoseTrack | None) -> bytes:
    return _json(
        {
            "character": animoji.character.id,
            "caption": animoji.caption,
            "background": animoji.background,
            "spoiler": animoji.spoiler,
            "made": animoji.created_at.isoformat(),
            "server": animoji.guild_id,
            "channel": animoji.channel_id,
            "message": animoji.message_id,
            "track": track.to_json(),
            "partner": None if animoji.partner is None else animoji.partner.name,
            "partners_track": None if beside is None else beside.to_json(),
        }
    )
