"""Limits: counted once, given back on failure, and refused with the time when it goes on."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime, timedelta, timezone

import pytest

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
from bot.services.limits import Defaults, LimitService, tomorrow
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

MIKA = Asker(42, guild_id=5, role_ids=frozenset({7}))
ADMIN = Asker(1, guild_id=5, is_admin=True)
NOW = datetime.now(timezone.utc)


def limits_of(store: Store, **defaults: int) -> LimitService:
    return LimitService(
        store, GuildService(store), Defaults(**({"jobs_per_user": 99, "jobs_per_guild": 99} | defaults))
    )


async def use(limits: LimitService, asker: Asker = MIKA, size: int = 0) -> None:
    async with limits.taking(asker, size=size):
        await asyncio.sleep(0)


async def test_the_last_one_is_taken_by_one_only(either_store: Store) -> None:
    limits = limits_of(either_store, daily_quota=5)
    done = await asyncio.gather(*(use(limits) for _ in range(12)), return_exceptions=True)
    assert [outcome for outcome in done if outcome is None] == [None] * 5
    refusals = [outcome for outcome in done if outcome is not None]
    assert all(isinstance(outcome, QuotaUsedUpError) for outcome in refusals)
    stamp = re.search(r"<t:(\d+):R>", str(refusals[0]))
    assert stamp is not None
    assert abs(int(stamp[1]) - tomorrow(NOW).timestamp()) <= 86_401


async def test_a_failure_gives_it_back(either_store: Store) -> None:
    limits = limits_of(either_store, daily_quota=1, cooldown_seconds=60)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            async with limits.taking(MIKA):
                raise ZeroDivisionError
    await use(limits)
    with pytest.raises(QuotaUsedUpError):
        await use(limits)


class NoFaceError(UserError):
    pass


OURS = [ZeroDivisionError(), PipelineError("a bug"), EngineClosedError(), SetupError(), asyncio.CancelledError()]
THEIRS = [NoFaceError(), JobCancelled(), PipelineDiedError("twice"), PipelineOverdueError("silent")]


@pytest.mark.parametrize("error", [*OURS, *THEIRS], ids=repr)
@pytest.mark.parametrize("spent", [False, True])
async def test_only_what_the_machine_worked_for_by_no_fault_of_ours_counts(
    store: Store, error: BaseException, spent: bool
) -> None:
    limits = limits_of(store, daily_quota=1)
    with pytest.raises(type(error)):
        async with limits.taking(MIKA) as taken:
            taken.spent = spent
            raise error
    if spent and error in THEIRS:
        with pytest.raises(QuotaUsedUpError):
            await use(limits)
    else:
        await use(limits)


async def test_who_kills_the_pipeline_again_and_again_is_shut_out_for_a_while(store: Store) -> None:
    limits = limits_of(store, strikes=2, shut_out_seconds=600)
    for kind in (PipelineDiedError, PipelineOverdueError):
        limits.check(MIKA)
        with pytest.raises(kind):
            async with limits.taking(MIKA, counts=False):
                raise kind("again")
    with pytest.raises(ShutOutError) as caught:
        await use(limits, Asker(MIKA.user_id))  # wherever they ask
    stamp = re.search(r"<t:(\d+):R>", str(caught.value))
    assert stamp is not None
    assert 590 < int(stamp[1]) - datetime.now(timezone.utc).timestamp() < 603
    await use(limits, Asker(43, guild_id=5))


async def test_no_more_jobs_and_bytes_than_the_house_holds(store: Store) -> None:
    limits = limits_of(store, jobs=3, bytes=1000)
    async with limits.taking(Asker(1), size=600), limits.taking(Asker(2), size=400):
        with pytest.raises(BotBusyError):
            await use(limits, Asker(3), size=1)
        async with limits.taking(Asker(3)):
            with pytest.raises(BotBusyError):
                limits.check(Asker(4))
    await use(limits, Asker(3), size=5000)  # alone, it has room


async def test_a_cooldown_says_when_it_is_over(either_store: Store) -> None:
    limits = limits_of(either_store, cooldown_seconds=60)
    await use(limits)
    with pytest.raises(CooldownError) as caught:
        await use(limits)
    stamp = re.search(r"<t:(\d+):R>", str(caught.value))
    assert stamp is not None
    assert 50 < int(stamp[1]) - datetime.now(timezone.utc).timestamp() < 63
    await use(limits, Asker(43, guild_id=5))


async def test_servers_and_people_count_apart(either_store: Store) -> None:
    limits = limits_of(either_store, daily_quota=1)
    for asker in (MIKA, Asker(42), Asker(42, guild_id=6), Asker(43, guild_id=5)):
        await use(limits, asker)
        with pytest.raises(QuotaUsedUpError):
            await use(limits, asker)


async def test_a_server_sets_quotas_for_roles_and_for_all(either_store: Store) -> None:
    guilds = GuildService(either_store)
    limits = LimitService(either_store, guilds, Defaults())
    await guilds.change(ADMIN, daily_quota=1, server_quota=4)
    await guilds.change_role_quota(ADMIN, 7, 3)
    for _ in range(3):
        await use(limits)
    with pytest.raises(QuotaUsedUpError, match="made all 3"):
        await use(limits)
    await use(limits, Asker(43, guild_id=5))
    with pytest.raises(QuotaUsedUpError, match="made all 1"):
        await use(limits, Asker(43, guild_id=5))
    with pytest.raises(ServerQuotaUsedUpError):
        await use(limits, Asker(44, guild_id=5))
    await guilds.change(ADMIN, server_quota=None)
    await use(limits, Asker(44, guild_id=5))


async def test_only_so_many_are_under_way(store: Store) -> None:
    limits = limits_of(store, jobs_per_user=1, jobs_per_guild=2)
    async with limits.taking(MIKA), limits.taking(Asker(43, guild_id=5), counts=False):
        with pytest.raises(TooManyJobsError):
            limits.check(MIKA)
        with pytest.raises(TooManyJobsError):
            await use(limits)
        with pytest.raises(ServerBusyError):
            await use(limits, Asker(44, guild_id=5))
        await use(limits, Asker(44))
    await use(limits)


async def test_old_days_can_be_forgotten(either_store: Store) -> None:
    async with either_store.work() as work:
        for age in (0, 40):
            assert await work.usage.consume(1, 0, NOW - timedelta(days=age), 9, timedelta())
        await work.usage.forget_before(NOW.date() - timedelta(days=30))
        assert await work.usage.today(1, 0, NOW.date()) == 1
        assert await work.usage.today(1, 0, (NOW - timedelta(days=40)).date()) == 0
