"""The official weights: found where a person fetched them, checked, and kept as safetensors.

They are by Pramook Khungurn, licence CC BY 4.0. Only the data files of the package that carries them are read.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import torch
from torch import Tensor, nn
from typing_extensions import Self

from pipeline.posers.tha3.layers import Variant
from pipeline.posers.tha3.networks import (
    Editor,
    EyebrowDecomposer,
    EyebrowMorphingCombiner,
    FaceBodyRotator,
    FaceMorpher,
)

StateDict = Mapping[str, Tensor]


class NetworkSet:
    """Networks that are published together: the base of a dataclass whose fields are named as the published files."""

    def by_name(self) -> dict[str, nn.Module]:
        """The networks by their published file names, in the order they run."""
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]

    def for_inference(self) -> Self:
        """The same networks, never to be trained."""
        for module in self.by_name().values():
            module.eval().requires_grad_(False)
        return self

    def load(self, state_dicts: Mapping[str, StateDict]) -> Self:
        """The same networks with these weights, by file name.

        Raises:
            RuntimeError: a weight is missing, unknown or of another shape.
        """
        for name, module in self.by_name().items():
            module.load_state_dict(_with_body(state_dicts[name]) if name == "face_morpher" else state_dicts[name])
        return self


@dataclass(frozen=True)
class Networks(NetworkSet):
    """The five networks of one variant."""

    eyebrow_decomposer: EyebrowDecomposer
    eyebrow_morphing_combiner: EyebrowMorphingCombiner
    face_morpher: FaceMorpher
    two_algo_face_body_rotator: FaceBodyRotator
    editor: Editor

    @classmethod
    def empty(cls, variant: Variant) -> Networks:
        """Networks with untrained weights, for inference."""
        return cls(
            EyebrowDecomposer(variant),
            EyebrowMorphingCombiner(variant),
            FaceMorpher(variant),
            FaceBodyRotator(variant),
            Editor(variant),
        ).for_inference()


def _with_body(state_dict: StateDict) -> StateDict:
    """The standard face morpher was published without the prefix that all other encoder-decoders have."""
    return {f"body.{k}" if "_blocks." in k and not k.startswith("body.") else k: v for k, v in state_dict.items()}


def variant_of(state_dict: StateDict) -> Variant:
    """Which variant these weights (of any of the five networks) belong to."""
    depthwise = any(k.endswith("downsample_blocks.1.0.weight") and v.shape[1] == 1 for k, v in state_dict.items())
    return Variant.SEPARABLE if depthwise else Variant.STANDARD


def load_networks(folder: Path, dtype: torch.dtype = torch.float32) -> Networks:
    """The networks whose five files (``NAME.safetensors`` or the published ``NAME.pt``) lie in ``folder``.

    Half-precision files are converted to ``dtype``.

    Raises:
        FileNotFoundError: one of the five is missing.
    """
    names = [field.name for field in fields(Networks)]
    state_dicts = {name: read_weights(folder, name) for name in names}
    networks = Networks.empty(variant_of(state_dicts["editor"])).load(state_dicts)
    for module in networks.by_name().values():
        module.to(dtype)
    return networks


def read_weights(folder: Path, name: str) -> StateDict:
    """The weights in ``NAME.safetensors`` or else in the published ``NAME.pt``; no code in the latter is run."""
    converted = folder / f"{name}.safetensors"
    if converted.exists():
        from safetensors.torch import load_file

        return load_file(converted)
    state_dict: StateDict = torch.load(folder / f"{name}.pt", map_location="cpu", weights_only=True)
    return state_dict


def convert(source: Path, target: Path) -> None:
    """Write the five published ``.pt`` files of ``source`` as safetensors into the new folder ``target``."""
    from safetensors.torch import save_file

    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as unfinished:
        for field in fields(Networks):
            weights = {key: value.contiguous() for key, value in read_weights(source, field.name).items()}
            save_file(weights, Path(unfinished) / f"{field.name}.safetensors")
        with contextlib.suppress(OSError):  # another process may have been faster
            Path(unfinished).rename(target)
            Path(unfinished).mkdir()
