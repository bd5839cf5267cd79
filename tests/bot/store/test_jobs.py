"""The table of jobs: fair turns, leases that end, fences that keep out who comes back too late."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain import Job, JobState, Platform
from bot.store.database import Store, open_store
from bot.store.jobs import LeaseLostError
from tests.bot.databases import empty_database
from tests.bot.office import new_job

SOON = timedelta(seconds=20)
_MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def later(seconds: float = 1.0) -> datetime:
    return datetime.now(timezone.utc) + timedelta(seconds=seconds)


async def add(store: Store, *jobs: Job) -> None:
    async with store.work() as work:
        for job in jobs:
            await work.jobs.add(job, None, job.asked_at)


async def claim(store: Store, until: timedelta = SOON) -> Job | None:
    async with store.work() as work:
        moment = later(60)
        return await work.jobs.claim(Platform.DISCORD, moment, moment + until)


async def served(store: Store) -> list[int]:
    """All jobs that wait, in the order in which they are taken; each is drawn before the next one is taken."""
    numbers = []
    while (job := await claim(store)) is not None:
        numbers.append(job.id)
        async with store.work() as work:
            await work.jobs.settle(await work.jobs.rendered(job, later(), later()), later())
    return numbers


async def test_people_take_turns_and_so_do_servers(either_store: Store) -> None:
    ann, ben, cat, dan = 11, 12, 13, 14
    await add(
        either_store,
        *(new_job(number, ann, 1) for number in (1, 2, 3)),
        new_job(4, ben, 1),
        new_job(5, cat, 1),
        new_job(6, dan, 2),
    )
    async with either_store.look() as work:
        queue = [each.id for each in await work.jobs.queue(Platform.DISCORD, later())]
    assert queue == [1, 4, 5, 6, 2, 3]
    assert await served(either_store) == [1, 6, 4, 5, 2, 3], "who was served, person or server, goes to the end"


async def test_nobody_who_waits_is_passed_by_newcomers(either_store: Store) -> None:
    await add(either_store, new_job(1, 11), new_job(2, 11))
    first = await claim(either_store)
    assert first is not None
    later_on = datetime.now(timezone.utc) + timedelta(minutes=2)
    await add(either_store, *(new_job(number, number, asked_at=later_on) for number in range(3, 9)))
    assert (await served(either_store))[0] == 2


async def test_what_runs_was_a_turn(either_store: Store) -> None:
    await add(either_store, new_job(1, 11), new_job(2, 11), new_job(3, 12))
    taken = [await claim(either_store), await claim(either_store), await claim(either_store)]
    assert [job and job.id for job in taken] == [1, 3, 2]
    assert await claim(either_store) is None


async def test_a_job_of_many_parts_lets_others_go_between(either_store: Store) -> None:
    await add(either_store, new_job(1, 11), new_job(2, 12))
    first = await claim(either_store)
    assert first is not None
    async with either_store.work() as work:
        await work.jobs.next_part(first, later(5))
    assert await served(either_store) == [2, 1]


async def test_who_lost_the_lease_changes_nothing(either_store: Store) -> None:
    await add(either_store, new_job(1))
    slow = await claim(either_store, until=-4 * SOON)
    assert slow is not None
    async with either_store.work() as work:
        assert await work.jobs.has_work(Platform.DISCORD, later())
        assert await work.jobs.free_abandoned(later()) == 1
    quick = await claim(either_store)
    assert quick is not None
    assert (quick.id, quick.attempts) == (1, 2)
    assert quick.fence > slow.fence

    async def late() -> None:
        async with either_store.work() as work:
            with pytest.raises(LeaseLostError):
                await work.jobs.renew(slow, later())
            with pytest.raises(LeaseLostError):
                await work.jobs.rendered(slow, later(), later())
            with pytest.raises(LeaseLostError):
                await work.jobs.settle(slow, later())
            with pytest.raises(LeaseLostError):
                await work.jobs.release(slow)
            with pytest.raises(LeaseLostError):
                await work.jobs.fail(slow, later(), later(), {}, "bug")

    await late()
    async with either_store.work() as work:
        done = await work.jobs.rendered(quick, later(), later())
        assert (done.state, done.fence) == (JobState.RENDERED, quick.fence)
    await late()


async def test_cancelling_takes_a_job_from_whoever_draws_it(either_store: Store) -> None:
    await add(either_store, new_job(1))
    held = await claim(either_store)
    assert held is not None
    async with either_store.work() as work:
        cancelled = await work.jobs.cancel(1, later())
        assert cancelled is not None
        assert cancelled.state is JobState.CANCELLED
        assert await work.jobs.cancel(1, later()) is None
        with pytest.raises(LeaseLostError):
            await work.jobs.renew(held, later())
        errand = await work.jobs.claim_errand(Platform.DISCORD, later(5), later(9))
        assert errand is not None
        assert errand.id == 1
        assert await work.jobs.claim_errand(Platform.DISCORD, later(5), later(9)) is None


async def test_what_is_over_is_scrubbed_and_forgotten_some_day(either_store: Store) -> None:
    await add(either_store, new_job(1), new_job(2))
    job = await claim(either_store)
    assert job is not None
    async with either_store.work() as work:
        await work.jobs.settle(await work.jobs.rendered(job, later(), later(9)), later())
        over = await work.jobs.get(1)
        assert over is not None
        assert (over.state, over.wish, over.token) == (JobState.DELIVERED, {}, "")
        assert await work.jobs.is_known(1), "a second delivery of the interaction is known"
        await work.jobs.forget_before(later(99))
        assert not await work.jobs.is_known(1)
        assert await work.jobs.is_known(2)


async def test_a_place_is_shown_by_one_alone(either_store: Store) -> None:
    job = new_job(1)
    await add(either_store, job)
    moment = later()
    async with either_store.work() as work:
        assert await work.jobs.shown(job, moment)
        assert not await work.jobs.shown(job, later(2))
        (seen,) = await work.jobs.queue(Platform.DISCORD, later())
        assert seen.shown_at == moment
        assert await work.jobs.shown(seen, later(2))


async def test_a_job_is_held_until_its_person_was_answered(either_store: Store) -> None:
    job = new_job(1)
    async with either_store.work() as work:
        await work.jobs.add(job, None, job.asked_at + timedelta(seconds=5))
        assert await work.jobs.queue(Platform.DISCORD, later(1)) == []
        assert await work.jobs.claim(Platform.DISCORD, later(1), later(9)) is None
        await work.jobs.acknowledged(1, 77, later(1))
        assert [each.message_id for each in await work.jobs.queue(Platform.DISCORD, later(1))] == [77]
        assert await work.jobs.claim(Platform.DISCORD, later(1), later(9)) is not None


async def test_a_job_whose_person_was_never_answered_is_begun_all_the_same(either_store: Store) -> None:
    job = new_job(1)
    async with either_store.work() as work:
        await work.jobs.add(job, None, job.asked_at + timedelta(seconds=5))
        assert await work.jobs.claim(Platform.DISCORD, later(9), later(20)) is not None


@_MANY
@given(st.lists(st.tuples(st.integers(1, 4), st.one_of(st.none(), st.integers(1, 2))), min_size=1, max_size=12))
async def test_nobody_waits_for_the_second_job_of_another(store: Store, asked: list[tuple[int, int | None]]) -> None:
    async with store.work() as work:
        for owner in range(1, 5):
            await work.jobs.forget(owner)
    await add(store, *(new_job(number, owner, guild) for number, (owner, guild) in enumerate(asked, 1)))
    async with store.look() as work:
        queue = list(await work.jobs.queue(Platform.DISCORD, later()))
    assert sorted(job.id for job in queue) == list(range(1, len(asked) + 1))
    turns: dict[int, int] = {}
    numbers = []
    for job in queue:
        turns[job.owner_id] = turns.get(job.owner_id, 0) + 1
        numbers.append(turns[job.owner_id])
    assert numbers == sorted(numbers), "everybody's first, then everybody's second"
    assert await claim(store) == (await _get(store, queue[0].id))


async def _get(store: Store, number: int) -> Job | None:
    async with store.look() as work:
        return await work.jobs.get(number)


async def test_two_processes_on_one_postgresql_never_take_the_same_job(tmp_path: Path) -> None:
    async with empty_database("postgresql", tmp_path) as url, open_store(url) as one, open_store(url) as two:
        await add(one, *(new_job(number, number % 7) for number in range(1, 61)))

        async def work_on(store: Store) -> list[int]:
            taken = []
            while (job := await claim(store)) is not None:
                taken.append(job.id)
                await asyncio.sleep(0)
            return taken

        taken = await asyncio.gather(*(work_on(store) for store in (one, two, one, two)))
        assert sorted(number for numbers in taken for number in numbers) == list(range(1, 61))
        assert sum(bool(numbers) for numbers in taken) > 1, "they share"


async def test_each_platform_has_its_own_line_and_one_number_is_two_people(either_store: Store) -> None:
    here, there = Platform.DISCORD, Platform.TELEGRAM
    assert there.person(there.person(7)) == 7 == here.person(7) != there.person(7)
    await add(either_store, new_job(1, here.person(7)), new_job(2, there.person(7)), new_job(3, there.person(8)))
    async with either_store.work() as work:
        assert [job.id for job in await work.jobs.queue(here, later())] == [1]
        assert [job.id for job in await work.jobs.queue(there, later())] == [2, 3]
        assert (await work.jobs.under_way(there.person(7), None)).of_user == 1
        (taken,) = [await work.jobs.claim(there, later(), later(20))]
        assert taken is not None and taken.owner_id == -7
        await work.jobs.rendered(taken, later(), later(0.5))
        assert await work.jobs.claim_errand(here, later(5), later(9)) is None
        errand = await work.jobs.claim_errand(there, later(5), later(9))
        assert errand is not None and errand.id == 2
    assert await served(either_store) == [1]
    async with either_store.look() as work:
        assert not await work.jobs.has_work(here, later())
        assert await work.jobs.has_work(there, later())
