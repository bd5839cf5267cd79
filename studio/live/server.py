"""The live pages as one aiohttp application: a stage for whoever has its address, and the controls for one person."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from aiohttp import WSMsgType, web

from pipeline import BACKGROUND_NAMES, FRAMINGS, POSE_PARAMETERS, Character, packed_carrying
from studio.bakery import Baker
from studio.doors import Doors
from studio.errors import OrderError, UnknownStageError
from studio.files import answer
from studio.guard import Guard, Site
from studio.links import Links, Sessions
from studio.live.setting import SMOOTHING_RANGES, Input
from studio.live.show import Show
from studio.pages import CONTROLS
from studio.previews import SIZE, Previews
from studio.relay import MOST_WORDS, converse
from studio.texts import Explain, in_english, languages
from studio.wire import unpack, unpack_words


def live_app(
    show: Show,
    character: Character,
    stage: str,
    links: Links,
    site: Site,
    explain: Explain = in_english,
    vision: Mapping[str, Path] = MappingProxyType({}),
    students: Path | None = None,
    baker: Baker | None = None,
) -> web.Application:
    """The stage, the controls, and what they ask for.

    Args:
        show: what is played; it runs for as long as the application.
        character: who plays it.
        stage: the secret in the stage's address, ``/stage/SECRET``: whoever has it may watch, and nothing else.
        links: who may control; they open ``/s/TOKEN``.
        site, explain, vision, students, baker: as for ``studio_app``.
    """
    sessions = Sessions()
    guard = Guard(site, sessions, explain)
    previews = Previews(follows_faces=bool(vision), students=students, baker=baker)
    doors = Doors(links, sessions, site, guard, vision, previews)
    room = _Room(show, character, stage, guard, doors, previews, follows=bool(vision))
    app = web.Application(middlewares=[guard.middleware()], client_max_size=MOST_WORDS)
    app.add_routes(
        [
            *doors.routes(),
            web.get("/", room.controls),
            web.get("/api/live", room.choices),
            web.get("/api/live/line", room.controlled),
            web.get("/stage/{stage}", room.stage),
            web.get("/api/stage/{stage}", room.who),
            web.get("/api/stage/{stage}/puppet", room.puppet),
            web.get("/api/stage/{stage}/student", room.student),
            web.get("/api/stage/{stage}/background", room.background),
            web.get("/api/stage/{stage}/line", room.watched),
        ]
    )

    async def playing(_: web.Application) -> Any:
        task = asyncio.create_task(show.run())
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await previews.close()

    app.cleanup_ctx.append(playing)
    return app


class _Room:
    """The handlers."""

    def __init__(
        self,
        show: Show,
        character: Character,
        stage: str,
        guard: Guard,
        doors: Doors,
        previews: Previews,
        *,
        follows: bool,
    ) -> None:
        self._show = show
        self._character = character
        self._stage = stage
        self._guard = guard
        self._doors = doors
        self._previews = previews
        self._follows = follows

    # ---- the stage ----

    async def stage(self, request: web.Request) -> web.Response:
        self._watches(request)
        return self._doors.file(request, "live/stage.html")

    async def who(self, request: web.Request) -> web.Response:
        """Of what kind the character is, and what drawing it takes beside its puppet or student."""
        self._watches(request)
        return web.json_response(
            {
                "kind": self._character.kind.value,
                "names": [parameter.name for parameter in POSE_PARAMETERS],
                "framings": {name: [each.x, each.y, each.side] for name, each in FRAMINGS.items()},
                "carrying": None if self._character.picture is None else packed_carrying(),
            }
        )

    async def puppet(self, request: web.Request) -> web.Response:
        self._watches(request)
        return (await self._previews.puppet(self._character)).answer(request)

    async def student(self, request: web.Request) -> web.Response:
        self._watches(request)
        return answer(await self._previews.student(self._character), request)

    async def background(self, request: web.Request) -> web.Response:
        self._watches(request)
        size = SIZE // 4 if "small" in request.query else SIZE
        return (await self._previews.background(request.query.get("name", ""), size)).answer(request)

    async def watched(self, request: web.Request) -> web.WebSocketResponse:
        """Poses and states for a stage, which has nothing to say."""
        self._watches(request)
        return await self._line(request, may_speak=False)

    def _watches(self, request: web.Request) -> None:
        if not secrets.compare_digest(request.match_info["stage"].encode(), self._stage.encode()):
            raise UnknownStageError

    # ---- the controls ----

    async def controls(self, request: web.Request) -> web.Response:
        self._guard.guest(request)
        return self._doors.page(request, CONTROLS)

    async def choices(self, request: web.Request) -> web.Response:
        """What there is to choose from, and where the stage is."""
        self._guard.guest(request)
        return web.json_response(
            {
                "stage": self._stage,
                "languages": list(languages()),
                "names": [parameter.name for parameter in POSE_PARAMETERS],
                "inputs": [each.value for each in Input],
                "framings": list(FRAMINGS),
                "backgrounds": list(BACKGROUND_NAMES),
                "smoothing": SMOOTHING_RANGES,
                "follows": self._follows,
            }
        )

    async def controlled(self, request: web.Request) -> web.WebSocketResponse:
        """The same for the controls, which say what they see and choose."""
        self._guard.guest(request)
        return await self._line(request, may_speak=True)

    async def _line(self, request: web.Request, *, may_speak: bool) -> web.WebSocketResponse:
        with self._show.channel.watch() as watcher:
            self._show.tell_state()
            return await converse(request, watcher, self._hear if may_speak else None, self._guard.explain)

    async def _hear(self, kind: WSMsgType, data: Any) -> None:
        if kind is WSMsgType.BINARY:
            self._show.see(*unpack(data))
        elif kind is WSMsgType.TEXT:
            await self._do(unpack_words(data))

    async def _do(self, said: dict[str, Any]) -> None:
        match said:
            case {"change": dict(changes)}:
                await self._show.change(changes)
            case {"calibrate": True}:
                self._show.calibrate()
            case {"lost": True}:
                self._show.lose()
            case _:
                raise OrderError(reason="unknown")
