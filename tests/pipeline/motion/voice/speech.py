"""Speech made of nothing: a pulse train through resonators (Klatt 1980), and files of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.signal import lfilter

RATE: Final = 16_000
Sound = npt.NDArray[np.float64]

FORMANTS: Final = {
    "a": (750, 1250, 2550, 3500),
    "i": (290, 2250, 2950, 3600),
    "u": (330, 1000, 2350, 3450),
    "e": (470, 1900, 2600, 3550),
    "o": (480, 880, 2450, 3450),
}
"""Resonances of a grown man in Hz."""
_BANDWIDTHS: Final = (70, 90, 140, 220)


def vowel(name: str, seconds: float = 0.35, pitch: float = 120.0, mouth: float = 1.0) -> Sound:
    """A vowel; ``mouth`` scales the resonances (women about 1.17, children 1.3)."""
    count = round(seconds * RATE)
    hertz = pitch * (1 + 0.02 * np.sin(2 * np.pi * 5 * np.arange(count) / RATE))
    phase = np.cumsum(hertz / RATE)
    pulses = np.diff(np.floor(phase), prepend=0.0)
    return _through_mouth(name, lfilter([1], [1, -0.97], pulses), mouth)  # the glottis falls by 12 dB, lips give back 6


def _through_mouth(name: str, sound: Sound, mouth: float) -> Sound:
    count = len(sound)
    for formant, width in zip(FORMANTS[name], _BANDWIDTHS, strict=True):
        radius = np.exp(-np.pi * width / RATE)
        angle = 2 * np.pi * formant * mouth / RATE
        feedback = [1, -2 * radius * np.cos(angle), radius**2]
        sound = lfilter([sum(feedback)], feedback, sound)
    fade = np.minimum(1, np.minimum(np.arange(count), np.arange(count)[::-1]) / (0.03 * RATE))
    return np.asarray(0.3 * sound / np.abs(sound).max() * fade)


def whispered(name: str, seconds: float = 0.35) -> Sound:
    """The same mouth, blown through instead of sung through."""
    count = round(seconds * RATE)
    return _through_mouth(name, np.random.default_rng(ord(name)).normal(size=count), 1.0)


def silence(seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE))


def save(path: Path, sound: Sound, codec: str = "pcm_s16le", rate: int = RATE) -> Path:
    """Write it with PyAV; the ending of ``path`` chooses the container."""
    import av

    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "mono"
        frame = av.AudioFrame.from_ndarray((sound * 32767).astype(np.int16)[None], format="s16", layout="mono")
        frame.sample_rate = RATE
        resampler = av.AudioResampler(stream.format.name, "mono", rate, frame_size=stream.frame_size or 1024)
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path
