"""Takes the pictures in docs/live.md: ``python docs/make_live_pictures.py``.

It needs Playwright and a Chromium (see docs/puppet.md).
"""

from __future__ import annotations

import io
import re
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

import PIL.Image
from playwright.sync_api import sync_playwright

from pipeline import PromptSource, Source, make_character, preview_background
from pipeline.motion.blendshapes import BLENDSHAPES
from studio.live.setting import Input
from tests.chromium import launch
from tests.studio.live.staging import Theatre, staging

FOLDER: Final = Path(__file__).parent / "img" / "live"
WHO: Final = ("girl, long silver hair, violet eyes, cat ears, hoodie", 3)
BEHIND: Final = 100
"""Milliseconds that the pictures may be behind, or this machine is too busy to be shown."""
CONTROLS: Final = (
    (1280, 900, "light", "en-GB", "controls"),
    (1280, 900, "light", "ja-JP", "controls-ja"),
    (390, 844, "dark", "en-GB", "controls-phone"),
)
LAUGHS: Final = {"jawOpen": 45, "mouthSmileLeft": 75, "mouthSmileRight": 75, "browInnerUp": 30}
WINKS: Final = {"eyeBlinkLeft": 95, "mouthSmileLeft": 60, "mouthSmileRight": 60, "eyeLookOutRight": 20}


@contextmanager
def acting(theatre: Theatre, head: str, **shapes: int) -> Iterator[None]:
    """A phone that sends one face, again and again."""
    values = dict.fromkeys(BLENDSHAPES, 0) | shapes
    text = "|".join(f"{name}&{value}" for name, value in values.items())
    calm = "|".join(f"{name}&0" for name in BLENDSHAPES) + "|=head#0,0,0,0,0,0|"
    ended = threading.Event()

    def send() -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as phone:
            for number in range(10_000):
                said = calm if number < 20 else f"{text}|=head#{head},0,0,0|"
                phone.sendto(said.encode(), theatre.heard_at)
                if ended.wait(1 / 60):
                    return

    thread = threading.Thread(target=send)
    thread.start()
    try:
        time.sleep(3)
        yield
    finally:
        ended.set()
        thread.join()


def save(picture: PIL.Image.Image, name: str) -> None:
    picture.convert("RGB").save(FOLDER / f"{name}.webp", quality=86, method=6)
    print(name, picture.size)


def scene(page: Any, theatre: Theatre) -> None:
    """The stage's own pixels over pictures, as OBS lays them."""
    made = []
    for background, head, shapes in (("sunset", "3,-12,-4", LAUGHS), ("night", "-2,9,5", WINKS)):
        with acting(theatre, head, **shapes):
            stage = PIL.Image.open(io.BytesIO(page.screenshot(omit_background=True))).convert("RGBA")
        behind = preview_background(background, 512) or b""
        whole = PIL.Image.open(io.BytesIO(behind)).convert("RGBA").resize((640, 640)).crop((0, 140, 640, 500))
        small = stage.resize((330, 330), PIL.Image.Resampling.LANCZOS)
        whole.alpha_composite(small, (640 - 330, 360 - 330))
        made.append(whole)
    both = PIL.Image.new("RGBA", (640 * 2 + 16, 360), "white")
    for number, each in enumerate(made):
        both.paste(each, (656 * number, 0))
    save(both, "scenes")


def calm(page: Any) -> None:
    """Waits for a moment at which nothing else holds up this machine, as far as the page can tell; a minute at most."""
    for _ in range(240):
        shown = re.search(r"\d+", page.locator("#delay").inner_text())
        if shown and int(shown.group()) < BEHIND:
            return
        time.sleep(0.25)
    raise SystemExit(f"The pictures are more than {BEHIND} ms behind: take them when this machine has less to do.")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    spec = make_character(PromptSource(*WHO, Source.DRAWN), lambda _: None).character.spec
    with staging(Input.IFACIALMOCAP, spec=spec) as theatre, sync_playwright() as tools:
        browser = launch(tools)
        page = browser.new_page(viewport={"width": 720, "height": 720})
        page.goto(theatre.stage)
        time.sleep(3)
        scene(page, theatre)
        page.close()
        for width, height, scheme, language, name in CONTROLS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, locale=language)
            page.goto(theatre.controls)
            page.locator("#shown:not(:empty)").wait_for()
            with acting(theatre, "3,-12,-4", **LAUGHS):
                page.evaluate("Promise.all(Array.from(document.images, (each) => each.decode().catch(() => {})))")
                calm(page)
                save(PIL.Image.open(io.BytesIO(page.screenshot(full_page=width > 1000))), name)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
