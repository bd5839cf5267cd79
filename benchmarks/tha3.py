"""Talking Head Anime 3 on this machine's processor: the plain road against the fast one, in CPU seconds a frame.

The plain road is our own modules in their published order, eager, one pose after the other, the brow layers computed
once. It runs for some frames alone (more than a second each); the fast road runs the whole motion.
"""

from __future__ import annotations

import time
from typing import Final

import numpy as np
import torch
from torch import Tensor

from benchmarks.measurement import SAMPLE, Measurement
from pipeline.characters import make_character
from pipeline.motion import make_track
from pipeline.posers import open_poser
from pipeline.posers.tha3.backends import choose_backend
from pipeline.posers.tha3.fast import FastRoad
from pipeline.posers.tha3.networks import Decomposed
from pipeline.posers.tha3.picture import to_network
from pipeline.posers.tha3.plain import decompose, half, run_stages
from pipeline.posers.tha3.poser import Tha3Poser, compiled_steps, converted_weights
from pipeline.posers.tha3.steps import to_levels
from pipeline.posers.tha3.weights import Networks, load_networks
from pipeline.progress import ignore
from pipeline.settings import load_pipeline_settings
from pipeline.types import FULL, Float32Array, Frames, PromptSource, Source, VideoMotion, neutral_poses

FPS: Final = 25.0
PLAIN_FRAMES: Final = 5
AT_LEAST: Final = {256: 6.0, 512: 2.0}
"""Pixels of the whole figure: how many times less CPU time a frame."""
LARGEST_MISS: Final = 1.0
"""Levels of 255, the mean over all pixels."""


def run() -> list[Measurement]:
    """A drawn character's picture does what the face in the bundled clip does."""
    # Threads that wait for each other burn time that would count against the plain road.
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return _measure()
    finally:
        torch.set_num_threads(threads)


def _measure() -> list[Measurement]:
    models = load_pipeline_settings().models
    Tha3Poser(models=models)  # converts the official weights the first time
    networks = load_networks(converted_weights(models))
    picture = drawn_picture()
    poses = make_track(VideoMotion(SAMPLE, max_seconds=5.0), FPS, ignore).track.poses
    chosen = np.linspace(0, len(poses) - 1, PLAIN_FRAMES).round().astype(int)
    image = to_network(picture)
    layers = decompose(networks, image)
    _plain(networks, image, layers, poses[chosen[0]], 512)  # the first run takes longer
    found = []
    backend = choose_backend(compiled_steps(models))
    for size, limit in AT_LEAST.items():
        began = time.process_time()
        plain = [_plain(networks, image, layers, poses[index], size) for index in chosen]
        plain_seconds = (time.process_time() - began) / len(chosen)

        road = FastRoad(networks, compiled_steps(models), backend)
        for _ in road.draw(road.prepare(picture), neutral_poses(1), size):
            pass
        prepared = road.prepare(picture)
        began = time.process_time()
        fast = np.concatenate(list(road.draw(prepared, poses, size)))
        fast_seconds = (time.process_time() - began) / len(poses)

        miss = np.abs(fast[chosen].astype(np.float32) - np.stack(plain)).mean()
        found += [
            Measurement(f"plain road at {size} px", plain_seconds, "CPU s a frame"),
            Measurement(f"fast road at {size} px", fast_seconds, "CPU s a frame"),
            Measurement(f"fast against plain at {size} px", plain_seconds / fast_seconds, "times", at_least=limit),
            Measurement(f"difference at {size} px", float(miss), "of 255", at_most=LARGEST_MISS),
        ]
    return found


def drawn_picture() -> Frames:
    """A drawn character's picture, aligned."""
    character = make_character(PromptSource("", 8, Source.DRAWN), ignore).character
    picture: Frames = open_poser(character).pose(character, neutral_poses(1), 512, FULL)[0]
    return picture


def _plain(networks: Networks, image: Tensor, layers: Decomposed, pose: Float32Array, size: int) -> Frames:
    """One frame, uint8 [size, size, 4]."""
    finished = run_stages(networks, image, torch.from_numpy(pose)[None], layers).editor.color_changed
    frame: Frames = to_levels(half(finished) if size == 256 else finished)[0].numpy()
    return frame
