"""A picture character with a student is live as drawn ones are; where a browser cannot draw it, that is said."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import PIL.Image
import pytest

from pipeline import Character, CharacterKind
from pipeline.posers.student.bake import bake
from pipeline.posers.student.file import student_bytes
from pipeline.posers.student.shelf import keep_student
from studio.live.setting import Input
from tests.chromium import WEBGL, launch, needs_chromium
from tests.pipeline.posers.student import strokes
from tests.pipeline.posers.student.handmade import handmade_student
from tests.pipeline.posers.student.strokes import stroke_picture
from tests.studio.live.staging import Theatre, staging

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
pytestmark = needs_chromium
DRAWN: Final = """() => {
  const context = document.getElementById("figure").getContext("2d");
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height).data.some((value) => value);
}"""
WITHOUT: Final = "OffscreenCanvas.prototype.getContext = () => null"
"""Chromium draws WebGL in software where there is nothing else, so it is taken away."""


@pytest.fixture(scope="module")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theatre]:
    picture, data = stroke_picture(), io.BytesIO()
    PIL.Image.fromarray(picture).save(data, "PNG")
    character = Character(CharacterKind.UPLOADED, picture=data.getvalue())
    shelf = tmp_path_factory.mktemp("students")
    keep_student(character, shelf, student_bytes(handmade_student(picture)))
    with staging(Input.POINTER, picture=character, students=shelf) as running:
        yield running


def _seen(page: Any) -> Any:
    shot = PIL.Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    return np.asarray(shot.convert("RGBA")).astype(int)


def test_a_student_follows_the_pointer_on_the_stage(theatre: Theatre) -> None:
    with playwright.sync_playwright() as tools:
        chromium = launch(tools, *WEBGL)
        wrong: list[str] = []
        stage, controls = [chromium.new_page(viewport={"width": 400, "height": 400}, locale="en-GB") for _ in range(2)]
        for page in (stage, controls):
            page.on("pageerror", lambda error: wrong.append(str(error)))
        stage.goto(theatre.stage)
        controls.goto(theatre.controls)
        controls.locator("#panel input[value=pointer]:checked").wait_for(state="attached")
        end = time.monotonic() + 60
        while not (before := _seen(stage))[..., 3].any():
            assert time.monotonic() < end
        assert tuple(before[2, 2]) == (0, 0, 0, 0)
        for x in (395, 390, 395):
            controls.mouse.move(x, 40)
        while (np.abs(_seen(stage) - before).max(axis=2) > 40).mean() < 0.01:  # it turns its head
            assert time.monotonic() < end
        assert wrong == []
        old = chromium.new_page(locale="en-GB")
        old.add_init_script(WITHOUT)
        old.goto(theatre.stage)
        old.get_by_text("This browser cannot draw this picture: use one with WebGL 2").wait_for()
        chromium.close()


class Oven:
    """A baker by the teacher made by hand."""

    async def preview(self, _: Character) -> bytes:
        return await asyncio.to_thread(bake, stroke_picture(), strokes.poses(), strokes.StrokeTeacher())


def test_without_a_student_a_preview_is_live_and_called_one() -> None:
    data = io.BytesIO()
    PIL.Image.fromarray(stroke_picture()).save(data, "PNG")
    character = Character(CharacterKind.UPLOADED, picture=data.getvalue())
    with staging(Input.POINTER, picture=character, baker=Oven()) as theatre, playwright.sync_playwright() as tools:
        chromium = launch(tools, *WEBGL)
        stage, controls = [chromium.new_page(viewport={"width": 400, "height": 400}, locale="en-GB") for _ in range(2)]
        controls.goto(theatre.controls)
        controls.locator("#badge").get_by_text("Preview").wait_for()
        stage.goto(theatre.stage)
        end = time.monotonic() + 60
        while not stage.evaluate(DRAWN):
            assert time.monotonic() < end
        assert stage.get_by_text("Preview").count() == 0
        chromium.close()
