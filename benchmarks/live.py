"""A live character: from a phone's datagram to the frame that a browser draws, and what that costs the server.

It needs Playwright and a Chromium (docs/puppet.md). Datagrams go through loopback, sixty a second for ten seconds; the
time is taken when one arrives, and when the page has drawn the first frame that shows it.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import numpy as np

from benchmarks.measurement import Measurement
from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.types import RigSpec
from studio.live.setting import Input
from tests.studio.live.staging import STAGE, Theatre, staging

CHROMIUM: Final = "/usr/bin/chromium"
_SECONDS: Final = 10
_FPS: Final = 60
_COUNT: Final = """() => {
  window.drawn = [];
  document.addEventListener("drawn", ({detail}) =>
    window.drawn.push([detail.time, (performance.timeOrigin + performance.now()) / 1000]));
}"""

_DRAW: Final = """async (address) => {
  const { Puppet } = await import("/static/puppet.js");
  const puppet = new Puppet(await (await fetch(address)).json());
  puppet.show(new OffscreenCanvas(320, 320), { size: 320 });
  const poses = Array.from({ length: 200 }, (_, i) =>
    puppet.pose({ head_y: Math.sin(i / 9), mouth_aaa: 0.5 + 0.5 * Math.sin(i / 5), eye_wink: +(i % 40 < 4) }));
  const each = (act) => {
    const began = performance.now();
    for (const pose of poses) act(pose);
    return (performance.now() - began) / poses.length;
  };
  const bent = (place) => each((pose) => puppet.bend(pose, { seconds: 1 / 60, place }));
  bent(); // until it is compiled
  return [bent(), bent([0.05, 0.02, 0.05]), each((pose) => puppet.draw(pose, { seconds: 1 / 60 }))];
}"""


def run() -> list[Measurement]:
    """Milliseconds from datagram to frame, frames a second, what a frame takes, and CPU of the server."""
    with staging(Input.IFACIALMOCAP, spec=RigSpec()) as theatre, _page(theatre.stage) as page:
        _send(theatre, 2)  # until everything is warm
        page.evaluate(_COUNT)
        before = time.process_time()
        _send(theatre, _SECONDS)
        cpu = time.process_time() - before
        drawn = np.array(page.evaluate("window.drawn"))
        idle = time.process_time()
        time.sleep(2)
        idle = time.process_time() - idle
        page.goto(theatre.origin + "/static/blendshapes.js")  # nothing else is drawn there
        bent, placed, drawn_in = page.evaluate(_DRAW, f"/api/stage/{STAGE}/puppet")
    _, first = np.unique(drawn[:, 0], return_index=True)  # the first frame that shows each pose
    milliseconds = 1000 * (drawn[first, 1] - drawn[first, 0])
    return [
        Measurement("live: from datagram to drawn frame, median", float(np.median(milliseconds)), "ms"),
        Measurement("live: from datagram to drawn frame, p95", float(np.percentile(milliseconds, 95)), "ms"),
        Measurement("live: drawn in the browser", len(drawn) / _SECONDS, "frames/s"),
        Measurement("live: shown poses", len(first) / _SECONDS, "poses/s"),
        Measurement("live: a puppet's geometry", bent, "ms a frame"),
        Measurement("live: the same, where the head is elsewhere", placed, "ms a frame"),
        Measurement("live: geometry and painting, 320 px", drawn_in, "ms a frame"),
        Measurement("live: that many frames, if nothing else is to be done", 1000 / drawn_in, "frames/s"),
        Measurement("live: server and played phone, at 60 a second", 100 * cpu / _SECONDS, "% of a core"),
        Measurement("live: the server, while nobody is seen", 100 * idle / 2, "% of a core"),
        Measurement("live: load of this machine meanwhile", os.getloadavg()[0], "processes"),
    ]


@contextmanager
def _page(address: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 640, "height": 640})
        page.goto(address)
        yield page
        browser.close()


def _send(theatre: Theatre, seconds: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as phone:
        for number in range(seconds * _FPS):
            jaw = round(50 + 50 * np.sin(2 * np.pi * number / _FPS))
            values = dict.fromkeys(BLENDSHAPES, 0) | {"jawOpen": jaw}
            text = "|".join(f"{name}&{value}" for name, value in values.items()) + "|=head#0,0,0,0,0,0|"
            phone.sendto(text.encode(), theatre.heard_at)
            time.sleep(1 / _FPS)
