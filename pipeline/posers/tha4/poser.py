"""The poser that animates a picture with Talking Head Anime 4: its official student, or else the full networks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from pipeline.posers.pictures import PicturePoser, aligned_pixels, own_picture
from pipeline.posers.tha3.poser import NeuralExtraMissingError
from pipeline.posers.tha4.official import OfficialStudent, find_student
from pipeline.types import DEFAULT_SETTINGS, Character, Frames, PoserName, Poses, UserError
from pipeline.types.frames import PICTURE_SIZE

if TYPE_CHECKING:
    from cachetools import LRUCache
    from torch import Tensor

    from pipeline.posers.tha4.plain import Networks

MODEL: Final = "tha4"
_FRAMES_KEPT: Final = 64
"""Finished frames of a character that are kept, since motions pause and come back."""

Draw = Callable[[Poses, int], Frames]
"""One pose [1, 45] and 256 or 512 -> the whole figure, uint8 [1, S, S, 4], straight alpha."""


class Tha4WeightsMissingError(UserError):
    """Neither the full networks' weights nor an official student of the picture is here."""

    key = "error.tha4_weights"
    template = (
        "The weights of Talking Head Anime 4 are not here. Their licence (CC BY-NC 4.0) forbids commercial use, so "
        "they are never fetched for you: docs/models.md says where they are and where to put them."
    )


class Tha4Poser(PicturePoser):
    """Poses aligned pictures.

    Args:
        shelf: the folder of students, official ones among them.
        models: the folder of third-party weights.
        networks: the full networks; those in ``models`` when none are given.
    """

    name = PoserName.THA4

    def __init__(
        self,
        shelf: Path = DEFAULT_SETTINGS.students,
        models: Path = DEFAULT_SETTINGS.models,
        networks: Networks | None = None,
    ) -> None:
        super().__init__(models)
        self._shelf = shelf
        self._networks = networks
        self._prepared = lru_cache(maxsize=2)(self._prepare)

    def draw(self, character: Character, poses: Poses, size: int) -> Iterator[Frames]:
        """As ``PicturePoser.draw``.

        Raises:
            Tha4WeightsMissingError: nothing here can move this picture.
            NeuralExtraMissingError: torch is not installed.
        """
        draw, drawn = self._prepared(own_picture(character))
        for number in range(len(poses)):
            pose = np.ascontiguousarray(poses[number : number + 1], np.float32)
            key = (size, pose.tobytes())
            if key not in drawn:
                drawn[key] = draw(pose, size)
            yield drawn[key]

    def _prepare(self, picture: bytes) -> tuple[Draw, LRUCache[tuple[int, bytes], Frames]]:
        student = find_student(picture, self._shelf)
        networks = self._networks
        if student is None and networks is None:
            networks = open_full_networks(self._models)
        try:
            from cachetools import LRUCache

            from pipeline.posers.tha3.picture import to_network
        except ImportError as error:
            raise NeuralExtraMissingError from error
        pixels = aligned_pixels(picture)
        known = to_network(pixels, premultiplied=True)
        draw = _by_networks(networks, known, pixels) if networks is not None else _by_student(student, known)
        return draw, LRUCache(_FRAMES_KEPT)


@lru_cache(maxsize=1)
def open_full_networks(models: Path) -> Networks:
    """The full networks.

    Raises:
        Tha4WeightsMissingError: nobody has brought their weights.
        NeuralExtraMissingError: torch is not installed.
    """
    from pipeline.models import find_model

    folder = find_model(MODEL, models)
    if folder is None:
        raise Tha4WeightsMissingError
    try:
        from pipeline.posers.tha4.plain import load_networks
    except ImportError as error:
        raise NeuralExtraMissingError from error
    return load_networks(folder)


def _by_networks(networks: Networks, image: Tensor, picture: Frames) -> Draw:
    import torch

    from pipeline.posers.spots import Surroundings
    from pipeline.posers.tha4.plain import decompose, run_stages

    decomposed = decompose(networks, image)
    surroundings = Surroundings(picture)

    def draw(poses: Poses, size: int) -> Frames:
        stages = run_stages(networks, image, torch.from_numpy(poses), decomposed, finish=size == PICTURE_SIZE)
        return surroundings.without_spots(to_straight(stages.picture))

    return draw


def _by_student(student: OfficialStudent | None, image: Tensor) -> Draw:
    import torch
    from torch.nn import functional

    from pipeline.posers.tha4.figure_road import FigureRoad
    from pipeline.posers.tha4.siren import load_student

    if student is None:
        raise Tha4WeightsMissingError
    road = FigureRoad(load_student(student.folder, image))

    def draw(poses: Poses, size: int) -> Frames:
        picture = road.draw(torch.from_numpy(poses))
        return to_straight(picture if size == PICTURE_SIZE else functional.avg_pool2d(picture, 2))

    return draw


def to_straight(images: Tensor) -> Frames:
    """Network pictures [N, 4, H, W] in -1..1, premultiplied linear light -> uint8 [N, H, W, 4], sRGB, straight alpha.

    The published code stores premultiplied colours as they are, which darkens every soft edge; here they are divided by
    alpha in linear light first.
    """
    import torch

    from pipeline.posers.tha3.steps import to_levels

    alpha = ((images[:, 3:] + 1) / 2).clamp(0, 1)
    colour = ((images[:, :3] + 1) / 2).clamp(min=0) / alpha.clamp(min=1 / 512)
    frames: Frames = to_levels(torch.cat([colour.clamp(max=1) * 2 - 1, images[:, 3:]], dim=1)).numpy()
    frames[frames[..., 3] == 0] = 0
    return frames
