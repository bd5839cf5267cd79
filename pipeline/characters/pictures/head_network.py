"""A small network of our own that finds the head of a drawn figure.

It is trained by ``training/train_head_finder.py`` on characters that our rig draws, so its weights are ours.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.characters.pictures.align import Head
from pipeline.types import Frames

INPUT: Final = 128
"""Pixels: the figure is fitted into a square of this size."""
GRID: Final = 32
WEIGHTS: Final = Path(__file__).with_name("head_finder.safetensors")

USUAL_SIDE: Final = 40.0
"""Pixels of the input; sides are learnt as the logarithm of their ratio to this."""
USUAL_ANGLE: Final = 30.0
"""Degrees; angles are learnt as multiples of this."""
_GREY: Final = 128.0
_SECOND_HEAD: Final = 0.5
"""How sure the network must be of a further head."""


def _block(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class HeadNetwork(nn.Module):
    """[N, 4, 128, 128] -> [N, 5, 32, 32]: a logit for "the head's centre is in this cell", its place in the cell
    (x, y), the logarithm of its side, and its angle."""

    def __init__(self) -> None:
        super().__init__()
        self.half_size = _block(4, 16, 2)
        self.quarter_size = nn.Sequential(_block(16, 32, 2), _block(32, 32))
        self.eighth_size = nn.Sequential(_block(32, 64, 2), _block(64, 64))
        self.sixteenth_size = nn.Sequential(_block(64, 96, 2), _block(96, 96), _block(96, 96))
        self.up_eighth = _block(96 + 64, 64)
        self.up_quarter = _block(64 + 32, 48)
        self.answer = nn.Conv2d(48, 5, 1)

    def forward(self, x: Tensor) -> Tensor:
        quarter = self.quarter_size(self.half_size(x))
        eighth = self.eighth_size(quarter)
        deep = self.sixteenth_size(eighth)
        deep = self.up_eighth(torch.cat([functional.interpolate(deep, scale_factor=2.0), eighth], dim=1))
        deep = self.up_quarter(torch.cat([functional.interpolate(deep, scale_factor=2.0), quarter], dim=1))
        out: Tensor = self.answer(deep)
        return out


def fit(figure: Frames) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float64]]:
    """The figure's own bounds fitted into the input: float32 [4, 128, 128] in -1..1 over grey, and the matrix
    [2, 3] from picture to input.

    Raises:
        ValueError: the picture is empty.
    """
    seen = np.argwhere(figure[..., 3] > 24)
    if not len(seen):
        raise ValueError("an empty picture has no head")
    (top, left), (bottom, right) = seen.min(axis=0), seen.max(axis=0) + 1
    # A figure that is taller than wide keeps its upper part: heads are there.
    side = max(right - left, min(bottom - top, 1.6 * (right - left))) * 1.08
    scale = INPUT / side
    shift_x = INPUT / 2 - scale * (left + right) / 2
    shift_y = INPUT * 0.04 - scale * top
    matrix = np.array([[scale, 0, shift_x], [0, scale, shift_y]])
    pixels = figure.astype(np.float32)
    pixels[..., :3] = (pixels[..., :3] - _GREY) * (pixels[..., 3:] / 255)
    if scale < 0.6:
        height, width = figure.shape[:2]
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        small = matrix.copy()
        small[:, :2] /= scale
        moved = cv2.warpAffine(pixels, small, (INPUT, INPUT), flags=cv2.INTER_LINEAR)
    else:
        moved = cv2.warpAffine(pixels, matrix, (INPUT, INPUT), flags=cv2.INTER_LINEAR)
    planes = np.dstack([moved[..., :3] / 128, moved[..., 3] / 127.5 - 1])
    return np.ascontiguousarray(planes.transpose(2, 0, 1), np.float32), matrix


def load_network(path: Path = WEIGHTS) -> HeadNetwork:
    """The trained network."""
    from safetensors.torch import load_file

    network = HeadNetwork().eval().requires_grad_(False)
    # Counters of batches are not stored.
    network.load_state_dict({name: weight.float() for name, weight in load_file(path).items()}, strict=False)
    return network


@torch.inference_mode()
def find_heads(network: HeadNetwork, figure: Frames) -> list[tuple[Head, float]]:
    """The heads of a cut-out picture, uint8 [H, W, 4], in its pixels, and how sure the network is of each, 0..1; the
    surest one first, and at least one.

    Raises:
        ValueError: the picture is empty.
    """
    planes, matrix = fit(figure)
    answer = network(torch.from_numpy(planes)[None])[0]
    heat = answer[0].sigmoid()
    found: list[tuple[Head, float]] = []
    for cell in heat.flatten().argsort(descending=True)[:40].tolist():
        row, column = divmod(cell, GRID)
        sure = float(heat[row, column])
        if found and sure < _SECOND_HEAD:
            break
        head = _read(answer, row, column, matrix)
        if all(math.hypot(head.x - other.x, head.y - other.y) > 0.7 * other.side for other, _ in found):
            found.append((head, sure))
    return found


def _read(answer: Tensor, row: int, column: int, matrix: npt.NDArray[np.float64]) -> Head:
    """The head that a cell and those around it, voting, tell of."""
    rows = slice(max(0, row - 1), row + 2)
    columns = slice(max(0, column - 1), column + 2)
    vote = answer[0, rows, columns].flatten().softmax(0)
    values = (answer[1:, rows, columns].flatten(1) * vote).sum(1)
    ys, xs = torch.meshgrid(
        torch.arange(rows.start, min(GRID, rows.stop)),
        torch.arange(columns.start, min(GRID, columns.stop)),
        indexing="ij",
    )
    cell = INPUT / GRID
    x = float(((xs.flatten() + 0.5) * vote).sum() + values[0]) * cell
    y = float(((ys.flatten() + 0.5) * vote).sum() + values[1]) * cell
    scale = float(matrix[0, 0])
    side = USUAL_SIDE * math.exp(float(values[2]))
    return Head((x - matrix[0, 2]) / scale, (y - matrix[1, 2]) / scale, side / scale, USUAL_ANGLE * float(values[3]))
