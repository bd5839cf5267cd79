"""A teacher made by hand: lids and mouth are dark bars, the figure leans with its head. No network, so it is quick.

    python -m tests.pipeline.posers.student.strokes FOLDER

distils its picture, slowly, keeping in FOLDER what a run keeps.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import cv2
import numpy as np

from pipeline.posers.student.design import Turns
from pipeline.posers.student.distil import distil
from pipeline.posers.student.lesson import paste
from pipeline.posers.student.recipe import Ranks, Recipe
from pipeline.posers.student.teacher import FACE_LEFT, FACE_SIZE, FACE_TOP, Device, Flows
from pipeline.types import Frames, Poses

RECIPE = Recipe(faces=64, turns=96, held_out=2, ranks=Ranks(8, 8, 2))


def stroke_picture() -> Frames:
    """A round head on a body, uint8 [512, 512, 4]."""
    picture = np.zeros((512, 512, 4), np.uint8)
    cv2.rectangle(picture, (150, 240), (362, 511), (60, 70, 150, 255), -1)
    cv2.circle(picture, (256, 128), 80, (240, 205, 180, 255), -1)
    return picture


def poses() -> Poses:
    """What the character is said to be asked for."""
    rng = np.random.default_rng(3)
    chosen = rng.uniform(0, 1, (200, 45)) * (rng.random((200, 45)) < 0.2)
    return np.asarray(chosen, np.float32)


class StrokeTeacher:
    """As ``Teacher`` of any picture; counts what it is asked, and takes ``pause`` seconds for each."""

    device = Device.CPU

    def __init__(self, pause: float = 0.0, picture: Frames | None = None) -> None:
        self.asked = 0
        self._picture = stroke_picture() if picture is None else picture
        self._pause = pause

    def faces(self, poses: Poses) -> Frames:
        """The head's square with bars as high as eyes are closed and the mouth is open."""
        self._wait(len(poses))
        square = self._picture[FACE_TOP : FACE_TOP + FACE_SIZE, FACE_LEFT : FACE_LEFT + FACE_SIZE]
        faces = np.repeat(square[None], len(poses), axis=0)
        for face, pose in zip(faces, poses, strict=True):
            for left, amount in ((64, pose[12]), (110, pose[13]), (86, pose[26])):
                top = 130 if left == 86 else 90
                face[top : top + round(12 * float(amount)), left : left + 24, :3] = 40
        return faces

    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        """The picture, moved to the side by as many pixels as the head turns."""
        self._wait(len(turns))
        picture = self._picture
        flows = np.zeros((len(turns), 256, 256, 2), np.float16)
        flows[..., 0] = turns[:, 1, None, None] * 8 / 256
        moved = [
            cv2.warpAffine(paste(picture, face), np.array([[1, 0, -8 * turn[1]], [0, 1, 0]]), (512, 512))
            for face, turn in zip(faces, turns, strict=True)
        ]
        return np.stack(moved).astype(np.uint8), flows

    def _wait(self, count: int) -> None:
        self.asked += count
        time.sleep(count * self._pause)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    distil(
        stroke_picture(),
        poses(),
        RECIPE,
        lambda: StrokeTeacher(0.02),
        folder,
        keep=(folder / "done.student").write_bytes,
    )
