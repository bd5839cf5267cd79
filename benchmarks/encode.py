"""The encoders alone: milliseconds a frame and bytes, for a drawn character after the sample clip."""

from __future__ import annotations

from typing import Final

from benchmarks.measurement import SAMPLE, Measurement, best_seconds
from pipeline.characters import make_character
from pipeline.encode import encode
from pipeline.motion import make_track
from pipeline.posers import open_poser
from pipeline.progress import ignore
from pipeline.types import BUST, FACE, Format, Framing, Output, PoserName, PromptSource, VideoMotion

PROMPT: Final = "girl, silver twin tails, violet eyes, sailor uniform, smile"
FPS: Final = 25.0


def run() -> list[Measurement]:
    """Every format at the size of a reply; an emoji within Discord's limit."""
    found = []
    for kind in Format:
        found += _measure(f"{kind.value}, 320 px", Output(kind, 320), BUST)
    found += _measure("emoji gif, 128 px, at most 256 KiB", Output(Format.GIF, 128, max_bytes=256 * 1024), FACE)
    return found


def _measure(name: str, output: Output, framing: Framing) -> list[Measurement]:
    track = make_track(VideoMotion(SAMPLE, max_seconds=None), FPS, ignore).track
    character = make_character(PromptSource(PROMPT), ignore).character
    poser = open_poser(character, PoserName.RIG)
    batches = list(poser.animate(character, track, output.size, framing))
    kilobytes = len(encode(iter(batches), FPS, output).data) / 1024
    seconds = best_seconds(lambda: encode(iter(batches), FPS, output))
    return [
        Measurement(f"{name}: time", 1000 * seconds / len(track), "ms a frame"),
        Measurement(f"{name}: size", kilobytes, "KiB"),
    ]
