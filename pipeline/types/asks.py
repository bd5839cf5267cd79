"""What every request that a pipeline process works on has in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from typing_extensions import Self

Given = TypeVar("Given")
Given_co = TypeVar("Given_co", covariant=True)


class Asks(Protocol[Given_co]):
    """A request, and what becomes of it."""

    @property
    def gives(self) -> type[Given_co]:
        """What becomes of it."""
        ...

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that must be read for it."""
        ...

    def with_files(self, files: Sequence[Path], /) -> Self:
        """The same request with these files in place of ``files``, in the same order."""
        ...
