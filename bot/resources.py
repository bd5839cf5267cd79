"""What every door opens before anybody comes in: the database, the engine, the blob store and a folder for work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StartupError
from bot.services.engine import RenderEngine
from bot.services.students import StudentMaker
from bot.services.work_folder import open_work_folder
from bot.settings import Settings
from bot.store.database import Store, open_store
from pipeline import Blobs, SetupError, open_blobs

RESULTS_KEPT_SECONDS = 3 * 24 * 3600.0
"""How long a result may wait for its delivery."""


@dataclass(frozen=True)
class Resources:
    """What ``make_services`` takes, open.

    Attributes:
        folder: holds uploads for as long as they are needed.
        blobs: hold results until they are delivered.
        distiller: makes students; None for none.
    """

    store: Store
    engine: RenderEngine
    folder: Path
    blobs: Blobs
    distiller: StudentMaker | None


@asynccontextmanager
async def open_resources(
    settings: Settings, engine: RenderEngine | None = None, distiller: StudentMaker | None = None
) -> AsyncIterator[Resources]:
    """All of it, closed in reverse order at the end.

    Args:
        settings: how.
        engine: where requests run; None opens the pipeline's own.
        distiller: makes students; None takes the pipeline's own together with its engine, and makes none with another.

    Raises:
        StartupError: the database, the engine or the blob store cannot be used.
    """
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(open_store(settings.database))
        folder = stack.enter_context(open_work_folder(settings.data_dir))
        try:
            if engine is None:
                from pipeline import engine_for

                own = engine_for(settings.engine_settings, settings.pipeline, folder)
                engine = await stack.enter_async_context(own)
                distiller = await _distiller(settings, folder)
            blobs = open_blobs(settings.blobs, "results", RESULTS_KEPT_SECONDS)
        except SetupError as error:
            raise StartupError(str(error)) from error
        yield Resources(store, engine, folder, blobs, distiller)


async def _distiller(settings: Settings, folder: Path) -> StudentMaker | None:
    """What makes students; None where nobody wants them, or their teacher is not here."""
    from pipeline import Distiller

    distiller = Distiller(settings.pipeline, folder)
    return distiller if settings.student_seconds and await asyncio.to_thread(distiller.is_able) else None
