"""Where weights lie on this machine, and whether they are what was published."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from enum import Enum
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from pipeline.models.catalogue import get_model
from pipeline.models.model import Model, ModelFile, Origin


def model_path(model: Model, folder: Path) -> Path:
    """Where it lies or would lie among the models in ``folder``: the file of a model of one file, else a folder."""
    return folder / model.files[0].name if len(model.files) == 1 else folder / model.name


def file_paths(model: Model, folder: Path) -> dict[ModelFile, Path]:
    """Where each of its files lies or would lie."""
    base = model_path(model, folder)
    return {file: base if len(model.files) == 1 else base / file.name for file in model.files}


def derived(folder: Path) -> Path:
    """The part of the models folder that holds what is made of weights here (other formats, compiled networks)."""
    return folder / "derived"


def find_model(name: str, folder: Path) -> Path | None:
    """Its path if it is here, else None. Stages ask this.

    What was fetched has been checked then, and is told by its size (``verify`` reads the bytes). Weights are also found
    inside the installed package that carries them, if they are the published ones: they are read once, and again when
    they have changed.

    Args:
        name: of the model.
        folder: of all models.
    """
    return find_weights(get_model(name), folder)


def find_weights(model: Model, folder: Path) -> Path | None:
    """As ``find_model``, of a model that need not be in the catalogue."""
    paths = file_paths(model, folder)
    if all(path.is_file() and file.size in (0, path.stat().st_size) for file, path in paths.items()):
        return model_path(model, folder)
    paths = _installed_paths(model)
    if paths and all(_checked_digest(path, folder) == file.sha256 for file, path in paths.items()):
        first = next(iter(paths.values()))
        return first if len(paths) == 1 else first.parent
    return None


def _installed_paths(model: Model) -> dict[ModelFile, Path]:
    """Where its files lie inside the installed package that carries them; empty where they do not."""
    if model.origin is not Origin.PACKAGE:
        return {}
    package, _, inside = model.source.partition(":")
    try:
        installed = distribution(package.partition("==")[0])
    except PackageNotFoundError:
        return {}
    paths = {file: Path(str(installed.locate_file(inside))) / file.name for file in model.files}
    return paths if all(path.is_file() for path in paths.values()) else {}


def _checked_digest(path: Path, folder: Path) -> str:
    """SHA-256 of a file that somebody else put there. The folder of models remembers those of unchanged files."""
    book = folder / "checked.json"
    try:
        known: dict[str, list[object]] = json.loads(book.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = {}
    found = path.stat()
    state = [found.st_size, found.st_mtime_ns]
    match known.get(str(path)):
        case [size, changed, str(digest)] if [size, changed] == state:
            return digest
    digest = file_digest(path)
    known[str(path)] = [*state, digest]
    with suppress(OSError):  # a folder that cannot be written to only costs time
        folder.mkdir(parents=True, exist_ok=True)
        part = book.with_name(f"{book.name}.{os.getpid()}")
        part.write_text(json.dumps(known), encoding="utf-8")
        part.replace(book)
    return digest


class State(str, Enum):
    """What of a model is here."""

    OK = "ok"
    MISSING = "missing"
    DAMAGED = "damaged"


def verify(model: Model, folder: Path) -> State:
    """Reads every byte of it and compares with what was published."""
    paths = file_paths(model, folder)
    if not any(path.is_file() for path in paths.values()):
        paths = _installed_paths(model)
    if not paths:
        return State.MISSING
    whole = all(
        path.is_file() and (not file.sha256 or file_digest(path) == file.sha256) for file, path in paths.items()
    )
    return State.OK if whole else State.DAMAGED


def file_digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    from pooch import file_hash

    return str(file_hash(str(path)))
