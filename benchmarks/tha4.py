"""Talking Head Anime 4 on this machine's processor: what a frame of its student and of its full networks costs.

The weights are random, of the published shapes: they decide what is drawn, not how long it takes, so nobody needs the
author's files (CC BY-NC 4.0) to measure. The plain road is the student's two networks in their published order; ours
computes the figure's pixels alone. The full networks run as they are.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Final

import torch
from torch import Tensor

from benchmarks.measurement import Measurement
from benchmarks.tha3 import drawn_picture
from pipeline.posers.tha3.picture import to_network
from pipeline.posers.tha4.figure_road import FigureRoad
from pipeline.posers.tha4.plain import Networks, decompose, run_stages
from pipeline.posers.tha4.siren import OMEGA, StudentNetworks

FRAMES: Final = 5
AT_LEAST: Final = 3.0
"""How many times less CPU time the student takes here than as it was published."""
LARGEST_MISS: Final = 1e-3
"""Of -1..1, where the figure is: the same numbers, added in another order."""


def run() -> list[Measurement]:
    """A drawn character's picture in poses that all differ, one at a time."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # threads that wait for each other burn time
    try:
        image = to_network(drawn_picture(), premultiplied=True)
        return [*_student(image), *_full(image)]
    finally:
        torch.set_num_threads(threads)


@torch.inference_mode()
def _student(image: Tensor) -> list[Measurement]:
    student = _untrained(StudentNetworks(image))
    road = FigureRoad(student)
    poses = _poses(FRAMES + 1)
    plain_seconds, fast_seconds = _cpu_seconds(student, poses), _cpu_seconds(road.draw, poses)
    seen = (image[:, 3:] > -1).expand_as(image)
    miss = float((student(poses[:1]) - road.draw(poses[:1])).abs()[seen].max())
    return [
        Measurement("student as published, 512 px", plain_seconds, "CPU s a frame"),
        Measurement("student here, 512 px", fast_seconds, "CPU s a frame"),
        Measurement("student here against as published", plain_seconds / fast_seconds, "times", at_least=AT_LEAST),
        Measurement("largest difference", miss, "of 2", at_most=LARGEST_MISS),
    ]


@torch.inference_mode()
def _full(image: Tensor) -> list[Measurement]:
    networks = Networks.empty()
    layers = decompose(networks, image)
    found = []
    for size in (256, 512):
        draw = partial(run_stages, networks, image, decomposed=layers, finish=size == 512)
        found.append(Measurement(f"full networks, {size} px", _cpu_seconds(draw, _poses(2)), "CPU s a frame"))
    return found


def _cpu_seconds(draw: Callable[[Tensor], object], poses: Tensor) -> float:
    """CPU seconds of a frame; the first pose [N, 45] is drawn beforehand, which takes longer."""
    draw(poses[:1])
    began = time.process_time()
    for number in range(1, len(poses)):
        draw(poses[number : number + 1])
    return (time.process_time() - began) / (len(poses) - 1)


def _poses(count: int) -> Tensor:
    return torch.rand((count, 45), generator=torch.Generator().manual_seed(1))


def _untrained(student: StudentNetworks) -> StudentNetworks:
    """The student with weights as such networks begin with (Sitzmann et al. 2020), and one that warps gently."""
    dice = torch.Generator().manual_seed(2)
    for weight in student.parameters():
        inputs = weight.shape[1] if weight.ndim > 1 else 1
        weight.copy_(torch.randn(weight.shape, generator=dice) / OMEGA / inputs**0.5)
    return student
