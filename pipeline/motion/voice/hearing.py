"""Speech features -> how they were delivered: the lips of a voice, its melody, accents, phrases and questions."""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy.ndimage import maximum_filter1d
from scipy.signal import find_peaks

from pipeline.motion.delivery import LIPS_LEAD_SECONDS, MOMENT_RATE, VOWELS, Delivery, smooth
from pipeline.motion.voice.analysis import SpeechFeatures
from pipeline.motion.voice.vowels import vowel_likeness
from pipeline.types import BoolArray, FloatArray

_LIPS_SECONDS: Final = 0.035
"""Co-articulation: a vowel is on its way before it sounds and lingers after (standard deviation)."""
_JAW_SECONDS: Final = 0.015
_CLOSING_DB: Final = (4.0, 9.0)
"""A dip of this much below its neighbours is a consonant that shuts the lips or lifts the tongue.

Chosen with ``_JAW_SECONDS`` on synthetic speech whose sounds are known: among p, b and m the lips meet at most, among
other consonants at half (docs/without_a_clip.md).
"""
_HISS_REACH_SECONDS: Final = 0.25
"""A consonant is at most this far from its vowel."""
_STRESS_SPACING_SECONDS: Final = 0.35
_ENDING_SECONDS: Final = 0.3
_ASKS: Final = 0.2
"""A phrase whose melody lies this far above the voice's middle at its end (1 is five semitones) is a question."""


def heard(speech: SpeechFeatures) -> Delivery:
    """How a recording with these features is spoken."""
    lips, opening = _lips(speech)
    lift = melody(speech)
    starts, ends = _phrases(speech)
    times = np.arange(len(lift)) / MOMENT_RATE
    # A melody that rises at the end asks.
    questions = (at for at in ends if lift[(times > at - _ENDING_SECONDS) & (times <= at)].mean() > _ASKS)
    return Delivery(
        lips=lips,
        opening=opening,
        speaking=_speaks(speech),
        lift=lift,
        accents=tuple(_accents(speech, lift)),
        starts=tuple(starts),
        ends=tuple(ends),
        questions=tuple(questions),
    )


def _speaks(speech: SpeechFeatures) -> BoolArray:
    return np.asarray(speech.loudness > 0.1)


def _phrases(speech: SpeechFeatures) -> tuple[list[float], list[float]]:
    """Seconds at which phrases begin and end: stretches of speech with a pause on either side."""
    speaking = smooth(_speaks(speech).astype(np.float64), 0.08) > 0.5
    edges = np.flatnonzero(np.diff(np.concatenate([[False], speaking, [False]]).astype(int))) / MOMENT_RATE
    return edges[::2].tolist(), edges[1::2].tolist()


def _lips(speech: SpeechFeatures) -> tuple[FloatArray, FloatArray]:
    """Vowel amounts [T, 5], and how far the mouth is open [T], 0..1."""
    likeness = vowel_likeness(speech)
    # Smooth in time with the louder moments counting more, so that a vowel reaches over its consonants.
    weight = (speech.loudness * speech.spoken)[:, None] + 1e-4
    spread = smooth(likeness * weight, _LIPS_SECONDS) / smooth(weight, _LIPS_SECONDS)
    shape = spread**1.5
    shape /= np.maximum(shape.sum(axis=1, keepdims=True), 1e-6)

    louder = maximum_filter1d(speech.decibels, round(0.2 * MOMENT_RATE)) - speech.decibels
    closing = np.interp(louder, _CLOSING_DB, (0, 1))
    opening = np.where(speech.spoken, np.sqrt(speech.loudness) * (1 - closing), 0.0)
    opening = np.roll(smooth(opening, _JAW_SECONDS), -round(LIPS_LEAD_SECONDS * MOMENT_RATE))
    opening = np.clip(1.2 * opening, 0, 1)
    lips = shape * opening[:, None]
    # s, sh, f: teeth together, lips apart. They belong to a word; what hisses alone is a street, a fan or the wind.
    in_words = maximum_filter1d(speech.spoken, round(2 * _HISS_REACH_SECONDS * MOMENT_RATE) + 1)
    hissing = smooth(np.where(speech.spoken | ~in_words, 0.0, speech.hiss * speech.loudness), 0.03)
    lips[:, VOWELS.index("iii")] += 0.45 * hissing * (1 - opening)
    return lips, opening


def melody(speech: SpeechFeatures) -> FloatArray:
    """-1..1: how far the melody is above (below) the voice's middle; 1 for five semitones."""
    if not speech.voiced.any():
        return np.zeros_like(speech.loudness)
    middle = float(np.median(speech.pitch[speech.voiced]))
    semitones = 12 * np.log2(np.where(speech.voiced, speech.pitch, middle) / middle)
    weight = speech.voiced * speech.loudness + 0.02
    return np.asarray(np.clip(smooth(semitones.clip(-9, 9) * weight, 0.1) / smooth(weight, 0.1) / 5, -1, 1))


def _accents(speech: SpeechFeatures, lift: FloatArray) -> list[tuple[float, float]]:
    """Stressed syllables as (seconds, strength 0..1): peaks of loudness, the higher in pitch the stronger."""
    energy = smooth(speech.loudness, 0.05)
    stress = energy * (1 + 0.6 * lift.clip(-0.5, 1))
    peaks, about = find_peaks(stress, prominence=0.15, distance=round(_STRESS_SPACING_SECONDS * MOMENT_RATE))
    if len(peaks) == 0:
        return []
    strength = np.clip(about["prominences"] / max(about["prominences"].max(), 1e-6), 0.2, 1)
    return [(float(at) / MOMENT_RATE, float(s)) for at, s in zip(peaks, strength, strict=True)]
