"""Telling a database that is unwell from a statement that is wrong."""

from __future__ import annotations

import socket
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

_SQLITE: Final = {
    "disk is full": "its disk is full",
    "readonly database": "it is read-only",
    "read-only": "it is read-only",
    "disk i/o error": "its disk has an error",
    "unable to open": "its file cannot be opened",
    "database is locked": "another program keeps it locked",
    "malformed": "its file is damaged",
}
"""What SQLite says (it gives Python 3.10 no code), and what that means."""
_POSTGRES: Final = {
    "08": "the connection was lost",
    "25006": "it is read-only",
    "53100": "its disk is full",
    "53": "it has no room for another connection or no memory",
    "55P03": "somebody else keeps a part of it locked",
    "57P": "it is being shut down or started",
    "58": "its disk has an error",
}
"""SQLSTATEs, or how they begin, and what they mean."""


def database_fault(error: BaseException) -> str:
    """What is wrong with the database, in a few words; "" where ``error`` does not come from its state."""
    if isinstance(error, ConnectionError | TimeoutError | socket.gaierror | PoolTimeoutError):
        return "it cannot be reached"
    if not isinstance(error, DBAPIError):
        return ""
    state = str(getattr(error.orig, "sqlstate", None) or "")
    if state:
        return next((meaning for begin, meaning in _POSTGRES.items() if state.startswith(begin)), "")
    if error.connection_invalidated:
        return "the connection was lost"
    words = str(error.orig).lower()
    return next((meaning for part, meaning in _SQLITE.items() if part in words), "")
