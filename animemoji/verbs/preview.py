"""The clip and a character that does the same, side by side, as an MP4."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.pixels.alpha import flatten
from pipeline.types import BUST, OnProgress, Pixels, PoserName, PoseTrack, Progress, PromptSource, Source, Stage

SIDE: Final = 384
"""Width and height of each half in pixels."""
_PROMPT: Final = "girl with short blue hair, green eyes, white hoodie"
_PAPER: Final = (236, 238, 242)


def write_preview(video: Path, track: PoseTrack, path: Path, on_progress: OnProgress, frame_by_frame: bool) -> None:
    """Writes the preview.

    The clip is shown as a mirror shows it, so that both move the same way.

    Args:
        video: the clip.
        track: its motion.
        path: the MP4.
        on_progress: called often.
        frame_by_frame: whether ``track`` has one pose for each frame of the clip (whose frames may come unevenly);
            else poses and frames meet by their times.
    """
    import av

    from pipeline.characters import make_character
    from pipeline.motion.clip import CheckedClip, ClipFrame
    from pipeline.posers import open_poser

    character = make_character(PromptSource(_PROMPT, source=Source.DRAWN), lambda _: None).character
    poser = open_poser(character, PoserName.AUTO)
    pictures = CheckedClip(video).frames()
    shown = next(pictures)
    coming = next(pictures, None)
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("libx264", rate=Fraction(track.fps).limit_denominator(1000))
        stream.width, stream.height, stream.pix_fmt = 2 * SIDE, SIDE, "yuv420p"
        at = index = 0

        def is_due(frame: ClipFrame) -> bool:
            return index < at if frame_by_frame else frame.seconds <= (at + 0.5) / track.fps

        for batch in poser.animate(character, track, SIDE, BUST):
            for drawn in batch:
                while coming is not None and is_due(coming):
                    shown, coming, index = coming, next(pictures, None), index + 1
                pair = np.concatenate([_half(shown.image), flatten(drawn, _PAPER)], axis=1)
                container.mux(stream.encode(av.VideoFrame.from_ndarray(pair, "rgb24")))
                at += 1
            on_progress(Progress(Stage.ENCODE, at / len(track)))
        container.mux(stream.encode())


def _half(image: Pixels) -> Pixels:
    """The picture, mirrored, fitted into a square."""
    import cv2

    height, width = image.shape[:2]
    scale = SIDE / max(height, width)
    small = cv2.resize(image, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)[:, ::-1]
    half = np.empty((SIDE, SIDE, 3), np.uint8)
    half[:] = _PAPER
    y, x = (SIDE - small.shape[0]) // 2, (SIDE - small.shape[1]) // 2
    half[y : y + small.shape[0], x : x + small.shape[1]] = small
    return half
