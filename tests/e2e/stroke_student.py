"""A distillation for the real process with a teacher that is no network: it asks, keeps and fits as ours."""

from __future__ import annotations

import time
from functools import partial
from typing import Final

from pipeline import Judgement, OnProgress, PipelineSettings, Progress, Stage
from pipeline.pixels.pictures import picture_pixels
from pipeline.posers.student.distil import DistilProgress, distil
from pipeline.posers.student.shelf import keep_student, workshop
from pipeline.posers.student.timetable import Phase
from pipeline.types import DistilRequest
from tests.pipeline.posers.student.strokes import RECIPE, StrokeTeacher, poses

HOLD: Final = "hold"
"""While a file of this name lies on the shelf, nobody gets beyond faces."""


def stroke_distil(request: DistilRequest, settings: PipelineSettings, on_progress: OnProgress) -> Judgement:
    """The student of a character, whose head seems to be a circle."""

    def hear(progress: DistilProgress) -> None:
        on_progress(Progress(Stage.CHARACTER, progress.fraction))
        while progress.phase is Phase.TURNS and (settings.students / HOLD).exists():
            time.sleep(0.02)
            on_progress(Progress(Stage.CHARACTER, progress.fraction))

    assert request.character.picture is not None
    picture = picture_pixels(request.character.picture)
    return distil(
        picture,
        poses(),
        RECIPE,
        lambda: StrokeTeacher(picture=picture),
        workshop(settings.students),
        hear,
        keep=partial(keep_student, request.character, settings.students),
    ).judgement
