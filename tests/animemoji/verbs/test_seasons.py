"""``animemoji seasons`` and ``render --season``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from animemoji import cli


def test_a_day_lists_the_seasons_that_are_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["seasons", "--on", "2026-12-24", "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)["seasons"]) == ["christmas"]


def test_a_season_dresses_the_character(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["render", "--prompt", "girl", "--season", "christmas", "--motion", "nod", "--size", "64", "--fps", "5"]
    assert cli.main([*words, "--out", str(tmp_path / "card.gif"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["character"]["prompt"] == "girl, santa hat, scarf"


def test_another_season_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["render", "--prompt", "girl", "--season", "easter", "--motion", "nod", "--out", str(tmp_path / "x.gif")]
    assert cli.main(words) == 2
    assert "no season called easter" in capsys.readouterr().err
