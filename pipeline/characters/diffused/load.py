"""Stable Diffusion pipelines from the hub, a folder or a single file."""

from __future__ import annotations

import json
import struct
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pipeline.characters.diffused.errors import CheckpointError
from pipeline.characters.diffused.presets import PRESETS
from pipeline.characters.diffused.settings import DiffusionSettings, Offload, Precision

_SDXL_KEY: Final = "conditioner.embedders."
"""What keys of an SDXL checkpoint in one file begin with."""
_LARGEST_HEADER: Final = 100 * 2**20


@lru_cache(maxsize=1)
def open_pipeline(settings: DiffusionSettings) -> Any:
    """The text-to-image pipeline of diffusers that ``settings`` describe, on the best device, ready to run.

    Raises:
        CheckpointError: it is not there, or no Stable Diffusion checkpoint.
    """
    import torch

    device = choose_device()
    dtype = {Precision.FP32: torch.float32, Precision.FP16: torch.float16, Precision.BF16: torch.bfloat16}.get(
        settings.precision, torch.float32 if device == "cpu" else torch.float16
    )
    try:
        pipeline = _load(settings, dtype)
        if settings.vae:
            from diffusers import AutoencoderKL

            pipeline.vae = AutoencoderKL.from_pretrained(settings.vae, **_typed(dtype))
    except Exception as error:  # whatever the libraries and the connection come up with
        reason = str(error).strip().splitlines()[0][:160] if str(error).strip() else type(error).__name__
        raise CheckpointError(name=settings.model, reason=reason.rstrip(".")) from error
    set_scheduler(pipeline, settings.preset)
    pipeline.set_progress_bar_config(disable=True)
    # One decoded picture at a time: candidates must not need the memory of all of them.
    pipeline.vae.enable_slicing()
    if device == "cpu" or settings.offload is Offload.NONE:
        pipeline.to(device)
    elif settings.offload is Offload.MODEL:
        pipeline.enable_model_cpu_offload()
    else:
        pipeline.enable_sequential_cpu_offload()
    if settings.compile:
        pipeline.unet = torch.compile(pipeline.unet)
    return pipeline


def choose_device() -> str:
    """The name of torch's fastest device here."""
    import torch

    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def set_scheduler(pipeline: Any, preset: str) -> None:
    """Gives a pipeline the scheduler of a preset, with the checkpoint's own noise settings."""
    import diffusers

    wanted = PRESETS[preset]
    kind = getattr(diffusers, wanted.scheduler)
    pipeline.scheduler = kind.from_config(pipeline.scheduler.config, **wanted.options)


def _load(settings: DiffusionSettings, dtype: Any) -> Any:
    import diffusers

    path = Path(settings.model).expanduser()
    if not path.is_file():
        # A folder, or a name on the hub. Checkers within checkpoints are left out: ours sees every family's pictures.
        source = str(path) if path.is_dir() else settings.model
        index = diffusers.DiffusionPipeline.load_config(source)
        checker = {"safety_checker": None, "requires_safety_checker": False} if "safety_checker" in index else {}
        return diffusers.AutoPipelineForText2Image.from_pretrained(source, **_typed(dtype), **checker)
    sdxl = is_sdxl(path)
    kind = diffusers.StableDiffusionXLPipeline if sdxl else diffusers.StableDiffusionPipeline
    config = {"config": settings.config} if settings.config else {}
    return kind.from_single_file(str(path), **_typed(dtype), **config)


def _typed(dtype: Any) -> dict[str, Any]:
    """How this version of diffusers is told the numbers' type."""
    import diffusers

    version = tuple(int(part) for part in diffusers.__version__.split(".")[:2])
    return {"dtype" if version >= (0, 40) else "torch_dtype": dtype}


def is_sdxl(path: Path) -> bool:
    """Whether a single .safetensors file holds an SDXL checkpoint, told by its header.

    Raises:
        ValueError: it is no safetensors file.
    """
    with path.open("rb") as file:
        start = file.read(8)
        size = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
        if not 2 <= size <= _LARGEST_HEADER:
            raise ValueError("it is no .safetensors file")
        try:
            header = json.loads(file.read(size))
        except ValueError:
            raise ValueError("it is no .safetensors file") from None
    return any(key.startswith(_SDXL_KEY) for key in header)
