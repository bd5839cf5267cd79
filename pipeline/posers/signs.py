"""Signs of comics and hands over a moving picture: those that drawn characters have, on a figure of usual proportions.

An aligned picture has its head where a drawn character has its own, so the same signs fit; they follow the pose's head.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from pipeline.pixels.pictures import picture_pixels
from pipeline.posers.place import carried_pictures
from pipeline.types import Character, Frames, Framing, PoseTrack

if TYPE_CHECKING:
    from pipeline.types.spec import RigSpec

_CROWN: Final = (slice(70, 106), slice(226, 286))
_CHEEKS: Final = (slice(148, 164), slice(226, 286))
_CHEST: Final = (slice(300, 420), slice(206, 306))
"""Rows and columns of the aligned picture in which hair, skin and clothes are seen."""
_LEAST_PIXELS: Final = 40


def draw_signs(
    batches: Iterable[Frames], character: Character, track: PoseTrack, size: int, framing: Framing
) -> Iterator[Frames]:
    """The frames of a picture character, its head in the track's places, with the track's signs and hands over them.

    Args:
        batches: all frames of the track in order, uint8 [N, size, size, 4].
        character: whose picture gives hands their colours.
        track: when what is shown, and how the head is held.
        size, framing: as the frames were drawn.
    """
    from pipeline.posers.rig.emanata import EMANATA

    batches = carried_pictures(batches, track, size, framing)
    if not any(gesture.name in EMANATA for gesture in track.gestures):
        yield from batches
        return
    from pipeline.drawing.figure import measure
    from pipeline.drawing.tones import Tones
    from pipeline.parts import FACE_SHAPES
    from pipeline.posers.rig.emanata import EmanataOverlay
    from pipeline.posers.rig.framing import Placement, is_small
    from pipeline.posers.rig.state import FaceState

    spec = stand_in(character)
    place = Placement.of(framing, size)
    figure = measure(spec, FACE_SHAPES[spec.face_shape].contour)
    if is_small(size, framing):
        figure = figure.seen_small()
    overlay = EmanataOverlay(track, figure, Tones.of(spec), size, place.scale, place.shift, place.line_scale)
    try:
        done = 0
        for batch in batches:
            poses = track.poses[done : done + len(batch)].astype(np.float64)
            yield np.stack(
                [
                    overlay.over(frame, FaceState(pose).stance, done + index)
                    for index, (frame, pose) in enumerate(zip(batch, poses, strict=True))
                ]
            )
            done += len(batch)
    finally:
        overlay.close()


def stand_in(character: Character) -> RigSpec:
    """Whom a picture's signs are drawn for: of usual proportions, with its colours of hair, skin and clothes."""
    from pipeline.types.spec import LATEST_EDITION, RigSpec

    if character.picture is None:
        return RigSpec()
    picture = picture_pixels(character.picture)
    spec = RigSpec()
    return RigSpec(
        edition=LATEST_EDITION,
        hair_colour=_usual(picture[_CROWN]) or spec.hair_colour,
        skin=_usual(picture[_CHEEKS]) or spec.skin,
        outfit_colour=_usual(picture[_CHEST]) or spec.outfit_colour,
    )


def _usual(region: Frames) -> str | None:
    """The median colour of what is opaque in a region, None where hardly anything is."""
    opaque = region[region[..., 3] > 200][:, :3]
    if len(opaque) < _LEAST_PIXELS:
        return None
    red, green, blue = np.median(opaque, axis=0).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"
