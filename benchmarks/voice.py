"""Lip-sync from sound alone: how often the right vowel dominates, and what a second of sound costs.

The speech is synthetic, so that the truth is known: vowels of the tests' own resonators, and espeak-ng's where it is
installed. Poses are taken at 25 frames a second; pauses do not count.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.measurement import Measurement, best_seconds
from pipeline.motion.delivery import VOWELS
from pipeline.motion.voice import voice_track
from pipeline.motion.voice.decode import decode
from pipeline.progress import ignore
from pipeline.types import POSE_INDEX
from tests.pipeline.motion.voice.speech import RATE, Sound, save, silence, vowel

_FPS: Final = 25.0
_MINE: Final = {"man": [(95, 0.97), (120, 1.0), (140, 1.04)], "woman": [(190, 1.13), (210, 1.16), (235, 1.2)]}
"""Pitches in Hz and lengths of the mouth, in relation to the average man's."""
_LANGUAGES: Final = {"es": "aiueo", "it": "aiueo", "fi": "aiueo", "ja": "あいうえお"}
_SPEAKERS: Final = {"man": ("", "+m3", "+m7"), "woman": ("+f2", "+f3", "+f5")}
_WHISPERERS: Final = ("+whisper", "+whisperf")
_NOISES: Final = (25, 15)
"""White noise in dB below the speech."""
_TARGET: Final = 0.8


def run() -> list[Measurement]:
    """Vowels of men and women from two synthesisers; milliseconds for a second of sound."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.wav"
        found = []
        for who, voices in _MINE.items():
            shares = [_share(path, [vowel(name, 0.35, *voice) for name in "aiueo"]) for voice in voices]
            found.append(Measurement(f"right vowel, resonators, {who}", float(np.mean(shares)), "", at_least=_TARGET))
        if shutil.which("espeak-ng"):
            for who, variants in _SPEAKERS.items():
                shares = [_share(path, list(_espeak(voice, path))) for voice in _voices(variants)]
                found.append(
                    Measurement(f"right vowel, espeak-ng, {who}", float(np.mean(shares)), "", at_least=_TARGET)
                )
                found.append(Measurement(f"right vowel, espeak-ng, worst {who}", float(min(shares)), ""))
            everybody = [list(_espeak(voice, path)) for variants in _SPEAKERS.values() for voice in _voices(variants)]
            for below in _NOISES:
                shares = [_share(path, vowels, below) for vowels in everybody]
                found.append(Measurement(f"right vowel, espeak-ng, noise {below} dB below", float(np.mean(shares)), ""))
            shares = [_share(path, list(_espeak(voice, path))) for voice in _voices(_WHISPERERS)]
            found.append(Measurement("right vowel, espeak-ng, whispered", float(np.mean(shares)), ""))
        save(path, np.concatenate([vowel(name, 2.0) for name in "aiueo"]))
        seconds = best_seconds(partial(voice_track, path, _FPS, ignore))
        found.append(Measurement("voice to motion", 1000 * seconds / 10, "ms a second"))
    return found


def _voices(variants: tuple[str, ...]) -> Iterator[str]:
    for language in _LANGUAGES:
        for variant in variants:
            yield language + variant


def _espeak(voice: str, path: Path) -> Iterator[Sound]:
    """The five vowels, each alone and without the silence around it."""
    for text in _LANGUAGES[voice[:2]]:
        subprocess.run(["espeak-ng", "-v", voice, "-w", str(path), text], check=True)
        samples = decode(path)[0].astype(np.float64)
        loud = np.flatnonzero(np.abs(samples) > 0.02)
        yield samples[loud[0] : loud[-1]]


def _share(path: Path, vowels: list[Sound], noise_below: float | None = None) -> float:
    """Share of the frames within the vowels, said with pauses, in which the right one is the largest.

    ``noise_below`` adds white noise so many dB below the speech.
    """
    pause = silence(0.2)
    sound = np.concatenate([piece for one in vowels for piece in (pause, one)])
    truth = np.concatenate(
        [labels for at, one in enumerate(vowels) for labels in (np.full(len(pause), -1), np.full(len(one), at))]
    )
    if noise_below is not None:
        level = np.sqrt((sound[truth >= 0] ** 2).mean()) * 10 ** (-noise_below / 20)
        sound = sound + np.random.default_rng(0).normal(size=len(sound)) * level
    track = voice_track(save(path, sound), _FPS, ignore).track
    at_frames = truth[np.minimum((np.arange(len(track)) / _FPS * RATE).astype(np.intp), len(truth) - 1)]
    spoken = at_frames >= 0
    shown = track.poses[:, [POSE_INDEX[f"mouth_{name}"] for name in VOWELS]].argmax(axis=1)
    return float((shown == at_frames)[spoken].mean())
