"""Links that let somebody in once, and the sessions that follow."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Final

from studio.backend import Guest, RoomSeat
from studio.errors import LinkError

LINK_SECONDS: Final = 600.0
SESSION_SECONDS: Final = 12 * 3600.0
_MOST_SESSIONS: Final = 10_000
_DIGEST: Final = hashlib.sha256().digest_size


class Links:
    """Tokens signed with HMAC-SHA256: who, since when, and a number that is used once.

    ``key`` signs; processes that share one accept each other's links. Which ones were used is known in this process
    alone, and only since it was started, so older links open nothing. ``now``: seconds since 1970.
    """

    def __init__(self, key: bytes, *, seconds: float = LINK_SECONDS, now: Callable[[], float] = time.time) -> None:
        self._key = key
        self._seconds = seconds
        self._now = now
        self._started = now()
        self._used: dict[str, float] = {}

    def token(self, guest: Guest) -> str:
        """A token for ``/s/TOKEN``."""
        claims = {"guest": asdict(guest), "since": self._now(), "once": secrets.token_urlsafe(16)}
        said = json.dumps(claims, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(self._signature(said) + said).decode().rstrip("=")

    def take(self, token: str) -> Guest:
        """Who comes with this token; it is used up. Raises LinkError."""
        try:
            raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except ValueError as error:
            raise LinkError from error
        signature, said = raw[:_DIGEST], raw[_DIGEST:]
        if not hmac.compare_digest(signature, self._signature(said)):
            raise LinkError
        claims, now = json.loads(said), self._now()  # it is signed, so it is as it was written
        since, once = claims["since"], claims["once"]
        oldest = max(self._started, now - self._seconds)
        self._used = {number: known for number, known in self._used.items() if known >= oldest}
        if since < oldest or once in self._used:
            raise LinkError
        self._used[once] = since
        seat = claims["guest"].pop("seat")
        return Guest(**claims["guest"], seat=None if seat is None else RoomSeat(**seat))

    def _signature(self, said: bytes) -> bytes:
        return hmac.digest(self._key, said, "sha256")


class Sessions:
    """Guests who came in, by the secret in their browser's cookie."""

    def __init__(self, *, seconds: float = SESSION_SECONDS, now: Callable[[], float] = time.time) -> None:
        self._seconds = seconds
        self._now = now
        self._guests: dict[str, tuple[Guest, float]] = {}

    def open(self, guest: Guest) -> str:
        """The secret of a new session. Where there are very many, the oldest one ends."""
        while len(self._guests) >= _MOST_SESSIONS:
            del self._guests[next(iter(self._guests))]
        secret = secrets.token_urlsafe(32)
        self._guests[secret] = guest, self._now() + self._seconds
        return secret

    def guest(self, secret: str) -> Guest | None:
        """Who has this secret; None where nobody does, or no longer."""
        guest, until = self._guests.get(secret, (None, 0.0))
        if until <= self._now():
            self._guests.pop(secret, None)
            return None
        return guest
