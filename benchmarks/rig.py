"""The drawn character alone: milliseconds a frame."""

from __future__ import annotations

from functools import partial
from typing import Final

from benchmarks.measurement import SAMPLE, Measurement, best_seconds
from pipeline.characters import make_character
from pipeline.motion import make_track
from pipeline.posers import open_poser
from pipeline.progress import ignore
from pipeline.stages import Poser
from pipeline.types import BUST, Character, PoserName, PoseTrack, PromptSource, VideoMotion

PROMPTS: Final = {
    "a plain one": "boy, short black hair, shirt",
    "a rich one": "girl, very long wavy pink hair, twin tails, cat ears, glasses, maid, ribbon, sparkling eyes",
}


def run() -> list[Measurement]:
    """Two characters follow the sample clip at the sizes of a reply, an emoji and a large picture."""
    track = make_track(VideoMotion(SAMPLE, max_seconds=None), 25.0, ignore).track
    found = []
    for who, prompt in PROMPTS.items():
        character = make_character(PromptSource(prompt), ignore).character
        poser = open_poser(character, PoserName.RIG)
        for size in (128, 320, 512):
            draw = partial(_draw, poser, character, track, size)
            draw()
            found.append(Measurement(f"{who} at {size} px", 1000 * best_seconds(draw) / len(track), "ms a frame"))
    return found


def _draw(poser: Poser, character: Character, track: PoseTrack, size: int) -> None:
    for _ in poser.animate(character, track, size, BUST):
        pass
