"""Motion -> PoseTrack: from a clip of a face, an authored preset, a voice, or a motion file."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages import MadeTrack
from pipeline.types import FileMotion, MotionSource, OnProgress, PresetMotion, Progress, Stage, TrackMotion, VideoMotion


def make_track(motion: MotionSource, fps: float, on_progress: OnProgress) -> MadeTrack:
    """The motion as poses.

    Args:
        motion: where it comes from.
        fps: frames per second of the track; 0 keeps a clip's own.
        on_progress: called often; may raise JobCancelled.

    Raises:
        UserError: the source cannot be read (each kind of source has its own errors).
    """
    on_progress(Progress(Stage.MOTION, 0.0))
    if isinstance(motion, VideoMotion):
        from pipeline.motion.selfie import video_track

        made = video_track(motion, fps, on_progress)
    elif isinstance(motion, PresetMotion):
        from pipeline.motion.presets import preset_track

        made = preset_track(motion.name, fps)
    elif isinstance(motion, FileMotion):
        from pipeline.motion.cut import lead_back
        from pipeline.motion.files import file_track

        made = file_track(motion.path, fps)
        if not made.track.loops:
            made = replace(made, track=lead_back(made.track))
    elif isinstance(motion, TrackMotion):
        made = MadeTrack(motion.track.resampled(fps) if fps > 0 else motion.track)
    else:
        from pipeline.motion.cut import lead_back
        from pipeline.motion.voice import voice_track

        made = voice_track(motion.path, fps, on_progress)
        made = replace(made, track=lead_back(made.track, with_lips=False))
    on_progress(Progress(Stage.MOTION, 1.0))
    return made
