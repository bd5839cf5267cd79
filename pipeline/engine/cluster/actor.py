"""What lives on the nodes of a cluster: an actor that gives one job at a time to a confined pipeline process.

The process reads strangers' files and is confined as on the bot's machine: it gets neither the cluster's token nor a
socket, so a hostile file cannot reach the cluster.
"""

from __future__ import annotations

import asyncio
import os
import traceback
from contextlib import suppress
from typing import Any

from pipeline.engine.cluster.files import RequestFiles, fetched
from pipeline.engine.cluster.protocol import Equipment, Greeting, Task
from pipeline.engine.job import JobHandle
from pipeline.engine.messages import Ending, encode, ending_of, ending_with
from pipeline.engine.runner import ProcessOptions, ProcessRunner
from pipeline.settings import load_pipeline_settings
from pipeline.types import JobCancelled, Progress, Stage


class JobActor:
    """One job at a time. Its methods are called by Ray, in one event loop."""

    def __init__(self, equipment: Equipment) -> None:
        """Nothing is started yet."""
        self._equipment = equipment
        settings = equipment.settings or load_pipeline_settings()
        self._runner = ProcessRunner(
            ProcessOptions(
                equipment.perform,
                equipment.warm_up,
                settings,
                equipment.grace_seconds,
                equipment.limits,
            )
        )
        self._files = RequestFiles(equipment.blobs)
        self._job: JobHandle[Any] | None = None
        self._number = 0
        self._progress = Progress(Stage.QUEUED)
        self._heard = 0
        self._news = asyncio.Event()

    async def greet(self) -> Greeting:
        """Answers when it is ready for its first job.

        Raises:
            BlobStoreError, BlobUnseenError: the request's files would not be found.
        """
        await self._files.check(self._equipment.probe)
        await self._runner.start()
        return Greeting(os.getpid())

    async def work(self, number: int, task: Task) -> bytes:
        """Works on a job until it is done or cancelled; how it ended, as ``messages.encode`` writes it.

        ``number``: of the job, higher than those of all before it.
        """
        self._number, self._heard = number, 0
        self._hear(Progress(Stage.QUEUED, 1.0))
        job: JobHandle[Any] = JobHandle(0, task.request, task.plan, None, task.label, _cancel)
        job.losses = task.losses
        self._job = job
        ending: Ending
        try:
            async with fetched(self._files, task) as request:
                job.request = request
                job.start()
                ending = ending_with(await self._runner.run(job, self._hear))
        except Exception as error:
            ending = ending_of(error, traceback.format_exc())
        finally:
            self._job = None
            self._tell()
        return encode(ending)

    async def news(self, number: int, heard: int) -> tuple[int, Progress]:
        """The newest progress of the job of this number, once there is more than ``heard``; and how much there is.

        The first says that the job has come here.
        """
        while self._number < number or (self._number == number and self._heard <= heard):
            await self._news.wait()
        return self._heard, self._progress

    async def cancel(self) -> None:
        """Stops what it works on, at once or within the grace."""
        if self._job is not None:
            self._job.cancel()

    async def close(self, grace_seconds: float) -> None:
        """Ends its process."""
        with suppress(Exception):
            await self._runner.close(grace_seconds)

    def _hear(self, progress: Progress) -> None:
        self._progress = progress
        self._tell()

    def _tell(self) -> None:
        self._heard += 1
        news, self._news = self._news, asyncio.Event()
        news.set()


def _cancel(job: JobHandle[Any]) -> None:
    job.finish(JobCancelled())
