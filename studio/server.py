"""The page as one aiohttp application, over a ``Backend``."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from math import isfinite
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from aiohttp import hdrs, web

from pipeline import AnimojiResult, Character, Format, JobCancelled, Progress, UserError, appearance, limits
from studio.activity import Activity
from studio.backend import Backend, Entry
from studio.bakery import Baker
from studio.doors import Doors
from studio.errors import BrokenError, LongRequestError, OrderError
from studio.files import answer
from studio.gathering import Gathering
from studio.guard import MOST_BYTES, Guard, Site, language_of, log
from studio.links import Links, Sessions
from studio.orders import read_order
from studio.pages import FRAMED, STUDIO
from studio.previews import Previews
from studio.rooms import Rooms
from studio.texts import Explain, Tell, in_english, told_in_english

Made = TypeVar("Made")
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
    students: Path | None = None,
    activity: Activity | None = None,
    tell: Tell = told_in_english,
    baker: Baker | None = None,
) -> web.Application:
    """The page and what it asks for.

    Args:
        backend: whose characters, and who makes the files.
        links: who may come in; they open ``/s/TOKEN``.
        site: where the page is; nothing else may talk to it.
        explain: says errors in the reader's language that the studio has no sentence for.
        vision: what a browser follows faces with, see ``vision_files``.
        students: the folder in which students of picture characters are.
        activity: lets people in from a frame in Discord; None where there is none.
        tell: says notices in the reader's language.
        baker: makes what is shown of a picture until it has a student; None shows it still.
    """
    sessions = Sessions()
    guard = Guard(site, sessions, explain)
    previews = Previews(follows_faces=bool(vision), students=students, baker=baker)
    doors = Doors(links, sessions, site, guard, vision, previews)
    rooms = Rooms()
    room = _Room(backend, guard, doors, previews, tell, rooms, is_framed=activity is not None)
    app = web.Application(middlewares=[guard.middleware()], client_max_size=MOST_BYTES)
    app.add_routes(
        [
            *doors.routes(),
            *(activity.routes(guard, sessions, links, site) if activity is not None else ()),
            *(Gathering(rooms, activity.porter, backend, guard, previews).routes() if activity is not None else ()),
            web.get("/", room.page),
            web.get("/api/welcome", room.welcome),
            web.get("/api/studio", room.catalogue),
            web.get("/api/motions/{name}", room.motion),
            web.get("/api/background", room.background),
            web.get("/api/characters", room.characters),
            web.post("/api/characters", room.from_words),
            web.post("/api/pictures", room.from_picture),
            web.get("/api/characters/{id}", room.character),
            web.delete("/api/characters/{id}", room.forget),
            web.post("/api/characters/{id}/keep", room.keep),
            web.get("/api/characters/{id}/portrait", room.portrait),
            web.get("/api/characters/{id}/puppet", room.puppet),
            web.get("/api/characters/{id}/student", room.student),
            web.get("/api/characters/{id}/signs", room.signs),
            web.get("/api/characters/{id}/caption", room.caption),
            web.post("/api/animojis", room.make),
            web.get("/api/animojis/{job}", room.file),
            web.post("/api/animojis/{job}/cancel", room.cancel),
            web.post("/api/animojis/{job}/share", room.share),
            web.get("/api/animojis/{job}/events", room.events),
        ]
    )

    async def close(_: web.Application) -> None:
        await previews.close()

    app.on_cleanup.append(close)
    return app


class _Room:
    """The handlers."""

    def __init__(
        self,
        backend: Backend,
        guard: Guard,
        doors: Doors,
        previews: Previews,
        tell: Tell,
        rooms: Rooms,
        *,
        is_framed: bool,
    ) -> None:
        self._backend = backend
        self._guard = guard
        self._doors = doors
        self._previews = previews
        self._is_framed = is_framed
        self._tell = tell
        self._rooms = rooms

    async def page(self, request: web.Request) -> web.Response:
        if self._is_framed and "frame_id" in request.query:  # as Discord opens it
            return self._doors.page(request, FRAMED)
        self._guard.guest(request)
        return self._doors.page(request, STUDIO)

    async def welcome(self, request: web.Request) -> web.Response:
        guest = self._guard.guest(request)
        found = await self._backend.welcome(guest)
        return web.json_response(
            {
                "language": guest.language,
                "first": self._rooms.own(guest) or found.first,
                "place": found.place,
                "room": None if guest.seat is None else "window" if guest.seat.is_window else "frame",
            }
        )

    # ---- what there is to choose from ----

    async def catalogue(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        return (await self._previews.catalogue()).answer(request)

    async def motion(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        return (await self._previews.motion(request.match_info["name"])).answer(request)

    async def background(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        size = request.query.get("size", "")
        wanted = int(size) if size.isdecimal() and len(size) < 5 else 0
        return (await self._previews.background(request.query.get("name", ""), wanted)).answer(request)

    # ---- characters ----

    async def characters(self, request: web.Request) -> web.Response:
        entries = await self._backend.characters(self._guard.guest(request))
        return web.json_response({"characters": [self._shown(entry, request) for entry in entries]})

    async def from_words(self, request: web.Request) -> web.Response:
        guest, data = self._guard.guest(request), await _object(request)
        prompt, seed = data.get("prompt", ""), data.get("seed", 0)
        if not isinstance(prompt, str):
            raise OrderError(reason="prompt")
        if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < _SEEDS:
            raise OrderError(reason="seed")
        return web.json_response(self._shown(await self._backend.from_words(guest, prompt, seed), request))

    async def from_picture(self, request: web.Request) -> web.Response:
        guest, face = self._guard.guest(request), _face(request.query.get("face"))
        with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
            picture = Path(folder) / "picture"
            await _receive(request, picture)
            entry = await self._backend.from_picture(guest, picture, face)
        return web.json_response(self._shown(entry, request))

    async def character(self, request: web.Request) -> web.Response:
        entry = await self._backend.character(self._guard.guest(request), request.match_info["id"])
        return web.json_response(self._shown(entry, request))

    async def keep(self, request: web.Request) -> web.Response:
        entry = await self._backend.keep(self._guard.guest(request), request.match_info["id"])
        return web.json_response(self._shown(entry, request))

    async def forget(self, request: web.Request) -> web.Response:
        await self._backend.forget(self._guard.guest(request), request.match_info["id"])
        return web.Response(status=204)

    async def portrait(self, request: web.Request) -> web.Response:
        return (await self._of_character(request, self._previews.portrait)).answer(request)

    async def puppet(self, request: web.Request) -> web.Response:
        return (await self._of_character(request, self._previews.puppet)).answer(request)

    async def signs(self, request: web.Request) -> web.Response:
        return (await self._of_character(request, self._previews.signs)).answer(request)

    async def student(self, request: web.Request) -> web.Response:
        """A picture character's student or preview, or nothing where there is none (yet)."""
        return answer(await self._of_character(request, self._previews.student), request)

    async def caption(self, request: web.Request) -> web.Response:
        entry = await self._backend.character(self._guard.guest(request), request.match_info["id"])
        text, framing = request.query.get("text", ""), request.query.get("framing", "bust")
        return (await self._previews.caption(entry.character, text, framing)).answer(request)

    async def _of_character(self, request: web.Request, make: Callable[[Character], Awaitable[Made]]) -> Made:
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

    async def share(self, request: web.Request) -> web.Response:
        guest, data = self._guard.guest(request), await _object(request)
        await self._backend.share(guest, request.match_info["job"], hidden=data.get("hidden") is True)
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
            await tell("done", self._report(request, await self._backend.result(guest, job)))
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

    def _shown(self, entry: Entry, request: web.Request) -> dict[str, Any]:
        character = entry.character
        language = language_of(request)
        return {
            "id": entry.id,
            "kind": character.kind.value,
            "name": entry.name,
            "kept": entry.kept,
            "prompt": character.prompt,
            "words": "" if character.spec is None else appearance(character.spec, language),
            "ignored": list(entry.ignored),
            "notices": [self._tell(notice, language) for notice in entry.notices],
        }

    def _report(self, request: web.Request, result: AnimojiResult) -> dict[str, Any]:
        return {
            "bytes": len(result.data),
            "frames": result.frames,
            "fps": result.fps,
            "size": result.size,
            "seconds": result.seconds_of_motion,
            "file": f"animemoji{result.format.extension}",
            "video": result.format in (Format.MP4, Format.WEBM),
            "notices": [self._tell(notice, language_of(request)) for notice in result.notices],
        }


def _step(step: Progress) -> dict[str, Any]:
    done = step.fraction if step.whole is None else step.whole
    return {"stage": step.stage.value, "done": done, "left": step.seconds_left}


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
