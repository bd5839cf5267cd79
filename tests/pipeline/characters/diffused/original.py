"""Checkpoints and LoRAs written as single files with the names that Stable Diffusion was published with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import torch
from safetensors.torch import load_file, save_file

from tests.pipeline.characters.diffused.tiny import lora_weights

Weights = dict[str, torch.Tensor]
Rules = tuple[tuple[str, str], ...]
"""Regular expressions for parts of names, and what they become."""

_UNET: Final[Rules] = (
    (r"^time_embedding\.linear_1", "time_embed.0"),
    (r"^time_embedding\.linear_2", "time_embed.2"),
    (r"^add_embedding\.linear_1", "label_emb.0.0"),
    (r"^add_embedding\.linear_2", "label_emb.0.2"),
    (r"^conv_in", "input_blocks.0.0"),
    (r"^conv_norm_out", "out.0"),
    (r"^conv_out", "out.2"),
    (r"^mid_block\.resnets\.0", "middle_block.0"),
    (r"^mid_block\.attentions\.0", "middle_block.1"),
    (r"^mid_block\.resnets\.1", "middle_block.2"),
    (r"\.norm1\.(?=\w+$)", ".in_layers.0."),
    (r"\.conv1\.", ".in_layers.2."),
    (r"\.time_emb_proj\.", ".emb_layers.1."),
    (r"\.norm2\.(?=\w+$)", ".out_layers.0."),
    (r"\.conv2\.", ".out_layers.3."),
    (r"\.conv_shortcut\.", ".skip_connection."),
)
_VAE: Final[Rules] = (
    (r"mid_block\.resnets\.0", "mid.block_1"),
    (r"mid_block\.resnets\.1", "mid.block_2"),
    (r"mid_block\.attentions\.0", "mid.attn_1"),
    (r"down_blocks\.(\d+)\.resnets", r"down.\1.block"),
    (r"up_blocks\.(\d+)\.resnets", r"up.\1.block"),
    (r"down_blocks\.(\d+)\.downsamplers\.0", r"down.\1.downsample"),
    (r"up_blocks\.(\d+)\.upsamplers\.0", r"up.\1.upsample"),
    (r"conv_shortcut", "nin_shortcut"),
    (r"conv_norm_out", "norm_out"),
    (r"group_norm", "norm"),
    (r"to_out\.0", "proj_out"),
    (r"to_(?=[qkv]\.)", ""),
)
_OPEN_CLIP: Final[Rules] = (
    (r"^embeddings\.position_embedding\.weight", "positional_embedding"),
    (r"^embeddings\.token_embedding", "token_embedding"),
    (r"^final_layer_norm", "ln_final"),
    (r"^text_projection\.weight", "text_projection"),
    (r"^encoder\.layers", "transformer.resblocks"),
    (r"layer_norm", "ln_"),
    (r"mlp\.fc1", "mlp.c_fc"),
    (r"mlp\.fc2", "mlp.c_proj"),
    (r"self_attn", "attn"),
)


def save_original(folder: Path, file: Path) -> Path:
    """Writes SD 1.5 or SDXL, whichever lies in the folder, as one file."""
    weights = {
        **named("model.diffusion_model.", _unet(folder / "unet")),
        **named("first_stage_model.", original_vae(folder / "vae")),
    }
    first = _text(folder / "text_encoder")
    if (folder / "text_encoder_2").is_dir():
        weights |= named("conditioner.embedders.0.transformer.text_model.", first)
        weights |= named("conditioner.embedders.1.model.", _open_clip(_text(folder / "text_encoder_2")))
    else:
        weights |= named("cond_stage_model.transformer.text_model.", first)
    save_file(weights, file)
    return file


def save_original_vae(folder: Path, file: Path) -> Path:
    """Writes the decoder in a folder as one file."""
    save_file(original_vae(folder), file)
    return file


def save_kohya_lora(checkpoint: Path, file: Path) -> Path:
    """Writes the LoRA of ``lora_weights`` as kohya's trainers do: for SDXL with the original names of the network."""
    has_two = (checkpoint / "text_encoder_2").is_dir()
    config = _config(checkpoint / "unet")
    weights: Weights = {}
    for network, matrices in lora_weights(checkpoint).items():
        for name, value in matrices.items():
            module, _, side = name.removesuffix(".weight").rpartition(".lora_")
            if network == "text_encoder":
                place = f"lora_te{'1' if has_two else ''}_text_model_{module}"
            else:
                place = f"lora_unet_{renamed(_placed(module, config), _rules_for(module)) if has_two else module}"
            key = place.replace(".", "_")
            weights[f"{key}.lora_{'down' if side == 'A' else 'up'}.weight"] = value.contiguous()
            weights[f"{key}.alpha"] = torch.tensor(4.0)
    save_file(weights, file)
    return file


def original_vae(folder: Path) -> Weights:
    """The weights of the decoder in a folder, by the names that it was published with."""
    blocks = len(_config(folder)["block_out_channels"])
    weights = {}
    for name, value in read_weights(folder).items():
        turned = re.sub(r"up_blocks\.(\d+)", lambda found: f"up_blocks.{blocks - 1 - int(found[1])}", name)
        new = renamed(turned, _VAE)
        # Its attention was made of convolutions of one pixel.
        is_matrix = "mid.attn_1" in new and value.ndim == 2
        weights[new] = value[..., None, None].contiguous() if is_matrix else value
    return weights


def _unet(folder: Path) -> Weights:
    config = _config(folder)
    return {renamed(_placed(name, config), _rules_for(name)): value for name, value in read_weights(folder).items()}


def _placed(name: str, config: Mapping[str, Any]) -> str:
    """Blocks of layers become one row of layers on the way in, one on the way out."""
    found = re.match(r"(down|up)_blocks\.(\d+)\.(resnets|attentions|downsamplers|upsamplers)\.(\d+)\.(.+)", name)
    if found is None:
        return name
    way, block, part, layer, rest = found[1], int(found[2]), found[3], int(found[4]), found[5]
    layers = config["layers_per_block"]
    first = block * (layers + 1)
    if part == "downsamplers":
        return f"input_blocks.{first + layers + 1}.0.op.{rest.removeprefix('conv.')}"
    if part == "upsamplers":
        attends = config["up_block_types"][block].startswith("CrossAttn")
        return f"output_blocks.{first + layers}.{2 if attends else 1}.{rest}"
    number = first + layer + (1 if way == "down" else 0)
    return f"{'input' if way == 'down' else 'output'}_blocks.{number}.{0 if part == 'resnets' else 1}.{rest}"


def _rules_for(name: str) -> Rules:
    """Layers of a transformer keep their names."""
    return tuple(rule for rule in _UNET if rule[0].startswith("^")) if "attentions" in name else _UNET


def _text(folder: Path) -> Weights:
    return {name.removeprefix("text_model."): value for name, value in read_weights(folder).items()}


def _open_clip(weights: Weights) -> Weights:
    new: Weights = {}
    for name, value in weights.items():
        if found := re.match(r"(.+self_attn\.)q_proj\.(\w+)", name):
            parts = [weights[f"{found[1]}{part}_proj.{found[2]}"] for part in "qkv"]
            new[renamed(found[1], _OPEN_CLIP) + f"in_proj_{found[2]}"] = torch.cat(parts)
        elif not re.search(r"self_attn\.[kv]_proj", name):
            new[renamed(name, _OPEN_CLIP)] = value.T.contiguous() if name.startswith("text_projection") else value
    return new


def named(prefix: str, weights: Mapping[str, torch.Tensor]) -> Weights:
    """Weights with a prefix before their names."""
    return {prefix + name: value for name, value in weights.items()}


def renamed(name: str, rules: Rules) -> str:
    """A name after every rule."""
    for pattern, new in rules:
        name = re.sub(pattern, new, name)
    return name


def read_weights(folder: Path) -> Weights:
    """The weights of the one file in a network's folder."""
    (file,) = folder.glob("*.safetensors")
    return dict(load_file(file))


def _config(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "config.json").read_text()))
