"""Pictures that the project makes itself: drawn characters, whose alpha and whose head's place are known."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np

from pipeline.characters import make_character
from pipeline.characters.pictures.align import ALIGNED, Head, transform_to
from pipeline.drawing.body import HEAD_CENTRE
from pipeline.posers import open_poser
from pipeline.posers.place import CENTRE_X, CENTRE_Y, UNITS
from pipeline.posers.rig.character import draw_character
from pipeline.types import FULL, Character, Frames, Poses, PromptSource, Source, neutral_poses
from pipeline.types.spec import Edition, RigSpec


@lru_cache(maxsize=64)
def _character(seed: int) -> Character:
    return make_character(PromptSource("", seed, Source.DRAWN), lambda _: None).character


def _spec(seed: int, edition: Edition) -> RigSpec:
    spec = _character(seed).spec
    assert spec is not None
    return replace(spec, edition=edition)


_TOP = (ALIGNED.y - ALIGNED.side / 2 - CENTRE_Y) * UNITS
"""The top of the hair of a usual head, design units."""


def head_of(seed: int, edition: Edition) -> Head:
    """The head of ``portrait``, from the top of its hair to its chin: children have larger ones, men longer ones."""
    figure = draw_character(_spec(seed, edition)).figure
    top, chin = ((y - HEAD_CENTRE) * figure.head_scale + HEAD_CENTRE for y in (_TOP, figure.chin))
    return Head(CENTRE_X, CENTRE_Y + (top + chin) / 2 / UNITS, (chin - top) / UNITS)


def moved_head(aligned: Head, head: Head) -> Head:
    """Where a head of an aligned picture is after ``moved`` to ``head``."""
    x, y = transform_to(ALIGNED, head) @ np.array([aligned.x, aligned.y, 1.0])
    return replace(head, x=float(x), y=float(y), side=head.side * aligned.side / ALIGNED.side)


def portrait(seed: int, pose: Poses | None = None, edition: Edition = Edition.FIRST) -> Frames:
    """A drawn character, aligned: uint8 [512, 512, 4].

    The first edition's pictures never change, so neither does what is measured on them.
    """
    poses = neutral_poses(1) if pose is None else pose[None]
    character = replace(_character(seed), spec=_spec(seed, edition))
    frame: Frames = open_poser(character).pose(character, poses, 512, FULL)[0]
    return frame


def moved(picture: Frames, head: Head, width: int, height: int) -> Frames:
    """An aligned picture moved, turned and scaled so that its head comes to ``head``: uint8 [height, width, 4]."""
    pixels = picture.astype(np.float32)
    pixels[..., :3] *= pixels[..., 3:] / 255
    out = cv2.warpAffine(pixels, transform_to(ALIGNED, head), (width, height), flags=cv2.INTER_AREA)
    out[..., :3] *= 255 / np.maximum(out[..., 3:], 0.5)
    return np.asarray(np.rint(out.clip(0, 255)), np.uint8)


def on_background(picture: Frames, background: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Frames:
    """A picture over a background, float [H, W, 3] in 0..255: opaque."""
    alpha = picture[..., 3:] / 255
    colour = picture[..., :3] * alpha + background * (1 - alpha)
    return np.dstack([np.rint(colour).clip(0, 255), np.full(picture.shape[:2], 255)]).astype(np.uint8)


def on_colour(picture: Frames, colour: tuple[int, int, int]) -> Frames:
    """A picture over a flat colour: opaque."""
    return on_background(picture, np.ones((*picture.shape[:2], 3)) * np.array(colour))


def profile() -> Frames:
    """A head seen from the side, its one eye to our left: uint8 [512, 512, 4]."""
    skin, line, hair, cloth = (251, 221, 200, 255), (96, 60, 52, 255), (92, 70, 130, 255), (60, 84, 130, 255)
    large = np.zeros((1024, 1024, 4), np.uint8)

    def shape(points: list[tuple[float, float]], colour: tuple[int, int, int, int]) -> None:
        outline = np.rint(np.array(points) * 2).astype(np.int32)
        cv2.fillPoly(large, [outline], colour, cv2.LINE_AA)
        cv2.polylines(large, [outline], True, line, 3, cv2.LINE_AA)

    shape([(230, 512), (196, 300), (206, 234), (236, 212), (300, 214), (340, 240), (352, 512)], cloth)
    shape([(232, 216), (240, 170), (290, 170), (292, 216), (262, 228)], skin)
    cv2.ellipse(large, (2 * 268, 2 * 122), (2 * 62, 2 * 58), 0, 0, 360, hair, -1, cv2.LINE_AA)
    shape([(322, 110), (334, 180), (326, 262), (296, 270), (280, 180), (276, 100)], hair)
    face = [(212, 92), (203, 118), (204, 132), (193, 149), (201, 154), (198, 163), (202, 168), (200, 174), (208, 189)]
    shape([*face, (224, 190), (262, 174), (278, 140), (270, 96)], skin)
    shape(
        [(206, 74), (196, 122), (216, 108), (214, 134), (232, 106), (236, 132), (256, 100), (272, 144), (300, 70)], hair
    )
    cv2.ellipse(large, (2 * 213, 2 * 141), (7, 18), 0, 0, 360, (250, 250, 250, 255), -1, cv2.LINE_AA)
    cv2.ellipse(large, (2 * 211, 2 * 141), (5, 15), 0, 0, 360, (70, 110, 170, 255), -1, cv2.LINE_AA)
    cv2.ellipse(large, (2 * 214, 2 * 134), (14, 5), -10, 180, 360, line, 5, cv2.LINE_AA)
    cv2.line(large, (2 * 202, 2 * 170), (2 * 214, 2 * 171), line, 3, cv2.LINE_AA)
    return np.asarray(cv2.resize(large, (512, 512), interpolation=cv2.INTER_AREA), np.uint8)
