"""All that an NVIDIA GPU is good for here, in less than five minutes: ``animemoji bench gpu``.

Talking Head Anime 3 by how many poses are asked for together, against the same poses on the processor; the students'
teacher; a whole student; picture animojis a minute, from the request to the file. Each figure is told when it is there,
so that what was measured before something fails, or time runs out, is not lost.

``python -m benchmarks.gpu --device cpu`` goes the same way on a processor with a few poses: what it measures is of no
worth, but that it comes to its end where there is no GPU says that it will where there is one.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
from PIL import Image

from benchmarks.measurement import Measurement
from benchmarks.tha3 import drawn_picture
from pipeline.distil import distil_character, example_poses
from pipeline.posers.student import design
from pipeline.posers.student.teacher import Device, open_teacher
from pipeline.posers.tha3.backends import cuda_backend, torch_backend
from pipeline.posers.tha3.fast import FastRoad
from pipeline.posers.tha3.poser import Tha3Poser, compiled_steps, converted_weights
from pipeline.posers.tha3.weights import load_networks
from pipeline.render import render_animoji
from pipeline.settings import load_pipeline_settings
from pipeline.types import (
    AnimojiRequest,
    Character,
    CharacterKind,
    Format,
    Frames,
    Output,
    PipelineSettings,
    PoserName,
    Poses,
    PresetMotion,
    UserError,
)

ANIMOJIS_A_MINUTE: Final = 60.0
LARGEST_MISS: Final = 1.5
"""Levels of 255, the mean over all pixels: half precision against single."""


@dataclass(frozen=True)
class Amounts:
    """How much is measured.

    Attributes:
        together: poses that are asked for at once.
        poses: how many in all.
        sizes: pixels of the whole figure.
        animojis: picture animojis, besides the first one, which opens the networks.
        fps: their frames a second.
        student: seconds that a student may take; None for no student.
    """

    together: tuple[int, ...] = (1, 4, 8, 32)
    poses: int = 128
    sizes: tuple[int, ...] = (256, 512)
    animojis: int = 20
    fps: float = 20.0
    student: float | None = 60.0


FEW: Final = Amounts(together=(1, 2), poses=2, sizes=(256,), animojis=1, fps=2.0, student=None)
"""What a processor has done in some seconds."""


class NeedsGpuError(UserError):
    """There is no GPU."""

    key = "error.bench_needs_gpu"
    template = "This benchmark needs an NVIDIA GPU that torch can use, and there is none: run it where one is."


def run() -> Iterator[Measurement]:
    """Everything, in the order of what is worth most if there is no time for more.

    Raises:
        NeedsGpuError: there is none.
    """
    if not torch.cuda.is_available():
        raise NeedsGpuError
    return measure(Device.CUDA, Amounts())


def measure(device: Device, amounts: Amounts) -> Iterator[Measurement]:
    """The figures of a GPU, or of what stands in for one, each as soon as it is there."""
    settings = load_pipeline_settings()
    Tha3Poser(models=settings.models)  # converts the official weights the first time
    picture = drawn_picture()
    poses = _poses(amounts.poses)
    yield from _road(device, settings.models, picture, poses, amounts)
    yield from _animojis(settings, picture, amounts)
    yield from _teacher(device, settings.models, picture, poses)
    if amounts.student is not None:
        yield from _student(device, settings, picture, amounts.student)


def _poses(count: int) -> Poses:
    """Poses that all differ, face and turn."""
    poses = design.faces(400, example_poses(), 1)[-count:]
    poses[:, design.TURN] = design.turns(400, example_poses(), 1)[-count:]
    return poses


def _road(device: Device, models: Path, picture: Frames, poses: Poses, amounts: Amounts) -> Iterator[Measurement]:
    backend = cuda_backend() if device is Device.CUDA else torch_backend()
    road = FastRoad(load_networks(converted_weights(models)), compiled_steps(models), backend)
    plain = FastRoad(load_networks(converted_weights(models)), compiled_steps(models), torch_backend())
    few = poses[:4]
    for size in amounts.sizes:
        expected = np.concatenate(list(plain.draw(plain.prepare(picture), few, size)))
        drawn = np.concatenate(list(road.draw(road.prepare(picture), few, size)))  # this captures the graphs, too
        miss = float(np.abs(drawn.astype(np.float32) - expected).mean())
        yield Measurement(f"GPU against processor at {size} px", miss, "of 255", at_most=LARGEST_MISS)
        for together in amounts.together:
            prepared = road.prepare(picture)
            began = time.perf_counter()
            for start in range(0, len(poses), together):
                list(road.draw(prepared, poses[start : start + together], size))
            each = (time.perf_counter() - began) / len(poses) * 1000
            yield Measurement(f"a frame of {size} px, {together} together", each, "ms")


def _animojis(settings: PipelineSettings, picture: Frames, amounts: Amounts) -> Iterator[Measurement]:
    character = _character(picture)
    output = Output(Format.WEBP, 320, amounts.fps)
    began = 0.0
    for number in range(amounts.animojis + 1):
        if number == 1:  # the first one opens the networks
            began = time.perf_counter()
        motion = PresetMotion(("laugh", "wave", "nod", "idle")[number % 4])
        render_animoji(AnimojiRequest(character, motion, output, poser=PoserName.THA3), settings)
    rate = 60 * amounts.animojis / (time.perf_counter() - began)
    yield Measurement("picture animojis, one after the other", rate, "a minute", at_least=ANIMOJIS_A_MINUTE)


def _teacher(device: Device, models: Path, picture: Frames, poses: Poses) -> Iterator[Measurement]:
    teacher = open_teacher(picture, device, models)
    faces = teacher.faces(poses)
    began = time.perf_counter()
    teacher.faces(poses)
    yield Measurement("a student's teacher: a face", (time.perf_counter() - began) / len(poses) * 1000, "ms")
    teacher.figures(faces[:32], poses[:32, design.TURN])
    began = time.perf_counter()
    teacher.figures(faces, poses[:, design.TURN])
    yield Measurement("a student's teacher: a turned figure", (time.perf_counter() - began) / len(poses) * 1000, "ms")


def _student(device: Device, settings: PipelineSettings, picture: Frames, limit: float) -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as shelf:
        began = time.perf_counter()
        made = distil_character(
            _character(picture),
            limit,
            device,
            settings=PipelineSettings(models=settings.models, students=Path(shelf)),
        )
        seconds = time.perf_counter() - began
    recipe = made.recipe
    yield Measurement(f"a student of {recipe.faces} faces, {recipe.turns} turns", seconds, "s", at_most=limit)
    yield Measurement("its figure in held-out poses", made.judgement.psnr.figure, "dB")
    for phase, spent in made.seconds.items():
        yield Measurement(f"its phase: {phase}", spent, "s")


def _character(picture: Frames) -> Character:
    data = io.BytesIO()
    Image.fromarray(picture).save(data, "PNG")
    return Character(CharacterKind.UPLOADED, picture=data.getvalue())


def main() -> None:
    """On the device that the command line names, with the amounts that it can do."""
    parser = argparse.ArgumentParser(description="What a GPU is good for here.")
    parser.add_argument("--device", choices=("cuda", "cpu"), default="cuda", help="cpu: a rehearsal with a few poses")
    parser.add_argument("--student", type=float, metavar="S", help="cpu: seconds for a student, too (at least 20)")
    args = parser.parse_args()
    try:
        measured = run() if args.device == "cuda" else measure(Device.CPU, replace(FEW, student=args.student))
    except NeedsGpuError as error:
        parser.exit(2, f"{error}\n")
    for item in measured:
        print(item.line(), flush=True)


if __name__ == "__main__":
    main()
