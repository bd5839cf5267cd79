"""Error reports: what is in one, and above all what is not."""

from __future__ import annotations

import json
import logging
from typing import Any, ClassVar

import pytest
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport

from bot.errors import StartupError
from bot.reports import reporting
from bot.texts import ENGLISH
from bot.views.failure import failure_text

DSN = "http://key@127.0.0.1:9/1"


class Post(Transport):
    """Keeps what is to be sent."""

    reports: ClassVar[list[dict[str, Any]]] = []

    def capture_envelope(self, envelope: Envelope) -> None:
        """Takes the reports out of an envelope, as they would go over the wire."""
        self.reports.extend(json.loads(item.get_bytes()) for item in envelope.items)


@pytest.fixture(autouse=True)
def _empty() -> None:
    Post.reports.clear()


def fail(secret: str) -> None:
    local = f"a prompt: {secret}"
    raise KeyError(local)


def test_a_report_says_where_it_broke_and_nothing_about_people() -> None:
    with reporting(DSN, Post):
        try:
            fail("silver hair of Mika")
        except KeyError as error:
            told = failure_text(error, ENGLISH)
        logging.getLogger("bot.services.jobs").error("failed for user %d: %s", 1234567890123, "selfie_of_mika.mp4")
    broken, said = Post.reports
    (exception,) = broken["exception"]["values"]
    assert exception["type"] == "KeyError"
    last = exception["stacktrace"]["frames"][-1]
    assert (last["function"], last["module"]) == ("fail", "tests.bot.test_reports")
    assert broken["tags"]["incident"] in told, "what the person was told leads to the report"
    assert said["logentry"]["message"] == "failed for user %d: %s"
    everything = json.dumps(Post.reports)
    for private in ("Mika", "mika", "silver", "1234567890123", "a prompt", "raise KeyError"):
        assert private not in everything
    personal = {"user", "server_name", "request", "extra", "breadcrumbs", "contexts", "modules"}
    assert not personal & (set(broken) | set(said))


def test_a_logger_that_is_not_ours_is_named_without_its_words() -> None:
    with reporting(DSN, Post):
        logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: <Task silver hair>")
        logging.getLogger("discord.shard").error("Attempting a reconnect in 3 s (ConnectionResetError)")
        logging.getLogger("bot").warning("the answer was not taken")
    (report,) = Post.reports
    assert report["logger"] == "asyncio"
    assert "silver" not in json.dumps(report)


def test_what_ends_the_bot_is_reported_but_not_a_wrong_setting() -> None:
    with pytest.raises(ZeroDivisionError), reporting(DSN, Post):
        raise ZeroDivisionError
    with pytest.raises(StartupError), reporting(DSN, Post):
        raise StartupError("DISCORD_TOKEN is missing")
    assert [report["exception"]["values"][0]["type"] for report in Post.reports] == ["ZeroDivisionError"]


def test_nothing_is_reported_without_a_dsn_or_afterwards() -> None:
    with reporting("", Post):
        logging.getLogger("bot").error("it broke")
    with reporting(DSN, Post):
        pass
    logging.getLogger("bot").error("it broke")
    assert Post.reports == []


def test_a_wrong_dsn_is_one_sentence() -> None:
    with pytest.raises(StartupError, match=r"^SENTRY_DSN cannot be used .*\.$"), reporting("nowhere", Post):
        pass
