"""Several pictures at once from one pipeline, each with a seed of its own."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from inspect import signature
from itertools import count
from math import ceil, log
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.characters.diffused.errors import GpuMemoryError, StyleFileError
from pipeline.characters.diffused.load import network_of
from pipeline.characters.diffused.manner import CheckpointManner, manner_of
from pipeline.characters.diffused.modular import ModularPainter
from pipeline.characters.diffused.reading import read_words
from pipeline.characters.diffused.styles import Style
from pipeline.characters.diffused.words import PromptPair
from pipeline.pixels.alpha import flatten
from pipeline.types import DiffusionSettings, Frames, reason_of

_STRENGTH: Final = 0.7
"""How far a sketch may be changed, 0..1."""
_SEED_STEP: Final = 7919
_GRAIN: Final = 16
"""Pixels: every family's pictures have a multiple of it as width and height."""
_FOREIGN: Final = "its LoRA is for another kind of checkpoint"

OnFraction = Callable[[float], None]


def paint(
    pipeline: Any,
    words: PromptPair,
    seed: int,
    settings: DiffusionSettings,
    on_fraction: OnFraction = lambda _: None,
    sketch: Frames | None = None,
) -> list[Frames]:
    """``settings.candidates`` pictures, uint8 [H, W, 4] each, opaque. The same seed gives the same pictures.

    They are painted side by side, or where the GPU's memory is too small for that, one after the other.

    Args:
        on_fraction: hears how far it is after every step; what it raises stops the work.
        sketch: a drawing to start from, uint8 [H, W, 4].

    Raises:
        GpuMemoryError: the memory is too small for one picture.
    """
    import torch

    seeds = [(seed + _SEED_STEP * number) % 2**63 for number in range(settings.candidates)]
    with contextlib.suppress(torch.cuda.OutOfMemoryError):
        return _paint_together(pipeline, words, seeds, settings, on_fraction, sketch)
    torch.cuda.empty_cache()
    pictures: list[Frames] = []

    def part_done(part: float) -> None:
        on_fraction((len(pictures) + part) / len(seeds))

    try:
        for each in seeds:
            pictures += _paint_together(pipeline, words, [each], settings, part_done, sketch)
    except torch.cuda.OutOfMemoryError as error:
        raise GpuMemoryError(model=settings.model) from error
    return pictures


def _paint_together(
    pipeline: Any,
    words: PromptPair,
    seeds: list[int],
    settings: DiffusionSettings,
    on_fraction: OnFraction,
    sketch: Frames | None,
) -> list[Frames]:
    import torch
    from PIL import Image, ImageOps

    manner = manner_of(settings)
    steps = manner.sampler.steps
    size = _size(pipeline, manner, settings.size, None if sketch is None else sketch.shape[1] / sketch.shape[0])
    pictures = len(seeds)
    done = 0

    def step_done(_pipeline: Any, _step: int, _time: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        nonlocal done
        done += 1
        on_fraction(min(1.0, done / steps))
        return tensors

    options: dict[str, Any] = {
        **read_words(pipeline, words, pictures, manner.clip_skip),
        **manner.family.arguments,
        "num_inference_steps": steps,
        manner.family.guidance_name: manner.sampler.guidance,
        "generator": [torch.Generator("cpu").manual_seed(seed) for seed in seeds],
        "callback_on_step_end": step_done,
        "output_type": "pil",
    }
    if sketch is None:
        images = pipeline(width=size[0], height=size[1], **options).images
    else:
        start = ImageOps.pad(Image.fromarray(flatten(sketch, 235)), size, color=(235, 235, 235))
        planned = _planned(steps)
        options["num_inference_steps"] = planned
        redraw = _redrawer(pipeline)
        if "width" in signature(redraw.__call__).parameters:
            # Otherwise it takes them from the picture.
            options |= {"width": size[0], "height": size[1]}
        images = redraw(image=[start] * pictures, strength=steps / planned, **options).images
    return [np.asarray(image.convert("RGBA")) for image in images]


def use_style(pipeline: Any, style: Style | None, folder: Path) -> None:
    """Gives a pipeline the LoRA of a style, or takes away that of another one.

    Raises:
        StyleFileError: its LoRA is not there, or not for this checkpoint.
    """
    if style is None or not style.lora:
        if _adapters(pipeline):
            pipeline.disable_lora()
        return
    # The names of torch's modules must not have dots.
    adapter = style.name.replace(".", "_")
    if adapter not in _adapters(pipeline):
        _load_lora(pipeline, style, folder, adapter)
    pipeline.enable_lora()
    pipeline.set_adapters([adapter], [style.weight])


def _load_lora(pipeline: Any, style: Style, folder: Path, adapter: str) -> None:
    beside = folder / style.lora
    source = str(beside) if beside.exists() else style.lora
    if source.endswith(".safetensors") and not Path(source).is_file():
        raise StyleFileError(name=style.name, reason=f"there is no file {style.lora}")
    file = {"weight_name": style.lora_file} if style.lora_file else {}
    try:
        pipeline.load_lora_weights(source, adapter_name=adapter, **file)
    except Exception as error:  # whatever the libraries and the connection come up with
        if adapter in _adapters(pipeline):
            # One network took it, another one did not.
            pipeline.delete_adapters([adapter])
        foreign = "size mismatch" in str(error)
        reason = _FOREIGN if foreign else f"its LoRA could not be loaded: {reason_of(error)}"
        raise StyleFileError(name=style.name, reason=reason) from error
    if adapter not in _adapters(pipeline):
        raise StyleFileError(name=style.name, reason=_FOREIGN)


def _adapters(pipeline: Any) -> set[str]:
    return {name for names in pipeline.get_list_adapters().values() for name in names}


def _redrawer(pipeline: Any) -> Any:
    """The pipeline of the same networks that starts from a picture."""
    from diffusers import AutoPipelineForImage2Image

    if isinstance(pipeline, ModularPainter):
        return pipeline
    redraw = AutoPipelineForImage2Image.from_pipe(pipeline)
    redraw.set_progress_bar_config(disable=True)
    return redraw


def _planned(steps: int) -> int:
    """Of how many steps so many are walked from a sketch.

    Their share has to be exact: some pipelines round what is walked, others what is left out, and the latter ones
    begin without anything of the sketch where one of few steps too many is taken.
    """
    return next(planned for planned in count(ceil(steps / _STRENGTH)) if planned * (steps / planned) == steps)


def _size(pipeline: Any, manner: CheckpointManner, side: int, shape: float | None) -> tuple[int, int]:
    """Width and height of the pictures: a square of the side that was set, else one that the family was trained on.

    Args:
        side: in pixels, or 0.
        shape: width by height of what is painted over; None for the family's usual shape.
    """
    if side:
        return side, side
    resolutions = manner.family.resolutions
    usual, *_ = resolutions
    width, height = usual if shape is None else min(resolutions, key=lambda each: abs(log(each[0] / each[1] / shape)))
    trained = getattr(network_of(pipeline).config, "sample_size", None)
    # Checkpoints of a family's shape come in other sizes, too, and some say theirs.
    scale = trained * pipeline.vae_scale_factor / usual[0] if isinstance(trained, int) else 1.0
    return round(width * scale / _GRAIN) * _GRAIN, round(height * scale / _GRAIN) * _GRAIN
