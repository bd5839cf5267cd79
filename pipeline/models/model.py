"""What is known of third-party weights: where they come from and what they may be used for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Origin(str, Enum):
    """How a model gets here."""

    DOWNLOAD = "download"
    """Its files lie under one web address."""
    PACKAGE = "package"
    """Its files lie inside a Python package, which is unpacked and never imported."""
    BY_HAND = "by hand"
    """A person has to fetch it: for its licence, its owner, or since it is published in another form."""


@dataclass(frozen=True)
class ModelFile:
    """One file. ``size`` in bytes and ``sha256`` in hexadecimal; 0 and "" where any file of this name will do."""

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
