"""One REST call, read and checked: what a route's function gets."""

from __future__ import annotations

import json
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web

from tests.discord_server.errors import ApiError


@dataclass(frozen=True)
class File:
    """An uploaded part of a multipart body."""

    field: str
    filename: str
    data: bytes


@dataclass(frozen=True)
class Call:
    """``template`` is the route as Discord's OpenAPI file writes it; ``fields`` are plain parts of a multipart body."""

    method: str
    template: str
    params: dict[str, str]
    query: dict[str, str]
    body: Any = None
    fields: dict[str, str] = field(default_factory=dict)
    files: tuple[File, ...] = ()
    bearer: str = ""
    """A person's access token, where the call is made with one."""
    at: float = field(default_factory=time.monotonic)

    def id(self, name: str) -> int:
        value = self.params[name]
        if not value.isdecimal():
            raise ApiError(400, 50035, f'Value "{value}" is not snowflake.')
        return int(value)

    @property
    def path(self) -> str:
        return self.template.format(**self.params)


async def read_call(request: web.Request, template: str) -> Call:
    """Raises ApiError where the body is not what its content type says."""
    body: Any = None
    fields: dict[str, str] = {}
    files: list[File] = []
    if request.content_type == "application/json":
        raw = await request.read()
        try:
            body = json.loads(raw) if raw else None
        except ValueError as error:
            raise ApiError(400, 50109, "The request body contains invalid JSON.") from error
    elif request.content_type == "application/x-www-form-urlencoded":
        fields = {name: str(value) for name, value in (await request.post()).items()}
    elif request.content_type == "multipart/form-data":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files.append(File(name, value.filename, value.file.read()))
            elif isinstance(value, str):
                fields[name] = value
        if "payload_json" in fields:
            body = json.loads(fields.pop("payload_json"))
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    bearer = secret if kind == "Bearer" else ""
    match, query = dict(request.match_info), dict(request.query)
    return Call(request.method, template, match, query, body, fields, tuple(files), bearer)


class Buckets:
    """Rate limits of routes: ``allowed`` calls in each window of ``seconds``, counted by key."""

    WINDOWS: Final[dict[str, tuple[int, float]]] = {"channel": (5, 5.0), "webhook": (5, 2.0)}

    def __init__(self) -> None:
        self._calls: dict[tuple[str, str], deque[float]] = {}
        self.refused = 0

    @staticmethod
    def kind(call: Call) -> tuple[str, str] | None:
        """Which bucket a call is counted in; None where there is none worth modelling."""
        if call.method == "GET":
            return None
        if call.template.startswith("/channels/{channel_id}/messages"):
            return "channel", f"{call.method} {call.params['channel_id']}"
        if call.template.startswith("/webhooks/"):
            return "webhook", call.params["webhook_token"]
        return None

    def count(self, call: Call) -> tuple[dict[str, str], float | None]:
        """The headers of the answer, and seconds to wait where the call comes too early."""
        key = self.kind(call)
        if key is None:
            return {}, None
        allowed, seconds = self.WINDOWS[key[0]]
        calls = self._calls.setdefault(key, deque())
        now = time.monotonic()
        while calls and now - calls[0] >= seconds:
            calls.popleft()
        reset = seconds - (now - calls[0]) if calls else seconds
        too_many = len(calls) >= allowed
        if not too_many:
            calls.append(now)
        headers = {
            "X-RateLimit-Bucket": f"bucket-{key[0]}-{call.method.lower()}",
            "X-RateLimit-Limit": str(allowed),
            "X-RateLimit-Remaining": str(allowed - len(calls)),
            "X-RateLimit-Reset": f"{time.time() + reset:.3f}",
            "X-RateLimit-Reset-After": f"{reset:.3f}",
        }
        self.refused += too_many
        return headers, reset if too_many else None
