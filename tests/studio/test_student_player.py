"""Students in a real browser: the player draws what Python draws, and refuses what is no student."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from pipeline.posers.student.bake import bake
from pipeline.posers.student.file import read_student, student_bytes
from pipeline.posers.student.paint import Painter
from pipeline.posers.student.recipe import BROWSER_RANKS
from pipeline.types import Frames, Poses, make_pose
from tests.chromium import WEBGL, launch, needs_chromium
from tests.pipeline.posers.student import strokes
from tests.pipeline.posers.student.handmade import handmade_student, with_components
from tests.pipeline.posers.student.strokes import stroke_picture

if TYPE_CHECKING:
    from playwright.sync_api import Page

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
pytestmark = needs_chromium
STATIC = Path(__file__).parents[2] / "studio" / "static"
_DRAW = """async ([file, poses, size]) => {
  const { readStudent } = await import("/student_file.js");
  const { StudentPlayer } = await import("/student.js");
  const canvas = new OffscreenCanvas(size, size);
  const data = await (await fetch("data:;base64," + file)).arrayBuffer();
  const player = new StudentPlayer(canvas, await readStudent(data));
  const frames = [];
  for (const pose of poses) {
    player.draw(pose);
    const pixels = new Uint8Array(size * size * 4);
    const gl = canvas.getContext("webgl2");
    gl.readPixels(0, 0, size, size, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    let text = "";
    for (let at = 0; at < pixels.length; at += 8192) text += String.fromCharCode(...pixels.subarray(at, at + 8192));
    frames.push(btoa(text));
  }
  return frames;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page of a real Chromium that draws without a graphics card."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(STATIC)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with playwright.sync_playwright() as driver:
            browser = launch(driver, *WEBGL)
            opened = browser.new_page()
            opened.route("**/index.html", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
            opened.goto(f"http://127.0.0.1:{server.server_port}/index.html")
            yield opened
            browser.close()
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def student() -> bytes:
    """The file of a student."""
    return student_bytes(handmade_student(stroke_picture()))


@pytest.fixture(scope="module")
def browsers_copy() -> bytes:
    """One with as many components as a browser's copy, most of them of 8 bits."""
    return student_bytes(with_components(handmade_student(stroke_picture()), BROWSER_RANKS))


@pytest.fixture(scope="module")
def preview() -> bytes:
    """What is shown of a picture until it has a student."""
    return bake(stroke_picture(), strokes.poses(), strokes.StrokeTeacher())


def drawn(page: Page, file: bytes, poses: Poses, size: int) -> Frames:
    """Premultiplied frames, uint8 [N, size, size, 4]."""
    texts = page.evaluate(_DRAW, [base64.b64encode(file).decode(), poses.tolist(), size])
    frames = [np.frombuffer(base64.b64decode(text), np.uint8).reshape(size, size, 4)[::-1] for text in texts]
    return np.stack(frames)


def some_poses() -> Poses:
    rng = np.random.default_rng(2)
    random = rng.uniform(-1, 1, 45) * (rng.random(45) < 0.5)
    return np.stack(
        [make_pose(), make_pose(eye_wink=1.0, head_y=0.8), random.astype(np.float32), make_pose(head_y=-1.0)]
    )


@pytest.mark.parametrize(
    ("which", "size"), [("student", 256), ("student", 512), ("browsers_copy", 512), ("preview", 512)]
)
def test_the_browser_draws_what_python_draws(page: Page, which: str, size: int, request: pytest.FixtureRequest) -> None:
    file, poses = request.getfixturevalue(which), some_poses()
    theirs = Painter(read_student(file)).paint(poses, size).astype(int)
    theirs[theirs[..., 3] < 4] = 0  # neither shows what is so faint: ``straight`` drops it afterwards
    ours = drawn(page, file, poses, size).astype(int)
    moved = np.abs(theirs - theirs[0]).mean((1, 2, 3))
    assert (moved[1:] > 0.5).all(), "the poses differ"
    difference = np.abs(ours - theirs)
    assert difference.mean() < 0.2
    assert np.quantile(difference, 0.999) <= 12


def test_frames_do_not_depend_on_what_was_drawn_before(page: Page, student: bytes) -> None:
    poses = some_poses()
    there = drawn(page, student, poses, 320)
    back = drawn(page, student, poses[::-1].copy(), 320)[::-1]
    np.testing.assert_array_equal(there, back)


@pytest.mark.parametrize("damage", ["nothing", "a picture", "cut off", "changed", "another version"])
def test_what_is_no_student_is_refused(page: Page, student: bytes, damage: str) -> None:
    file = bytearray(student)
    match damage:
        case "nothing":
            file = bytearray()
        case "a picture":
            file = bytearray(b"\x89PNG\r\n\x1a\n" + bytes(100))
        case "cut off":
            file = file[: len(file) // 2]
        case "changed":
            file[file.index(b"face.fine") + 40 :][:2000] = b""
            file[2000:6000] = bytes(4000)
        case _:
            at = file.index(b"student.json")
            file[at : at + 12] = b"student.jso_"
            at = file.rindex(b"student.json")
            file[at : at + 12] = b"student.jso_"
    script = """async (file) => {
      const { readStudent, StudentFileError } = await import("/student_file.js");
      const data = await (await fetch("data:;base64," + file)).arrayBuffer();
      try { await readStudent(data); } catch (error) { return error instanceof StudentFileError; }
    }"""
    assert page.evaluate(script, base64.b64encode(bytes(file)).decode()) is True
