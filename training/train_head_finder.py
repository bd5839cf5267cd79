"""Trains the head finder on drawn characters: ``python training/train_head_finder.py`` (twenty minutes on one core).

Every example is a character that the rig draws in the aligned picture (``drawn_heads.py``), moved, turned, scaled and
bent at random, cut off at a random height, recoloured, blurred, sometimes with hands or leftovers of a background.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from pipeline.types import FloatArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.characters.pictures.head_network import (
    CELL,
    EYE,
    GRID,
    HAND,
    HEAD,
    USUAL_ANGLE,
    USUAL_SIDE,
    WEIGHTS,
    HeadNetwork,
)
from training.drawn_heads import Example, draw, example
from training.weights import save

FIRST_SEED = 1_000_000
"""Tests draw other characters."""
_CENTRES = (torch.arange(GRID) + 0.5) * CELL


def blobs(points: FloatArray, spread: float) -> Tensor:
    """Heat [32, 32] that is 1 at points [n, 2] of the input and falls off around them over ``spread`` cells."""
    heat = torch.zeros(GRID, GRID)
    for x, y in points.tolist():
        far = ((x - _CENTRES[None, :]) ** 2 + (y - _CENTRES[:, None]) ** 2) / CELL**2
        heat = torch.maximum(heat, torch.exp(-far / 2 / spread**2))
    return heat


def target(example: Example) -> tuple[Tensor, Tensor]:
    """What the network should answer [7, 32, 32], and how much each number counts [7, 32, 32]."""
    head = example.head
    wanted, counts = torch.zeros(7, GRID, GRID), torch.ones(7, GRID, GRID)
    wanted[HEAD] = blobs(np.array([[head.x, head.y]]), 0.8)
    dx, dy = (head.x - _CENTRES) / CELL, (head.y - _CENTRES) / CELL
    wanted[1], wanted[2] = dx[None, :].expand(GRID, GRID), dy[:, None].expand(GRID, GRID)
    wanted[3], wanted[4] = math.log(head.side / USUAL_SIDE), head.angle / USUAL_ANGLE
    near = (dx[None, :] ** 2 + dy[:, None] ** 2 < 2.6**2).float()
    counts[1:5] = near * torch.tensor([1.0, 1.0, 6.0, 1.5])[:, None, None]
    wanted[EYE], wanted[HAND] = blobs(example.eyes, 0.7), blobs(example.hands, 1.0)
    for plane in (HEAD, EYE, HAND):
        counts[plane] = 1 + 14 * wanted[plane]
    if not example.eyes_shown:
        counts[EYE] = 0
    return wanted, counts


def loss_of(answer: Tensor, wanted: Tensor, counts: Tensor) -> tuple[Tensor, list[float]]:
    """One number to be made small, and its parts: head, its values, eyes, hands."""

    def right(plane: int) -> Tensor:
        miss = functional.binary_cross_entropy_with_logits(answer[:, plane], wanted[:, plane], reduction="none")
        return miss * counts[:, plane]

    values = functional.smooth_l1_loss(answer[:, 1:5], wanted[:, 1:5], reduction="none", beta=0.05) * counts[:, 1:5]
    parts = [
        4 * right(HEAD).mean(),
        values.sum() / (counts[:, 1] > 0).sum(),
        2 * right(EYE).mean(),
        2 * right(HAND).mean(),
    ]
    return torch.stack(parts).sum(), [float(part.detach()) for part in parts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=900)
    parser.add_argument("--steps", type=int, default=1700)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    began = time.process_time()
    pictures = [picture for index in range(args.characters) for picture in draw(FIRST_SEED + index)]
    print(f"{len(pictures)} pictures drawn in {time.process_time() - began:.0f} CPU s", flush=True)
    network = HeadNetwork().train()
    optimiser = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 5e-3, args.steps, pct_start=0.25)
    for step in range(args.steps):
        examples: list[Example] = []
        while len(examples) < args.batch:
            made = example(pictures[int(rng.integers(len(pictures)))], rng)
            if made is not None:
                examples.append(made)
        images = torch.from_numpy(np.stack([each.planes for each in examples]))
        wanted, counts = (torch.stack(each) for each in zip(*map(target, examples), strict=True))
        loss, parts = loss_of(network(images), wanted, counts)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
        if step % 100 == 0:
            told = " ".join(f"{part:.3f}" for part in parts)
            print(f"{step}: {told} ({time.process_time() - began:.0f} CPU s)", flush=True)
            save(network, args.out)
    save(network, args.out)
    print(f"{args.out}: {args.out.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
