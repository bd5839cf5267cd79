"""Checkpoints in one .safetensors file, in the layout that Stable Diffusion was published in."""

from __future__ import annotations

import json
import struct
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

from pipeline.characters.diffused.errors import loading

_LARGEST_HEADER: Final = 100 * 2**20
_FAMILIES: Final = {
    "StableDiffusion3Pipeline": "model.diffusion_model.joint_blocks.",
    "StableDiffusionXLPipeline": "conditioner.embedders.",
    "StableDiffusionPipeline": "cond_stage_model.",
}
"""Pipelines of diffusers, and what some names in their files begin with."""
_PREDICTS_VELOCITY, _REACHES_NOISE = "v_pred", "ztsnr"
"""Names that checkpoints carry as a mark: trained to tell velocity, and on steps up to pure noise."""


def load_single_file(path: Path, config: str, options: Mapping[str, Any]) -> Any:
    """The pipeline of diffusers for a file.

    Args:
        config: a folder (or hub id) of the same family in the layout of diffusers, whose weights do not matter; "" for
            what the hub holds for this family.
        options: what else diffusers is to be told.

    Raises:
        CheckpointError: ``config`` is no such folder.
        ValueError: the file is no checkpoint, or of another family than ``config``. Loading raises much else.
    """
    import diffusers

    names = read_names(path)
    family = family_of(names)
    kind = getattr(diffusers, family)
    more: dict[str, Any] = dict(options)
    if config:
        with loading(config, "ANIMEMOJI_SD_CONFIG"):
            named = kind.load_config(config).get("_class_name")
        if named != family:
            raise ValueError(f"ANIMEMOJI_SD_CONFIG is a {named}, the file a {family}")
        more["config"] = config
    if family == "StableDiffusionPipeline":
        more |= {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
    pipeline = kind.from_single_file(str(path), **more)
    if _PREDICTS_VELOCITY in names:
        pipeline.scheduler.register_to_config(prediction_type="v_prediction")
    if _REACHES_NOISE in names:
        pipeline.scheduler.register_to_config(rescale_betas_zero_snr=True, timestep_spacing="trailing")
    return pipeline


def family_of(names: Collection[str]) -> str:
    """The class of diffusers for a file with tensors of these names; raises ValueError where there is none."""
    for family, beginning in _FAMILIES.items():
        if any(name.startswith(beginning) for name in names):
            return family
    raise ValueError("it holds no Stable Diffusion checkpoint")


def read_names(path: Path) -> Collection[str]:
    """The tensors in a .safetensors file, by its header; raises ValueError where it has none."""
    with path.open("rb") as file:
        start = file.read(8)
        size = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
        if not 2 <= size <= _LARGEST_HEADER:
            raise ValueError("it is no .safetensors file")
        try:
            return set(json.loads(file.read(size)))
        except ValueError:
            raise ValueError("it is no .safetensors file") from None
