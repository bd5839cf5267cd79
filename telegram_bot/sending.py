"""Requests to Telegram that take no for an answer in the right way: waits, repetitions, and what passes by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final, TypeVar

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.services.courier import NotYetError
from bot.services.leases import now
from bot.services.posts import UnsureError

T = TypeVar("T")

_WAITED: Final = 20.0
"""Seconds of Telegram's pauses that are waited out on the spot; longer ones put the job aside."""
_NOT_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""With these a request has not left this machine."""
_UNCHANGED: Final = "message is not modified"


def is_weather(error: BaseException) -> bool:
    """Whether it passes by itself: Telegram or the network is away, or asks for patience."""
    return isinstance(error, RetryAfter) or (isinstance(error, NetworkError) and not isinstance(error, BadRequest))


def pause_of(error: RetryAfter) -> float:
    """Seconds that Telegram wants to be left alone."""
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


async def patiently(send: Callable[[], Awaitable[T]]) -> T:
    """What ``send`` gives; it is called again after a short pause where Telegram asks for one.

    Raises:
        NotYetError: Telegram asks for a long one.
    """
    while True:
        try:
            return await send()
        except RetryAfter as error:
            pause = pause_of(error)
            if pause > _WAITED:
                raise NotYetError(now() + timedelta(seconds=pause)) from error
        await asyncio.sleep(pause)


async def once(send: Callable[[], Awaitable[T]]) -> T:
    """As ``patiently``, for what must not be done twice.

    Raises:
        UnsureError: it may or may not have been done.
    """
    try:
        return await patiently(send)
    except NetworkError as error:
        if is_weather(error) and not isinstance(error.__cause__, _NOT_SENT):
            raise UnsureError(str(error)) from error
        raise


async def edit(change: Callable[[], Awaitable[T]]) -> T | None:
    """As ``patiently``, for what may be done twice; None where it has been done before."""
    try:
        return await patiently(change)
    except BadRequest as error:
        if _UNCHANGED not in error.message.lower():
            raise
        return None
