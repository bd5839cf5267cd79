"""Speech features in each hundredth of a second: loudness, voicing, pitch, and the formants of the mouth.

Plain signal processing (autocorrelation, linear prediction); nothing is learnt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.linalg import solve_toeplitz
from scipy.ndimage import gaussian_filter1d, median_filter
from scipy.signal import butter, resample_poly, sosfiltfilt

from pipeline.motion.delivery import MOMENT_RATE
from pipeline.motion.voice.decode import RATE, Samples
from pipeline.types import BoolArray, FloatArray

_HOP: Final = RATE // MOMENT_RATE

_SPEECH_RANGE_DB: Final = 28.0
"""From the loudest vowels down to where a voice ends, when no noise covers it."""
_ABOVE_NOISE_DB: Final = 2.5

_NOISE_BELOW_DB: Final = 8.0
"""What is that much quieter than speech is the room, not the speaker."""

_RUMBLE_HZ: Final = 75.0
"""Hands, wind and the mains' hum lie below. A deeper voice is still known by its overtones."""

_PITCH_WINDOW: Final = 800  # 50 ms: two and a half periods of the deepest voice
_PITCH_LOW, _PITCH_HIGH = 50.0, 420.0
_VOICED_CORRELATION: Final = 0.45
_WHISPERED_BELOW: Final = 0.25
"""A recording is whispered when the vocal folds vibrate in less than this share of its loud moments."""
_WHISPER_RANGE_DB: Final = 15.0
"""Whispers come and go; noise that never does is the room's."""
_WHISPER_HISS: Final = 0.7
_EMPHASIS: Final = 0.95
_WHISPER_EMPHASIS: Final = 0.0
"""How far the fall of a voice towards its high overtones is undone; breath does not fall."""

_FORMANT_RATE: Final = 11_000  # five formants of a grown-up mouth lie below half of it
_FORMANT_WINDOW: Final = 330  # 30 ms
_ORDER: Final = 12
_CANDIDATES: Final = 5


@dataclass(frozen=True)
class SpeechFeatures:
    """The features of a recording at 100 moments a second; all arrays [T] unless said otherwise.

    Attributes:
        loudness: 0 (pause) .. 1 (the loudest vowels).
        decibels: level in dB below full scale.
        voiced: bool, whether the vocal folds vibrate.
        spoken: bool, whether the mouth is open for a vowel: ``voiced``, or what is loud without a hiss in a whisper.
        pitch: Hz where voiced, else 0.
        formants: [T, 5] Hz, ascending, NaN where there are fewer.
        bandwidths: [T, 5] Hz of the same.
        hiss: 0..1, how much of the sound lies above 3 kHz (s, sh, f).
    """

    loudness: FloatArray
    decibels: FloatArray
    voiced: BoolArray
    spoken: BoolArray
    pitch: FloatArray
    formants: FloatArray
    bandwidths: FloatArray
    hiss: FloatArray


def analyse(samples: Samples) -> SpeechFeatures:
    """The features of a recording, float32 [N] at 16 kHz with at least one sample."""
    sound = _without_rumble(samples.astype(np.float64))
    moments = max(1, len(sound) // _HOP)
    decibels = _decibels(sound, moments)
    loudness = _loudness(decibels)
    correlation, pitch = _pitch(sound, moments)
    voiced = median_filter((correlation > _VOICED_CORRELATION) & (loudness > 0.05), 5, mode="nearest")
    hiss = _hiss(sound, moments)
    spoken, emphasis = voiced, _EMPHASIS
    if _is_whispered(voiced, loudness, decibels):
        # Shorter than 90 ms is a click or a clap. What seemed voiced was chance.
        spoken = median_filter((loudness > 0.2) & (hiss < _WHISPER_HISS), 17, mode="nearest")
        voiced, emphasis = np.zeros_like(voiced), _WHISPER_EMPHASIS
    formants, bandwidths = _formants(sound, moments, spoken, decibels, emphasis)
    return SpeechFeatures(
        loudness=loudness,
        decibels=decibels,
        voiced=voiced,
        spoken=spoken,
        pitch=np.where(voiced, median_filter(pitch, 7, mode="nearest"), 0.0),
        formants=formants,
        bandwidths=bandwidths,
        hiss=hiss,
    )


def _is_whispered(voiced: BoolArray, loudness: FloatArray, decibels: FloatArray) -> bool:
    """Whether somebody speaks without a voice: loud moments that come and go, hardly one of them voiced."""
    loud = loudness > 0.3
    span = np.percentile(decibels, 92) - np.percentile(decibels, 8)
    return bool(loud.any() and span > _WHISPER_RANGE_DB and voiced[loud].mean() < _WHISPERED_BELOW)


def _without_rumble(sound: FloatArray) -> FloatArray:
    filter_ = butter(4, _RUMBLE_HZ, "highpass", fs=RATE, output="sos")
    return np.asarray(sosfiltfilt(filter_, np.pad(sound, 64), padlen=0)[64:-64])


def _windows(sound: FloatArray, moments: int, length: int, hop: int) -> FloatArray:
    """[moments, length]: pieces of the sound around the middle of each hop, zeros beyond its ends."""
    padded = np.pad(sound, (length, length + hop))
    starts = np.arange(moments) * hop + hop // 2 + length - length // 2
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, length)[starts])


def _decibels(sound: FloatArray, moments: int) -> FloatArray:
    power = (_windows(sound, moments, 400, _HOP) ** 2).mean(axis=1)
    return np.asarray(10 * np.log10(power + 1e-10))


def _loudness(decibels: FloatArray) -> FloatArray:
    """Level over the noise of the room, 0..1 in relation to the loudest tenth."""
    loud, quiet = np.percentile(decibels, [92, 8])
    floor = max(loud - _SPEECH_RANGE_DB, min(quiet + _ABOVE_NOISE_DB, loud - 12))
    return np.asarray(((decibels - floor) / (loud - floor)).clip(0, 1))


def _pitch(sound: FloatArray, moments: int) -> tuple[FloatArray, FloatArray]:
    """Peak of the normalised autocorrelation, 0..1, and the pitch in Hz it stands for."""
    pieces = _windows(sound, moments, _PITCH_WINDOW, _HOP) * np.hanning(_PITCH_WINDOW)
    spectrum = np.abs(np.fft.rfft(pieces, 2 * _PITCH_WINDOW)) ** 2
    correlation = np.fft.irfft(spectrum)[:, :_PITCH_WINDOW]
    taper = np.fft.irfft(np.abs(np.fft.rfft(np.hanning(_PITCH_WINDOW), 2 * _PITCH_WINDOW)) ** 2)[:_PITCH_WINDOW]
    # Boersma (1993): dividing by the window's own autocorrelation undoes its taper.
    normal = correlation / (correlation[:, :1] + 1e-12) / (taper / taper[0] + 1e-12)
    low, high = round(RATE / _PITCH_HIGH), round(RATE / _PITCH_LOW)
    search = normal[:, low:high]
    best = search.max(axis=1)
    # The first peak that is nearly as high as the highest: a period, not two of them.
    lag = low + np.argmax(search >= 0.92 * best[:, None], axis=1)
    rising = np.arange(low, high)[None] >= lag[:, None]
    falls = np.diff(normal[:, low : high + 1], axis=1) < 0
    lag = low + np.argmax(rising & falls, axis=1)
    return best, RATE / lag


def _formants(
    sound: FloatArray, moments: int, spoken: BoolArray, decibels: FloatArray, emphasis: float
) -> tuple[FloatArray, FloatArray]:
    """Roots of a 12th order linear prediction, as frequencies and bandwidths in Hz; the room's noise is taken off."""
    slow = resample_poly(sound, _FORMANT_RATE // 1000, RATE // 1000)
    emphasised = np.append(slow[0], slow[1:] - emphasis * slow[:-1])
    pieces = _windows(emphasised, moments, _FORMANT_WINDOW, _FORMANT_RATE // MOMENT_RATE) * np.hamming(_FORMANT_WINDOW)
    # Neighbouring moments together: the noise in them differs, the mouth hardly does.
    spectrum = gaussian_filter1d(np.abs(np.fft.rfft(pieces, 1024)) ** 2, 1.0, axis=0)
    quiet = decibels <= min(np.percentile(decibels, 10), np.percentile(decibels, 92) - _NOISE_BELOW_DB)
    if quiet.any():
        noise = spectrum[quiet].mean(axis=0)
        spectrum = np.maximum(spectrum - noise, 0.01 * spectrum)
    correlation = np.fft.irfft(spectrum)[:, : _ORDER + 1]
    frequencies = np.full((moments, _CANDIDATES), np.nan)
    bandwidths = np.full((moments, _CANDIDATES), np.nan)
    for at in np.flatnonzero(spoken):
        first = correlation[at, 0] * (1 + 1e-6) + 1e-12
        column = np.append(first, correlation[at, 1:_ORDER])
        roots = np.roots(np.append(1.0, -solve_toeplitz(column, correlation[at, 1:])))
        roots = roots[roots.imag > 0]
        hertz = np.angle(roots) * _FORMANT_RATE / (2 * np.pi)
        width = -np.log(np.abs(roots) + 1e-9) * _FORMANT_RATE / np.pi
        kept = np.flatnonzero((hertz > 150) & (hertz < 4500) & (width < 700))
        kept = kept[np.argsort(hertz[kept])][:_CANDIDATES]
        frequencies[at, : len(kept)] = hertz[kept]
        bandwidths[at, : len(kept)] = width[kept]
    return frequencies, bandwidths


def _hiss(sound: FloatArray, moments: int) -> FloatArray:
    spectrum = np.abs(np.fft.rfft(_windows(sound, moments, 400, _HOP) * np.hanning(400), 512)) ** 2
    above = round(3000 / RATE * 512)
    return np.asarray(spectrum[:, above:].sum(axis=1) / (spectrum.sum(axis=1) + 1e-9))
