"""The poser that animates a picture with Talking Head Anime 3."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.models import derived
from pipeline.posers.pictures import PicturePoser, aligned_pixels, own_picture
from pipeline.types import DEFAULT_SETTINGS, Character, Frames, PoserName, Poses, UserError

if TYPE_CHECKING:
    from pipeline.posers.tha3.fast import FastRoad, Prepared
    from pipeline.posers.tha3.weights import Networks

MODEL: Final = "tha3"
_CACHE_VERSION: Final = 3
"""To be raised when a step changes, so that nobody runs a compiled step of old."""


class WeightsMissingError(UserError):
    """The official weights are not here."""

    key = "error.tha3_weights"
    template = "The weights of Talking Head Anime 3 are not here: run `animemoji models fetch tha3` once."


class NeuralExtraMissingError(UserError):
    """The libraries that run networks are not installed."""

    key = "error.neural_extra"
    template = "Animating a picture needs more libraries: run `pip install 'animemoji[neural]'` once."


def converted_weights(models: Path) -> Path:
    """The folder of the official weights as safetensors, written by the first poser."""
    return derived(models) / f"{MODEL}-safetensors"


def compiled_steps(models: Path) -> Path:
    """The folder of the steps compiled for this machine."""
    return derived(models) / f"{MODEL}-compiled-{_CACHE_VERSION}"


def open_networks(models: Path) -> Networks:
    """The official networks; the first time on a machine their weights are written as safetensors.

    Args:
        models: the folder of third-party weights.

    Raises:
        WeightsMissingError: nobody has fetched the official weights.
        NeuralExtraMissingError: torch is not installed.
    """
    from pipeline.models import find_model

    folder = find_model(MODEL, models)
    if folder is None:
        raise WeightsMissingError
    try:
        from pipeline.posers.tha3.weights import convert, load_networks
    except ImportError as error:
        raise NeuralExtraMissingError from error
    converted = converted_weights(models)
    if not converted.is_dir():
        convert(folder, converted)
    return load_networks(converted)


@lru_cache(maxsize=1)
def _open_road(models: Path) -> FastRoad:
    networks = open_networks(models)
    try:
        from pipeline.posers.tha3.fast import FastRoad
    except ImportError as error:
        raise NeuralExtraMissingError from error
    return FastRoad(networks, compiled_steps(models))


class Tha3Poser(PicturePoser):
    """Poses aligned pictures.

    Args:
        road: the networks; the official ones when none is given.
        models: the folder of third-party weights.

    Raises:
        WeightsMissingError: nobody has fetched the official weights.
        NeuralExtraMissingError: torch is not installed.
    """

    name = PoserName.THA3

    def __init__(self, road: FastRoad | None = None, models: Path = DEFAULT_SETTINGS.models) -> None:
        super().__init__(models)
        self._road = road or _open_road(models)
        self._prepared = lru_cache(maxsize=4)(self._prepare)

    def _prepare(self, picture: bytes) -> Prepared:
        return self._road.prepare(aligned_pixels(picture))

    def draw(self, character: Character, poses: Poses, size: int) -> Iterator[Frames]:
        """As ``PicturePoser.draw``."""
        yield from self._road.draw(self._prepared(own_picture(character)), poses, size)
