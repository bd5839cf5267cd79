"""Jobs from asking to the end, whatever goes wrong on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import sqlalchemy as sa

from bot.domain import JobState
from bot.errors import CannotSaveError, NotYoursError, ShutOutError, TooManyJobsError, UploadGoneError
from bot.services.asker import Asker
from bot.services.courier import NotYetError, Standing
from bot.services.orders import Attached, Clip, Order, Own, Preset, Words
from bot.services.uploads import UploadService
from bot.services.wishes import NewAnimoji, NewPack, PictureUse, ShowCharacter, read_wish, write_wish
from bot.store.database import Store, open_store
from bot.store.jobs import JobRepository
from bot.store.models import JobRow, UsageRow
from pipeline import JobCancelled, Output, PipelineDiedError, PresetMotion, Progress, Stage, UserError
from tests.bot.databases import empty_database
from tests.bot.fakes import FakeEngine
from tests.bot.office import MIKA, ORDER, WISH, Office, open_office, ticket

DONE, RUNNING, FAILED = JobState.DELIVERED, JobState.RUNNING, JobState.FAILED


async def used(store: Store) -> int:
    """How much of the quota of today is used up."""
    async with store.look() as work:
        return await work.session.scalar(sa.select(sa.func.sum(UsageRow.count)).where(UsageRow.user_id != 0)) or 0


def failing(times: int, error: Callable[[], Exception], real: Any) -> Any:
    """What fails so often, and then does what ``real`` does."""
    left = [times]

    async def act(*values: Any, **more: Any) -> Any:
        if left[0]:
            left[0] -= 1
            raise error()
        return await real(*values, **more)

    return act


async def test_a_job_is_drawn_kept_and_delivered(either_office: Office) -> None:
    job = await either_office.made()
    ((delivered, (result,)),) = either_office.courier.delivered
    assert delivered.id == job.id
    kept = await either_office.animojis.get(delivered.animoji_id or 0)
    assert (kept.caption, kept.background, kept.guild_id, kept.owner_id) == ("gm", "sky", 5, 42)
    assert result.character.prompt == "cat ears"
    assert await used(either_office.store) == 1
    assert await either_office.blobs.sweep() == 0


async def test_an_interaction_that_comes_twice_is_one_job(office: Office) -> None:
    assert await office.jobs.accept(MIKA, ticket(7), WISH)
    assert not await office.jobs.accept(MIKA, ticket(7), WISH)
    await office.until(7, DONE)
    assert not await office.jobs.accept(MIKA, ticket(7), WISH)
    assert len(office.engine.jobs) == 1
    assert await used(office.store) == 1


async def test_people_hear_how_far_their_jobs_are(office: Office) -> None:
    office.engine.instant = False
    first, second = await office.ask(asker=Asker(1)), await office.ask(asker=Asker(2))
    third = await office.ask(asker=Asker(3))
    job = await office.engine.next_job()
    job.news.put_nowait(Progress(Stage.POSE, 0.5))
    for _ in range(1000):
        shown = dict(office.courier.shown)
        if len(shown) == 3 and shown[first].progress == Progress(Stage.POSE, 0.5):
            break
        await asyncio.sleep(0.01)
    assert shown[first] == Standing(0, Progress(Stage.POSE, 0.5))
    assert shown[second].position == 1
    assert shown[third].position == 2
    assert len(office.engine.jobs) == 1, "the engine has no more than it can run"
    office.engine.instant = True
    job.finish()
    for number in (first, second, third):
        await office.until(number, DONE)


async def test_progress_that_cannot_be_shown_stops_nothing(office: Office) -> None:
    async def show(*_: object) -> None:
        raise aiohttp.ServerDisconnectedError

    office.courier.show = show  # type: ignore[assignment]
    office.engine.instant = False
    number = await office.ask()
    job = await office.engine.next_job()
    await asyncio.sleep(0.1)
    job.finish()
    await office.until(number, DONE)


async def test_only_the_owner_or_a_moderator_cancels(office: Office) -> None:
    office.engine.instant = False
    for canceller, moderates in ((42, False), (2, True)):
        number = await office.ask()
        job = await office.engine.next_job()
        with pytest.raises(NotYoursError):
            await office.jobs.cancel(number, 3)
        assert await office.jobs.cancel(number, canceller, moderates)
        await office.until(number, JobState.CANCELLED)
        assert not await office.jobs.cancel(number, canceller, moderates)
        with pytest.raises(JobCancelled):
            await asyncio.wait_for(job.result(), 5)
    assert await used(office.store) == 0, "nothing has worked for them"
    assert not await office.jobs.cancel(99, 42)


async def test_a_failure_is_told_once_and_counts_by_whose_it_is(office: Office) -> None:
    class OursError(Exception):
        pass

    for error, count in ((UserError(), 0), (OursError(), 0)):
        office.engine.instant = False
        number = await office.ask()
        (await office.engine.next_job()).finish(error)
        await office.until(number, FAILED)
        assert await used(office.store) == count
    await asyncio.sleep(0.1)
    assert [failure.key for _, failure in office.courier.told] == ["error.user", "failure.unknown"]


async def test_a_pack_is_several_pictures(office: Office) -> None:
    job = await office.made()
    kept = await office.animojis.chosen(42, None)
    await office.made(NewPack(Own.of(kept.character), "mika", ("happy", "sad", "angry"), 6))
    motions = [each.request.motion for each in office.engine.jobs[1:]]
    assert motions == [PresetMotion(name) for name in ("laugh", "cry", "rage")]
    assert len(office.courier.delivered[-1][1]) == 3
    assert job.id != office.courier.delivered[-1][0].id


async def test_looking_at_a_character_costs_no_quota(office: Office) -> None:
    await office.made()
    kept = await office.animojis.chosen(42, None)
    await office.made(ShowCharacter(Own.of(kept.character), PictureUse.VIEW, Output()))
    assert await used(office.store) == 1


async def test_a_wish_of_another_version_fails_without_harm(office: Office) -> None:
    office.engine.instant = False
    await office.ask(asker=Asker(1))
    await office.engine.next_job()
    await office.ask(asker=Asker(2))
    number = await office.ask(asker=Asker(3))
    async with office.store.work() as work:
        await work.session.execute(sa.update(JobRow).where(JobRow.id == number).values(wish={"version": 99}))
    office.engine.jobs[0].finish()
    office.engine.instant = True
    await office.until(number, FAILED)
    with pytest.raises(ValueError, match="99"):
        read_wish({"version": 99})
    assert read_wish(write_wish(WISH)) == WISH


async def test_a_clip_that_is_gone_is_told_and_given_back(office: Office) -> None:
    clip = Clip(Attached("http://127.0.0.1:9/clip.mp4", ".mp4", 9), 6.0)
    number = await office.ask(NewAnimoji(Order(Words("cat", 1), clip), Output()))
    await office.until(number, FAILED)
    while not office.courier.told:  # noqa: ASYNC110 - the courier rings no bell
        await asyncio.sleep(0.01)
    assert [failure.key for _, failure in office.courier.told] == [UploadGoneError.key]
    assert await used(office.store) == 0


async def test_a_database_that_is_away_at_the_end_costs_nothing_but_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for method in ("rendered", "settle"):
        monkeypatch.setattr(JobRepository, method, failing(3, CannotSaveError, getattr(JobRepository, method)))
    await office.made()
    assert (len(office.engine.jobs), len(office.courier.delivered)) == (1, 1)


async def test_a_discord_that_is_away_costs_nothing_but_time(office: Office) -> None:
    office.courier.troubles = [aiohttp.ServerDisconnectedError(), asyncio.TimeoutError()]
    job = await office.made()
    assert [each.id for each, _ in office.courier.delivered] == [job.id]
    assert len(office.engine.jobs) == 1


async def test_what_discord_lets_be_done_later_is_done_later(office: Office) -> None:
    moment = datetime.now(timezone.utc)
    office.courier.troubles = [NotYetError(moment)]
    await office.made()
    assert len(office.courier.delivered) == 1


async def test_who_cannot_be_given_it_is_told_so(office: Office) -> None:
    office.courier.troubles = [UserError()]
    await office.until(await office.ask(), FAILED)
    await asyncio.sleep(0.1)
    assert [failure.key for _, failure in office.courier.told] == ["error.user"]


async def test_forgetting_a_person_forgets_what_is_under_way(office: Office) -> None:
    office.engine.instant = False
    number = await office.ask()
    job = await office.engine.next_job()
    await office.jobs.forget(42)
    with pytest.raises(JobCancelled):
        await asyncio.wait_for(job.result(), 5)
    await asyncio.sleep(0.1)
    async with office.store.look() as work:
        assert await work.jobs.get(number) is None
        assert await work.privacy.counts(42) == (0, 0, 0, 0, 0)
        assert await work.privacy.person(42) == {"id": 42, "opted_out": None}
    assert [failure.key for _, failure in office.courier.told] == ["job.cancelled"]
    assert office.courier.delivered == []


@asynccontextmanager
async def two_offices(
    store: Store, uploads: UploadService, folder: Path, lease: float = 20.0
) -> AsyncIterator[tuple[Office, Office]]:
    first = open_office(store, FakeEngine(instant=False), uploads, folder, lease)
    second = open_office(store, FakeEngine(instant=False), uploads, folder, lease)
    async with first as one, second as two:
        yield one, two


async def test_when_the_bot_stops_the_next_one_goes_on(
    either_store: Store, uploads: UploadService, tmp_path: Path
) -> None:
    async with open_office(either_store, FakeEngine(instant=False), uploads, tmp_path) as one:
        numbers = [await one.ask(asker=Asker(owner)) for owner in range(5)]
        await one.until(numbers[0], RUNNING)
    assert one.courier.told == []
    async with open_office(either_store, FakeEngine(), uploads, tmp_path) as two:
        for number in numbers:
            await two.until(number, DONE)
        assert sorted(job.id for job, _ in two.courier.delivered) == numbers


async def test_who_hangs_loses_the_job_and_cannot_deliver(
    store: Store, uploads: UploadService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its machine stands still for longer than the lease, wakes up and finds that somebody else was quicker."""
    async with two_offices(store, uploads, tmp_path, lease=1.0) as (one, two):
        two.engine.slots = -1  # it looks on
        number = await one.ask()
        job = await one.engine.next_job()
        two.engine.slots = 1
        monkeypatch.setattr(one.dispatcher._leases, "renew", lambda *_: asyncio.Event().wait())
        two.engine.instant = True
        await two.until(number, DONE)
        job.finish()
        await asyncio.sleep(0.3)
        assert len(two.courier.delivered) == 1
        assert one.courier.delivered == []
        async with store.look() as work:
            assert (await work.privacy.counts(42))[1] == 1, "one animoji is kept"


async def test_two_processes_share_the_work_and_the_limits(uploads: UploadService, tmp_path: Path) -> None:
    async with empty_database("postgresql", tmp_path) as url, open_store(url) as store, open_store(url) as other:
        one_office = open_office(store, FakeEngine(), uploads, tmp_path, jobs_per_user=3)
        two_office = open_office(other, FakeEngine(), uploads, tmp_path, jobs_per_user=3)
        async with one_office as one, two_office as two:
            two._count += 500
            numbers = await asyncio.gather(*((one, two)[n % 2].ask(asker=Asker(n)) for n in range(15)))
            for number in numbers:
                await one.until(number, DONE)
            delivered = [job.id for office in (one, two) for job, _ in office.courier.delivered]
            assert len(delivered) == len(set(delivered)) == 15
            one.engine.instant = two.engine.instant = False

            async def ask(office: Office, number: int) -> bool:
                try:
                    await office.jobs.accept(Asker(99), ticket(number), WISH)
                except TooManyJobsError:
                    return False
                return True

            taken = await asyncio.gather(*(ask((one, two)[n % 2], 5000 + n) for n in range(10)))
            assert sum(taken) == 3
            running = next(n for n in range(10) if taken[n])
            await asyncio.sleep(0.2)
            assert await (two, one)[running % 2].jobs.cancel(5000 + running, 99), "from another process"
            await one.until(5000 + running, JobState.CANCELLED)


async def test_deadly_jobs_are_counted_for_all_processes(store: Store, uploads: UploadService, tmp_path: Path) -> None:
    async with open_office(store, FakeEngine(instant=False), uploads, tmp_path) as one:
        for _ in range(3):
            number = await one.ask()
            (await one.engine.next_job()).finish(PipelineDiedError("twice"))
            await one.until(number, FAILED)
    async with open_office(store, FakeEngine(), uploads, tmp_path) as two:
        two._count += 500
        with pytest.raises(ShutOutError):
            await two.ask(asker=Asker(42))
        await two.made(asker=Asker(43, guild_id=5))


def test_orders_say_what_they_need() -> None:
    assert ORDER.files == []
    assert ORDER.words == ["cat ears", "", "gm", ""]
    assert isinstance(ORDER.motion, Preset)
