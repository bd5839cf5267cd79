"""Pictures between files and networks.

The networks see [N, 4, H, W] float in -1..1: linear-light RGB, not premultiplied, and alpha. Source of the formulas:
the sRGB standard (IEC 61966-2-1) and the published code's conversion.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from pipeline.types import Frames

_LEVELS = np.arange(256) / 255.0
_TO_LINEAR = np.where(_LEVELS <= 0.04045, _LEVELS / 12.92, ((_LEVELS + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_network(picture: npt.NDArray[np.uint8]) -> Tensor:
    """An RGBA picture, uint8 [H, W, 4], straight alpha -> [1, 4, H, W]; wholly transparent pixels become black."""
    planes = np.empty(picture.shape, np.float32)
    planes[..., :3] = _TO_LINEAR[picture[..., :3]]
    planes[..., 3] = picture[..., 3] / np.float32(255)
    planes[picture[..., 3] == 0] = 0
    return torch.from_numpy(np.ascontiguousarray((planes * 2 - 1).transpose(2, 0, 1)))[None]


def from_network(images: Tensor) -> Frames:
    """[N, 4, H, W] -> uint8 [N, H, W, 4], sRGB, straight alpha."""
    values = ((images.float() + 1) / 2).clamp_(0, 1)
    colour, alpha = values[:, :3], values[:, 3:]
    colour = torch.where(colour <= 0.003130804953560372, colour * 12.92, 1.055 * colour ** (1 / 2.4) - 0.055)
    levels = torch.cat([colour, alpha], dim=1).mul_(255).round_().to(torch.uint8)
    return levels.permute(0, 2, 3, 1).contiguous().numpy(force=True)
