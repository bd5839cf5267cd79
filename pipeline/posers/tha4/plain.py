"""The five networks in their published order, one pose at a time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import torch
from torch import Tensor

from pipeline.posers.tha3.layers import Variant
from pipeline.posers.tha3.networks import (
    EYEBROW_POSE,
    FACE_POSE,
    ROTATION_POSE,
    Combined,
    Decomposed,
    EyebrowDecomposer,
    EyebrowMorphingCombiner,
    FaceMorpher,
    MorphedFace,
)
from pipeline.posers.tha3.plain import EYEBROW_IN_FACE, EYEBROW_REGION, FACE_REGION, double, half, paste_face
from pipeline.posers.tha3.weights import NetworkSet, read_weights
from pipeline.posers.tha4.networks import BodyMorpher, Moved, Upscaler


@dataclass(frozen=True)
class Networks(NetworkSet):
    """The five networks."""

    eyebrow_decomposer: EyebrowDecomposer
    eyebrow_morphing_combiner: EyebrowMorphingCombiner
    face_morpher: FaceMorpher
    body_morpher: BodyMorpher
    upscaler: Upscaler

    @classmethod
    def empty(cls) -> Networks:
        """Networks with untrained weights, for inference."""
        return cls(
            EyebrowDecomposer(Variant.STANDARD),
            EyebrowMorphingCombiner(Variant.STANDARD),
            FaceMorpher(Variant.STANDARD),
            BodyMorpher(),
            Upscaler(),
        ).for_inference()


def load_networks(folder: Path) -> Networks:
    """The networks whose five files (``NAME.safetensors`` or the published ``NAME.pt``) lie in ``folder``.

    Raises:
        FileNotFoundError: one of the five is missing.
        RuntimeError: a file holds other weights.
    """
    return Networks.empty().load({field.name: read_weights(folder, field.name) for field in fields(Networks)})


@dataclass(frozen=True)
class Stages:
    """What every network returned for one pose."""

    eyebrow_decomposer: Decomposed
    eyebrow_morphing_combiner: Combined
    face_morpher: MorphedFace
    face_morphed_full: Tensor
    body_morpher: Moved
    upscaler: Moved | None

    @property
    def picture(self) -> Tensor:
        """The finished picture: [1, 4, 512, 512], or [1, 4, 256, 256] where the upscaler was not asked."""
        return self.body_morpher.merged if self.upscaler is None else self.upscaler.merged


@torch.inference_mode()
def decompose(networks: Networks, image: Tensor) -> Decomposed:
    """The brow layers of an aligned picture [1, 4, 512, 512]: done once for a character."""
    decomposed: Decomposed = networks.eyebrow_decomposer(image[(..., *EYEBROW_REGION)])
    return decomposed


@torch.inference_mode()
def run_stages(
    networks: Networks, image: Tensor, pose: Tensor, decomposed: Decomposed | None = None, finish: bool = True
) -> Stages:
    """Every stage for an aligned picture [1, 4, 512, 512] and one pose [1, 45].

    ``finish``: whether the upscaler, which takes two thirds of the time, is asked; 256 pixels do without it.
    """
    decomposed = decomposed or decompose(networks, image)
    combined = networks.eyebrow_morphing_combiner(
        decomposed.background_layer, decomposed.eyebrow_layer, pose[:, EYEBROW_POSE]
    )
    face = image[(..., *FACE_REGION)].clone()
    face[(..., *EYEBROW_IN_FACE)] = combined.eyebrow_image_no_combine_alpha
    morphed = networks.face_morpher(face, pose[:, FACE_POSE])
    figure = paste_face(image, morphed.output_image)
    moved = networks.body_morpher(half(figure), pose[:, ROTATION_POSE])
    if not finish:
        return Stages(decomposed, combined, morphed, figure, moved, None)
    finished = networks.upscaler(figure, double(moved.merged), double(moved.grid_change), pose[:, ROTATION_POSE])
    return Stages(decomposed, combined, morphed, figure, moved, finished)
