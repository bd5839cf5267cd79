"""Where a request runs: in a process of its own behind an asyncio queue."""

from __future__ import annotations

from pipeline.engine.engine import Engine, EngineClosedError
from pipeline.engine.job import Job, JobState
from pipeline.engine.limits import Budget, Limits

__all__ = ["Budget", "Engine", "EngineClosedError", "Job", "JobState", "Limits"]
