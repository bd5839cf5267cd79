"""Bad weather on demand: rate limits, failures and slowness for chosen routes."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from aiohttp import web

from tests.discord_server.errors import json_answer


@dataclass
class Fault:
    """What happens to the next ``times`` requests that match ``route`` ("POST /guilds/*/emojis"); None for all.

    ``after``: Discord does what it is asked for, and only then answers like this. ``dropped``: the connection is cut in
    place of an answer.
    """

    route: str
    times: int | None
    delay: float = 0.0
    status: int | None = None
    body: dict[str, object] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    after: bool = False
    dropped: bool = False
    hits: int = 0

    def matches(self, method: str, path: str) -> bool:
        spent = self.times is not None and self.hits >= self.times
        return not spent and fnmatchcase(f"{method} {path}", self.route)

    def response(self) -> web.Response | None:
        """The answer in place of the real one; None where the fault only delays."""
        return None if self.status is None else json_answer(self.body, self.status, self.headers)


class Faults:
    """The faults in force, first come first served. Paths are those after ``/api/v10``, or whole for the CDN."""

    def __init__(self) -> None:
        self.active: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        self.active.append(fault)
        return fault

    def rate_limit(self, route: str, retry_after: float, times: int | None = 1, *, shared: bool = True) -> Fault:
        """429s as Discord sends them; discord.py only believes those that carry ``Via``."""
        headers = {
            "Via": "1.1 google",
            "Retry-After": str(max(1, round(retry_after))),
            "X-RateLimit-Scope": "shared" if shared else "user",
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset-After": str(retry_after),
        }
        body: dict[str, object] = {
            "message": "You are being rate limited.",
            "retry_after": retry_after,
            "global": False,
        }
        return self.add(Fault(route, times, status=429, body=body, headers=headers))

    def fail(self, route: str, status: int, times: int | None = 1, *, code: int = 0, message: str = "") -> Fault:
        return self.add(Fault(route, times, status=status, body={"message": message or str(status), "code": code}))

    def fail_after(self, route: str, status: int, times: int | None = 1) -> Fault:
        """Discord does it and answers that it did not."""
        return self.add(Fault(route, times, status=status, body={"message": str(status), "code": 0}, after=True))

    def drop(self, route: str, times: int | None = 1, *, after: bool = False) -> Fault:
        """The connection is cut, before or after Discord does what it is asked for."""
        return self.add(Fault(route, times, after=after, dropped=True))

    def slow(self, route: str, seconds: float, times: int | None = None) -> Fault:
        return self.add(Fault(route, times, delay=seconds))

    def clear(self) -> None:
        self.active.clear()

    def next_for(self, method: str, path: str) -> Fault | None:
        """The fault that meets this request, counted."""
        for fault in self.active:
            if fault.matches(method, path):
                fault.hits += 1
                return fault
        return None
