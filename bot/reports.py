"""Error reports to Sentry, or to what speaks its protocol: only where the owner names one, and nothing about people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from bot.errors import StartupError

if TYPE_CHECKING:
    from sentry_sdk.transport import Transport
    from sentry_sdk.types import Event, Hint

_OURS: Final = ("bot", "discord", "pipeline")
"""Loggers whose messages are templates, into which what people wrote is put later; others may have it inside."""
_KEPT: Final = ("event_id", "timestamp", "platform", "level", "logger", "release", "sdk")
_KEPT_OF_A_FRAME: Final = ("filename", "function", "module", "lineno", "in_app")
_FLUSH_SECONDS: Final = 2.0


@contextmanager
def reporting(dsn: str, transport: type[Transport] | None = None) -> Iterator[None]:
    """Reports what is logged as an error, and what ends the block, for as long as the block lasts.

    A report holds types of exceptions, the lines of code that they went through, the log message without what was put
    into it, and the id that the person was told. It holds no prompt, name or file, no id of a person or server, no
    values of variables and no texts of exceptions.

    Args:
        dsn: where reports go; "" for nowhere.
        transport: what sends them; None for HTTP.

    Raises:
        StartupError: sentry-sdk is not installed, or ``dsn`` is none.
    """
    if not dsn:
        yield
        return
    try:
        import sentry_sdk
        from sentry_sdk.integrations.logging import LoggingIntegration
        from sentry_sdk.utils import BadDsn
    except ModuleNotFoundError as error:
        raise StartupError("SENTRY_DSN needs sentry-sdk: pip install 'animemoji[sentry]'.") from error
    try:
        sentry_sdk.init(
            dsn,
            transport=transport,
            release=f"animemoji@{version('animemoji')}",
            before_send=without_people,
            default_integrations=False,
            auto_enabling_integrations=False,
            integrations=[LoggingIntegration(level=None)],
            include_local_variables=False,
            include_source_context=False,
            send_client_reports=False,
            auto_session_tracking=False,
            max_breadcrumbs=0,
        )
    except BadDsn as error:
        raise StartupError(f"SENTRY_DSN cannot be used ({error}): copy it again from your Sentry project.") from error
    try:
        yield
    except StartupError:
        raise
    except Exception as error:
        sentry_sdk.capture_exception(error)
        raise
    finally:
        sentry_sdk.get_client().close(timeout=_FLUSH_SECONDS)
        sentry_sdk.get_global_scope().set_client(None)


def without_people(event: Event, hint: Hint) -> Event | None:
    """What may leave this machine of ``event``: a new event of what is known to be harmless; None for no report."""
    whole: dict[str, Any] = dict(event)
    kept: dict[str, Any] = {key: whole[key] for key in _KEPT if key in whole}
    if exceptions := (whole.get("exception") or {}).get("values"):
        kept["exception"] = {"values": [_bare(each) for each in exceptions]}
    record = hint.get("log_record")
    if record is not None:
        room = record.name.partition(".")[0]
        if room == "discord" and not record.exc_info:
            return None  # a lost connection, which mends itself
        if room in _OURS:
            kept["logentry"] = {"message": str(record.msg)}
        if incident := getattr(record, "incident", ""):
            kept["tags"] = {"incident": incident}
    return kept  # type: ignore[return-value]


def _bare(exception: dict[str, Any]) -> dict[str, Any]:
    """The exception's type and way, without its text."""
    frames = (exception.get("stacktrace") or {}).get("frames") or ()
    return {
        "type": exception.get("type"),
        "module": exception.get("module"),
        "stacktrace": {
            "frames": [{key: frame[key] for key in _KEPT_OF_A_FRAME if key in frame} for frame in frames],
        },
    }
