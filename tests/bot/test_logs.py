"""Logs: one JSON object per line, with the job's id."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import job_id, set_up_logs


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before


def test_json_lines_carry_the_job_and_the_exception(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("info", "json")
    token = job_id.set("ab12")
    try:
        try:
            raise ZeroDivisionError("oh")
        except ZeroDivisionError:
            logging.getLogger("bot").exception("went %s", "wrong")
    finally:
        job_id.reset(token)
    logging.getLogger("bot").debug("not heard")
    (line,) = capsys.readouterr().err.splitlines()
    data = json.loads(line)
    assert (data["message"], data["level"], data["job"], data["logger"]) == ("went wrong", "error", "ab12", "bot")
    assert "ZeroDivisionError: oh" in data["exception"]


def test_text_lines_are_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("info", "text")
    logging.getLogger("bot").info("hello")
    logging.getLogger("discord").info("chatter")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("bot: hello")
