"""Takes the pictures in docs/studio.md: ``python -m docs.make_studio_pictures``.

It needs Playwright and a Chromium (see docs/puppet.md), a font with Japanese letters, and what a browser follows faces
with, which it brings as the tests do.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import PIL.Image
from playwright.sync_api import Page, Playwright, sync_playwright

from pipeline import draw_portrait, make_character, save_character
from pipeline.progress import ignore
from pipeline.types import PictureSource
from tests.chromium import WEBGL, launch
from tests.studio.seeing import film_of, seeing_models

FOLDER: Final = Path(__file__).parent / "img" / "studio"
CLIP: Final = Path(__file__).parents[1] / "pipeline" / "samples" / "selfie.mp4"
"""Who sits before the camera."""
GAP: Final = 16
CAST: Final = (
    ("girl, long silver hair, violet eyes, cat ears, hoodie", 3),
    ("elf boy, short green hair, gold eyes, kimono", 5),
    ("woman, red bob, glasses, suit", 8),
)
BROUGHT: Final = "girl, long pink hair, green eyes, fair skin, round eyes, sundress"
"""Who is in the picture that somebody brings."""
Screen = Callable[[Page], None]


def character(page: Page) -> None:
    page.click("#tab-character")


def motions(page: Page) -> None:
    page.click("#tab-motion")
    page.click(".segments label >> nth=0")
    page.click('[data-motion="laugh"]')


def sliders(page: Page) -> None:
    page.click("#tab-motion")
    page.click(".segments label >> nth=1")
    page.click(".chip >> nth=3")


def camera(page: Page) -> None:
    page.click("#tab-motion")
    page.click(".segments label >> nth=3")
    page.click("#panel-motion button.primary")
    page.locator("video.look:not([hidden])").wait_for(timeout=60_000)
    page.wait_for_timeout(4000)  # until a smile


def dress(page: Page) -> None:
    page.click("#tab-motion")
    page.click(".segments label >> nth=0")
    page.click("#tab-dress")
    page.click(".swatches label >> nth=3")
    page.fill("#caption", "good morning!" if page.get_attribute("html", "lang") == "en" else "おはよう！")


def file(page: Page) -> None:
    page.click("#tab-file")
    page.click("#make")
    page.locator("img.made").wait_for(timeout=120_000)


SCREENS: Final[dict[str, Screen]] = {
    "character": character,
    "motion": motions,
    "sliders": sliders,
    "camera": camera,
    "dress": dress,
    "file": file,
}
# width, height, language, colours, which screens
VISITS: Final = (
    (1280, 800, "en", "light", tuple(SCREENS)),
    (768, 1024, "ja", "dark", ("character", "motion", "sliders", "dress")),
    (320, 640, "en", "dark", ("character", "motion", "sliders", "dress", "file")),
    (320, 640, "ja", "light", ("character", "motion", "sliders", "dress", "file")),
)


@contextmanager
def studio(folder: Path, *first: str) -> Iterator[Callable[[], str]]:
    """Runs the studio again for each link, over the same folder; ``first``: what its command begins with."""
    running: list[subprocess.Popen[str]] = []

    def link() -> str:
        command = [*first, sys.executable, "-m", "animemoji", "studio", "--no-open", "--json", "--folder", str(folder)]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return str(json.loads((running[-1].stdout or io.StringIO()).readline())["address"])

    try:
        yield link
    finally:
        for process in running:
            process.terminate()
            process.wait()


def taken(page: Page, screen: Screen) -> PIL.Image.Image:
    screen(page)
    page.wait_for_timeout(700)  # until what was written is asked for
    page.wait_for_load_state("networkidle")
    while not page.evaluate("Array.from(document.querySelectorAll('#frame img')).every((image) => image.complete)"):
        page.wait_for_timeout(100)
    page.wait_for_timeout(1500)  # of motion, until the small faces are drawn
    if screen is not file:
        page.evaluate("scrollTo(0, 0)")
    return PIL.Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def beside(pictures: list[PIL.Image.Image]) -> PIL.Image.Image:
    width = sum(picture.width + GAP for picture in pictures) - GAP
    row = PIL.Image.new("RGB", (width, max(picture.height for picture in pictures)), "#8d8496")
    left = 0
    for picture in pictures:
        row.paste(picture, (left, 0))
        left += picture.width + GAP
    return row


def preview(tools: Playwright) -> None:
    """A picture that has no student: a drawn character's, as if somebody had brought it."""
    with tempfile.TemporaryDirectory() as kept:
        picture = Path(kept) / "picture.png"
        words = ["character", "--prompt", BROUGHT, "--seed", "3", "--out", str(picture)]
        subprocess.run([sys.executable, "-m", "animemoji", *words], check=True, stdout=subprocess.DEVNULL)
        character = make_character(PictureSource(picture), ignore).character
        picture.with_suffix(".json").unlink()
        save_character(character, draw_portrait(character), picture)
        browser = launch(tools, *WEBGL)
        with studio(Path(kept), "env", f"ANIMEMOJI_STUDENTS={kept}/students") as link:
            page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en")
            page.goto(link())
            page.locator("#badge:not([hidden])").wait_for(timeout=600_000)
            taken(page, motions).save(FOLDER / "preview-1280.webp", quality=82)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    models = f"ANIMEMOJI_MODELS={seeing_models()}"
    with (
        tempfile.TemporaryDirectory() as work,
        tempfile.TemporaryDirectory() as kept,
        sync_playwright() as tools,
        studio(Path(kept), "env", models) as link,
    ):
        film = film_of(CLIP, Path(work) / "clip.mjpeg")
        for number, (prompt, seed) in enumerate(CAST):
            out = Path(kept) / f"cast{number}.png"
            words = ["character", "--prompt", prompt, "--seed", str(seed), "--out", str(out)]
            subprocess.run([sys.executable, "-m", "animemoji", *words], check=True, stdout=subprocess.DEVNULL)
        cameras = [f"--use-{name}-for-media-stream" for name in ("fake-ui", "fake-device")]
        browser = launch(tools, *cameras, f"--use-file-for-fake-video-capture={film}")
        for width, height, language, scheme, names in VISITS:
            looks: dict[str, Any] = {"locale": language, "color_scheme": scheme}
            page = browser.new_context(viewport={"width": width, "height": height}, **looks).new_page()
            page.goto(link())
            page.locator("#figure[aria-label]").wait_for()
            pictures = [taken(page, SCREENS[name]) for name in names]
            if width == 320:
                beside(pictures).save(FOLDER / f"phone-{language}.webp", quality=82)
                continue
            for name, picture in zip(names, pictures, strict=True):
                picture.save(FOLDER / f"{name}-{width}.webp", quality=82)
        preview(tools)


if __name__ == "__main__":
    main()
