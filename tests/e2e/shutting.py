"""The ways in which somebody can be kept out, each with the sentence that they then read at every door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from bot.domain import EVERYBODY, EVERYWHERE
from bot.errors import (
    BlockedError,
    BlockedHereError,
    BotError,
    MaintenanceError,
    RoleNeededError,
    ServerBlockedError,
)
from bot.services.asker import Asker
from bot.services.services import Services
from bot.texts import ENGLISH, explain


@dataclass(frozen=True)
class Way:
    """How somebody is kept out.

    Attributes:
        shut: does it, given the server and the person.
        error: what they are told.
        for_all: whether not even what is always open is open, but for taking back what is one's own.
    """

    shut: Callable[[Services, int, int], Awaitable[None]]
    error: BotError
    for_all: bool = False

    @property
    def sentence(self) -> str:
        """What they read in English."""
        return explain(self.error, ENGLISH)


async def _role(services: Services, guild: int, person: int) -> None:
    await services.guilds.change(Asker(1, guild_id=guild, is_admin=True), role_ids=[7])


async def _everywhere(services: Services, guild: int, person: int) -> None:
    await services.gate.block(EVERYWHERE, person, 1)


async def _here(services: Services, guild: int, person: int) -> None:
    await services.gate.block(guild, person, 1)


async def _server(services: Services, guild: int, person: int) -> None:
    await services.gate.block(guild, EVERYBODY, 1)


async def _maintenance(services: Services, guild: int, person: int) -> None:
    await services.gate.set_maintenance(True)


WAYS = {
    "role": Way(_role, RoleNeededError()),
    "blocked": Way(_everywhere, BlockedError()),
    "blocked_here": Way(_here, BlockedHereError()),
    "server": Way(_server, ServerBlockedError()),
    "maintenance": Way(_maintenance, MaintenanceError(), for_all=True),
}
every_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
"""A test of each way."""
