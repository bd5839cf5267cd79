"""A checkpoint's family, from a file's header or a folder's configuration: no weight is read."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import starmap
from pathlib import Path
from typing import Any, Final

from pipeline.characters.diffused.families.family import FAMILIES, CheckpointFamily, depth, family_names, get_family
from pipeline.characters.diffused.families.strangers import stranger
from pipeline.types import Prediction

_LARGEST_HEADER: Final = 100 * 2**20
_PREDICTS_VELOCITY, _REACHES_NOISE = "v_pred", "ztsnr"
"""Names of empty tensors that checkpoints carry as a mark: trained to tell velocity, and on steps up to pure noise."""
_VELOCITY_NAME: Final = re.compile(r"v[-_ ]?pred", re.IGNORECASE)
PREFIXES: Final = ("model.diffusion_model.", "net.")
"""What tools put before the names of a network's tensors."""
_SCALED: Final = (".scale_weight", ".weight_scale", "scaled_fp8", ".comfy_quant", ".absmax", ".qweight")
"""Endings of tensors that stand beside weights of 8 bits or fewer and say what these are worth."""
_OTHER_FILES: Final = {
    b"GGUF": "it is a GGUF file, which is not read: take the same checkpoint as .safetensors",
    b"PK\3\4": "it is a pickle, which may run code when it is read: take the same checkpoint as .safetensors",
    b"\x80": "it is a pickle, which may run code when it is read: take the same checkpoint as .safetensors",
}
"""How files of other kinds begin."""
_TITLES: Final = ("modelspec.title", "modelspec.architecture", "ss_sd_model_name", "ss_base_model_version")
"""Entries of a file's metadata that tell what it is, as trainers write them."""
_INDEXES: Final = ("model_index.json", "modular_model_index.json")
_SCHEDULER: Final = "scheduler/scheduler_config.json"


@dataclass(frozen=True)
class Checkpoint:
    """What can be known of a checkpoint without reading its weights.

    Attributes:
        names: of the file or folder, and titles in its metadata.
        index: what a folder says of its pipeline; empty where there is no folder.
        tensors: the shapes of a single file's tensors by name, also without the prefixes that tools put before names.
        prediction: what it says that its network tells; None where it says nothing.
        zero_snr: whether it says that it was trained up to pure noise.
    """

    names: str
    index: Mapping[str, Any] = field(default_factory=dict, repr=False)
    tensors: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    prediction: Prediction | None = None
    zero_snr: bool = False

    @property
    def pipeline(self) -> str:
        """The class of diffusers that a folder names; "" where there is no folder."""
        return str(self.index.get("_class_name", ""))

    @property
    def scaled(self) -> bool:
        """Whether a single file's weights are numbers of 8 bits or fewer with scales beside them."""
        return any(name.endswith(_SCALED) for name in self.tensors)

    def has(self, beginnings: str) -> bool:
        """Whether the name of one of its tensors begins like one of these, which "|" parts."""
        return any(name.startswith(tuple(beginnings.split("|"))) for name in self.tensors)

    def _has_shape(self, names: str, shape: tuple[int, ...]) -> bool:
        """Whether it has a tensor of one of these names, which "|" parts, and of this shape; -1 is any number."""
        return any(
            len(found) == len(shape) and all(wanted in (-1, size) for wanted, size in zip(shape, found, strict=True))
            for name in names.split("|")
            if (found := self.tensors.get(name)) is not None
        )

    def family(self, folder: Path = FAMILIES) -> CheckpointFamily | None:
        """The family that fits best: the most special one, then the one whose name was found at greater length."""
        fitting = [
            (depth(family, folder), length, family)
            for family in (get_family(name, folder) for name in family_names(folder))
            if (length := self._fits(family)) is not None
        ]
        return max(fitting, key=lambda each: each[:2])[2] if fitting else None

    def _fits(self, family: CheckpointFamily) -> int | None:
        """How many letters of the names speak for a family; None where something speaks against it."""
        found = re.search(family.named, self.names, re.IGNORECASE) if family.named else None
        if family.prediction not in (None, self.prediction or Prediction.NOISE):
            return None
        if self.tensors:
            fits = (
                all(map(self.has, family.tensors))
                and not any(map(self.has, family.without))
                and all(starmap(self._has_shape, family.shapes.items()))
            )
            by_name = bool(family.named) and not family.told_by_tensors
        elif self.pipeline:
            fits = self.pipeline in family.pipelines
            by_name = bool(family.named)
        else:
            # A name on the hub alone: nothing but the name can tell.
            fits, by_name = True, True
        if not fits or (by_name and not found):
            return None
        return len(found[0]) if found else 0


def look_at(source: str, *, ask_hub: bool = False) -> Checkpoint:
    """What can be known of a single file, of a folder, or of a checkpoint on the hub.

    Args:
        ask_hub: fetches the small configuration files of a checkpoint on the hub; without, its name alone is known.

    Raises:
        ValueError: the file is no .safetensors file, or the folder no checkpoint in the layout of diffusers. The hub
            raises much else.
    """
    path = Path(source).expanduser()
    if path.is_file():
        return _look_at_file(path)
    if path.is_dir():
        return _look_at_folder(path)
    return _look_at_hub(source) if ask_hub else Checkpoint(source, prediction=_by_name(source))


def recognise(checkpoint: Checkpoint, named: str = "") -> CheckpointFamily | None:
    """The family that somebody named, else the one that a checkpoint fits best; None where it fits none.

    Raises:
        UnknownFamilyError: there is none of that name.
        ValueError: it is no checkpoint that paints from words.
    """
    if what := stranger(checkpoint.tensors):
        raise ValueError(f"it is {what}")
    return get_family(named) if named else checkpoint.family()


@lru_cache(maxsize=8)
def _look_at_hub(source: str) -> Checkpoint:
    from huggingface_hub import snapshot_download

    folder = snapshot_download(source, allow_patterns=[*_INDEXES, _SCHEDULER])
    found = _look_at_folder(Path(folder))
    return replace(found, names=f"{source} {found.names}")


def _look_at_file(path: Path) -> Checkpoint:
    header = read_header(path)
    metadata = header.pop("__metadata__", {})
    names = _joined(path.stem, (metadata.get(title) for title in _TITLES))
    says = str(metadata.get("modelspec.prediction_type", "")).lower()
    marked = _PREDICTS_VELOCITY in header or says.startswith("v")
    return Checkpoint(
        names,
        tensors={
            name.removeprefix(prefix): tuple(tensor["shape"])
            for prefix in ("", *PREFIXES)
            for name, tensor in header.items()
        },
        prediction=Prediction.VELOCITY if marked else Prediction.NOISE if says else _by_name(names),
        zero_snr=_REACHES_NOISE in header,
    )


def _look_at_folder(path: Path) -> Checkpoint:
    index = next((found for name in _INDEXES if (found := _read_json(path / name))), None)
    if index is None:
        raise ValueError("it has no model_index.json")
    scheduler = _read_json(path / _SCHEDULER)
    says = scheduler.get("prediction_type")
    # A folder that the hub's own library keeps is called after a commit; its checkpoint's name is farther up.
    kept = (part for part in path.resolve().parts if part.startswith("models--"))
    names = _joined(path.resolve().name, (*kept, index.get("_name_or_path")))
    return Checkpoint(
        names,
        index=index,
        prediction=Prediction(says) if says in tuple(Prediction) else None,
        zero_snr=bool(scheduler.get("rescale_betas_zero_snr")),
    )


def _by_name(names: str) -> Prediction | None:
    return Prediction.VELOCITY if _VELOCITY_NAME.search(names) else None


def _joined(name: str, more: Iterable[Any]) -> str:
    return " ".join([name, *(str(each) for each in more if each)])


def _read_json(path: Path) -> Mapping[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def read_header(path: Path) -> dict[str, Any]:
    """The header of a .safetensors file: what it says of its tensors, by name.

    Raises:
        ValueError: it is no such file.
    """
    with path.open("rb") as file:
        start = file.read(8)
        size = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
        try:
            header: dict[str, Any] = json.loads(file.read(size) if size <= _LARGEST_HEADER else b"")
            {tuple(tensor["shape"]) for name, tensor in header.items() if name != "__metadata__"}
        except (ValueError, TypeError, KeyError, AttributeError):
            others = (what for beginning, what in _OTHER_FILES.items() if start.startswith(beginning))
            raise ValueError(next(others, "it is no .safetensors file")) from None
    return header
