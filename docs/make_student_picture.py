"""Draws docs/img/student.webp: how a student's frame comes to be, on a drawn character's picture.

python -m docs.make_student_picture
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image

from pipeline.characters import make_character
from pipeline.distil import example_poses
from pipeline.posers import open_poser
from pipeline.posers.student.distil import distil
from pipeline.posers.student.model import Box, Student, premultiplied
from pipeline.posers.student.paint import FieldPainter, Painter
from pipeline.posers.student.recipe import Recipe
from pipeline.posers.student.teacher import Device, open_teacher
from pipeline.progress import ignore
from pipeline.settings import load_pipeline_settings
from pipeline.types import FULL, Frames, PromptSource, Source, make_pose, neutral_poses
from pipeline.types.arrays import Pixels

OUT: Final = Path(__file__).parent / "img" / "student.webp"
RECIPE: Final = Recipe(faces=320, turns=256)
POSE: Final = make_pose(eye_happy_wink=1.0, mouth_aaa=0.8, head_y=-0.8, neck_z=0.5, body_z=0.3, head_x=0.2)
_WINDOW: Final = Box(20, 96, 320, 320)
_ARROW_STEP: Final = 20
_INK: Final = (60, 60, 70)


def main() -> None:
    """Distils the character and writes the picture."""
    words = PromptSource("girl, short brown hair, school uniform, no glasses", 8, Source.DRAWN)
    character = make_character(words, ignore).character
    picture: Frames = open_poser(character).pose(character, neutral_poses(1), 512, FULL)[0]
    teacher = open_teacher(picture, Device.CPU, load_pipeline_settings().models)
    with tempfile.TemporaryDirectory() as work:
        student = distil(picture, example_poses(), RECIPE, lambda: teacher, Path(work)).student
    theirs = premultiplied(teacher.figures(teacher.faces(POSE[None]), POSE[None, 39:])[0])[0]
    tiles = [
        _titled(_on_white(_with_face(student)), "source with its face"),
        _titled(_arrows(student), "flow (6 numbers)"),
        _titled(_rest(student), "rest, 8 times as strong"),
        _titled(_on_white(Painter(student).paint(POSE[None], 512)[0]), "student: warp + rest"),
        _titled(_on_white(theirs), "teacher"),
    ]
    Image.fromarray(np.concatenate(tiles, axis=1)).save(OUT, quality=88)


def _with_face(student: Student) -> Frames:
    figure = student.source.copy()
    box = student.face_box
    figure[box.rows, box.columns] = np.rint(Painter(student).faces(POSE[None])[0])
    corner = (box.left + box.width, box.top + box.height)
    framed: Frames = cv2.rectangle(figure, (box.left, box.top), corner, (230, 60, 90, 255), 1)
    return framed


def _arrows(student: Student) -> Pixels:
    canvas = np.ascontiguousarray(np.minimum(_on_white(student.source).astype(np.uint16) + 110, 255).astype(np.uint8))
    flow = FieldPainter(student.flow)(POSE[None, 39:])[0] * 256
    box = student.figure_box
    for y in range(_ARROW_STEP // 2, box.height, _ARROW_STEP):
        for x in range(_ARROW_STEP // 2, box.width, _ARROW_STEP):
            there = np.array([x + box.left, y + box.top])
            if student.source[there[1], there[0], 3]:
                here = (there - flow[y // 2, x // 2]).round().astype(int)
                cv2.arrowedLine(canvas, there.tolist(), here.tolist(), (40, 90, 200), 1, cv2.LINE_AA, 0, 0.35)
    return canvas


def _rest(student: Student) -> Pixels:
    values = cv2.resize(FieldPainter(student.rest)(POSE[None, 39:])[0][..., :3], None, fx=2, fy=2)
    canvas = np.full((512, 512, 3), 255, np.float32)
    canvas[student.figure_box.rows, student.figure_box.columns] -= np.abs(values) * 8
    return np.asarray(canvas.clip(0, 255), np.uint8)


def _on_white(picture: Frames) -> Pixels:
    return np.asarray(np.minimum(picture[..., :3].astype(np.uint16) + 255 - picture[..., 3:], 255), np.uint8)


def _titled(picture: Pixels, title: str) -> Pixels:
    tile = np.ascontiguousarray(picture[_WINDOW.rows, _WINDOW.columns])
    cv2.putText(tile, title, (8, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.5, _INK, 1, cv2.LINE_AA)
    return tile


if __name__ == "__main__":
    main()
