"""The two networks that Talking Head Anime 4 has of its own. Brows and face are those of version 3, trained anew.

All pictures are [N, 4, H, W] in -1..1: linear-light RGB, premultiplied, and alpha.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from pipeline.posers.tha3.layers import blend, warp
from pipeline.posers.tha4.unet import UNet, UNetShape

_POSE = 6
_OUTPUTS = 7
"""Of either U-Net: a picture painted anew (4), a grid change (2), the logit of the share of the former (1)."""


@dataclass(frozen=True)
class Moved:
    """What body morpher and upscaler return."""

    merged: Tensor
    alpha: Tensor
    warped: Tensor
    grid_change: Tensor
    direct: Tensor


def _moved(image: Tensor, output: Tensor) -> Moved:
    direct, grid_change, alpha = output[:, :4], output[:, 4:6], torch.sigmoid(output[:, 6:])
    warped = warp(image, grid_change)
    return Moved(blend(alpha, direct, warped), alpha, warped, grid_change, direct)


class BodyMorpher(nn.Module):
    """The 256-px figure and 6 pose entries -> the figure turned."""

    def __init__(self) -> None:
        super().__init__()
        self.body = UNet(UNetShape(4, _OUTPUTS, _POSE, (64, 128, 256, 256, 256)))

    def forward(self, image: Tensor, pose: Tensor) -> Moved:
        return _moved(image, self.body(image, pose))


class Upscaler(nn.Module):
    """The 512-px figure, the body morpher's result enlarged, and 6 pose entries -> the finished 512-px picture."""

    def __init__(self) -> None:
        super().__init__()
        widths = (32, 64, 128, 256, 256, 256)
        self.body = UNet(UNetShape(4, _OUTPUTS, _POSE, widths))
        self.coarse_image_conv = nn.Conv2d(4 + 4 + 2, widths[0], 3, padding=1)

    def forward(self, image: Tensor, coarse: Tensor, coarse_grid_change: Tensor, pose: Tensor) -> Moved:
        known = torch.cat([coarse, warp(image, coarse_grid_change), coarse_grid_change], dim=1)
        return _moved(image, self.body(image, pose, self.coarse_image_conv(known)))
