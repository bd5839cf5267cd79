"""Where previews of picture characters are made: beside the engine, one at a time, in a process that ends with each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pipeline.distil import bake_preview, can_distil
from pipeline.engine.distiller import has_room, run_alone
from pipeline.engine.process import PipelineProcess
from pipeline.types import Character, OnProgress, PipelineSettings, Preview, PreviewRequest

_SECONDS: Final = 600.0
"""That one may take: it takes 10 to 30, but the first time on a machine the networks are compiled for it."""

Bake = Callable[[PreviewRequest, PipelineSettings, OnProgress], Preview]


class Baker:
    """Makes previews.

    Args:
        settings: name the teacher's weights.
        folder: where its process gets a folder of its own; None for the system's place for temporary files.
        shelf: where previews are kept, beside students; None keeps none, so that a stranger's picture leaves nothing.
        bake: a function of a module, which runs in the process.
        is_able: whether all is here that ``bake`` needs.
    """

    def __init__(
        self,
        settings: PipelineSettings,
        folder: Path | None = None,
        shelf: Path | None = None,
        bake: Bake = bake_preview,
        is_able: Callable[[PipelineSettings], bool] = can_distil,
    ) -> None:
        self._settings = settings
        self._folder = folder
        self._shelf = shelf
        self._bake = bake
        self._is_able = is_able
        self._turn = asyncio.Lock()

    def is_able(self) -> bool:
        """Whether the teacher is here. It reads files, so it is not for the event loop."""
        return self._is_able(self._settings)

    async def preview(self, character: Character) -> bytes | None:
        """The preview of a picture character, made if it is not there; None where that cannot be done here and now.

        Raises:
            UserError: none can be made of this picture.
            PipelineError: the process died, took too long, or there is a bug.
        """
        async with self._turn:
            if (kept := await asyncio.to_thread(self._kept, character)) is not None:
                return kept
            if not await asyncio.to_thread(self._can):
                return None
            process = PipelineProcess(self._bake, self._settings, folder=self._folder)
            made = await run_alone(process, PreviewRequest(character), lambda _: None, _SECONDS)
            await asyncio.to_thread(self._keep, character, made)
            return made.data

    def _kept(self, character: Character) -> bytes | None:
        from pipeline.posers.student.shelf import kept_preview

        return None if self._shelf is None else kept_preview(character, self._shelf)

    def _keep(self, character: Character, made: Preview) -> None:
        from pipeline.posers.student.shelf import keep_preview

        if self._shelf is not None:
            keep_preview(character, self._shelf, made.data)

    def _can(self) -> bool:
        return has_room() and self.is_able()
