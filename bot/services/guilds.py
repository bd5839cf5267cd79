"""The rules of servers: who may use the bot where, how much, and how careful it is with words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.errors import ChannelNotAllowedError, EmojiRoleNeededError, NoAdminError, RoleNeededError
from bot.services.asker import Asker
from bot.store.database import Store
from bot.store.models import FilterLevel, GuildRow


@dataclass(frozen=True)
class Rules:
    """What a server allows; the defaults allow everything. None stands for the bot's own setting."""

    channel_ids: frozenset[int] = frozenset()
    role_ids: frozenset[int] = frozenset()
    emoji_role_ids: frozenset[int] = frozenset()
    role_quotas: dict[int, int] = field(default_factory=dict)
    daily_quota: int | None = None
    server_quota: int | None = None
    cooldown_seconds: int | None = None
    private_by_default: bool = False
    filter_level: FilterLevel | None = None
    language: str | None = None

    @classmethod
    def of(cls, row: GuildRow) -> Rules:
        """The rules that a row of the database holds."""
        return cls(
            frozenset(row.channel_ids),
            frozenset(row.role_ids),
            frozenset(row.emoji_role_ids),
            {int(role): quota for role, quota in row.role_quotas.items()},
            row.daily_quota,
            row.server_quota,
            row.cooldown_seconds,
            row.private_by_default,
            row.filter_level,
            row.language,
        )

    def quota_of(self, asker: Asker) -> int | None:
        """The largest daily quota of the asker's roles, or else everybody's."""
        of_roles = [self.role_quotas[role] for role in asker.role_ids if role in self.role_quotas]
        return max(of_roles) if of_roles else self.daily_quota


_FREE = Rules()


class GuildService:
    """Keeps and checks rules. What was read once is remembered: only this process writes them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[int, Rules] = {}

    async def rules(self, guild_id: int | None) -> Rules:
        """The rules of a server; none outside of servers."""
        if guild_id is None:
            return _FREE
        if guild_id not in self._known:
            async with self._store.look() as work:
                row = await work.guilds.get(guild_id)
            self._known[guild_id] = _FREE if row is None else Rules.of(row)
        return self._known[guild_id]

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
            self._known[asker.guild_id] = Rules.of(await work.guilds.change(asker.guild_id, **values))
        return self._known[asker.guild_id]

    async def change_role_quota(self, asker: Asker, role_id: int, quota: int | None) -> Rules:
        """Sets a role's daily quota; None: it has none of its own. Raises NoAdminError."""
        quotas = {**(await self.rules(asker.guild_id)).role_quotas, role_id: quota}
        kept = {str(role): count for role, count in quotas.items() if count is not None}
        return await self.change(asker, role_quotas=kept)

    async def check_access(self, asker: Asker) -> None:
        """Whether the bot may be used by this person in this channel; who manages the server always may.

        Raises:
            ChannelNotAllowedError, RoleNeededError
        """
        rules = await self.rules(asker.guild_id)
        if asker.is_admin:
            return
        if rules.channel_ids and asker.channel_id not in rules.channel_ids:
            raise ChannelNotAllowedError(channels=" ".join(f"<#{channel}>" for channel in sorted(rules.channel_ids)))
        if rules.role_ids and not rules.role_ids & asker.role_ids:
            raise RoleNeededError

    async def check_emoji(self, asker: Asker) -> None:
        """Whether this person may have emoji and stickers added here. Raises EmojiRoleNeededError."""
        rules = await self.rules(asker.guild_id)
        if rules.emoji_role_ids and not asker.is_admin and not rules.emoji_role_ids & asker.role_ids:
            raise EmojiRoleNeededError
