"""What a page shows before a file is made: motions, backgrounds, captions, by the code that makes the file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from pipeline.types import Character, Frames, Framing, Outline, Poses, PoseTrack, PresetMotion
from pipeline.types.arrays import Pixels
from pipeline.types.frames import BUST, MOUTH_LOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.motion.live.performer import Moment

MOVING_FPS: Final = 10.0
"""Of backgrounds that move: they are slow, and each frame costs bytes."""
_QUALITY: Final = 88


@dataclass(frozen=True)
class CaptionPreview:
    """A caption as it will stand.

    Attributes:
        letters: uint8 [size, size, 4], straight alpha: the caption on nothing.
        framing: the part of the aligned picture that is shown, so that no caption hides the mouth.
    """

    letters: Frames
    framing: Framing


def preview_motion(name: str, fps: float) -> PoseTrack:
    """The preset of that name. Raises UnknownPresetError."""
    from pipeline.motion import make_track

    return make_track(PresetMotion(name), fps, lambda _: None).track


@lru_cache
def telling_pose(name: str) -> Poses:
    """The pose, float32 [45], that says most about a preset. Raises UnknownPresetError."""
    from pipeline.motion.highlight import telling_frame

    track = preview_motion(name, MOVING_FPS)
    pose: Poses = track.poses[telling_frame(track)]
    return pose


def preview_caption(character: Character, caption: str, framing: Framing, size: int) -> CaptionPreview:
    """The caption for frames of ``size`` pixels, and what they show of this character under it. Raises CaptionError."""
    from pipeline.compose import make_composer

    composer = make_composer("transparent", caption, size, MOVING_FPS, Outline.NONE)
    letters = next(iter(composer(iter([np.zeros((1, size, size, 4), np.uint8)]))))[0]
    shown = framing.showing(MOUTH_LOW, composer.writes_from)
    if character.spec is not None:
        from pipeline.posers.rig.character import draw_character
        from pipeline.posers.rig.framing import fitted

        shown = fitted(shown, draw_character(character.spec))
    return CaptionPreview(letters, shown)


def preview_background(name: str, size: int) -> bytes | None:
    """A background as a WebP of ``size`` pixels that moves as it does in files; None for a transparent one.

    Raises:
        BackgroundError: there is none of that name.
    """
    import PIL.Image

    from pipeline.compose.background import make_background
    from pipeline.compose.scenes import LOOP_SECONDS

    draw = make_background(name, size, MOVING_FPS)
    if draw is None:
        return None
    frames = [draw(number) for number in range(round(LOOP_SECONDS * MOVING_FPS))]
    if all(np.array_equal(frame, frames[0]) for frame in frames):
        frames = frames[:1]
    pictures = [PIL.Image.fromarray(frame[..., :3]) for frame in frames]
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": pictures[1:], "duration": round(1000 / MOVING_FPS), "loop": 0}
    pictures[0].save(buffer, "WEBP", quality=_QUALITY, method=3, **(more if len(pictures) > 1 else {}))
    return buffer.getvalue()


def picture_webp(picture: Frames) -> bytes:
    """uint8 [H, W, 4], straight alpha, as a WebP."""
    import PIL.Image

    buffer = io.BytesIO()
    PIL.Image.fromarray(picture).save(buffer, "WEBP", quality=_QUALITY, method=4)
    return buffer.getvalue()


class LivePicture:
    """A drawn character that does now what it is told, on a background: the pictures of a camera.

    Args:
        character: who, with a spec.
        width, height: of the pictures in pixels, the width being the larger one.
        background: as for ``AnimojiRequest``, but not transparent.
        fps: pictures a second, for backgrounds that move.

    Raises:
        BackgroundError: there is no such background, or it is the transparent one.
        ValueError: the character is a picture.
    """

    def __init__(self, character: Character, width: int, height: int, background: str, fps: float) -> None:
        from pipeline.compose.background import BACKGROUND_NAMES, make_background
        from pipeline.compose.errors import BackgroundError
        from pipeline.posers.rig.poser import Puppet

        behind = make_background(background, width, fps)
        if behind is None:
            raise BackgroundError(background=background, names=", ".join(BACKGROUND_NAMES[1:]))
        if character.spec is None:
            raise ValueError("the rig draws characters with a spec")
        self._behind: Callable[[int], Pixels] = behind
        self._puppet = Puppet(character.spec, height, BUST)
        self._top, self._left = (width - height) // 2, (width - height) // 2
        self._count = 0

    def draw(self, moment: Moment, seconds: float) -> Pixels:
        """The next picture, uint8 [height, width, 3], of this moment, ``seconds`` after the picture before."""
        puppet = self._puppet
        state = puppet.face(moment.pose, acted=True)
        swing = puppet.physics.advance(state.stance, seconds)
        frame = puppet.draw(state, swing, moment.place.astype(np.float64)).astype(np.uint16)
        size = len(frame)
        picture = self._behind(self._count)[self._top : self._top + size, :, :3].copy()
        self._count += 1
        under = picture[:, self._left : self._left + size]
        share = frame[..., 3:]
        under[...] = ((frame[..., :3] * share + under * (255 - share) + 127) // 255).astype(np.uint8)
        return picture

    def close(self) -> None:
        """Gives back what it draws on."""
        self._puppet.close()
