"""Logging: lines for people, or one JSON object per line for machines. What happens in a job carries its id."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from contextvars import ContextVar
from typing import Literal

job_id: ContextVar[str] = ContextVar("job_id", default="")
"""The job that the current task works on, "" for none."""


class JsonFormatter(logging.Formatter):
    """A log record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        data: dict[str, object] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if job := getattr(record, "job", ""):
            data["job"] = job
        if record.exc_info:
            data["exception"] = self.formatException(record.exc_info)
        return json.dumps(data, ensure_ascii=False)


class TextFormatter(logging.Formatter):
    """A log record as a line for people, with the job's id where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line = super().format(record)
        job = getattr(record, "job", "")
        return f"[job {job}] {line}" if job else line


def _add_job(record: logging.LogRecord) -> bool:
    record.job = job_id.get()
    return True


def _folding(library: str, weather: tuple[type[BaseException], ...]) -> Callable[[logging.LogRecord], bool]:
    """Makes one line of a lost connection, which a library logs with the whole way to it and mends by itself."""

    def fold(record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if record.name.startswith(library) and isinstance(error, weather):
            record.msg, record.args = f"{record.getMessage()} ({type(error).__name__}: {error})", ()
            record.exc_info = record.exc_text = None
        return True

    return fold


def set_up_logs(
    level: str, form: Literal["text", "json"], library: str = "", weather: tuple[type[BaseException], ...] = ()
) -> None:
    """Sends everything to stderr in the given form. Libraries stay at warnings unless debugging.

    Args:
        library: the one that speaks to the platform, as its loggers are called.
        weather: what it raises where a connection is lost.
    """
    handler = logging.StreamHandler()
    handler.addFilter(_add_job)
    handler.addFilter(_folding(library, weather))
    handler.setFormatter(
        JsonFormatter() if form == "json" else TextFormatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
    )
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    if level != "debug":
        for name in ("discord", "telegram", "sqlalchemy", "alembic", "aiohttp.access"):
            logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("httpx", "httpcore"):  # they log addresses, and Telegram's hold the bot's token
        logging.getLogger(name).setLevel(logging.WARNING)
