"""All that an NVIDIA GPU is good for here, in less than five minutes: ``animemoji bench gpu``.

Talking Head Anime 3 by how many poses are asked for together, against the same poses on the processor; the students'
teacher; a whole student; picture animojis a minute, from the request to the file.
"""

from __future__ import annotations

import io
import tempfile
import time
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

TOGETHER: Final = (1, 4, 8, 32)
"""Poses that are asked for at once."""
STUDENT_SECONDS: Final = 60.0
ANIMOJIS: Final = 20
ANIMOJIS_A_MINUTE: Final = 60.0
LARGEST_MISS: Final = 1.5
"""Levels of 255, the mean over all pixels: half precision against single."""


class NeedsGpuError(UserError):
    """There is no GPU."""

    key = "error.bench_needs_gpu"
    template = "This benchmark needs an NVIDIA GPU that torch can use, and there is none: run it where one is."


def run() -> list[Measurement]:
    """Everything, in the order of what is worth most if there is no time for more.

    Raises:
        NeedsGpuError: there is none.
    """
    if not torch.cuda.is_available():
        raise NeedsGpuError
    settings = load_pipeline_settings()
    Tha3Poser(models=settings.models)  # converts the official weights the first time
    picture = drawn_picture()
    poses = _poses(max(TOGETHER) * 4)
    return [
        *_road(settings.models, picture, poses),
        *_animojis(settings, picture),
        *_teacher(settings.models, picture, poses),
        *_student(settings, picture),
    ]


def _poses(count: int) -> Poses:
    """Poses that all differ, face and turn."""
    poses = design.faces(400, example_poses(), 1)[-count:]
    poses[:, design.TURN] = design.turns(400, example_poses(), 1)[-count:]
    return poses


def _road(models: Path, picture: Frames, poses: Poses) -> list[Measurement]:
    found = []
    road = FastRoad(load_networks(converted_weights(models)), compiled_steps(models), cuda_backend())
    plain = FastRoad(load_networks(converted_weights(models)), compiled_steps(models), torch_backend())
    few = poses[:4]
    for size in (256, 512):
        expected = np.concatenate(list(plain.draw(plain.prepare(picture), few, size)))
        drawn = np.concatenate(list(road.draw(road.prepare(picture), few, size)))  # this captures the graphs, too
        miss = float(np.abs(drawn.astype(np.float32) - expected).mean())
        found.append(Measurement(f"GPU against processor at {size} px", miss, "of 255", at_most=LARGEST_MISS))
        for together in TOGETHER:
            prepared = road.prepare(picture)
            began = time.perf_counter()
            for start in range(0, len(poses), together):
                list(road.draw(prepared, poses[start : start + together], size))
            each = (time.perf_counter() - began) / len(poses) * 1000
            found.append(Measurement(f"a frame of {size} px, {together} together", each, "ms"))
    return found


def _animojis(settings: PipelineSettings, picture: Frames) -> list[Measurement]:
    character = _character(picture)
    output = Output(Format.WEBP, 320, 20.0)
    began = 0.0
    for number in range(ANIMOJIS + 1):
        if number == 1:  # the first one opens the networks
            began = time.perf_counter()
        motion = PresetMotion(("laugh", "wave", "nod", "idle")[number % 4])
        render_animoji(AnimojiRequest(character, motion, output, poser=PoserName.THA3), settings)
    rate = 60 * ANIMOJIS / (time.perf_counter() - began)
    return [Measurement("picture animojis, one after the other", rate, "a minute", at_least=ANIMOJIS_A_MINUTE)]


def _teacher(models: Path, picture: Frames, poses: Poses) -> list[Measurement]:
    teacher = open_teacher(picture, Device.CUDA, models)
    faces = teacher.faces(poses)
    began = time.perf_counter()
    teacher.faces(poses)
    each_face = (time.perf_counter() - began) / len(poses) * 1000
    teacher.figures(faces[:32], poses[:32, design.TURN])
    began = time.perf_counter()
    teacher.figures(faces, poses[:, design.TURN])
    each_turn = (time.perf_counter() - began) / len(poses) * 1000
    return [
        Measurement("a student's teacher: a face", each_face, "ms"),
        Measurement("a student's teacher: a turned figure", each_turn, "ms"),
    ]


def _student(settings: PipelineSettings, picture: Frames) -> list[Measurement]:
    with tempfile.TemporaryDirectory() as shelf:
        began = time.perf_counter()
        made = distil_character(
            _character(picture),
            STUDENT_SECONDS,
            Device.CUDA,
            settings=PipelineSettings(models=settings.models, students=Path(shelf)),
        )
        seconds = time.perf_counter() - began
    psnr, recipe = made.judgement.psnr, made.recipe
    return [
        Measurement(f"a student of {recipe.faces} faces, {recipe.turns} turns", seconds, "s", at_most=STUDENT_SECONDS),
        Measurement("its figure in held-out poses", psnr.figure, "dB"),
        *(Measurement(f"its phase: {phase}", spent, "s") for phase, spent in made.seconds.items()),
    ]


def _character(picture: Frames) -> Character:
    data = io.BytesIO()
    Image.fromarray(picture).save(data, "PNG")
    return Character(CharacterKind.UPLOADED, picture=data.getvalue())
