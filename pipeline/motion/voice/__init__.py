"""A recording of a voice -> a PoseTrack that speaks it.

It needs no network: the physics of speech is enough for five vowels.
"""

from __future__ import annotations

import math
import zlib
from pathlib import Path
from typing import Final

from pipeline.interfaces import MadeTrack
from pipeline.types import DEFAULT_FPS, OnProgress, PoseTrack, Progress, Stage, UserError, notice
from pipeline.types.limits import VOICE_SECONDS

_SILENT_DB: Final = -52.0
"""Loudest part of a recording in which nobody speaks, in dB below full scale."""


class SilentVoiceError(UserError):
    """Nothing can be heard in the recording."""

    key = "error.voice_silent"
    template = "Nothing can be heard in that recording: speak closer to the microphone and send it again."


def voice_track(path: Path, fps: float, on_progress: OnProgress) -> MadeTrack:
    """A face that speaks as this recording does, as long as the recording (at most its first 30 s).

    The same recording always gives the same track.

    Args:
        path: an .ogg, .mp3, .m4a, .wav file, or a video with sound; at most 25 MB.
        fps: frames per second; 0 for 25.
        on_progress: called now and then; may raise JobCancelled.

    Raises:
        VoiceFileError, VoiceTooLargeError, NoSoundError: see ``decode``.
        SilentVoiceError: nothing is heard.
    """
    from pipeline.motion.acting import act
    from pipeline.motion.voice.analysis import analyse
    from pipeline.motion.voice.decode import RATE, decode
    from pipeline.motion.voice.hearing import heard

    def progress(fraction: float) -> None:
        on_progress(Progress(Stage.MOTION, fraction))

    progress(0)
    samples, longer = decode(path, lambda: progress(0))
    progress(0.3)
    speech = analyse(samples)
    if speech.decibels.max() < _SILENT_DB:
        raise SilentVoiceError
    progress(0.8)
    rate = fps if fps > 0 else DEFAULT_FPS
    count = max(1, math.ceil(len(samples) / RATE * rate - 1e-6))
    poses = act(heard(speech), rate, count, seed=zlib.crc32(samples.tobytes()))
    progress(1)
    notices = (notice("notice.voice_cut", seconds=f"{VOICE_SECONDS:g}"),) if longer else ()
    return MadeTrack(PoseTrack.still(poses, rate), notices)
