"""The pictures at the top of the README: ``python -m docs.make_readme_pictures``.

``hero.webp`` shows the sample clip beside three characters that do what the person does; the sheets are those of
``animemoji gallery``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import av
import numpy as np
from PIL import Image

from pipeline.characters import make_character
from pipeline.motion import make_track
from pipeline.posers import open_poser
from pipeline.types import BUST, PoserName, PromptSource, VideoMotion

ROOT = Path(__file__).parents[1]
CLIP = ROOT / "pipeline" / "samples" / "selfie.mp4"
PICTURES = ROOT / "docs" / "img"
SHEETS = ("characters", "expressions", "effects", "mascots", "small", "turning", "pictures")

SIDE = 208
FPS = 12.5
PAPER = (245, 244, 250)
PEOPLE = (
    ("silver twin-tails, violet eyes, cat ears, sailor uniform", 7),
    ("boy, messy black hair, blue eyes, hoodie", 5),
    ("chibi, pink long wavy hair, green eyes, crown, dress", 11),
)


def clip_frames() -> list[Image.Image]:
    """Every second frame of the sample clip."""
    with av.open(str(CLIP)) as container:
        frames = [
            frame.to_image().resize((SIDE, SIDE), Image.Resampling.LANCZOS) for frame in container.decode(video=0)
        ]
    return frames[::2]


def character_frames(prompt: str, seed: int) -> list[Image.Image]:
    """The same moments with a character."""

    def nothing(_: object) -> None:
        return None

    track = make_track(VideoMotion(CLIP, max_seconds=None), 25.0, nothing).track
    character = make_character(PromptSource(prompt, seed), nothing).character
    poser = open_poser(character, PoserName.AUTO)
    frames = np.concatenate(list(poser.animate(character, track, SIDE, BUST)))
    return [Image.fromarray(frame, "RGBA") for frame in frames[::2]]


def hero() -> None:
    columns = [clip_frames(), *(character_frames(prompt, seed) for prompt, seed in PEOPLE)]
    pages = []
    for moment in zip(*columns, strict=False):
        page = Image.new("RGB", (SIDE * len(columns), SIDE), PAPER)
        for column, picture in enumerate(moment):
            page.paste(picture, (column * SIDE, 0), picture if picture.mode == "RGBA" else None)
        pages.append(page)
    pages[0].save(
        PICTURES / "hero.webp",
        save_all=True,
        append_images=pages[1:],
        duration=round(1000 / FPS),
        loop=0,
        quality=72,
        method=4,
    )


def sheets() -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "animemoji", "gallery", "--out", folder, "--only", *SHEETS]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        for name in SHEETS:
            shutil.copy(Path(folder) / f"{name}.webp", PICTURES / f"{name}.webp")


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    hero()
    sheets()
