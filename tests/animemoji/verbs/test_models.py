"""What `animemoji models` says of checkpoints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from animemoji.cli import main
from tests.pipeline.characters.diffused.headers import XL, save_header


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(["models", *arguments, "--json"]) == 0
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


def test_the_checkpoint_is_listed_with_its_family(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = save_header(tmp_path / "animagine-xl-4.0.safetensors", XL)
    monkeypatch.setenv("ANIMEMOJI_MODELS", str(tmp_path))
    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", str(file))
    assert said(capsys, "list")["checkpoint"] == {"model": str(file), "family": "animagine", "title": "Animagine XL"}
    monkeypatch.setenv("ANIMEMOJI_SD_FAMILY", "illustrious")
    assert said(capsys, "list")["checkpoint"] == {
        "model": str(file),
        "family": "illustrious",
        "title": "Illustrious XL",
    }
    monkeypatch.delenv("ANIMEMOJI_SD_FAMILY")
    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", "cagliostrolab/animagine-xl-4.0")
    checkpoint = said(capsys, "list")["checkpoint"]
    assert isinstance(checkpoint, dict)
    assert checkpoint["family"] == "animagine"
    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", "")
    assert said(capsys, "list")["checkpoint"] is None


def test_families_are_listed_with_their_licences(capsys: pytest.CaptureFixture[str]) -> None:
    rows = said(capsys, "families")["families"]
    assert isinstance(rows, list)
    assert {"animagine", "illustrious", "noobai", "noobai-v", "pony", "sd35", "flux", "anima"} <= {
        row["name"] for row in rows
    }
    (animagine,) = (row for row in rows if row["name"] == "animagine")
    assert animagine["licence"] == "CreativeML Open RAIL++-M"
    assert "A bot may be run" in animagine["hosting"]
