"""Speech features -> the face that says them: lips first, then brows, head and lids, as an actor would add them."""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy.ndimage import gaussian_filter1d, maximum_filter1d
from scipy.signal import find_peaks

from pipeline.motion.procedural import BLINK_SECONDS, BREATHS_PER_SECOND, blinking, breathing, drift
from pipeline.motion.voice.analysis import FEATURE_RATE, SpeechFeatures
from pipeline.motion.voice.vowels import VOWELS, vowel_likeness
from pipeline.types import POSE_INDEX, POSE_SIZE, FloatArray, Poses, clamp_poses

_LIPS_SECONDS: Final = 0.035
"""Co-articulation: a vowel is on its way before it sounds and lingers after (standard deviation)."""
_JAW_SECONDS: Final = 0.022
_LIPS_LEAD_SECONDS: Final = 0.02
"""Lips that move a little early look right; late ones look dubbed."""
_CLOSING_DB: Final = (4.0, 12.0)
"""A voiced dip of this much below its neighbours is a consonant that shuts the lips or lifts the tongue."""
_HISS_REACH_SECONDS: Final = 0.25
"""A consonant is at most this far from its vowel."""
_STRESS_SPACING_SECONDS: Final = 0.35
_NOD_SECONDS: Final = 0.11
_ENDING_SECONDS: Final = 0.3
_ASKS: Final = 0.2
"""A phrase whose melody lies this far above the voice's middle at its end (1 is five semitones) is a question."""
_SETTLE_SECONDS: Final = 0.22
"""How long the end of a phrase is held (standard deviation)."""
_BLINK_EVERY_SECONDS: Final = (1.6, 4.5)
"""Speech pulls blinks to its accents and pauses, but not more often nor more seldom than this."""


def act(speech: SpeechFeatures, fps: float, count: int, seed: int) -> Poses:
    """Poses, float32 [count, 45], of a face that says this.

    Args:
        speech: the recording's features, at 100 moments a second.
        fps: frames per second of the poses.
        count: how many poses.
        seed: decides what the sound leaves open (drift, idle blinks).
    """
    rng = np.random.default_rng(seed)
    moments = len(speech.loudness)
    times = np.arange(moments) / FEATURE_RATE
    seconds = moments / FEATURE_RATE
    motion = np.zeros((moments, POSE_SIZE))

    def add(name: str, value: FloatArray) -> None:
        motion[:, POSE_INDEX[name]] += value

    def add_pair(name: str, value: FloatArray) -> None:
        add(f"{name}_left", value)
        add(f"{name}_right", value)

    lips, opening = _lips(speech)
    for column, name in enumerate(VOWELS):
        add(f"mouth_{name}", lips[:, column])

    phrase = _smooth((speech.loudness > 0.1).astype(np.float64), 0.25)
    lift = _pitch_lift(speech)
    accents = _accents(speech, lift)
    starts, ends = _phrases(speech)
    # A nod falls on the accent, the brows rise just before it; each phrase has a pose of the head of its own.
    nods, flicks, closes, asks = (np.zeros(moments) for _ in range(4))
    for at, strength in accents:
        nods -= strength * _bump(times, at, _NOD_SECONDS) - 0.4 * strength * _bump(times, at - 0.2, _NOD_SECONDS)
        flicks += strength * _bump(times, at - 0.06, 0.13)
    for at in ends:
        # A melody that rises at the end asks: brows and chin go up and stay for a moment. Else the head settles.
        is_question = float(lift[(times > at - _ENDING_SECONDS) & (times <= at)].mean()) > _ASKS
        which = asks if is_question else closes
        which += _bump(times, at + 0.08, _SETTLE_SECONDS)
    side, tilt = _attitudes(times, starts, rng), _attitudes(times, starts, rng)
    add("head_x", 0.75 * nods + 0.16 * lift - 0.3 * closes + 0.28 * asks)
    add("head_y", 0.34 * side + phrase * 0.2 * drift(times, max(seconds, 4), rng))
    add("neck_z", 0.32 * tilt + 0.3 * asks + phrase * 0.18 * drift(times, max(seconds, 3), rng))
    add("body_y", 0.45 * _smooth(motion[:, POSE_INDEX["head_y"]], 0.15))
    add("body_z", 0.45 * _smooth(motion[:, POSE_INDEX["neck_z"]], 0.15))
    add("iris_rotation_x", -0.3 * motion[:, POSE_INDEX["head_x"]])
    add("iris_rotation_y", -0.3 * motion[:, POSE_INDEX["head_y"]])
    add_pair("eyebrow_raised", 0.08 + 0.5 * lift.clip(0, 1) + 0.55 * flicks + 0.6 * asks)
    add_pair("eyebrow_lowered", (0.35 * (-lift).clip(0, 1) + 0.3 * closes) * (1 - flicks.clip(0, 1)))
    add_pair("eye_relaxed", 0.25 * closes)
    add_pair("eye_surprised", 0.35 * (lift - 0.5).clip(0, 1))
    add_pair("mouth_raised_corner", 0.25 * (1 - 0.5 * opening))
    add_pair("eye_wink", blinking(times, _blinks(speech, accents, seconds, rng)))
    add("breathing", breathing(BREATHS_PER_SECOND * times))

    frames = np.arange(count) / fps
    return clamp_poses(np.stack([np.interp(frames, times, column) for column in motion.T], axis=1))


def _phrases(speech: SpeechFeatures) -> tuple[list[float], list[float]]:
    """Seconds at which phrases begin and end: stretches of speech with a pause on either side."""
    speaking = _smooth((speech.loudness > 0.1).astype(np.float64), 0.08) > 0.5
    edges = np.flatnonzero(np.diff(np.concatenate([[False], speaking, [False]]).astype(int))) / FEATURE_RATE
    return edges[::2].tolist(), edges[1::2].tolist()


def _attitudes(times: FloatArray, starts: list[float], rng: np.random.Generator) -> FloatArray:
    """-1..1: how the head is held, another way for each phrase, taken on within a third of a second."""
    held = np.zeros_like(times)
    way = 1.0 if rng.random() < 0.5 else -1.0
    for start in starts:
        held[times >= start] = way * rng.uniform(0.4, 1.0)
        way = -way
    return _smooth(held, 0.12)


def _smooth(signal: FloatArray, seconds: float) -> FloatArray:
    return np.asarray(gaussian_filter1d(signal, seconds * FEATURE_RATE, axis=0, mode="nearest"))


def _bump(times: FloatArray, at: float, width: float) -> FloatArray:
    return np.asarray(np.exp(-(((times - at) / width) ** 2) / 2))


def _lips(speech: SpeechFeatures) -> tuple[FloatArray, FloatArray]:
    """Vowel amounts [T, 5], and how far the mouth is open [T], 0..1."""
    likeness = vowel_likeness(speech)
    # Smooth in time with the louder moments counting more, so that a vowel reaches over its consonants.
    weight = (speech.loudness * speech.spoken)[:, None] + 1e-4
    spread = _smooth(likeness * weight, _LIPS_SECONDS) / _smooth(weight, _LIPS_SECONDS)
    shape = spread**1.5
    shape /= np.maximum(shape.sum(axis=1, keepdims=True), 1e-6)

    louder = maximum_filter1d(speech.decibels, round(0.2 * FEATURE_RATE)) - speech.decibels
    closing = np.interp(louder, _CLOSING_DB, (0, 0.85))
    opening = np.where(speech.spoken, np.sqrt(speech.loudness) * (1 - closing), 0.0)
    opening = np.roll(_smooth(opening, _JAW_SECONDS), -round(_LIPS_LEAD_SECONDS * FEATURE_RATE))
    opening = np.clip(1.2 * opening, 0, 1)
    lips = shape * opening[:, None]
    # s, sh, f: teeth together, lips apart. They belong to a word; what hisses alone is a street, a fan or the wind.
    in_words = maximum_filter1d(speech.spoken, round(2 * _HISS_REACH_SECONDS * FEATURE_RATE) + 1)
    hissing = _smooth(np.where(speech.spoken | ~in_words, 0.0, speech.hiss * speech.loudness), 0.03)
    lips[:, VOWELS.index("iii")] += 0.45 * hissing * (1 - opening)
    return lips, opening


def _pitch_lift(speech: SpeechFeatures) -> FloatArray:
    """-1..1: how far the melody is above (below) the voice's middle; 1 for five semitones."""
    if not speech.voiced.any():
        return np.zeros_like(speech.loudness)
    middle = float(np.median(speech.pitch[speech.voiced]))
    semitones = 12 * np.log2(np.where(speech.voiced, speech.pitch, middle) / middle)
    weight = speech.voiced * speech.loudness + 0.02
    return np.asarray(np.clip(_smooth(semitones.clip(-9, 9) * weight, 0.1) / _smooth(weight, 0.1) / 5, -1, 1))


def _accents(speech: SpeechFeatures, lift: FloatArray) -> list[tuple[float, float]]:
    """Stressed syllables as (seconds, strength 0..1): peaks of loudness, the higher in pitch the stronger."""
    energy = _smooth(speech.loudness, 0.05)
    stress = energy * (1 + 0.6 * lift.clip(-0.5, 1))
    peaks, about = find_peaks(stress, prominence=0.15, distance=round(_STRESS_SPACING_SECONDS * FEATURE_RATE))
    if len(peaks) == 0:
        return []
    strength = np.clip(about["prominences"] / max(about["prominences"].max(), 1e-6), 0.2, 1)
    return [(float(at) / FEATURE_RATE, float(s)) for at, s in zip(peaks, strength, strict=True)]


def _blinks(
    speech: SpeechFeatures, accents: list[tuple[float, float]], seconds: float, rng: np.random.Generator
) -> list[float]:
    """When blinks begin: at the ends of phrases and at strong accents; where there are none, now and then."""
    wanted = sorted([*_phrases(speech)[1], *(at for at, strength in accents if strength > 0.7)])
    shortest, longest = _BLINK_EVERY_SECONDS
    starts: list[float] = []
    last = -1.0
    for at in [*wanted, seconds]:
        while at - last > longest:
            last += float(rng.uniform(2.5, longest))
            starts.append(last)
        if at - last >= shortest:
            last = at
            starts.append(at)
    return [at for at in starts if 0.1 < at < seconds - BLINK_SECONDS]
