"""Pictures of drawn characters and measures on them, for the tests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.drawing.figure import measure
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import FACE_SHAPES
from pipeline.posers.rig.poser import RigPoser
from pipeline.types import FULL, Character, CharacterKind, Framing, RigSpec, make_pose
from pipeline.types.spec import HairSide, RestingFace

Picture = npt.NDArray[np.uint8]

PLAIN = RigSpec(expression=RestingFace.NEUTRAL, hair_side=HairSide.NONE, blush=0.0)


def drawn(spec: RigSpec = PLAIN) -> Character:
    return Character(CharacterKind.DRAWN, spec=spec)


def picture(pose: Mapping[str, float], spec: RigSpec = PLAIN, size: int = 512, framing: Framing = FULL) -> Picture:
    """One still, uint8 [size, size, 4]; the pose by names."""
    frames = RigPoser().pose(drawn(spec), make_pose(**pose)[None], size, framing)
    return np.asarray(frames[0])


def hair_kit(spec: RigSpec) -> HairKit:
    """What hair of a spec is drawn with, on an empty sheet."""
    return HairKit(Pen(), measure(spec, FACE_SHAPES[spec.face_shape].contour), spec, Tones.of(spec))


def green(spec: RigSpec) -> npt.NDArray[np.bool_]:
    """Where a still of a spec is green, bool [512, 512]: its hair, where nothing else is."""
    red, green, blue = picture({}, spec)[..., :3].astype(int).transpose(2, 0, 1)
    return np.asarray((green > red + 30) & (green > blue + 30))


@cache
def at_rest(spec: RigSpec = PLAIN, size: int = 512, framing: Framing = FULL) -> Picture:
    return picture({}, spec, size, framing)


def grey(image: Picture) -> npt.NDArray[np.float32]:
    """Light on black, float32 [H, W]."""
    return np.asarray(image[..., :3].astype(np.float32).mean(-1) * (image[..., 3] / 255.0), np.float32)


def moved(before: Picture, after: Picture, box: tuple[int, int, int, int]) -> tuple[float, float]:
    """How far what is in the box (left, top, right, bottom) moved: pixels to the right and down."""
    left, top, right, bottom = box
    first, second = (np.ascontiguousarray(grey(image)[top:bottom, left:right]) for image in (before, after))
    (x, y), _ = cv2.phaseCorrelate(first, second, cv2.createHanningWindow((right - left, bottom - top), cv2.CV_32F))
    return x, y


def changed(before: Picture, after: Picture, least: int = 24) -> npt.NDArray[np.bool_]:
    """Where the pictures differ clearly, bool [H, W]."""
    difference = np.abs(before.astype(np.int16) - after.astype(np.int16)).max(-1)
    return np.asarray(difference >= least)


def centre(mask: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Centre (x, y) of the true pixels."""
    rows, columns = np.nonzero(mask)
    return float(columns.mean()), float(rows.mean())
