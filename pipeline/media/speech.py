"""What a voice said, in a few kilobytes: kept beside its motion, so that an MP4 made of it later can be heard too."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.media.sound import read_sound
from pipeline.unlinked import unlinked_file

RATE: Final = 48_000
BITS_PER_SECOND: Final = 32_000
_STEP: Final = 960
"""Samples of an Opus frame of 20 ms."""


def kept_speech(path: Path, seconds: float) -> bytes:
    """The first ``seconds`` of a file's sound as an Ogg with Opus, in mono; b"" where it has none.

    The same file always gives the same bytes: 4 kB a second.

    Raises:
        UnreadableSoundError, IncompleteFileError, OverloadedFileError: see ``read_sound``.
    """
    import av

    sound = read_sound(path, RATE, "mono", seconds)
    if sound is None or not sound.samples.size:
        return b""
    with unlinked_file(suffix=".ogg") as out:
        with av.open(out, "w", format="ogg", options={"fflags": "+bitexact"}) as container:
            voice = container.add_stream("libopus", rate=RATE)
            voice.layout = "mono"
            voice.bit_rate = BITS_PER_SECOND
            for start in range(0, sound.samples.shape[1], _STEP):
                samples = np.ascontiguousarray(sound.samples[:, start : start + _STEP])
                part = av.AudioFrame.from_ndarray(samples, format="flt", layout="mono")
                part.sample_rate, part.pts, part.time_base = RATE, start, Fraction(1, RATE)
                container.mux(voice.encode(part))
            container.mux(voice.encode(None))
        return out.read_bytes()
