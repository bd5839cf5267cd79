"""``animemoji export`` and ``animemoji check``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from animemoji.cli import main


def test_what_is_exported_is_what_the_place_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "wave.webm"
    words = ["export", "--prompt", "girl", "--motion", "wave", "--for", "telegram-emoji", "--out", str(out), "--json"]
    assert main(words) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["fits"], report["size"], report["bytes"]) == (True, 100, out.stat().st_size)
    assert main(["check", str(out), "--for", "telegram-emoji", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
    assert main(["check", str(out), "--for", "whatsapp"]) == 2
    assert "It is a WebM (VP9); whatsapp takes a WebP." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "no.gif", "--for", "slack"], "There is no file no.gif"),
        (["export", "--prompt", "girl", "--motion", "wave", "--for", "fridge", "--out", "a.gif"], "fridge is no place"),
        (["export", "--prompt", "girl", "--motion", "wave", "--for", "slack", "--out", "a.png"], "must end in .gif"),
    ],
)
def test_a_mistake_is_one_sentence(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert says in capsys.readouterr().err
