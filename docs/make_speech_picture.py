"""Draws docs/img/speech.png, what is said sound by sound: ``python docs/make_speech_picture.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import matplotlib_fontja  # noqa: F401 - registers its font
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pipeline.characters import make_character
from pipeline.motion.delivery import VOWELS
from pipeline.motion.speech import speech_track, spoken_text
from pipeline.posers import open_poser
from pipeline.progress import ignore
from pipeline.types import POSE_INDEX, Framing, PoserName, PromptSource, Source, SpeechMotion

PICTURE: Final = Path(__file__).parent / "img" / "speech.png"
PROMPT: Final = "girl, fair skin, silver twin tails, blue eyes, sailor uniform"
SEED: Final = 3
TEXTS: Final = ("Will Bob make five?", "さんぽに行く？")
FACE: Final = Framing(201, 104, 110)
FPS: Final = 50.0
_PIXELS: Final = 160
_FONTS: Final = ["IPAexGothic", "DejaVu Sans"]


def main() -> None:
    """Writes speech.png."""
    figure = Figure(figsize=(12, 6), dpi=100, layout="constrained")
    for band, text in zip(figure.subfigures(len(TEXTS), 1), TEXTS, strict=True):
        film, curve = band.subplots(2, 1, height_ratios=(0.62, 0.38))
        band.suptitle(
            f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}", fontsize=13, family=_FONTS
        )
        _draw(text, film, curve)
    figure.savefig(PICTURE)


def _draw(text: str, film: Axes, curve: Axes) -> None:
    spoken, track = spoken_text(text), speech_track(SpeechMotion(text), FPS, ignore).track
    who = make_character(PromptSource(PROMPT, SEED, Source.DRAWN), ignore).character
    sounds = [phone for phone in spoken.phones if phone.ipa]
    middles = [(phone.start + phone.end) / 2 for phone in sounds]
    frames = np.minimum([round(at * FPS) for at in middles], len(track) - 1)
    faces = open_poser(who, PoserName.RIG).pose(who, track.poses[frames], _PIXELS, FACE)
    page = faces[..., :3] * (faces[..., 3:] / 255.0) + 255.0 - faces[..., 3:]
    film.imshow(np.concatenate(list(page.astype(np.uint8)), axis=1))
    film.set_axis_off()
    for at, phone in enumerate(sounds):
        film.text(_PIXELS * (at + 0.5), _PIXELS * 1.12, phone.ipa, ha="center", family=_FONTS[::-1], fontsize=12)

    times = np.arange(len(track)) / FPS
    opening = track.poses[:, [POSE_INDEX[f"mouth_{name}"] for name in VOWELS]].sum(axis=1)
    wave = spoken.samples / np.abs(spoken.samples).max()
    step = spoken.rate // 400
    curve.fill_between(np.arange(0, len(wave), step) / spoken.rate, _peaks(wave, step), color="#c8ccd4", lw=0)
    curve.plot(times, opening, color="#d1495b", lw=1.8)
    for phone in spoken.phones:
        if phone.ipa[:1] in tuple("pbm"):
            curve.axvspan(phone.start, phone.end, color="#3b6fb6", alpha=0.16, lw=0)
        if phone.ipa:
            weight = "bold" if phone.stressed else "normal"
            curve.text((phone.start + phone.end) / 2, 1.1, phone.ipa, ha="center", family=_FONTS[::-1], weight=weight)
    curve.set_xlim(0, spoken.seconds)
    curve.set_ylim(0, 1.3)
    curve.set_yticks([])
    curve.spines[["top", "right", "left"]].set_visible(False)


def _peaks(wave: np.ndarray, step: int) -> np.ndarray:
    padded = np.zeros(-(-len(wave) // step) * step)
    padded[: len(wave)] = np.abs(wave)
    return padded.reshape(-1, step).max(axis=1)


if __name__ == "__main__":
    main()
