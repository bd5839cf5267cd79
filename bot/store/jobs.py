"""Jobs in the database: who may run next, who holds one, and what has become of it.

Whoever works on a job holds its lease, and the number of its fence. Every change names that number, so that one who was
taken for dead, and comes back when somebody else has the job, changes nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import STUDENT_JOB, STUDIO_WORK, Job, JobState, Platform
from bot.store.models import JobRow
from bot.store.turns import ASKED_FOR, asked_on, in_turn
from bot.store.upsert import insert

_JOB: Final = (
    JobRow.id,
    JobRow.kind,
    JobRow.owner_id,
    JobRow.guild_id,
    JobRow.channel_id,
    JobRow.message_id,
    JobRow.token,
    JobRow.token_until,
    JobRow.private,
    JobRow.locale,
    JobRow.wish,
    JobRow.size,
    JobRow.state,
    JobRow.part,
    JobRow.attempts,
    JobRow.fence,
    JobRow.animoji_id,
    JobRow.failure,
    JobRow.asked_at,
    JobRow.rendered_at,
    JobRow.shown_at,
)
"""What a ``Job`` is made of."""
_UNDER_WAY: Final = (JobState.QUEUED, JobState.RUNNING)
_ERRANDS: Final = (JobState.RENDERED, JobState.FAILED, JobState.CANCELLED)
"""The states in which a person is to hear something, as long as ``due_at`` says so."""
_ACCEPTING: Final = 4_117_019
"""The PostgreSQL advisory lock under which jobs are counted and added; any number will do."""
_HELD: Final = JobRow.lease_until.is_not(None)
_NOBODYS: Final = {"lease_until": None}


class LeaseLostError(Exception):
    """Somebody else has the job by now, or it was cancelled or forgotten."""


@dataclass(frozen=True)
class UnderWay:
    """How many jobs wait or run: of a person, of a server, and in all; and how many bytes all their files have."""

    of_user: int
    of_guild: int
    all: int
    bytes: int


class JobRepository:
    """The table of jobs."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    # Asking

    async def alone(self) -> None:
        """From here to its end, this transaction is the only one that counts jobs in order to add one."""
        if self._on_postgres:  # SQLite has one writer anyway
            await self._session.execute(sa.select(sa.func.pg_advisory_xact_lock(_ACCEPTING)))

    async def is_known(self, job_id: int) -> bool:
        """Whether there is a job with this id, or was one lately."""
        return await self._session.scalar(sa.select(JobRow.id).where(JobRow.id == job_id)) is not None

    async def under_way(self, user_id: int, guild_id: int | None) -> UnderWay:
        """How many jobs there are that are not drawn yet."""
        count = sa.func.count()
        row = await self._session.execute(
            sa.select(
                count.filter(JobRow.owner_id == user_id),
                count.filter(JobRow.guild_id == guild_id),
                count,
                sa.func.coalesce(sa.func.sum(JobRow.size), 0),
            ).where(JobRow.state.in_(_UNDER_WAY), ASKED_FOR)
        )
        of_user, of_guild, total, size = row.one()
        return UnderWay(of_user, of_guild, total, int(size))

    async def drawn_since(self, owner_id: int, kinds: Sequence[str], moment: datetime) -> int:
        """How many files of these kinds a person has asked for since then, without those nothing has worked for."""
        wanted = JobRow.spent | JobRow.state.in_(_UNDER_WAY)
        files = sa.func.sum(sa.case((JobRow.part > 1, JobRow.part), else_=1))
        query = sa.select(sa.func.coalesce(files, 0)).where(
            JobRow.owner_id == owner_id, JobRow.kind.in_(kinds), JobRow.asked_at >= moment, wanted
        )
        return int(await self._session.scalar(query) or 0)

    async def add(self, job: Job, counted_on: date | None, due_at: datetime) -> None:
        """Puts a job in the queue.

        Args:
            counted_on: the day whose quota it counts in, None for none.
            due_at: before then nobody begins with it, unless ``acknowledged`` lets them.
        """
        values = {column.key: getattr(job, column.key) for column in _JOB}
        await self._session.execute(
            insert(self._session, JobRow).values(
                **values, counted_on=counted_on, spent=False, queued_at=job.asked_at, due_at=due_at
            )
        )

    async def acknowledged(self, job_id: int, message_id: int | None, now: datetime) -> None:
        """Its person has heard that it was accepted, by this message: the job may be begun."""
        change = sa.update(JobRow).where(JobRow.id == job_id, JobRow.state == JobState.QUEUED)
        await self._change(change, message_id=message_id, due_at=now)

    async def remove(self, job_id: int) -> None:
        """Takes a job out of the table that nobody was told of."""
        await self._session.execute(sa.delete(JobRow).where(JobRow.id == job_id))

    async def get(self, job_id: int) -> Job | None:
        """The job with this id."""
        row = (await self._session.execute(sa.select(*_JOB).where(JobRow.id == job_id))).one_or_none()
        return None if row is None else Job(*row)

    async def progress(self, job_id: int) -> float:
        """How much of the part is drawn that is being drawn, 0 to 1, as of late."""
        return await self._session.scalar(sa.select(JobRow.progress).where(JobRow.id == job_id)) or 0.0

    # Taking turns

    async def queue(self, platform: Platform, now: datetime) -> Sequence[Job]:
        """All jobs of a platform that wait to be begun, the next one first."""
        rows = await self._session.execute(_queue(platform), {"now": now})
        return [Job(*row) for row in rows]

    async def has_work(self, platform: Platform, now: datetime) -> bool:
        """Whether anything that somebody on a platform waits for could be claimed or freed."""
        free = sa.or_(JobRow.lease_until.is_(None), JobRow.lease_until <= now)
        wanted = sa.exists().where(JobRow.due_at <= now, free, ASKED_FOR, asked_on(platform))
        return bool(await self._session.scalar(sa.select(wanted)))

    async def free_abandoned(self, now: datetime) -> int:
        """Puts jobs back into the queue that were being drawn by somebody who has not said anything for too long."""
        return await self._change(
            sa.update(JobRow).where(JobRow.state == JobState.RUNNING, JobRow.lease_until <= now),
            state=JobState.QUEUED,
            fence=JobRow.fence + 1,
            **_NOBODYS,
        )

    async def claim(self, platform: Platform, now: datetime, until: datetime) -> Job | None:
        """Takes the job of a platform whose turn it is, to draw it."""
        return await self._take(_next(platform), until, {"now": now}, state=JobState.RUNNING, started_at=now)

    async def claim_errand(self, platform: Platform, now: datetime, until: datetime) -> Job | None:
        """Takes a job whose person, on this platform, is to get or to hear something."""
        chosen = (
            sa.select(JobRow.id)
            .where(JobRow.state.in_(_ERRANDS), JobRow.due_at <= now, asked_on(platform))
            .where(sa.or_(JobRow.lease_until.is_(None), JobRow.lease_until <= now))
            .order_by(JobRow.due_at)
            .limit(1)
        )
        return await self._take(chosen, until)

    async def _take(
        self, chosen: sa.Select[Any], until: datetime, given: dict[str, Any] | None = None, **values: Any
    ) -> Job | None:
        if self._on_postgres:
            chosen = chosen.with_for_update(of=JobRow, skip_locked=True)
        job_id = await self._session.scalar(chosen, given)
        if job_id is None:
            return None
        change = sa.update(JobRow).where(JobRow.id == job_id)
        change = change.values(lease_until=until, fence=JobRow.fence + 1, attempts=JobRow.attempts + 1, **values)
        return Job(*(await self._session.execute(change.returning(*_JOB))).one())

    async def shown(self, job: Job, now: datetime) -> bool:
        """Whether it is the caller who shows this job's place now, and nobody else who saw it in the same queue."""
        change = sa.update(JobRow).where(JobRow.id == job.id, JobRow.state == JobState.QUEUED)
        return await self._change(change.where(JobRow.shown_at.is_not_distinct_from(job.shown_at)), shown_at=now) == 1

    # Students

    async def add_student(self, job: Job) -> None:
        """Puts a student in the queue, in place of an older job for it, of another picture."""
        fence = await self._session.scalar(sa.delete(JobRow).where(_is_student(job.id)).returning(JobRow.fence))
        await self.add(replace(job, fence=0 if fence is None else fence + 1), None, job.asked_at)

    async def has_student_to_make(self, now: datetime) -> bool:
        """Whether there is one that nobody makes."""
        free = sa.or_(JobRow.lease_until.is_(None), JobRow.lease_until <= now)
        query = sa.exists().where(JobRow.kind == STUDENT_JOB, JobRow.due_at <= now, free)
        return bool(await self._session.scalar(sa.select(query)))

    async def claim_student(self, now: datetime, until: datetime) -> Job | None:
        """Takes the student that has waited longest, if nobody waits for anything."""
        queued = sa.select(JobRow.id).where(JobRow.state == JobState.QUEUED, JobRow.due_at <= now)
        if await self._session.scalar(queued.where(ASKED_FOR).limit(1)) is not None:
            return None
        chosen = queued.where(JobRow.kind == STUDENT_JOB).order_by(JobRow.queued_at, JobRow.id).limit(1)
        return await self._take(chosen, until, state=JobState.RUNNING, started_at=now)

    async def student(self, character_id: int) -> tuple[JobState, float] | None:
        """What has become of the job that makes a character's student, and how much of it is done, 0 to 1."""
        query = sa.select(JobRow.state, JobRow.progress).where(_is_student(character_id))
        found = (await self._session.execute(query)).one_or_none()
        return None if found is None else (found[0], found[1] or 0.0)

    async def forget_student(self, character_id: int) -> None:
        """Forgets the job that makes a character's student, whoever works on it."""
        await self._session.execute(sa.delete(JobRow).where(_is_student(character_id)))

    # By who holds it. All of these raise LeaseLostError for one who does not any more.

    async def renew(self, job: Job, until: datetime, progress: float | None = None, spent: bool = False) -> None:
        """Holds the job until then. ``spent``: whether the machine has worked for it."""
        values: dict[str, Any] = {} if progress is None else {"progress": progress}
        await self._hold(job, lease_until=until, **values, **_worked(spent))

    async def next_part(self, job: Job, now: datetime) -> None:
        """One of its files is drawn; the job waits for its next turn, behind those who wait already."""
        await self._hold(
            job, state=JobState.QUEUED, part=JobRow.part + 1, attempts=0, queued_at=now, due_at=now, **_NOBODYS
        )

    async def rendered(self, job: Job, now: datetime, until: datetime) -> Job:
        """All of its files are drawn. The job, whose lease stays the caller's until then."""
        return await self._hold(
            job,
            state=JobState.RENDERED,
            part=JobRow.part + 1,
            attempts=1,
            rendered_at=now,
            due_at=now,
            progress=1.0,
            spent=True,
            lease_until=until,
        )

    async def kept(self, job: Job, animoji_id: int) -> Job:
        """The job, for which this animoji was kept."""
        return await self._hold(job, animoji_id=animoji_id)

    async def fail(
        self, job: Job, now: datetime, until: datetime, failure: dict[str, Any], fault: str, spent: bool = False
    ) -> Job:
        """It failed. The job, of which its person is to be told; its lease stays the caller's until then.

        Args:
            fault: the kind of the failure.
            spent: whether the machine has worked for it, if that was not said before.
        """
        return await self._hold(
            job,
            state=JobState.FAILED,
            attempts=1,
            finished_at=now,
            due_at=now,
            failure=failure,
            fault=fault[:64],
            lease_until=until,
            **_worked(spent),
        )

    async def release(self, job: Job, until: datetime | None = None) -> None:
        """Gives the job back as if nobody had taken it; nobody takes it before ``until``."""
        back = sa.case((JobRow.state == JobState.RUNNING, JobState.QUEUED), else_=JobRow.state)
        later: dict[str, Any] = {} if until is None else {"due_at": until}
        await self._hold(job, state=back, attempts=JobRow.attempts - 1, **_NOBODYS, **later)

    async def postpone(self, job: Job, until: datetime) -> None:
        """What is to be done about it is tried again then."""
        await self._hold(job, due_at=until, **_NOBODYS)

    async def settle(self, job: Job, now: datetime, remember: bool = False) -> None:
        """Its person has, or knows, what there is. How to answer is forgotten, and unless it is to be remembered, what
        was asked for.
        """
        wish = job.wish if remember else {}
        state = JobState.DELIVERED if job.state is JobState.RENDERED else job.state
        finished = sa.func.coalesce(JobRow.finished_at, now)
        await self._hold(job, state=state, finished_at=finished, due_at=None, wish=wish, token="", **_NOBODYS)

    async def _hold(self, job: Job, **values: Any) -> Job:
        mine = sa.update(JobRow).where(JobRow.id == job.id, JobRow.fence == job.fence, _HELD)
        row = (await self._session.execute(mine.values(**values).returning(*_JOB))).one_or_none()
        if row is None:
            raise LeaseLostError(f"job {job.id} belongs to somebody else")
        return Job(*row)

    # By others

    async def cancel(self, job_id: int, now: datetime, spent: bool = False) -> Job | None:
        """Takes a job back that is not drawn yet; None for one that is. ``spent``: see ``fail``."""
        change = sa.update(JobRow).where(JobRow.id == job_id, JobRow.state.in_(_UNDER_WAY))
        change = change.values(
            state=JobState.CANCELLED,
            fence=JobRow.fence + 1,
            attempts=0,
            finished_at=now,
            due_at=now,
            **_NOBODYS,
            **_worked(spent),
        )
        row = (await self._session.execute(change.returning(*_JOB))).one_or_none()
        return None if row is None else Job(*row)

    async def counted(self, job_id: int) -> tuple[date | None, bool]:
        """In which day's quota the job counts, and whether the machine has worked for it."""
        row = await self._session.execute(sa.select(JobRow.counted_on, JobRow.spent).where(JobRow.id == job_id))
        day, spent = row.one()
        return day, spent

    async def faults(self, owner_id: int, kinds: Sequence[str], since: datetime) -> Sequence[datetime]:
        """When this person's jobs failed in one of these ways, the last one first."""
        query = sa.select(JobRow.finished_at).where(
            JobRow.owner_id == owner_id, JobRow.fault.in_(kinds), JobRow.finished_at > since
        )
        return list(await self._session.scalars(query.order_by(JobRow.finished_at.desc())))

    async def of(self, owner_id: int) -> Sequence[Job]:
        """The jobs of a person that are not over, or whose results still wait to be fetched."""
        waits = (JobRow.state == JobState.DELIVERED) & JobRow.kind.startswith(STUDIO_WORK)
        query = sa.select(*_JOB).where(JobRow.owner_id == owner_id, JobRow.due_at.is_not(None) | waits)
        return [Job(*row) for row in await self._session.execute(query)]

    async def forget(self, owner_id: int) -> None:
        """Forgets a person's jobs, whoever works on them."""
        await self._session.execute(sa.delete(JobRow).where(JobRow.owner_id == owner_id))

    async def forget_before(self, moment: datetime) -> None:
        """Forgets jobs that were over before then."""
        over = JobRow.due_at.is_(None) & (JobRow.finished_at < moment)
        await self._session.execute(sa.delete(JobRow).where(over))

    async def _change(self, change: sa.Update, **values: Any) -> int:
        result: Any = await self._session.execute(change.values(**values))
        count: int = result.rowcount
        return count

    @property
    def _on_postgres(self) -> bool:
        return self._session.get_bind().dialect.name == "postgresql"


def _is_student(character_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(JobRow.id == character_id, JobRow.kind == STUDENT_JOB)


def _worked(spent: bool) -> dict[str, Any]:
    return {"spent": True} if spent else {}


@functools.cache
def _queue(platform: Platform) -> sa.Select[Any]:
    """The jobs that wait and are due by the parameter ``now``, the next one first. Composed once: that takes thirty
    times as long as to run it.
    """
    return in_turn(sa.select(*_JOB), platform)


@functools.cache
def _next(platform: Platform) -> sa.Select[Any]:
    """The number of the first job of ``_queue``."""
    return in_turn(sa.select(JobRow.id), platform).limit(1)
