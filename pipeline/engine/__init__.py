"""Where requests run: in processes of their own, behind a fair queue."""

from __future__ import annotations

from pipeline.engine.baker import Baker
from pipeline.engine.choice import engine_for
from pipeline.engine.distiller import Distiller
from pipeline.engine.engine import Engine
from pipeline.engine.job import JobHandle, JobPhase
from pipeline.engine.limits import Budget, Limits
from pipeline.engine.scheduler import EngineClosedError

__all__ = [
    "Baker",
    "Budget",
    "Distiller",
    "Engine",
    "EngineClosedError",
    "JobHandle",
    "JobPhase",
    "Limits",
    "engine_for",
]
