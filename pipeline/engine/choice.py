"""Which engine the settings ask for."""

from __future__ import annotations

import logging
from pathlib import Path

from pipeline.engine.capacity import capacity
from pipeline.engine.cluster.setup import cluster_engine
from pipeline.engine.engine import Engine
from pipeline.engine.scheduler import Scheduler
from pipeline.render import warm_up
from pipeline.types import EngineSettings, PipelineSettings

log = logging.getLogger(__name__)


def engine_for(where: EngineSettings, settings: PipelineSettings, folder: Path | None = None) -> Scheduler:
    """The engine that ``where`` names, warmed up when it opens.

    Args:
        where: which engine.
        settings: how requests are rendered.
        folder: where processes on this machine get folders of their own; None for the system's place.

    Raises:
        SetupError: the settings name a cluster that cannot be used like this; the sentence says what to do.
    """
    if where.head is not None:
        log.info("jobs run on the cluster %s", where.head)
        return cluster_engine(where, settings)
    room = capacity(settings, where.processes)
    log.info("%d jobs can run at once: %s", room.processes, room.reason)
    return Engine(settings=settings, warm_up=warm_up, folder=folder, processes=room.processes)
