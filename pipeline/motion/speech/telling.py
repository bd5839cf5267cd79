"""A text as it sounds -> how it is delivered: lips by its sounds, accents by its stress, questions by its marks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

import numpy as np
from scipy.signal import resample_poly

from pipeline.motion.delivery import MOMENT_RATE, Delivery
from pipeline.motion.speech.lips import lips_of
from pipeline.motion.speech.phones import Phone, Spoken
from pipeline.motion.voice.analysis import analyse
from pipeline.motion.voice.decode import RATE
from pipeline.motion.voice.hearing import melody
from pipeline.types import BoolArray, FloatArray

_PAUSE_SECONDS: Final = 0.12
"""A shorter one is part of a phrase."""
_ACCENT_SPACING_SECONDS: Final = 0.35
_ACCENT, _LAST_ACCENT = 0.5, 0.85
"""How strong accents are; the last one of a phrase carries what is new (Halliday 1967)."""
_MELODY_SHARE: Final = 0.3


def told(spoken: Spoken, fps: float) -> Delivery:
    """How this is delivered. ``fps``: frames per second at which it will be shown."""
    moments = max(1, round(spoken.seconds * MOMENT_RATE))
    times = np.arange(moments) / MOMENT_RATE
    lips, opening = lips_of(spoken.phones, times, fps)
    ratio = Fraction(RATE, spoken.rate)
    heard = analyse(np.asarray(resample_poly(spoken.samples, ratio.numerator, ratio.denominator), np.float32))
    lift = np.interp(times, np.arange(len(heard.loudness)) / MOMENT_RATE, melody(heard))
    phrases = list(_phrases(spoken.phones))
    ends = tuple(phrase[-1].end for phrase in phrases)
    return Delivery(
        lips=lips,
        opening=opening,
        speaking=_within(times, phrases),
        lift=lift,
        accents=tuple(accent for phrase in phrases for accent in _accents(phrase, times, lift)),
        starts=tuple(phrase[0].start for phrase in phrases),
        ends=ends,
        questions=tuple(min(ends, key=lambda end: abs(end - asked)) for asked in spoken.questions),
    )


def _phrases(phones: tuple[Phone, ...]) -> Iterator[list[Phone]]:
    """The sounds between pauses."""
    phrase: list[Phone] = []
    for phone in phones:
        if phone.ipa or (phrase and phone.end - phone.start < _PAUSE_SECONDS):
            phrase.append(phone)
        elif phrase:
            yield phrase
            phrase = []
    if phrase:
        yield phrase


def _within(times: FloatArray, phrases: list[list[Phone]]) -> BoolArray:
    speaks = np.zeros(len(times), np.bool_)
    for phrase in phrases:
        speaks |= (times >= phrase[0].start) & (times < phrase[-1].end)
    return speaks


def _accents(phrase: list[Phone], times: FloatArray, lift: FloatArray) -> Iterator[tuple[float, float]]:
    """Stressed syllables as (seconds, strength 0..1), far enough from each other that a head can follow."""
    stressed = [(phone.start + phone.end) / 2 for phone in phrase if phone.stressed]
    kept: list[float] = []
    for at in reversed(stressed):
        if not kept or kept[-1] - at >= _ACCENT_SPACING_SECONDS:
            kept.append(at)
    for at in reversed(kept):
        strength = _LAST_ACCENT if at == kept[0] else _ACCENT
        yield at, float(np.clip(strength + _MELODY_SHARE * np.interp(at, times, lift), 0.2, 1))
