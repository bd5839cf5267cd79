"""What the page is made of, read once and served packed."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final

from aiohttp import hdrs, web

STATIC: Final = Path(__file__).parent / "static"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
}
_PACKABLE: Final = ("text/", "application/json", "image/svg")
_WORTH_PACKING: Final = 400
"""Bytes; shorter bodies are sent as they are."""


@dataclass(frozen=True)
class Packed:
    """A body, as it is and packed, with the tag by which a browser knows that it has it already."""

    body: bytes
    packed: bytes
    kind: str
    tag: str

    @classmethod
    def of(cls, body: bytes, kind: str) -> Packed:
        """Packs a body; takes some milliseconds for a puppet."""
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        is_worth_it = len(body) > _WORTH_PACKING and kind.startswith(_PACKABLE)
        return cls(body, gzip.compress(body, 9, mtime=0) if is_worth_it else b"", kind, tag)

    def answer(self, request: web.Request) -> web.Response:
        """The answer to a request: nothing but the tag where the browser has it already."""
        headers = {hdrs.ETAG: self.tag, hdrs.CACHE_CONTROL: "private, no-cache", hdrs.VARY: hdrs.ACCEPT_ENCODING}
        if request.headers.get(hdrs.IF_NONE_MATCH) == self.tag:
            return web.Response(status=304, headers=headers)
        headers[hdrs.CONTENT_TYPE] = self.kind
        body = self.body
        if self.packed and "gzip" in request.headers.get(hdrs.ACCEPT_ENCODING, ""):
            headers[hdrs.CONTENT_ENCODING] = "gzip"
            body = self.packed
        return web.Response(body=body, headers=headers)


def answer(found: Packed | HTTPStatus, request: web.Request) -> web.Response:
    """The answer to a request for what may not be there."""
    return found.answer(request) if isinstance(found, Packed) else web.Response(status=found)


def read_static(folder: Path = STATIC) -> dict[str, Packed]:
    """All files that the page may ask for, by their path below ``folder``; nothing else is ever read."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in _TYPES)
    return {path.relative_to(folder).as_posix(): Packed.of(path.read_bytes(), _TYPES[path.suffix]) for path in paths}
