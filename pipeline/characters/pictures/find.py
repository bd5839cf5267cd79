"""Whose head is where: our own network first, mediapipe's face detector for what it does not know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from pipeline.characters.pictures.align import ALIGNED, Head, overlap
from pipeline.characters.pictures.faces import find_faces, looks_photographed
from pipeline.pixels.alpha import flatten
from pipeline.types import Frames

if TYPE_CHECKING:
    from pipeline.characters.pictures.head_network import HeadNetwork, Sight

_GREY: Final = 200
"""What stands behind a figure while the detector looks at it, 0..255."""
_SURE: Final = 0.45
"""The network's confidence from which on its word counts alone: scenes without a figure stay below it."""
_ANOTHER: Final = 0.4
"""A further head of less than this share of the largest one's side is a doll or a picture on a shirt."""
_DETECTOR_SIDE: Final = 640
"""Pixels of the longer side of what the face detector sees."""
_ALREADY_ALIGNED: Final = 0.8
"""Overlap with the wanted box from which on a picture of the right size is left as it is."""
_ALREADY_UPRIGHT: Final = 6.0
"""Degrees."""


@dataclass(frozen=True)
class Found:
    """What was found in a figure's picture.

    Attributes:
        head: the head of the figure to be animated, or None.
        sure: 0..1.
        others: heads of further figures.
        photographed: it is a person's photo.
        sight: what else our network saw of the head; None where it did not find it.
    """

    head: Head | None
    sure: float = 0.0
    others: tuple[Head, ...] = ()
    photographed: bool = False
    sight: Sight | None = None


def find_person(picture: Frames) -> Found | None:
    """The largest head if a picture, uint8 [H, W, 4], is a photo of a person."""
    faces, photographed = _faces(picture)
    return Found(faces[0], 1.0, tuple(faces[1:]), photographed=True) if photographed else None


def find_head(figure: Frames) -> Found:
    """The largest head of a cut-out drawing, uint8 [H, W, 4], straight alpha."""
    from pipeline.characters.pictures.head_network import find_heads

    faces, _ = _faces(figure)
    sights = find_heads(_network(), figure)
    if (sure := sights[0].sure) < _SURE:
        # The detector knows more kinds of faces, but not how a drawn one leans.
        return Found(replace(faces[0], angle=0.0), _SURE, tuple(faces[1:])) if faces else Found(None, sure)
    first, *further = sorted(sights, key=lambda sight: -sight.head.side)
    others = tuple(other.head for other in further if other.head.side > _ANOTHER * first.head.side)
    return Found(first.head, first.sure, others, sight=first)


def is_aligned(figure: Frames, head: Head) -> bool:
    """Whether the picture can be animated as it is."""
    return (
        figure.shape[:2] == (512, 512)
        and overlap(head, ALIGNED) > _ALREADY_ALIGNED
        and abs(head.angle) < _ALREADY_UPRIGHT
    )


@lru_cache(maxsize=1)
def _network() -> HeadNetwork:
    from pipeline.characters.pictures.head_network import load_network

    return load_network()


def _faces(figure: Frames) -> tuple[list[Head], bool]:
    """The faces in it, on grey, and whether the largest is a photo's."""
    height, width = figure.shape[:2]
    picture = flatten(figure, _GREY)
    scale = min(1.0, _DETECTOR_SIDE / max(height, width))
    if scale < 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    faces = find_faces(picture)
    photographed = bool(faces) and looks_photographed(picture, faces[0])
    heads = [face.head for face in faces]
    return [Head(head.x / scale, head.y / scale, head.side / scale, head.angle) for head in heads], photographed
