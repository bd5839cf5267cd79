"""Motion -> PoseTrack: from a clip of a face, an authored preset, a voice, or a motion file."""

from __future__ import annotations

from dataclasses import replace

from typing_extensions import assert_never

from pipeline.interfaces import MadeTrack
from pipeline.types import (
    DEFAULT_SETTINGS,
    FileMotion,
    MotionSource,
    OnProgress,
    PipelineSettings,
    PresetMotion,
    Progress,
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
        case TrackMotion():
            return MadeTrack(motion.track.resampled(fps) if fps > 0 else motion.track)
        case _:
            assert_never(motion)
