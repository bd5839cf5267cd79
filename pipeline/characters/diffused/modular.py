"""Families that diffusers has as modular pipelines only, behind the face of its other pipelines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pipeline.characters.diffused.families import CheckpointFamily

OnStepEnd = Callable[[Any, int, Any, dict[str, Any]], dict[str, Any]]


class ModularPainter:
    """A modular pipeline that is called, and has its networks, like any other pipeline of diffusers."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def __call__(
        self, *, width: int, height: int, guidance_scale: float, callback_on_step_end: OnStepEnd, **arguments: Any
    ) -> SimpleNamespace:
        """The pictures, as ``images`` of what comes back.

        Args:
            width, height: of the pictures in pixels.
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
            return SimpleNamespace(images=self._pipeline(output="images", width=width, height=height, **arguments))
        finally:
            del scheduler.step


def read_modular(source: str, family: CheckpointFamily, networks: Mapping[str, Any], options: Mapping[str, Any]) -> Any:
    """The modular pipeline of diffusers in a folder or at a hub id, with its networks.

    Args:
        family: what is there.
        networks: those that are taken instead of the folder's, by name.
        options: what else diffusers is to be told of the networks, such as their numbers' type.

    Raises:
        ValueError: a library is missing here that the family needs.
    """
    import diffusers

    pipeline = diffusers.ModularPipeline.from_pretrained(source)
    names = [name for name in pipeline.pretrained_component_names if name not in networks]
    # An index names the place where its networks were saved; they may have moved since, together with it.
    moved = {name: source for name in names if (Path(source) / name).is_dir()}
    pipeline.load_components(names, **options, **({"pretrained_model_name_or_path": moved} if moved else {}))
    pipeline.update_components(**networks)
    network = pipeline.components[family.network]
    if getattr(network.config, "concat_padding_mask", False) and find_spec("torchvision") is None:
        raise ValueError(f"it is {family.title}, which needs torchvision: pip install torchvision")
    return pipeline
