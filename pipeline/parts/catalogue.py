"""Parts by the value that a spec stores for them: the enum is the list, and each part is one module named after its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from typing import Any, TypeVar

from pipeline.parts.records import Part

V = TypeVar("V", bound=Enum)
P = TypeVar("P", bound=Part[Any])


class Catalogue(Mapping[V, P]):
    """The parts of one kind, in the order of their enum. A part's module is imported when it is first asked for."""

    def __init__(self, package: str, values: type[V], record: type[P]) -> None:
        """The part of a value is ``PART``, a ``record``, in the module ``package.<value>``."""
        self.package = package
        self._values, self._record = values, record
        self._parts: dict[V, P] = {}

    def __getitem__(self, value: V) -> P:
        """The part for a value.

        Raises:
            KeyError: the value is not of this kind.
            ImportError: the module of the part is missing.
            TypeError: the module holds something else than the part of this value.
        """
        if not isinstance(value, self._values):  # "long" is a value of several kinds, and equal in all of them
            raise KeyError(value)
        if value not in self._parts:
            module = import_module(f"{self.package}.{value.value}")
            part = getattr(module, "PART", None)
            if not isinstance(part, self._record) or part.value is not value:
                raise TypeError(f"{module.__name__}.PART must be a {self._record.__name__} for {value}")
            self._parts[value] = part
        return self._parts[value]

    def __iter__(self) -> Iterator[V]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
