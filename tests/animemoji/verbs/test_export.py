"""``animemoji export`` and ``animemoji check``."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from animemoji.cli import main
from animemoji.verbs import check, export
from pipeline.targets import TARGETS
from pipeline.types import PoseTrack, make_pose


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


def test_a_real_character_goes_everywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second of motion keeps this quick: LINE wants whole ones."""
    poses = np.stack(
        [make_pose(mouth_aaa=float(step), head_y=float(step) / 2) for step in np.sin(np.arange(10) / 3) ** 2]
    )
    track = tmp_path / "track.json"
    track.write_text(json.dumps(PoseTrack.still(poses, 10.0).to_json()))
    for name, target in TARGETS.items():
        out = tmp_path / f"{name}{target.format.extension}"
        words = ["--prompt", "girl, silver twin tails, blue eyes", "--track", str(track)]
        assert main(["export", *words, "--for", name, "--out", str(out)]) == 0, (name, capsys.readouterr())
        assert main(["check", str(out), "--for", name, "--json"]) == 0, name
        assert json.loads(capsys.readouterr().out.splitlines()[-1])["problems"] == []


def test_a_pack_is_exported_and_checked_as_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mimi.zip"
    words = ["export", "--prompt", "girl", "--for", "discord-emoji", "--count", "1", "--out", str(out), "--json"]
    assert main(words) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["fits"], report["files"]) == (True, ["01_happy.webp"])
    assert main(["check", str(out), "--for", "discord-emoji"]) == 0
    assert main(["check", str(out), "--for", "slack"]) == 2
    assert "01_happy.webp: It is a WebP; slack takes a GIF." in capsys.readouterr().out


def test_the_same_fault_has_the_same_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for verb in (export, check):
        monkeypatch.setattr(verb, "check_upload", lambda data, target: ("It is not well.",))
    out = str(tmp_path / "a.webp")
    words = ["export", "--prompt", "girl", "--motion", "nod", "--for", "discord-emoji", "--out", out]
    assert main(words) == main(["check", out, "--for", "discord-emoji"]) == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "no.gif", "--for", "slack"], "There is no file no.gif"),
        (["export", "--prompt", "girl", "--motion", "wave", "--for", "fridge", "--out", "a.gif"], "fridge is no place"),
        (["export", "--prompt", "girl", "--motion", "wave", "--for", "slack", "--out", "a.png"], "must end in .gif"),
        (["export", "--prompt", "girl", "--for", "slack", "--out", "a.gif"], "Say what the character does"),
        (["export", "--prompt", "girl", "--motion", "nod", "--for", "slack", "--out", "a.zip"], "leave --motion out"),
    ],
)
def test_a_mistake_is_one_sentence(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert says in capsys.readouterr().err
