"""Characters whose picture Stable Diffusion makes."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.types import DiffusionSettings


def can_diffuse(settings: DiffusionSettings) -> bool:
    """Whether a checkpoint is named, and diffusers is installed."""
    return bool(settings.model) and find_spec("diffusers") is not None and find_spec("torch") is not None
