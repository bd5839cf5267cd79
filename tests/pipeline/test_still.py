"""Pictures that do not move: the moment of a motion that tells most."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pipeline.render import render_animoji
from pipeline.types import AnimojiRequest, Format, Output, PresetMotion, PromptSource
from tests.pipeline.requests import PROMPT, pictures_of


def test_a_picture_that_does_not_move_is_the_most_telling_one_of_the_motion() -> None:
    moving = Output(Format.APNG, size=64, fps=10.0)
    request = AnimojiRequest(PromptSource(PROMPT), PresetMotion("love"), moving, best_seconds=2.5)
    still = render_animoji(replace(request, output=replace(moving, format=Format.WEBP, still=True)))
    assert still.frames == 1
    assert b"ANIM" not in still.data
    first, *others = pictures_of(render_animoji(request).data, Format.APNG)
    (shown,) = pictures_of(still.data, Format.WEBP)

    def unlike(other: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> float:
        return float(np.abs(shown.astype(int) - other).mean())

    assert unlike(first) < 1.0, "the same moment, signs included, which a moving file shows first"
    assert unlike(first) < min(map(unlike, others[3:-3]))
