"""Networks of the families that are transformers, each as one file with the names that it was published with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file, save_file

from tests.pipeline.characters.diffused.original import (
    Rules,
    Weights,
    named,
    original_vae,
    read_weights,
    renamed,
)

_ENCODERS: Final = {
    "sd35": {"text_encoder": "clip_l", "text_encoder_2": "clip_g", "text_encoder_3": "t5xxl"},
    "flux": {"text_encoder": "clip_l", "text_encoder_2": "t5xxl"},
}
"""What single files call a folder's text encoders."""
_SD3: Final[Rules] = (
    (r"^pos_embed\.pos_embed", "pos_embed"),
    (r"^pos_embed\.proj", "x_embedder.proj"),
    (r"^time_text_embed\.timestep_embedder\.linear_1", "t_embedder.mlp.0"),
    (r"^time_text_embed\.timestep_embedder\.linear_2", "t_embedder.mlp.2"),
    (r"^time_text_embed\.text_embedder\.linear_1", "y_embedder.mlp.0"),
    (r"^time_text_embed\.text_embedder\.linear_2", "y_embedder.mlp.2"),
    (r"^norm_out\.linear", "final_layer.adaLN_modulation.1"),
    (r"^proj_out", "final_layer.linear"),
    (r"^transformer_blocks\.(\d+)\.norm1_context\.linear", r"joint_blocks.\1.context_block.adaLN_modulation.1"),
    (r"^transformer_blocks\.(\d+)\.norm1\.linear", r"joint_blocks.\1.x_block.adaLN_modulation.1"),
    (r"^transformer_blocks\.(\d+)\.ff_context\.", r"joint_blocks.\1.context_block.mlp."),
    (r"^transformer_blocks\.(\d+)\.ff\.", r"joint_blocks.\1.x_block.mlp."),
    (r"net\.0\.proj", "fc1"),
    (r"net\.2", "fc2"),
    (r"^transformer_blocks\.(\d+)\.attn\.norm_added_([qk])", r"joint_blocks.\1.context_block.attn.ln_\2"),
    (r"^transformer_blocks\.(\d+)\.attn\.to_add_out", r"joint_blocks.\1.context_block.attn.proj"),
    (r"^transformer_blocks\.(\d+)\.attn\.qkv_added", r"joint_blocks.\1.context_block.attn.qkv"),
    (r"^transformer_blocks\.(\d+)\.attn", r"joint_blocks.\1.x_block.attn"),
    (r"\.norm_([qk])\.", r".ln_\1."),
    (r"\.to_out\.0", ".proj"),
)
_Z_IMAGE: Final[Rules] = (
    (r"^all_final_layer\.2-1", "final_layer"),
    (r"^all_x_embedder\.2-1", "x_embedder"),
    (r"\.attention\.to_out\.0", ".attention.out"),
    (r"\.attention\.norm_([qk])", r".attention.\1_norm"),
)
_COSMOS: Final[Rules] = (
    (r"^time_embed\.t_embedder", "t_embedder.1"),
    (r"^time_embed\.norm", "t_embedding_norm"),
    (r"^transformer_blocks", "blocks"),
    (r"\.norm1\.linear_", ".adaln_modulation_self_attn."),
    (r"\.norm2\.linear_", ".adaln_modulation_cross_attn."),
    (r"\.norm3\.linear_", ".adaln_modulation_mlp."),
    (r"^norm_out\.linear_", "final_layer.adaln_modulation."),
    (r"^proj_out", "final_layer.linear"),
    (r"\.attn1\.", ".self_attn."),
    (r"\.attn2\.", ".cross_attn."),
    (r"\.to_([qkv])\.", r".\1_proj."),
    (r"\.to_out\.0", ".output_proj"),
    (r"\.norm_([qk])\.", r".\1_norm."),
    (r"\.ff\.net\.0\.proj", ".mlp.layer1"),
    (r"\.ff\.net\.2", ".mlp.layer2"),
    (r"^patch_embed\.proj", "x_embedder.proj.1"),
)


def save_network(folder: Path, file: Path, family: str) -> Path:
    """Writes the network in a folder of a family as one file."""
    weights = read_weights(folder / "transformer")
    if family == "anima":
        weights = {renamed(name, _COSMOS): each for name, each in weights.items()}
        adapter = read_weights(folder / "text_conditioner")
        weights |= {f"llm_adapter.{name}": each for name, each in adapter.items()}
        save_file({f"net.{name}": each for name, each in weights.items()}, file)
    else:
        save_file({f"model.diffusion_model.{name}": each for name, each in _LAYOUTS[family](weights).items()}, file)
    return file


def save_whole(folder: Path, file: Path, family: str) -> Path:
    """Writes a folder of a family as one file with all that it paints with, as tools save it."""
    weights = load_file(save_network(folder, file, family))
    text, decoder = "text_encoders.", "first_stage_model." if family == "sd35" else "vae."
    if encoders := _ENCODERS.get(family):
        for part, name in encoders.items():
            weights |= named(f"{text}{name}.transformer.", _text_encoder(folder / part))
    else:
        weights |= named(f"{text}qwen3_4b.transformer.model.", read_weights(folder / "text_encoder"))
    is_plain = family not in ("qwen-image", "anima")
    weights |= named(decoder, original_vae(folder / "vae") if is_plain else read_weights(folder / "vae"))
    save_file(weights, file)
    return file


def _text_encoder(folder: Path) -> Weights:
    """The weights of CLIP or T5 as they were published: CLIP's inside a model of text, the words' table of T5 twice."""
    weights = read_weights(folder)
    if (words := weights.get("shared.weight")) is not None:
        return weights | {"encoder.embed_tokens.weight": words.clone()}
    return {name if name.startswith("text_") else f"text_model.{name}": each for name, each in weights.items()}


def sd3_network(weights: Mapping[str, torch.Tensor]) -> Weights:
    """The network of Stable Diffusion 3: queries, keys and values are one matrix."""
    joined: Weights = {}
    for name, value in weights.items():
        if found := re.fullmatch(r"(.+attn2?\.)(add_q_proj|to_q)\.(\w+)", name):
            others = ("add_k_proj", "add_v_proj") if found[2] == "add_q_proj" else ("to_k", "to_v")
            parts = [value, *(weights[f"{found[1]}{other}.{found[3]}"] for other in others)]
            joined[f"{found[1]}qkv{'_added' if found[2] == 'add_q_proj' else ''}.{found[3]}"] = torch.cat(parts)
        elif not re.search(r"\.(add_[kv]_proj|to_[kv])\.", name):
            joined[name] = value
    last = 1 + max(int(name.split(".")[1]) for name in joined if name.startswith("transformer_blocks."))
    for name in joined:
        # Of the last ones, the shifts stand before the scales.
        if name.startswith(("norm_out.linear.", f"transformer_blocks.{last - 1}.norm1_context.linear.")):
            joined[name] = torch.cat(joined[name].chunk(2)[::-1])
    return {renamed(name, _SD3): value.contiguous() for name, value in joined.items()}


def _z_image_network(weights: Mapping[str, torch.Tensor]) -> Weights:
    joined: Weights = {}
    for name, value in weights.items():
        if ".attention.to_q." in name:
            parts = [weights[name.replace("to_q", f"to_{part}")] for part in "qkv"]
            joined[name.replace("to_q", "qkv")] = torch.cat(parts)
        elif not re.search(r"\.attention\.to_[kv]\.", name):
            joined[renamed(name, _Z_IMAGE)] = value
    return joined


_LAYOUTS: Final[dict[str, Callable[[Mapping[str, torch.Tensor]], Weights]]] = {
    "sd35": sd3_network,
    "z-image": _z_image_network,
    "qwen-image": dict,
    # diffusers takes the published layout of FLUX in its full width alone; this is its own.
    "flux": dict,
    "flux-schnell": dict,
}
