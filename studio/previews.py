"""What the page shows of a character and its dress, made off the event loop and kept for a while."""

from __future__ import annotations

import asyncio
import base64
import json
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from pipeline import (
    FRAMINGS,
    Character,
    browser_student,
    draw_portrait,
    limits,
    packed_blendshapes,
    packed_carrying,
    packed_emotions,
    packed_head_place,
    packed_one_euro,
    packed_signs,
    picture_webp,
    preview_background,
    preview_caption,
    preview_motion,
    puppet_bytes,
    sign_puppet_bytes,
)
from studio.bakery import Baker, Bakery
from studio.catalogue import catalogue
from studio.errors import OrderError
from studio.files import Packed
from studio.orders import pack_rows

PORTRAIT_SIZE: Final = 256
SIZE: Final = 320
"""Width and height in pixels of what is shown behind and on a character."""
FPS: Final = 25.0
"""Of motions as the page plays them."""
_JSON: Final = "application/json; charset=utf-8"
_WEBP: Final = "image/webp"
_BYTES: Final = "application/octet-stream"
_KEPT: Final = 200
_KEPT_BYTES: Final = 100 * 2**20
"""Previews that are kept, and their bytes; a puppet has about 400 kB, packed and as it is, a student up to 4 MB."""
_THREADS: Final = 2


class Previews:
    """Makes each preview once, in threads of its own. ``close`` ends them."""

    def __init__(
        self, *, follows_faces: bool = False, students: Path | None = None, baker: Baker | None = None
    ) -> None:
        """Previews to be.

        Args:
            follows_faces: whether the page can follow a face, see ``vision_files``.
            students: the folder in which students of picture characters are.
            baker: makes what is shown of those that have none.
        """
        self._follows_faces = follows_faces
        self._students = students
        self._bakery = Bakery(baker)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="studio")
        self._made: OrderedDict[Hashable, asyncio.Future[Packed]] = OrderedDict()

    async def close(self) -> None:
        """Gives up what is not begun."""
        await self._bakery.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def catalogue(self) -> Packed:
        """All that there is to choose from."""
        return await self._once("catalogue", lambda: _packed_json(catalogue() | {"follows": self._follows_faces}))

    async def blendshapes(self) -> Packed:
        """How what a tracker sees becomes poses (docs/puppet.md)."""
        return await self._once("blendshapes", lambda: _packed_json(packed_blendshapes()))

    async def steady(self) -> Packed:
        """How poses that come one after the other become steady (docs/puppet.md)."""
        return await self._once("steady", lambda: _packed_json(packed_one_euro()))

    async def face(self) -> Packed:
        """What a face that is seen tells beside its pose (docs/puppet.md)."""
        return await self._once("face", _face)

    async def vowels(self) -> Packed:
        """How vowels sound (docs/puppet.md)."""
        return await self._once("vowels", _vowels)

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

    async def signs(self, character: Character) -> Packed:
        """What the browser draws the signs of comics of a picture character with."""
        return await self._once(("signs", character), partial(_signs, character))

    async def student(self, character: Character) -> Packed | HTTPStatus:
        """What the browser draws a picture character with: its student, or until it has one a preview.

        Returns:
            That, or why it is not there: ACCEPTED while a preview is made, NO_CONTENT where there is none.
        """
        if self._students is not None:
            with suppress(_NoStudentError):
                return await self._once(("student", character), partial(_student, character, self._students))
        return self._bakery.find(character)

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
        self._made.move_to_end(key)
        try:
            return await asyncio.shield(made)
        except Exception:
            self._made.pop(key, None)
            raise
        finally:
            self._tidy()

    def _tidy(self) -> None:
        """Forgets what was not asked for the longest, until there is room; what was asked for last stays."""
        sizes = {key: _size(made) for key, made in self._made.items()}
        size = sum(sizes.values())
        while len(self._made) > 1 and (len(self._made) > _KEPT or size > _KEPT_BYTES):
            oldest, _ = self._made.popitem(last=False)
            size -= sizes[oldest]


def _size(made: asyncio.Future[Packed]) -> int:
    """Bytes, as far as they are there."""
    if not made.done() or made.cancelled() or made.exception():
        return 0
    return len(made.result().body) + len(made.result().packed)


def _packed_json(value: Any) -> Packed:
    return Packed.of(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode(), _JSON)


def _face() -> Packed:
    return _packed_json(
        {
            "format": "animemoji.face",
            "version": 2,
            "place": packed_head_place(),
            "carrying": packed_carrying(),
            "emotions": packed_emotions(),
            "signs": packed_signs(),
        }
    )


def _vowels() -> Packed:
    from pipeline import packed_vowels  # it brings SciPy

    return _packed_json(packed_vowels())


def _motion(name: str) -> Packed:
    track = preview_motion(name, FPS)
    signs = [{"name": sign.name, "start": sign.start, "end": sign.end} for sign in track.gestures]
    return _packed_json({"fps": track.fps, "poses": pack_rows(track.poses), "loops": track.loops, "signs": signs})


def _background(name: str, size: int) -> Packed:
    picture = preview_background(name, size)
    if picture is None:
        raise OrderError(reason="background")
    return Packed.of(picture, _WEBP)


def _portrait(character: Character) -> Packed:
    return Packed.of(picture_webp(draw_portrait(character, PORTRAIT_SIZE, FRAMINGS["bust"])), _WEBP)


def _puppet(character: Character) -> Packed:
    return Packed.of(puppet_bytes(character), _JSON)


def _signs(character: Character) -> Packed:
    return Packed.of(sign_puppet_bytes(character), _JSON)


class _NoStudentError(Exception):
    """It is not remembered that there is none: one may be made meanwhile."""


def _student(character: Character, folder: Path) -> Packed:
    data = browser_student(character, folder)
    if data is None:
        raise _NoStudentError
    return Packed.of(data, _BYTES)


def _caption(character: Character, text: str, framing: str) -> Packed:
    made = preview_caption(character, text, FRAMINGS[framing], SIZE)
    letters = "data:image/webp;base64," + base64.b64encode(picture_webp(made.letters)).decode()
    shown = made.framing
    return _packed_json({"letters": letters if text.strip() else None, "framing": [shown.x, shown.y, shown.side]})
