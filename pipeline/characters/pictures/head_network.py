"""A small network of our own that finds the head of a drawn figure, its eyes and the hands around it.

It is trained by ``training/train_head_finder.py`` on characters that our rig draws, so its weights are ours. It looks
twice: at the whole figure, and then, upright and at a fixed size, at the head that it has found.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.characters.pictures.align import Head, transform_to
from pipeline.characters.pictures.weights import load_weights
from pipeline.types import BoolArray, Float32Array, FloatArray, Frames

INPUT: Final = 128
"""Pixels of the square that the network sees."""
GRID: Final = 32
CELL: Final = INPUT / GRID
LOOK: Final = Head(64.0, 62.0, 52.0)
"""Where the second look puts the head."""
WEIGHTS: Final = Path(__file__).with_name("head_finder.safetensors")

USUAL_SIDE: Final = 40.0
"""Pixels of the input; sides are learnt as the logarithm of their ratio to this."""
USUAL_ANGLE: Final = 30.0
"""Degrees; angles are learnt as multiples of this."""
_GREY: Final = 128.0
_PERHAPS, _A_HEAD = 0.2, 0.65
"""How sure the network must be of a further head at its first and at its second look."""
_AN_EYE: Final = 0.25
"""How sure it must be of an eye."""
HEAD, EYE, HAND = 0, 5, 6
"""Planes of the output; 1 to 4 say where in its cell the head is, how large and how far it leans."""


def _block(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class HeadNetwork(nn.Module):
    """[N, 4, 128, 128] -> [N, 7, 32, 32]: a logit for "the head's centre is in this cell", its place in the cell
    (x, y), the logarithm of its side, its angle; logits for "an eye" and "the palm of a hand".
    """

    def __init__(self) -> None:
        super().__init__()
        self.half_size = _block(4, 16, 2)
        self.quarter_size = nn.Sequential(_block(16, 32, 2), _block(32, 32))
        self.eighth_size = nn.Sequential(_block(32, 64, 2), _block(64, 64))
        self.sixteenth_size = nn.Sequential(_block(64, 96, 2), _block(96, 96), _block(96, 96))
        self.up_eighth = _block(96 + 64, 64)
        self.up_quarter = _block(64 + 32, 48)
        self.answer = nn.Conv2d(48, 7, 1)  # its name is a key of the weights file

    def forward(self, x: Tensor) -> Tensor:
        """Planes, float32 [N, 7, 32, 32], of pictures, float32 [N, 4, 128, 128] in -1..1."""
        quarter = self.quarter_size(self.half_size(x))
        eighth = self.eighth_size(quarter)
        deep = self.sixteenth_size(eighth)
        deep = self.up_eighth(torch.cat([functional.interpolate(deep, scale_factor=2.0), eighth], dim=1))
        deep = self.up_quarter(torch.cat([functional.interpolate(deep, scale_factor=2.0), quarter], dim=1))
        out: Tensor = self.answer(deep)
        return out


def fit(figure: Frames) -> tuple[Float32Array, FloatArray]:
    """The figure's own bounds fitted into the input: float32 [4, 128, 128] in -1..1 over grey, and the matrix
    [2, 3] from picture to input.

    Raises:
        ValueError: the picture is empty.
    """
    matrix = fit_matrix(figure[..., 3] > 24)
    if matrix is None:
        raise ValueError("an empty picture has no head")
    return _through(figure, matrix), matrix


def fit_matrix(shown: BoolArray) -> FloatArray | None:
    """The matrix [2, 3] that fits what is shown [H, W] into the input; None where nothing is."""
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    if not len(rows):
        return None
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    # A figure that is taller than wide keeps its upper part: heads are there.
    side = max(right - left, min(bottom - top, 1.6 * (right - left))) * 1.08
    scale = INPUT / side
    return np.array([[scale, 0, INPUT / 2 - scale * (left + right) / 2], [0, scale, INPUT * 0.04 - scale * top]])


def as_planes(pixels: Float32Array) -> Float32Array:
    """Straight RGBA, float32 [128, 128, 4] in 0..255, as the network takes it."""
    share = pixels[..., 3:] / 255
    planes = np.dstack([(pixels[..., :3] - _GREY) * share / 128, share * 2 - 1])
    return np.ascontiguousarray(planes.transpose(2, 0, 1), np.float32)


def _through(figure: Frames, matrix: FloatArray) -> Float32Array:
    """The figure as the network sees it through a matrix [2, 3] from picture to input."""
    pixels = figure.astype(np.float32)
    pixels[..., :3] = (pixels[..., :3] - _GREY) * (pixels[..., 3:] / 255)
    scale = math.hypot(matrix[0, 0], matrix[1, 0])
    if scale < 0.6:
        height, width = figure.shape[:2]
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        matrix = np.column_stack([matrix[:, :2] / scale, matrix[:, 2]])
    moved = cv2.warpAffine(pixels, matrix, (INPUT, INPUT), flags=cv2.INTER_LINEAR)
    planes = np.dstack([moved[..., :3] / 128, moved[..., 3] / 127.5 - 1])
    return np.ascontiguousarray(planes.transpose(2, 0, 1), np.float32)


def load_network(path: Path = WEIGHTS) -> HeadNetwork:
    """The trained network."""
    return load_weights(HeadNetwork(), path)


@dataclass(frozen=True)
class Sight:
    """A head in a picture, and how sure the network is of it, 0..1.

    Attributes:
        eyes: the middles (x, y) of the eyes that it sees, the surer one first; at most two.
        hand: how sure it is of a hand around the head.
    """

    head: Head
    sure: float
    eyes: tuple[tuple[float, float], ...] = ()
    hand: float = 0.0


@torch.inference_mode()
def find_heads(network: HeadNetwork, figure: Frames) -> list[Sight]:
    """The heads of a cut-out picture, uint8 [H, W, 4], in its pixels; the surest one first, and at least one.

    Raises:
        ValueError: the picture is empty.
    """
    planes, matrix = fit(figure)
    output = network(torch.from_numpy(planes)[None])[0]
    heat = output[HEAD].sigmoid()
    found: list[Sight] = []
    for cell in heat.flatten().argsort(descending=True)[:150].tolist():
        row, column = divmod(cell, GRID)
        sure = float(heat[row, column])
        if found and sure < _PERHAPS:
            break
        head = _in_picture(_read(output, row, column), matrix)
        if all(math.hypot(head.x - other.head.x, head.y - other.head.y) > 0.7 * other.head.side for other in found):
            found.append(Sight(head, sure))
    first, *further = (_look_again(network, figure, sight) for sight in found)
    return [replace(first, sure=max(first.sure, found[0].sure)), *(each for each in further if each.sure > _A_HEAD)]


@torch.inference_mode()
def look_at(network: HeadNetwork, figure: Frames, head: Head) -> Sight:
    """A head that a person has pointed at, and what is seen of it. It stays where they say it is."""
    return replace(_look_again(network, figure, Sight(head, 1.0)), head=head)


def _look_again(network: HeadNetwork, figure: Frames, sight: Sight) -> Sight:
    """The same head, seen upright and at the usual size, as it is and mirrored."""
    matrix = transform_to(sight.head, LOOK)
    planes = _through(figure, matrix)
    outputs = network(torch.from_numpy(np.stack([planes, planes[..., ::-1]])))
    heads, sures = [], []
    for output in outputs:
        row, column = divmod(int((output[HEAD] + _near_middle()).argmax()), GRID)
        heads.append(_read(output, row, column))
        sures.append(float(output[HEAD, row, column].sigmoid()))
    heads[1] = replace(heads[1], x=INPUT - heads[1].x, angle=-heads[1].angle)
    x, y, side, angle = (
        float(np.mean([getattr(head, name) for head in heads])) for name in ("x", "y", "side", "angle")
    )
    both = (outputs[0] + outputs[1].flip(2)) / 2
    eyes = tuple(_back(x, y, matrix) for x, y in _eyes(both[EYE].sigmoid()))
    found = _in_picture(Head(x, y, side, angle), matrix)
    return Sight(found, float(np.mean(sures)), eyes, float(both[HAND].sigmoid().max()))


def _near_middle() -> Tensor:
    """Logits that keep the second look at the head that it was made for."""
    centres = (torch.arange(GRID) + 0.5) * CELL
    far = torch.hypot(centres[None, :] - LOOK.x, centres[:, None] - LOOK.y) > 0.5 * LOOK.side
    return torch.where(far, -100.0, 0.0)


def _eyes(heat: Tensor) -> list[tuple[float, float]]:
    """The middles of the best two eyes in the input's pixels, if there are so many."""
    heat, eyes = heat.clone(), []
    for _ in range(2):
        row, column = divmod(int(heat.argmax()), GRID)
        if heat[row, column] < _AN_EYE:
            break
        rows, columns = slice(max(0, row - 1), row + 2), slice(max(0, column - 1), column + 2)
        vote = heat[rows, columns] / heat[rows, columns].sum()
        y = float((vote.sum(1) * (torch.arange(rows.start, rows.start + len(vote)) + 0.5)).sum()) * CELL
        x = float((vote.sum(0) * (torch.arange(columns.start, columns.start + vote.shape[1]) + 0.5)).sum()) * CELL
        eyes.append((x, y))
        heat[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3] = 0
    return eyes


def _read(output: Tensor, row: int, column: int) -> Head:
    """The head that a cell and its neighbours vote for, in the input's pixels."""
    rows = slice(max(0, row - 1), row + 2)
    columns = slice(max(0, column - 1), column + 2)
    vote = output[HEAD, rows, columns].flatten().softmax(0)
    values = (output[1:5, rows, columns].flatten(1) * vote).sum(1)
    ys, xs = torch.meshgrid(
        torch.arange(rows.start, min(GRID, rows.stop)),
        torch.arange(columns.start, min(GRID, columns.stop)),
        indexing="ij",
    )
    x = float(((xs.flatten() + 0.5) * vote).sum() + values[0]) * CELL
    y = float(((ys.flatten() + 0.5) * vote).sum() + values[1]) * CELL
    return Head(x, y, USUAL_SIDE * math.exp(float(values[2])), USUAL_ANGLE * float(values[3]))


def _in_picture(head: Head, matrix: FloatArray) -> Head:
    """A head of the input in the picture from which the matrix [2, 3] led there."""
    scale = math.hypot(matrix[0, 0], matrix[1, 0])
    x, y = _back(head.x, head.y, matrix)
    turn = math.degrees(math.atan2(matrix[1, 0], matrix[0, 0]))
    return Head(x, y, head.side / scale, head.angle - turn)


def _back(x: float, y: float, matrix: FloatArray) -> tuple[float, float]:
    """A point of the input in the picture from which the matrix [2, 3] led there."""
    x, y = cv2.invertAffineTransform(matrix) @ np.array([x, y, 1.0])
    return float(x), float(y)
