"""The networks joined into the three steps that a fast road runs.

Each step is one module from plain tensors to plain tensors, so that any inference engine can take it whole.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from pipeline.posers.tha3.layers import warp
from pipeline.posers.tha3.networks import EYEBROW_POSE, FACE_POSE
from pipeline.posers.tha3.plain import EYEBROW_IN_FACE, FACE_REGION, double, half
from pipeline.posers.tha3.weights import Networks


class FaceStep(nn.Module):
    """Brow layers [N, 4, 128, 128], face [N, 4, 192, 192] and face pose [N, 39] -> the moved face [N, 4, 192, 192]."""

    def __init__(self, networks: Networks) -> None:
        super().__init__()
        self.combiner = networks.eyebrow_morphing_combiner
        self.morpher = networks.face_morpher

    def forward(self, background: Tensor, eyebrows: Tensor, face: Tensor, pose: Tensor) -> Tensor:
        brows = self.combiner(background, eyebrows, pose[:, EYEBROW_POSE]).eyebrow_image_no_combine_alpha
        rows, columns = EYEBROW_IN_FACE
        middle = torch.cat([face[:, :, rows, : columns.start], brows, face[:, :, rows, columns.stop :]], dim=3)
        whole = torch.cat([face[:, :, : rows.start], middle, face[:, :, rows.stop :]], dim=2)
        moved: Tensor = self.morpher(whole, pose[:, FACE_POSE]).output_image
        return moved


def wearing(figure: Tensor, face: Tensor) -> Tensor:
    """Figures [N, 4, 512, 512] with their face regions replaced by faces [N, 4, 192, 192]. Engines can trace it."""
    rows, columns = FACE_REGION
    middle = torch.cat([figure[:, :, rows, : columns.start], face, figure[:, :, rows, columns.stop :]], dim=3)
    return torch.cat([figure[:, :, : rows.start], middle, figure[:, :, rows.stop :]], dim=2)


class TurnStep(nn.Module):
    """Figure [N, 4, 512, 512], the face that it wears [N, 4, 192, 192] and rotation pose [N, 6] -> the turned figure at
    256 px, uint8 [N, 256, 256, 4].

    The rotator's warp is all that a 256-px picture can show; the editor is not asked.
    """

    def __init__(self, networks: Networks) -> None:
        super().__init__()
        self.rotator = networks.two_algo_face_body_rotator

    def forward(self, figure: Tensor, face: Tensor, pose: Tensor) -> Tensor:
        figure = wearing(figure, face)
        grid_change = self.rotator(half(figure), pose).grid_change
        return to_levels(half(warp(figure, double(grid_change))))


class FinishStep(nn.Module):
    """Figure, face and rotation pose as for ``TurnStep`` -> the finished picture, uint8 [N, 512, 512, 4]."""

    def __init__(self, networks: Networks) -> None:
        super().__init__()
        self.rotator = networks.two_algo_face_body_rotator
        self.editor = networks.editor

    def forward(self, figure: Tensor, face: Tensor, pose: Tensor) -> Tensor:
        figure = wearing(figure, face)
        turned = self.rotator(half(figure), pose)
        return to_levels(self.editor(figure, double(turned.warped), double(turned.grid_change), pose).color_changed)


def to_levels(images: Tensor) -> Tensor:
    """Network pictures [N, 4, H, W] in -1..1, linear light -> sRGB levels, uint8 [N, H, W, 4] (as picture.py)."""
    values = ((images + 1) / 2).clamp(0, 1)
    colour, alpha = values[:, :3], values[:, 3:]
    bright = 1.055 * colour.clamp(min=1e-6) ** (1 / 2.4) - 0.055
    encoded = torch.where(colour <= 0.003130804953560372, colour * 12.92, bright)
    return torch.cat([encoded, alpha], dim=1).mul(255).round().permute(0, 2, 3, 1).to(torch.uint8)
