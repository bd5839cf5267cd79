"""Puppets in a real browser look as the rig draws them. It needs Playwright and a Chromium (see docs/puppet.md)."""

from __future__ import annotations

import base64
import functools
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from pipeline.posers.rig.export import make_puppet
from pipeline.posers.rig.poser import Puppet
from pipeline.types import BUST, RigSpec
from pipeline.types.spec import BodyStyle, Edition, Finish, HairBack
from tests.chromium import launch, needs_chromium
from tests.pipeline.posers.rig.characters import random_poses, spec_of

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
pytestmark = needs_chromium
ROOT: Final = Path(__file__).parents[2]
SIZE: Final = 320
PLAIN = RigSpec(edition=Edition.SECOND, hair_back=HairBack.LONG)
SPECS = {
    "cel": PLAIN,
    "first edition": replace(PLAIN, edition=Edition.FIRST),
    "fourth edition": spec_of("girl, long silver hair, cat ears, hoodie", 3),
    "mascot": spec_of("fox mascot", 3),
    "chibi": replace(PLAIN, body_style=BodyStyle.CHIBI),
    "soft": replace(PLAIN, finish=Finish.SOFT),
    "sketch": replace(PLAIN, finish=Finish.SKETCH),
}
DRAW = """async ([packed, poses, size]) => {
  const { Puppet } = await import("/studio/static/puppet.js");
  const puppet = new Puppet(packed);
  puppet.show(document.querySelector("canvas"), { size });
  return poses.map((pose) => {
    puppet.draw(pose, { acted: false });
    return puppet.context.canvas.toDataURL("image/png").split(",")[1];
  });
}"""
Picture = npt.NDArray[np.uint8]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=ROOT)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tools:
        chromium = launch(tools)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A page whose console stays silent and that asks no other host."""
    opened = browser.new_page(viewport={"width": 360, "height": 400})
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else said.append(request.url)
    )
    opened.route("**/favicon.ico", lambda route: route.fulfill(body=""))
    yield opened
    opened.close()
    assert said == []


def _covered(picture: Picture) -> npt.NDArray[np.float64]:
    """Premultiplied: what cannot be seen does not count."""
    straight = picture.astype(np.float64)
    return np.concatenate([straight[..., :3] * straight[..., 3:] / 255, straight[..., 3:]], axis=-1)


def _decoded(png: bytes) -> Picture:
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)
    assert picture is not None
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGRA2RGBA), np.uint8)


@pytest.mark.parametrize("name", SPECS)
def test_pixels_are_the_rig_s(name: str, page: Any, address: str) -> None:
    poses = random_poses(3)
    page.route("**/blank", lambda route: route.fulfill(body="<canvas></canvas>", content_type="text/html"))
    page.goto(f"{address}/blank")
    pictures = page.evaluate(DRAW, [make_puppet(SPECS[name]), poses.tolist(), SIZE])
    rig = Puppet(SPECS[name], SIZE, BUST)
    for pose, picture in zip(poses, pictures, strict=True):
        state = rig.face(pose)
        drawn = rig.draw(state, rig.physics.at_rest(state.stance))
        assert np.abs(_covered(_decoded(base64.b64decode(picture))) - _covered(drawn)).mean() < 1


def test_five_lines_put_a_character_on_a_page(page: Any, address: str) -> None:
    made = json.dumps(make_puppet(PLAIN))
    page.route("**/elf.puppet", lambda route: route.fulfill(body=made, content_type="application/json"))
    page.goto(f"{address}/docs/embed.html")
    seen = []
    for x, y in ((20, 300), (340, 40)):
        page.mouse.move(x, y)
        page.wait_for_timeout(900)
        png = page.evaluate('document.querySelector("canvas").toDataURL("image/png").split(",")[1]')
        seen.append(_decoded(base64.b64decode(png)))
    assert all(0.2 < (picture[..., 3] > 128).mean() < 0.9 for picture in seen)
    assert np.abs(_covered(seen[0]) - _covered(seen[1])).mean() > 1  # it looked from one corner to the other
