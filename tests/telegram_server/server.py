"""The Bot API over HTTP, with long polling, files, and bad days."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from types import TracebackType

from aiohttp import web

from tests.telegram_server.methods import Api
from tests.telegram_server.state import ApiError, Json, World

TOKEN = "7000000001:" + "A" * 35


class Fault(Enum):
    """What happens to a call instead of an answer."""

    CUT_BEFORE = "the connection ends before anything is done"
    CUT_AFTER = "it is done, and the connection ends before the answer"
    BAD_GATEWAY = "it is done, and answered with a 502"


@dataclass
class Call:
    method: str
    fields: Json
    error: str = ""


@dataclass
class Bad:
    """``count`` calls of a method go wrong. ``retry_after``: with a 429 that says so, else by ``fault``."""

    method: str
    count: int = 1
    retry_after: int | None = None
    fault: Fault = Fault.CUT_BEFORE


@dataclass
class Wire:
    """What is known of all calls. ``refusals``: those that Telegram did not take, in words."""

    calls: list[Call] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)

    def of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method.lower() == method.lower()]

    @property
    def refusals(self) -> list[str]:
        return [f"{call.method}: {call.error}" for call in self.calls if call.error]


class TelegramServer:
    """``async with TelegramServer() as server``: a Telegram on a port of its own."""

    def __init__(self, strict: bool = True) -> None:
        self.world = World()
        self.wire = Wire()
        self._api = Api(self.world, strict)
        self._news = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def __aenter__(self) -> TelegramServer:
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_post("/bot{token}/{method}", self._called)
        app.router.add_get("/file/bot{token}/{folder}/{name}", self._file)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def goes_wrong(
        self, method: str, count: int = 1, retry_after: int | None = None, fault: Fault = Fault.CUT_BEFORE
    ) -> None:
        """The next calls of a method do not go well."""
        self.wire.bad.append(Bad(method, count, retry_after, fault))

    async def tell(self, update: Json) -> int:
        """The bot will hear of this."""
        number = self.world.tell(update)
        await self._changed()
        return number

    async def until(self, is_so: Callable[[], object], seconds: float = 30.0) -> None:
        """Waits until something is so."""
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(lambda: bool(is_so())), seconds)

    async def _changed(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _called(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fields = await _fields(request)
        if request.match_info["token"] != TOKEN:
            return _error(ApiError(401, "Unauthorized"))
        bad = next((each for each in self.wire.bad if each.method.lower() == method.lower() and each.count), None)
        if bad is not None:
            bad.count -= 1
            await self._changed()
        if bad is not None and bad.retry_after is not None:
            return _error(ApiError(429, f"Too Many Requests: retry after {bad.retry_after}", bad.retry_after))
        if bad is not None and bad.fault is Fault.CUT_BEFORE:
            return _cut(request)
        if method.lower() == "getupdates":
            return await self._updates(fields)
        call = Call(method, {name: value for name, value in fields.items() if not isinstance(value, bytes)})
        self.wire.calls.append(call)
        try:
            result = self._api.call(method, fields)
        except ApiError as error:
            call.error = error.description
            await self._changed()
            return _error(error)
        await self._changed()
        if bad is not None and bad.fault is Fault.CUT_AFTER:
            return _cut(request)
        if bad is not None:
            return web.json_response({"ok": False, "error_code": 502, "description": "Bad Gateway"}, status=502)
        return web.json_response({"ok": True, "result": result})

    async def _updates(self, fields: Json) -> web.Response:
        offset, seconds = int(fields.get("offset", 0)), float(fields.get("timeout", 0))
        for number in [number for number in self.world.updates if number < offset]:
            del self.world.updates[number]
        with contextlib.suppress(asyncio.TimeoutError):
            await self.until(lambda: self.world.updates, min(seconds, 2.0))
        return web.json_response({"ok": True, "result": list(self.world.updates.values())})

    async def _file(self, request: web.Request) -> web.Response:
        data = self.world.files.get(request.match_info["name"].partition(".")[0])
        if request.match_info["token"] != TOKEN or data is None:
            raise web.HTTPNotFound
        return web.Response(body=data)


async def _fields(request: web.Request) -> Json:
    if request.content_type == "application/json":
        return dict(await request.json())
    fields: Json = {}
    for name, value in (await request.post()).items():
        fields[name] = value.file.read() if isinstance(value, web.FileField) else value
    return fields


def _error(error: ApiError) -> web.Response:
    answer: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.retry_after is not None:
        answer["parameters"] = {"retry_after": error.retry_after}
    return web.Response(body=json.dumps(answer), status=error.code, content_type="application/json")


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.close()
    return web.StreamResponse()
