"""iFacialMocap: an iPhone's TrueDepth camera over UDP, in both versions of its format."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline import Poses, SeenFace, read_ifacialmocap

GREETING: Final = b"iFacialMocap_sahuasouryya9218sauhuiayeta91555dy3719|sendDataVersion=v2"
"""What the app waits for before it sends (its developers' page)."""
PORT: Final = 49983
_CALM: Final = 15
"""Faces from which the head's own rest is taken at first."""


class PhoneReader:
    """A ``Reader`` of faces; heads are relative to how this one is held at rest."""

    name: str = "iFacialMocap"
    port: int = PORT

    def __init__(self) -> None:
        self._rest = np.zeros(3)
        self._count = 0
        self._last: SeenFace | None = None

    def read(self, data: bytes) -> Poses | None:
        """See ``Reader``."""
        face = read_ifacialmocap(data)
        if face is None:
            raise ValueError("no face")
        self._last = face
        if self._count < _CALM:
            self._count += 1
            self._rest += (np.array(face.head) - self._rest) / self._count
        return face.pose((float(self._rest[0]), float(self._rest[1]), float(self._rest[2])))

    def calibrate(self) -> None:
        """See ``Reader``."""
        if self._last is not None:
            self._rest, self._count = np.array(self._last.head), _CALM
