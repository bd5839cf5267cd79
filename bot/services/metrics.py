"""Counts and durations for Prometheus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import generate_latest

from pipeline import (
    AnimojiResult,
    EngineClosedError,
    JobCancelled,
    Likeness,
    PipelineDiedError,
    PipelineOverdueError,
    UserError,
)

_SECONDS: Final = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300)


class Metrics:
    """What is measured; each bot has a registry of its own, so that two in one process do not mix."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.jobs = Counter("animemoji_jobs", "Jobs that ended, by how they did", ["outcome"], registry=self.registry)
        self.job_seconds = Histogram(
            "animemoji_job_seconds", "From asking to the result", buckets=_SECONDS, registry=self.registry
        )
        self.stage_seconds = Histogram(
            "animemoji_stage_seconds", "Work by stage", ["stage"], buckets=_SECONDS, registry=self.registry
        )
        self.interactions = Counter(
            "animemoji_interactions", "What people did, by kind", ["kind"], registry=self.registry
        )
        self.failures = Counter(
            "animemoji_failures", "What people were told went wrong, by kind", ["kind"], registry=self.registry
        )
        self.ready = Gauge(
            "animemoji_ready",
            "1 where this part is well, else 0",
            ["part"],
            registry=self.registry,
        )
        self.disk_free = Gauge(
            "animemoji_disk_free_bytes", "Free space where files are written", ["folder"], registry=self.registry
        )

    def watch(self, name: str, what: str, read: Callable[[], float]) -> None:
        """A value that is read whenever somebody asks for the metrics."""
        Gauge(f"animemoji_{name}", what, registry=self.registry).set_function(read)

    def job_done(self, result: AnimojiResult | Likeness, seconds: float) -> None:
        """A job ended well after ``seconds``."""
        self.jobs.labels("done").inc()
        self.job_seconds.observe(seconds)
        timings = result.timings if isinstance(result, AnimojiResult) else {}
        for stage, spent in timings.items():
            self.stage_seconds.labels(stage).observe(spent)

    def job_failed(self, error: BaseException) -> None:
        """A job did not."""
        self.jobs.labels(kind_of(error)).inc()

    def text(self) -> bytes:
        """All of it, in the text format of Prometheus."""
        return generate_latest(self.registry)


def kind_of(error: BaseException) -> str:
    """What kind of failure this is, in a word; few enough to be a label."""
    if isinstance(error, UserError):
        return error.key
    for kind, word in (
        (JobCancelled, "cancelled"),
        (EngineClosedError, "restart"),
        (PipelineDiedError, "died"),
        (PipelineOverdueError, "overdue"),
    ):
        if isinstance(error, kind):
            return word
    return "bug"
