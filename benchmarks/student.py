"""A drawn character's picture distilled with a small budget, and what a frame of its student costs on one thread."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from benchmarks.measurement import SAMPLE, Measurement
from pipeline.characters import make_character
from pipeline.distil import example_poses
from pipeline.motion import make_track
from pipeline.posers import open_poser
from pipeline.posers.student.distil import distil
from pipeline.posers.student.paint import Painter, straight
from pipeline.posers.student.recipe import Recipe
from pipeline.posers.student.teacher import Device, open_teacher
from pipeline.progress import ignore
from pipeline.settings import load_pipeline_settings
from pipeline.types import FULL, Frames, Poses, PromptSource, Source, VideoMotion, neutral_poses

RECIPE: Final = Recipe(faces=384, turns=384)
MOST_MILLISECONDS: Final = {(512, 1): 5.0, (256, 1): 3.0, (512, 32): 3.0, (256, 32): 1.5}
"""Pixels and poses together: CPU time a frame."""
LARGEST_FILE: Final = 9.5


def run() -> list[Measurement]:
    """How long it takes, how close it comes, how fast it draws what the face in the bundled clip does."""
    picture = _picture()
    models = load_pipeline_settings().models
    open_teacher(picture, Device.CPU, models)  # the networks are converted the first time
    with tempfile.TemporaryDirectory() as work:
        began = time.process_time()
        made = distil(picture, example_poses(), RECIPE, lambda: open_teacher(picture, Device.CPU, models), Path(work))
        seconds = time.process_time() - began
    psnr = made.judgement.psnr
    what = f"{RECIPE.faces} faces, {RECIPE.turns} turned figures"
    found = [
        Measurement(f"distilling: {what}", seconds, "CPU s"),
        Measurement("the file", len(made.data) / 1e6, "MB", at_most=LARGEST_FILE),
        Measurement("held-out poses, whole picture", psnr.whole, "dB"),
        Measurement("held-out poses, figure", psnr.figure, "dB"),
        Measurement("held-out poses, head", psnr.head, "dB"),
    ]
    painter = Painter(made.student)
    poses = make_track(VideoMotion(SAMPLE, max_seconds=5.0), 25.0, ignore).track.poses
    for (size, together), limit in MOST_MILLISECONDS.items():
        batch = poses[np.linspace(0, len(poses) - 1, together).astype(int)]
        draw = partial(_draw, painter, batch, size)
        cost = _cpu_seconds(draw) / together * 1000
        found.append(Measurement(f"a frame of {size} px, {together} together", cost, "CPU ms", at_most=limit))
    return found


def _draw(painter: Painter, poses: Poses, size: int) -> Frames:
    return straight(painter.paint(poses, size))


def _cpu_seconds(draw: Callable[[], object]) -> float:
    """The least of twenty runs, on one thread of OpenCV; what a matrix product does on other threads counts, too."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        seconds = []
        for _ in range(20):
            began = time.process_time()
            draw()
            seconds.append(time.process_time() - began)
    finally:
        cv2.setNumThreads(threads)
    return min(seconds)


def _picture() -> Frames:
    words = PromptSource("girl, short brown hair, school uniform, no glasses", 8, Source.DRAWN)
    character = make_character(words, ignore).character
    picture: Frames = open_poser(character).pose(character, neutral_poses(1), 512, FULL)[0]
    return picture
