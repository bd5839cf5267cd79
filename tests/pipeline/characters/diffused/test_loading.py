"""Checkpoints as they lie about: folders, single files in the original layout, other decoders, broken ones."""

from __future__ import annotations

import json
import shutil
import struct
from pathlib import Path

import numpy as np
import pytest

from pipeline.characters.diffused.errors import CheckpointError, IncompleteCheckpointError
from pipeline.characters.diffused.families import get_family
from pipeline.characters.diffused.load import network_of, open_pipeline, place
from pipeline.characters.diffused.paint import paint
from pipeline.characters.diffused.reading import read_words
from pipeline.characters.diffused.words import PromptPair, words_for
from pipeline.types import DiffusionSettings, Frames, Offload, Precision, Prediction, SamplerName

pytest.importorskip("diffusers", reason="needs animemoji[neural]")

import torch
from safetensors.torch import load_file, save_file

from tests.pipeline.characters.diffused.original import save_original, save_original_vae
from tests.pipeline.characters.diffused.tiny import save_lora, save_sd3, save_sd15, save_sdxl, settings

WORDS = words_for("silver hair, blue eyes", get_family("sdxl"))


def painted(how: DiffusionSettings) -> list[Frames]:
    return paint(open_pipeline(how), WORDS, 3, how)


def without_weights(folder: Path, copy: Path) -> Path:
    return shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.safetensors"))


def test_a_single_file_paints_what_its_folder_paints(
    checkpoint: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = save_original(checkpoint, tmp_path / "model.safetensors")
    config = without_weights(checkpoint, tmp_path / "config")
    expected = painted(settings(checkpoint))
    capfd.readouterr()
    found = painted(settings(file, config=str(config)))
    assert capfd.readouterr().err == ""
    assert expected[0].std() > 10
    for one, other in zip(expected, found, strict=True):
        assert np.abs(one.astype(int) - other).max() <= 1


def test_a_single_file_in_half_precision(sd15: Path, tmp_path: Path) -> None:
    whole = load_file(save_original(sd15, tmp_path / "whole.safetensors"))
    save_file({name: each.half() for name, each in whole.items()}, tmp_path / "half.safetensors")
    how = settings(tmp_path / "half.safetensors", config=str(sd15))
    assert network_of(open_pipeline(how)).dtype is torch.float32
    assert np.abs(painted(how)[0].astype(int) - painted(settings(sd15))[0]).mean() < 1


def test_another_decoder(sd15: Path, tmp_path: Path) -> None:
    """As a folder, and as a file in the original layout."""
    plain = painted(settings(sd15))[0]
    assert np.array_equal(painted(settings(sd15, vae=str(sd15 / "vae")))[0], plain)
    folder = shutil.copytree(sd15 / "vae", tmp_path / "vae")
    weights = load_file(folder / "diffusion_pytorch_model.safetensors")
    weights["decoder.conv_out.bias"] += 0.5
    save_file(weights, folder / "diffusion_pytorch_model.safetensors", {"format": "pt"})
    lighter = painted(settings(sd15, vae=str(folder)))[0]
    assert lighter[..., :3].mean() > plain[..., :3].mean() + 20
    file = save_original_vae(folder, tmp_path / "vae.safetensors")
    assert np.array_equal(painted(settings(sd15, vae=str(file)))[0], lighter)


def test_a_folder_with_half_the_numbers_alone(sd15: Path, tmp_path: Path) -> None:
    import diffusers

    diffusers.StableDiffusionPipeline.from_pretrained(sd15).to(torch.float16).save_pretrained(tmp_path, variant="fp16")
    assert not (tmp_path / "unet" / "diffusion_pytorch_model.safetensors").exists()
    assert np.abs(painted(settings(tmp_path))[0].astype(int) - painted(settings(sd15))[0]).mean() < 1


def test_stable_diffusion_3_keeps_its_own_scheduler(tmp_path: Path) -> None:
    how = settings(save_sd3(tmp_path))
    first, second = painted(how)
    assert type(open_pipeline(how).scheduler).__name__ == "FlowMatchEulerDiscreteScheduler"
    assert first.shape == (64, 64, 4)
    assert not np.array_equal(first, second)
    assert np.array_equal(painted(how)[0], first)


def test_a_file_s_marks_reach_the_scheduler(sd15: Path, tmp_path: Path) -> None:
    weights = load_file(save_original(sd15, tmp_path / "plain.safetensors"))
    marks = {"v_pred": torch.zeros(0), "ztsnr": torch.zeros(0)}
    save_file(weights | marks, tmp_path / "marked.safetensors")
    for name, predicts, reaches in (("plain", "epsilon", False), ("marked", "v_prediction", True)):
        how = settings(tmp_path / f"{name}.safetensors", config=str(sd15), preset="euler")
        config = open_pipeline(how).scheduler.config
        assert (config.prediction_type, config.rescale_betas_zero_snr) == (predicts, reaches)
        assert painted(how)[0].std() > 0


@pytest.mark.parametrize("content", [b"", b"not a model", struct.pack("<Q", 5) + b"{...}"])
def test_what_is_no_checkpoint_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    with pytest.raises(
        CheckpointError, match=r"model\.safetensors could not be loaded .*\(it is no \.safetensors file\)"
    ):
        open_pipeline(settings(path))
    (tmp_path / "folder").mkdir()
    with pytest.raises(CheckpointError, match="check ANIMEMOJI_SD_MODEL"):
        open_pipeline(settings(tmp_path / "folder"))


def test_what_does_not_fit_says_which_setting(sd15: Path, tmp_path: Path) -> None:
    file = save_original(sd15, tmp_path / "model.safetensors")
    other = without_weights(save_sdxl(tmp_path), tmp_path / "other")
    lora = tmp_path / "lora.safetensors"
    save_lora(sd15, lora)
    gone = str(tmp_path / "gone")
    for how, reason in (
        (settings(tmp_path / "gone.safetensors"), "no such file or folder.*: check ANIMEMOJI_SD_MODEL"),
        (settings(lora, config=str(sd15)), "it is a LoRA, which changes a checkpoint: name it in a style file"),
        (settings(file, config=str(other)), "ANIMEMOJI_SD_CONFIG is a StableDiffusionXLPipeline, the file a Stable"),
        (settings(file, config=gone), "gone could not .*: check ANIMEMOJI_SD_CONFIG"),
        (settings(file, config=str(sd15 / "unet")), "check ANIMEMOJI_SD_CONFIG"),
        (settings(sd15, vae=gone), "gone could not .*: check ANIMEMOJI_SD_VAE"),
        (settings(sd15, vae=str(lora)), "lora.* could not .*: check ANIMEMOJI_SD_VAE"),
    ):
        with pytest.raises(CheckpointError, match=reason):
            open_pipeline(how)


def test_a_file_without_a_network_takes_that_of_the_named_folder(sd15: Path, tmp_path: Path) -> None:
    weights = load_file(save_original(sd15, tmp_path / "whole.safetensors"))
    file = tmp_path / "x.safetensors"
    save_file({name: each for name, each in weights.items() if not name.startswith("first_stage_model.")}, file)
    expected = painted(settings(sd15))
    for one, other in zip(expected, painted(settings(file, config=str(sd15))), strict=True):
        assert np.abs(one.astype(int) - other).max() <= 1
    for config in ("", str(without_weights(sd15, tmp_path / "config"))):
        with pytest.raises(
            IncompleteCheckpointError, match=r"^x\.safetensors is Stable Diffusion 1\.5, .* without vae: "
        ):
            open_pipeline(settings(file, config=config))


def test_a_network_alone_is_completed_from_the_named_folder(checkpoint: Path, tmp_path: Path) -> None:
    """As the network of a family is published without its text encoders and decoder, in either layout."""
    weights = load_file(save_original(checkpoint, tmp_path / "whole.safetensors"))
    file = tmp_path / "network.safetensors"
    save_file({name: each for name, each in weights.items() if name.startswith("model.diffusion_model.")}, file)
    with pytest.raises(
        IncompleteCheckpointError, match=r"is Stable Diffusion .+ without text_encoder, .*vae: set .*, such as s"
    ):
        open_pipeline(settings(file))
    (other,) = (checkpoint / "unet").glob("*.safetensors")
    expected = painted(settings(checkpoint))
    for each in (file, Path(shutil.copy(other, tmp_path / "other.safetensors"))):
        for one, wanted in zip(painted(settings(each, config=str(checkpoint))), expected, strict=True):
            assert np.abs(one.astype(int) - wanted).max() <= 1


def test_a_damaged_network_is_refused(sd15: Path, tmp_path: Path) -> None:
    weights = load_file(save_original(sd15, tmp_path / "whole.safetensors"))
    part = "model.diffusion_model.output_blocks."
    save_file({name: each for name, each in weights.items() if not name.startswith(part)}, tmp_path / "x.safetensors")
    with pytest.raises(CheckpointError, match="could not be loaded"):
        open_pipeline(settings(tmp_path / "x.safetensors", config=str(sd15)))


def test_velocity_paints_another_picture_than_noise(checkpoint: Path, tmp_path: Path) -> None:
    """The same weights: marked in the file, named in a folder's scheduler, or by the settings."""
    weights = load_file(save_original(checkpoint, tmp_path / "noobai.safetensors"))
    marks = {"v_pred": torch.zeros(0), "ztsnr": torch.zeros(0)}
    save_file(weights | marks, tmp_path / "noobai-v.safetensors")
    config, euler = str(checkpoint), SamplerName.EULER
    noise = painted(settings(tmp_path / "noobai.safetensors", config=config, preset=euler))[0]
    marked = settings(tmp_path / "noobai-v.safetensors", config=config, preset=euler)
    velocity = painted(marked)[0]
    scheduler = open_pipeline(marked).scheduler
    assert scheduler.config.prediction_type == "v_prediction"
    # Its first step starts from pure noise: no signal is left at all.
    assert float(scheduler.alphas_cumprod[-1]) < 1e-7
    assert np.abs(noise.astype(int) - velocity).mean() > 5
    folder = shutil.copytree(checkpoint, tmp_path / "folder")
    file = folder / "scheduler" / "scheduler_config.json"
    told = {"prediction_type": "v_prediction", "rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}
    file.write_text(json.dumps(json.loads(file.read_text()) | told))
    assert np.abs(painted(settings(folder, preset=euler))[0].astype(int) - velocity).max() <= 1
    undone = settings(folder, preset=euler, prediction=Prediction.NOISE)
    assert open_pipeline(undone).scheduler.config.prediction_type == "epsilon"


def test_clip_skip_reads_an_earlier_layer(checkpoint: Path) -> None:
    pipeline = open_pipeline(settings(checkpoint))
    last, earlier = (read_words(pipeline, WORDS, 1, clip_skip)["prompt_embeds"] for clip_skip in (1, 2))
    assert last.shape == earlier.shape
    assert not torch.equal(last, earlier)
    first = pipeline.text_encoder
    read = pipeline.tokenizer("elf", padding="max_length", max_length=77, return_tensors="pt").input_ids
    layers = first(read, output_hidden_states=True).hidden_states
    normalised = checkpoint.name == "sd15"
    for clip_skip, layer in ((1, layers[-1]), (2, layers[-2])):
        wanted = first.final_layer_norm(layer) if normalised else layer
        found = read_words(pipeline, PromptPair("elf", ""), 1, clip_skip)["prompt_embeds"]
        assert torch.allclose(found[..., : wanted.shape[-1]], wanted, atol=1e-6)
    assert len(first.encoder.layers) == 2


@pytest.mark.parametrize(("precision", "kind"), [(Precision.FP16, torch.float16), (Precision.BF16, torch.bfloat16)])
def test_smaller_numbers_paint_nearly_the_same(checkpoint: Path, precision: Precision, kind: torch.dtype) -> None:
    how = settings(checkpoint, candidates=1, precision=precision)
    assert network_of(open_pipeline(how)).dtype is kind
    assert 0 < np.abs(painted(how)[0].astype(int) - painted(settings(checkpoint, candidates=1))[0]).mean() < 2


def test_offloading_paints_the_same(checkpoint: Path) -> None:
    how = settings(checkpoint)
    expected = painted(how)
    open_pipeline.cache_clear()
    pipeline = open_pipeline(how)
    place(pipeline, "cpu", Offload.MODEL)
    assert np.array_equal(paint(pipeline, WORDS, 3, how), expected)
    place(pipeline, "cpu", Offload.SEQUENTIAL)
    assert {weight.device.type for weight in pipeline.unet.parameters()} == {"meta"}
    open_pipeline.cache_clear()


def test_compiling_is_asked_for_and_changes_nothing(tmp_path: Path) -> None:
    """The compiler itself takes minutes and is left out."""
    folder = save_sd15(tmp_path)
    expected = painted(settings(folder))
    how = settings(folder, compile=True)
    assert open_pipeline(how).unet._compiled_call_impl is not None
    with torch.compiler.set_stance("force_eager"):
        assert np.array_equal(painted(how), expected)
