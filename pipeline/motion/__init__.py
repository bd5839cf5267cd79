"""Motion -> PoseTrack: from a clip of a face, an authored preset, a voice, a text, or a motion file."""

from __future__ import annotations

from dataclasses import replace

from typing_extensions import assert_never

from pipeline.interfaces import MadeTrack
from pipeline.progress import part_of
from pipeline.types import (
    DEFAULT_SETTINGS,
    FileMotion,
    MotionSource,
    OnProgress,
    PipelineSettings,
    PresetMotion,
    Progress,
    SpeechMotion,
    Stage,
    TrackMotion,
    VideoMotion,
    VoiceMotion,
)


def make_track(
    motion: MotionSource, fps: float, on_progress: OnProgress, settings: PipelineSettings = DEFAULT_SETTINGS
) -> MadeTrack:
    """The motion as poses.

    Args:
        motion: where it comes from.
        fps: frames per second of the track; 0 keeps the source's own (25 where it has none).
        on_progress: called often; may raise JobCancelled.
        settings: where models lie.

    Raises:
        UserError: the source cannot be read (each kind of source has its own errors).
    """
    on_progress(Progress(Stage.MOTION, 0.0))
    made = _make(motion, fps, on_progress, settings)
    on_progress(Progress(Stage.MOTION, 1.0))
    return made


def make_two_tracks(
    motion: MotionSource,
    other: MotionSource | None,
    fps: float,
    on_progress: OnProgress,
    settings: PipelineSettings = DEFAULT_SETTINGS,
) -> tuple[MadeTrack, MadeTrack]:
    """The motions of two figures, the left one's first, both of one length.

    Args:
        motion: where the left one's comes from.
        other: the right one's; None: see ``Partner``.
        fps, on_progress, settings: as for ``make_track``.

    Raises:
        UserError: a source cannot be read.
    """
    from pipeline.motion.two import in_step, two_tracks

    if other is None:
        if isinstance(motion, VideoMotion) and (two := two_tracks(motion, fps, on_progress, settings)) is not None:
            on_progress(Progress(Stage.MOTION, 1.0))
            return two
        made = make_track(motion, fps, on_progress, settings)
        return made, MadeTrack(made.track.mirrored())
    first = make_track(motion, fps, part_of(on_progress, 0.0, 0.5), settings)
    second = make_track(other, fps, part_of(on_progress, 0.5, 0.5), settings)
    left, right = in_step((first.track, second.track))
    return replace(first, track=left), replace(second, track=right)


def _make(motion: MotionSource, fps: float, on_progress: OnProgress, settings: PipelineSettings) -> MadeTrack:
    """The track of each kind of source. Their libraries are heavy, so each case imports its own."""
    match motion:
        case VideoMotion():
            from pipeline.motion.selfie import video_track

            return video_track(motion, fps, on_progress, settings)
        case PresetMotion():
            from pipeline.motion.presets import preset_track

            return preset_track(motion.name, fps)
        case FileMotion():
            from pipeline.motion.cut import lead_back
            from pipeline.motion.files import file_track

            made = file_track(motion.path, fps)
            return made if made.track.loops else replace(made, track=lead_back(made.track))
        case VoiceMotion():
            from pipeline.motion.cut import lead_back
            from pipeline.motion.voice import voice_track

            made = voice_track(motion.path, fps, on_progress)
            return replace(made, track=lead_back(made.track, with_lips=False))
        case SpeechMotion():
            from pipeline.motion.cut import lead_back
            from pipeline.motion.speech import speech_track

            made = speech_track(motion, fps, on_progress)
            return replace(made, track=lead_back(made.track, with_lips=False))
        case TrackMotion():
            return MadeTrack(motion.track.resampled(fps) if fps > 0 else motion.track, sound=motion.sound)
        case _:
            assert_never(motion)
