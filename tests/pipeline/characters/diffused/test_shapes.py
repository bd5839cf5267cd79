"""Every family that is a transformer, tiny: detected, loaded by the real road, and painted with."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from pipeline.characters.diffused.errors import CheckpointError, IncompleteCheckpointError
from pipeline.characters.diffused.families import get_family
from pipeline.characters.diffused.load import open_pipeline
from pipeline.characters.diffused.manner import manner_of
from pipeline.characters.diffused.paint import paint, use_style
from pipeline.characters.diffused.words import words_for
from pipeline.types import STYLES, DiffusionSettings, Frames

pytest.importorskip("diffusers", reason="needs animemoji[neural]")

import diffusers
import torch
from safetensors.torch import load_file, save_file

from tests.pipeline.characters.diffused.original_flow import save_network, save_whole
from tests.pipeline.characters.diffused.tiny import save_sdxl, settings
from tests.pipeline.characters.diffused.tiny_flow import FLOW, save_anima, save_modular

SIDE = 64


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A tiny checkpoint of each family."""
    return {name: save(tmp_path_factory.mktemp(name)) for name, save in FLOW.items()}


def painted(source: Path, **more: object) -> list[Frames]:
    how = settings(source, size=SIDE, **more)
    words = words_for("girl, silver hair", manner_of(how).family)
    pipeline = open_pipeline(how)
    use_style(pipeline, None, STYLES)
    return paint(pipeline, words, 3, how)


@pytest.mark.parametrize("name", FLOW)
def test_a_family_is_detected_and_paints(folders: dict[str, Path], name: str) -> None:
    how = settings(folders[name], size=SIDE)
    assert manner_of(how).family == get_family(name)
    heard: list[float] = []
    pipeline = open_pipeline(how)
    words = words_for("girl, silver hair", get_family(name))
    first, second = paint(pipeline, words, 3, how, heard.append)
    assert heard == [0.5, 1.0]
    assert first.shape == (SIDE, SIDE, 4)
    assert first[..., :3].std() > 10
    assert not np.array_equal(first, second)
    assert np.array_equal(painted(folders[name])[0], first)
    other = words_for("boy, a red hat", get_family(name))
    assert not np.array_equal(paint(pipeline, other, 3, how)[0], first)


@pytest.mark.parametrize("name", FLOW)
def test_a_sketch_is_painted_over(folders: dict[str, Path], name: str) -> None:
    how = settings(folders[name], size=SIDE, candidates=1)
    pipeline, words = open_pipeline(how), words_for("elf", get_family(name))
    sketches = (np.full((50, 80, 4), (level, level, level, 255), np.uint8) for level in (0, 255))
    heard: list[float] = []
    dark, light = (paint(pipeline, words, 0, how, heard.append, sketch)[0] for sketch in sketches)
    assert heard == [0.5, 1.0] * 2
    assert dark.shape == (SIDE, SIDE, 4)
    assert not np.array_equal(dark, light)


@pytest.mark.parametrize("name", FLOW)
def test_a_network_in_one_file_takes_the_rest_from_a_folder(
    folders: dict[str, Path], tmp_path: Path, name: str
) -> None:
    file = save_network(folders[name], tmp_path / "network.safetensors", name)
    found = painted(file, config=str(folders[name]))
    assert manner_of(settings(file)).family == get_family(name)
    for one, other in zip(found, painted(folders[name]), strict=True):
        assert np.abs(one.astype(int) - other).max() <= 1
    title = get_family(name).title.replace("[", r"\[").replace("]", r"\]")
    with pytest.raises(IncompleteCheckpointError, match=rf"^network\.safetensors is {title} without .*vae: set ANIME"):
        open_pipeline(settings(file))


@pytest.mark.parametrize("name", ["sd35", "flux", "z-image"])
def test_one_file_that_holds_all_needs_no_other_weights(folders: dict[str, Path], tmp_path: Path, name: str) -> None:
    file = save_whole(folders[name], tmp_path / "all.safetensors", name)
    empty = shutil.copytree(folders[name], tmp_path / "empty", ignore=shutil.ignore_patterns("*.safetensors"))
    for one, other in zip(painted(file, config=str(empty)), painted(folders[name]), strict=True):
        assert np.abs(one.astype(int) - other).max() <= 2


def test_a_whole_file_asks_the_hub_for_configurations_alone(
    folders: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    file = save_whole(folders["z-image"], tmp_path / "all.safetensors", "z-image")
    with pytest.raises(CheckpointError, match=r"^Tongyi-MAI/Z-Image could not be loaded .*: check ANIMEMOJI_SD_CONFIG"):
        open_pipeline(settings(file))


@pytest.mark.parametrize("name", ["qwen-image", "anima"])
def test_what_a_file_holds_in_another_layout_is_taken_from_the_folder(
    folders: dict[str, Path], tmp_path: Path, name: str
) -> None:
    file = save_whole(folders[name], tmp_path / "all.safetensors", name)
    for one, other in zip(painted(file, config=str(folders[name])), painted(folders[name]), strict=True):
        assert np.abs(one.astype(int) - other).max() <= 1
    title = get_family(name).title
    with pytest.raises(
        IncompleteCheckpointError, match=rf"is {title} without text_encoder, vae in a layout that is read"
    ):
        open_pipeline(settings(file))


@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        ("flux", "FluxAutoBlocks"),
        ("sd35", "StableDiffusion3AutoBlocks"),
        ("z-image", "ZImageAutoBlocks"),
        ("qwen-image", "QwenImageAutoBlocks"),
        ("anima", ""),
        ("sdxl", "StableDiffusionXLAutoBlocks"),
    ],
)
def test_a_modular_folder_paints_the_same_wherever_it_lies(
    folders: dict[str, Path], tmp_path: Path, name: str, blocks: str
) -> None:
    plain = save_sdxl(tmp_path) if name == "sdxl" else folders[name]
    expected = painted(plain)
    modular = tmp_path / f"modular-{plain.name}"
    if blocks:
        ordinary = diffusers.DiffusionPipeline.from_pretrained(plain)
        save_modular(getattr(diffusers, blocks)(), ordinary.components, modular)
    else:
        shutil.copytree(plain, modular)
    moved = modular.rename(tmp_path / f"moved-{plain.name}")
    if not blocks:
        (moved / "modular_model_index.json").write_text(
            (moved / "modular_model_index.json").read_text().replace(str(plain), "somebody/elsewhere")
        )
    assert manner_of(settings(moved)).family == get_family(name)
    for one, other in zip(painted(moved), expected, strict=True):
        assert np.array_equal(one, other)


def test_what_a_family_needs_besides_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torchvision", None)
    with pytest.raises(CheckpointError, match="it is Anima, which needs torchvision: pip install torchvision"):
        open_pipeline(settings(save_anima(tmp_path, masked=True)))


def test_scaled_weights_are_refused(folders: dict[str, Path], tmp_path: Path) -> None:
    """Without their scales they would paint noise."""
    weights = load_file(save_network(folders["z-image"], tmp_path / "whole.safetensors", "z-image"))
    scales = {f"{name.removesuffix('.weight')}.scale_weight": torch.ones(1) for name in weights if "to_out" in name}
    save_file(weights | scales | {"scaled_fp8": torch.zeros(1)}, tmp_path / "scaled.safetensors")
    how = settings(tmp_path / "scaled.safetensors", config=str(folders["z-image"]))
    with pytest.raises(CheckpointError, match="it is Z-Image in scaled numbers of 8 bits or fewer"):
        open_pipeline(how)


@pytest.mark.parametrize(
    ("beginning", "what"),
    [(b"GGUF\3\0\0\0", "GGUF file"), (b"PK\3\4\0\0\0\0", "pickle"), (b"\x80\2}q\0(X\x06", "pickle")],
)
def test_files_of_other_kinds_are_named(tmp_path: Path, beginning: bytes, what: str) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(beginning + bytes(64))
    with pytest.raises(CheckpointError, match=f"it is a {what}"):
        manner_of(DiffusionSettings(model=str(file)))
