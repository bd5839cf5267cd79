"""What the teacher answered, kept on disk: memory stays small, and a run that was cut off goes on where it ended."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.atomic import write_whole
from pipeline.posers.student.errors import NoRoomError

Arrays = Mapping[str, npt.NDArray[Any]]

_KEY: Final = 32
"""Letters of a picture's key that tell it from all others."""
_ABANDONED_SECONDS: Final = 7 * 24 * 3600.0


class SampleStore:
    """Named sets of arrays in a folder, each made once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str, asked: Arrays, ask: Callable[[], Arrays]) -> dict[str, npt.NDArray[Any]]:
        """The answers to these questions: read where they were kept, else asked for and kept.

        A file that is damaged, or holds answers to other questions, is asked for again.

        Raises:
            NoRoomError: they cannot be kept; what was kept before is still there.
        """
        path = self.folder / f"{name}.npz"
        if (kept := _read(path, asked)) is not None:
            return kept
        answers = dict(ask())
        buffer = io.BytesIO()
        np.savez(buffer, **{f"asked_{key}": value for key, value in asked.items()}, **answers)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, buffer.getvalue())
        except OSError as error:
            raise NoRoomError(folder=self.folder, reason=(error.strerror or "failed").lower()) from error
        return answers

    def has(self, name: str) -> bool:
        """Whether a set of that name is kept (it may still turn out to be of no use)."""
        return (self.folder / f"{name}.npz").is_file()

    def remove(self) -> None:
        """Everything that was kept, away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _read(path: Path, asked: Arrays) -> dict[str, npt.NDArray[Any]] | None:
    """The answers in a file; every byte is checked by the container's checksums."""
    if not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as data:
            arrays = {key: data[key] for key in data.files}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    questions = {key: arrays.pop(f"asked_{key}", None) for key in asked}
    same = all(value is not None and np.array_equal(value, asked[key]) for key, value in questions.items())
    return arrays if same else None


def run_folder(work: Path, key: str, teacher: str, version: int, seed: int) -> Path:
    """Where a run keeps its sets: below ``work``, by the ``picture_key`` that it learns, and what else it hangs on."""
    return work / f"{key[:_KEY]}-{teacher}-{version}-{seed}"


def remove_runs(work: Path, key: str) -> None:
    """Removes what all runs kept of the picture with this key."""
    for folder in work.glob(f"{key[:_KEY]}-*"):
        shutil.rmtree(folder, ignore_errors=True)


def remove_abandoned(parent: Path) -> None:
    """Removes the folders of runs that nobody went on with for a week."""
    if not parent.is_dir():
        return
    for folder in parent.iterdir():
        newest = max((entry.stat().st_mtime for entry in [folder, *folder.glob("*")]), default=0.0)
        if time.time() - newest > _ABANDONED_SECONDS and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
