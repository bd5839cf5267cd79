"""Tiny checkpoints with random weights of the families that are transformers, in the layout of diffusers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import torch

from tests.pipeline.characters.diffused.tiny import clip_config, save_tokenizer

LATENTS: Final = 4
"""Channels of the latent pictures."""


def save_flux(folder: Path, *, guided: bool) -> Path:
    """A pipeline of the shape of FLUX.1: [dev] is told the guidance, [schnell] is not."""
    import diffusers
    from transformers import CLIPTextModel, CLIPTokenizer

    torch.manual_seed(0)
    save_tokenizer(folder / "words")
    transformer = diffusers.FluxTransformer2DModel(
        in_channels=4 * LATENTS,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=32,
        pooled_projection_dim=32,
        axes_dims_rope=(4, 4, 8),
        guidance_embeds=guided,
    )
    return _saved(
        diffusers.FluxPipeline(
            transformer=transformer,
            scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
            vae=_decoder(),
            text_encoder=CLIPTextModel(clip_config()),
            tokenizer=CLIPTokenizer.from_pretrained(folder / "words"),
            text_encoder_2=_t5(),
            tokenizer_2=_t5_tokenizer(),
        ),
        folder / ("flux-dev" if guided else "flux-schnell"),
    )


def save_sd35(folder: Path) -> Path:
    """A pipeline of the shape of Stable Diffusion 3.5: three text encoders, queries and keys normalised."""
    import diffusers
    from transformers import CLIPTextModelWithProjection, CLIPTokenizer

    torch.manual_seed(0)
    save_tokenizer(folder / "words")
    tokenizer = CLIPTokenizer.from_pretrained(folder / "words")
    transformer = diffusers.SD3Transformer2DModel(
        sample_size=32,
        patch_size=2,
        in_channels=LATENTS,
        out_channels=LATENTS,
        num_layers=2,
        attention_head_dim=8,
        num_attention_heads=4,
        caption_projection_dim=32,
        joint_attention_dim=96,
        pooled_projection_dim=96,
        pos_embed_max_size=32,
        dual_attention_layers=(0,),
        qk_norm="rms_norm",
    )
    first = CLIPTextModelWithProjection(clip_config())
    # Single files lack it, and diffusers takes this.
    torch.nn.init.eye_(first.text_projection.weight)
    return _saved(
        diffusers.StableDiffusion3Pipeline(
            transformer=transformer,
            scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
            vae=_decoder(),
            text_encoder=first,
            tokenizer=tokenizer,
            text_encoder_2=CLIPTextModelWithProjection(clip_config(64)),
            tokenizer_2=tokenizer,
            text_encoder_3=_t5(96),
            tokenizer_3=_t5_tokenizer(),
        ),
        folder / "stable-diffusion-3.5-tiny",
    )


def save_z_image(folder: Path) -> Path:
    """A pipeline of the shape of Z-Image: a language model reads the words, and one transformer all tokens."""
    import diffusers

    torch.manual_seed(0)
    transformer = diffusers.ZImageTransformer2DModel(
        in_channels=LATENTS,
        dim=32,
        n_layers=1,
        n_refiner_layers=1,
        n_heads=2,
        n_kv_heads=2,
        cap_feat_dim=32,
        axes_dims=[4, 4, 8],
        axes_lens=[2048, 32, 32],
    )
    # Its padding tokens are made without values.
    with torch.no_grad():
        transformer.x_pad_token.normal_(std=0.02)
        transformer.cap_pad_token.normal_(std=0.02)
    return _saved(
        diffusers.ZImagePipeline(
            transformer=transformer,
            scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
            vae=_decoder(),
            text_encoder=_qwen3(),
            tokenizer=_qwen_tokenizer(),
        ),
        folder / "z-image",
    )


def save_qwen_image(folder: Path) -> Path:
    """A pipeline of the shape of Qwen-Image: a language model that also sees, and a decoder of videos."""
    import diffusers
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

    torch.manual_seed(0)
    words = {
        "hidden_size": 32,
        "intermediate_size": 32,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "vocab_size": 300,
        "rope_parameters": {"rope_type": "default", "mrope_section": [2, 2, 4], "rope_theta": 1e6},
    }
    sight = {"depth": 1, "hidden_size": 16, "intermediate_size": 16, "num_heads": 2, "out_hidden_size": 32}
    kind: Any = Qwen2_5_VLForConditionalGeneration
    language_model = kind(Qwen2_5_VLConfig(text_config=words, vision_config=sight))
    transformer = diffusers.QwenImageTransformer2DModel(
        in_channels=4 * LATENTS,
        out_channels=LATENTS,
        num_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=32,
        axes_dims_rope=(4, 4, 8),
    )
    return _saved(
        diffusers.QwenImagePipeline(
            transformer=transformer,
            scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
            vae=_video_decoder(),
            text_encoder=language_model,
            tokenizer=_qwen_tokenizer(),
        ),
        folder / "qwen-image",
    )


def save_anima(folder: Path, *, masked: bool = False) -> Path:
    """A modular pipeline of the shape of Anima; ``masked`` as the published one, whose network needs torchvision."""
    import diffusers

    torch.manual_seed(0)
    parts = {
        "transformer": diffusers.CosmosTransformer3DModel(
            in_channels=LATENTS,
            out_channels=LATENTS,
            num_attention_heads=2,
            attention_head_dim=16,
            num_layers=1,
            text_embed_dim=32,
            adaln_lora_dim=8,
            max_size=(4, 32, 32),
            extra_pos_embed_type=None,
            concat_padding_mask=masked,
        ),
        "text_conditioner": diffusers.AnimaTextConditioner(
            source_dim=32,
            target_dim=32,
            model_dim=32,
            num_layers=1,
            num_attention_heads=2,
            target_vocab_size=128,
        ),
        "text_encoder": _qwen3(),
        "tokenizer": _qwen_tokenizer(),
        "t5_tokenizer": _t5_tokenizer(),
        "vae": _video_decoder(),
        "scheduler": diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
    }
    return save_modular(diffusers.AnimaAutoBlocks(), parts, folder / "anima")


def save_modular(blocks: Any, parts: dict[str, Any], folder: Path) -> Path:
    """Saves blocks and their networks as a modular pipeline of diffusers."""
    pipeline = blocks.init_pipeline()
    pipeline.update_components(**parts)
    pipeline.save_pretrained(str(folder))
    return folder


FLOW: Final[dict[str, Callable[[Path], Path]]] = {
    "flux": lambda folder: save_flux(folder, guided=True),
    "flux-schnell": lambda folder: save_flux(folder, guided=False),
    "sd35": save_sd35,
    "z-image": save_z_image,
    "qwen-image": save_qwen_image,
    "anima": save_anima,
}
"""How a tiny checkpoint of each family is saved."""


def _saved(pipeline: Any, folder: Path) -> Path:
    pipeline.save_pretrained(folder)
    return folder


def _decoder() -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(16, 32),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        latent_channels=LATENTS,
        norm_num_groups=8,
        use_quant_conv=False,
        use_post_quant_conv=False,
        shift_factor=0.0609,
        scaling_factor=1.5035,
    )


def _video_decoder() -> Any:
    from diffusers import AutoencoderKLQwenImage

    return AutoencoderKLQwenImage(
        base_dim=16,
        z_dim=LATENTS,
        dim_mult=[1, 2],
        num_res_blocks=1,
        temperal_downsample=[False],
        latents_mean=[0.0] * LATENTS,
        latents_std=[1.0] * LATENTS,
    )


def _t5(width: int = 32) -> Any:
    from transformers import T5Config, T5EncoderModel

    return T5EncoderModel(
        T5Config(
            vocab_size=128, d_model=width, d_kv=8, d_ff=32, num_layers=1, num_heads=2, feed_forward_proj="gated-gelu"
        )
    )


def _t5_tokenizer() -> Any:
    """One that spells every word."""
    from transformers import T5Tokenizer

    special = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    return T5Tokenizer(vocab=special + [(chr(code), -3.0) for code in range(33, 127)], extra_ids=0)


def _qwen3() -> Any:
    from transformers import Qwen3Config, Qwen3Model

    return Qwen3Model(
        Qwen3Config(
            vocab_size=300,
            hidden_size=32,
            intermediate_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            num_key_value_heads=2,
            head_dim=16,
        )
    )


def _qwen_tokenizer() -> Any:
    """One that spells every word, and says a message as it is."""
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import Qwen2Tokenizer

    tokens = [*sorted(ByteLevel.alphabet()), "<|endoftext|>"]
    tokenizer = Qwen2Tokenizer(vocab={token: number for number, token in enumerate(tokens)}, merges=[])
    tokenizer.chat_template = "{% for message in messages %}{{ message['content'] }}{% endfor %}"
    return tokenizer
