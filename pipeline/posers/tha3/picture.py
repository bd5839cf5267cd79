"""Pictures between files and networks.

The networks see [N, 4, H, W] float in -1..1: linear-light RGB, not premultiplied, and alpha. Source of the formulas:
the sRGB standard (IEC 61966-2-1) and the published code's conversion. The way back is ``steps.to_levels``.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from pipeline.types import Pixels

_LEVELS = np.arange(256) / 255.0
_TO_LINEAR = np.where(_LEVELS <= 0.04045, _LEVELS / 12.92, ((_LEVELS + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_network(picture: Pixels, premultiplied: bool = False) -> Tensor:
    """An RGBA picture, uint8 [H, W, 4], straight alpha -> [1, 4, H, W]; wholly transparent pixels become black.

    ``premultiplied``: with colours multiplied by alpha in linear light, as version 4 of the networks wants them.
    """
    planes = np.empty(picture.shape, np.float32)
    planes[..., :3] = _TO_LINEAR[picture[..., :3]]
    planes[..., 3] = picture[..., 3] / np.float32(255)
    planes[picture[..., 3] == 0] = 0
    if premultiplied:
        planes[..., :3] *= planes[..., 3:]
    return torch.from_numpy(np.ascontiguousarray((planes * 2 - 1).transpose(2, 0, 1)))[None]
