"""Some who tell and some who watch: the newest message of each kind counts, and whoever is slow skips what is older."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from aiohttp import WSMsgType, hdrs, web

from pipeline import UserError
from studio.errors import FullStageError

Message = bytes | str
MOST_WATCHERS: Final = 50
"""Of one channel. A moment is 200 bytes, so 50 of them at 60 a second are 5 Mbit/s."""
SHOWN_OUT: Final = 4001
"""The code with which a line is closed for good: whoever dials again is shown out again."""
MOST_WORDS: Final = 4096
"""Bytes of what a page says at once."""
_HEARTBEAT: Final = 20.0
_REFUSED: Final = "refused"

Hear = Callable[[WSMsgType, Any], Awaitable[None]]


class Watcher:
    """Somebody who watches a channel."""

    def __init__(self) -> None:
        self._waiting: dict[str, Message] = {}
        self._news = asyncio.Event()
        self.is_shown_out = False

    def put(self, kind: str, message: Message) -> None:
        """Takes a message, in place of an older one of its kind that was not taken yet."""
        self._waiting[kind] = message
        self._news.set()

    def refuse(self, sentence: str) -> None:
        """Tells why something was not done."""
        self.put(_REFUSED, json.dumps({_REFUSED: sentence}, ensure_ascii=False))

    def show_out(self, sentence: str) -> None:
        """Tells why, and nothing more."""
        self.refuse(sentence)
        self.is_shown_out = True

    async def take(self) -> list[Message]:
        """What is new, once there is anything."""
        await self._news.wait()
        self._news.clear()
        messages, self._waiting = list(self._waiting.values()), {}
        return messages


class Channel:
    """What is told now, and who listens. Whoever comes later gets the newest message of each kind first."""

    def __init__(self, most: int = MOST_WATCHERS) -> None:
        self._most = most
        self._last: dict[str, Message] = {}
        self._watchers: set[Watcher] = set()

    def __len__(self) -> int:
        return len(self._watchers)

    def tell(self, kind: str, message: Message) -> None:
        """Tells everybody."""
        self._last[kind] = message
        for watcher in self._watchers:
            watcher.put(kind, message)

    def forget(self, kind: str) -> None:
        """Who comes later is not told this kind any more."""
        self._last.pop(kind, None)

    @contextmanager
    def watch(self) -> Iterator[Watcher]:
        """Watches for as long as the block lasts. Raises FullStageError."""
        if len(self._watchers) >= self._most:
            raise FullStageError(count=self._most)
        watcher = Watcher()
        for kind, message in self._last.items():
            watcher.put(kind, message)
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)


async def converse(
    request: web.Request, watcher: Watcher, hear: Hear | None, explain: Callable[[web.Request, UserError], str]
) -> web.WebSocketResponse:
    """A line (WebSocket) to a page, for as long as it holds.

    Args:
        request: which asks for it.
        watcher: what the page is told.
        hear: takes what the page says, and may raise a UserError, which the page is told; None for a page that has
            nothing to say: if it speaks, that is the end.
        explain: says errors in the page's language.
    """
    # Browsers name the page that opens a socket, always; the guard lets no other page's name pass.
    if hdrs.ORIGIN not in request.headers:
        raise web.HTTPForbidden
    socket = web.WebSocketResponse(max_msg_size=MOST_WORDS, heartbeat=_HEARTBEAT, compress=False)
    await socket.prepare(request)
    pouring = asyncio.create_task(_pour(watcher, socket))
    try:
        async for message in socket:
            if hear is None:
                break
            try:
                await hear(message.type, message.data)
            except UserError as error:
                watcher.refuse(explain(request, error))
    finally:
        pouring.cancel()
        await asyncio.gather(pouring, return_exceptions=True)
    await socket.close()
    return socket


async def _pour(watcher: Watcher, socket: web.WebSocketResponse) -> None:
    """Sends what a watcher gets until the other side is gone; one message is under way at a time."""
    with suppress(ConnectionError):
        while not socket.closed:
            for message in await watcher.take():
                if isinstance(message, bytes):
                    await socket.send_bytes(message)
                else:
                    await socket.send_str(message)
            if watcher.is_shown_out:
                await socket.close(code=SHOWN_OUT)
