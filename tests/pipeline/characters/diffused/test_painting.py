"""Real diffusers pipelines with random weights, loaded from disk and run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pipeline.characters import make_character
from pipeline.characters.diffused.choose import Candidate
from pipeline.characters.diffused.errors import (
    CheckpointError,
    GpuMemoryError,
    NoCandidateError,
    StyleFileError,
    UnsafePicturesError,
)
from pipeline.characters.diffused.families import get_family
from pipeline.characters.diffused.load import open_pipeline
from pipeline.characters.diffused.make import make_candidates
from pipeline.characters.diffused.paint import paint, use_style
from pipeline.characters.diffused.reading import read_words, split_to_fit
from pipeline.characters.diffused.samplers import SAMPLERS
from pipeline.characters.diffused.styles import Style
from pipeline.characters.diffused.words import PromptPair, words_for
from pipeline.types import (
    CharacterFileError,
    CharacterKind,
    Frames,
    JobCancelled,
    PipelineSettings,
    Progress,
    PromptSource,
    SamplerName,
    Source,
)

pytest.importorskip("diffusers", reason="needs animemoji[neural]")

import torch
from safetensors.torch import load_file, save_file

from tests.pipeline.characters.diffused.original import save_kohya_lora
from tests.pipeline.characters.diffused.tiny import save_lora, save_safety_checker, save_sdxl, settings

WORDS = words_for("silver hair, blue eyes", get_family("sdxl"))


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


class SmallMemory:
    """A pipeline on a GPU that holds so many pictures."""

    def __init__(self, pipeline: Any, most: int) -> None:
        self._pipeline = pipeline
        self._most = most

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def __call__(self, **options: Any) -> Any:
        if len(options["generator"]) > self._most:
            raise torch.OutOfMemoryError("too many")
        return self._pipeline(**options)


def test_pictures_are_painted_one_by_one_where_memory_is_small(checkpoint: Path) -> None:
    how = settings(checkpoint, candidates=3)
    pipeline = open_pipeline(how)
    together = paint(pipeline, WORDS, 3, how)
    heard: list[float] = []
    alone = paint(SmallMemory(pipeline, 1), WORDS, 3, how, heard.append)
    assert heard == pytest.approx([step / 6 for step in range(1, 7)])
    for one, other in zip(together, alone, strict=True):
        assert np.abs(one.astype(int) - other).max() <= 1
    with pytest.raises(GpuMemoryError, match="set ANIMEMOJI_SD_OFFLOAD=model"):
        paint(SmallMemory(pipeline, 0), WORDS, 3, how)


@pytest.mark.parametrize("preset", sorted(SAMPLERS))
def test_every_preset_has_its_scheduler(sd15: Path, preset: SamplerName) -> None:
    how = settings(sd15, preset=preset, candidates=1)
    pipeline = open_pipeline(how)
    assert type(pipeline.scheduler).__name__ == SAMPLERS[preset].scheduler
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


def test_loras_of_trainers_are_the_same(checkpoint: Path, tmp_path: Path) -> None:
    """Kohya's names, those of SDXL from its original network, text encoder included."""
    save_lora(checkpoint, tmp_path / "ours.safetensors")
    save_kohya_lora(checkpoint, tmp_path / "kohya.safetensors")
    how = settings(checkpoint, candidates=1)
    pipeline = open_pipeline(how)
    painted = []
    for name in ("ours", "kohya"):
        use_style(pipeline, Style(name, lora=f"{name}.safetensors"), tmp_path)
        assert name in pipeline.get_list_adapters()["text_encoder"]
        painted.append(paint(pipeline, WORDS, 1, how)[0])
    use_style(pipeline, None, tmp_path)
    assert np.array_equal(painted[0], painted[1])
    assert not np.array_equal(painted[0], paint(pipeline, WORDS, 1, how)[0])


def test_a_lora_that_does_not_fit_leaves_nothing_behind(sd15: Path, tmp_path: Path) -> None:
    save_lora(save_sdxl(tmp_path), tmp_path / "sdxl.safetensors")
    whole = save_kohya_lora(sd15, tmp_path / "whole.safetensors")
    # The network can take this one, the text encoder cannot.
    half = {
        name.replace("q_proj", "x_proj").replace("out_proj", "y_proj"): each for name, each in load_file(whole).items()
    }
    save_file(half, tmp_path / "half.safetensors")
    how = settings(sd15, candidates=1)
    pipeline = open_pipeline(how)
    plain = paint(pipeline, WORDS, 1, how)[0]
    for name, reason in (("sdxl", "for another kind of checkpoint"), ("half", "could not be loaded")):
        for _ in range(2):
            with pytest.raises(StyleFileError, match=reason):
                use_style(pipeline, Style(name, lora=f"{name}.safetensors"), tmp_path)
    use_style(pipeline, None, tmp_path)
    assert np.array_equal(paint(pipeline, WORDS, 1, how)[0], plain)


def test_a_prompt_goes_the_whole_way(sd15: Path) -> None:
    """Random weights paint noise, which has no head: the way ends at the choice, with advice."""
    how = PipelineSettings(diffusion=settings(sd15, steps=1, candidates=2))
    progress: list[Progress] = []
    for source in (Source.AUTO, Source.DIFFUSED):
        with pytest.raises(NoCandidateError, match="None of 2 pictures"):
            make_character(PromptSource("elf, style:cel", 1, source), progress.append, how)
    assert max(each.fraction for each in progress) == pytest.approx(0.8)
    drawn = make_character(PromptSource("elf", 1, Source.DRAWN), progress.append, how).character
    assert drawn.kind is CharacterKind.DRAWN


def test_a_sketch_in_a_request_is_painted_over(sd15: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    how = PipelineSettings(diffusion=settings(sd15, steps=2, candidates=1))
    seen: list[Frames] = []

    def keep(pictures: list[Frames]) -> list[Candidate]:
        seen.extend(pictures)
        return []

    monkeypatch.setattr("pipeline.characters.diffused.make.rank", keep)

    def painted(sketch: Path | None) -> Frames:
        with pytest.raises(NoCandidateError):
            make_character(PromptSource("elf", 1, Source.AUTO, sketch), lambda _: None, how)
        return seen.pop()

    for name, level in (("dark", 0), ("light", 255)):
        Image.new("RGB", (50, 80), (level, level, level)).save(tmp_path / f"{name}.png")
    dark, light = (painted(tmp_path / f"{name}.png") for name in ("dark", "light"))
    # A tall sketch is painted over in the tallest size that the family was trained on.
    assert (dark.shape, painted(None).shape) == ((96, 64, 4), (64, 64, 4))
    assert not np.array_equal(dark, light)
    assert np.array_equal(dark, painted(tmp_path / "dark.png"))
    (tmp_path / "odd.png").write_text("no picture")
    with pytest.raises(CharacterFileError):
        make_character(PromptSource("elf", 1, Source.AUTO, tmp_path / "odd.png"), lambda _: None, how)


@pytest.mark.parametrize("flags", [True, False])
def test_a_safety_checker_sees_every_picture(
    sd15: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: bool
) -> None:
    checker = save_safety_checker(tmp_path / "checker", flags_everything=flags)
    how = settings(sd15, steps=1, safety_checker=str(checker))
    error = UnsafePicturesError if flags else NoCandidateError
    with pytest.raises(error, match="2 pictures"):
        make_candidates(WORDS, None, 1, how, lambda _: None)
    monkeypatch.setattr("pipeline.characters.diffused.paint.paint", None)
    with pytest.raises(CheckpointError, match=r"no such file or folder.*: check ANIMEMOJI_SD_SAFETY_CHECKER"):
        make_candidates(WORDS, None, 1, replace(how, safety_checker=str(tmp_path / "gone")), lambda _: None)


def test_every_word_is_read(checkpoint: Path) -> None:
    """The tokenizer here spells, so that 77 tokens are a dozen words."""
    pipeline = open_pipeline(settings(checkpoint))
    words = PromptPair(", ".join(["silver hair", "blue eyes"] * 12), "two people")
    read = read_words(pipeline, words, 2)
    count, tokens, width = read["prompt_embeds"].shape
    assert (count, tokens % 77, width) == (2, 0, 32 if checkpoint.name == "sd15" else 96)
    assert tokens >= 2 * 77
    assert read["negative_prompt_embeds"].shape == read["prompt_embeds"].shape
    assert ("negative_pooled_prompt_embeds" in read) is (checkpoint.name == "sdxl")
    other = read_words(pipeline, replace(words, prompt=words.prompt + ", hat"), 2)["prompt_embeds"]
    assert torch.equal(other[:, :77], read["prompt_embeds"][:, :77])
    assert not torch.equal(other[:, -77:], read["prompt_embeds"][:, -77:])
    short = read_words(pipeline, PromptPair("elf", ""), 1, 1 if checkpoint.name == "sd15" else 2)
    (direct, *_) = pipeline.encode_prompt(
        prompt="elf", device="cpu", num_images_per_prompt=1, do_classifier_free_guidance=False
    )
    assert torch.equal(short["prompt_embeds"], direct)


def test_texts_are_split_between_words() -> None:
    def fits(text: str) -> bool:
        return len(text) <= 12

    assert split_to_fit("red hair", fits) == ["red hair"]
    assert split_to_fit("red hair, hat, blue eyes", fits) == ["red hair", "hat", "blue eyes"]
    assert split_to_fit("a hat, b, a very long sentence", fits) == ["a hat, b", "a very long", "sentence"]
    assert split_to_fit("unbelievably-long, hat", fits) == ["unbelievably-long", "hat"]


def test_a_sketch_costs_as_many_steps_as_none(sd15: Path) -> None:
    for steps in (1, 4, 26):
        how = settings(sd15, steps=steps, candidates=1)
        heard: list[float] = []
        paint(open_pipeline(settings(sd15)), WORDS, 0, how, heard.append, np.full((64, 64, 4), 255, np.uint8))
        assert heard == pytest.approx([(step + 1) / steps for step in range(steps)])
