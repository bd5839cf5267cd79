"""Where a head is in the picture: it moves to the sides, up and down, and comes nearer; the body's foot stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np

from pipeline.tape import Tape, Traced
from pipeline.types import Frames, Framing, PoseTrack
from pipeline.types.arrays import FloatArray

CENTRE_X, CENTRE_Y, UNITS = 256.0, 132.0, 2.0
"""Where the origin of the design lies in the aligned picture, and design units per pixel of it."""
_HEAD: Final = 256.0
"""Height of a head, in design units."""
_CHIN, _STILL = 120.0, 560.0
"""From here upward everything moves with the head; from here downward nothing does."""
_GROWS_FROM: Final = 60.0
"""The y that stays where it is when a head comes nearer."""


def carried(flat: FloatArray, place: FloatArray) -> FloatArray:
    """Points [N, 2] in design units where the head has this place (a row of ``PoseTrack.places``)."""
    right, down, nearer = place
    share = _share(flat[:, 1])
    grown = 1 + nearer * share
    x = flat[:, 0] * grown + right * _HEAD * share
    y = _GROWS_FROM + (flat[:, 1] - _GROWS_FROM) * grown + down * _HEAD * share
    return np.column_stack([x, y])


def carried_pictures(batches: Iterable[Frames], track: PoseTrack, size: int, framing: Framing) -> Iterator[Frames]:
    """Frames of a picture, uint8 [N, size, size, 4], in which the head has the track's places."""
    if track.places is None:
        yield from batches
        return
    import cv2

    unit = size / framing.side / UNITS
    shift = np.array([CENTRE_X - framing.x, CENTRE_Y - framing.y]) * size / framing.side
    pixels = np.arange(size) + 0.5
    across, along = np.meshgrid((pixels - shift[0]) / unit, (pixels - shift[1]) / unit)
    done = 0
    for batch in batches:
        moved = np.empty_like(batch)
        for index, frame in enumerate(batch):
            x, y = _before(across, along, track.places[done + index].astype(np.float64))
            alpha = frame[..., 3:].astype(np.float32)
            covered = np.concatenate([frame[..., :3] * (alpha / 255), alpha], axis=2)
            at_x = (x * unit + shift[0] - 0.5).astype(np.float32)
            # What lies below the picture's edge goes on as the edge does.
            at_y = np.minimum(y * unit + shift[1] - 0.5, size - 1).astype(np.float32)
            seen = cv2.remap(covered, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
            seen[..., :3] *= 255 / np.maximum(seen[..., 3:], 1e-3)
            moved[index] = np.rint(seen.clip(0, 255))
        yield moved
        done += len(batch)


def _before(across: FloatArray, along: FloatArray, place: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Where points were before they were carried to (across, along), x and y; all in design units and of one shape."""
    right, down, nearer = place
    # The way back is found from where a point went; what it was for is nearly the same there.
    y = along
    for _ in range(2):
        share = _share(y)
        grown = 1 + nearer * share
        y = _GROWS_FROM + (along - _GROWS_FROM - down * _HEAD * share) / grown
    return (across - right * _HEAD * share) / grown, y


def packed_carrying() -> dict[str, Any]:
    """How pictures are carried as JSON for browsers, docs/puppet.md describes it: a place (x, y) in the picture where
    the head is ``right``, ``down``, ``nearer`` becomes the one that it shows; and where design units lie in an aligned
    picture.
    """
    tape = Tape()
    x, y = Traced.inputs(tape, ["x", "y"])[:, None]
    before = np.concatenate(_before(x, y, Traced.inputs(tape, ["right", "down", "nearer"])))
    program = tape.program(Traced.of(tape, before).ravel().slots)
    return {"program": program.packed(), "centre": [CENTRE_X, CENTRE_Y], "units": UNITS}


def _share(y: FloatArray) -> FloatArray:
    """How much of the head's way a height in the design goes, 0..1, without a kink."""
    up = np.clip((_STILL - y) / (_STILL - _CHIN), 0, 1)
    return up * up * (3 - 2 * up)
