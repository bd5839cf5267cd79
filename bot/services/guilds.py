"""The rules of servers: who may use the bot where, how much, and how careful it is with words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from bot.domain import Rules
from bot.errors import ChannelNotAllowedError, EmojiRoleNeededError, NoAdminError, RoleNeededError
from bot.services.asker import Asker
from bot.store.database import Store

_FREE = Rules()


class GuildService:
    """Keeps and checks rules. What was read once is remembered: only this process writes them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[int, Rules] = {}
        self._versions: Counter[int] = Counter()

    async def rules(self, guild_id: int | None) -> Rules:
        """The rules of a server; none outside of servers."""
        if guild_id is None:
            return _FREE
        if guild_id in self._known:
            return self._known[guild_id]
        version = self._versions[guild_id]
        async with self._store.look() as work:
            rules = await work.guilds.get(guild_id) or _FREE
        if version == self._versions[guild_id]:
            # Nothing was committed since the reading began: it would be overwritten with what held before.
            self._known[guild_id] = rules
        return self._known.get(guild_id, rules)

    def language(self, guild_id: int | None) -> str | None:
        """The language of a server's public answers, where it has one and it is remembered."""
        return self._known.get(guild_id, _FREE).language if guild_id is not None else None

    async def change(self, asker: Asker, **values: Any) -> Rules:
        """Sets some rules of the asker's server.

        Raises:
            NoAdminError: they may not manage it.
        """
        if asker.guild_id is None or not asker.is_admin:
            raise NoAdminError
        async with self._store.work() as work:
            await work.guilds.change(asker.guild_id, **values)
        # Only now: the old rules hold if the commit fails. They are read anew, as others may set some at the same time.
        self._versions[asker.guild_id] += 1
        self._known.pop(asker.guild_id, None)
        return await self.rules(asker.guild_id)

    async def change_role_quota(self, asker: Asker, role_id: int, quota: int | None) -> Rules:
        """Sets a role's daily quota; None: it has none of its own. Raises NoAdminError."""
        quotas = {**(await self.rules(asker.guild_id)).role_quotas, role_id: quota}
        kept = {str(role): count for role, count in quotas.items() if count is not None}
        return await self.change(asker, role_quotas=kept)

    async def check_access(self, asker: Asker, surroundings: Callable[[], Awaitable[frozenset[int]]]) -> None:
        """Whether the bot may be used by this person in this channel; who manages the server always may.

        Args:
            surroundings: finds out what the channel lies in; asked only where that matters.

        Raises:
            ChannelNotAllowedError, RoleNeededError
        """
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
