"""Interactions as posts: what Discord sends to an app that has named an Interactions Endpoint URL."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import aiohttp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.discord_server.components import Json

if TYPE_CHECKING:
    from collections.abc import Mapping


class Endpoint:
    """Signs and posts.

    Attributes:
        url: where to; "" while the app has named none, so that everything goes over the gateway.
    """

    def __init__(self) -> None:
        self.url = ""
        self._key = Ed25519PrivateKey.generate()

    @property
    def public_key(self) -> str:
        """What the app verifies signatures with."""
        return self._key.public_key().public_bytes_raw().hex()

    def signed(self, body: bytes, at: float | None = None) -> dict[str, str]:
        """The headers of a post; ``at``: seconds since 1970, None for now."""
        timestamp = str(int(time.time() if at is None else at))
        return {
            "Content-Type": "application/json",
            "X-Signature-Timestamp": timestamp,
            "X-Signature-Ed25519": self._key.sign(timestamp.encode() + body).hex(),
        }

    async def post(self, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        """The status and the body of the answer."""
        async with aiohttp.ClientSession() as http, http.post(self.url, data=body, headers=headers) as answer:
            return answer.status, await answer.read()

    async def deliver(self, payload: Json) -> None:
        """Posts an interaction, which must be taken; the answer to it is a call of its own."""
        body = json.dumps(payload).encode()
        status, answer = await self.post(body, self.signed(body))
        assert (status, answer) == (202, b""), f"{status}: {answer[:200]!r}"

    async def accepts(self) -> bool:
        """Discord's test of a new address: a ping is answered, and refused where its signature is wrong."""
        body = json.dumps({"type": 1, "id": "1", "application_id": "1", "token": "", "version": 1}).encode()
        headers = self.signed(body)
        try:
            status, answer = await self.post(body, headers)
        except aiohttp.ClientConnectionError:
            return False
        if status != 200 or json.loads(answer) != {"type": 1}:
            return False
        forged, _ = await self.post(body + b" ", headers)
        return forged == 401
