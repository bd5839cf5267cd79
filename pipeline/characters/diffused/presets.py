"""Steps, guidance and scheduler that belong together: each family of few-step checkpoints has its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True)
class Preset:
    """``scheduler``: the name of a class of diffusers; ``options``: what differs from the checkpoint's own settings."""

    steps: int
    guidance: float
    scheduler: str
    options: Mapping[str, Any] = field(default_factory=dict)


_TRAILING: Final = {"timestep_spacing": "trailing"}

PRESETS: Final[dict[str, Preset]] = {
    "standard": Preset(
        26, 6.5, "DPMSolverMultistepScheduler", {"use_karras_sigmas": True, "algorithm_type": "dpmsolver++"}
    ),
    "euler": Preset(28, 6.0, "EulerAncestralDiscreteScheduler"),
    "lcm": Preset(6, 1.5, "LCMScheduler"),
    "turbo": Preset(4, 0.0, "EulerAncestralDiscreteScheduler", _TRAILING),
    "lightning": Preset(6, 0.0, "EulerDiscreteScheduler", _TRAILING),
    "hyper": Preset(8, 0.0, "DDIMScheduler", _TRAILING),
}
"""By name, as ANIMEMOJI_SD_PRESET says it. Sources: the model cards of each family."""
