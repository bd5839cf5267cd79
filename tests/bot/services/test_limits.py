"""Limits: counted once, given back on failure, and refused with the time when it goes on."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime, timedelta, timezone

import pytest

from bot.errors import CooldownError, QuotaUsedUpError, ServerBusyError, ServerQuotaUsedUpError, TooManyJobsError
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.services.limits import Defaults, LimitService, tomorrow
from bot.store.database import Store

MIKA = Asker(42, guild_id=5, role_ids=frozenset({7}))
ADMIN = Asker(1, guild_id=5, is_admin=True)
NOW = datetime.now(timezone.utc)


def limits_of(store: Store, **defaults: int) -> LimitService:
    return LimitService(
        store, GuildService(store), Defaults(**({"jobs_per_user": 99, "jobs_per_guild": 99} | defaults))
    )


async def use(limits: LimitService, asker: Asker = MIKA) -> None:
    async with limits.taking(asker):
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
