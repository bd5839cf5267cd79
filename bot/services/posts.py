"""Posts that must not be made twice, or too late."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_until: ContextVar[float | None] = ContextVar("until", default=None)


class UnsureError(Exception):
    """What was asked for may or may not have been done: look before asking again."""


class StaleError(Exception):
    """It was not done at once, and is not worth doing any more."""


@contextmanager
def at_once(seconds: float) -> Iterator[None]:
    """Posts of this block are sent within so many seconds and once, or not at all; they raise StaleError then.

    To cancel them instead would not do: discord.py's lock for an interaction's requests may then be held for ever.
    """
    before = _until.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _until.reset(before)


def deadline() -> float | None:
    """Until when (``time.monotonic``) what is posted now must be on its way; None outside of ``at_once``."""
    return _until.get()
