"""Families of checkpoints: which one a checkpoint belongs to, and what follows from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.characters.diffused.errors import CheckpointError, UnknownFamilyError
from pipeline.characters.diffused.families import family_names, get_family, look_at
from pipeline.characters.diffused.manner import manner_of
from pipeline.characters.diffused.words import words_for
from pipeline.types import DiffusionSettings, Prediction, SamplerName
from tests.pipeline.characters.diffused.headers import (
    DIFFUSERS_FLUX,
    DIFFUSERS_XL,
    FLUX,
    INPAINTING,
    SD3,
    UNET,
    UNET_2,
    UNET_XL,
    XL,
    Shapes,
    save_header,
    whole,
)


def save_index(folder: Path, class_name: str, **scheduler: object) -> Path:
    """A folder in the layout of diffusers, without any network."""
    (folder / "scheduler").mkdir(parents=True)
    (folder / "model_index.json").write_text(json.dumps({"_class_name": class_name}))
    (folder / "scheduler" / "scheduler_config.json").write_text(json.dumps(scheduler))
    return folder


@pytest.mark.parametrize(
    ("name", "tensors", "family"),
    [
        ("model", whole(UNET, "cond_stage_model.transformer.text_model.x"), "sd15"),
        ("network-alone", UNET, "sd15"),
        ("model", whole(UNET_2, "cond_stage_model.model.ln_final.weight"), "sd2"),
        ("network-alone", UNET_XL, "sdxl"),
        ("unet-of-pony", {**DIFFUSERS_XL, "add_embedding.linear_1.weight": (1280, 2816)}, "pony"),
        ("inpainting", INPAINTING, None),
        ("refiner", whole(UNET_XL, "conditioner.embedders.0.model.ln_final.weight"), None),
        ("controlnet", {**DIFFUSERS_XL, "controlnet_cond_embedding.conv_in.weight": (16, 3, 3, 3)}, None),
        ("model", XL, "sdxl"),
        ("animagine-xl-4.0-opt", XL, "animagine"),
        ("animagineXLV31_v31", XL, "animagine-3"),
        ("animagine-xl-3.1", XL, "animagine-3"),
        ("Illustrious-XL-v0.1", XL, "illustrious"),
        ("noobaiXLNAIXL_epsilonPred11", XL, "noobai"),
        ("noobai-illustrious-mix", XL, "noobai"),
        ("noobai-mix", {**XL, "v_pred": (0,), "ztsnr": (0,)}, "noobai-v"),
        ("NoobAI-XL-Vpred-v1.0", XL, "noobai-v"),
        ("some-mix", {**XL, "v_pred": (0,)}, "sdxl"),
        ("ponyDiffusionV6XL", XL, "pony"),
        ("ponytail-girls", XL, "sdxl"),
        ("model", (SD3 + "qkv.weight",), "sd3"),
        ("model", (SD3 + "qkv.weight", SD3 + "ln_q.weight"), "sd35"),
        ("model", (*FLUX, "guidance_in.in_layer.bias"), "flux"),
        ("model", FLUX, "flux-schnell"),
        ("model", tuple(f"model.diffusion_model.{each}" for each in FLUX), "flux-schnell"),
        ("model", DIFFUSERS_FLUX, "flux-schnell"),
        ("model", (*DIFFUSERS_FLUX, "time_text_embed.guidance_embedder.linear_1.weight"), "flux"),
        ("model", (*DIFFUSERS_FLUX[:1], "pos_embed.proj.weight"), "sd3"),
        ("z_image_bf16", ("layers.0.adaLN_modulation.0.weight", "cap_embedder.0.weight"), "z-image"),
        ("z_image_turbo_bf16", ("layers.0.adaLN_modulation.0.weight", "cap_embedder.0.weight"), "z-image-turbo"),
        ("model", ("transformer_blocks.0.img_mod.1.weight", "txt_norm.weight"), "qwen-image"),
        ("model", ("net.blocks.0.self_attn.q_proj.weight", "net.llm_adapter.embed.weight"), "anima"),
        ("chroma", (*FLUX, "distilled_guidance_layer.in_proj.bias"), None),
        ("lora-for-pony", ("lora_unet_input_blocks_0.lora_down.weight",), None),
    ],
)
def test_a_single_file_s_family_is_in_its_header(
    tmp_path: Path, name: str, tensors: Shapes | tuple[str, ...], family: str | None
) -> None:
    found = look_at(str(save_header(tmp_path / f"{name}.safetensors", tensors))).family()
    assert (found and found.name) == family


def test_metadata_tells_what_a_renamed_file_is(tmp_path: Path) -> None:
    file = save_header(
        tmp_path / "sd-anime.safetensors", XL, modelspec__title="NoobAI XL", modelspec__prediction_type="v"
    )
    found = look_at(str(file)).family()
    assert found == get_family("noobai-v")


@pytest.mark.parametrize(
    ("folder", "class_name", "scheduler", "family"),
    [
        ("one", "StableDiffusionPipeline", {}, "sd15"),
        ("stable-diffusion-2-1", "StableDiffusionPipeline", {}, "sd2"),
        ("one", "LatentConsistencyModelPipeline", {}, "sd15"),
        ("one", "StableDiffusionXLPipeline", {}, "sdxl"),
        ("noobai-xl", "StableDiffusionXLPipeline", {"prediction_type": "epsilon"}, "noobai"),
        ("noobai-xl", "StableDiffusionXLPipeline", {"prediction_type": "v_prediction"}, "noobai-v"),
        ("models--cagliostrolab--animagine-xl-4.0/snapshots/c0ffee", "StableDiffusionXLPipeline", {}, "animagine"),
        ("stable-diffusion-3.5-medium", "StableDiffusion3Pipeline", {}, "sd35"),
        ("one", "StableDiffusion3Pipeline", {}, "sd3"),
        ("FLUX.1-schnell", "FluxPipeline", {}, "flux-schnell"),
        ("one", "FluxPipeline", {}, "flux"),
        ("Z-Image-Turbo", "ZImagePipeline", {}, "z-image-turbo"),
        ("one", "QwenImagePipeline", {}, "qwen-image"),
        ("one", "AnimaModularPipeline", {}, "anima"),
        ("one", "KandinskyPipeline", {}, None),
    ],
)
def test_a_folder_s_family_is_in_its_index(
    tmp_path: Path, folder: str, class_name: str, scheduler: dict[str, object], family: str | None
) -> None:
    found = look_at(str(save_index(tmp_path / folder, class_name, **scheduler))).family()
    assert (found and found.name) == family


def test_what_is_of_no_family_is_refused(tmp_path: Path) -> None:
    kandinsky = save_index(tmp_path / "one", "KandinskyPipeline")
    with pytest.raises(CheckpointError, match=r"it is a KandinskyPipeline of no family"):
        manner_of(DiffusionSettings(model=str(kandinsky)))


@pytest.mark.parametrize(
    ("tensors", "what"),
    [
        (("lora_unet_input_blocks_0.lora_down.weight",), "a LoRA"),
        (("transformer.single_transformer_blocks.0.attn.to_q.lora_A.weight",), "a LoRA"),
        (("lycoris_layers_0_adaLN_modulation_0.lokr_w1",), "a LoRA"),
        (("controlnet_cond_embedding.conv_in.weight", "down_blocks.0.x"), "a ControlNet"),
        (("clip_l", "clip_g"), "a textual inversion"),
        (tuple(f"model.diffusion_model.{each}" for each in (*FLUX, "distilled_guidance_layer.in_proj.bias")), "Chroma"),
        (("double_blocks.0.img_attn.qkv.weight", "double_stream_modulation_img.lin.weight"), r"FLUX\.2"),
        (whole(UNET_XL, "conditioner.embedders.0.model.ln_final.weight"), "the refiner of Stable Diffusion XL"),
        (whole(INPAINTING), "an inpainting checkpoint"),
        (("decoder.conv_in.weight", "encoder.conv_in.weight"), r"a decoder \(VAE\) alone: name it in ANIMEMOJI_SD_VAE"),
        (("decoder.conv1.weight", "conv2.weight"), r"a decoder \(VAE\) alone"),
        (("text_model.encoder.layers.0.mlp.fc1.weight",), "a text encoder alone"),
        (("encoder.block.0.layer.0.SelfAttention.k.weight",), "a text encoder alone"),
        (("model.layers.0.self_attn.q_proj.weight",), "a text encoder alone"),
    ],
)
@pytest.mark.parametrize("named", ["", "flux"])
def test_what_is_no_checkpoint_is_refused_by_its_name(
    tmp_path: Path, tensors: Shapes | tuple[str, ...], what: str, named: str
) -> None:
    file = save_header(tmp_path / "model.safetensors", tensors)
    with pytest.raises(CheckpointError, match=rf"^.*model\.safetensors could not .*\(it is {what}"):
        manner_of(DiffusionSettings(model=str(file), family=named))


def test_settings_go_before_the_checkpoint_and_that_before_its_family(tmp_path: Path) -> None:
    file = str(save_header(tmp_path / "noobai-vpred.safetensors", XL))
    manner = manner_of(DiffusionSettings(model=file))
    assert (manner.sampler.scheduler, manner.sampler.steps, manner.sampler.guidance) == (
        "EulerDiscreteScheduler", 30, 4.5,
    )  # fmt: skip
    assert (manner.prediction, manner.zero_snr, manner.clip_skip) == (Prediction.VELOCITY, True, 2)
    mine = manner_of(DiffusionSettings(model=file, steps=7, guidance=2.0, clip_skip=1, prediction=Prediction.NOISE))
    assert (mine.sampler.scheduler, mine.sampler.steps, mine.sampler.guidance) == ("EulerDiscreteScheduler", 7, 2.0)
    assert (mine.prediction, mine.zero_snr, mine.clip_skip) == (Prediction.NOISE, False, 1)
    lcm = manner_of(DiffusionSettings(model=file, preset=SamplerName.LCM))
    assert (lcm.sampler.scheduler, lcm.sampler.steps, lcm.sampler.guidance) == ("LCMScheduler", 6, 1.5)
    assert lcm.family.name == "noobai-v"
    assert manner_of(DiffusionSettings(model=file, family="pony")).family.name == "pony"
    with pytest.raises(UnknownFamilyError, match=r"no family of checkpoints called ponny: .* one of anima, animagine"):
        manner_of(DiffusionSettings(model=file, family="ponny"))


@pytest.mark.parametrize("name", family_names())
def test_every_family_is_whole(name: str) -> None:
    family = get_family(name)
    assert family.source.startswith("https://")
    assert family.title
    assert family.licence
    assert family.hosting.endswith(".")
    assert all(side % 4 == 0 for size in family.resolutions for side in size)
    assert family.sampler.steps > 0
    words = words_for("silver hair, blue eyes", family)
    assert "silver hair, blue eyes" in words.prompt
    rating = family.rating.split(", ")
    assert set(rating) <= set(words.prompt.split(", "))
    assert not set(rating) & set(words.negative.split(", "))
    assert set(family.unrated.split(", ")) <= set(words.negative.split(", "))
    assert not set(family.unrated.split(", ")) & set(words.prompt.split(", "))
    for wanted in ("front view", "eyes open", "simple background"):
        assert wanted in words.prompt


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("animagine", ["1girl", "safe", "solo"], ["masterpiece", "high score", "great score", "absurdres"]),
        ("illustrious", ["1girl", "solo", "upper body"], ["general", "masterpiece", "best quality"]),
        ("noobai", ["masterpiece", "best quality", "newest", "absurdres", "highres", "safe", "1girl"], []),
        ("pony", ["score_9", "score_8_up", "score_7_up", "score_6_up"], []),
        ("anima", ["masterpiece", "best quality", "score_7", "highres", "newest", "safe", "1girl"], []),
        ("flux", ["anime illustration of a girl", "solo"], []),
    ],
)
def test_words_stand_in_the_family_s_order(name: str, first: list[str], last: list[str]) -> None:
    words = words_for("girl, silver hair", get_family(name)).prompt.split(", ")
    assert words[: len(first)] == first
    assert words[len(words) - len(last) :] == last


def test_the_subject_is_who_the_prompt_names() -> None:
    for prompt, subject in (("a boy, red hair", "1boy"), ("maid girl", "1girl"), ("red hair", "solo")):
        assert words_for(prompt, get_family("illustrious")).prompt.split(", ")[0] == subject


def test_what_not_everybody_may_see_is_never_asked_for() -> None:
    words = words_for("elf, NSFW, rating_explicit", get_family("pony"))
    assert "elf" in words.prompt
    assert "nsfw" not in words.prompt.lower()
    assert "rating_explicit" not in words.prompt
    assert {"nsfw", "rating_explicit"} <= set(words.negative.split(", "))


def test_a_person_s_wish_goes_before_the_family_s_poor_words() -> None:
    family = get_family("noobai")
    assert "furry" in words_for("fox", family).negative
    assert "furry" not in words_for("fox, furry", family).negative.split(", ")


def test_a_family_is_one_file(tmp_path: Path) -> None:
    """A kind of another family needs what differs and nothing else."""
    from pipeline.characters.diffused.families.family import FAMILIES

    for path in FAMILIES.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "mine.toml").write_text('title = "Mine"\nbase = "illustrious"\nnamed = "mine"\nsteps = 12\n')
    file = save_header(tmp_path / "my-illustrious-mine.safetensors", XL)
    found = look_at(str(file)).family(tmp_path)
    assert found is not None
    assert (found.name, found.title, found.sampler.steps, found.sampler.guidance) == ("mine", "Mine", 12, 6.0)
    (tmp_path / "odd.toml").write_text('base = "mine"\ncolour = "red"\n')
    with pytest.raises(ValueError, match=r"odd\.toml: unknown: colour"):
        get_family("odd", tmp_path)
