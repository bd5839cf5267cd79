"""Rules of servers: set by who manages them, and obeyed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy.exc import StatementError

from bot.domain import FilterLevel, Rules
from bot.errors import ChannelNotAllowedError, EmojiRoleNeededError, NoAdminError, RoleNeededError
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.store.database import Store, Work, create_engine


async def _nothing() -> frozenset[int]:
    return frozenset()


ADMIN = Asker(1, guild_id=5, channel_id=10, is_admin=True)


async def test_rules_are_kept(either_store: Store) -> None:
    await GuildService(either_store).change(ADMIN, channel_ids=[10], filter_level=FilterLevel.STRICT, language="ja")
    fresh = GuildService(either_store)
    rules = await fresh.rules(5)
    assert rules == Rules(channel_ids=frozenset({10}), filter_level=FilterLevel.STRICT, language="ja")
    assert fresh.language(5) == "ja"
    assert await fresh.rules(6) == Rules()
    assert await fresh.rules(None) == Rules()


async def test_only_who_manages_the_server_changes_them(guilds: GuildService) -> None:
    for asker in (Asker(1, guild_id=5), Asker(1, is_admin=True)):
        with pytest.raises(NoAdminError):
            await guilds.change(asker, daily_quota=1)


async def test_channels_and_roles_are_obeyed_but_by_admins(guilds: GuildService) -> None:
    await guilds.change(ADMIN, channel_ids=[11], role_ids=[7], emoji_role_ids=[8])
    await guilds.check_access(ADMIN, _nothing)
    await guilds.check_emoji(ADMIN)
    with pytest.raises(ChannelNotAllowedError, match="<#11>"):
        await guilds.check_access(Asker(2, guild_id=5, channel_id=10, role_ids=frozenset({7})), _nothing)
    with pytest.raises(RoleNeededError):
        await guilds.check_access(Asker(2, guild_id=5, channel_id=11), _nothing)
    member = Asker(2, guild_id=5, channel_id=11, role_ids=frozenset({7}))
    await guilds.check_access(member, _nothing)
    with pytest.raises(EmojiRoleNeededError):
        await guilds.check_emoji(member)
    await guilds.check_access(Asker(2, guild_id=6, channel_id=1), _nothing)


async def test_the_best_role_counts(guilds: GuildService) -> None:
    await guilds.change(ADMIN, daily_quota=2)
    for role, quota in ((7, 5), (8, 9)):
        rules = await guilds.change_role_quota(ADMIN, role, quota)
    assert rules.quota_of(frozenset({7, 8})) == 9
    assert rules.quota_of(frozenset()) == 2
    assert (await guilds.change_role_quota(ADMIN, 8, None)).role_quotas == {7: 5}


async def test_rules_read_while_others_are_committed_do_not_come_back(store: Store) -> None:
    """The reading began before the commit and ends after it, with what held before."""
    reading, committed = asyncio.Event(), asyncio.Event()

    class SlowStore(Store):
        @asynccontextmanager
        async def look(self) -> AsyncIterator[Work]:
            async with store.look() as work:
                yield work
            if not reading.is_set():
                reading.set()
                await committed.wait()

        work = store.work

    guilds = GuildService(SlowStore(create_engine("sqlite+aiosqlite://")))
    late = asyncio.create_task(guilds.rules(5))
    await reading.wait()
    await guilds.change(ADMIN, daily_quota=3)
    committed.set()
    assert (await late).daily_quota == 3
    assert (await guilds.rules(5)).daily_quota == 3


async def test_rules_that_could_not_be_written_do_not_hold(guilds: GuildService) -> None:
    await guilds.change(ADMIN, daily_quota=3)
    with pytest.raises(StatementError):
        await guilds.change(ADMIN, daily_quota=4, role_quotas={1: object()})
    assert (await guilds.rules(5)).daily_quota == 3


async def test_rules_that_another_process_wrote_hold_soon(store: Store) -> None:
    here, there = GuildService(store, seconds=0.0), GuildService(store)
    assert (await here.rules(5)).daily_quota is None
    await there.change(ADMIN, daily_quota=3)
    assert (await here.rules(5)).daily_quota == 3
    await here.change_role_quota(ADMIN, 7, 1)
    await there.change_role_quota(ADMIN, 8, 2)
    assert (await here.rules(5)).role_quotas == {7: 1, 8: 2}, "neither overwrites the other's"
