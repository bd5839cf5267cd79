"""Official students of version 4: a folder with ``character_model.yaml``, a picture and two files of weights.

One is brought in once: its weights are checked and kept on the shelf of students beside the pixels of its picture, as
safetensors. From then on the picture is all that is needed.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from pipeline.pixels.pictures import picture_pixels
from pipeline.posers.student.model import picture_key
from pipeline.types import Character, CharacterKind, UserError
from pipeline.types.frames import PICTURE_SIZE

DESCRIPTION: Final = "character_model.yaml"
ENDING: Final = ".tha4"
_WEIGHTS: Final = ("face_morpher", "body_morpher")
_LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a file of weights; the published ones have .5 and 1.3 million."""


class OfficialStudentError(UserError):
    """The folder holds no student of version 4."""

    key = "error.tha4_student"
    template = (
        "That is not a student of Talking Head Anime 4 ({reason}): name its character_model.yaml, with character.png, "
        "face_morpher.pt and body_morpher.pt beside it."
    )


@dataclass(frozen=True)
class OfficialStudent:
    """A student on the shelf; ``folder`` holds its two files of weights."""

    folder: Path


def find_student(picture: bytes, shelf: Path) -> OfficialStudent | None:
    """The official student of an aligned picture (the bytes of a PNG), if it was brought in."""
    folder = _place(picture, shelf)
    return OfficialStudent(folder) if folder.is_dir() else None


def bring_student(description: Path, shelf: Path) -> Character:
    """Checks a student, keeps it on the shelf, and returns the character that it moves.

    Args:
        description: its ``character_model.yaml``; the three files have their published names.
        shelf: the folder of students.

    Raises:
        OfficialStudentError: a file is missing or holds something else.
    """
    folder = description.parent
    try:
        picture = (folder / "character.png").read_bytes()
        with Image.open(io.BytesIO(picture)) as image:
            if image.size != (PICTURE_SIZE, PICTURE_SIZE):
                raise OfficialStudentError(reason=f"its picture is not {PICTURE_SIZE} pixels wide and high")
            pixels = np.asarray(image.convert("RGBA"))
    except OSError:
        raise OfficialStudentError(reason="character.png is missing or is no picture") from None
    _keep(folder, pixels, _place(picture, shelf))
    return Character(CharacterKind.UPLOADED, picture=picture)


def _keep(folder: Path, pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], place: Path) -> None:
    from safetensors.torch import save_file

    from pipeline.posers.tha3.picture import to_network
    from pipeline.posers.tha3.weights import read_weights
    from pipeline.posers.tha4.siren import StudentNetworks

    for name in _WEIGHTS:
        sizes = [path.stat().st_size for path in folder.glob(f"{name}.*") if path.suffix in (".pt", ".safetensors")]
        if not sizes or max(sizes) > _LARGEST:
            raise OfficialStudentError(reason=f"{name}.pt is missing or too large")
    try:
        weights = {name: read_weights(folder, name) for name in _WEIGHTS}
        StudentNetworks(to_network(pixels, premultiplied=True)).load(weights)
    except Exception as error:  # whatever torch makes of a damaged file
        raise OfficialStudentError(reason="its weights cannot be read") from error
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as unfinished:
        for name in _WEIGHTS:
            tensors = {key: value.contiguous() for key, value in weights[name].items()}
            save_file(tensors, Path(unfinished) / f"{name}.safetensors")
        if not place.exists():
            shutil.copytree(unfinished, place)


def _place(picture: bytes, shelf: Path) -> Path:
    return shelf / (picture_key(picture_pixels(picture)) + ENDING)
