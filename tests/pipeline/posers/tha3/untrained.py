"""Networks of the official shapes that nobody trained: every step runs, without any download."""

from __future__ import annotations

import numpy as np
import torch
from PIL import Image, ImageDraw

from pipeline.posers.tha3.layers import Variant
from pipeline.posers.tha3.weights import Networks
from pipeline.types import Pixels


def untrained_networks() -> Networks:
    """Always the same ones; they warp gently, as trained ones do."""
    torch.manual_seed(5)
    networks = Networks.empty(Variant.SEPARABLE)
    for module in networks.by_name().values():
        for name, weight in module.named_parameters():
            if "grid_change" in name:
                weight.mul_(0.02)
    return networks


def simple_figure() -> Pixels:
    """An aligned picture of a few flat shapes, uint8 [512, 512, 4]."""
    image = Image.new("RGBA", (512, 512))
    draw = ImageDraw.Draw(image)
    draw.rectangle((150, 210, 362, 511), fill=(60, 80, 160, 255))
    draw.ellipse((180, 50, 332, 220), fill=(250, 225, 205, 255))
    draw.ellipse((215, 120, 240, 150), fill=(40, 40, 90, 255))
    draw.ellipse((272, 120, 297, 150), fill=(40, 40, 90, 255))
    return np.asarray(image)
