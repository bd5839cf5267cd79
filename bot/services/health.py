"""Whether the bot can do its work: what ``/readyz``, the metrics and the log say of the database and the disk."""

from __future__ import annotations

import asyncio
import logging
import shutil
import tempfile
import time
from collections.abc import Mapping
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final

from bot.services.metrics import Metrics
from bot.store.database import Store

log = logging.getLogger(__name__)

_PATIENCE: Final = 2.0
"""Seconds that the database may take to answer."""
_PROBE_BYTES: Final = 64 * 1024


class ReadinessCheck(Enum):
    """What must be well for the bot to be ready, besides the platform that it serves."""

    DATABASE = "database"
    DISK = "disk"


class HealthService:
    """Tries the database and the disk by writing to them, however often it is asked at most once in ``every`` seconds.

    Args:
        store: the database; the probe rewrites one row of one column with its own value.
        folders: where files are written, by their names in the metrics; one that does not exist is passed over.
        room: the bytes that must be free in each folder.
        metrics: where the outcome is measured.
        every: seconds for which an outcome counts.
    """

    def __init__(
        self, store: Store, folders: Mapping[str, Path], room: int, metrics: Metrics, every: float = 5.0
    ) -> None:
        self._store = store
        self._folders = {name: folder for name, folder in folders.items() if folder.is_dir()}
        self._room = room
        self._metrics = metrics
        self._every = every
        self._faults: dict[ReadinessCheck, str] = {}
        self._until = 0.0
        self._turn = asyncio.Lock()
        self._write: asyncio.Task[str] | None = None
        for name, folder in self._folders.items():
            metrics.disk_free.labels(name).set_function(partial(_free, folder))

    async def faults(self) -> dict[ReadinessCheck, str]:
        """What is not well now, and why, in a few words. A change is one line in the log."""
        async with self._turn:
            if time.monotonic() >= self._until:
                database, disk = await asyncio.gather(self._try_database(), asyncio.to_thread(self._try_disk))
                self._note(ReadinessCheck.DATABASE, database)
                self._note(ReadinessCheck.DISK, disk)
                self._until = time.monotonic() + self._every
        return dict(self._faults)

    async def _try_database(self) -> str:
        # A write that hangs goes on hanging: it is neither cut off, which would cost the connection, nor joined by
        # a second one.
        if self._write is None:
            self._write = asyncio.create_task(self._store.try_to_write())
        done, _ = await asyncio.wait({self._write}, timeout=_PATIENCE)
        if not done:
            return f"it does not take a write within {_PATIENCE:.0f} seconds"
        fault, self._write = self._write.result(), None
        return fault

    def _try_disk(self) -> str:
        for folder in self._folders.values():
            try:
                with tempfile.TemporaryFile(dir=folder) as file:
                    file.write(bytes(_PROBE_BYTES))
                free = _free(folder)
            except OSError as error:
                return f"nothing can be written to {folder} ({error.strerror})"
            if free < self._room:
                return f"{folder} has {free >> 20} MiB left, less than one upload may need"
        return ""

    def _note(self, part: ReadinessCheck, fault: str) -> None:
        before = self._faults.pop(part, "")
        if fault:
            self._faults[part] = fault
        if fault and not before:
            log.error("The %s is not well: %s.", part.value, fault)
        elif before and not fault:
            log.info("The %s is well again.", part.value)
        self._metrics.ready.labels(part.value).set(not fault)


def _free(folder: Path) -> int:
    """Bytes that are free there; none where it is gone."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0
