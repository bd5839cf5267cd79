"""The stage in a real Chromium: what a phone sends by UDP moves pixels, and all but the character is transparent."""

from __future__ import annotations

import io
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import numpy as np
import PIL.Image
import pytest

from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.types import RigSpec
from pipeline.types.spec import Accessory
from studio.live.setting import Input
from tests.chromium import launch, needs_chromium
from tests.studio.live.staging import STAGE, Theatre, staging

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
pytestmark = needs_chromium
RULES: Final = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
COUNT: Final = """() => {
  const now = () => (performance.timeOrigin + performance.now()) / 1000;
  if (!window.seen) document.addEventListener("drawn", ({detail}) => window.seen.push([detail.time, now()]));
  window.seen = [];
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tools:
        chromium = launch(tools)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def theatre() -> Iterator[Theatre]:
    with staging(Input.IFACIALMOCAP, spec=RigSpec(accessories=(Accessory.CAT_EARS,))) as running:
        yield running


@contextmanager
def opened(browser: Any, theatre: Theatre, address: str, **looks: Any) -> Iterator[Any]:
    """A page whose console is silent, and that asks nobody but the show."""
    context = browser.new_context(**{"viewport": {"width": 480, "height": 480}, "locale": "en-GB", **looks})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((theatre.origin, "data:", "blob:")) else wrong.append(request.url)
        ),
    )
    try:
        page.goto(address)
        yield page
        assert wrong == []
    finally:
        context.close()


def face(**shapes: int) -> bytes:
    values = dict.fromkeys(BLENDSHAPES, 0) | shapes
    return ("|".join(f"{name}&{value}" for name, value in values.items()) + "|=head#0,0,0,0,0,0|").encode()


def send(phone: socket.socket, theatre: Theatre, said: bytes, times: int) -> None:
    """As often, and as fast, as a phone does."""
    for _ in range(times):
        phone.sendto(said, theatre.heard_at)
        time.sleep(1 / 60)


def picture(page: Any) -> np.ndarray[Any, Any]:
    """uint8 [H, W, 4] as OBS would see the page."""
    return np.asarray(PIL.Image.open(io.BytesIO(page.screenshot(omit_background=True))).convert("RGBA"))


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Waits for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.03)


def drawn(page: Any) -> bool:
    return bool(picture(page)[..., 3].max() > 0)


def test_what_is_not_the_character_is_transparent(browser: Any, theatre: Theatre) -> None:
    with opened(browser, theatre, theatre.stage) as page:
        until(lambda: drawn(page))
        shown = picture(page)
        assert shown.shape == (480, 480, 4)
        for row, column in ((0, 0), (0, -1), (40, 20), (40, -20)):
            assert tuple(shown[row, column]) == (0, 0, 0, 0)
        assert shown[240, 240, 3] == 255
        assert 0.2 < (shown[..., 3] == 0).mean() < 0.8
        assert page.locator("#hint").is_hidden()
    with opened(browser, theatre, theatre.stage.partition("?")[0]) as page:
        page.get_by_text("With ?clean=1 behind its address").wait_for()


def test_a_phone_s_face_moves_pixels_within_frames(browser: Any, theatre: Theatre) -> None:
    with opened(browser, theatre, theatre.stage) as page, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as phone:
        until(lambda: drawn(page))
        # The least of some tries: what else the machine does makes it later, never sooner.
        late: list[int] = []
        while min(late, default=99) > 12 and len(late) < 5:
            send(phone, theatre, face(), 60)
            calm = picture(page).astype(int)
            page.evaluate(COUNT)
            sent_at = time.time()
            send(phone, theatre, face(jawOpen=90, eyeBlinkLeft=95, eyeBlinkRight=95), 90)
            wide = picture(page).astype(int)
            # Frames before the first one that shows a pose which was sent after the calm ones.
            late.append(sum(seen_at < sent_at for seen_at, _ in page.evaluate("window.seen")))
        assert min(late) <= 12, late
        changed = np.abs(wide - calm).max(axis=2) > 40
        assert changed[190:330, 150:330].mean() > 3 * changed[:150].mean()  # eyes and mouth, hardly the ears
        assert changed[190:330, 150:330].mean() > 0.03
        # Nobody is there any more: eyes open, mouth shut, by themselves.
        time.sleep(1.5)
        until(lambda: bool((np.abs(picture(page).astype(int) - wide).max(axis=2) > 40).mean() > 0.005))


def test_a_background_can_lie_behind(browser: Any, theatre: Theatre) -> None:
    with opened(browser, theatre, theatre.controls, viewport={"width": 1280, "height": 900}) as controls:
        controls.locator("#shown:not(:empty)").wait_for()
        with opened(browser, theatre, theatre.stage) as page:
            until(lambda: drawn(page))
            controls.get_by_text("Green", exact=True).click()
            until(lambda: tuple(picture(page)[5, 5]) == (0, 0xB1, 0x40, 255))
            controls.locator(".swatches").get_by_text("None").click()
            until(lambda: tuple(picture(page)[5, 5]) == (0, 0, 0, 0))
            bust = picture(page).astype(int)
            controls.locator(".segments").get_by_text("Face").click()
            until(lambda: bool((np.abs(picture(page).astype(int) - bust).max(axis=2) > 40).mean() > 0.2))
            controls.locator(".segments").get_by_text("Bust").click()


def test_everybody_can_use_the_controls(browser: Any, theatre: Theatre) -> None:
    for width, language, scheme in ((320, "ja-JP", "dark"), (1280, "en-GB", "light")):
        looks = {"viewport": {"width": width, "height": 800}, "locale": language, "color_scheme": scheme}
        with opened(browser, theatre, theatre.controls, **looks) as page:
            page.locator("#panel input[value=ifacialmocap]:checked").wait_for(state="attached")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found = axe.Axe().run(page, options=RULES).response["violations"]
            assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
            assert page.locator("#address").input_value() == f"{theatre.origin}/stage/{STAGE}?clean=1"
