"""The sound under a film: read once, and written beside the pictures as they come."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from pipeline.encode.errors import SoundError
from pipeline.media.sound import UnreadableSoundError, read_sound
from pipeline.types import Float32Array

if TYPE_CHECKING:
    from av.container import OutputContainer

SOUND_RATE: Final = 48_000
SOUND_BITS_PER_SECOND: Final = 96_000
_STEPS: Final = {"aac": ("fltp", 1024), "libopus": ("flt", 960)}
"""How each codec takes samples, and how many at once."""


def sound_samples(path: Path, seconds: float, tick: Callable[[], None]) -> Float32Array | None:
    """The first ``seconds`` of a file's sound: float32 [2, N] at SOUND_RATE, -1..1; None where it has no sound.

    Raises:
        SoundError: it cannot be decoded.
    """
    try:
        sound = read_sound(path, SOUND_RATE, "stereo", seconds, tick)
    except UnreadableSoundError as error:
        raise SoundError from error
    return None if sound is None or not sound.samples.size else sound.samples


class Soundtrack:
    """A stream of sound in a file that is being written; pictures and sound take turns, as players read them."""

    def __init__(self, container: OutputContainer, codec: Literal["aac", "libopus"], samples: Float32Array) -> None:
        self._container = container
        self._samples = samples
        self._format, self._step = _STEPS[codec]
        self._stream = container.add_stream(codec, rate=SOUND_RATE)
        self._stream.layout = "stereo"
        self._stream.bit_rate = SOUND_BITS_PER_SECOND
        self._written = 0

    def write(self, seconds: float) -> None:
        """Writes what is heard up to this moment of the film."""
        import av

        while self._written < min(seconds * SOUND_RATE, self._samples.shape[1]):
            piece = self._samples[:, self._written : self._written + self._step]
            if self._format == "flt":  # the channels' samples take turns
                piece = piece.T.reshape(1, -1)
            part = av.AudioFrame.from_ndarray(np.ascontiguousarray(piece), format=self._format, layout="stereo")
            part.sample_rate, part.pts, part.time_base = SOUND_RATE, self._written, Fraction(1, SOUND_RATE)
            self._container.mux(self._stream.encode(part))
            self._written += self._step

    def end(self) -> None:
        """Writes the rest."""
        self.write(np.inf)
        self._container.mux(self._stream.encode(None))
