"""Health, readiness and metrics."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

from bot.errors import StartupError
from bot.services.health import ReadinessCheck
from bot.services.services import Services

_SERVICES: Final = web.AppKey("services", Services)
_HEARS: Final[web.AppKey[Callable[[], bool]]] = web.AppKey("hears")


async def _health(request: web.Request) -> web.Response:
    """The event loop runs."""
    return web.Response(text="ok\n")


async def _ready(request: web.Request) -> web.Response:
    """Whether the bot can answer people: 200, or 503 with what is missing."""
    services = request.app[_SERVICES]
    faults = await services.health.faults()
    missing = [] if request.app[_HEARS]() else [services.door.platform.value]
    missing += [part.value for part in ReadinessCheck if part in faults]
    return web.json_response({"ready": not missing, "missing": missing}, status=503 if missing else 200)


async def _metrics(request: web.Request) -> web.Response:
    """Everything that is measured, for Prometheus."""
    services = request.app[_SERVICES]
    await services.health.faults()
    return web.Response(body=services.metrics.text(), headers={"Content-Type": "text/plain; version=0.0.4"})


@asynccontextmanager
async def open_web(services: Services, hears: Callable[[], bool], host: str, port: int) -> AsyncIterator[int]:
    """Serves ``/healthz``, ``/readyz`` and ``/metrics``; answers the port (0 chooses a free one).

    Args:
        hears: whether people are heard on their platform.

    Raises:
        StartupError: the port is taken, or the host is not this machine's.
    """
    app = web.Application()
    app[_SERVICES] = services
    app[_HEARS] = hears
    app.add_routes([web.get("/healthz", _health), web.get("/readyz", _ready), web.get("/metrics", _metrics)])
    async with listening(app, host, port, "ANIMEMOJI_HTTP_PORT") as chosen:
        yield chosen


@asynccontextmanager
async def listening(app: web.Application, host: str, port: int, setting: str) -> AsyncIterator[int]:
    """Serves ``app`` for as long as the block lasts; answers the port (0 chooses a free one).

    Raises:
        StartupError: the port, which ``setting`` names, is taken, or the host is not this machine's.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise StartupError(
                f"{host}:{port} cannot be listened on ({error.strerror}): choose another {setting}."
            ) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
