"""Pictures that the project makes itself: drawn characters, whose alpha and whose head's place are known."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from pipeline.characters import make_character
from pipeline.characters.pictures.align import ALIGNED, Head, transform_to
from pipeline.posers import open_poser
from pipeline.types import FULL, Character, Frames, Poses, PromptSource, Source, neutral_poses


@lru_cache(maxsize=64)
def _character(seed: int) -> Character:
    return make_character(PromptSource("", seed, Source.DRAWN), lambda _: None).character


def portrait(seed: int, pose: Poses | None = None) -> Frames:
    """A drawn character, aligned: uint8 [512, 512, 4]."""
    poses = neutral_poses(1) if pose is None else pose[None]
    frame: Frames = open_poser(_character(seed)).pose(_character(seed), poses, 512, FULL)[0]
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
