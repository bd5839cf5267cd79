"""How long jobs take, learnt from those that are done."""

from __future__ import annotations

from typing import Final

from pipeline.types import AnimojiRequest, Character, TrackMotion, VideoMotion

_NEWEST_SHARE: Final = 0.3
"""How far the newest job moves the average."""
_USUAL_MOTION_SECONDS: Final = 4.0
"""Taken for a motion whose length shows only later."""

_Kind = tuple[object, ...]


class Pace:
    """Seconds of work per second of motion: moving averages, one for each kind of character and poser."""

    def __init__(self) -> None:
        self._averages: dict[_Kind, float] = {}

    def learn(self, request: AnimojiRequest, motion_seconds: float, took_seconds: float) -> None:
        """A job of this kind took so long for so much motion."""
        if motion_seconds <= 0:
            return
        newest = took_seconds / motion_seconds
        before = self._averages.get(_kind(request), newest)
        self._averages[_kind(request)] = before + _NEWEST_SHARE * (newest - before)

    def estimate(self, request: AnimojiRequest) -> float | None:
        """Seconds that this job will take; None while no job of its kind has been done."""
        average = self._averages.get(_kind(request))
        return None if average is None else average * _motion_seconds(request)


def _kind(request: AnimojiRequest) -> _Kind:
    source = request.character
    return (request.poser, source.kind if isinstance(source, Character) else type(source).__name__)


def _motion_seconds(request: AnimojiRequest) -> float:
    if isinstance(request.motion, TrackMotion):
        return request.motion.track.seconds
    if isinstance(request.motion, VideoMotion) and request.motion.max_seconds:
        return request.motion.max_seconds
    return _USUAL_MOTION_SECONDS
