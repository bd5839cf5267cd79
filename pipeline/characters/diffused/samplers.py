"""Steps, guidance and scheduler that belong together: each family of few-step checkpoints has its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pipeline.types import SamplerName


@dataclass(frozen=True)
class Sampler:
    """How noise becomes a picture.

    Attributes:
        steps: how many, > 0.
        guidance: classifier-free guidance scale; 0 for checkpoints that have it built in.
        scheduler: the name of a class of diffusers; "" for the checkpoint's own.
        options: the scheduler's settings that differ from the checkpoint's own.
    """

    steps: int
    guidance: float
    scheduler: str
    options: Mapping[str, Any] = field(default_factory=dict)


_TRAILING: Final = {"timestep_spacing": "trailing"}

SAMPLERS: Final[dict[SamplerName, Sampler]] = {
    SamplerName.STANDARD: Sampler(
        26, 6.5, "DPMSolverMultistepScheduler", {"use_karras_sigmas": True, "algorithm_type": "dpmsolver++"}
    ),
    SamplerName.EULER: Sampler(28, 6.0, "EulerAncestralDiscreteScheduler"),
    SamplerName.LCM: Sampler(6, 1.5, "LCMScheduler"),
    SamplerName.TURBO: Sampler(4, 0.0, "EulerAncestralDiscreteScheduler", _TRAILING),
    SamplerName.LIGHTNING: Sampler(6, 0.0, "EulerDiscreteScheduler", _TRAILING),
    SamplerName.HYPER: Sampler(8, 0.0, "DDIMScheduler", _TRAILING),
}
"""Sources: the model cards of each family."""
