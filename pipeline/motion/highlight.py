"""What of a motion an emoji shows: a short loop of its best part, and the frame that tells most."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.motion.cut import SEAM, interest_of, lead_back, unlikeness
from pipeline.types import FloatArray, PoseCategory, PoseTrack, pose_mask
from pipeline.types.pose import POSE_INDEX

_LIDS: Final = [POSE_INDEX["eye_wink_left"], POSE_INDEX["eye_wink_right"]]
_STRONG: Final = pose_mask(PoseCategory.EYEBROW, PoseCategory.MOUTH, PoseCategory.EYE, PoseCategory.IRIS_MORPH)
_BLINK: Final = 4.0
"""How much less a blink tells than open eyes, in numbers of the face at full strength: brows stir with it."""
_SIGN: Final = 3.0
"""What a sign or a hand that shows all the time tells, in numbers of the face at full strength. One that shows for a
shorter time tells less, as it is not what the loop is about."""


def best_loop(track: PoseTrack, seconds: float) -> PoseTrack:
    """The best loop of ``seconds``: where most happens, and whose end is most like its beginning.

    A motion that is shorter stays whole; its end is led back where it does not loop.
    """
    return best_loop_together((track,), seconds)[0]


def best_loop_together(tracks: tuple[PoseTrack, ...], seconds: float) -> tuple[PoseTrack, ...]:
    """The same part of all these motions, which are of one length: ``best_loop`` where most happens in all of them."""
    tracks = tuple(track.even() for track in tracks)
    length = max(2, int(seconds * tracks[0].fps + 1e-6))
    if len(tracks[0]) <= length:
        return tuple(track if track.loops else lead_back(track) for track in tracks)
    interest = np.concatenate([[0.0], np.cumsum(sum(map(interest_of, tracks)))])
    lively = (interest[length:] - interest[:-length]) / length
    most = float(np.diff(interest).max())
    seams = np.sum([unlikeness(track, length) for track in tracks], axis=0)
    start = int(np.argmax(lively - SEAM * most * seams))
    return tuple(lead_back(track.part(slice(start, start + length))) for track in tracks)


def telling_frame(track: PoseTrack) -> int:
    """The number of the frame that says most on its own: the strongest expression, with its signs, and no blink."""
    strength: FloatArray = np.abs(track.poses[:, _STRONG]).sum(axis=1).astype(np.float64)
    # Both lids shut is a blink, unless they mostly are; one of them is a wink, and happy eyes are other numbers.
    shut = np.minimum(*track.poses[:, _LIDS].T)
    strength -= (2 + _BLINK * (1 - shut.mean())) * shut
    margin = track.fps / 5
    for gesture in track.gestures:
        seen = np.arange(len(track))
        share = (gesture.end - gesture.start) / len(track)
        strength += _SIGN * share * np.clip(np.minimum(seen - gesture.start, gesture.end - seen) / margin, 0, 1)
    return int(np.argmax(strength))
