"""What the doctor says of a Stable Diffusion checkpoint, from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from animemoji.verbs import doctor
from pipeline import load_pipeline_settings
from tests.pipeline.characters.diffused.headers import XL, save_header


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pytest.importorskip("diffusers", reason="needs animemoji[neural]")
    monkeypatch.setenv("ANIMEMOJI_MODELS", str(tmp_path))
    for name in ("ANIMEMOJI_SD_MODEL", "ANIMEMOJI_SD_PRESET"):
        monkeypatch.delenv(name, raising=False)
    return save_header(tmp_path / "model.safetensors", XL)


def look() -> doctor.Check:
    return next(check for check in doctor.examine(load_pipeline_settings()) if check.name == "Stable Diffusion")


def test_a_checkpoint_is_named_with_its_family(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", str(file))
    monkeypatch.setenv("ANIMEMOJI_SD_PRESET", "euler")
    assert look() == doctor.Check("Stable Diffusion", True, False, f"{file} (Stable Diffusion XL), preset euler", "")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("MODEL", "", "prompts are drawn"),
        ("MODEL", "/no/where.safetensors", "no such file or folder"),
        ("MODEL", __file__, "no .safetensors file"),
    ],
)
def test_what_is_wrong_is_said(file: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str) -> None:
    monkeypatch.setenv(f"ANIMEMOJI_SD_{name}", value)
    check = look()
    assert not check.works
    assert not check.needed
    assert says in check.detail
    assert "models fetch sd-anime" in check.remedy


def test_how_the_pipeline_process_is_confined_is_said() -> None:
    name = "confined pipeline (bot)"
    check = next(check for check in doctor.examine(load_pipeline_settings()) if check.name == name)
    assert not check.needed
    assert all(measure in check.detail for measure in ("Landlock (version", "seccomp", "no new privileges"))
    assert check.works == ("no Landlock" not in check.detail)
