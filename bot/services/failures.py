"""What went wrong, as a value: to be told now or after a restart, in whatever language."""

from __future__ import annotations

import errno
import logging
import math
import secrets
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any, Final

import msgspec
from typing_extensions import Self

from bot.errors import CannotSaveError
from bot.services.metrics import kind_of
from bot.texts import Language, find
from pipeline import (
    EngineClosedError,
    JobCancelled,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    SetupError,
    UserError,
)

log = logging.getLogger(__name__)

_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What the system says where a disk is full or read-only."""


class Failure(msgspec.Struct, frozen=True):
    """Why something was not done.

    Attributes:
        key: of the sentence that says so.
        fields: what fills it; ``when`` is a moment, in seconds since 1970.
        kind: in a word, for counting (``kind_of``).
        sentence: in English, for a ``key`` that ``bot/texts`` does not know.
    """

    key: str
    fields: dict[str, str | int | float | bool | None] = {}
    kind: str = ""
    sentence: str = ""

    @classmethod
    def of(cls, error: BaseException) -> Self:
        """The failure that ``error`` is. What we did not foresee is logged under an id, which the sentence names."""
        kind = kind_of(error)
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            log.error("The disk cannot be written: %s.", error.strerror)
            return cls(CannotSaveError.key, kind=CannotSaveError.key)
        if isinstance(error, SetupError):
            log.error("not set up right: %s", error)
            return cls("failure.setup", kind=kind)
        if isinstance(error, UserError):
            plain = {name: _plain(value) for name, value in error.fields.items()}
            return cls(error.key, plain, kind, error.template.format(**error.fields))
        if isinstance(error, JobCancelled):
            return cls("job.cancelled", kind=kind)
        if isinstance(error, PipelineDiedError | PipelineOverdueError):
            log.error("the pipeline gave up: %s\n%s", error, error.details)
            return cls("failure.too_much", kind=kind)
        if isinstance(error, EngineClosedError):
            return cls("failure.restarting", kind=kind)
        incident = secrets.token_hex(4)
        details = error.details if isinstance(error, PipelineError) else ""
        log.error(
            "unforeseen, told to the user as %s\n%s", incident, details, exc_info=error, extra={"incident": incident}
        )
        return cls("failure.unknown", {"id": incident}, kind)

    @classmethod
    def read(cls, data: dict[str, Any] | None) -> Self:
        """The failure that a row keeps; none was kept for a job that was cancelled."""
        return cls("job.cancelled") if data is None else msgspec.convert(data, cls)

    def write(self) -> dict[str, Any]:
        """The failure as a row keeps it."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data

    def text(self, language: Language, moment: Callable[[datetime], str]) -> str:
        """One sentence. ``moment``: how a time is shown to people."""
        return find(self.key, language, **self.told(moment)) or self.sentence

    def told(self, moment: Callable[[datetime], str]) -> dict[str, object]:
        """What fills the sentence, with its moment as people read it."""
        when = self.fields.get("when")
        if not isinstance(when, int | float):  # there is none, or an older version wrote it, as Discord shows it
            return dict(self.fields)
        return {**self.fields, "when": moment(datetime.fromtimestamp(when, timezone.utc))}


def _plain(value: object) -> str | int | float | bool | None:
    if isinstance(value, datetime):
        return math.ceil(value.timestamp())
    return value if isinstance(value, str | int | float | bool | None) else str(value)
