"""A text -> a PoseTrack that speaks it, and how it sounds.

A synthesiser says which sound begins when, so nothing has to be guessed: lips follow the sounds.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import replace

from pipeline.interfaces import MadeTrack
from pipeline.motion.speech.errors import NothingToSayError, SpeechTooLongError
from pipeline.motion.speech.phones import Spoken
from pipeline.types import (
    DEFAULT_FPS,
    Gesture,
    OnProgress,
    PoseTrack,
    Progress,
    Speaker,
    SpeechMotion,
    Stage,
    limits,
    notice,
)


def speech_track(motion: SpeechMotion, fps: float, on_progress: OnProgress) -> MadeTrack:
    """A face that says the text, with its sound, at most 30 s of it. The same text always gives the same track.

    The language is guessed: Japanese, or any of those that eSpeak NG speaks.

    Args:
        motion: the text, at most 200 characters, and whose voice says it. Emoji in it are not read, but set the mood.
        fps: frames per second; 0 for 25.
        on_progress: called now and then; may raise JobCancelled.

    Raises:
        SpeechTooLongError, NothingToSayError: it has too many characters, or nothing in it can be spoken.
        NoSuchTongueError: no voice reads its letters.
        SpeechMissingError: the libraries that speak are not installed.
    """
    from pipeline.media.speech import speech_bytes
    from pipeline.motion.acting import act
    from pipeline.motion.speech.mood import in_mood, mood_of
    from pipeline.motion.speech.telling import told

    rate = fps if fps > 0 else DEFAULT_FPS
    text = motion.text
    spoken = spoken_text(text, motion.speaker or Speaker.HIGH)
    on_progress(Progress(Stage.MOTION, 0.6))
    count = max(1, math.ceil(spoken.seconds * rate - 1e-6))
    mood = mood_of(text)
    poses = in_mood(act(told(spoken, rate), rate, count, seed=zlib.crc32(text.encode())), mood)
    track = PoseTrack.still(poses, rate)
    if mood.sign is not None:
        track = replace(track, gestures=(Gesture(mood.sign.value, 0, count),))
    notices = (notice("notice.speech_cut", seconds=f"{limits.VOICE_SECONDS:g}"),) if spoken.is_cut else ()
    return MadeTrack(track, notices, speech_bytes(spoken.samples, spoken.rate))


def spoken_text(text: str, speaker: Speaker = Speaker.HIGH) -> Spoken:
    """How a text sounds from this speaker. Raises as ``speech_track`` does."""
    from pipeline.motion.speech.mood import without_emoji
    from pipeline.motion.speech.tongues import JAPANESE, tongue_of

    if len(text) > limits.SPEECH_LENGTH:
        raise SpeechTooLongError(length=len(text), limit=limits.SPEECH_LENGTH)
    words = without_emoji(text)
    if not any(letter.isalnum() for letter in words):
        raise NothingToSayError
    tongue = tongue_of(words)
    if tongue == JAPANESE:
        from pipeline.motion.speech.japanese import speak_japanese

        spoken = speak_japanese(words, speaker, limits.VOICE_SECONDS)
    else:
        from pipeline.motion.speech.espeak import speak

        spoken = speak(words, tongue, speaker, limits.VOICE_SECONDS)
    if not any(phone.ipa for phone in spoken.phones):
        raise NothingToSayError
    return spoken
