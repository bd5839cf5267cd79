"""Steps, guidance and scheduler that belong together: each family of few-step checkpoints has its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True)
class Sampler:
    """How noise becomes a picture.

    Attributes:
        steps: how many, > 0.
        guidance: classifier-free guidance scale; 0 for checkpoints that have it built in.
        scheduler: the name of a class of diffusers.
        options: the scheduler's settings that differ from the checkpoint's own.
    """

    steps: int
    guidance: float
    scheduler: str
    options: Mapping[str, Any] = field(default_factory=dict)


_TRAILING: Final = {"timestep_spacing": "trailing"}

SAMPLERS: Final[dict[str, Sampler]] = {
    "standard": Sampler(
        26, 6.5, "DPMSolverMultistepScheduler", {"use_karras_sigmas": True, "algorithm_type": "dpmsolver++"}
    ),
    "euler": Sampler(28, 6.0, "EulerAncestralDiscreteScheduler"),
    "lcm": Sampler(6, 1.5, "LCMScheduler"),
    "turbo": Sampler(4, 0.0, "EulerAncestralDiscreteScheduler", _TRAILING),
    "lightning": Sampler(6, 0.0, "EulerDiscreteScheduler", _TRAILING),
    "hyper": Sampler(8, 0.0, "DDIMScheduler", _TRAILING),
}
"""By name, as ANIMEMOJI_SD_PRESET says it. Sources: the model cards of each family."""
