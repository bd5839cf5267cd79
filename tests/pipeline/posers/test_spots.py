"""What the networks paint far from the figure is no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from pipeline.posers.spots import Surroundings
from pipeline.posers.student.design import Turns
from pipeline.posers.student.lesson import figure_box
from pipeline.posers.student.teacher import Device, Flows, TidyTeacher
from pipeline.types import Frames
from tests.pipeline.posers.student.strokes import StrokeTeacher, poses

if TYPE_CHECKING:
    from torch.nn import Module

    from pipeline.posers.tha3.backends import Arrays, Step

SMALL = np.zeros((512, 512, 4), np.uint8)
cv2.rectangle(SMALL, (200, 60), (320, 400), (90, 60, 120, 255), -1)
cv2.circle(SMALL, (380, 100), 6, (250, 220, 90, 255), -1)  # a star beside it, which is the figure's own


def moved(pixels: int) -> Frames:
    return np.roll(SMALL, pixels, axis=1)


def test_what_moves_stays_and_spots_go() -> None:
    pictures = np.stack([SMALL, moved(25), moved(-30)])
    spotted = pictures.copy()
    for picture, (top, left), alpha in zip(spotted, ((12, 446), (404, 95), (447, 20)), (134, 6, 255), strict=True):
        picture[top : top + 4, left : left + 13, 3] = alpha
        picture[top - 1, left, 3] = 2  # its own faint edge
    np.testing.assert_array_equal(Surroundings(SMALL).without_spots(spotted), pictures)
    np.testing.assert_array_equal(spotted[0, 12, 446], [0, 0, 0, 134], "the pictures given are not touched")


def test_a_frame_of_half_the_size_is_cleaned_alike() -> None:
    half = cv2.resize(moved(25), (256, 256), interpolation=cv2.INTER_AREA)[None]
    spotted = half.copy()
    spotted[0, 6:8, 223:229] = (0, 0, 0, 134)
    np.testing.assert_array_equal(Surroundings(SMALL).without_spots(spotted), half)


def test_the_poser_shows_no_spots(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="needs the extra 'neural'")
    from pipeline.posers.tha3.fast import FastRoad
    from tests.pipeline.posers.tha3.untrained import untrained_networks

    def spotting(name: str, module: Module, example: Arrays) -> Step:
        """Networks that leave the picture as it is, but for a spot in its corner."""
        side = {"face": 0, "turn": 256, "finish": 512}[name]

        def step(jobs: Sequence[Arrays]) -> list[npt.NDArray[Any]]:
            if name == "face":
                return [face for _, _, face, _ in jobs]
            frame = cv2.resize(SMALL, (side, side), interpolation=cv2.INTER_AREA)
            frame[5:9, -20:-8] = (0, 0, 0, 140)
            return [frame[None] for _ in jobs]

        return step

    road = FastRoad(untrained_networks(), tmp_path, spotting)
    for size in (256, 512):
        (frame,) = np.concatenate(list(road.draw(road.prepare(SMALL), poses()[:1], size)))
        np.testing.assert_array_equal(frame, cv2.resize(SMALL, (size, size), interpolation=cv2.INTER_AREA))


def test_the_box_of_a_small_figure_is_small() -> None:
    class Spotted(StrokeTeacher):
        def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
            pictures, flows = super().figures(faces, turns)
            pictures[:, 5:9, 480:500] = (0, 0, 0, 140)
            return pictures, flows

    faces = np.repeat(SMALL[None, 32:224, 160:352], 4, axis=0)
    turns = np.asarray(poses()[:4, 39:])
    dirty = Spotted(picture=SMALL)
    assert figure_box(dirty.figures(faces, turns)[0]).width > 300
    tidy = TidyTeacher(dirty, SMALL)
    assert tidy.device is Device.CPU
    np.testing.assert_array_equal(tidy.faces(poses()[:1]), dirty.faces(poses()[:1]))
    box = figure_box(tidy.figures(faces, turns)[0])
    assert box.width <= 224
    assert box.height <= 384
