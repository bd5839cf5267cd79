"""Stable Diffusion pipelines from the hub, a folder or a single file."""

from __future__ import annotations

import sys
import tempfile
import warnings
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.characters.diffused.errors import loading
from pipeline.characters.diffused.folder import load_folder, painter_class
from pipeline.characters.diffused.manner import CheckpointManner, manner_of
from pipeline.characters.diffused.single_file import load_single_file
from pipeline.types import DiffusionSettings, Offload, Precision, Prediction


@lru_cache(maxsize=1)
def open_pipeline(settings: DiffusionSettings) -> Any:
    """The text-to-image pipeline of diffusers that ``settings`` describe, on the best device, ready to run.

    Raises:
        CheckpointError: it is not there, or no Stable Diffusion checkpoint.
    """
    import torch

    _hush()
    device = choose_device()
    manner = manner_of(settings)
    precision = settings.precision
    if precision is Precision.AUTO:
        precision = Precision.FP32 if device == "cpu" else manner.family.precision
    dtype = {Precision.FP32: torch.float32, Precision.FP16: torch.float16, Precision.BF16: torch.bfloat16}[precision]
    variable = "ANIMEMOJI_SD_MODEL"
    if _is_file(settings.model):
        variable += " and ANIMEMOJI_SD_CONFIG"
    with loading(settings.model, variable):
        pipeline = _load(settings, manner, dtype)
        set_scheduler(pipeline, manner)
    if settings.vae:
        with loading(settings.vae, "ANIMEMOJI_SD_VAE"):
            pipeline.vae = _load_decoder(settings.vae, pipeline.vae, dtype)
    pipeline.set_progress_bar_config(disable=True)
    # One decoded picture at a time: candidates must not need the memory of all of them.
    pipeline.vae.enable_slicing()
    with loading(settings.model, variable):
        place(pipeline, device, Offload.NONE if device == "cpu" else settings.offload)
    if settings.compile:
        network_of(pipeline).compile()
    return pipeline


def network_of(pipeline: Any) -> Any:
    """What takes the noise away: a U-net, since Stable Diffusion 3 a transformer."""
    return pipeline.unet if hasattr(pipeline, "unet") else pipeline.transformer


def choose_device() -> str:
    """The name of torch's fastest device here."""
    import torch

    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def set_scheduler(pipeline: Any, manner: CheckpointManner) -> None:
    """Gives a pipeline the scheduler of a sampler, with the checkpoint's own noise settings.

    Checkpoints that learnt straight ways from noise to picture (since Stable Diffusion 3) keep their own.
    """
    import diffusers

    if type(pipeline.scheduler).__name__.startswith("FlowMatch"):
        return
    learnt: dict[str, Any] = {}
    if manner.prediction is not None:
        learnt["prediction_type"] = manner.prediction.value
    if manner.zero_snr and manner.prediction is not Prediction.NOISE:
        learnt |= {"rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}
    wanted = manner.sampler
    kind = getattr(diffusers, wanted.scheduler) if wanted.scheduler else type(pipeline.scheduler)
    pipeline.scheduler = kind.from_config(pipeline.scheduler.config, **learnt, **wanted.options)


def place(pipeline: Any, device: str, offload: Offload) -> None:
    """Brings the networks to a device, at once or as they are needed."""
    if offload is Offload.NONE:
        pipeline.to(device)
    elif offload is Offload.MODEL:
        pipeline.enable_model_cpu_offload(device=device)
    else:
        pipeline.enable_sequential_cpu_offload(device=device)


def _load(settings: DiffusionSettings, manner: CheckpointManner, dtype: Any) -> Any:
    painter_class(manner.family)
    path = Path(settings.model).expanduser()
    if path.is_file():
        return load_single_file(path, manner, settings.config, _typed(dtype))
    source = str(path) if path.is_dir() else settings.model
    return load_folder(source, manner.checkpoint, manner.family, _typed(dtype))


def _load_decoder(source: str, present: Any, dtype: Any) -> Any:
    """Another decoder of the kind that is present."""
    if not _is_file(source):
        return type(present).from_pretrained(source, **_typed(dtype))
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        present.save_config(folder)
        return type(present).from_single_file(str(Path(source).expanduser()), config=folder, **_typed(dtype))


def _is_file(source: str) -> bool:
    return Path(source).expanduser().is_file()


def _hush() -> None:
    """No progress bars, no advice for programmers from the libraries; downloads are shown to who sits at a terminal."""
    from huggingface_hub.utils.tqdm import disable_progress_bars

    # One after the other: importing diffusers makes transformers talk.
    for library in ("transformers", "diffusers"):
        log: Any = import_module(f"{library}.utils.logging")
        log.set_verbosity_error()
        log.disable_progress_bar()
    for library in ("diffusers", "huggingface_hub", "peft"):
        warnings.filterwarnings("ignore", module=library)
    if not sys.stderr.isatty():
        disable_progress_bars()


def _typed(dtype: Any) -> dict[str, Any]:
    """How this version of diffusers is told the numbers' type."""
    import diffusers

    version = tuple(int(part) for part in diffusers.__version__.split(".")[:2])
    return {"dtype" if version >= (0, 40) else "torch_dtype": dtype}
