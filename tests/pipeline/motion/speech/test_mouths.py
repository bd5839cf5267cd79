from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.motion.delivery import VOWELS
from pipeline.motion.speech.lips import lips_of
from pipeline.motion.speech.mouths import mouths_of
from pipeline.motion.speech.phones import Phone
from pipeline.types import FloatArray

SYMBOLS = "pbmfvwʃɹtdnszlkɡhjɕaɑæʌəɛeɪiyʊuɯoɔː̃ʷʲ"


def phones_of(*sounds: tuple[str, float]) -> tuple[Phone, ...]:
    ends = np.cumsum([0.0, *(seconds for _, seconds in sounds)])
    return tuple(Phone(ipa, float(a), float(b)) for (ipa, _), (a, b) in zip(sounds, pairwise(ends), strict=True))


def lips(*sounds: tuple[str, float], fps: float = 25.0) -> tuple[tuple[Phone, ...], FloatArray, FloatArray]:
    phones = phones_of(*sounds)
    times = np.arange(0, phones[-1].end, 1 / fps)
    return phones, times, lips_of(phones, times, fps)[0]


@pytest.mark.parametrize(
    ("ipa", "vowel"),
    [("ɑː", "aaa"), ("i", "iii"), ("ɯ", "uuu"), ("eː", "eee"), ("ɔ", "ooo"), ("ɑ̃", "aaa"), ("kʷ", "uuu")],
)
def test_a_sound_has_the_mouth_of_its_vowel(ipa: str, vowel: str) -> None:
    (mouth,) = mouths_of(ipa)
    assert VOWELS[int(np.argmax(mouth.shape))] == vowel


def test_a_diphthong_has_two_mouths_and_an_affricate_its_second() -> None:
    assert [VOWELS[int(np.argmax(mouth.shape))] for mouth in mouths_of("aɪ")] == ["aaa", "iii"]
    assert mouths_of("tʃ") == mouths_of("ʃ")
    assert mouths_of("") != mouths_of("?")


@pytest.mark.parametrize("fps", [8.0, 12.5, 25.0, 50.0])
@pytest.mark.parametrize("sound", ["p", "b", "m"])
def test_lips_meet_at_any_frame_rate_however_short_the_sound(sound: str, fps: float) -> None:
    for start in np.arange(0.2, 0.3, 0.011):
        phones, times, shown = lips(("a", float(start)), (sound, 0.03), ("a", 0.25), fps=fps)
        near = (times >= phones[1].start - 1 / fps) & (times <= phones[1].end + 1 / fps)
        assert shown[near].sum(axis=1).min() < 0.03
        assert shown.sum(axis=1).max() > 0.8


def test_f_and_v_nearly_shut_the_lips_and_w_rounds_them() -> None:
    _, times, shown = lips(("a", 0.2), ("f", 0.12), ("a", 0.2))
    narrow = shown[np.argmin(np.abs(times - 0.24))].sum()
    assert 0.02 < narrow < 0.25
    _, times, shown = lips(("a", 0.2), ("w", 0.12), ("a", 0.2))
    rounded = shown[np.argmin(np.abs(times - 0.24))]
    assert rounded[VOWELS.index("uuu")] > 0.7 * rounded.sum() > 0.2


def test_a_velar_takes_the_lips_of_the_vowels_around_it() -> None:
    _, times, around_u = lips(("u", 0.2), ("k", 0.08), ("u", 0.2))
    _, _, around_i = lips(("i", 0.2), ("k", 0.08), ("i", 0.2))
    middle = np.argmin(np.abs(times - 0.24))
    assert VOWELS[int(around_u[middle].argmax())] == "uuu"
    assert VOWELS[int(around_i[middle].argmax())] == "iii"


def test_a_vowel_between_lips_that_meet_is_seen() -> None:
    _, _, shown = lips(("", 0.1), ("m", 0.06), ("a", 0.08), ("m", 0.06), ("a", 0.2), ("", 0.2))
    opening = shown.sum(axis=1)
    assert opening[3:6].max() > 0.5
    assert opening[[0, -1]].max() < 0.05


@given(st.lists(st.tuples(st.text(SYMBOLS, max_size=3), st.floats(0.01, 0.3)), min_size=1, max_size=12))
def test_lips_stay_within_their_range(sounds: list[tuple[str, float]]) -> None:
    _, _, shown = lips(*sounds)
    assert np.isfinite(shown).all()
    assert shown.min() >= 0
    assert shown.sum(axis=1).max() <= 1 + 1e-9
