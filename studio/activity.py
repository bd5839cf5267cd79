"""The studio inside Discord: a page in a frame there, whose guests Discord itself vouches for (docs/activity.md)."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from aiohttp import hdrs, web

from studio.backend import Guest, RoomSeat
from studio.errors import OrderError
from studio.guard import Guard, Site
from studio.links import Links, Sessions

_LONGEST: Final = 200
"""Letters of a code, or of an instance's name."""


@dataclass(frozen=True)
class Frame:
    """Where the page is framed.

    Attributes:
        application: Discord's id of the application.
        parents: the origins of the pages that may frame it, "https://discord.com" and the like.
    """

    application: str
    parents: tuple[str, ...]


@dataclass(frozen=True)
class Admission:
    """Somebody was let in.

    Attributes:
        guest: who, from where.
        token: what their Discord proves with that it is theirs.
    """

    guest: Guest
    token: str


class Porter(Protocol):
    """Lets people in whom Discord vouches for. Who comes in has a seat in the room of that instance."""

    async def admit(self, code: str, instance: str) -> Admission:
        """Who comes with this code, which works once, to this instance of the activity. Raises UserError."""
        ...

    async def is_there(self, seat: RoomSeat) -> bool:
        """Whether somebody is still where their seat is; True where that cannot be known just now."""
        ...


class Activity:
    """What the frame asks for."""

    def __init__(self, frame: Frame, porter: Porter) -> None:
        self.frame = frame
        self.porter = porter

    def routes(self, guard: Guard, sessions: Sessions, links: Links, site: Site) -> list[web.RouteDef]:
        """For ``web.Application``."""

        async def frame(_: web.Request) -> web.Response:
            return web.json_response({"application": self.frame.application, "parents": list(self.frame.parents)})

        async def enter(request: web.Request) -> web.Response:
            code, instance = await _asked(request)
            admission = await self.porter.admit(code, instance)
            answer = web.json_response({"token": admission.token})
            secret = sessions.open(admission.guest)
            # In a frame of another site a cookie is kept only if it may be, and apart from those of the site itself
            # (CHIPS); the standard library does not know the last word yet.
            kept = f"{site.cookie}={secret}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned"
            answer.headers.add(hdrs.SET_COOKIE, kept)
            return answer

        async def door(request: web.Request) -> web.Response:
            # A frame has no camera: the same guest goes on in a window of their own, which moves their character here.
            guest = guard.guest(request)
            seat = None if guest.seat is None else replace(guest.seat, is_window=True)
            token = links.token(replace(guest, seat=seat))
            return web.json_response({"address": f"{site.origins[0]}/s/{token}"})

        return [
            web.get("/api/activity", frame),
            web.post("/api/activity", enter),
            web.post("/api/activity/door", door),
        ]


async def _asked(request: web.Request) -> tuple[str, str]:
    try:
        data: Any = json.loads(await request.text())
        code, instance = data["code"], data["instance"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise OrderError(reason="no code") from error
    if not all(isinstance(each, str) and 0 < len(each) <= _LONGEST for each in (code, instance)):
        raise OrderError(reason="no code")
    return code, instance
