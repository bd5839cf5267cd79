"""The CDN: uploads and attachments under signed addresses that expire, emoji and stickers under plain ones."""

from __future__ import annotations

import hashlib
import hmac
import io
import secrets
import time
from typing import Final
from urllib.parse import quote

from aiohttp import web
from PIL import Image, ImageSequence

from tests.discord_server.state import Attachment, World

_CHUNK: Final = 256 * 1024
_GONE: Final = "This content is no longer available."


class Cdn:
    """``lifetime``: seconds for which a new address works."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._key = secrets.token_bytes(16)
        self.base = ""
        self.lifetime = 24 * 3600.0
        self.downloads = 0

    def url(self, attachment: Attachment) -> str:
        """A signed address of this file: expiry, issue time and signature as in Discord's ``ex``, ``is``, ``hm``."""
        folder = "ephemeral-attachments" if attachment.ephemeral else "attachments"
        path = f"/{folder}/{attachment.channel_id}/{attachment.id}/{quote(attachment.filename)}"
        issued = int(time.time())
        expires = f"{max(0, int(time.time() + self.lifetime)):x}"
        return f"{self.base}{path}?ex={expires}&is={issued:x}&hm={self._sign(attachment.id, expires)}&"

    def _sign(self, attachment_id: int, expires: str) -> str:
        return hmac.new(self._key, f"{attachment_id}:{expires}".encode(), hashlib.sha256).hexdigest()

    async def attachment(self, request: web.Request) -> web.StreamResponse:
        attachment = self._world.attachments.get(int(request.match_info["attachment_id"]))
        expires = request.query.get("ex", "0")
        if attachment is None:
            return web.Response(status=404, text=_GONE)
        signed = hmac.compare_digest(request.query.get("hm", ""), self._sign(attachment.id, expires))
        if not signed or int(expires, 16) <= time.time():
            return web.Response(status=403, text=_GONE)
        self.downloads += 1
        response = web.StreamResponse(headers={"Content-Type": attachment.content_type})
        response.content_length = len(attachment.data)
        await response.prepare(request)
        for start in range(0, len(attachment.data), _CHUNK):
            await response.write(attachment.data[start : start + _CHUNK])
        return response

    async def emoji(self, request: web.Request) -> web.Response:
        """An emoji; ``.gif`` exists only where the upload was a GIF."""
        emoji_id, ending = int(request.match_info["emoji_id"]), request.match_info["ending"]
        everywhere = [self._world.emojis, *(guild.emojis for guild in self._world.guilds.values())]
        found = next((group[emoji_id] for group in everywhere if emoji_id in group), None)
        if found is None or ending not in ("png", "gif", "webp"):
            return web.Response(status=404)
        if ending == "gif" and found.content_type != "image/gif":
            return web.Response(status=415)
        if found.content_type == f"image/{ending}":
            return web.Response(body=found.image, content_type=found.content_type)
        return web.Response(body=_converted(found.image, ending), content_type=f"image/{ending}")

    async def sticker(self, request: web.Request) -> web.Response:
        sticker_id = int(request.match_info["sticker_id"])
        for guild in self._world.guilds.values():
            if sticker_id in guild.stickers:
                sticker = guild.stickers[sticker_id]
                kind = "image/gif" if sticker.format_type == 4 else "image/png"
                return web.Response(body=sticker.image, content_type=kind)
        return web.Response(status=404)


def _converted(data: bytes, ending: str) -> bytes:
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        frames = [frame.convert("RGBA") for frame in ImageSequence.Iterator(image)]
    frames[0].save(buffer, ending, save_all=ending == "webp", append_images=frames[1:] if ending == "webp" else [])
    return buffer.getvalue()
