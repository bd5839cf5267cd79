"""What the page shows of a character and its dress, made off the event loop and kept for a while."""

from __future__ import annotations

import asyncio
import base64
import json
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Final

from pipeline import (
    FRAMINGS,
    Character,
    draw_portrait,
    limits,
    packed_blendshapes,
    picture_webp,
    preview_background,
    preview_caption,
    preview_motion,
    puppet_bytes,
)
from studio.catalogue import catalogue
from studio.errors import OrderError
from studio.files import Packed
from studio.orders import pack_poses

PORTRAIT_SIZE: Final = 256
SIZE: Final = 320
"""Width and height in pixels of what is shown behind and on a character."""
FPS: Final = 25.0
"""Of motions as the page plays them."""
_JSON: Final = "application/json; charset=utf-8"
_WEBP: Final = "image/webp"
_KEPT: Final = 200
"""Previews that are kept; a puppet has about 400 kB, packed and as it is."""
_THREADS: Final = 2


class Previews:
    """Makes each preview once, in threads of its own. ``close`` ends them."""

    def __init__(self, *, follows_faces: bool = False) -> None:
        """``follows_faces``: whether the page can follow a face, see ``vision_files``."""
        self._follows_faces = follows_faces
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="studio")
        self._made: OrderedDict[Hashable, asyncio.Future[Packed]] = OrderedDict()

    def close(self) -> None:
        """Gives up what is not begun."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def catalogue(self) -> Packed:
        """All that there is to choose from."""
        return await self._once("catalogue", lambda: _packed_json(catalogue() | {"follows": self._follows_faces}))

    async def blendshapes(self) -> Packed:
        """How what a tracker sees becomes poses (docs/puppet.md)."""
        return await self._once("blendshapes", lambda: _packed_json(packed_blendshapes()))

    async def motion(self, name: str) -> Packed:
        """A preset. Raises UnknownPresetError."""
        return await self._once(("motion", name), partial(_motion, name))

    async def background(self, name: str, size: int) -> Packed:
        """A background that is not transparent. Raises BackgroundError, OrderError."""
        if len(name) > limits.BACKGROUND_LENGTH or size not in (SIZE, SIZE // 4):
            raise OrderError(reason="background")
        return await self._once(("background", name, size), partial(_background, name, size))

    async def portrait(self, character: Character) -> Packed:
        """The character's portrait."""
        return await self._once(("portrait", character), partial(_portrait, character))

    async def puppet(self, character: Character) -> Packed:
        """What the browser draws a character with. Raises NoPuppetError."""
        return await self._once(("puppet", character), partial(_puppet, character))

    async def caption(self, character: Character, text: str, framing: str) -> Packed:
        """The letters of a caption, and what is shown of the character above them. Raises CaptionError, OrderError."""
        if framing not in FRAMINGS:
            raise OrderError(reason="framing")
        return await self._once(("caption", character, text, framing), partial(_caption, character, text, framing))

    async def _once(self, key: Hashable, make: Callable[[], Packed]) -> Packed:
        made = self._made.get(key)
        if made is None:
            made = asyncio.get_running_loop().run_in_executor(self._threads, make)
            self._made[key] = made
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        try:
            return await asyncio.shield(made)
        except Exception:
            self._made.pop(key, None)
            raise


def _packed_json(value: Any) -> Packed:
    return Packed.of(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode(), _JSON)


def _motion(name: str) -> Packed:
    track = preview_motion(name, FPS)
    signs = [{"name": sign.name, "start": sign.start, "end": sign.end} for sign in track.gestures]
    return _packed_json({"fps": track.fps, "poses": pack_poses(track.poses), "loops": track.loops, "signs": signs})


def _background(name: str, size: int) -> Packed:
    picture = preview_background(name, size)
    if picture is None:
        raise OrderError(reason="background")
    return Packed.of(picture, _WEBP)


def _portrait(character: Character) -> Packed:
    return Packed.of(picture_webp(draw_portrait(character, PORTRAIT_SIZE, FRAMINGS["bust"])), _WEBP)


def _puppet(character: Character) -> Packed:
    return Packed.of(puppet_bytes(character), _JSON)


def _caption(character: Character, text: str, framing: str) -> Packed:
    made = preview_caption(character, text, FRAMINGS[framing], SIZE)
    letters = "data:image/webp;base64," + base64.b64encode(picture_webp(made.letters)).decode()
    shown = made.framing
    return _packed_json({"letters": letters if text.strip() else None, "framing": [shown.x, shown.y, shown.side]})
