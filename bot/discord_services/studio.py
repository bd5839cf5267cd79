"""The studio's page for people in Discord: the links that lead there, and what they have made there."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import AsyncIterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Final

import msgspec
from typing_extensions import Self

from bot.domain import Job, JobState
from bot.services.animojis import AnimojiService
from bot.services.asker import Asker
from bot.services.drawing import blob_name
from bot.services.failures import Failure
from bot.services.jobs import JobService, Ticket
from bot.services.orders import Attached, Order
from bot.services.uploads import UploadService
from bot.services.wishes import NewAnimoji, NewFigure
from bot.store.database import Store
from bot.texts import ENGLISH, Language
from pipeline import (
    AnimojiResult,
    BlobGoneError,
    Blobs,
    JobCancelled,
    Output,
    Progress,
    Stage,
    UserError,
    read_result,
)
from studio.backend import Guest
from studio.errors import UnknownFileError
from studio.links import Links

_LOOKS: Final = 0.25
"""Seconds between two looks at a job that is followed."""
_NAME_BITS: Final = 62
"""Of a job's random id, which its column takes as a positive number."""


class Visitor(msgspec.Struct, frozen=True):
    """Who opens the studio, and from where.

    Attributes:
        user_id: Discord's id of the person.
        locale: what they read.
        guild_id: the server whose rules hold, None outside of servers (and where the bot is not a member).
        channel_id: the channel in which the bot can post for them, None where it cannot.
        character_id: of the character that they come for, 0 for none.
    """

    user_id: int
    locale: str
    guild_id: int | None = None
    channel_id: int | None = None
    character_id: int = 0

    @property
    def guest(self) -> Guest:
        """As the studio knows them."""
        return Guest(msgspec.json.encode(self).decode(), Language.of(self.locale).code)

    @classmethod
    def of(cls, guest: Guest) -> Self:
        """Who this guest is."""
        return msgspec.json.decode(guest.name, type=cls)


class StudioService:
    """Opens the studio, has animojis made for it, and finds them again.

    Args:
        store: the table of jobs.
        jobs, animojis: take orders.
        uploads: says how large a file may be.
        blobs: hold results until they are fetched, and pictures until they are characters.
        address: where people reach the page, "https://HOST".
        secret: what all processes of the bot share and nobody else knows; links are signed with what comes of it.
    """

    def __init__(
        self,
        store: Store,
        jobs: JobService,
        animojis: AnimojiService,
        uploads: UploadService,
        blobs: Blobs,
        address: str,
        secret: str,
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._animojis = animojis
        self._uploads = uploads
        self._blobs = blobs
        self.address = address
        self.links = Links(hmac.digest(secret.encode(), b"links to the studio", "sha256"))

    def link(self, visitor: Visitor) -> str:
        """An address that lets this person in, once and for a short time."""
        return f"{self.address}/s/{self.links.token(visitor.guest)}"

    async def make(self, asker: Asker, order: Order, output: Output) -> str:
        """Begins to make an animoji; answers the name of its job. Raises UserError where it is refused."""
        self._animojis.look_at(order)
        await self._animojis.check(asker, order)
        ticket = _ticket()
        await self._jobs.accept(asker, ticket, NewAnimoji(order, output, in_studio=True))
        return str(ticket.id)

    async def figure(self, asker: Asker, picture: Path, face: tuple[float, float, float] | None) -> AnimojiResult:
        """A character of a picture file, in what was drawn of it: the job takes its turn, and is waited for.

        Args:
            face: the box of its head, middle x and y and side in the picture's pixels; None where that is to be found.

        Raises:
            UserError, JobCancelled: it is refused, or cannot be one.
        """
        data = await asyncio.to_thread(picture.read_bytes)
        self._uploads.check(Attached("", "", len(data)))
        ticket = _ticket()
        owner_id, name, kept = asker.user_id, str(ticket.id), f"{ticket.id}.picture"
        await self._blobs.put(kept, data)
        try:
            await self._jobs.accept(asker, ticket, NewFigure(kept, len(data), face))
            async for _ in self.follow(owner_id, name):
                pass
            return await self.result(await self.job(owner_id, name))
        finally:
            await self._blobs.delete(kept)

    async def job(self, owner_id: int, name: str) -> Job:
        """The owner's job of this name. Raises UnknownFileError."""
        async with self._store.look() as work:
            job = await work.jobs.get(int(name)) if name.isdecimal() and len(name) < 20 else None
        if job is None or job.owner_id != owner_id:
            raise UnknownFileError
        return job

    async def progress(self, owner_id: int, name: str) -> Progress | None:
        """How far the owner's job of this name is, None where it is over. Raises UnknownFileError."""
        job = await self.job(owner_id, name)
        if job.state is JobState.QUEUED:
            return Progress(Stage.QUEUED)
        if job.state is not JobState.RUNNING:
            return None
        async with self._store.look() as work:
            return Progress(Stage.POSE, await work.jobs.progress(job.id))

    async def follow(self, owner_id: int, name: str) -> AsyncIterator[Progress]:
        """How far the owner's job of this name is whenever there is news, until it is over. Raises UnknownFileError.

        Whatever process draws it, its row says how far it is.
        """
        shown = None
        while (progress := await self.progress(owner_id, name)) is not None:
            if progress != shown:
                yield progress
            shown = progress
            await asyncio.sleep(_LOOKS)

    async def result(self, job: Job) -> AnimojiResult:
        """What came of a job.

        Raises:
            UserError, JobCancelled: nothing did.
            UnknownFileError: it is not done yet, or too long ago.
        """
        if job.state is JobState.FAILED:
            failure = Failure.read(job.failure)
            raise UserError.reported(failure.key, failure.text(ENGLISH, str), failure.fields)
        if job.state is JobState.CANCELLED:
            raise JobCancelled
        if job.state not in (JobState.RENDERED, JobState.DELIVERED):
            raise UnknownFileError
        try:
            result = await asyncio.to_thread(read_result, await self._blobs.get(blob_name(job, 0)))
        except BlobGoneError as error:
            raise UnknownFileError from error
        if not isinstance(result, AnimojiResult):
            raise UnknownFileError
        return result

    async def cancel(self, owner_id: int, name: str) -> None:
        """Takes the owner's job of this name back, if it is not drawn. Raises UnknownFileError."""
        await self._jobs.cancel((await self.job(owner_id, name)).id, owner_id)


def _ticket() -> Ticket:
    """Of a job that comes of no interaction which could be answered."""
    return Ticket(secrets.randbits(_NAME_BITS), "", datetime.now(timezone.utc), private=True)
