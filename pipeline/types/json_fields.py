"""Reading JSON that people bring: each field has a type, nothing is guessed, and a newer version says so."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from pipeline.types.errors import UserError


class NewerFileError(UserError):
    """The file was written by a newer version."""

    key = "error.newer_file"
    template = "That file was written by a newer AnimeMoji (its version is {version}): update AnimeMoji to use it."


class Fields:
    """The fields of a JSON object.

    Args:
        data: what ``json.loads`` returned.

    Raises:
        TypeError: it is not an object.
    """

    def __init__(self, data: object) -> None:
        if not isinstance(data, Mapping):
            raise TypeError("not a JSON object")
        self._data: Mapping[str, Any] = data

    def check_version(self, known: int) -> None:
        """Passes versions 1 to ``known``; a file without one has version 1.

        Raises:
            NewerFileError: the version is above ``known``.
            ValueError: it is no version.
        """
        version = self.whole("version", 1)
        if version > known:
            raise NewerFileError(version=version)
        if version < 1:
            raise ValueError("version must be 1 or more")

    def whole(self, name: str, default: int) -> int:
        """A whole number; ``default`` where the field is absent. Raises ValueError where it is something else."""
        return whole(self._data.get(name, default), name)

    def number(self, name: str) -> float:
        """A finite number. Raises ValueError where it is something else, or absent."""
        return number(self._data.get(name), name)

    def flag(self, name: str, default: bool) -> bool:
        """True or false; ``default`` where the field is absent. Raises ValueError where it is something else."""
        return flag(self._data.get(name, default), name)

    def text(self, name: str, default: str | None = None) -> str:
        """A string; ``default`` where the field is absent. Raises ValueError where it is something else."""
        return text(self._data.get(name, default), name)

    def items(self, name: str, default: tuple[Any, ...] | None = None) -> list[Any]:
        """A list; ``default`` where the field is absent. Raises ValueError where it is something else."""
        found = self._data.get(name, default)
        if not isinstance(found, list | tuple):
            raise ValueError(f"{name} must be a list")
        return list(found)

    def array(self, name: str, default: object = None) -> np.ndarray[tuple[int, ...], np.dtype[Any]]:
        """Numbers, or trues and falses, of any shape. Raises ValueError where there is anything else among them."""
        values = np.asarray(self._data.get(name, default))
        if values.size and values.dtype.kind not in "biuf":
            raise ValueError(f"{name} must hold numbers")
        return values

    def get(self, name: str) -> Any:
        """Whatever the field holds; None where it is absent."""
        return self._data.get(name)


def whole(value: object, name: str) -> int:
    """The value, if it is a whole number. Raises ValueError where it is something else."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{name} must be a whole number")
    return value


def number(value: object, name: str) -> float:
    """The value, if it is a finite number. Raises ValueError where it is something else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{name} must be a number")
    return float(value)


def flag(value: object, name: str) -> bool:
    """The value, if it is true or false. Raises ValueError where it is something else."""
    if not isinstance(value, bool):
        raise ValueError(f"{name} must be true or false")
    return value


def text(value: object, name: str) -> str:
    """The value, if it is a string. Raises ValueError where it is something else."""
    if not isinstance(value, str):
        raise ValueError(f"{name} must be a text")
    return value
