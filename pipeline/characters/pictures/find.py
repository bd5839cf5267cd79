"""Whose head is where: our own network first, mediapipe's face detector for what it does not know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from pipeline.characters.pictures.align import ALIGNED, Head, overlap
from pipeline.characters.pictures.faces import DetectedFace, find_faces, looks_photographed
from pipeline.pixels.alpha import flatten
from pipeline.types import Frames, Pixels
from pipeline.types.frames import PICTURE_SIZE

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
_SMALL: Final = 0.3
"""Share of the picture's longer side up to which a head is so small that the detector is less sure of it."""
_AROUND: Final = 1.5
"""How far from a head's middle such a picture is looked at again, in sides of the head."""
_BEYOND_DOUBT: Final = 0.95
"""How sure the detector must then be of a photo: of drawn heads, looked at so, it is up to .93."""
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
    pixels = flatten(picture, _GREY)
    faces = _faces(pixels)
    if not faces:
        return None
    first, *others = faces
    closer = _looked_at_closer(pixels, first)
    surely = closer.sure > _BEYOND_DOUBT and looks_photographed(pixels, closer)
    if not surely and not looks_photographed(pixels, first):
        return None
    return Found(closer.head, 1.0, tuple(other.head for other in others), photographed=True)


def find_head(figure: Frames) -> Found:
    """The largest head of a cut-out drawing, uint8 [H, W, 4], straight alpha."""
    from pipeline.characters.pictures.head_network import find_heads

    faces = [face.head for face in _faces(flatten(figure, _GREY))]
    sights = find_heads(_network(), figure)
    if (sure := sights[0].sure) < _SURE:
        # The detector knows more kinds of faces, but not how a drawn one leans.
        return Found(replace(faces[0], angle=0.0), _SURE, tuple(faces[1:])) if faces else Found(None, sure)
    first, *further = sorted(sights, key=lambda sight: -sight.head.side)
    others = tuple(other.head for other in further if other.head.side > _ANOTHER * first.head.side)
    return Found(first.head, first.sure, others, sight=first)


def pointed_at(figure: Frames, head: Head) -> Found:
    """What is seen of the head of a drawing, uint8 [H, W, 4], that a person has pointed at."""
    from pipeline.characters.pictures.head_network import look_at

    return Found(head, 1.0, sight=look_at(_network(), figure, head))


def is_aligned(figure: Frames, head: Head) -> bool:
    """Whether the picture can be animated as it is."""
    return (
        figure.shape[:2] == (PICTURE_SIZE, PICTURE_SIZE)
        and overlap(head, ALIGNED) > _ALREADY_ALIGNED
        and abs(head.angle) < _ALREADY_UPRIGHT
    )


@lru_cache(maxsize=1)
def _network() -> HeadNetwork:
    from pipeline.characters.pictures.head_network import load_network

    return load_network()


def _looked_at_closer(pixels: Pixels, face: DetectedFace) -> DetectedFace:
    """A face that is small in its picture as it is seen alone: more surely, and its lean more exactly."""
    head = face.head
    if head.side > _SMALL * max(pixels.shape):
        return face
    reach = _AROUND * head.side
    top, left = max(0, round(head.y - reach)), max(0, round(head.x - reach))
    near = np.ascontiguousarray(pixels[top : max(0, round(head.y + reach)), left : max(0, round(head.x + reach))])
    if not near.size:
        return face
    for closer in _faces(near)[:1]:
        return replace(closer, head=replace(closer.head, x=closer.head.x + left, y=closer.head.y + top))
    return face


def _faces(pixels: Pixels) -> list[DetectedFace]:
    """The faces in an RGB picture [H, W, 3], the one with the largest head first."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _DETECTOR_SIDE / max(height, width))
    seen = pixels
    if scale < 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        seen = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    return [
        DetectedFace(Head(head.x / scale, head.y / scale, head.side / scale, head.angle), face.sure)
        for face in find_faces(seen)
        for head in (face.head,)
    ]
