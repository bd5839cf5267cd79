"""A studio that runs in a thread of the tests: the real application, engine and folder."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web

from pipeline import Engine
from studio.backend import Guest
from studio.bakery import Baker
from studio.guard import Site
from studio.links import Links
from studio.local import LocalBackend
from studio.server import studio_app
from studio.vision import vision_files


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Studio:
    """A studio at ``host``, HOST:PORT."""

    host: str
    links: Links
    folder: Path

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @property
    def link(self) -> str:
        """The address of a new link."""
        return f"{self.origin}/s/{self.links.token(Guest())}"

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        """One request; ``host``, ``origin`` and so on are headers."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        try:
            connection.request(method, path, data, sent)
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def enter(self) -> str:
        """The cookie of a new session."""
        return self.ask("GET", f"/s/{self.links.token(Guest())}").headers["set-cookie"].partition(";")[0]


@contextmanager
def serving(
    folder: Path, models: Path | None = None, students: Path | None = None, baker: Baker | None = None
) -> Iterator[Studio]:
    """The studio for as long as the block lasts; it follows faces if what that takes is in ``models``."""
    listening = socket.create_server(("127.0.0.1", 0))
    host = f"127.0.0.1:{listening.getsockname()[1]}"
    links = Links(b"k" * 32)
    started = threading.Event()
    ends: list[Callable[[], object]] = []

    async def serve() -> None:
        stop = asyncio.Event()
        ends.append(partial(asyncio.get_running_loop().call_soon_threadsafe, stop.set))
        async with Engine() as engine:
            vision = {} if models is None else vision_files(models)
            site = Site((f"http://{host}",))
            backend = LocalBackend(engine, folder)
            app = studio_app(backend, links, site, vision=vision, students=students, baker=baker)
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
        yield Studio(host, links, folder)
    finally:
        ends[0]()
        thread.join()
