"""The door by which people of one platform come in, as far as services must know of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from bot.domain import Platform


async def as_written(url: str) -> str:
    """An address that is one already."""
    return url


async def nothing_there(person: int) -> None:
    """There is nothing on the platform that only the bot could take away."""


@dataclass(frozen=True)
class Door:
    """What differs between platforms.

    Attributes:
        platform: whose people come in here; jobs of others are for other processes.
        hosts: where the files are that they send (``UploadService``).
        largest: bytes that such a file may have.
        address: where a file is at this moment, given what stands in an order; asked right before it is fetched. Raises
            UploadGoneError.
        let_go: takes away what the bot has on the platform for a person who wants to be forgotten.
    """

    platform: Platform
    hosts: Collection[str]
    largest: int
    address: Callable[[str], Awaitable[str]] = as_written
    let_go: Callable[[int], Awaitable[None]] = nothing_there
