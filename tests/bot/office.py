"""Jobs in tests: a dispatcher at work on a real table, and a courier that remembers what it was told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from bot.domain import Job, JobState, Platform
from bot.services.animojis import AnimojiService
from bot.services.asker import Asker
from bot.services.characters import CharacterService
from bot.services.courier import Standing
from bot.services.dispatcher import Dispatcher
from bot.services.failures import Failure
from bot.services.guilds import GuildService
from bot.services.jobs import JobService, Ticket
from bot.services.leases import Leases
from bot.services.limits import Defaults, LimitService
from bot.services.metrics import Metrics
from bot.services.orders import Order, Preset, Words
from bot.services.students import StudentMaker, StudentService
from bot.services.uploads import UploadService
from bot.services.wishes import NewAnimoji, Suggest, Wish, kind_of_work, write_wish
from bot.services.workshop import Workshop
from bot.store.database import Store
from pipeline import AnimojiResult, Blobs, Likeness, Output, PipelineSettings, open_blobs
from tests.bot.fakes import FakeEngine

MIKA = Asker(42, "ja", 5)
ORDER = Order(Words("cat ears", 3), Preset("wave"), "", "gm", "sky")
WISH = NewAnimoji(ORDER, Output())


def ticket(number: int) -> Ticket:
    """How the interaction of this number is answered."""
    return Ticket(number, f"token {number}", datetime.now(timezone.utc) + timedelta(minutes=15), private=False)


def new_job(number: int, owner: int = 1, guild: int | None = None, **changes: Any) -> Job:
    """A job that has just been asked for; it is in no table."""
    now = datetime.now(timezone.utc)
    values: dict[str, Any] = {"id": number, "kind": kind_of_work(WISH), "owner_id": owner, "guild_id": guild}
    values |= {"channel_id": 9, "message_id": None, "token": "t", "token_until": now + timedelta(minutes=15)}
    values |= {"private": False, "locale": "ja", "wish": write_wish(WISH), "size": 0, "state": JobState.QUEUED}
    values |= {"part": 0, "attempts": 0, "fence": 0, "animoji_id": None, "failure": None}
    values |= {"asked_at": now + timedelta(milliseconds=number), "rendered_at": None, "shown_at": None}
    return Job(**values | changes)


@dataclass
class FakeCourier:
    """Remembers what it was to say. ``troubles``: what the next deliveries raise instead."""

    shown: list[tuple[int, Standing]] = field(default_factory=list)
    delivered: list[tuple[Job, list[AnimojiResult]]] = field(default_factory=list)
    suggested: list[tuple[Job, Likeness]] = field(default_factory=list)
    told: list[tuple[Job, Failure]] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)

    async def show(self, job: Job, wish: Wish, standing: Standing) -> None:
        self.shown.append((job.id, standing))

    async def deliver(self, job: Job, wish: Wish, results: list[AnimojiResult]) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.delivered.append((job, results))

    async def suggest(self, job: Job, wish: Suggest, likeness: Likeness) -> None:
        self.suggested.append((job, likeness))

    async def tell(self, job: Job, failure: Failure) -> None:
        self.told.append((job, failure))

    def is_weather(self, error: Exception) -> bool:
        return False


@dataclass
class Office:
    """All that works on jobs."""

    store: Store
    engine: FakeEngine
    blobs: Blobs
    metrics: Metrics
    jobs: JobService
    dispatcher: Dispatcher
    courier: FakeCourier
    animojis: AnimojiService
    characters: CharacterService
    students: StudentService
    _count: int = 1000

    async def ask(self, wish: Wish = WISH, asker: Asker = MIKA) -> int:
        """Asks for something; answers the number of the job."""
        self._count += 1
        number = self._count
        await self.jobs.accept(asker, ticket(number), wish)
        return number

    async def job(self, number: int) -> Job:
        async with self.store.look() as work:
            job = await work.jobs.get(number)
        assert job is not None
        return job

    async def until(self, number: int, *states: JobState) -> Job:
        """The job, as soon as it is in one of these states."""
        for _ in range(1000):
            job = await self.job(number)
            if job.state in states:
                return job
            await asyncio.sleep(0.01)
        raise AssertionError(f"job {number} is {job.state.value}")

    async def made(self, wish: Wish = WISH, asker: Asker = MIKA) -> Job:
        """A job, delivered."""
        return await self.until(await self.ask(wish, asker), JobState.DELIVERED)


def character_service(store: Store, folder: Path, limit: int) -> CharacterService:
    """Characters without students."""
    settings = PipelineSettings(students=folder / "students")
    leases = Leases(store, 20.0, 1.0, Platform.DISCORD)
    return CharacterService(store, StudentService(store, leases, settings, None, 0.0), limit)


@asynccontextmanager
async def open_office(
    store: Store,
    engine: FakeEngine,
    uploads: UploadService,
    folder: Path,
    lease: float = 20.0,
    distiller: StudentMaker | None = None,
    **defaults: int,
) -> AsyncIterator[Office]:
    """An office on this table; several may share one. ``defaults``: of the limits."""
    guilds, limits, metrics = GuildService(store), LimitService(Defaults(**defaults)), Metrics()
    settings = PipelineSettings(models=folder / "models", students=folder / "students")
    leases = Leases(store, lease, 0.02, Platform.DISCORD)
    students = StudentService(store, leases, settings, distiller, 60.0)
    characters = CharacterService(store, students, limit=99)
    words: Any = None
    animojis = AnimojiService(store, uploads, characters, words)
    blobs = open_blobs(str(folder / "blobs"), "results", 3600)
    workshop = Workshop(store, uploads, characters, animojis, students, blobs)
    dispatcher = Dispatcher(store, engine, workshop, limits, blobs, metrics, students, leases, 0.02)
    courier = FakeCourier()
    dispatcher.start(courier)
    jobs = JobService(store, guilds, limits, dispatcher)
    try:
        yield Office(store, engine, blobs, metrics, jobs, dispatcher, courier, animojis, characters, students)
    finally:
        await dispatcher.stop(0)
