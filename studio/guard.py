"""What every request has to pass, and what every answer carries."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Final

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware

from pipeline import UserError
from studio.backend import Guest
from studio.errors import BrokenError, LinkError, LongRequestError, NoSessionError
from studio.links import Sessions
from studio.texts import Explain, explained, nearest

log = logging.getLogger(__name__)

MOST_BYTES: Final = 64 * 1024
"""Of a request's body, except for a picture's."""
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; "
        "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors {parents}"
    ),
    "Permissions-Policy": "camera=(self), microphone=(self)",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_READS: Final = frozenset({hdrs.METH_GET, hdrs.METH_HEAD})


@dataclass(frozen=True)
class Site:
    """Where the page is.

    Attributes:
        origins: as browsers write them: "http://127.0.0.1:8000". No other page may talk to the studio.
        cookie: the name of the session's cookie; browsers do not tell ports apart, so each studio has its own.
        parents: the origins of the pages that may frame it.
    """

    origins: tuple[str, ...]
    cookie: str = "animemoji-studio"
    parents: tuple[str, ...] = ()

    @property
    def hosts(self) -> frozenset[str]:
        """What may stand in a Host header."""
        return frozenset(origin.partition("://")[2] for origin in self.origins)

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach it by HTTPS alone."""
        return all(origin.startswith("https://") for origin in self.origins)


class Guard:
    """Refuses what comes from elsewhere, knows guests by their cookie, and turns errors into sentences."""

    def __init__(self, site: Site, sessions: Sessions, explain: Explain) -> None:
        self._site = site
        self._sessions = sessions
        self._explain = explain
        parents = " ".join(site.parents) or "'none'"
        self._headers = {name: value.replace("{parents}", parents) for name, value in _HEADERS.items()}

    def middleware(self) -> Middleware:
        """For ``web.Application``."""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            answer = await self._answer(request, handler)
            if not answer.prepared:
                answer.headers.update(self._headers)
                answer.headers.setdefault(hdrs.CACHE_CONTROL, "no-store")
            return answer

        return guard

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        # A name of somebody else's that leads to this machine (DNS rebinding) is not ours.
        if request.host not in self._site.hosts:
            return web.Response(status=421, text="This is not the address of the studio.\n")
        if self._is_foreign(request):
            return web.Response(status=403, text="Another page may not talk to the studio.\n")
        try:
            return await handler(request)
        except (LinkError, NoSessionError) as error:
            return self.sentence(request, error, 401)
        except web.HTTPRequestEntityTooLarge:
            return self.sentence(request, LongRequestError(limit=f"{MOST_BYTES // 1024} KiB"), 413)
        except LongRequestError as error:
            return self.sentence(request, error, 413)
        except UserError as error:
            return self.sentence(request, error, 422)
        except web.HTTPException as error:
            return web.Response(status=error.status, text=f"{error.reason}\n")
        except Exception:
            log.exception("%s %s failed", request.method, request.path)
            return self.sentence(request, BrokenError(), 500)

    def guest(self, request: web.Request) -> Guest:
        """Who asks. Raises NoSessionError."""
        guest = self._sessions.guest(request.cookies.get(self._site.cookie, ""))
        if guest is None:
            raise NoSessionError
        return guest

    def _is_foreign(self, request: web.Request) -> bool:
        origin = request.headers.get(hdrs.ORIGIN)
        if origin is None:
            return request.method not in _READS
        return origin not in self._site.origins

    def explain(self, request: web.Request, error: UserError) -> str:
        """One sentence in the language that the request asks for."""
        return explained(error, language_of(request), self._explain)

    def sentence(self, request: web.Request, error: UserError, status: int) -> web.Response:
        """An error as an answer: JSON for the page, words for a person who opens an address."""
        said = self.explain(request, error)
        if request.path.startswith("/api/"):
            return web.json_response({"error": said, "key": error.key}, status=status)
        return web.Response(status=status, text=said + "\n")


def language_of(request: web.Request) -> str:
    """The language that the page, or else the browser, asks for."""
    return nearest(request.headers.get(hdrs.ACCEPT_LANGUAGE, ""))
