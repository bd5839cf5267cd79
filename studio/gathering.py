"""What pages ask for where people see each other's characters: a line into the room, and the characters there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

from aiohttp import WSMsgType, web

from pipeline import Character, UserError
from studio.activity import Porter
from studio.backend import Backend, Guest
from studio.errors import LeftRoomError, OrderError
from studio.files import answer
from studio.guard import Guard
from studio.previews import Previews
from studio.relay import Watcher, converse
from studio.rooms import RoomLine, Rooms
from studio.wire import unpack_words

Made = TypeVar("Made")
LOOKED_AFTER: Final = 60.0
"""Seconds after which is asked again whether somebody is still in the activity."""


class Gathering:
    """The handlers."""

    def __init__(self, rooms: Rooms, porter: Porter, backend: Backend, guard: Guard, previews: Previews) -> None:
        self._rooms = rooms
        self._porter = porter
        self._backend = backend
        self._guard = guard
        self._previews = previews

    def routes(self) -> list[web.RouteDef]:
        """For ``web.Application``."""
        return [
            web.get("/api/room/line", self.line),
            web.get(r"/api/room/people/{number:\d{1,3}}/puppet", self.puppet),
            web.get(r"/api/room/people/{number:\d{1,3}}/student", self.student),
            web.get(r"/api/room/people/{number:\d{1,3}}/portrait", self.portrait),
            web.get(r"/api/room/people/{number:\d{1,3}}/signs", self.signs),
        ]

    async def line(self, request: web.Request) -> web.WebSocketResponse:
        """Poses and who is there, both ways. Who may not stay is told why."""
        guest = self._guard.guest(request)
        try:
            await self._check(guest)
            with self._rooms.enter(guest) as line:

                async def hear(kind: WSMsgType, data: Any) -> None:
                    if kind is WSMsgType.BINARY:
                        line.hear(data)
                    elif kind is WSMsgType.TEXT:
                        await self._do(guest, line, unpack_words(data))

                looking = asyncio.create_task(self._look_after(guest, line.watcher, request))
                try:
                    return await converse(request, line.watcher, hear, self._guard.explain)
                finally:
                    looking.cancel()
                    await asyncio.gather(looking, return_exceptions=True)
        except UserError as error:
            nobody = Watcher()
            nobody.show_out(self._guard.explain(request, error))
            return await converse(request, nobody, None, self._guard.explain)

    async def puppet(self, request: web.Request) -> web.Response:
        """What somebody's drawn character is drawn with."""
        return (await self._of(request, self._previews.puppet)).answer(request)

    async def student(self, request: web.Request) -> web.Response:
        """The same for a picture, or nothing where it has neither student nor preview."""
        return answer(await self._of(request, self._previews.student), request)

    async def portrait(self, request: web.Request) -> web.Response:
        """Somebody's character, still."""
        return (await self._of(request, self._previews.portrait)).answer(request)

    async def signs(self, request: web.Request) -> web.Response:
        """What the signs of comics of somebody's picture character are drawn with."""
        return (await self._of(request, self._previews.signs)).answer(request)

    async def _do(self, guest: Guest, line: RoomLine, said: dict[str, Any]) -> None:
        """What a page says of its person's character. Raises OrderError, UnknownCharacterError."""
        match said:
            case {"show": str(name)}:
                line.show(await self._backend.character(guest, name))
            case {"signs": list(names)}:
                line.sign(names)
            case _:
                raise OrderError(reason="unknown")

    async def _of(self, request: web.Request, make: Callable[[Character], Awaitable[Made]]) -> Made:
        guest = self._guard.guest(request)
        owner, name = self._rooms.shown(guest, int(request.match_info["number"]))
        return await make((await self._backend.character(owner, name)).character)

    async def _check(self, guest: Guest) -> None:
        """Raises LeftRoomError."""
        if guest.seat is None or not await self._porter.is_there(guest.seat):
            raise LeftRoomError

    async def _look_after(self, guest: Guest, watcher: Watcher, request: web.Request) -> None:
        while True:
            await asyncio.sleep(LOOKED_AFTER)
            try:
                await self._check(guest)
            except UserError as error:
                watcher.show_out(self._guard.explain(request, error))
                return
