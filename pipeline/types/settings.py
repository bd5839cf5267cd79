"""How the machine is set up, as a value: with a request, all that the bytes of an animoji hang on."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Annotated, Final, Literal

from annotated_types import Interval, MultipleOf

STYLES: Final = next(
    (
        folder
        for folder in (
            Path(__file__).parents[2] / "styles",
            Path(__file__).parents[1] / "characters" / "diffused" / "styles",
        )
        if folder.is_dir()
    ),
    Path("styles"),
)
"""Our own style files: in a checkout, and in an installed package."""


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


class SamplerName(str, Enum):
    """Steps, guidance and scheduler that belong together; the few-step families of checkpoints have their own."""

    STANDARD = "standard"
    EULER = "euler"
    LCM = "lcm"
    TURBO = "turbo"
    LIGHTNING = "lightning"
    HYPER = "hyper"


class Prediction(str, Enum):
    """What a network was trained to tell of a noisy picture."""

    NOISE = "epsilon"
    VELOCITY = "v_prediction"


@dataclass(frozen=True)
class DiffusionSettings:
    """How Stable Diffusion makes pictures. The variable of a field is its name in capitals behind ``ANIMEMOJI_SD_``.

    Attributes:
        model: a hub id, a folder or a .safetensors file; "" for none, and then prompts are drawn.
        config: for a single file away from the hub, a folder of the same family with its model_index.json.
        family: the name of the checkpoint's family (a file in ``diffused/families/data``); "" to detect it.
        vae: a hub id, folder or file of another decoder; "" for the checkpoint's own.
        preset: steps, guidance and scheduler; None for the family's.
        steps, guidance: to be used instead of the preset's or the family's, or None.
        clip_skip: which layer of CLIP, counted from its end, is read: 1 is the last; None for the family's.
        prediction: what the network tells; None for what the checkpoint or its family says.
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
    family: str = ""
    vae: str = ""
    preset: SamplerName | None = None
    steps: Annotated[int, Interval(ge=1, le=200)] | None = None
    guidance: Annotated[float, Interval(ge=0, le=30)] | None = None
    clip_skip: Annotated[int, Interval(ge=1, le=12)] | None = None
    prediction: Prediction | None = None
    negative: str = ""
    candidates: Annotated[int, Interval(ge=1, le=16)] = 4
    size: Annotated[int, Interval(ge=0, le=2048), MultipleOf(64)] = 0
    style: str = ""
    styles: Path = STYLES
    safety_checker: str = ""
    precision: Precision = Precision.AUTO
    offload: Offload = Offload.NONE
    compile: bool = False


LOCAL: Final = "local"
"""The engine of one machine."""
_CLUSTER: Final = re.compile(r"ray://((?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\]):(\d{1,5}))")


def _models_folder() -> Path:
    return _cache_folder() / "models"


def _students_folder() -> Path:
    return _cache_folder() / "students"


def _cache_folder() -> Path:
    # Unlike Path.expanduser, this does not fail for a user without a home; the path then cannot be written to.
    return Path(os.path.expanduser("~/.cache/animemoji"))  # noqa: PTH111


@dataclass(frozen=True)
class PipelineSettings:
    """How the machine is set up. The variable of a field is its name in capitals behind ``ANIMEMOJI_``.

    The same request with the same settings gives the same bytes, in whatever process. Settings that nobody loaded
    (``pipeline.load_pipeline_settings`` reads the environment) are the defaults.

    Attributes:
        models: the folder of third-party weights.
        students: the folder of finished students, by the pictures that they were made from.
        matting: the network that removes busy backgrounds: a model of rembg or an ONNX file; "" for the best
            for drawings that is among the models.
        diffusion: how pictures are painted.
    """

    models: Path = field(default_factory=_models_folder)
    students: Path = field(default_factory=_students_folder)
    matting: str = ""
    diffusion: DiffusionSettings = DiffusionSettings()


@dataclass(frozen=True)
class EngineSettings:
    """Where requests run. The variable of a field is its name in capitals behind ``ANIMEMOJI_``.

    Attributes:
        engine: LOCAL for processes on this machine, ``ray://HOST:PORT`` for a cluster.
        processes: how many jobs run at once, at most: "auto" for what the machine, or the cluster, is good for
            (``animemoji doctor`` says it).
        blobs: where files lie that processes or machines share, as ``pipeline.open_blobs`` takes it; "" for a folder of
            the bot's.
        cluster_token_file: holds the secret of the cluster; None where there is no cluster.
        jobs_per_gpu: how many jobs share a GPU of the cluster.
    """

    engine: str = LOCAL
    processes: Annotated[int, Interval(ge=1, le=256)] | Literal["auto"] = "auto"
    blobs: str = ""
    cluster_token_file: Path | None = None
    jobs_per_gpu: Annotated[int, Interval(ge=1, le=16)] = 1

    @property
    def head(self) -> str | None:
        """HOST:PORT at which the cluster is reached; None where ``engine`` names none."""
        found = _CLUSTER.fullmatch(self.engine)
        return found[1] if found and int(found[2]) < 65536 else None


DEFAULT_SETTINGS: Final = PipelineSettings()
"""Those of a machine on which nothing is set."""
