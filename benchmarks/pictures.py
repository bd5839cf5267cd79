"""Pictures that become characters: how well heads are found and backgrounds removed, and how long it takes."""

from __future__ import annotations

import statistics
import time
from typing import Final

import cv2
import numpy as np

from benchmarks.measurement import Measurement
from pipeline.characters import make_character
from pipeline.characters.pictures.align import ALIGNED, Head, overlap, transform_to
from pipeline.characters.pictures.find import find_head
from pipeline.characters.pictures.matting import remove_background
from pipeline.characters.pictures.upload import align_picture
from pipeline.pixels.alpha import premultiply, unpremultiply
from pipeline.posers import open_poser
from pipeline.progress import ignore
from pipeline.types import FULL, Frames, PromptSource, Source, neutral_poses

CHARACTERS: Final = 200
FIRST_SEED: Final = 40_000
"""The head finder was trained on others."""
SIDE: Final = 640
GOOD_OVERLAP: Final = 0.85


def run() -> list[Measurement]:
    """Drawn characters, moved, turned by up to 20 degrees and scaled from 0.6 to 1.6."""
    dice = np.random.default_rng(5)
    overlaps, leans, misses, seconds = [], [], [], []
    for number in range(CHARACTERS):
        picture = _portrait(FIRST_SEED + number)
        x, y = SIDE * dice.uniform(0.42, 0.58), SIDE * dice.uniform(0.3, 0.45)
        head = Head(x, y, 128 * float(np.exp(dice.uniform(-0.5, 0.5))), dice.uniform(-20, 20))
        figure = _moved(picture, head)
        found = find_head(figure).head
        overlaps.append(0.0 if found is None else overlap(found, head))
        leans.append(90.0 if found is None else abs(found.angle - head.angle))
        if number % 5 == 0:
            colour = dice.uniform(0, 255, 3)
            alpha = figure[..., 3:] / 255
            mixed = np.rint(figure[..., :3] * alpha + colour * (1 - alpha))
            opaque = np.dstack([mixed, np.full((SIDE, SIDE), 255)]).astype(np.uint8)
            cut_out, _ = remove_background(opaque)
            misses.append(float(np.abs(cut_out[..., 3] / 255 - figure[..., 3] / 255).mean()))
            began = time.process_time()
            align_picture(opaque)
            seconds.append(time.process_time() - began)
    good = float(np.mean(np.array(overlaps) >= GOOD_OVERLAP))
    return [
        Measurement(f"heads of {CHARACTERS} found with IoU .85", 100 * good, "%", at_least=95),
        Measurement("middle overlap of heads", statistics.median(overlaps), "IoU"),
        Measurement("middle error of their lean", statistics.median(leans), "degrees"),
        Measurement("alpha's mean error on flat backgrounds", statistics.mean(misses), "of 1", at_most=0.02),
        Measurement("picture to character, 640 px", statistics.median(seconds), "CPU s"),
    ]


def _portrait(seed: int) -> Frames:
    character = make_character(PromptSource("", seed, Source.DRAWN), ignore).character
    picture: Frames = open_poser(character).pose(character, neutral_poses(1), 512, FULL)[0]
    return picture


def _moved(picture: Frames, head: Head) -> Frames:
    matrix = transform_to(ALIGNED, head)
    return unpremultiply(cv2.warpAffine(premultiply(picture), matrix, (SIDE, SIDE), flags=cv2.INTER_AREA))
