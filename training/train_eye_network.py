"""Trains the network that tells open eyes from closed ones, on drawn eyes: ``python training/train_eye_network.py``
(some minutes on one core)."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
from torch.nn import functional

from pipeline.types import Float32Array, Pixels

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.characters.pictures.eyes import INPUT, WEIGHTS, EyeNetwork, as_planes, patch
from training.drawn_heads import draw, head_of
from training.weights import save

FIRST_SEED: Final = 2_000_000
"""Tests draw other characters."""
PIXELS: Final = 448
"""Of a drawn picture."""
SHIFTS: Final = 4
"""Views of each eye, each a little beside it."""

Patch = Pixels


def patches(seed: int, rng: np.random.Generator) -> list[tuple[Patch, float]]:
    """Eyes of one random character in random poses, and whether each is open: 1 or 0."""
    found = []
    for drawn in draw(seed, PIXELS, poses=4, closed=0.5):
        head = head_of(drawn.points)
        for eye, opened in zip(drawn.points[1:3], drawn.opened, strict=True):
            if np.isnan(opened):
                continue
            for _ in range(SHIFTS):
                x, y = eye + rng.normal(0, 0.03 * head.side, 2)
                side = head.side * float(np.exp(rng.normal(0, 0.12)))
                seen = patch(drawn.picture, (float(x), float(y)), side, head.angle + float(rng.normal(0, 7)))
                found.append((seen, float(opened > 0.5)))
    return found


def varied(seen: Patch, rng: np.random.Generator) -> Float32Array:
    """In other artists' colours, softness and proportions."""
    pixels = seen.astype(np.float32)
    stretch = np.exp(rng.normal(0, [0.12, 0.16]))
    matrix = np.array([[stretch[0], 0, 0], [0, stretch[1], 0.0]])
    matrix[:, 2] = (1 - stretch) * INPUT / 2
    pixels = cv2.warpAffine(pixels, matrix, (INPUT, INPUT), borderMode=cv2.BORDER_REPLICATE)
    mix = np.asarray(np.eye(3) + rng.normal(0, 0.15, (3, 3)), np.float32)
    pixels = (pixels / 255) @ mix.T
    pixels = np.clip(pixels, 0, 1) ** np.float32(np.exp(rng.normal(0, 0.35))) * 255
    if rng.random() < 0.5:
        pixels = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(0.3, 1.3))
    if rng.random() < 0.5:
        pixels = pixels[:, ::-1]
    pixels = pixels + rng.normal(0, rng.uniform(0, 6), pixels.shape)
    return as_planes(np.asarray(pixels.clip(0, 255), np.uint8))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=500)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--batch", type=int, default=96)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    began = time.process_time()
    every = [each for index in range(args.characters) for each in patches(FIRST_SEED + index, rng)]
    groups = [[seen for seen, opened in every if opened == wanted] for wanted in (0.0, 1.0)]
    print(f"{len(groups[0])} closed, {len(groups[1])} open ({time.process_time() - began:.0f} CPU s)", flush=True)
    network = EyeNetwork().train()
    optimiser = torch.optim.AdamW(network.parameters(), 1e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, args.steps, pct_start=0.2)
    for step in range(args.steps):
        opened = (rng.random(args.batch) < 0.5).astype(np.intp)
        chosen = [groups[which][int(rng.integers(len(groups[which])))] for which in opened]
        answer = network(torch.from_numpy(np.stack([varied(each, rng) for each in chosen])))
        loss = functional.binary_cross_entropy_with_logits(answer, torch.from_numpy(opened).float())
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
        if step % 200 == 0:
            print(f"{step}: {float(loss.detach()):.4f} ({time.process_time() - began:.0f} CPU s)", flush=True)
    save(network, args.out)
    print(f"{args.out}: {args.out.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
