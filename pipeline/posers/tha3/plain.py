"""The plain road: the five networks in their published order, one pose at a time.

It is what the fast road is measured against, and what parity with the published code is shown on.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.posers.tha3.networks import (
    EYEBROW_POSE,
    FACE_POSE,
    ROTATION_POSE,
    Combined,
    Decomposed,
    Edited,
    MorphedFace,
    Rotated,
)
from pipeline.posers.tha3.weights import Networks

EYEBROW_REGION = (slice(64, 192), slice(192, 320))
"""Rows and columns of the aligned picture that the brow networks see."""
FACE_REGION = (slice(32, 224), slice(160, 352))
"""Rows and columns of the aligned picture that the face morpher sees."""
EYEBROW_IN_FACE = (slice(32, 160), slice(32, 160))
"""Rows and columns of the brow region within the face region."""


@dataclass(frozen=True)
class Stages:
    """What every network answered for one pose."""

    eyebrow_decomposer: Decomposed
    eyebrow_morphing_combiner: Combined
    face_morpher: MorphedFace
    two_algo_face_body_rotator: Rotated
    editor: Edited


def decompose(networks: Networks, image: Tensor) -> Decomposed:
    """The brow layers of an aligned picture [1, 4, 512, 512]: done once for a character."""
    decomposed: Decomposed = networks.eyebrow_decomposer(image[(..., *EYEBROW_REGION)])
    return decomposed


def paste_face(image: Tensor, face: Tensor) -> Tensor:
    """The picture with its face region replaced."""
    out = image.clone()
    out[(..., *FACE_REGION)] = face
    return out


def half(image: Tensor) -> Tensor:
    """512 px -> 256 px, the mean of each 2x2 pixels."""
    return functional.interpolate(image, scale_factor=0.5, mode="bilinear", align_corners=False)


def double(image: Tensor) -> Tensor:
    """256 px -> 512 px, bilinear. Grid changes keep their values: they are in units of half the picture."""
    return functional.interpolate(image, scale_factor=2.0, mode="bilinear", align_corners=False)


@torch.inference_mode()
def run_stages(networks: Networks, image: Tensor, pose: Tensor, decomposed: Decomposed | None = None) -> Stages:
    """Every stage for an aligned picture [1, 4, 512, 512] and one pose [1, 45]."""
    decomposed = decomposed or decompose(networks, image)
    combined = networks.eyebrow_morphing_combiner(
        decomposed.background_layer, decomposed.eyebrow_layer, pose[:, EYEBROW_POSE]
    )
    face = image[(..., *FACE_REGION)].clone()
    face[(..., *EYEBROW_IN_FACE)] = combined.eyebrow_image_no_combine_alpha
    morphed = networks.face_morpher(face, pose[:, FACE_POSE])
    figure = paste_face(image, morphed.output_image)
    rotated = networks.two_algo_face_body_rotator(half(figure), pose[:, ROTATION_POSE])
    edited = networks.editor(figure, double(rotated.warped), double(rotated.grid_change), pose[:, ROTATION_POSE])
    return Stages(decomposed, combined, morphed, rotated, edited)
