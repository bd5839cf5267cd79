"""A picture character becomes a student: the conductor of characters, motion and the student's making."""

from __future__ import annotations

import time
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from pipeline.threads import give_way
from pipeline.types import (
    DEFAULT_SETTINGS,
    Character,
    DistilRequest,
    Frames,
    Judgement,
    OnProgress,
    PipelineSettings,
    Poses,
    Preview,
    PreviewRequest,
    Progress,
    Stage,
    UserError,
)

if TYPE_CHECKING:
    from pipeline.posers.student.distil import Distilled, DistilProgress, OnDistilProgress
    from pipeline.posers.student.teacher import Device, Teacher, TeacherName

_FPS: Final = 12.5


class NeedsPictureError(UserError):
    """A drawn character was to be distilled."""

    key = "error.student_needs_picture"
    template = "A drawn character needs no student, its rig is faster still: give a picture."


def distil_character(
    character: Character,
    seconds: float,
    device: Device,
    seed: int = 0,
    settings: PipelineSettings = DEFAULT_SETTINGS,
    on_progress: OnDistilProgress = lambda _: None,
    teacher: TeacherName | None = None,
) -> Distilled:
    """Makes the student of a picture character and puts it where ``--poser auto`` finds it.

    Args:
        seconds: wall time from now to the finished file; what is asked of the teacher is planned from it.
        device: where the teacher runs.
        seed: decides which poses the teacher is asked for.
        on_progress: hears of it every second or so; what it raises (``JobCancelled``) comes out here. The next call for
            the same picture and seed goes on where that one ended.
        teacher: who is asked; None for Talking Head Anime 3.

    Raises:
        UserError: it is a drawn character, no face moves in its picture, or what the teacher needs is not here.
    """
    from pipeline.pixels.pictures import picture_pixels
    from pipeline.posers.student.distil import distil
    from pipeline.posers.student.recipe import recipe_for
    from pipeline.posers.student.shelf import keep_student, workshop
    from pipeline.posers.student.teacher import TeacherName, resolve_device

    deadline = time.monotonic() + seconds
    if character.picture is None:
        raise NeedsPictureError
    picture = picture_pixels(character.picture)
    teacher = teacher or TeacherName.THA3
    device = resolve_device(device)
    return distil(
        picture,
        example_poses(),
        recipe_for(seconds, device, seed, teacher),
        lambda: _open_teacher(teacher, picture, device, settings.models),
        workshop(settings.students),
        on_progress,
        deadline,
        partial(keep_student, character, settings.students),
    )


def _open_teacher(name: TeacherName, picture: Frames, device: Device, models: Path) -> Teacher:
    from pipeline.posers.student.teacher import TeacherName, open_teacher

    if name is TeacherName.THA4:
        from pipeline.posers.tha4.teacher import open_tha4_teacher

        return open_tha4_teacher(picture, device, models)
    return open_teacher(picture, device, models)


def can_distil(settings: PipelineSettings) -> bool:
    """Whether the teacher is here: its weights, and a library that runs it."""
    from pipeline.models import find_model
    from pipeline.posers.tha3.poser import MODEL

    return find_spec("torch") is not None and find_model(MODEL, settings.models) is not None


def distil_in_spare_time(request: DistilRequest, settings: PipelineSettings, on_progress: OnProgress) -> Judgement:
    """Makes a student in a process of its own that gives way to all others, and answers how good it is.

    One that is there already is not made again.

    Raises:
        UserError: as ``distil_character``.
    """
    from pipeline.posers.student.shelf import judgement_of
    from pipeline.posers.student.teacher import Device

    if (known := judgement_of(request.character, settings.students)) is not None:
        return known
    give_way()

    def hear(progress: DistilProgress) -> None:
        on_progress(Progress(Stage.CHARACTER, progress.fraction, progress.seconds_left, progress.fraction))

    return distil_character(
        request.character, request.seconds, Device.AUTO, request.seed, settings, on_progress=hear
    ).judgement


def bake_preview(request: PreviewRequest, settings: PipelineSettings, on_progress: OnProgress) -> Preview:
    """What pages show of a picture character until it has a student: made in seconds, from what the teacher answers.

    Raises:
        UserError: no face moves in its picture, or what the teacher needs is not here.
    """
    from pipeline.pixels.pictures import picture_pixels
    from pipeline.posers.student.bake import bake
    from pipeline.posers.student.teacher import Device, TeacherName, resolve_device

    if request.character.picture is None:
        raise NeedsPictureError
    on_progress(Progress(Stage.CHARACTER, 0.0))
    picture = picture_pixels(request.character.picture)
    teacher = _open_teacher(TeacherName.THA3, picture, resolve_device(Device.AUTO), settings.models)
    return Preview(bake(picture, example_poses(), teacher))


def example_poses() -> Poses:
    """What characters are usually asked for: the poses of all presets, float32 [N, 45]."""
    from pipeline.motion.presets import PRESETS, preset_track

    return np.concatenate([preset_track(name, _FPS).track.poses for name in PRESETS])
