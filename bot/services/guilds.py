"""The rules of servers: who may use the bot where, how much, and how careful it is with words."""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

from bot.domain import Rules
from bot.errors import ChannelNotAllowedError, EmojiRoleNeededError, NoAdminError, NoModeratorError, RoleNeededError
from bot.services.asker import Asker
from bot.services.gate import GateService
from bot.store.database import Store

_FREE: Final = Rules()
_REMEMBERED: Final = 1000
"""Servers whose rules are remembered at once."""


class GuildService:
    """Keeps and checks rules. What was read is believed for a few seconds, since other processes write them, too.

    Args:
        store: the database.
        seconds: how long that is.
    """

    def __init__(self, store: Store, seconds: float = 5.0) -> None:
        self._store = store
        self._gate = GateService(store)
        self._seconds = seconds
        self._known: dict[int, tuple[float, Rules]] = {}
        """Rules, and when they were read, the oldest first."""

    async def rules(self, guild_id: int | None) -> Rules:
        """The rules of a server; none outside of servers."""
        if guild_id is None:
            return _FREE
        read_at, known = self._known.get(guild_id, (-math.inf, _FREE))
        begun_at = time.monotonic()
        if begun_at - read_at < self._seconds:
            return known
        async with self._store.look() as work:
            rules = await work.guilds.get(guild_id) or _FREE
        return self._remember(guild_id, begun_at, rules)

    def _remember(self, guild_id: int, read_at: float, rules: Rules) -> Rules:
        """The newest rules that were read: these, unless somebody read or wrote after this reading began."""
        later, known = self._known.pop(guild_id, (-math.inf, _FREE))
        self._known[guild_id] = (later, known) if later > read_at else (read_at, rules)
        while len(self._known) > _REMEMBERED:
            del self._known[next(iter(self._known))]
        return self._known[guild_id][1]

    def language(self, guild_id: int | None) -> str | None:
        """The language of a server's public answers, where it has one and it is remembered."""
        return None if guild_id is None else self._known.get(guild_id, (0.0, _FREE))[1].language

    async def change(self, asker: Asker, **values: Any) -> Rules:
        """Sets some rules of the asker's server.

        Raises:
            NoAdminError: they may not manage it.
        """
        return await self._change(asker, lambda _: values)

    async def change_role_quota(self, asker: Asker, role_id: int, quota: int | None) -> Rules:
        """Sets a role's daily quota; None: it has none of its own. Raises NoAdminError."""

        def quotas(rules: Rules) -> dict[str, Any]:
            changed = {**rules.role_quotas, role_id: quota}
            return {"role_quotas": {str(role): count for role, count in changed.items() if count is not None}}

        return await self._change(asker, quotas)

    async def _change(self, asker: Asker, values: Callable[[Rules], dict[str, Any]]) -> Rules:
        if asker.guild_id is None or not asker.is_admin:
            raise NoAdminError
        return await self._set(asker.guild_id, values)

    async def _set(self, guild_id: int, values: Callable[[Rules], dict[str, Any]]) -> Rules:
        async with self._store.work() as work:
            before = await work.guilds.get(guild_id) or _FREE
            rules = await work.guilds.change(guild_id, **values(before))
        # Only now: the old rules hold if the commit fails.
        return self._remember(guild_id, time.monotonic(), rules)

    async def quieten(self, asker: Asker, channel_id: int, quiet: bool, may_moderate: bool) -> None:
        """Lets nobody talk as a character in a channel of the asker's server, or everybody again.

        Raises:
            NoModeratorError: they may not moderate that channel.
        """
        if asker.guild_id is None or not may_moderate:
            raise NoModeratorError

        def channels(rules: Rules) -> dict[str, Any]:
            others = rules.quiet_channel_ids - {channel_id}
            return {"quiet_channel_ids": sorted(others | {channel_id} if quiet else others)}

        await self._set(asker.guild_id, channels)

    async def check_access(self, asker: Asker, surroundings: Callable[[], Awaitable[frozenset[int]]]) -> None:
        """Whether the bot may be used by this person in this channel; who manages the server always may, unless the
        bot's owner blocks them.

        Args:
            surroundings: finds out what the channel lies in; asked only where that matters.

        Raises:
            BlockedError, BlockedHereError, ServerBlockedError, ChannelNotAllowedError, RoleNeededError
        """
        await self._gate.check(asker)
        rules = await self.rules(asker.guild_id)
        if asker.is_admin:
            return
        allowed = rules.channel_ids
        if allowed and asker.channel_id not in allowed and not allowed & await surroundings():
            raise ChannelNotAllowedError(channels=" ".join(f"<#{channel}>" for channel in sorted(rules.channel_ids)))
        if rules.role_ids and not rules.role_ids & asker.role_ids:
            raise RoleNeededError

    async def check_emoji(self, asker: Asker) -> None:
        """Whether this person may have emoji and stickers added here. Raises EmojiRoleNeededError."""
        rules = await self.rules(asker.guild_id)
        if rules.emoji_role_ids and not asker.is_admin and not rules.emoji_role_ids & asker.role_ids:
            raise EmojiRoleNeededError
