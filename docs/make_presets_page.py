"""Draws docs/presets.md: every preset as a small film, and the signs that presets show.

Run ``python -m docs.make_presets_page`` after changing one.

``--strips DIR`` writes contact strips instead, each preset on all three characters, for looking at them closely.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from animemoji.verbs.gallery import SHEETS
from pipeline.characters import make_character
from pipeline.motion.presets import PRESETS, preset_title, preset_track
from pipeline.posers import open_poser
from pipeline.types import FACE, Character, Frames, PromptSource, Source

DOCS: Final = Path(__file__).parent
FILMS: Final = DOCS / "img" / "presets"
SIZE: Final = 112
FPS: Final = 12.5
_PAPER: Final = (236, 238, 246)

CAST: Final = (
    ("cheerful girl with fair skin, long pink twin tails, blue eyes, sailor uniform", 7),
    ("boy with fair skin, short messy blond hair, green eyes, hoodie", 3),
    ("catgirl with short black hair, golden eyes, brown skin, choker", 5),
)
"""Prompts and seeds of the three characters that every preset is looked at on."""

_INTRO: Final = """# Presets

A preset is a motion that was authored by hand, for everyone who doesn't want to film themselves:

    animemoji render --prompt "{prompt}" --motion wink --out wink.gif

Each one is a small file of keyframes in `pipeline/motion/presets/data/` (`score.py` beside it says how to write one);
it plays at any frame rate and loops without a seam. `python -m docs.make_presets_page` draws this page.

"""
_EFFECTS: Final = """

## What shows beside the face

![Signs of comics and hands](img/effects.webp)

Presets bring these along, a hand that is seen in a clip shows too, and so does what the person feels (`--effects`, see
[motion](motion.md)); on drawn characters and on pictures (`pipeline/posers/rig/emanata/`).
"""
_COLUMNS: Final = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=PRESETS, help="presets to draw (default: all)")
    parser.add_argument("--strips", type=Path, metavar="DIR", help="write contact strips there, and no page")
    arguments = parser.parse_args()
    cast = [make_character(PromptSource(prompt, seed, Source.DRAWN), lambda _: None).character for prompt, seed in CAST]
    if arguments.strips:
        arguments.strips.mkdir(parents=True, exist_ok=True)
        for name in arguments.names:
            contact_strips(name, cast).save(arguments.strips / f"{name}.png")
        return
    FILMS.mkdir(parents=True, exist_ok=True)
    for name in arguments.names:
        # The character goes by the name, so that a new preset does not recast all the others.
        character = cast[sum(map(ord, name)) % len(cast)]
        path = FILMS / f"{name}.webp"
        save_film(path, np.concatenate(list(frames(name, character, FPS, SIZE))))
        print(f"{name}: {path.stat().st_size / 1000:.0f} kB")
    (DOCS / "img" / "effects.webp").write_bytes(SHEETS["effects"](0, lambda _: None))
    (DOCS / "presets.md").write_text(page(), "utf-8")


def frames(name: str, character: Character, fps: float, size: int) -> Iterator[Frames]:
    return open_poser(character).animate(character, preset_track(name, fps).track, size, FACE)


def save_film(path: Path, film: Frames) -> None:
    """A lossy WebP on paper: a third of what a GIF of the same smoothness takes."""
    pictures = []
    for frame in film:
        still = Image.fromarray(np.ascontiguousarray(frame))
        pictures.append(Image.new("RGB", still.size, _PAPER))
        pictures[-1].paste(still, (0, 0), still)
    first, *others = pictures
    first.save(path, save_all=True, append_images=others, duration=round(1000 / FPS), loop=0, quality=40, method=6)


def contact_strips(name: str, cast: list[Character], columns: int = 10, size: int = 160) -> Image.Image:
    """A row of stills for each character, evenly over the loop."""
    sheet = Image.new("RGB", (columns * size, len(cast) * size), _PAPER)
    for row, character in enumerate(cast):
        film = np.concatenate(list(frames(name, character, 25.0, size)))
        for column, at in enumerate(np.linspace(0, len(film), columns, endpoint=False).astype(int)):
            still = Image.fromarray(np.ascontiguousarray(film[at]))
            sheet.paste(still, (column * size, row * size), still)
    return sheet


def page() -> str:
    """The page's Markdown: a table of all presets."""
    rows = ["| " * _COLUMNS + "|", "|" + ":-:|" * _COLUMNS]
    for start in range(0, len(PRESETS), _COLUMNS):
        names = PRESETS[start : start + _COLUMNS]
        cells = [f"![{name}](img/presets/{name}.webp)<br>**{name}**<br>{preset_title(name)}" for name in names]
        rows.append("| " + " | ".join(cells + [""] * (_COLUMNS - len(cells))) + " |")
    return _INTRO.format(prompt=CAST[0][0]) + "\n".join(rows) + _EFFECTS


if __name__ == "__main__":
    main()
