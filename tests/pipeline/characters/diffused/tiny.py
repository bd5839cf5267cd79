"""Stable Diffusion checkpoints of a few kilobytes with random weights: everything is real but the size."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from pipeline.types import DiffusionSettings


def settings(checkpoint: Path, **more: Any) -> DiffusionSettings:
    """Two pictures in two steps."""
    return replace(DiffusionSettings(model=str(checkpoint), steps=2, candidates=2), **more)


def save_tokenizer(folder: Path) -> None:
    """A CLIP tokenizer that spells every word."""
    folder.mkdir(parents=True)
    letters = [chr(code) for code in range(33, 127)]
    tokens = [*letters, *(letter + "</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({token: index for index, token in enumerate(tokens)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    special = {"bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>", "unk_token": "<|endoftext|>"}
    (folder / "tokenizer_config.json").write_text(
        json.dumps(
            {**special, "pad_token": "<|endoftext|>", "model_max_length": 77, "tokenizer_class": "CLIPTokenizer"}
        )
    )


def clip_config(width: int = 32) -> Any:
    from transformers import CLIPTextConfig

    return CLIPTextConfig(
        vocab_size=190,
        hidden_size=width,
        intermediate_size=37,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=77,
        projection_dim=width,
        bos_token_id=188,
        eos_token_id=189,
        pad_token_id=189,
        hidden_act="gelu",
    )


def _common() -> dict[str, Any]:
    from diffusers import AutoencoderKL, DDIMScheduler

    torch.manual_seed(0)
    vae = AutoencoderKL(
        block_out_channels=(32, 64),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        latent_channels=4,
        sample_size=64,
    )
    scheduler = DDIMScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule="scaled_linear",
        clip_sample=False,
        set_alpha_to_one=False,
        steps_offset=1,
    )
    return {"vae": vae, "scheduler": scheduler}


def save_sd15(folder: Path) -> Path:
    """A pipeline of the shape of SD 1.5."""
    from diffusers import StableDiffusionPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel, CLIPTokenizer

    save_tokenizer(folder / "words")
    common = _common()
    unet = UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=32,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=32,
        attention_head_dim=8,
    )
    pipeline = StableDiffusionPipeline(
        **common,
        unet=unet,
        text_encoder=CLIPTextModel(clip_config()),
        tokenizer=CLIPTokenizer.from_pretrained(folder / "words"),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.save_pretrained(folder / "sd15")
    return folder / "sd15"


def save_sdxl(folder: Path) -> Path:
    """A pipeline of the shape of SDXL: two text encoders, the second one wider, and sizes that the network is told."""
    from diffusers import StableDiffusionXLPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

    save_tokenizer(folder / "words")
    common = _common()
    unet = UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=32,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(2, 4),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 2),
        projection_class_embeddings_input_dim=112,
        cross_attention_dim=96,
    )
    tokenizer = CLIPTokenizer.from_pretrained(folder / "words")
    pipeline = StableDiffusionXLPipeline(
        **common,
        unet=unet,
        text_encoder=CLIPTextModel(clip_config()),
        text_encoder_2=CLIPTextModelWithProjection(clip_config(64)),
        tokenizer=tokenizer,
        tokenizer_2=tokenizer,
        add_watermarker=False,
    )
    pipeline.save_pretrained(folder / "sdxl")
    return folder / "sdxl"


def save_sd3(folder: Path) -> Path:
    """A pipeline of the shape of Stable Diffusion 3: a transformer, and no third text encoder."""
    import diffusers
    from transformers import CLIPTextModelWithProjection, CLIPTokenizer

    save_tokenizer(folder / "words")
    torch.manual_seed(0)
    transformer = diffusers.SD3Transformer2DModel(
        sample_size=32,
        patch_size=1,
        in_channels=4,
        num_layers=1,
        attention_head_dim=8,
        num_attention_heads=4,
        caption_projection_dim=32,
        joint_attention_dim=96,
        pooled_projection_dim=96,
        out_channels=4,
    )
    vae = diffusers.AutoencoderKL(
        block_out_channels=(32, 64),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        latent_channels=4,
        sample_size=64,
        use_quant_conv=False,
        use_post_quant_conv=False,
        shift_factor=0.0609,
        scaling_factor=1.5035,
    )
    tokenizer = CLIPTokenizer.from_pretrained(folder / "words")
    pipeline = diffusers.StableDiffusion3Pipeline(
        transformer=transformer,
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=vae,
        text_encoder=CLIPTextModelWithProjection(clip_config()),
        tokenizer=tokenizer,
        text_encoder_2=CLIPTextModelWithProjection(clip_config(64)),
        tokenizer_2=tokenizer,
        text_encoder_3=None,
        tokenizer_3=None,
    )
    pipeline.save_pretrained(folder / "sd3")
    return folder / "sd3"


def save_lora(checkpoint: Path, file: Path) -> None:
    """A LoRA for the networks of a checkpoint, strong enough to be seen, as diffusers names its parts."""
    from diffusers.loaders import StableDiffusionLoraLoaderMixin

    networks = lora_weights(checkpoint)
    StableDiffusionLoraLoaderMixin.save_lora_weights(
        file.parent,
        unet_lora_layers=networks["unet"],
        text_encoder_lora_layers=networks["text_encoder"],
        weight_name=file.name,
    )


def lora_weights(checkpoint: Path) -> dict[str, dict[str, torch.Tensor]]:
    """Matrices of a LoRA for the network and the first text encoder, named as peft does."""
    from diffusers import AutoPipelineForText2Image
    from peft import LoraConfig
    from peft.utils import get_peft_model_state_dict

    torch.manual_seed(1)
    pipeline = AutoPipelineForText2Image.from_pretrained(checkpoint)
    weights = {}
    for name, targets in (("unet", ["to_q", "to_v", "to_out.0"]), ("text_encoder", ["q_proj", "v_proj", "out_proj"])):
        network = getattr(pipeline, name)
        network.add_adapter(LoraConfig(r=4, lora_alpha=4, init_lora_weights=False, target_modules=targets))
        weights[name] = get_peft_model_state_dict(network)
    return weights


def save_safety_checker(folder: Path, *, flags_everything: bool) -> Path:
    """A checker that finds everything, or nothing, to be unsafe."""
    from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
    from transformers import CLIPConfig

    torch.manual_seed(0)
    vision = {"hidden_size": 32, "intermediate_size": 37, "num_hidden_layers": 1, "num_attention_heads": 4}
    vision |= {"image_size": 32, "patch_size": 16}
    checker = StableDiffusionSafetyChecker(CLIPConfig(vision_config=vision, projection_dim=16))
    checker.concept_embeds_weights.data.fill_(-9.0 if flags_everything else 9.0)
    checker.special_care_embeds_weights.data.fill_(9.0)
    checker.save_pretrained(folder)
    (folder / "preprocessor_config.json").write_text(
        json.dumps(
            {
                "image_processor_type": "CLIPImageProcessor",
                "size": {"shortest_edge": 32},
                "crop_size": {"height": 32, "width": 32},
            }
        )
    )
    return folder
