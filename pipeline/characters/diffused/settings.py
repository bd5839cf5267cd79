"""What is to be known about Stable Diffusion here, from the environment (``ANIMEMOJI_SD_...``, see .env.example)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from typing import Final, TypeVar

from pipeline.characters.diffused.errors import DiffusionSettingError
from pipeline.characters.diffused.styles import STYLES, styles_folder

SD_ANIME: Final = "sd-anime.safetensors"
"""The file in the models folder that is taken when ANIMEMOJI_SD_MODEL names none."""
_PREFIX: Final = "ANIMEMOJI_SD_"
_Value = TypeVar("_Value")
_Default = TypeVar("_Default")
_Number = TypeVar("_Number", int, float)


class Offload(str, Enum):
    """What waits in main memory while it is not needed, for small GPUs."""

    NONE = "none"
    MODEL = "model"
    """Each network as a whole: 4 GB are enough for SD 1.5, 8 GB for SDXL."""
    SEQUENTIAL = "sequential"
    """Each layer: slow, 2 GB are enough."""


class Precision(str, Enum):
    """Numbers that the networks work in. AUTO: half on a GPU, single on a CPU."""

    AUTO = "auto"
    FP32 = "fp32"
    FP16 = "fp16"
    BF16 = "bf16"


@dataclass(frozen=True)
class DiffusionSettings:
    """How pictures are made.

    Attributes:
        model: a hub id, a folder or a .safetensors file; "" for none.
        config: for a single file away from the hub, a folder of the same family with its model_index.json.
        vae: a hub id or folder of another decoder; "" for the checkpoint's own.
        preset: steps, guidance and scheduler by name (see samplers.py).
        steps, guidance: to be used instead of the preset's, or None.
        negative: words for what must not be seen, besides our own.
        candidates: pictures made at once, of which the best is taken.
        size: their width and height in pixels; 0 for what the checkpoint was trained on.
        style: the style that is used when a prompt names none; "" for none.
        styles: the folder of style files.
        safety_checker: a hub id or folder of a safety checker; "" for none.
        precision, offload: see there.
        compile: compile the network first; minutes once, a third faster afterwards.
    """

    model: str = ""
    config: str = ""
    vae: str = ""
    preset: str = "standard"
    steps: int | None = None
    guidance: float | None = None
    negative: str = ""
    candidates: int = 4
    size: int = 0
    style: str = ""
    styles: Path = STYLES
    safety_checker: str = ""
    precision: Precision = Precision.AUTO
    offload: Offload = Offload.NONE
    compile: bool = False


def can_diffuse() -> bool:
    """Whether a checkpoint is named or lies here, and diffusers is installed."""
    return bool(read_settings().model) and find_spec("diffusers") is not None and find_spec("torch") is not None


def read_settings(environment: Mapping[str, str] = os.environ) -> DiffusionSettings:
    """The settings in the environment; variables that are missing or empty keep their default.

    Raises:
        DiffusionSettingError: a value cannot be used.
    """
    from pipeline.characters.diffused.samplers import SAMPLERS

    def read(name: str, convert: Callable[[str], _Value], default: _Default, wanted: str) -> _Value | _Default:
        text = environment.get(_PREFIX + name, "").strip()
        if not text:
            return default
        try:
            return convert(text)
        except (KeyError, ValueError):
            raise DiffusionSettingError(variable=_PREFIX + name, value=repr(text), wanted=wanted) from None

    def preset(text: str) -> str:
        SAMPLERS[text]
        return text

    return DiffusionSettings(
        model=read("MODEL", str, "", "a model") or _installed_model(),
        config=read("CONFIG", str, "", "a folder"),
        vae=read("VAE", str, "", "a model"),
        preset=read("PRESET", preset, "standard", " or ".join(SAMPLERS)),
        steps=read("STEPS", _within(1, 200, int), None, "a whole number from 1 to 200"),
        guidance=read("GUIDANCE", _within(0, 30, float), None, "a number from 0 to 30"),
        negative=read("NEGATIVE", str, "", "words"),
        candidates=read("CANDIDATES", _within(1, 16, int), 4, "a whole number from 1 to 16"),
        size=read("SIZE", _size, 0, "a multiple of 64 from 64 to 2048, or 0"),
        style=read("STYLE", str, "", "a style"),
        styles=styles_folder(environment),
        safety_checker=read("SAFETY_CHECKER", str, "", "a model"),
        precision=read("PRECISION", Precision, Precision.AUTO, " or ".join(Precision)),
        offload=read("OFFLOAD", Offload, Offload.NONE, " or ".join(Offload)),
        compile=read("COMPILE", _truth, False, "true or false"),
    )


def _installed_model() -> str:
    from pipeline.models import models_folder

    path = models_folder() / SD_ANIME
    return str(path) if path.is_file() else ""


def _within(low: float, high: float, convert: Callable[[str], _Number]) -> Callable[[str], _Number]:
    def read(text: str) -> _Number:
        value = convert(text)
        if not low <= value <= high:
            raise ValueError(text)
        return value

    return read


def _size(text: str) -> int:
    size = int(text)
    if size and (size % 64 or not 64 <= size <= 2048):
        raise ValueError(text)
    return size


def _truth(text: str) -> bool:
    return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}[text.lower()]
