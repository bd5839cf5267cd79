"""Who must wait because their jobs did harm to the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone


def _now() -> datetime:
    return datetime.now(timezone.utc)


class Strikes:
    """Counts, for each person, jobs over which the pipeline process died or that it had to give up.

    One such job may be bad luck. Whoever has ``limit`` of them within ``pause`` is shut out until ``pause`` after the
    last one.
    """

    def __init__(self, limit: int, pause: timedelta, now: Callable[[], datetime] = _now) -> None:
        self._limit = limit
        self._pause = pause
        self._now = now
        self._struck: dict[int, list[datetime]] = {}
        self._until: dict[int, datetime] = {}

    def add(self, user_id: int) -> None:
        """Counts one more."""
        now = self._now()
        recent = {user: [at for at in times if now - at < self._pause] for user, times in self._struck.items()}
        self._struck = {user: times for user, times in recent.items() if times}
        self._until = {user: until for user, until in self._until.items() if until > now}
        times = self._struck.setdefault(user_id, [])
        times.append(now)
        if len(times) >= self._limit:
            del self._struck[user_id]
            self._until[user_id] = now + self._pause

    def shut_out_until(self, user_id: int) -> datetime | None:
        """When this person may ask again; None for one who may now."""
        until = self._until.get(user_id)
        return until if until is not None and until > self._now() else None
