"""The verb that makes a character, where several are painted to choose from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from animemoji.cli import main
from pipeline.characters.diffused.choose import rank
from tests.pipeline.characters.pictures.portraits import on_colour, portrait


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Drawn figures stand for what Stable Diffusion paints; of the checkpoint only its description is read."""
    pytest.importorskip("diffusers", reason="needs animemoji[neural]")
    candidates = rank([on_colour(portrait(seed), (200, 205, 210)) for seed in (4, 7, 8)])
    checkpoint = tmp_path_factory.mktemp("checkpoint")
    (checkpoint / "model_index.json").write_text('{"_class_name": "StableDiffusionPipeline"}')
    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", str(checkpoint))
    monkeypatch.setattr("pipeline.characters.diffused.make.make_candidates", lambda *_: candidates)


@pytest.mark.usefixtures("painted")
def test_the_others_are_kept_where_they_are_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["character", "--prompt", "elf", "--out", str(tmp_path / "elf.png")]
    assert main(words) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"elf.png", "elf.json"}
    assert "2 more were painted that --others keeps" in capsys.readouterr().out
    assert main([*words, "--others", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["others"] == [str(tmp_path / "elf-2.png"), str(tmp_path / "elf-3.png")]
    pictures = [Image.open(path).tobytes() for path in (report["out"], *report["others"])]
    assert len(set(pictures)) == 3
    assert main(["character", "--prompt", "elf", "--out", str(tmp_path / "again.png"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["others"] == []
    characters = [json.loads(Path(path).with_suffix(".json").read_text()) for path in report["others"]]
    assert {each["kind"] for each in characters} == {"diffused"}


def test_a_drawn_character_is_written_for_browsers_too(tmp_path: Path) -> None:
    words = ["character", "--prompt", "elf", "--source", "drawn", "--out", str(tmp_path / "elf.png")]
    assert main([*words, "--puppet", str(tmp_path / "elf.puppet")]) == 0
    assert json.loads((tmp_path / "elf.puppet").read_text())["format"] == "animemoji.puppet"


@pytest.mark.usefixtures("painted")
def test_a_picture_is_no_puppet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        "character",
        "--prompt",
        "elf",
        "--out",
        str(tmp_path / "elf.png"),
        "--puppet",
        str(tmp_path / "elf.puppet"),
    ]
    assert main(words) == 2
    assert "--source drawn" in capsys.readouterr().err
    assert not (tmp_path / "elf.puppet").exists()


def test_a_prompt_brings_its_own_seed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def seed(*words: str) -> object:
        assert main(["character", *words, "--source", "drawn", "--out", str(tmp_path / "who.png"), "--json"]) == 0
        return json.loads(capsys.readouterr().out)["character"]["seed"]

    assert seed("--prompt", "elf") == seed("--prompt", "elf") != seed("--prompt", "pirate")
    assert seed("--prompt", "elf", "--seed", "0") == 0
