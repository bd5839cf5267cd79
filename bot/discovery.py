"""Finding commands and buttons: whatever stands in a package is used, without a list to keep."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def import_all(package: ModuleType) -> None:
    """Imports every module of a package."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)


def leaves(kind: type[T]) -> list[type[T]]:
    """All imported classes derived from ``kind``, directly or not, that nothing else is derived from."""
    found: list[type[T]] = []
    for child in kind.__subclasses__():
        found += leaves(child) if child.__subclasses__() else [child]
    return found
