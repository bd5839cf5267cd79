"""Whether the eyes of a drawn face are open: a tiny network of our own looks at each of them.

It is trained by ``training/train_eye_network.py`` on eyes that our rig draws, so its weights are ours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
from torch import Tensor, nn

from pipeline.characters.pictures.align import Head
from pipeline.characters.pictures.weights import load_weights
from pipeline.types import Float32Array, Frames, Pixels

Point = tuple[float, float]

INPUT: Final = 32
"""Pixels of the square that the network sees."""
REACH: Final = 0.36
"""Its side, in sides of the head's box: an eye takes some two thirds of it."""
WEIGHTS: Final = Path(__file__).with_name("eyes.safetensors")
_CLOSED: Final = 0.5
_GREY: Final = 200.0


class EyeNetwork(nn.Module):
    """[N, 3, 32, 32] -> [N]: a logit for "this eye is open"."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for inputs, outputs in ((3, 16), (16, 32), (32, 48)):
            layers += [nn.Conv2d(inputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()]
            layers += [nn.MaxPool2d(2)]
        self.features = nn.Sequential(*layers)
        self.answer = nn.Linear(48 * 16, 1)  # its name is a key of the weights file

    def forward(self, x: Tensor) -> Tensor:
        """Logits, float32 [N], of patches, float32 [N, 3, 32, 32] in -1..1."""
        out: Tensor = self.answer(self.features(x).flatten(1))[:, 0]
        return out


def eyes_are_closed(figure: Frames, head: Head, eyes: Sequence[Point]) -> bool:
    """Whether all eyes of a cut-out figure, uint8 [H, W, 4], are closed; ``eyes`` are their middles."""
    return bool(eyes) and max(openness(figure, head, eyes)) < _CLOSED


@torch.inference_mode()
def openness(figure: Frames, head: Head, eyes: Sequence[Point]) -> list[float]:
    """How sure the network is that each eye is open, 0..1; arguments as for ``eyes_are_closed``."""
    patches = np.stack([as_planes(patch(figure, eye, head.side, head.angle)) for eye in eyes])
    opened: list[float] = _network()(torch.from_numpy(patches)).sigmoid().tolist()
    return opened


def patch(figure: Frames, eye: Point, side: float, angle: float = 0.0) -> Pixels:
    """The upright square around an eye on grey, uint8 [32, 32, 3]. ``side``, ``angle``: of the head's box."""
    scale = INPUT / (REACH * side)
    turn = math.radians(-angle)
    cosine, sine = scale * math.cos(turn), scale * math.sin(turn)
    (x, y), half = eye, INPUT / 2 - 0.5
    matrix = np.array([[cosine, -sine, half - cosine * x + sine * y], [sine, cosine, half - sine * x - cosine * y]])
    reach = math.ceil(REACH * side) + 2
    left, top = max(0, round(x) - reach), max(0, round(y) - reach)
    near = figure[top : round(y) + reach, left : round(x) + reach].astype(np.float32)
    if not near.size:
        return np.full((INPUT, INPUT, 3), _GREY, np.uint8)
    share = near[..., 3:] / 255
    pixels = near[..., :3] * share + _GREY * (1 - share)
    matrix[:, 2] += matrix[:, :2] @ np.array([left, top])
    if scale < 0.6:
        pixels = cv2.GaussianBlur(pixels, (0, 0), 0.4 / scale)
    moved = cv2.warpAffine(pixels, matrix, (INPUT, INPUT), flags=cv2.INTER_LINEAR, borderValue=(_GREY,) * 3)
    return np.asarray(np.rint(moved.clip(0, 255)), np.uint8)


def as_planes(pixels: Pixels) -> Float32Array:
    """Pixels [32, 32, 3] as the network takes them: float32 [3, 32, 32] in -1..1."""
    return np.ascontiguousarray((pixels.astype(np.float32) / 127.5 - 1).transpose(2, 0, 1))


def load_network(path: Path = WEIGHTS) -> EyeNetwork:
    """The trained network."""
    return load_weights(EyeNetwork(), path)


@lru_cache(maxsize=1)
def _network() -> EyeNetwork:
    return load_network()
