"""A family of checkpoints: how it is recognised, addressed and sampled; one TOML file each."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, Final

from pipeline.characters.diffused.errors import UnknownFamilyError
from pipeline.characters.diffused.samplers import Sampler
from pipeline.types import Precision, Prediction

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FAMILIES: Final = Path(__file__).parent / "data"
"""The folder of family files."""
PLACES: Final = frozenset({"subject", "figure", "prompt", "setting", "rating", "quality"})
"""What a template may name."""


@dataclass(frozen=True)
class CheckpointFamily:
    """Checkpoints that are recognised alike and want the same words and the same sampling.

    Attributes:
        name: the file's name without its ending, as in ``ANIMEMOJI_SD_FAMILY``.
        title: for people.
        base: the family that it is a kind of and whose values it has wherever its own file is silent; "" for none.
        source: where the values come from.
        licence: of the checkpoint at ``source``.
        hosting: what that licence asks of somebody who runs a bot.
        pipelines: classes of diffusers whose folders belong to it; the first one paints.
        tensors: beginnings of tensor names, all of which a single file has; "|" stands between those of its layouts.
        without: beginnings of tensor names, none of which a single file has.
        shapes: shapes of tensors in a single file, by names with "|" between those of its layouts; -1 is any number.
        named: a regular expression for names and metadata of its checkpoints, which sets them apart from those of the
            base; "" where the tensors do that alone.
        told_by_tensors: whether ``tensors``, ``without`` or ``shapes`` are its own, and not its base's.
        parts: networks of the pipeline by their beginnings of tensor names in a single file.
        elsewhere: further networks, which single files lack or hold in a layout that diffusers does not read.
        piecewise: whether each network of a single file is read by itself, as diffusers reads no such file whole.
        optional: those of ``parts`` that a picture can be painted without.
        config: the hub id of a folder that has what single files lack.
        template: the prompt, with the places in ``PLACES``.
        girl, boy, somebody: the subject where the prompt says the one, the other or neither.
        quality: words that ask for good pictures.
        rating: words for a picture that everybody may see.
        unrated: words for what must never be seen; they always stand in the negative prompt.
        negative: words for poor pictures.
        resolutions: width and height in pixels of the pictures that it was trained on, the usual one first.
        sampler: how noise becomes a picture; a scheduler "" keeps the checkpoint's own.
        guidance_name: the argument of the pipeline that takes the guidance scale.
        arguments: further arguments of the pipeline.
        clip_skip: which layer of CLIP, counted from its end, is read.
        prediction: what the network tells; None where that differs from checkpoint to checkpoint.
        zero_snr: whether those that predict velocity were trained up to pure noise.
        precision: numbers that it works in on a GPU.
    """

    name: str
    title: str
    source: str
    licence: str
    hosting: str
    pipelines: tuple[str, ...]
    parts: Mapping[str, str]
    template: str
    resolutions: tuple[tuple[int, int], ...]
    sampler: Sampler
    base: str = ""
    tensors: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    shapes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    named: str = ""
    told_by_tensors: bool = False
    elsewhere: tuple[str, ...] = ()
    piecewise: bool = False
    optional: tuple[str, ...] = ()
    config: str = ""
    girl: str = "1girl"
    boy: str = "1boy"
    somebody: str = ""
    quality: str = ""
    rating: str = "safe"
    unrated: str = "nsfw, explicit"
    negative: str = ""
    guidance_name: str = "guidance_scale"
    arguments: Mapping[str, Any] = field(default_factory=dict)
    clip_skip: int = 1
    prediction: Prediction | None = None
    zero_snr: bool = False
    precision: Precision = Precision.FP16

    @property
    def network(self) -> str:
        """Which of the parts takes the noise away."""
        return "unet" if "unet" in self.parts else "transformer"


def family_names(folder: Path = FAMILIES) -> tuple[str, ...]:
    """The names of all families."""
    return tuple(path.stem for path in sorted(folder.glob("*.toml")))


def get_family(name: str, folder: Path = FAMILIES) -> CheckpointFamily:
    """The family of a name.

    Raises:
        UnknownFamilyError: there is none.
        ValueError: its file cannot be used.
    """
    names = family_names(folder)
    if name not in names:
        raise UnknownFamilyError(name=name, names=", ".join(names))
    return _read_family(name, folder)


def depth(family: CheckpointFamily, folder: Path = FAMILIES) -> int:
    """How many bases a family stands on."""
    return 1 + depth(get_family(family.base, folder), folder) if family.base else 0


@lru_cache(maxsize=256)
def _read_family(name: str, folder: Path) -> CheckpointFamily:
    data = _with_base(name, folder)
    told = {key: data.pop(key) for key in ("scheduler", "scheduler_options", "steps", "guidance") if key in data}
    if unknown := set(data) - {each.name for each in fields(CheckpointFamily)}:
        raise ValueError(f"{name}.toml: unknown: {', '.join(sorted(unknown))}")
    places = {place for _, place, _, _ in Formatter().parse(data["template"]) if place is not None}
    if "prompt" not in places or places - PLACES:
        raise ValueError(f"{name}.toml: its template needs {{prompt}} and may have {', '.join(sorted(PLACES))}")
    return CheckpointFamily(
        **{key: _frozen(key, value) for key, value in data.items()},
        sampler=Sampler(told["steps"], told["guidance"], told.get("scheduler", ""), told.get("scheduler_options", {})),
    )


def _with_base(name: str, folder: Path) -> dict[str, Any]:
    """What a family's file says, with its base's values where it is silent."""
    own: dict[str, Any] = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    # What sets a base apart does not set its kinds apart.
    base = {**_with_base(own["base"], folder), "named": ""} if own.get("base") else {}
    return {**base, **own, "name": name, "told_by_tensors": bool({"tensors", "without", "shapes"} & set(own))}


def _frozen(key: str, value: Any) -> Any:
    if key == "resolutions":
        return tuple((width, height) for width, height in value)
    if key == "shapes":
        return {names: tuple(shape) for names, shape in value.items()}
    if key == "prediction":
        return Prediction(value)
    if key == "precision":
        return Precision(value)
    return tuple(value) if isinstance(value, list) else value
