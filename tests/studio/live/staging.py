"""A show that runs in a thread of the tests: the real application, sockets and datagrams."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web

from pipeline import Character
from pipeline.types import CharacterKind, RigSpec
from studio.backend import Guest
from studio.bakery import Baker
from studio.guard import Site
from studio.links import Links
from studio.live.phone import PhoneReader
from studio.live.receivers import Endpoint, Reader, Receiver
from studio.live.server import live_app
from studio.live.setting import Input, Setting
from studio.live.show import PoseSink, PoseSource, See, Show, Tell
from studio.live.vmc import AvatarReader
from studio.vision import vision_files

STAGE = "a-stage-that-nobody-can-guess"


@dataclass(frozen=True)
class Theatre:
    """A show at ``host``, HOST:PORT."""

    host: str
    show: Show
    links: Links

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @property
    def stage(self) -> str:
        """The address for OBS."""
        return f"{self.origin}/stage/{STAGE}?clean=1"

    @property
    def controls(self) -> str:
        """A new link to the controls."""
        return f"{self.origin}/s/{self.links.token(Guest())}"

    @property
    def heard_at(self) -> tuple[str, int]:
        """Where datagrams are heard; call it once something listens."""
        host, _, port = self.show.listens.rpartition(":")
        return host, int(port)

    def ask(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of one GET."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        try:
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def enter(self) -> str:
        """The cookie of a new session."""
        _, headers, _ = self.ask(self.controls.removeprefix(self.origin))
        return headers["set-cookie"].partition(";")[0]


def drawn(spec: RigSpec) -> Character:
    return Character(CharacterKind.DRAWN, spec=spec)


def hearing(reader: Callable[[], Reader], see: See, tell: Tell) -> PoseSource:
    return Receiver(reader(), Endpoint("127.0.0.1", 0), see, tell)


@contextmanager
def staging(
    moved_by: Input,
    outputs: tuple[PoseSink, ...] = (),
    spec: RigSpec | None = None,
    models: Path | None = None,
    picture: Character | None = None,
    students: Path | None = None,
    baker: Baker | None = None,
) -> Iterator[Theatre]:
    """The show for as long as the block lasts: of a drawn character, or of a picture and what is in ``students``."""
    listening = socket.create_server(("127.0.0.1", 0))
    host = f"127.0.0.1:{listening.getsockname()[1]}"
    links = Links(b"k" * 32)
    started = threading.Event()
    ends: list[Callable[[], object]] = []
    made: list[Show] = []

    async def serve() -> None:
        stop = asyncio.Event()
        ends.append(partial(asyncio.get_running_loop().call_soon_threadsafe, stop.set))
        sources: dict[Input, Any] = {
            Input.IFACIALMOCAP: partial(hearing, PhoneReader),
            Input.VMC: partial(hearing, AvatarReader),
        }
        show = Show(Setting.of(moved_by), sources, outputs)
        made.append(show)
        vision = {} if models is None else vision_files(models)
        who = picture or drawn(spec or RigSpec())
        site = Site((f"http://{host}",))
        app = live_app(show, who, STAGE, links, site, vision=vision, students=students, baker=baker)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        started.set()
        await stop.wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert started.wait(60)
        yield Theatre(host, made[0], links)
    finally:
        ends[0]()
        thread.join()
