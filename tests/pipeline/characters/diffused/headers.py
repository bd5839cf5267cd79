"""What single files of families say of their tensors, without any weights."""

from __future__ import annotations

import json
import struct
from pathlib import Path

CROSS = "middle_block.1.transformer_blocks.0.attn2.to_k.weight"
UNET = {"input_blocks.0.0.weight": (320, 4, 3, 3), CROSS: (1280, 768)}
UNET_2 = {**UNET, CROSS: (1280, 1024)}
UNET_XL = {**UNET, CROSS: (1280, 2048), "label_emb.0.0.weight": (1280, 2816)}
INPAINTING = {**UNET_XL, "input_blocks.0.0.weight": (320, 9, 3, 3)}
DIFFUSERS_XL = {"conv_in.weight": (320, 4, 3, 3), "down_blocks.0.resnets.0.conv1.weight": (1,), "mid_block.x": (1,)}
SD3 = "model.diffusion_model.joint_blocks.0.x_block.attn."
FLUX = (
    *("double_blocks.0.img_attn.qkv.weight", "single_blocks.0.linear1.weight", "vector_in.in_layer.weight"),
    "img_in.weight",
)
DIFFUSERS_FLUX = (
    *("transformer_blocks.0.attn.add_q_proj.weight", "single_transformer_blocks.0.proj_mlp.weight"),
    "time_text_embed.text_embedder.linear_1.weight",
)
Shapes = dict[str, tuple[int, ...]]


def whole(network: Shapes, *more: str) -> Shapes:
    """The tensors of a checkpoint with this network, and others."""
    return {**{f"model.diffusion_model.{name}": shape for name, shape in network.items()}, **dict.fromkeys(more, (0,))}


XL = whole(UNET_XL, "conditioner.embedders.1.model.ln_final.weight")


def save_header(path: Path, tensors: Shapes | tuple[str, ...], **metadata: str) -> Path:
    """A .safetensors file of tensors with these names, and shapes, but no weights."""
    shapes = tensors if isinstance(tensors, dict) else dict.fromkeys(tensors, (0,))
    said = {name: {"dtype": "F16", "shape": shape, "data_offsets": [0, 0]} for name, shape in shapes.items()}
    header = json.dumps({"__metadata__": {key.replace("__", "."): value for key, value in metadata.items()}, **said})
    path.write_bytes(struct.pack("<Q", len(header)) + header.encode())
    return path
