"""Files that people give as a checkpoint and that are none, told by the names of their tensors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

Shapes = Mapping[str, tuple[int, ...]]
"""The shapes of a file's tensors by name."""

_STRANGERS: Final = {
    # A LoRA's names hold those of the network that it changes, so it comes first.
    r"(^|[._])(lora|hada|lokr)[._]": "a LoRA, which changes a checkpoint: name it in a style file",
    r"controlnet_cond_embedding\.|^control_model\.|^input_hint_block\.": "a ControlNet, which steers a checkpoint",
    r"^emb_params$|^string_to_param|^clip_[gl]$": "a textual inversion, which adds a word to a checkpoint",
    r"\.motion_modules\.": "a motion module, which adds movement to a checkpoint",
    r"^distilled_guidance_layer\.": "Chroma, which is of no family that is known here",
    r"^(single_stream_modulation|double_stream_modulation_img)\.": "FLUX.2, which is of no family that is known here",
    r"^conditioner\.embedders\.0\.model\.": "the refiner of Stable Diffusion XL, which only finishes pictures",
    r"^(decoder|post_quant_conv|conv2)\.": "a decoder (VAE) alone: name it in ANIMEMOJI_SD_VAE, and a checkpoint here",
    r"^text_model\.|^encoder\.block\.0\.|^model\.layers\.0\.": "a text encoder alone",
}
"""Regular expressions for names of tensors that no checkpoint of our families has, and what has them."""
_FIRST_LAYERS: Final = ("input_blocks.0.0.weight", "conv_in.weight")
_INPAINTING_CHANNELS: Final = 9


def stranger(tensors: Shapes) -> str:
    """What a file is that is no checkpoint which paints from words; "" for one that may be."""
    for pattern, what in _STRANGERS.items():
        if any(re.search(pattern, name) for name in tensors):
            return what
    channels = {tensors[name][1] for name in _FIRST_LAYERS if len(tensors.get(name, ())) == 4}
    return "an inpainting checkpoint, which fills holes in pictures" if _INPAINTING_CHANNELS in channels else ""
