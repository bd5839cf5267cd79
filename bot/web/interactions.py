"""The door for interactions over HTTP: Discord posts what people did, signed; nobody else is heard here.

How (Discord's documentation, "Preparing for interactions" and "Receiving and responding"): each request carries an
Ed25519 signature over its timestamp and its body. A ping is answered at once; everything else with 202, and then by the
same callback that answers what comes over the gateway, so that commands and views need not know the difference.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any, Final

from aiohttp import web
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.client import Client
from bot.web.server import listening

log = logging.getLogger(__name__)

MAX_BYTES: Final = 1024 * 1024
"""Of a body. The largest that Discord sends holds a message with its forty components, some 100 KB."""
READING_SECONDS: Final = 3.0
"""How long a body may take to arrive: an interaction that is older cannot be answered any more."""
WINDOW_SECONDS: Final = 30.0
"""How far a timestamp may be from this machine's clock, in either direction."""
_PING: Final = 1
_PONG: Final = {"type": 1}


class InteractionDoor:
    """Lets in what Discord signed, once each.

    Args:
        bot: who is told.
        public_key: the application's key, 32 bytes.
    """

    def __init__(self, bot: Client, public_key: bytes) -> None:
        self._bot = bot
        self._key = Ed25519PublicKey.from_public_bytes(public_key)
        self._seen: dict[str, float] = {}
        """Ids of the interactions of the last while, oldest first, and until when a copy would pass for fresh."""

    async def answer(self, request: web.Request) -> web.Response:
        """202 for an interaction, a pong for a ping; 401, 400, 408, 409 or 413 for what is not let in."""
        try:
            body = await asyncio.wait_for(request.read(), READING_SECONDS)
        except asyncio.TimeoutError:
            return web.Response(status=HTTPStatus.REQUEST_TIMEOUT)
        if not self._signed(request, body):
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        try:
            interaction: dict[str, Any] = json.loads(body)
            kind, name = interaction["type"], interaction["id"]
        except (ValueError, KeyError, TypeError):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        if kind == _PING:
            return web.json_response(_PONG)
        if not self._is_new(name):
            return web.Response(status=HTTPStatus.CONFLICT)
        self._bot.hear(interaction)
        return web.Response(status=HTTPStatus.ACCEPTED)

    def _signed(self, request: web.Request, body: bytes) -> bool:
        """Whether Discord signed this a moment ago."""
        timestamp = request.headers.get("X-Signature-Timestamp", "")
        try:
            signature = bytes.fromhex(request.headers.get("X-Signature-Ed25519", ""))
            self._key.verify(signature, timestamp.encode() + body)
            age = time.time() - int(timestamp)
        except (InvalidSignature, ValueError):
            return False
        if abs(age) > WINDOW_SECONDS:
            log.warning("A signed request was %.0f seconds old: this clock is wrong, or somebody sent it again.", age)
            return False
        return True

    def _is_new(self, name: str) -> bool:
        """Whether this interaction has not been here before; it has from now on."""
        now = time.monotonic()
        while self._seen and next(iter(self._seen.values())) <= now:
            del self._seen[next(iter(self._seen))]
        if name in self._seen:
            return False
        self._seen[name] = now + 2 * WINDOW_SECONDS
        return True


@asynccontextmanager
async def open_door(bot: Client, public_key: str, host: str, port: int) -> AsyncIterator[int]:
    """Takes interactions at ``POST /interactions`` and nothing else; answers the port (0 chooses a free one).

    Args:
        public_key: the application's ``verify_key``, in hexadecimal digits.

    Raises:
        StartupError: the port is taken, or the host is not this machine's.
    """
    app = web.Application(client_max_size=MAX_BYTES)
    app.add_routes([web.post("/interactions", InteractionDoor(bot, bytes.fromhex(public_key)).answer)])
    async with listening(app, host, port, "ANIMEMOJI_INTERACTIONS_PORT") as chosen:
        yield chosen
