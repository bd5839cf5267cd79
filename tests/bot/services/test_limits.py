"""Limits: counted once, given back on failure, and refused with the time when it goes on."""

from __future__ import annotations

import asyncio
import itertools
from datetime import datetime, timedelta, timezone

import pytest

from bot.domain import Platform
from bot.errors import (
    BotBusyError,
    CooldownError,
    QuotaUsedUpError,
    ServerBusyError,
    ServerQuotaUsedUpError,
    ShutOutError,
    TooManyJobsError,
)
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.services.limits import Defaults, LimitService, is_our_fault, tomorrow
from bot.services.wishes import Counted
from bot.store.database import Store
from pipeline import (
    EngineClosedError,
    JobCancelled,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    SetupError,
    UserError,
)
from tests.bot.office import new_job

MIKA = Asker(42, guild_id=5, role_ids=frozenset({7}))
ADMIN = Asker(1, guild_id=5, is_admin=True)
NOW = datetime.now(timezone.utc)
NUMBERS = itertools.count(1)


class Door:
    """Where jobs are asked for, with these limits."""

    def __init__(self, store: Store, **defaults: int) -> None:
        self.store = store
        self.guilds = GuildService(store)
        self.limits = LimitService(Defaults(**({"jobs_per_user": 99, "jobs_per_guild": 99} | defaults)))

    async def ask(self, asker: Asker = MIKA, size: int = 0, kind: Counted = Counted.ANIMOJI) -> int:
        """The number of one more job, which is under way from now on."""
        rules = await self.guilds.rules(asker.guild_id)
        async with self.store.work() as work:
            await work.jobs.alone()
            now = datetime.now(timezone.utc)
            day = await self.limits.take(work, asker, rules, now, size, kind)
            job = new_job(next(NUMBERS), asker.user_id, asker.guild_id, size=size, asked_at=now)
            await work.jobs.add(job, day, now)
        return job.id

    async def end(self, number: int, fault: str = "", ours: bool = False, spent: bool = True) -> None:
        """The job ends: well, or with this kind of failure, of which we are guilty or not."""
        async with self.store.work() as work:
            moment = datetime.now(timezone.utc)
            job = await work.jobs.claim(Platform.DISCORD, moment + timedelta(days=1), moment + timedelta(days=2))
            while job is not None and job.id != number:
                job = await work.jobs.claim(Platform.DISCORD, moment + timedelta(days=1), moment + timedelta(days=2))
            assert job is not None
            await work.jobs.renew(job, moment + timedelta(days=2), spent=spent)
            if fault:
                await work.jobs.fail(job, moment, moment, {}, fault)
                await self.limits.give_back(work, job, ours)
            else:
                await work.jobs.rendered(job, moment, moment)

    async def use(self, asker: Asker = MIKA) -> None:
        """A job that ends well at once."""
        await self.end(await self.ask(asker))


def moment_of(error: UserError) -> datetime:
    """When it will be possible again, as the error says."""
    moment = error.fields["when"]
    assert isinstance(moment, datetime)
    return moment


async def test_many_at_once_cannot_take_more_than_there_is(either_store: Store) -> None:
    door = Door(either_store, daily_quota=5)
    done = await asyncio.gather(*(door.ask() for _ in range(20)), return_exceptions=True)
    refusals = [outcome for outcome in done if isinstance(outcome, QuotaUsedUpError)]
    assert len(refusals) == 15
    assert moment_of(refusals[0]) - tomorrow(NOW) <= timedelta(days=1)


async def test_a_failure_of_ours_gives_it_back(either_store: Store) -> None:
    door = Door(either_store, daily_quota=1, cooldown_seconds=60)
    for _ in range(3):
        await door.end(await door.ask(), "bug", ours=True)
    await door.use()
    with pytest.raises(QuotaUsedUpError):
        await door.use()


@pytest.mark.parametrize("ours", [False, True])
@pytest.mark.parametrize("spent", [False, True])
async def test_only_what_the_machine_worked_for_by_no_fault_of_ours_counts(
    store: Store, ours: bool, spent: bool
) -> None:
    door = Door(store, daily_quota=1)
    await door.end(await door.ask(), "error.clip-no_face", ours, spent)
    if spent and not ours:
        with pytest.raises(QuotaUsedUpError):
            await door.use()
    else:
        await door.use()


class NoFaceError(UserError):
    pass


OURS = [ZeroDivisionError(), PipelineError("a bug"), EngineClosedError(), SetupError()]
THEIRS = [NoFaceError(), JobCancelled(), PipelineDiedError("twice"), PipelineOverdueError("silent")]


def test_whose_fault_it_is() -> None:
    assert all(map(is_our_fault, OURS))
    assert not any(map(is_our_fault, THEIRS))


async def test_who_kills_the_pipeline_again_and_again_is_shut_out_for_a_while(either_store: Store) -> None:
    door = Door(either_store, strikes=2, shut_out_seconds=600)
    for fault in ("died", "overdue"):
        await door.end(await door.ask(), fault)
    with pytest.raises(ShutOutError) as caught:
        await door.ask(Asker(MIKA.user_id))  # wherever they ask
    assert 590 < (moment_of(caught.value) - datetime.now(timezone.utc)).total_seconds() < 603
    await door.ask(Asker(43, guild_id=5))


async def test_no_more_jobs_and_bytes_than_the_house_holds(store: Store) -> None:
    door = Door(store, jobs=3, bytes=1000)
    first, _ = await door.ask(Asker(1), size=600), await door.ask(Asker(2), size=400)
    with pytest.raises(BotBusyError):
        await door.ask(Asker(3), size=1)
    await door.ask(Asker(3))
    with pytest.raises(BotBusyError):
        await door.ask(Asker(4))
    await door.end(first)
    await door.ask(Asker(4))


async def test_a_file_larger_than_the_room_for_all_is_let_in_alone(store: Store) -> None:
    await Door(store, bytes=1000).ask(size=5000)


async def test_a_cooldown_says_when_it_is_over(either_store: Store) -> None:
    door = Door(either_store, cooldown_seconds=60)
    await door.use()
    with pytest.raises(CooldownError) as caught:
        await door.use()
    assert 50 < (moment_of(caught.value) - datetime.now(timezone.utc)).total_seconds() < 63
    await door.use(Asker(43, guild_id=5))


async def test_servers_and_people_count_apart(either_store: Store) -> None:
    door = Door(either_store, daily_quota=1)
    for asker in (MIKA, Asker(42), Asker(42, guild_id=6), Asker(43, guild_id=5)):
        await door.use(asker)
        with pytest.raises(QuotaUsedUpError):
            await door.use(asker)


async def test_a_server_sets_quotas_for_roles_and_for_all(either_store: Store) -> None:
    door = Door(either_store)
    await door.guilds.change(ADMIN, daily_quota=1, server_quota=4)
    await door.guilds.change_role_quota(ADMIN, 7, 3)
    for _ in range(3):
        await door.use()
    with pytest.raises(QuotaUsedUpError, match="made all 3"):
        await door.use()
    await door.use(Asker(43, guild_id=5))
    with pytest.raises(QuotaUsedUpError, match="made all 1"):
        await door.use(Asker(43, guild_id=5))
    with pytest.raises(ServerQuotaUsedUpError):
        await door.use(Asker(44, guild_id=5))
    await door.guilds.change(ADMIN, server_quota=None)
    await door.use(Asker(44, guild_id=5))


async def test_only_so_many_are_under_way(store: Store) -> None:
    door = Door(store, jobs_per_user=1, jobs_per_guild=2)
    first = await door.ask()
    await door.ask(Asker(43, guild_id=5), kind=Counted.NOTHING)
    with pytest.raises(TooManyJobsError):
        await door.ask()
    with pytest.raises(ServerBusyError):
        await door.ask(Asker(44, guild_id=5))
    await door.ask(Asker(44))
    await door.end(first)
    await door.ask()


async def test_old_days_can_be_forgotten(either_store: Store) -> None:
    async with either_store.work() as work:
        for age in (0, 40):
            assert await work.usage.consume(1, 0, NOW - timedelta(days=age), 9, timedelta())
        await work.usage.forget_before(NOW.date() - timedelta(days=30))
        assert await work.usage.today(1, 0, NOW.date()) == 1
        assert await work.usage.today(1, 0, (NOW - timedelta(days=40)).date()) == 0
