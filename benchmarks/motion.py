"""The trackers alone: milliseconds a frame of the sample clip, decoding included."""

from __future__ import annotations

from functools import partial

from benchmarks.measurement import SAMPLE, Measurement, best_seconds
from pipeline.models import find_model
from pipeline.motion import make_track
from pipeline.progress import ignore
from pipeline.types import VideoMotion


def run() -> list[Measurement]:
    """The bundled face mesh, and the landmarker where its model is."""
    trackers = ["mesh"] + (["landmarker"] if find_model("face_landmarker") else [])
    found = []
    for tracker in trackers:
        motion = VideoMotion(SAMPLE, tracker, max_seconds=None)
        count = len(make_track(motion, 0.0, ignore).track)
        seconds = best_seconds(partial(make_track, motion, 0.0, ignore), 2)
        found.append(Measurement(f"tracker {tracker}", 1000 * seconds / count, "ms a frame"))
    return found
