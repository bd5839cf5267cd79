"""Texts are really spoken, by eSpeak NG and Open JTalk: their own times are what lips are measured against."""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.signal import resample_poly
from scipy.stats import spearmanr

from pipeline.characters import make_character
from pipeline.media.sound import read_sound
from pipeline.media.speech import RATE as SOUND_RATE
from pipeline.motion.delivery import VOWELS
from pipeline.motion.speech import japanese, speech_track, spoken_text, tongues
from pipeline.motion.speech.errors import NothingToSayError, SpeechMissingError, SpeechTooLongError
from pipeline.motion.speech.espeak import speak
from pipeline.motion.speech.phones import Phone
from pipeline.motion.voice import voice_track
from pipeline.motion.voice.analysis import analyse
from pipeline.posers import open_poser
from pipeline.progress import ignore
from pipeline.types import (
    POSE_INDEX,
    Float32Array,
    FloatArray,
    Framing,
    PoserName,
    PoseTrack,
    PromptSource,
    Source,
    Speaker,
    SpeechMotion,
    UserError,
    limits,
)
from pipeline.unlinked import unlinked_file
from tests.pipeline.motion.voice.speech import RATE, save

pytest.importorskip("pyopenjtalk", reason="needs animemoji[speech]")
pytest.importorskip("espeakng_loader", reason="needs animemoji[speech]")
pytest.importorskip("py3langid", reason="needs animemoji[speech]")

TEXTS: Final = (
    "Bob bumps Pam's big pumpkin, and Mum maps the amber beam.",
    "パパとママは、まんまるなパンを、いっぱいほおばった。散歩も、たべものもバッチリ！",
    "Mi mamá me mima y papá bebe un vaso de agua.",
    "Мама мыла раму, а папа пил пиво.",
)
HEIGHT: Final = {"a": 1, "ä": 1, "ɑ": 1, "æ": 1, "ɐ": 0.8, "ʌ": 0.8, "ɔ": 0.7, "ɛ": 0.7, "e": 0.5, "o": 0.5}
HEIGHT_CLOSE: Final = {"ə": 0.5, "ɪ": 0.3, "ʊ": 0.3, "ɨ": 0.2, "i": 0.1, "u": 0.1, "ɯ": 0.1, "y": 0.1}
"""How open vowels are: the rows of the vowel chart of the International Phonetic Association, 0 to 1."""


def said(text: str, fps: float = 25.0) -> PoseTrack:
    return speech_track(SpeechMotion(text), fps, ignore).track


def mouth(track: PoseTrack) -> Float32Array:
    return track.poses[:, [POSE_INDEX[f"mouth_{name}"] for name in VOWELS]]


def column(track: PoseTrack, name: str) -> Float32Array:
    return track.poses[:, POSE_INDEX[name]]


def shuts(phone: Phone) -> bool:
    return phone.ipa[:1] in tuple("pbm")


@pytest.mark.parametrize("fps", [12.5, 25.0])
@pytest.mark.parametrize("text", TEXTS, ids=["en", "ja", "es", "ru"])
def test_lips_are_shut_within_a_frame_of_every_p_b_and_m(text: str, fps: float) -> None:
    spoken, opening = spoken_text(text), mouth(said(text, fps)).sum(axis=1)
    times = np.arange(len(opening)) / fps
    bilabials = [phone for phone in spoken.phones if shuts(phone)]
    assert len(bilabials) >= 7
    for phone in bilabials:
        near = (times >= phone.start - 1 / fps) & (times <= phone.end + 1 / fps)
        assert opening[near].min() < 0.05, phone


@pytest.mark.parametrize("text", TEXTS[:3], ids=["en", "ja", "es"])
def test_a_mouth_is_drawn_as_open_as_its_vowels(text: str) -> None:
    """In pixels: how much of the picture around the mouth differs from a shut one."""
    spoken, track = spoken_text(text), said(text)
    lips = np.zeros_like(track.poses)
    columns = [POSE_INDEX[f"mouth_{name}"] for name in VOWELS]
    lips[:, columns] = track.poses[:, columns]
    who = make_character(PromptSource("girl, fair skin, neutral", 3, Source.DRAWN), ignore).character
    frames = open_poser(who, PoserName.RIG).pose(who, lips, 96, Framing(226, 150, 60)).astype(np.int16)
    aperture = (np.abs(frames - frames[0]).max(axis=3) > 40).sum(axis=(1, 2))
    heights = HEIGHT | HEIGHT_CLOSE
    pairs = [
        (heights[vowel], aperture[min(len(aperture) - 1, round((phone.start + phone.end) / 2 * 25))])
        for phone in spoken.phones
        if (vowel := phone.ipa.rstrip("ːʲ")) in heights and phone.end - phone.start > 0.05
    ]
    assert len(pairs) >= 8
    assert spearmanr(*zip(*pairs, strict=True)).statistic > 0.5


def test_a_text_can_be_heard_and_its_mouth_moves_while_it_is() -> None:
    made = speech_track(SpeechMotion("Good morning, everybody."), 25, ignore)
    with unlinked_file(suffix=".ogg") as file:
        file.write_bytes(made.sound)
        sound = read_sound(file, SOUND_RATE, "mono", 60)
    assert sound is not None
    assert sound.samples.shape[1] / SOUND_RATE == pytest.approx(made.track.seconds, abs=0.06)
    loud = loudness(sound.samples[0], len(made.track))
    opening = mouth(made.track).sum(axis=1)
    assert opening[loud > 0.1].mean() > 4 * opening[loud < 0.005].mean()


def loudness(samples: Float32Array, frames: int) -> FloatArray:
    step = SOUND_RATE // 25
    padded = np.zeros(frames * step)
    padded[: len(samples)] = samples[: len(padded)]
    return np.asarray(np.sqrt((padded.reshape(frames, step) ** 2).mean(axis=1)))


def test_the_same_text_always_gives_the_same_track_and_sound() -> None:
    """Also in another second: eSpeak NG would draw its lots by the clock."""
    for text in ("Once more.", "もう一度。"):
        one = speech_track(SpeechMotion(text), 25, ignore)
        time.sleep(1.1)
        two = speech_track(SpeechMotion(text), 25, ignore)
        assert np.array_equal(one.track.poses, two.track.poses)
        assert one.sound == two.sound


def test_who_asks_raises_the_brows_at_the_end() -> None:
    for asks, tells in (("You like it?", "You like it."), ("行くの？", "行くの。")):
        end = -4
        assert column(said(asks), "eyebrow_raised_left")[end] > column(said(tells), "eyebrow_raised_left")[end] + 0.2


def test_the_head_nods_on_stressed_syllables_and_lids_fall_in_pauses() -> None:
    text = "I told you: it was the butler. Nobody else had the key."
    spoken, track = spoken_text(text), said(text)
    stressed = [round((phone.start + phone.end) / 2 * 25) for phone in spoken.phones if phone.stressed]
    brows = column(track, "eyebrow_raised_left")
    assert brows[stressed].mean() > np.median(brows)
    shut = np.flatnonzero(column(track, "eye_wink_left") > 0.9) / 25
    pauses = [phone for phone in spoken.phones if not phone.ipa and phone.start > 0.2]
    assert any(phone.start - 0.1 < at < phone.end + 0.1 for phone in pauses for at in shut)


def test_a_held_consonant_and_a_nasal_take_the_lips_of_what_follows() -> None:
    ipa = [phone.ipa for phone in spoken_text("いっぱい、さんぽ").phones if phone.ipa]
    assert ipa == ["i", "p", "p", "a", "i", "s", "a", "m", "p", "o"]


def test_an_emoji_shows_its_sign_all_along() -> None:
    track = said("I love you ❤️")
    assert [(each.name, each.start, each.end) for each in track.gestures] == [("hearts", 0, len(track))]


def test_what_takes_too_long_is_cut_and_told() -> None:
    made = speech_track(SpeechMotion("九、" * 100), 10, ignore)
    assert made.track.seconds <= limits.VOICE_SECONDS + 0.2
    assert [each.key for each in made.notices] == ["notice.speech_cut"]
    spoken = speak("One two three four five six seven eight nine ten.", "en-us", Speaker.LOW, 1.5)
    assert spoken.is_cut
    assert spoken.seconds == pytest.approx(1.5, abs=0.01)
    assert spoken.phones[-1].end == pytest.approx(1.5, abs=0.01)


def test_what_cannot_be_said_is_refused_in_one_sentence() -> None:
    for text in ("", "  \n", "😊😊", "?!", "…"):
        with pytest.raises(NothingToSayError, match="write some words"):
            spoken_text(text)
    with pytest.raises(SpeechTooLongError, match="201 characters: say at most 200"):
        spoken_text("a" * 201)


@pytest.mark.parametrize("module", ["pyopenjtalk", "espeakng_loader", "py3langid.langid"])
def test_without_the_libraries_one_sentence_says_how_to_get_them(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    japanese._engine.cache_clear()
    tongues._identifier.cache_clear()
    needing = {"pyopenjtalk": "こんにちは", "espeakng_loader": "Привет", "py3langid.langid": "See you there, friends"}
    with pytest.raises(SpeechMissingError, match=r"pip install 'animemoji\[speech\]'"):
        spoken_text(needing[module])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40) | st.text("あパッんー、。？！abcXYZ0129 <>&[]_|'\"\\/{}%$漢字", max_size=30))
def test_any_text_is_spoken_or_refused(text: str) -> None:
    try:
        spoken = spoken_text(text)
    except UserError:
        return
    assert np.isfinite(spoken.samples).all()
    assert np.abs(spoken.samples).max() <= 1
    assert spoken.phones[-1].end == pytest.approx(spoken.seconds, abs=0.02)
    starts = [phone.start for phone in spoken.phones]
    assert starts == sorted(starts)
    assert starts[0] == 0


def test_lips_of_a_recording_meet_where_its_speaker_closed_them(tmp_path: Path) -> None:
    """What the synthesiser knows of its sounds judges the ear that hears them without knowing."""
    met, opened = [], []
    for text, speaker in itertools.product(TEXTS, Speaker):
        spoken = spoken_text(text, speaker)
        recording = save(tmp_path / "a.wav", resample_poly(spoken.samples, RATE, spoken.rate))
        opening = mouth(voice_track(recording, 25, ignore).track).sum(axis=1)
        times = np.arange(len(opening)) / 25
        for phone in spoken.phones:
            near = (times >= phone.start - 1 / 25) & (times <= phone.end + 1 / 25)
            if shuts(phone):
                met.append(opening[near].min() < 0.15)
            elif phone.ipa[:1] in HEIGHT and phone.end - phone.start > 0.06:
                opened.append(opening[near].max() > 0.3)
    assert np.mean(met) > 0.7
    assert np.mean(opened) > 0.95


def test_every_language_that_is_told_has_a_voice() -> None:
    for tongue in {*tongues._BY_SCRIPT.values(), *tongues._LATIN.values(), "uk", "fa"} - {tongues.JAPANESE}:
        assert any(phone.ipa for phone in speak("1 2", tongue, Speaker.HIGH, 3).phones), tongue


@pytest.mark.parametrize("text", ["Good morning, everybody.", "おはようございます。"])
def test_a_low_voice_is_lower(text: str) -> None:
    pitches = []
    for speaker in (Speaker.HIGH, Speaker.LOW):
        spoken = spoken_text(text, speaker)
        heard = analyse(np.asarray(resample_poly(spoken.samples, RATE, spoken.rate), np.float32))
        pitches.append(np.median(heard.pitch[heard.voiced]))
    assert pitches[0] > 1.3 * pitches[1]
