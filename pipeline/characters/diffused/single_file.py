"""Checkpoints in one .safetensors file, in the layouts that they are published in."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.characters.diffused.errors import IncompleteCheckpointError, loading
from pipeline.characters.diffused.manner import Manner


def load_single_file(path: Path, manner: Manner, config: str, options: Mapping[str, Any]) -> Any:
    """The pipeline of diffusers for a file.

    Args:
        manner: what the file is.
        config: a folder (or hub id) of the same family in the layout of diffusers, from which the networks come that
            the file lacks; "" for what the hub holds for this family, without networks.
        options: what else diffusers is to be told.

    Raises:
        CheckpointError: ``config`` is no such folder.
        IncompleteCheckpointError: networks are neither in the file nor in ``config``.
        ValueError: diffusers cannot load such a file, or ``config`` is of another kind. Loading raises much else.
    """
    import diffusers

    family, checkpoint = manner.family, manner.checkpoint
    if not family.single_file:
        raise ValueError(f"it is {family.title}, which diffusers loads from a folder alone")
    kind = getattr(diffusers, family.pipelines[0])
    missing = [part for part, beginning in family.parts.items() if not checkpoint.has(beginning)]
    index: Mapping[str, Any] = {}
    if config:
        with loading(config, "ANIMEMOJI_SD_CONFIG"):
            index = kind.load_config(config)
        if (named := index.get("_class_name")) not in family.pipelines:
            raise ValueError(f"ANIMEMOJI_SD_CONFIG is a {named}, the file a {family.pipelines[0]}")
    lacking = [part for part in missing if not _holds(config, part) and part not in family.optional]
    if lacking:
        raise IncompleteCheckpointError(
            name=path.name,
            family=family.title,
            parts=", ".join(lacking),
            example=f", such as {family.config}" if family.config else "",
        )
    if set(family.parts) - set(missing) == {family.network}:
        # As the largest families are published: all else comes from the folder.
        network = _class_of(index, family.network).from_single_file(
            str(path), config=config, subfolder=family.network, **options
        )
        return kind.from_pretrained(config, **{family.network: network}, **absent(index), **options)
    more: dict[str, Any] = {
        part: _class_of(index, part).from_pretrained(config, subfolder=part, **options)
        if _holds(config, part)
        else None
        for part in missing
    }
    if "safety_checker" in kind._optional_components:
        more |= {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
    return kind.from_single_file(str(path), **({"config": config} if config else {}), **more, **options)


def absent(index: Mapping[str, Any]) -> dict[str, None]:
    """The networks that a folder was saved without, such as the third text encoder of Stable Diffusion 3: diffusers has
    to be told so again.
    """
    return {name: None for name, part in index.items() if part == [None, None]}


def _holds(config: str, part: str) -> bool:
    """Whether a folder has the weights of a network; of the hub that is believed."""
    folder = Path(config).expanduser()
    if not config or not folder.is_dir():
        return bool(config)
    return any(file.suffix in (".safetensors", ".bin") for file in (folder / part).glob("*"))


def _class_of(index: Mapping[str, Any], part: str) -> Any:
    """The class of a network, as the index of a folder names it."""
    library, name = index[part]
    return getattr(import_module(library), name)
