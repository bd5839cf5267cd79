"""Families that diffusers has as modular pipelines only, behind the face of its other pipelines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

OnStepEnd = Callable[[Any, int, Any, dict[str, Any]], dict[str, Any]]


class ModularPainter:
    """A modular pipeline that is called, and has its networks, like any other pipeline of diffusers."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def __call__(self, *, guidance_scale: float, callback_on_step_end: OnStepEnd, **arguments: Any) -> SimpleNamespace:
        """The pictures, as ``images`` of what comes back.

        Args:
            guidance_scale: for the pipeline's guider.
            callback_on_step_end: called after every step, as other pipelines of diffusers do.
            arguments: of the pipeline's blocks.
        """
        guider = self._pipeline.guider.new(guidance_scale=guidance_scale)
        self._pipeline.update_components(guider=guider)
        scheduler = self._pipeline.scheduler
        step, done = scheduler.step, 0

        def observed(*given: Any, **named: Any) -> Any:
            nonlocal done
            result = step(*given, **named)
            callback_on_step_end(self, done, None, {})
            done += 1
            return result

        # Modular pipelines tell nobody how far they are, and only what they call can stop them.
        scheduler.step = observed
        try:
            return SimpleNamespace(images=self._pipeline(output="images", **arguments))
        finally:
            del scheduler.step


def load_modular(source: str, options: Mapping[str, Any]) -> ModularPainter:
    """The modular pipeline at a hub id or in a folder.

    Args:
        options: what else diffusers is to be told of the networks, such as their numbers' type.
    """
    import diffusers

    pipeline = diffusers.ModularPipeline.from_pretrained(source)
    pipeline.load_components(**options)
    return ModularPainter(pipeline)
