"""A picture character with a student lives on the stage, and looks as its file does; one without is shown still."""

from __future__ import annotations

import asyncio
import base64
import io
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import PIL.Image
import pytest

from pipeline import BUST, Character, CharacterKind, save_character
from pipeline.pixels.pictures import picture_pixels
from pipeline.posers.signs import draw_signs
from pipeline.posers.student.bake import bake
from pipeline.posers.student.browser import browser_bytes
from pipeline.posers.student.file import read_student, student_bytes
from pipeline.posers.student.paint import Painter
from pipeline.posers.student.shelf import keep_student
from pipeline.posers.window import Window
from pipeline.types import Gesture, PoseTrack, make_pose
from tests.chromium import WEBGL, launch, needs_chromium
from tests.pipeline.posers.student import strokes
from tests.pipeline.posers.student.handmade import handmade_student
from tests.pipeline.posers.student.strokes import stroke_picture
from tests.studio.browsing import visit
from tests.studio.serving import Studio, serving

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
pytestmark = needs_chromium
SEEN: Final = 'document.getElementById("figure").toDataURL("image/png").split(",")[1]'


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tools:
        chromium = launch(tools, *WEBGL)
        yield chromium
        chromium.close()


def _character(picture: Any) -> Character:
    data = io.BytesIO()
    PIL.Image.fromarray(picture).save(data, "PNG")
    return Character(CharacterKind.UPLOADED, picture=data.getvalue())


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Two pictures are kept; the second one, which comes first, has a student."""
    folder = tmp_path_factory.mktemp("studio")
    characters, shelf = folder / "characters", folder / "students"
    picture = stroke_picture()
    for name, kept in (("still", picture[:, ::-1].copy()), ("alive", picture)):
        character = _character(kept)
        save_character(character, kept, characters / f"{name}.png")
    keep_student(character, shelf, student_bytes(handmade_student(picture)))
    with serving(characters, students=shelf) as running:
        yield running


class Oven:
    """A baker by the teacher made by hand, as soon as it is lit."""

    def __init__(self) -> None:
        self.lit = threading.Event()

    async def preview(self, character: Character) -> bytes | None:
        await asyncio.to_thread(self.lit.wait, 60)
        assert character.picture is not None
        picture = picture_pixels(character.picture)
        return await asyncio.to_thread(bake, picture, strokes.poses(), strokes.StrokeTeacher(picture=picture))


def test_until_there_is_a_student_a_preview_moves_and_is_called_one(browser: Any, tmp_path: Path) -> None:
    picture, oven = stroke_picture(), Oven()
    save_character(_character(picture), picture, tmp_path / "new.png")
    with (
        serving(tmp_path, students=tmp_path / "students", baker=oven) as running,
        visit(browser, running, "#still:not([hidden])") as page,
    ):
        assert page.get_by_text("A preview is being made").is_visible()
        assert page.locator("#badge").is_hidden()
        oven.lit.set()
        page.locator("#badge:not([hidden])").wait_for()
        assert page.locator("#badge").inner_text() == "Preview"
        assert page.get_by_text("a preview, the file is finer").is_visible()
        assert page.locator("#still").is_hidden()
        page.click("#tab-motion")
        page.get_by_text("Sliders", exact=True).click()
        rest = _pixels(page)
        lids = page.locator('[data-names="eye_wink_right eye_wink_left"], [data-names="eye_wink_left eye_wink_right"]')
        changed: dict[str, int] = {}
        for name, slider in (("lids", lids), ("mouth", page.locator('[data-names="mouth_aaa"]'))):
            slider.focus()
            page.keyboard.press("End")
            changed[name] = int((np.abs(_pixels(page) - rest).max(-1) > 60).sum())
            page.keyboard.press("Home")
        page.locator('[data-names="head_y"]').focus()
        page.keyboard.press("End")
        turned = _pixels(page)
    scale = (len(rest) / BUST.side) ** 2  # the bars are 24 x 12 px of the picture
    assert changed["lids"] == pytest.approx(2 * 24 * 12 * scale, rel=0.2)
    assert changed["mouth"] == pytest.approx(24 * 12 * scale, rel=0.2)
    assert np.abs(turned - rest).mean() > 1


def _pixels(page: Any) -> Any:
    decoded = cv2.imdecode(np.frombuffer(base64.b64decode(page.evaluate(SEEN)), np.uint8), cv2.IMREAD_UNCHANGED)
    assert decoded is not None
    straight = cv2.cvtColor(decoded, cv2.COLOR_BGRA2RGBA).astype(float)
    return np.concatenate([straight[..., :3] * straight[..., 3:] / 255, straight[..., 3:]], -1)


def test_the_stage_shows_what_the_file_shows(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        page.click("#tab-motion")
        page.get_by_text("Sliders", exact=True).click()
        rest = _pixels(page)
        page.locator('[data-names="head_y"]').focus()
        page.keyboard.press("End")
        page.locator('[data-names="eye_wink_right eye_wink_left"], [data-names="eye_wink_left eye_wink_right"]').focus()
        page.keyboard.press("End")
        seen = _pixels(page)
    student = read_student(browser_bytes(handmade_student(stroke_picture())))
    window = Window(len(seen), BUST, Path("nowhere"))
    painted = Painter(student).paint(make_pose(head_y=1.0, eye_wink=1.0)[None], window.drawn)
    (meant,) = window.show(painted).astype(float)
    meant[..., :3] *= meant[..., 3:] / 255
    assert np.abs(seen - rest).mean() > 1, "it moved"
    assert np.abs(seen - meant).mean() < 1


def test_what_has_no_student_is_shown_still_and_said_to_be(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        assert page.locator("#still").is_hidden()
        page.click("[data-id=still]")
        page.locator("#still:not([hidden])").wait_for()
        assert page.get_by_text("A still picture: how it moves").is_visible()
        page.click("#tab-dress")
        said = page.get_by_text("The stage shows a still picture without them")
        assert said.is_visible()
        page.click("#tab-character")
        page.click("[data-id=alive]")
        page.locator("#still").wait_for(state="hidden")
        page.click("#tab-dress")
        said.wait_for(state="hidden")


def test_signs_of_comics_lie_over_a_picture_as_in_its_file(browser: Any, studio: Studio) -> None:
    with visit(browser, studio, reduced_motion="reduce") as page:
        page.click("#tab-motion")
        page.get_by_text("Sliders", exact=True).click()
        page.click("#tab-dress")
        plain = _pixels(page)
        page.locator(".effects .segments").get_by_text("Choose").click()
        page.get_by_text("Anger", exact=True).click()
        end = time.monotonic() + 60
        while np.abs((seen := _pixels(page)) - plain).max() < 100:  # what draws them comes later than the figure
            assert time.monotonic() < end
    size, poses = len(seen), make_pose()[None].repeat(100, 0)
    student = read_student(browser_bytes(handmade_student(stroke_picture())))
    window = Window(size, BUST, Path("nowhere"))
    still = window.show(Painter(student).paint(poses[:1], window.drawn))
    track = PoseTrack(25.0, poses, np.ones(100, bool), gestures=(Gesture("vein", 0, 100),), loops=True)
    (signed,) = next(draw_signs(iter([still]), _character(stroke_picture()), track, size, BUST))
    signs = np.abs(signed.astype(int) - still[0]).max(axis=2) > 0
    meant = signed.astype(float)
    meant[..., :3] *= meant[..., 3:] / 255
    assert 0.001 < signs.mean() < 0.2
    assert np.abs(seen - meant)[signs].mean() < 8
    assert np.abs(seen - meant)[~signs].mean() < 1
    assert np.abs(seen - plain)[~signs].mean() < 0.1


def test_what_is_asked_of_students(studio: Studio) -> None:
    cookie = studio.enter()
    alive = studio.ask("GET", "/api/characters/alive/student", cookie=cookie, accept_encoding="gzip")
    assert (alive.status, alive.headers["content-type"]) == (200, "application/octet-stream")
    assert len(alive.body) < 4_000_000
    assert "content-encoding" not in alive.headers
    assert read_student(alive.body)
    assert studio.ask("GET", "/api/characters/still/student", cookie=cookie).status == 204
    assert studio.ask("GET", "/api/characters/nobody/student", cookie=cookie).status == 422
    assert studio.ask("GET", "/api/characters/alive/student").status == 401
    assert studio.ask("GET", "/api/characters/alive/signs", cookie=cookie).json["signs"].keys() >= {"vein", "tears"}
