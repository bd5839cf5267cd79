"""Text in most languages -> sound with its phones, by eSpeak NG (espeakng-loader carries library and voices).

The library is called as its header, speak_lib.h, describes it.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.motion.speech.errors import NoSuchTongueError, SpeechMissingError
from pipeline.motion.speech.phones import Phone, Spoken
from pipeline.types import Float32Array, Speaker

_SYNCHRONOUS: Final = 2
"""``espeak_Initialize``: sound comes to a function, in the thread that asks for it, which may stop it."""
_PHONEME_EVENTS, _IN_IPA, _DONT_EXIT = 1, 2, 0x8000
_BUFFER_MILLISECONDS: Final = 100
_UTF8, _END_PAUSE = 1, 0x1000
_LIST_ENDS, _CLAUSE_ENDS, _PHONEME = 0, 5, 7
"""Kinds of events."""
_PITCH, _SPEED = 3, 1
_SPEED_WANTED: Final = 160
"""A little slower than the usual 175 words a minute: lips can be read."""
_VOICES: Final = {Speaker.HIGH: ("+f3", 60), Speaker.LOW: ("+m3", 45)}
"""Its variant of a language's voice, and how high it is spoken (0-99, 50 is usual)."""
_STRESS, _WEAKER_STRESS = "ˈ", "ˌ"
_LEAD_SECONDS: Final = 0.15
"""Silence before the first sound, from which a mouth opens."""
_SEED: Final = 1
_ASKING: Final = "?？؟;՞"


class _Name(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("text", ctypes.c_uint),
        ("place", ctypes.c_int),  # in the text, in characters, from 1
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user", ctypes.c_void_p),
        ("id", _Name),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class _Library:
    """The library, ready to speak one text."""

    def __init__(self, calls: ctypes.CDLL, data: Path) -> None:
        self._calls = calls
        options = _PHONEME_EVENTS | _IN_IPA | _DONT_EXIT
        self.rate = int(calls.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MILLISECONDS, str(data).encode(), options))
        if self.rate <= 0:
            raise SpeechMissingError
        # What trembles in a voice is drawn by lot, and the library seeds its lots with the time of day.
        calls.espeak_ng_SetRandSeed(ctypes.c_long(_SEED))

    def speak(
        self, text: str, voice: str, pitch: int, longest: int
    ) -> tuple[Float32Array, list[tuple[int, int, int, str]]]:
        """At most ``longest`` samples and a little more, -1..1, and events as (kind, sample, place, phoneme).

        Raises:
            NoSuchTongueError: there is no such voice.
        """
        samples: list[Float32Array] = [np.zeros(0, np.float32)]
        events: list[tuple[int, int, int, str]] = []
        count = 0

        def take(wave: Any, length: int, event: Any) -> int:
            nonlocal count
            if wave and length:
                piece = np.ctypeslib.as_array(wave, (length,)).astype(np.float32) / 32_768
                samples.append(piece)
                count += length
            at = 0
            while event[at].type != _LIST_ENDS:
                each = event[at]
                phoneme = each.id.string.decode("utf-8", "ignore") if each.type == _PHONEME else ""
                events.append((each.type, each.sample, each.place, phoneme))
                at += 1
            return int(count > longest)

        if self._calls.espeak_SetVoiceByName(voice.encode()) != 0:
            raise NoSuchTongueError
        self._calls.espeak_SetParameter(_PITCH, pitch, 0)
        self._calls.espeak_SetParameter(_SPEED, _SPEED_WANTED, 0)
        callback = _Callback(take)
        self._calls.espeak_SetSynthCallback(callback)
        data = text.encode()
        size = ctypes.c_size_t(len(data) + 1)
        self._calls.espeak_Synth(data, size, 0, 1, 0, _UTF8 | _END_PAUSE, None, None)
        return np.concatenate(samples), events


def speak(text: str, tongue: str, speaker: Speaker, longest: float) -> Spoken:
    """The text as it sounds, at most ``longest`` seconds of it.

    Args:
        text: without control characters.
        tongue: a language, as eSpeak NG names it.
        speaker: whose voice.
        longest: seconds.

    Raises:
        NoSuchTongueError: there is no such voice.
        SpeechMissingError: eSpeak NG is not installed.
    """
    variant, pitch = _VOICES[speaker]
    with _opened() as library:
        rate = library.rate
        lead = round(_LEAD_SECONDS * rate)
        room = round(longest * rate) - lead
        samples, events = library.speak(text, tongue + variant, pitch, room)
    is_cut = len(samples) > room
    samples = np.concatenate([np.zeros(lead, np.float32), samples[:room]])
    seconds = len(samples) / rate
    sounds = [(min((at + lead) / rate, seconds), name) for kind, at, _, name in events if kind == _PHONEME]
    questions = (
        min((at + lead) / rate, seconds)
        for kind, at, place, _ in events
        if kind == _CLAUSE_ENDS and text[:place].rstrip()[-1:] in tuple(_ASKING)
    )
    return Spoken(samples, rate, tuple(_phones(sounds, seconds)), tuple(questions), is_cut)


def _phones(sounds: list[tuple[float, str]], seconds: float) -> Iterator[Phone]:
    """The sounds from their beginnings; pauses that follow each other are one."""
    starts = [(0.0, ""), *sounds, (seconds, "")]
    begun = 0.0
    for (_, name), (end, then) in pairwise(starts):
        if name == then == "" and end < seconds:
            continue
        if end > begun:
            yield Phone(name.replace(_STRESS, "").replace(_WEAKER_STRESS, ""), begun, end, _STRESS in name)
        begun = end


@contextmanager
def _opened() -> Iterator[_Library]:
    """The library without any memory of earlier texts.

    It keeps things between two texts that no call resets, and the same text would sound a little different each time.
    So each text has a copy of its own, where the system can load one from memory.
    """
    try:
        import espeakng_loader
    except ModuleNotFoundError as error:
        raise SpeechMissingError from error
    path, data = Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())
    if sys.platform != "linux":
        yield _Library(ctypes.CDLL(str(path)), data)
        return
    with os.fdopen(os.memfd_create("espeak-ng"), "wb") as copy:
        copy.write(path.read_bytes())
        copy.flush()
        calls = ctypes.CDLL(f"/proc/self/fd/{copy.fileno()}")
        try:
            yield _Library(calls, data)
        finally:
            calls.espeak_Terminate()
            ctypes.CDLL(None).dlclose(ctypes.c_void_p(calls._handle))
