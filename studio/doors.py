"""What every page of ours asks for: to be let in, its files, and what follows a face."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from aiohttp import hdrs, web

from studio.guard import Guard, Site
from studio.links import Links, Sessions
from studio.pages import Files, StudioPage
from studio.previews import Previews
from studio.vision import TYPES


class Doors:
    """Handlers that all pages have in common."""

    def __init__(
        self,
        links: Links,
        sessions: Sessions,
        site: Site,
        guard: Guard,
        vision: Mapping[str, Path],
        previews: Previews,
    ) -> None:
        self._links = links
        self._sessions = sessions
        self._site = site
        self._guard = guard
        self._vision = vision
        self._previews = previews
        self._files = Files()

    def routes(self) -> list[web.RouteDef]:
        """For ``web.Application``."""
        return [
            web.get("/s/{token}", self.enter, allow_head=False),  # who only looks whether it is there uses nothing up
            web.get("/static/{path:.+}", self.static),
            web.get("/vision/{path:.+}", self.vision),
            web.get("/api/blendshapes", self.blendshapes),
            web.get("/api/steady", self.steady),
            web.get("/api/face", self.face),
            web.get("/api/vowels", self.vowels),
        ]

    def page(self, request: web.Request, page: StudioPage) -> web.Response:
        """One of the pages."""
        return self._files.page(page).answer(request)

    def file(self, request: web.Request, path: str) -> web.Response:
        """A file by its path below ``static/``."""
        file = self._files.get(path)
        if file is None:
            raise web.HTTPNotFound
        return file.answer(request)

    async def enter(self, request: web.Request) -> web.Response:
        """Lets somebody in who has a link. Raises LinkError."""
        guest = self._links.take(request.match_info["token"])
        answer = web.Response(status=303, headers={hdrs.LOCATION: "/"})
        secret = self._sessions.open(guest)
        answer.set_cookie(
            self._site.cookie, secret, path="/", httponly=True, samesite="Lax", secure=self._site.is_secure
        )
        return answer

    async def static(self, request: web.Request) -> web.Response:
        """A file of the pages."""
        return self.file(request, request.match_info["path"])

    async def vision(self, request: web.Request) -> web.StreamResponse:
        """A file of what follows faces."""
        self._guard.guest(request)
        path = self._vision.get(request.match_info["path"])
        if path is None:
            raise web.HTTPNotFound
        headers = {hdrs.CACHE_CONTROL: "private, max-age=86400"}
        if kind := TYPES[path.suffix]:
            headers[hdrs.CONTENT_TYPE] = kind
        return web.FileResponse(path, headers=headers)

    async def blendshapes(self, request: web.Request) -> web.Response:
        """How what is seen becomes poses."""
        self._guard.guest(request)
        return (await self._previews.blendshapes()).answer(request)

    async def steady(self, request: web.Request) -> web.Response:
        """How poses become steady."""
        self._guard.guest(request)
        return (await self._previews.steady()).answer(request)

    async def face(self, request: web.Request) -> web.Response:
        """What a face that is seen tells beside its pose."""
        self._guard.guest(request)
        return (await self._previews.face()).answer(request)

    async def vowels(self, request: web.Request) -> web.Response:
        """How vowels sound."""
        self._guard.guest(request)
        return (await self._previews.vowels()).answer(request)
