"""Previews of pictures that have no student yet: begun when a page asks for one, there some seconds later."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from http import HTTPStatus
from typing import Final, Protocol

from pipeline import Character, PipelineError, UserError
from studio.files import Packed

log = logging.getLogger(__name__)
_MOST: Final = 8
"""That are made or kept at once; a preview has 2 MB."""
_KIND: Final = "application/octet-stream"


class Baker(Protocol):
    """What makes previews: the pipeline's own, or a stand-in in tests."""

    async def preview(self, character: Character) -> bytes | None:
        """See ``pipeline.Baker``."""
        ...


class Bakery:
    """Has previews made. ``close`` ends it.

    Args:
        baker: makes them, one at a time; None where nobody does.
    """

    def __init__(self, baker: Baker | None) -> None:
        self._baker = baker
        self._made: OrderedDict[Character, asyncio.Task[Packed | None]] = OrderedDict()

    def find(self, character: Character) -> Packed | HTTPStatus:
        """A picture character's preview; else whether it is being made (ACCEPTED) or there is none (NO_CONTENT)."""
        if self._baker is None or character.picture is None:
            return HTTPStatus.NO_CONTENT
        making = self._made.get(character)
        if making is None:
            self._begin(self._baker, character)
            return HTTPStatus.ACCEPTED
        self._made.move_to_end(character)
        if not making.done():
            return HTTPStatus.ACCEPTED
        if (preview := making.result()) is None:
            del self._made[character]  # it may go better when somebody asks again
            return HTTPStatus.NO_CONTENT
        return preview

    async def close(self) -> None:
        """Gives up what is not done."""
        for making in self._made.values():
            making.cancel()
        await asyncio.gather(*self._made.values(), return_exceptions=True)

    def _begin(self, baker: Baker, character: Character) -> None:
        """Begins, if there is room; else whoever waits asks again."""
        if len(self._made) >= _MOST:
            done = next((each for each, making in self._made.items() if making.done()), None)
            if done is None:
                return
            del self._made[done]
        self._made[character] = asyncio.create_task(_baked(baker, character), name="preview")


async def _baked(baker: Baker, character: Character) -> Packed | None:
    try:
        data = await baker.preview(character)
    except UserError as error:
        log.info("a picture has no preview: %s", error)
    except PipelineError:
        log.exception("a preview failed")
    else:
        return None if data is None else await asyncio.to_thread(Packed.of, data, _KIND)
    return None
