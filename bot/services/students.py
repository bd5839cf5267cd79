"""Students of picture characters: made while nobody waits for anything, used from then on, gone with their character.

A student is a file on the shelf of the settings, which ``--poser auto`` finds by the pixels of a character's picture.
The job that makes it is a row like all others, but of its own kind: nobody asked for it, so it counts against nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Final, Protocol

from bot.domain import Job, JobState, SavedCharacter
from bot.logs import job_id
from bot.services.failures import Failure
from bot.services.leases import FULL_HOUSE, Leases, now
from bot.services.orders import Own
from bot.services.wishes import NewStudent, kind_of_work, write_wish
from bot.store.database import Store, Work
from bot.store.jobs import LeaseLostError
from pipeline import (
    Character,
    Judgement,
    OnProgress,
    PipelineDiedError,
    PipelineSettings,
    Progress,
    SetupError,
    forget_student,
    judgement_of,
)

log = logging.getLogger(__name__)

LARGEST: Final = 512
"""Pixels of an animoji that a student draws, unless more were asked for: its teacher's pictures have as many."""
_ATTEMPTS: Final = 8
"""How often a student is begun if the whole bot, or its process, dies over it."""
_PAUSE: Final = timedelta(minutes=10)
"""Until a student is tried again where this machine is not as it should be; its disk may be full."""


class StudentMaker(Protocol):
    """What makes students: the pipeline's own, or a stand-in in tests."""

    def has_room(self) -> bool:
        """Whether there is enough free memory just now."""
        ...

    async def distil(self, character: Character, seconds: float, on_progress: OnProgress) -> Judgement:
        """Makes one, or goes on with it. Cancelled, it stops at once."""
        ...


class StudentState(str, Enum):
    """How far a character's student is."""

    NONE = "none"
    """There will be none: it is drawn, or students are switched off."""
    UNFINISHED = "unfinished"
    """It waits for a quiet moment, or is made just now."""
    READY = "ready"
    POOR = "poor"
    """It is too far from its teacher to be used."""
    FAILED = "failed"


@dataclass(frozen=True)
class StudentStanding:
    """What can be told of a character's student.

    Attributes:
        done: how much of it is made, 0..1.
        judgement: how good it is, where it is there.
    """

    state: StudentState
    done: float = 0.0
    judgement: Judgement | None = None


class StudentService:
    """Has students made, one at a time, and knows how far they are.

    Args:
        store: the table of jobs, and the characters.
        leases: by which jobs are held.
        settings: name the folder of students.
        distiller: makes them; None where that is switched off, or the teacher is not here.
        seconds: how long one may take.
    """

    def __init__(
        self, store: Store, leases: Leases, settings: PipelineSettings, distiller: StudentMaker | None, seconds: float
    ) -> None:
        self._store = store
        self._leases = leases
        self._shelf = settings.students
        self._distiller = distiller
        self._seconds = seconds
        self._task: asyncio.Task[None] | None = None
        self._character_id = 0
        self._done = 0.0

    # For characters

    async def want(self, work: Work, saved: SavedCharacter, again: bool = True) -> None:
        """Puts a picture character's student in the queue, in the transaction in which its picture is saved.

        Args:
            again: also where there was a job for it lately.
        """
        if self._distiller is None or not saved.has_picture:
            return
        if not again and await work.jobs.student(saved.id) is not None:
            return
        wish, moment = NewStudent(Own.of(saved)), now()
        job = Job(
            id=saved.id,
            kind=kind_of_work(wish),
            owner_id=saved.owner_id,
            guild_id=None,
            channel_id=None,
            message_id=None,
            token="",
            token_until=moment,
            private=True,
            locale="",
            wish=write_wish(wish),
            size=0,
            state=JobState.QUEUED,
            part=0,
            attempts=0,
            fence=0,
            animoji_id=None,
            failure=None,
            asked_at=moment,
            rendered_at=None,
        )
        await work.jobs.add_student(job)

    async def unwant(self, work: Work, character_id: int) -> None:
        """Takes a character's student out of the queue, in the transaction in which the character is deleted."""
        await work.jobs.forget_student(character_id)

    async def forget(self, character_id: int, character: Character) -> None:
        """A character was deleted, or has another picture now than ``character``: its student goes, unless somebody
        else's character is the same picture.
        """
        if character.picture is None:
            return
        if character_id == self._character_id:
            await self.pause()
        await self._clear(character)

    async def standing(self, saved: SavedCharacter, character: Character) -> StudentStanding:
        """How far the student of a character is."""
        judgement = await self._judgement(character)
        if judgement is not None:
            state = StudentState.READY if judgement.is_usable else StudentState.POOR
            return StudentStanding(state, 1.0, judgement)
        async with self._store.look() as work:
            found = await work.jobs.student(saved.id)
        match found:
            case JobState.QUEUED | JobState.RUNNING, done:
                return StudentStanding(StudentState.UNFINISHED, done)
            case JobState.FAILED, _:
                return StudentStanding(StudentState.FAILED)
        return StudentStanding(StudentState.NONE)

    async def size_for(self, character: Character, size: int) -> int:
        """How large an animoji of this character is where ``size`` is the usual one: twice as large with a student,
        which draws so fast that this costs nothing.
        """
        judgement = await self._judgement(character)
        return max(size, min(2 * size, LARGEST)) if judgement is not None and judgement.is_usable else size

    async def _judgement(self, character: Character) -> Judgement | None:
        if character.picture is None:
            return None
        return await asyncio.to_thread(judgement_of, character, self._shelf)

    async def _clear(self, character: Character) -> None:
        async with self._store.look() as work:
            if character.picture is None or await work.characters.has_picture(character.picture):
                return
        await asyncio.to_thread(forget_student, character, self._shelf)

    # In spare time

    async def resume(self) -> None:
        """Nobody waits for anything here: goes on with a student, if there is one to be made."""
        if self._distiller is None or self._task is not None or not self._distiller.has_room():
            return
        if (job := await self._leases.claim_student()) is not None:
            self._character_id = job.id
            self._task = asyncio.create_task(self._make(self._distiller, job), name=f"student {job.id}")
            self._task.add_done_callback(self._ended)

    async def pause(self) -> None:
        """Somebody waits for something: stops at once, to go on later."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._task, self._character_id = None, 0
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a student is left to its next turn", exc_info=error)

    async def _make(self, distiller: StudentMaker, job: Job) -> None:
        job_id.set(str(job.id))
        async with self._store.look() as work:
            character = await work.characters.load(job.id)
            _, self._done = await work.jobs.student(job.id) or (job.state, 0.0)
        try:
            if character is None:
                async with self._store.work() as work:
                    await work.jobs.forget_student(job.id)
                return
            if job.attempts > _ATTEMPTS:
                raise PipelineDiedError(f"the bot died {_ATTEMPTS} times over the same student")
            made = distiller.distil(character, self._seconds, self._hear)
            judgement = await self._leases.tend(job, made, lambda: self._leases.renew(job, self._done))
            await self._leases.insist(job, lambda: self._finish(job))
            log.info("a student of %.1f dB is made", judgement.psnr.figure)
        except LeaseLostError as lost:
            log.info("%s", lost)
            if character is not None:
                await self._clear(character)
        except asyncio.CancelledError:
            with contextlib.suppress(LeaseLostError, *FULL_HOUSE):
                await self._leases.renew(job, self._done)
            await self._leases.give_back(job)
            raise
        except (*FULL_HOUSE, SetupError, OSError) as error:
            log.warning("a student has to wait: %s", error)
            await self._leases.give_back(job, now() + _PAUSE)
        except Exception as error:
            failure = Failure.of(error)
            await self._leases.insist(job, lambda: self._fail(job, failure))

    def _hear(self, progress: Progress) -> None:
        self._done = max(self._done, progress.fraction)

    async def _finish(self, job: Job) -> None:
        async with self._store.work() as work:
            done = await work.jobs.rendered(job, now(), self._leases.until)
            await work.jobs.settle(done, now())

    async def _fail(self, job: Job, failure: Failure) -> None:
        async with self._store.work() as work:
            # Not under the failure's own kind: that its owner's jobs die is held against them.
            failed = await work.jobs.fail(job, now(), self._leases.until, failure.write(), job.kind)
            await work.jobs.settle(failed, now())
