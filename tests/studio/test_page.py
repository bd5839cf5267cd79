"""The studio's page in a real Chromium, over the real application and engine."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterator
from typing import Any, Final

import PIL.Image
import pytest

from pipeline.types.pose import POSE_INDEX
from studio.orders import unpack_poses
from tests.chromium import launch, needs_chromium
from tests.studio.browsing import visit
from tests.studio.serving import Studio

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
pytestmark = needs_chromium
FIRST_VISIT: Final = 150_000
"""Bytes until the sliders are there."""
STEPS: Final = ("character", "motion", "dress", "file")
FETCH: Final = """async () => {
  const answer = await fetch(document.querySelector("a[download]").href);
  return btoa(Array.from(new Uint8Array(await answer.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
}"""
NUMBERED: Final = """const all = [...document.querySelectorAll("a, button, input, select, [tabindex]")];
  const numbered = (each) => each ? `${all.indexOf(each)} ${each.name || each.id || each.textContent}` : "";
  const group = (each) => each?.type === "radio" ?
    all.find((other) => other.name === each.name && other.type === "radio") : each;"""
FOCUSED: Final = f"""() => {{
  {NUMBERED}
  const here = document.activeElement === document.body ? null : document.activeElement;
  if (!here) return ["", []];
  const wrong = [];
  const shown = here.matches(".unseen, [type=file]") ? here.labels[0] : here;
  const box = shown.getBoundingClientRect();
  const ringed = [here, here.nextElementSibling, shown].filter(Boolean);
  if (!ringed.some((each) => getComputedStyle(each).outlineStyle === "solid")) wrong.push("no ring");
  if (box.width < 1 || box.left < 0 || box.right > innerWidth + 1) wrong.push("cut at a side");
  const middle = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2);
  if (!middle || !(shown.contains(middle) || middle.contains(shown))) wrong.push(`under ${{middle?.id}}`);
  return [numbered(group(here)), wrong];
}}"""
"""What is focused, radios by the first one of their group, and what is wrong with how it is seen."""
REACHABLE: Final = f"""() => {{
  {NUMBERED}
  const open = all.filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0);
  return open.map(group).map(numbered);
}}"""
SHOW_ALL: Final = "for (const part of document.querySelectorAll('#panels [hidden]')) part.hidden = false"
RULES: Final = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tools:
        chromium = launch(tools)
        yield chromium
        chromium.close()


def test_a_gif_with_the_keyboard_alone(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        orders: list[Any] = []
        page.on("request", lambda request: orders.append(request) if request.url.endswith("/api/animojis") else None)
        keys = page.keyboard
        page.locator("#tab-character").focus()
        keys.press("ArrowRight")
        page.get_by_role("radio", name="Motions").focus()
        keys.press("ArrowRight")
        page.get_by_role("slider", name="Ah").focus()
        for _ in range(5):
            keys.press("ArrowRight")
        assert page.get_by_role("slider", name="Ah").get_attribute("aria-valuetext") == "10 %"
        keys.press("6")  # the expression replaces all of it
        assert page.get_by_role("slider", name="Ah").get_attribute("aria-valuetext") == "0 %"
        page.get_by_role("slider", name="Lean").focus()
        keys.press("End")
        page.get_by_label("Both sides move together").press("Space")
        page.get_by_role("slider", name="Angry left").press("Home")
        page.locator("#tab-motion").focus()
        keys.press("End")
        page.get_by_role("radio", name="128 px", exact=True).press("Space")
        page.get_by_role("button", name="Make the file").press("Enter")
        page.locator("img.made").wait_for()
        made = page.evaluate(FETCH)
        (order,) = orders
        sent = json.loads(order.post_data)
        held = unpack_poses(sent["motion"]["poses"])
        assert held.shape == (100, 45)
        assert (held[:, POSE_INDEX["body_z"]] == 1).all()
        assert (held[:, POSE_INDEX["eyebrow_angry_left"]] == 0).all()
        assert (held[:, POSE_INDEX["eyebrow_angry_right"]] == 1).all()
        picture = PIL.Image.open(io.BytesIO(base64.b64decode(made)))
        assert (picture.format, picture.size) == ("GIF", (128, 128))
        assert page.get_by_text("128 px, 4.0 s at 25 frames a second").is_visible()


def test_what_is_recorded_is_played(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        page.click("#tab-motion")
        page.get_by_text("Pointer", exact=True).click()
        page.click("#record")
        frame = page.locator("#frame").bounding_box()
        page.mouse.move(frame["x"] + frame["width"], frame["y"] + 20)
        page.get_by_role("button", name="Wink").click()
        page.get_by_text(re.compile(r"Recording, (0\.[3-9]|[1-9])")).wait_for()
        page.click("#record")
        page.get_by_text("Your recording").wait_for()
        page.click("#tab-dress")
        page.get_by_role("textbox", name="Caption").fill("おはよう")
        page.get_by_text("Sakura").click()
        page.get_by_text("Always").click()
        page.locator("#letters:not([hidden])").wait_for()
        page.locator("#behind:not([hidden])").wait_for()
        page.click("#tab-file")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as PNG").click()
        picture = PIL.Image.open(download.value.path())
        assert (picture.size, picture.getchannel("A").getextrema()) == ((320, 320), (255, 255))
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the pose").click()
        saved = json.loads(download.value.path().read_text())
        assert list(POSE_INDEX) == saved["names"]


def test_a_recording_ends_by_itself_and_what_is_made_of_it_can_be_taken_back(browser: Any, studio: Studio) -> None:
    def shorten(route: Any) -> None:
        answer = route.fetch()
        told = answer.json()
        told["pose"]["seconds"] = 3  # nobody wants to wait for twenty
        route.fulfill(response=answer, json=told)

    page = browser.new_page(locale="en-GB")
    page.route("**/api/studio", shorten)
    page.goto(studio.link)
    page.locator("#figure[aria-label]").wait_for()
    page.click("#tab-motion")
    page.get_by_text("Pointer", exact=True).click()
    page.click("#record")
    page.get_by_text("Your recording, 2.4 s").wait_for(timeout=60_000)  # led back to its beginning
    page.click("#tab-file")
    page.get_by_text("512 px", exact=True).click()
    page.get_by_role("button", name="Make the file").click()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("status").get_by_text("Cancelled.").wait_for(timeout=60_000)
    page.locator("#make:enabled").wait_for()
    assert page.get_by_role("button", name="Cancel").is_hidden()
    assert page.locator("img.made").count() == 0
    page.close()


def test_a_kept_character_is_deleted_after_a_question(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        page.get_by_role("button", name="Another one").click()
        page.get_by_role("button", name="Keep", exact=True).click()
        page.get_by_text("The character is kept.").wait_for()
        before = page.locator(".card").count()
        page.get_by_role("button", name="Delete …").click()
        assert page.evaluate("document.activeElement.textContent") == "Keep it"
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Delete …").click()
        page.get_by_role("button", name="Delete", exact=True).click()
        page.get_by_text("The character is deleted.").wait_for()
        page.locator(".card").nth(before - 1).wait_for(state="detached")
        assert page.locator(".card").count() == before - 1
        assert len(list(studio.folder.glob("*.json"))) == before - 1


def test_the_first_visit_is_small(browser: Any, studio: Studio) -> None:
    sizes: list[int] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0))))
    page.goto(studio.link)
    page.locator("#figure[aria-label]").wait_for()
    page.click("#tab-motion")
    page.get_by_text("Sliders", exact=True).click()
    page.get_by_role("slider", name="Ah").wait_for()
    context.close()
    assert len(sizes) > 20
    assert sum(sizes) < FIRST_VISIT


@pytest.mark.parametrize(("width", "language"), [(320, "ja-JP"), (1280, "en-GB")])
def test_tab_reaches_everything_and_shows_where_one_is(width: int, language: str, browser: Any, studio: Studio) -> None:
    with visit(browser, studio, viewport={"width": width, "height": 640}, locale=language) as page:
        for step in STEPS:
            sources = 5 if step == "motion" else 1
            for source in range(sources):
                page.click(f"#tab-{step}")
                if step == "motion":
                    page.click(f"#panel-motion .segments label >> nth={source}")
                page.locator("#language").focus()
                seen: dict[str, list[str]] = {}
                while (found := page.evaluate(FOCUSED))[0] and found[0] not in seen:
                    seen[found[0]] = found[1]
                    page.keyboard.press("Tab")
                assert {name: wrong for name, wrong in seen.items() if wrong} == {}
                assert set(page.evaluate(REACHABLE)) - set(seen) == set()


@pytest.mark.parametrize(
    ("width", "language", "scheme"), [(320, "ja-JP", "dark"), (768, "en-GB", "dark"), (1280, "ja-JP", "light")]
)
def test_everybody_can_use_it(width: int, language: str, scheme: str, browser: Any, studio: Studio) -> None:
    with visit(browser, studio, viewport={"width": width, "height": 700}, locale=language, color_scheme=scheme) as page:
        assert page.evaluate("document.documentElement.lang") == language[:2]
        for step in STEPS:
            page.click(f"#tab-{step}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate(SHOW_ALL)
        found = axe.Axe().run(page, options=RULES).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
        page.select_option("#language", "en" if language == "ja-JP" else "ja")
        page.get_by_role("tab", name="Make" if language == "ja-JP" else "書き出し").wait_for()
