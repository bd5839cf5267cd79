"""Trains the head finder on drawn characters: ``python training/train_head_finder.py`` (half an hour on two cores).

Every example is a character that the rig draws in the aligned picture, moved, turned and scaled at random, cut off at a
random height, recoloured, blurred, sometimes with leftovers of a background.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.characters import make_character
from pipeline.characters.pictures.align import ALIGNED, Head
from pipeline.characters.pictures.head_network import (
    GRID,
    INPUT,
    USUAL_ANGLE,
    USUAL_SIDE,
    WEIGHTS,
    HeadNetwork,
    fit,
    load_network,
)
from pipeline.posers import open_poser
from pipeline.types import FULL, Frames, PoserName, PromptSource, make_pose

DRAWN_SIZE = 176
"""Pixels; heads are then about as large as they come to be in the network's input."""


def draw(seed: int) -> Frames:
    """A random character with a random mild expression, uint8 [176, 176, 4]."""
    rng = np.random.default_rng(seed)
    character = make_character(PromptSource("", seed), lambda _: None).character
    names = ["mouth_aaa", "mouth_iii", "mouth_ooo", "eye_wink", "eye_happy_wink", "eyebrow_raised", "eyebrow_angry"]
    pose = {name: float(rng.uniform(0, 0.9)) for name in names if rng.random() < 0.2}
    # A turned head stays in its box: the box is the hair's, not the face's.
    for name in ("head_x", "head_y", "iris_rotation_x", "iris_rotation_y"):
        pose[name] = float(rng.normal(0, 0.6))
    frame: Frames = open_poser(character, PoserName.AUTO).pose(character, make_pose(**pose)[None], DRAWN_SIZE, FULL)[0]
    return frame


def example(picture: Frames, rng: np.random.Generator) -> tuple[npt.NDArray[np.float32], Head] | None:
    """A distorted view of a drawn character, fitted into the network's input, and where its head is there."""
    scale = DRAWN_SIZE / 512
    head = Head(ALIGNED.x * scale, ALIGNED.y * scale, ALIGNED.side * scale)
    figure = picture.copy()
    cut = int(rng.uniform(head.y + head.side * 0.9, DRAWN_SIZE * 1.15))
    figure[cut:] = 0
    angle = float(rng.normal(0, 11))
    size = float(np.exp(rng.uniform(-0.5, 0.35)))
    stretch = float(np.exp(rng.normal(0, 0.05)))
    matrix = cv2.getRotationMatrix2D((head.x, head.y), -angle, size)
    matrix = np.diag([stretch, 1.0]) @ matrix
    flip = rng.random() < 0.5
    if flip:
        matrix[0] *= -1
        matrix[0, 2] += DRAWN_SIZE
    side = round(DRAWN_SIZE * 1.5)
    matrix[:, 2] += (side - DRAWN_SIZE) / 2
    pixels = figure.astype(np.float32)
    pixels[..., :3] *= pixels[..., 3:] / 255
    moved = cv2.warpAffine(pixels, matrix, (side, side), flags=cv2.INTER_AREA)
    alpha = moved[..., 3:]
    colour = moved[..., :3] / np.maximum(alpha / 255, 1e-3)
    # Other artists' colours and softness.
    mix = np.asarray(np.eye(3) + rng.normal(0, 0.12, (3, 3)), np.float32)
    colour = (colour / 255) @ mix.T
    colour = np.clip(colour, 0, 1) ** np.float32(np.exp(rng.normal(0, 0.3))) * 255
    colour += rng.normal(0, 6, 3).astype(np.float32)
    if rng.random() < 0.5:
        colour = cv2.GaussianBlur(colour, (0, 0), rng.uniform(0.3, 1.4))
    if rng.random() < 0.3:
        colour = colour + cv2.resize(rng.normal(0, 16, (48, 48, 1)).astype(np.float32), (side, side))[..., None]
    if rng.random() < 0.25:  # matting leaves things over
        x, y, r = rng.uniform(0, side), rng.uniform(0, side), rng.uniform(6, 34)
        blob = np.zeros((side, side), np.float32)
        cv2.circle(blob, (int(x), int(y)), int(r), 255, -1)
        fresh = (blob > 0) & (alpha[..., 0] < 10)
        colour[fresh] = rng.uniform(0, 255, 3)
        alpha = np.maximum(alpha, blob[..., None])
    whole = np.dstack([np.clip(colour, 0, 255), np.clip(alpha, 0, 255)]).astype(np.uint8)
    try:
        planes, fitted = fit(whole)
    except ValueError:
        return None
    x, y = matrix @ np.array([head.x, head.y, 1.0])
    place = fitted @ np.array([x, y, 1.0])
    found = Head(
        float(place[0]),
        float(place[1]),
        head.side * size * math.sqrt(stretch) * float(fitted[0, 0]),
        -angle if flip else angle,
    )
    if not (4 < found.x < INPUT - 4 and 4 < found.y < INPUT - 4):
        return None
    return planes, found


def targets(heads: list[Head]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Heat [N, 32, 32], values [N, 4, 32, 32] and where values count [N, 32, 32]."""
    cell = INPUT / GRID
    centres = (torch.arange(GRID) + 0.5) * cell
    heat, values, counts = [], [], []
    for head in heads:
        dx, dy = (head.x - centres) / cell, (head.y - centres) / cell
        distance = dx[None, :] ** 2 + dy[:, None] ** 2
        heat.append(torch.exp(-distance / 2 / 0.8**2))
        counts.append((distance < 2.6**2).float())
        values.append(
            torch.stack([
                dx[None, :].expand(GRID, GRID),
                dy[:, None].expand(GRID, GRID),
                torch.full((GRID, GRID), math.log(head.side / USUAL_SIDE)),
                torch.full((GRID, GRID), head.angle / USUAL_ANGLE),
            ])
        )  # fmt: skip
    return torch.stack(heat), torch.stack(values), torch.stack(counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--resume", type=Path, help="weights to go on from, with a falling learning rate")
    args = parser.parse_args()
    torch.manual_seed(1)
    rng = np.random.default_rng(2 if args.resume else 1)
    began = time.time()
    # Seeds from a million on: tests draw others.
    pictures = [draw(1_000_000 + index) for index in range(args.characters)]
    print(f"{len(pictures)} characters drawn in {time.time() - began:.0f} s", flush=True)
    network = (load_network(args.resume).requires_grad_(True) if args.resume else HeadNetwork()).train()
    optimiser = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=1e-3)
    warm_up = 0.05 if args.resume else 0.3
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, args.steps, pct_start=warm_up)
    for step in range(args.steps):
        examples = []
        while len(examples) < args.batch:
            made = example(pictures[int(rng.integers(len(pictures)))], rng)
            if made is not None:
                examples.append(made)
        images = torch.from_numpy(np.stack([planes for planes, _ in examples]))
        heat, values, counts = targets([head for _, head in examples])
        answer = network(images)
        focus = 1 + 14 * heat
        loss_heat = (functional.binary_cross_entropy_with_logits(answer[:, 0], heat, reduction="none") * focus).mean()
        miss = functional.smooth_l1_loss(answer[:, 1:], values, reduction="none", beta=0.05)
        weight = torch.tensor([1.0, 1.0, 6.0, 1.5])[None, :, None, None]
        loss_values = (miss * weight * counts[:, None]).sum() / counts.sum()
        loss = 4 * loss_heat + loss_values
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 100 == 0:
            print(f"{step}: heat {loss_heat:.4f} values {loss_values:.4f} ({time.time() - began:.0f} s)", flush=True)
            save(network, args.out)
    save(network, args.out)
    print(f"{args.out}: {args.out.stat().st_size / 1024:.0f} KiB")


def save(network: HeadNetwork, path: Path) -> None:
    """The weights in half precision."""
    from safetensors.torch import save_file

    # Counters of batches are no weights; as half floats they would overflow.
    save_file(
        {name: weight.half() for name, weight in network.state_dict().items() if weight.dtype.is_floating_point}, path
    )


if __name__ == "__main__":
    main()
