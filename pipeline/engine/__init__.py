"""Where requests run: in processes of their own, behind a fair queue."""

from __future__ import annotations

from pipeline.engine.baker import Baker
from pipeline.engine.choice import engine_for
from pipeline.engine.dispatcher import EngineClosedError
from pipeline.engine.distiller import Distiller
from pipeline.engine.engine import Engine
from pipeline.engine.job import Job, JobState
from pipeline.engine.limits import Budget, Limits

__all__ = ["Baker", "Budget", "Distiller", "Engine", "EngineClosedError", "Job", "JobState", "Limits", "engine_for"]
