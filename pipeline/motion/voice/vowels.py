"""Formants of the mouth -> which of the five vowels it shapes.

Every mouth has its own length, so the vowels of a speaker lie where an average man's do, times one factor; the factor
that makes the whole recording most likely is the speaker's.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from pipeline.motion.delivery import VOWELS
from pipeline.motion.voice.analysis import SpeechFeatures
from pipeline.types import FloatArray

_F1: Final = np.array([740.0, 295.0, 345.0, 475.0, 505.0])
_F2: Final = np.array([1320.0, 2250.0, 1050.0, 1930.0, 900.0])
_F3: Final = np.array([2500.0, 2950.0, 2350.0, 2600.0, 2450.0])
"""Formants of a man's a, i, u, e, o in Hz: between the Japanese and the Spanish five-vowel systems."""
_F1_SPREAD: Final = np.array([1.1, 0.5, 0.6, 0.9, 0.75])
_F2_SPREAD: Final = np.array([1.2, 1.1, 1.9, 1.1, 1.2])
_F3_SPREAD: Final = 0.9
"""Standard deviations in Bark. The lips round u in Spanish and don't in Japanese, so its second one is anywhere."""

_PITCHES: Final = (110.0, 210.0, 300.0)
_USUAL_FACTORS: Final = (1.0, 1.15, 1.25)
"""Voices in Hz, and their formants over those of a man."""
_FACTORS: Final = np.linspace(0.86, 1.36, 26)
_FACTOR_SPREAD: Final = 0.05
_UNKNOWN_PITCH: Final = 150.0
"""Hz, between men and women, where there is no voice but a whisper."""
_WHISPER_RISE: Final = 1.3
"""An open throat couples with the mouth: a whisper's first formant lies higher (Kallail and Emanuel 1984)."""
_SKIPPED: Final = 2.5
"""Cost of taking a clear formant for a stray one."""
_UNKNOWN_F3: Final = 2.0
"""Cost of a third formant that is not heard, and the most that a wrong one costs."""
_MISFIT: Final = 9.0
"""Largest cost of one moment, so that a cough does not decide who speaks."""


def vowel_likeness(speech: SpeechFeatures) -> FloatArray:
    """[T, 5] over VOWELS, each row sums to 1 where something is spoken, else all 0."""
    likeness = np.zeros((len(speech.spoken), len(VOWELS)))
    if not speech.spoken.any():
        return likeness
    first = _F1 if speech.voiced.any() else _F1 * _WHISPER_RISE
    formants, widths = speech.formants[speech.spoken], speech.bandwidths[speech.spoken]
    weights = speech.loudness[speech.spoken]
    costs = np.stack([_costs(formants, widths, factor, first) for factor in _FACTORS])  # [factor, moment, vowel]
    best = np.minimum(costs.min(axis=2), _MISFIT) @ weights / (weights.sum() + 1e-9)
    pitch = float(np.median(speech.pitch[speech.voiced])) if speech.voiced.any() else _UNKNOWN_PITCH
    usual = usual_factor(pitch)
    prior = (np.log(_FACTORS / usual) / _FACTOR_SPREAD) ** 2 / 2
    # The moments of one recording are far from independent: together they count for a few dozen.
    speaker = int(np.argmin(best * 12 + prior))
    cost = costs[speaker]
    unnormalised = np.exp(-(cost - cost.min(axis=1, keepdims=True)))
    likeness[speech.spoken] = unnormalised / unnormalised.sum(axis=1, keepdims=True)
    return likeness


def usual_factor(pitch: float) -> float:
    """Formants of a voice of this pitch (Hz) over those of a man: 1 at 110 Hz, 1.15 at 210 Hz, 1.25 at 300 Hz."""
    return float(np.interp(np.log(max(pitch, 1.0)), np.log(_PITCHES), _USUAL_FACTORS))


def packed_vowels() -> dict[str, Any]:
    """The table of vowels as JSON for browsers, which hear them as they come; docs/puppet.md describes it."""
    return {
        "format": "animemoji.vowels",
        "version": 1,
        "names": [f"mouth_{name}" for name in VOWELS],
        "f1": _F1.tolist(),
        "f2": _F2.tolist(),
        "f1_spread": _F1_SPREAD.tolist(),
        "f2_spread": _F2_SPREAD.tolist(),
        "skipped": _SKIPPED,
        "pitches": list(_PITCHES),
        "factors": list(_USUAL_FACTORS),
    }


def _costs(formants: FloatArray, widths: FloatArray, factor: float, lowest: FloatArray) -> FloatArray:
    """[moments, vowels]: half the squared distance in Bark of the best pair of formants, plus what it skips.

    ``lowest`` [vowels] are the first formants of an average man, in Hz.
    """
    heard = _bark(formants)
    clear = np.nan_to_num(1 - np.clip((widths - 150) / 250, 0, 1))
    first = ((heard[..., None] - _bark(lowest * factor)) / _F1_SPREAD) ** 2 / 2
    second = ((heard[..., None] - _bark(_F2 * factor)) / _F2_SPREAD) ** 2 / 2
    third = np.minimum(((heard[..., None] - _bark(_F3 * factor)) / _F3_SPREAD) ** 2 / 2, _UNKNOWN_F3)
    third = np.nan_to_num(third, nan=_UNKNOWN_F3)
    third = np.concatenate([third, np.full_like(third[:, :2], _UNKNOWN_F3)], axis=1)
    # log of the Gaussians' normalisation: a vowel that may lie anywhere must not win everywhere
    breadth = np.log(_F1_SPREAD * _F2_SPREAD)
    best = np.full((len(formants), len(VOWELS)), 2 * _MISFIT)
    count = formants.shape[1]
    for i in range(min(3, count)):
        # A single broad formant can be two that have merged (o, u).
        merged = first[:, i] + second[:, i] + third[:, i + 1] + 1.5
        skipped = _SKIPPED * clear[:, :i].sum(axis=1)[:, None]
        best = np.fmin(best, merged + skipped)
        for j in range(i + 1, min(i + 3, count)):
            between = _SKIPPED * clear[:, i + 1 : j].sum(axis=1)[:, None]
            above = np.minimum(third[:, j + 1], third[:, j + 2])
            best = np.fmin(best, first[:, i] + second[:, j] + above + skipped + between)
    return np.asarray(best + breadth)


def _bark(hertz: FloatArray) -> FloatArray:
    """Critical-band rate (Traunmueller 1990)."""
    return np.asarray(26.81 * hertz / (1960 + hertz) - 0.53)
