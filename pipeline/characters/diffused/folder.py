"""Checkpoints in folders or on the hub, in the layouts of diffusers."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import signature
from pathlib import Path
from typing import Any

from pipeline.characters.diffused.families import Checkpoint, CheckpointFamily
from pipeline.characters.diffused.modular import ModularPainter, read_modular


def load_folder(
    source: str,
    checkpoint: Checkpoint,
    family: CheckpointFamily,
    options: Mapping[str, Any],
    networks: Mapping[str, Any] | None = None,
) -> Any:
    """The pipeline of diffusers in a folder or at a hub id.

    Args:
        checkpoint, family: what is there.
        options: what else diffusers is to be told, such as the numbers' type.
        networks: those that are taken instead of the folder's, by name.

    Raises:
        ValueError: something is missing here that the family needs. Loading raises much else.
    """
    import diffusers

    given = dict(networks or {})
    if issubclass(_class_of(checkpoint.pipeline), diffusers.ModularPipeline):
        return _assembled(read_modular(source, family, given, options), family)
    more: dict[str, Any] = {**_absent(checkpoint.index), **given}
    # Checkers within checkpoints are left out: ours sees every family's pictures.
    if "safety_checker" in checkpoint.index:
        more |= {"safety_checker": None, "requires_safety_checker": False}
    if Path(source).is_dir() and any(Path(source).glob("*/*.fp16.safetensors")):
        more["variant"] = "fp16"
    return diffusers.AutoPipelineForText2Image.from_pretrained(source, **options, **more)


def painter_class(family: CheckpointFamily) -> Any:
    """The class of diffusers that paints a family's pictures.

    Raises:
        ValueError: this version of diffusers has none.
    """
    return _class_of(family.pipelines[0], family.title)


def _class_of(pipeline: str, title: str = "") -> Any:
    import diffusers

    kind = getattr(diffusers, pipeline, None)
    if kind is None:
        what = title or f"a {pipeline}"
        raise ValueError(f"it is {what}, which diffusers {diffusers.__version__} does not know: upgrade it")
    return kind


def _assembled(modular: Any, family: CheckpointFamily) -> Any:
    """What paints with the networks of a modular pipeline: the family's ordinary pipeline where it has one."""
    import diffusers

    kind = painter_class(family)
    if issubclass(kind, diffusers.ModularPipeline):
        return ModularPainter(modular)
    wanted = list(signature(kind.__init__).parameters.values())[1:]
    parts = {each.name: modular.components.get(each.name) for each in wanted}
    # What it cannot do without has to be named, though it is None.
    return kind(**{each.name: part for each in wanted if (part := parts[each.name]) or each.default is each.empty})


def _absent(index: Mapping[str, Any]) -> dict[str, None]:
    """The networks that a folder was saved without, such as the third text encoder of Stable Diffusion 3: diffusers has
    to be told so again.
    """
    return {name: None for name, part in index.items() if part == [None, None]}
