"""Where a request runs: in a process of its own behind an asyncio queue."""

from __future__ import annotations

from pipeline.engine.engine import Engine, EngineClosedError
from pipeline.engine.job import Job, JobState

__all__ = ["Engine", "EngineClosedError", "Job", "JobState"]
