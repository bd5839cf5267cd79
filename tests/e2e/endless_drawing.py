"""A render function for the real engine that takes the whole road, but whose poser never comes to an end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from unittest.mock import patch

import numpy as np

from pipeline import AnimojiRequest, AnimojiResult, OnProgress, PipelineSettings, PoserName
from pipeline.render import render_animoji
from pipeline.types import Character, Frames, Framing, PoseTrack


class EndlessPoser:
    """Draws nothing, again and again."""

    name = PoserName.THA3

    def animate(self, _character: Character, _track: PoseTrack, size: int, _framing: Framing) -> Iterator[Frames]:
        """One empty picture after the other."""
        while True:
            time.sleep(0.05)
            yield np.zeros((1, size, size, 4), np.uint8)


def draw_without_end(request: AnimojiRequest, settings: PipelineSettings, on_progress: OnProgress) -> AnimojiResult:
    """As ``render_animoji``, which ends when it is cancelled, or when something before drawing is refused."""
    with patch("pipeline.posers.open_poser", lambda *_: EndlessPoser()):
        return render_animoji(request, settings, on_progress)
