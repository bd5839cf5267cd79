"""Checkpoints in one .safetensors file, in the layouts that they are published in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from pipeline.characters.diffused.errors import IncompleteCheckpointError, loading
from pipeline.characters.diffused.families import PREFIXES, Checkpoint, CheckpointFamily, look_at
from pipeline.characters.diffused.folder import load_folder, painter_class
from pipeline.characters.diffused.manner import CheckpointManner

_ORIGINAL_UNET: Final = "input_blocks."
_ELSEWHERE: Final = "text_encoders.|vae."
"""How tensors begin of what a family holds in a layout that is not read."""


def load_single_file(path: Path, manner: CheckpointManner, config: str, options: Mapping[str, Any]) -> Any:
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
    family, checkpoint = manner.family, manner.checkpoint
    if checkpoint.scaled:
        raise ValueError(
            f"it is {family.title} in scaled numbers of 8 bits or fewer, which diffusers does not read: take the file "
            "in half precision"
        )
    kind = painter_class(family)
    beside = Checkpoint("")
    if config:
        with loading(config, "ANIMEMOJI_SD_CONFIG"):
            beside = look_at(config, ask_hub=True)
        if beside.pipeline not in family.pipelines:
            raise ValueError(f"ANIMEMOJI_SD_CONFIG is a {beside.pipeline}, the file a {family.pipelines[0]}")
    in_file = {part for part, beginnings in family.parts.items() if checkpoint.has(beginnings)}
    missing = [part for part in (*family.parts, *family.elsewhere) if part not in in_file]
    lacking = [part for part in missing if not _holds(config, part) and part not in family.optional]
    if lacking:
        unread = family.elsewhere and checkpoint.has(_ELSEWHERE)
        raise IncompleteCheckpointError(
            name=path.name,
            family=family.title,
            parts=", ".join(lacking) + (" in a layout that is read" if unread else ""),
            example=f", such as {family.config}" if family.config else "",
        )
    if family.piecewise and not config:
        config = family.config
        with loading(config, "ANIMEMOJI_SD_CONFIG"):
            beside = look_at(config, ask_hub=True)
    if family.piecewise or in_file == {family.network}:
        networks = {part: _read_network(path, part, family, beside, config, options) for part in sorted(in_file)}
        return load_folder(config, beside, family, options, networks)
    more: dict[str, Any] = {
        part: _class_of(beside, part).from_pretrained(config, subfolder=part, **options)
        if _holds(config, part)
        else None
        for part in missing
    }
    if config:
        # Given a whole file, diffusers takes it that its network has the published names, and not its own.
        more[family.network] = _read_network(path, family.network, family, beside, config, options)
    if "safety_checker" in kind._optional_components:
        more |= {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
    return kind.from_single_file(str(path), **({"config": config} if config else {}), **more, **options)


def _read_network(
    path: Path, part: str, family: CheckpointFamily, beside: Checkpoint, config: str, options: Mapping[str, Any]
) -> Any:
    """One network of a file, as ``config`` describes it."""
    kind = _class_of(beside, part)
    if part == family.network:
        others = tuple(beginnings for other, beginnings in family.parts.items() if other != part)
        tensors = _read_tensors(path, lambda name, prefixed: prefixed and not name.startswith(others))
        if any(name.startswith(_ORIGINAL_UNET) for name in tensors):
            # In this layout diffusers knows it by its prefix alone.
            tensors = {PREFIXES[0] + name: each for name, each in tensors.items()}
    else:
        beginning = family.parts[part]
        named = _read_tensors(path, lambda name, _: name.startswith(beginning))
        tensors = {name.removeprefix(beginning): each for name, each in named.items()}
    if hasattr(kind, "from_single_file"):
        return kind.from_single_file(tensors, config=config, subfolder=part, **options)
    if hasattr(kind, "from_config"):
        network = kind.from_config(kind.load_config(config, subfolder=part))
    else:  # a language model, of another library
        network = kind(kind.config_class.from_pretrained(config, subfolder=part))
    network.load_state_dict(tensors)
    return network.to(next(iter(options.values()))).eval()


def _read_tensors(path: Path, wanted: Callable[[str, bool], bool]) -> dict[str, Any]:
    """The tensors of a file that are wanted, by their names without the prefix that tools put before the network's.

    Args:
        wanted: is told such a name, and whether the prefix stood before it; always where no name has one.
    """
    from safetensors import safe_open

    with safe_open(str(path), "pt") as file:
        names = list(file.keys())
        prefix = next((prefix for prefix in PREFIXES if any(name.startswith(prefix) for name in names)), "")
        short = {name: name.removeprefix(prefix) for name in names}
        return {short[name]: file.get_tensor(name) for name in names if wanted(short[name], name.startswith(prefix))}


def _holds(config: str, part: str) -> bool:
    """Whether a folder has the weights of a network; of the hub that is believed."""
    folder = Path(config).expanduser()
    if not config or not folder.is_dir():
        return bool(config)
    return any(file.suffix in (".safetensors", ".bin") for file in (folder / part).glob("*"))


def _class_of(checkpoint: Checkpoint, part: str) -> Any:
    """The class of a network, as the index of a folder names it."""
    library, name, *_ = checkpoint.index[part]
    return getattr(import_module(library), name)
