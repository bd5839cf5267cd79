"""What is said, in a few kilobytes: kept beside its motion, so that a film made of it later can be heard too."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.media.sound import read_sound
from pipeline.types import Float32Array
from pipeline.unlinked import unlinked_file

RATE: Final = 48_000
BITS_PER_SECOND: Final = 32_000
_STEP: Final = 960
"""Samples of an Opus frame of 20 ms."""


def kept_speech(path: Path, seconds: float) -> bytes:
    """The first ``seconds`` of a file's sound as ``speech_bytes`` writes it; b"" where it has none.

    Raises:
        UnreadableSoundError, IncompleteFileError, OverloadedFileError: see ``read_sound``.
    """
    sound = read_sound(path, RATE, "mono", seconds)
    return b"" if sound is None or not sound.samples.size else _ogg(sound.samples[0])


def speech_bytes(samples: Float32Array, rate: int) -> bytes:
    """Samples, float32 [N] of one channel, -1..1, as an Ogg with Opus: 4 kB a second.

    The same samples always give the same bytes.
    """
    from scipy.signal import resample_poly

    ratio = Fraction(RATE, rate)
    return _ogg(np.asarray(resample_poly(samples, ratio.numerator, ratio.denominator), np.float32).clip(-1, 1))


def _ogg(samples: Float32Array) -> bytes:
    """float32 [N] at RATE."""
    import av

    with unlinked_file(suffix=".ogg") as out:
        with av.open(out, "w", format="ogg", options={"fflags": "+bitexact"}) as container:
            voice = container.add_stream("libopus", rate=RATE)
            voice.layout = "mono"
            voice.bit_rate = BITS_PER_SECOND
            for start in range(0, len(samples), _STEP):
                piece = np.ascontiguousarray(samples[None, start : start + _STEP])
                part = av.AudioFrame.from_ndarray(piece, format="flt", layout="mono")
                part.sample_rate, part.pts, part.time_base = RATE, start, Fraction(1, RATE)
                container.mux(voice.encode(part))
            container.mux(voice.encode(None))
        return out.read_bytes()
