"""Japanese text -> sound with its phones, by Open JTalk (pyopenjtalk-plus, which carries dictionary and voice)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from pipeline.motion.speech.errors import SpeechMissingError
from pipeline.motion.speech.phones import Phone, Spoken
from pipeline.types import Speaker

if TYPE_CHECKING:
    from pyopenjtalk.htsengine import HTSEngine

_LABEL: Final = re.compile(r"-(?P<phone>[^+]+)\+.*/A:(?P<fall>-?\d+|xx)\+.*/F:[^#]*#(?P<asks>\w+?)_")
"""Of a full-context label (HTS): the sound, how far its syllable stands behind the one after which the pitch falls, and
whether its phrase is a question."""
_IPA: Final = {
    "a": "a", "i": "i", "u": "ɯ", "e": "e", "o": "o", "k": "k", "g": "ɡ", "s": "s", "z": "z", "t": "t", "d": "d",
    "n": "n", "h": "h", "b": "b", "p": "p", "m": "m", "y": "j", "r": "ɾ", "w": "w", "f": "ɸ", "v": "v", "j": "dʑ",
    "sh": "ɕ", "ch": "tɕ", "ts": "ts", "N": "ɴ", "cl": "ʔ", "pau": "", "sil": "",
}  # fmt: skip
"""Open JTalk's sounds. What it writes as a consonant and y or w, such as ``ky``, is that consonant with a glide."""
_GLIDES: Final = {"y": "ʲ", "w": "ʷ"}
_VOWELS: Final = "aiueo"
_LIPS: Final = "pbm"
_HALF_TONES: Final = {Speaker.HIGH: 0.0, Speaker.LOW: -7.0}
"""How far the one voice that there is, a young woman's, is raised."""
_VOICE_PEAK: Final = 32_768.0


@dataclass(frozen=True)
class _Sound:
    name: str
    falls: bool
    asks: bool
    seconds: float


def speak_japanese(text: str, speaker: Speaker, longest: float) -> Spoken:
    """The text as it sounds, at most ``longest`` seconds of it.

    Raises:
        SpeechMissingError: Open JTalk is not installed.
    """
    engine = _engine()
    from pyopenjtalk import extract_fullcontext

    rate = engine.get_sampling_frequency()
    labels: list[str] = []
    sounds: list[_Sound] = []
    left = longest
    for label in extract_fullcontext(text):
        # How long a sound takes follows from its label alone, so each is made once by itself to be measured.
        sound = _sound(label, len(engine.synthesize([label])) / rate)
        left -= sound.seconds
        if left < 0:
            break
        labels.append(label)
        sounds.append(sound)
    engine.add_half_tone(_HALF_TONES[speaker])
    samples = engine.synthesize(labels) / _VOICE_PEAK if labels else np.zeros(0)
    return Spoken(
        samples.clip(-1, 1).astype(np.float32), rate, tuple(_phones(sounds)), tuple(_questions(sounds)), left < 0
    )


def _sound(label: str, seconds: float) -> _Sound:
    parts = _LABEL.search(label)
    if parts is None:
        raise ValueError(f"not a full-context label: {label}")
    return _Sound(parts["phone"], parts["fall"] == "0", parts["asks"] == "1", seconds)


def _questions(sounds: list[_Sound]) -> Iterator[float]:
    """When questions end."""
    end = 0.0
    for sound, then in pairwise([*sounds, None]):
        if sound is not None:
            end += sound.seconds
            if sound.asks and not (then and then.asks):
                yield end


def _phones(sounds: list[_Sound]) -> Iterator[Phone]:
    start = 0.0
    for sound, then in pairwise([*sounds, None]):
        if sound is None:
            return
        end = start + sound.seconds
        is_vowel = sound.name.lower() in _VOWELS
        yield Phone(_ipa(sound.name, then.name if then else ""), start, end, is_vowel and sound.falls)
        start = end


def _ipa(name: str, then: str) -> str:
    """A sound in the phonetic alphabet. ``then``: the sound behind it, whose place a held sound takes."""
    if name == "cl" and then[:1] in tuple("kstpbdgzhfcj"):
        return _ipa(then, "")
    if name == "N" and then[:1] in tuple(_LIPS):
        return "m"
    if name.lower() in _VOWELS:  # capitals are whispered vowels
        return _IPA[name.lower()]
    return _IPA.get(name) or _IPA.get(name[:-1], "") + _GLIDES.get(name[-1:], "")


@cache
def _engine() -> HTSEngine:
    try:
        from pyopenjtalk import DEFAULT_HTS_VOICE
        from pyopenjtalk.htsengine import HTSEngine
    except ModuleNotFoundError as error:
        raise SpeechMissingError from error
    return HTSEngine(DEFAULT_HTS_VOICE)
