"""Real diffusers pipelines with random weights, loaded from disk and run."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pipeline.characters import make_character
from pipeline.characters.diffused.choose import Candidate
from pipeline.characters.diffused.errors import CheckpointError, NoCandidateError, StyleFileError
from pipeline.characters.diffused.load import is_sdxl, open_pipeline
from pipeline.characters.diffused.make import is_safe
from pipeline.characters.diffused.paint import paint, use_style
from pipeline.characters.diffused.presets import PRESETS
from pipeline.characters.diffused.settings import DiffusionSettings
from pipeline.characters.diffused.styles import Style
from pipeline.characters.diffused.words import words_for
from pipeline.types import CharacterFileError, CharacterKind, Frames, JobCancelled, Progress, PromptSource, Source

pytest.importorskip("diffusers", reason="needs animemoji[neural]")

from tests.pipeline.characters.diffused.tiny import save_lora, save_safety_checker, save_sd15, save_sdxl

WORDS = words_for("silver hair, blue eyes")


@pytest.fixture(scope="session", params=["sd15", "sdxl"])
def checkpoint(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    return save_sd15(folder) if request.param == "sd15" else save_sdxl(folder)


@pytest.fixture(scope="session")
def sd15(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_sd15(tmp_path_factory.mktemp("one"))


def settings(checkpoint: Path, **more: Any) -> DiffusionSettings:
    return replace(DiffusionSettings(model=str(checkpoint), steps=2, candidates=2), **more)


def test_the_same_seed_paints_the_same_pictures(checkpoint: Path) -> None:
    how = settings(checkpoint)
    pipeline = open_pipeline(how)
    heard: list[float] = []
    first = paint(pipeline, WORDS, 3, how, heard.append)
    assert [picture.shape for picture in first] == [(64, 64, 4)] * 2
    assert (first[0][..., 3] == 255).all()
    assert heard == [0.5, 1.0]
    assert not np.array_equal(first[0], first[1])
    again = paint(pipeline, WORDS, 3, how)
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))
    assert not np.array_equal(first[0], paint(pipeline, WORDS, 4, how)[0])


def test_size_sketch_and_cancelling(checkpoint: Path) -> None:
    how = settings(checkpoint, size=128, candidates=1)
    pipeline = open_pipeline(how)
    assert paint(pipeline, WORDS, 0, how)[0].shape == (128, 128, 4)
    dark, light = (np.full((50, 80, 4), (level, level, level, 255), np.uint8) for level in (0, 255))
    from_dark, from_light = (paint(pipeline, WORDS, 0, how, sketch=sketch)[0] for sketch in (dark, light))
    assert from_dark.shape == (128, 128, 4)
    assert not np.array_equal(from_dark, from_light)

    def stop(_fraction: float) -> None:
        raise JobCancelled

    with pytest.raises(JobCancelled):
        paint(pipeline, WORDS, 0, how, stop)


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_every_preset_has_its_scheduler(sd15: Path, preset: str) -> None:
    how = settings(sd15, preset=preset, candidates=1)
    pipeline = open_pipeline(how)
    assert type(pipeline.scheduler).__name__ == PRESETS[preset].scheduler
    assert pipeline.scheduler.config.beta_end == 0.012
    assert paint(pipeline, WORDS, 0, how)[0].std() > 0


def test_a_style_s_lora_changes_the_picture_and_leaves_again(checkpoint: Path, tmp_path: Path) -> None:
    save_lora(checkpoint, tmp_path / "ink.safetensors")
    how = settings(checkpoint, candidates=1)
    pipeline = open_pipeline(how)

    def painted(style: Style | None) -> Frames:
        use_style(pipeline, style, tmp_path)
        return paint(pipeline, WORDS, 1, how)[0]

    plain = painted(None)
    inked = painted(Style("ink", lora="ink.safetensors"))
    assert not np.array_equal(plain, inked)
    half = painted(Style("ink", lora="ink.safetensors", weight=0.5))
    assert not np.array_equal(half, inked)
    assert np.array_equal(painted(None), plain)
    assert np.array_equal(painted(Style("ink", lora="ink.safetensors")), inked)
    use_style(pipeline, None, tmp_path)
    with pytest.raises(StyleFileError, match=r"there is no file gone\.safetensors"):
        use_style(pipeline, Style("gone", lora="gone.safetensors"), tmp_path)


def test_another_decoder(sd15: Path) -> None:
    how = settings(sd15, vae=str(sd15 / "vae"), candidates=1)
    assert paint(open_pipeline(how), WORDS, 0, how)[0].shape == (64, 64, 4)


@pytest.mark.parametrize("content", [b"", b"not a model", struct.pack("<Q", 5) + b"{...}"])
def test_what_is_no_checkpoint_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    with pytest.raises(
        CheckpointError, match=r"model\.safetensors could not be loaded \(it is no \.safetensors file\)"
    ):
        open_pipeline(settings(path))
    (tmp_path / "folder").mkdir()
    with pytest.raises(CheckpointError, match="check ANIMEMOJI_SD_MODEL"):
        open_pipeline(settings(tmp_path / "folder"))


def test_the_family_of_a_single_file_is_told_by_its_header(tmp_path: Path) -> None:
    for key, expected in (("conditioner.embedders.0.x", True), ("cond_stage_model.transformer.x", False)):
        header = json.dumps({key: {"dtype": "F16", "shape": [0], "data_offsets": [0, 0]}}).encode()
        path = tmp_path / f"{expected}.safetensors"
        path.write_bytes(struct.pack("<Q", len(header)) + header)
        assert is_sdxl(path) is expected


def test_a_prompt_goes_the_whole_way(sd15: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Random weights paint noise, which has no head: the way ends at the choice, with advice."""
    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", str(sd15))
    monkeypatch.setenv("ANIMEMOJI_SD_STEPS", "1")
    monkeypatch.setenv("ANIMEMOJI_SD_CANDIDATES", "2")
    progress: list[Progress] = []
    for source in (Source.AUTO, Source.DIFFUSED):
        with pytest.raises(NoCandidateError, match="None of 2 pictures"):
            make_character(PromptSource("elf, style:cel", 1, source), progress.append)
    assert max(each.fraction for each in progress) == pytest.approx(0.8)
    drawn = make_character(PromptSource("elf", 1, Source.DRAWN), progress.append).character
    assert drawn.kind is CharacterKind.DRAWN


def test_a_sketch_in_a_request_is_painted_over(sd15: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", str(sd15))
    monkeypatch.setenv("ANIMEMOJI_SD_STEPS", "2")
    monkeypatch.setenv("ANIMEMOJI_SD_CANDIDATES", "1")
    seen: list[Frames] = []

    def keep(pictures: list[Frames]) -> list[Candidate]:
        seen.extend(pictures)
        return []

    monkeypatch.setattr("pipeline.characters.diffused.make.rank", keep)

    def painted(sketch: Path | None) -> Frames:
        with pytest.raises(NoCandidateError):
            make_character(PromptSource("elf", 1, Source.AUTO, sketch), lambda _: None)
        return seen.pop()

    for name, level in (("dark", 0), ("light", 255)):
        Image.new("RGB", (50, 80), (level, level, level)).save(tmp_path / f"{name}.png")
    dark, light = (painted(tmp_path / f"{name}.png") for name in ("dark", "light"))
    assert dark.shape == painted(None).shape
    assert not np.array_equal(dark, light)
    assert np.array_equal(dark, painted(tmp_path / "dark.png"))
    (tmp_path / "odd.png").write_text("no picture")
    with pytest.raises(CharacterFileError):
        make_character(PromptSource("elf", 1, Source.AUTO, tmp_path / "odd.png"), lambda _: None)


@pytest.mark.parametrize("flags", [True, False])
def test_a_safety_checker_sees_every_picture(tmp_path: Path, flags: bool) -> None:
    checker = save_safety_checker(tmp_path / "checker", flags_everything=flags)
    picture = np.random.default_rng(0).integers(0, 256, (64, 64, 4), np.uint8)
    assert is_safe(str(checker), picture) is not flags
