"""The page as one aiohttp application, over a ``Backend``."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from math import isfinite
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from aiohttp import hdrs, web

from pipeline import AnimojiResult, Format, JobCancelled, Progress, UserError, appearance, limits, notice_text
from studio.backend import Backend, Entry
from studio.errors import BrokenError, LongRequestError, OrderError
from studio.files import Packed, read_static
from studio.guard import MOST_BYTES, Guard, Site, language_of, log
from studio.links import Links, Sessions
from studio.orders import read_order
from studio.previews import Previews
from studio.texts import Explain, in_english
from studio.vision import TYPES

PICTURE_BYTES: Final = 16 * 2**20
"""Of the one upload that there is: a picture to be a character."""
_SEEDS: Final = 2**31
_TYPES: Final = {
    Format.GIF: "image/gif",
    Format.WEBP: "image/webp",
    Format.APNG: "image/apng",
    Format.MP4: "video/mp4",
    Format.WEBM: "video/webm",
}


def studio_app(
    backend: Backend,
    links: Links,
    site: Site,
    explain: Explain = in_english,
    vision: Mapping[str, Path] = MappingProxyType({}),
) -> web.Application:
    """The page and what it asks for.

    Args:
        backend: whose characters, and who makes the files.
        links: who may come in; they open ``/s/TOKEN``.
        site: where the page is; nothing else may talk to it.
        explain: says errors in the reader's language that the studio has no sentence for.
        vision: what a browser follows faces with, see ``vision_files``.
    """
    sessions = Sessions()
    guard = Guard(site, sessions, explain)
    room = _Room(backend, links, sessions, site, guard, vision)
    app = web.Application(middlewares=[guard.middleware()], client_max_size=MOST_BYTES)
    app.add_routes(
        [
            web.get("/", room.page),
            web.get("/s/{token}", room.enter),
            web.get("/static/{path:.+}", room.static),
            web.get("/vision/{path:.+}", room.vision),
            web.get("/api/studio", room.catalogue),
            web.get("/api/blendshapes", room.blendshapes),
            web.get("/api/motions/{name}", room.motion),
            web.get("/api/background", room.background),
            web.get("/api/characters", room.characters),
            web.post("/api/characters", room.from_words),
            web.post("/api/pictures", room.from_picture),
            web.get("/api/characters/{id}", room.character),
            web.post("/api/characters/{id}/keep", room.keep),
            web.get("/api/characters/{id}/portrait", room.portrait),
            web.get("/api/characters/{id}/puppet", room.puppet),
            web.get("/api/characters/{id}/caption", room.caption),
            web.post("/api/animojis", room.make),
            web.get("/api/animojis/{job}", room.file),
            web.post("/api/animojis/{job}/cancel", room.cancel),
            web.get("/api/animojis/{job}/events", room.events),
        ]
    )

    async def close(_: web.Application) -> None:
        room.previews.close()

    app.on_cleanup.append(close)
    return app


class _Room:
    """The handlers."""

    def __init__(
        self,
        backend: Backend,
        links: Links,
        sessions: Sessions,
        site: Site,
        guard: Guard,
        vision: Mapping[str, Path],
    ) -> None:
        self._backend = backend
        self._links = links
        self._sessions = sessions
        self._site = site
        self._guard = guard
        self._static = read_static()
        self._vision = vision
        self.previews = Previews(follows_faces=bool(vision))

    async def enter(self, request: web.Request) -> web.Response:
        guest = self._links.take(request.match_info["token"])
        answer = web.Response(status=303, headers={hdrs.LOCATION: "/"})
        secret = self._sessions.open(guest)
        answer.set_cookie(
            self._site.cookie, secret, path="/", httponly=True, samesite="Lax", secure=self._site.is_secure
        )
        return answer

    async def page(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        return self._static["index.html"].answer(request)

    async def static(self, request: web.Request) -> web.Response:
        file = self._static.get(request.match_info["path"])
        if file is None:
            raise web.HTTPNotFound
        return file.answer(request)

    async def vision(self, request: web.Request) -> web.StreamResponse:
        self._guard.guest(request)
        path = self._vision.get(request.match_info["path"])
        if path is None:
            raise web.HTTPNotFound
        headers = {hdrs.CACHE_CONTROL: "private, max-age=86400"}
        if kind := TYPES[path.suffix]:
            headers[hdrs.CONTENT_TYPE] = kind
        return web.FileResponse(path, headers=headers)

    # ---- what there is to choose from ----

    async def catalogue(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        return (await self.previews.catalogue()).answer(request)

    async def blendshapes(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        return (await self.previews.blendshapes()).answer(request)

    async def motion(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        return (await self.previews.motion(request.match_info["name"])).answer(request)

    async def background(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        size = request.query.get("size", "")
        wanted = int(size) if size.isdecimal() and len(size) < 5 else 0
        return (await self.previews.background(request.query.get("name", ""), wanted)).answer(request)

    # ---- characters ----

    async def characters(self, request: web.Request) -> web.Response:
        entries = await self._backend.characters(self._guard.guest(request))
        return web.json_response({"characters": [_shown(entry, request) for entry in entries]})

    async def from_words(self, request: web.Request) -> web.Response:
        guest, data = self._guard.guest(request), await _object(request)
        prompt, seed = data.get("prompt", ""), data.get("seed", 0)
        if not isinstance(prompt, str):
            raise OrderError(reason="prompt")
        if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < _SEEDS:
            raise OrderError(reason="seed")
        return web.json_response(_shown(await self._backend.from_words(guest, prompt, seed), request))

    async def from_picture(self, request: web.Request) -> web.Response:
        guest, face = self._guard.guest(request), _face(request.query.get("face"))
        with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
            picture = Path(folder) / "picture"
            await _receive(request, picture)
            entry = await self._backend.from_picture(guest, picture, face)
        return web.json_response(_shown(entry, request))

    async def character(self, request: web.Request) -> web.Response:
        entry = await self._backend.character(self._guard.guest(request), request.match_info["id"])
        return web.json_response(_shown(entry, request))

    async def keep(self, request: web.Request) -> web.Response:
        entry = await self._backend.keep(self._guard.guest(request), request.match_info["id"])
        return web.json_response(_shown(entry, request))

    async def portrait(self, request: web.Request) -> web.Response:
        return (await self._of_character(request, self.previews.portrait)).answer(request)

    async def puppet(self, request: web.Request) -> web.Response:
        return (await self._of_character(request, self.previews.puppet)).answer(request)

    async def caption(self, request: web.Request) -> web.Response:
        entry = await self._backend.character(self._guard.guest(request), request.match_info["id"])
        text, framing = request.query.get("text", ""), request.query.get("framing", "bust")
        return (await self.previews.caption(entry.character, text, framing)).answer(request)

    async def _of_character(self, request: web.Request, make: Callable[[Any], Awaitable[Packed]]) -> Packed:
        entry = await self._backend.character(self._guard.guest(request), request.match_info["id"])
        return await make(entry.character)

    # ---- files ----

    async def make(self, request: web.Request) -> web.Response:
        guest = self._guard.guest(request)
        order = read_order(await _object(request))
        return web.json_response({"job": await self._backend.make(guest, order)}, status=202)

    async def cancel(self, request: web.Request) -> web.Response:
        await self._backend.cancel(self._guard.guest(request), request.match_info["job"])
        return web.Response(status=204)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: "progress" again and again, at last "done" or "failed"."""
        guest, job = self._guard.guest(request), request.match_info["job"]
        steps = self._backend.follow(guest, job)
        first = await anext(steps, None)  # an unknown job is an answer of its own
        answer = web.StreamResponse(headers={hdrs.CONTENT_TYPE: "text/event-stream", hdrs.CACHE_CONTROL: "no-store"})
        await answer.prepare(request)

        async def tell(kind: str, data: object) -> None:
            await answer.write(f"event: {kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode())

        try:
            if first is not None:
                await tell("progress", _step(first))
            async for step in steps:
                await tell("progress", _step(step))
            await tell("done", _report(await self._backend.result(guest, job)))
        except UserError as error:
            await tell("failed", {"error": self._guard.explain(request, error)})
        except JobCancelled:
            await tell("failed", {"error": ""})
        except (ConnectionError, asyncio.CancelledError):
            raise
        except Exception:
            log.exception("a job of the studio failed")
            await tell("failed", {"error": self._guard.explain(request, BrokenError())})
        return answer

    async def file(self, request: web.Request) -> web.Response:
        result = await self._backend.result(self._guard.guest(request), request.match_info["job"])
        name = f"animemoji{result.format.extension}"
        headers = {hdrs.CONTENT_TYPE: _TYPES[result.format], hdrs.CONTENT_DISPOSITION: f'inline; filename="{name}"'}
        return web.Response(body=result.data, headers=headers)


def _step(step: Progress) -> dict[str, Any]:
    done = step.fraction if step.whole is None else step.whole
    return {"stage": step.stage.value, "done": done, "left": step.seconds_left}


def _shown(entry: Entry, request: web.Request) -> dict[str, Any]:
    character = entry.character
    language = language_of(request)
    return {
        "id": entry.id,
        "kind": character.kind.value,
        "kept": entry.kept,
        "prompt": character.prompt,
        "words": "" if character.spec is None else appearance(character.spec, language),
        "ignored": list(entry.ignored),
        "notices": [notice_text(notice) for notice in entry.notices],
    }


def _report(result: AnimojiResult) -> dict[str, Any]:
    return {
        "bytes": len(result.data),
        "frames": result.frames,
        "fps": result.fps,
        "size": result.size,
        "seconds": result.seconds_of_motion,
        "file": f"animemoji{result.format.extension}",
        "video": result.format in (Format.MP4, Format.WEBM),
        "notices": [notice_text(notice) for notice in result.notices],
    }


async def _object(request: web.Request) -> dict[str, Any]:
    """The JSON object of a request's body. Raises OrderError."""
    try:
        data = json.loads(await request.text())
    except (ValueError, RecursionError, LookupError) as error:
        raise OrderError(reason="no JSON") from error
    if not isinstance(data, dict):
        raise OrderError(reason="no object")
    return data


async def _receive(request: web.Request, path: Path) -> None:
    """Writes the body into a file, as far as it may be long. Raises LongRequestError."""
    too_long = LongRequestError(limit=f"{PICTURE_BYTES // 2**20} MiB")
    if (request.content_length or 0) > PICTURE_BYTES:
        raise too_long
    data = bytearray()
    async for chunk in request.content.iter_chunked(2**16):
        data += chunk
        if len(data) > PICTURE_BYTES:
            raise too_long
    await asyncio.to_thread(path.write_bytes, data)


def _face(text: str | None) -> tuple[float, float, float] | None:
    if text is None:
        return None
    try:
        x, y, side = (float(number) for number in text[:100].split(","))
    except ValueError as error:
        raise OrderError(reason="face") from error
    if not all(isfinite(number) and abs(number) <= limits.MAX_SIZE * 100 for number in (x, y, side)) or side <= 0:
        raise OrderError(reason="face")
    return x, y, side
