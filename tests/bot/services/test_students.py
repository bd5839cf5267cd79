"""Students of picture characters: made while nobody waits for anything, and gone with their character."""

from __future__ import annotations

import asyncio
import functools
import io
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.discord_services.expressions import ExpressionService
from bot.domain import JobState, SavedCharacter
from bot.services.leases import now
from bot.services.orders import Order, Own, Preset
from bot.services.privacy import PrivacyService
from bot.services.students import StudentState
from bot.services.uploads import UploadService
from bot.services.wishes import NewAnimoji
from bot.store.database import Store
from pipeline import (
    Character,
    CharacterKind,
    Judgement,
    OnProgress,
    Output,
    Progress,
    SetupError,
    Stage,
    UserError,
)
from pipeline.posers.student.file import student_bytes
from pipeline.posers.student.model import Student
from pipeline.posers.student.shelf import keep_student, student_path
from pipeline.types import Psnr
from tests.bot.fakes import FakeEngine
from tests.bot.office import MIKA, Office, open_office
from tests.pipeline.posers.student.handmade import handmade_student


@functools.cache
def _student() -> Student:
    return handmade_student(np.full((512, 512, 4), 90, np.uint8))


def aligned_character(shade: int = 90) -> Character:
    """A character that is a picture of one colour."""
    data = io.BytesIO()
    Image.new("RGBA", (512, 512), (shade, 90, 90, 255)).save(data, "PNG")
    return Character(CharacterKind.UPLOADED, picture=data.getvalue())


@dataclass
class SlowDistiller:
    """Makes students when the test says so.

    Attributes:
        shelf: where it puts them.
        figure: dB of the next ones.
        open: while cleared, none is finished.
        begun: whose were begun, finished and stopped.
        fails_with: what the next one ends with.
    """

    shelf: Path
    figure: float = 34.0
    open: asyncio.Event = field(default_factory=asyncio.Event)
    begun: list[Character] = field(default_factory=list)
    made: list[Character] = field(default_factory=list)
    stopped: int = 0
    fails_with: Exception | None = None
    room: bool = True

    def has_room(self) -> bool:
        return self.room

    async def distil(self, character: Character, seconds: float, on_progress: OnProgress) -> Judgement:
        assert seconds == 60.0
        self.begun.append(character)
        on_progress(Progress(Stage.CHARACTER, 0.25))
        try:
            await self.open.wait()
        except asyncio.CancelledError:
            self.stopped += 1
            raise
        if self.fails_with is not None:
            raise self.fails_with
        judgement = Judgement(Psnr(40.0, self.figure, 31.0), 28.0, 0.99, 4)
        keep_student(character, self.shelf, student_bytes(replace(_student(), judgement=judgement)))
        self.made.append(character)
        return judgement


@pytest.fixture
def distiller(tmp_path: Path) -> SlowDistiller:
    return SlowDistiller(tmp_path / "students")


@pytest.fixture
async def learning(
    either_store: Store, engine: FakeEngine, uploads: UploadService, tmp_path: Path, distiller: SlowDistiller
) -> AsyncIterator[Office]:
    """An office whose spare time is used."""
    async with open_office(either_store, engine, uploads, tmp_path, distiller=distiller) as office:
        yield office


async def save(office: Office, owner: int = MIKA.user_id, shade: int = 90) -> SavedCharacter:
    """A picture character, saved as an animoji's is."""
    async with office.store.work() as work:
        await work.users.meet(owner, "ja")
        saved = await office.characters.save(work, owner, "", aligned_character(shade))
    office.dispatcher.wake()
    return saved


async def until(condition: Callable[[], bool]) -> None:
    """Waits until it holds."""
    for _ in range(1000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to be")


async def test_a_saved_picture_is_distilled_and_from_then_on_drawn_larger(
    learning: Office, distiller: SlowDistiller
) -> None:
    saved = await save(learning)
    character = await learning.characters.load(saved.id)
    await until(lambda: distiller.begun == [character])
    assert (await learning.students.standing(saved, character)).state is StudentState.UNFINISHED
    assert await learning.students.size_for(character, 320) == 320
    distiller.open.set()
    job = await learning.until(saved.id, JobState.DELIVERED)
    assert (job.kind, job.wish, job.owner_id) == ("student", {}, MIKA.user_id)
    standing = await learning.students.standing(saved, character)
    assert standing.state is StudentState.READY
    assert standing.judgement is not None and standing.judgement.psnr.figure == 34.0
    assert [await learning.students.size_for(character, size) for size in (128, 256, 320, 640)] == [256, 512, 512, 640]
    await learning.made(NewAnimoji(Order(Own.of(saved), Preset("wave")), Output(size=256)))
    assert learning.engine.jobs[-1].request.output.size == 512
    assert learning.courier.told == [] and len(learning.courier.delivered) == 1, "nobody hears of a student"


async def test_somebodys_job_comes_first_and_the_student_goes_on_afterwards(
    learning: Office, distiller: SlowDistiller
) -> None:
    learning.engine.instant = False
    saved = await save(learning)
    await until(lambda: len(distiller.begun) == 1)
    number = await learning.ask()
    engine_job = await learning.engine.next_job()
    await until(lambda: distiller.stopped == 1)
    stopped = await learning.until(saved.id, JobState.QUEUED)
    assert stopped.attempts == 0, "that it was stopped counts against nobody"
    distiller.open.set()
    await asyncio.sleep(0.1)
    assert distiller.made == [], "not while something is drawn"
    engine_job.finish()
    await learning.until(number, JobState.DELIVERED)
    await learning.until(saved.id, JobState.DELIVERED)
    assert len(distiller.begun) == 2


async def test_students_count_against_nobody_and_stand_in_nobodys_way(
    either_store: Store, engine: FakeEngine, uploads: UploadService, tmp_path: Path, distiller: SlowDistiller
) -> None:
    limits = {"jobs_per_user": 1, "jobs": 1, "daily_quota": 1}
    async with open_office(either_store, engine, uploads, tmp_path, distiller=distiller, **limits) as office:
        for shade in (10, 20, 30):
            await save(office, shade=shade)
        await until(lambda: len(distiller.begun) == 1)
        assert office.dispatcher.waiting == 0
        await office.made()


async def test_a_student_outlives_a_restart(
    either_store: Store, engine: FakeEngine, uploads: UploadService, tmp_path: Path, distiller: SlowDistiller
) -> None:
    async with open_office(either_store, engine, uploads, tmp_path, distiller=distiller) as office:
        saved = await save(office)
        await until(lambda: len(distiller.begun) == 1)
    assert distiller.stopped == 1
    distiller.open.set()
    async with open_office(either_store, engine, uploads, tmp_path, distiller=distiller) as office:
        await office.until(saved.id, JobState.DELIVERED)
    assert len(distiller.made) == 1


async def test_without_a_distiller_nothing_is_queued(office: Office) -> None:
    saved = await save(office)
    async with office.store.look() as work:
        assert await work.jobs.get(saved.id) is None
    character = await office.characters.load(saved.id)
    assert (await office.students.standing(saved, character)).state is StudentState.NONE


async def test_a_poor_student_is_said_to_be_poor(learning: Office, distiller: SlowDistiller) -> None:
    distiller.figure = 27.1
    distiller.open.set()
    saved = await save(learning)
    await learning.until(saved.id, JobState.DELIVERED)
    character = await learning.characters.load(saved.id)
    assert (await learning.students.standing(saved, character)).state is StudentState.POOR
    assert await learning.students.size_for(character, 256) == 256


async def test_a_picture_that_cannot_be_learned_is_not_tried_again_and_held_against_nobody(
    learning: Office, distiller: SlowDistiller
) -> None:
    distiller.fails_with = UserError()
    distiller.open.set()
    saved = await save(learning)
    await learning.until(saved.id, JobState.FAILED)
    character = await learning.characters.load(saved.id)
    assert (await learning.students.standing(saved, character)).state is StudentState.FAILED
    for _ in range(3):
        await learning.made()
    assert len(distiller.begun) == 1
    assert learning.courier.told == []


async def test_what_the_machine_lacks_is_waited_for(learning: Office, distiller: SlowDistiller) -> None:
    distiller.fails_with = SetupError()
    distiller.open.set()
    saved = await save(learning)
    await until(lambda: len(distiller.begun) == 1)
    job = await learning.until(saved.id, JobState.QUEUED)
    assert job.attempts == 0
    await learning.made()
    assert len(distiller.begun) == 1, "not at once"


async def test_there_must_be_room(learning: Office, distiller: SlowDistiller) -> None:
    distiller.room = False
    saved = await save(learning)
    await learning.made()
    assert distiller.begun == []
    distiller.room = True
    distiller.open.set()
    await learning.until(saved.id, JobState.DELIVERED)


async def test_a_student_goes_with_its_character_unless_somebody_else_has_the_same_picture(
    learning: Office, distiller: SlowDistiller
) -> None:
    distiller.open.set()
    mine, other = await save(learning), await save(learning, owner=7)
    for saved in (mine, other):
        await learning.until(saved.id, JobState.DELIVERED)
    character = await learning.characters.load(mine.id)
    path = student_path(character, distiller.shelf)
    assert path.is_file()
    await learning.characters.delete(MIKA.user_id, str(mine.id))
    assert path.is_file()
    own_emoji = ExpressionService(learning.store, 20)
    privacy = PrivacyService(learning.store, learning.jobs, learning.students, own_emoji.remove_own)
    await privacy.delete(7)
    assert not path.exists()
    async with learning.store.look() as work:
        assert await work.jobs.get(other.id) is None


async def test_a_student_that_is_being_made_stops_when_its_character_is_deleted(
    learning: Office, distiller: SlowDistiller
) -> None:
    saved = await save(learning)
    await until(lambda: len(distiller.begun) == 1)
    character = await learning.characters.load(saved.id)
    unfinished = distiller.shelf / "unfinished" / f"{student_path(character, distiller.shelf).stem[:32]}-1-0"
    unfinished.mkdir(parents=True)
    await learning.characters.delete(MIKA.user_id, str(saved.id))
    assert distiller.stopped == 1
    assert not unfinished.exists(), "what the teacher drew of it goes, too"
    distiller.open.set()
    await learning.made()
    assert distiller.made == []


async def test_another_picture_of_the_same_character_is_learned_anew(
    learning: Office, distiller: SlowDistiller
) -> None:
    distiller.open.set()
    saved = await save(learning)
    before = await learning.characters.load(saved.id)
    await learning.until(saved.id, JobState.DELIVERED)
    other = aligned_character(200)
    async with learning.store.work() as work:
        assert other.picture is not None
        await learning.characters.offer(work, saved, [other])
    await learning.characters.choose(saved.id, 1)
    learning.dispatcher.wake()
    await until(lambda: len(distiller.made) == 2)
    assert distiller.made[1] == Character(CharacterKind.UPLOADED, picture=other.picture)
    assert not student_path(before, distiller.shelf).exists()
    assert student_path(other, distiller.shelf).is_file()


async def test_two_bots_make_one_student(
    either_store: Store, engine: FakeEngine, uploads: UploadService, tmp_path: Path, distiller: SlowDistiller
) -> None:
    other = SlowDistiller(distiller.shelf)
    async with (
        open_office(either_store, engine, uploads, tmp_path, distiller=distiller) as office,
        open_office(either_store, engine, uploads, tmp_path, distiller=other),
    ):
        distiller.open.set()
        other.open.set()
        saved = await save(office)
        await office.until(saved.id, JobState.DELIVERED)
        await office.made()
    assert len(distiller.made + other.made) == 1


async def test_a_student_that_nobody_works_on_any_more_is_begun_again(
    either_store: Store, engine: FakeEngine, uploads: UploadService, tmp_path: Path, distiller: SlowDistiller
) -> None:
    async with open_office(either_store, engine, uploads, tmp_path, distiller=distiller) as office:
        saved = await save(office)
        await until(lambda: len(distiller.begun) == 1)
    async with either_store.work() as work:
        taken = await work.jobs.claim_student(now(), now())
    assert taken is not None and taken.id == saved.id
    distiller.open.set()
    async with open_office(either_store, engine, uploads, tmp_path, distiller=distiller) as office:
        await office.until(saved.id, JobState.DELIVERED)
