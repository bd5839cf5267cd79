"""Who is let in at all: not those who are blocked, and nobody but the owner while the bot is looked after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain import EVERYBODY, EVERYWHERE, Block
from bot.errors import (
    BlockedError,
    BlockedHereError,
    MaintenanceError,
    NotBlockedError,
    OptedOutError,
    ServerBlockedError,
)
from bot.services.asker import Asker
from bot.store.database import Store

_MAINTENANCE: Final = "maintenance"


class GateService:
    """Keeps blocks, opt-outs and maintenance; every process of the bot reads them anew each time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def check(self, asker: Asker) -> None:
        """Whether this person may come in, apart from maintenance.

        Raises:
            BlockedError, BlockedHereError, ServerBlockedError
        """
        async with self._store.look() as work:
            blocks = await work.gate.blocks_of(asker.guild_id or EVERYWHERE, asker.user_id)
        for block in blocks:
            if block.guild_id == EVERYWHERE:
                raise BlockedError
            raise ServerBlockedError if block.user_id == EVERYBODY else BlockedHereError

    async def check_awake(self) -> None:
        """Raises MaintenanceError while the bot is looked after."""
        if await self.maintenance_since() is not None:
            raise MaintenanceError

    async def maintenance_since(self) -> datetime | None:
        """Since when the bot is looked after, None while it is not."""
        async with self._store.look() as work:
            return await work.gate.switched_on(_MAINTENANCE)

    async def set_maintenance(self, on: bool) -> None:
        """Lets nobody begin anything new, or everybody again; what was begun is finished either way."""
        async with self._store.work() as work:
            await work.gate.switch(_MAINTENANCE, on)

    async def block(self, guild_id: int, user_id: int, by_id: int) -> None:
        """Blocks a person in a server or EVERYWHERE, or with EVERYBODY a whole server."""
        async with self._store.work() as work:
            await work.gate.block(guild_id, user_id, by_id)

    async def unblock(self, guild_id: int, user_id: int) -> None:
        """Takes a block back. Raises NotBlockedError."""
        async with self._store.work() as work:
            if not await work.gate.unblock(guild_id, user_id):
                raise NotBlockedError

    async def blocks(self, guild_id: int) -> Sequence[Block]:
        """Whom a server blocks, the newest first; EVERYWHERE: whom and which servers the owner blocks."""
        async with self._store.look() as work:
            return await work.gate.blocks_in(guild_id)

    async def opt_out(self, user_id: int, out: bool) -> None:
        """Remembers that a person is not to be animated by others, or that they may be again."""
        async with self._store.work() as work:
            await work.gate.opt_out(user_id, out)

    async def check_consent(self, user_id: int) -> None:
        """Raises OptedOutError where this person is not to be animated by others."""
        if await self.has_opted_out(user_id):
            raise OptedOutError(user=f"<@{user_id}>")

    async def has_opted_out(self, user_id: int) -> bool:
        """Whether this person is not to be animated by others."""
        async with self._store.look() as work:
            return await work.gate.has_opted_out(user_id)
