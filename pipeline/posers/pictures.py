"""What all posers of picture characters share: the aligned picture, and the way from whole figures to frames."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from pipeline.pixels.pictures import picture_pixels
from pipeline.posers.signs import draw_signs
from pipeline.posers.window import Window
from pipeline.types import FULL, Character, Frames, Framing, PoserName, Poses, PoseTrack
from pipeline.types.frames import PICTURE_SIZE


class PicturePoser(ABC):
    """A poser that draws the whole figure with 256 or 512 pixels; cutting out what is asked for is done here.

    Args:
        models: the folder of third-party weights.
    """

    name: PoserName

    def __init__(self, models: Path) -> None:
        self._models = models

    @abstractmethod
    def draw(self, character: Character, poses: Poses, size: int) -> Iterator[Frames]:
        """The whole figure in each pose [N, 45], ``size`` 256 or 512, a few at a time: uint8 [n, size, size, 4]."""

    def pose(self, character: Character, poses: Poses, size: int, framing: Framing = FULL) -> Frames:
        """Stills, as ``Poser.pose``.

        Raises:
            UserError: what is needed to move this picture is not here.
        """
        return np.concatenate([np.empty((0, size, size, 4), np.uint8), *self._show(character, poses, size, framing)])

    def animate(self, character: Character, track: PoseTrack, size: int, framing: Framing = FULL) -> Iterator[Frames]:
        """The track, as ``Poser.animate``; a picture has no hair of its own to swing."""
        yield from draw_signs(self._show(character, track.poses, size, framing), character, track, size, framing)

    def _show(self, character: Character, poses: Poses, size: int, framing: Framing) -> Iterator[Frames]:
        window = Window(size, framing, self._models)
        for batch in self.draw(character, poses, window.drawn):
            yield window.show(batch)


def own_picture(character: Character) -> bytes:
    """The character's picture. Raises ValueError for a drawn character, which has none."""
    if character.picture is None:
        raise ValueError("this poser needs a character with a picture")
    return character.picture


def aligned_pixels(picture: bytes) -> Frames:
    """The pixels of an aligned picture: uint8 [512, 512, 4]. Raises ValueError for one of another size."""
    pixels = picture_pixels(picture)
    if pixels.shape[:2] != (PICTURE_SIZE, PICTURE_SIZE):
        raise ValueError(f"an aligned picture is {PICTURE_SIZE} px wide and high, not {pixels.shape[:2]}")
    return pixels
