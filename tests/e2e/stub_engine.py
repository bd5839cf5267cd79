"""An engine that draws a moving dot instead of a character: quick, and within every budget it is given."""

from __future__ import annotations

import asyncio
import functools
import io
from collections.abc import AsyncIterator, Hashable
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from pipeline import (
    AnimojiRequest,
    AnimojiResult,
    Asks,
    Character,
    CharacterKind,
    Companion,
    EngineClosedError,
    Format,
    JobCancelled,
    Likeness,
    LookRequest,
    Partner,
    PoserName,
    Poses,
    PoseTrack,
    Progress,
    PromptSource,
    Source,
    Stage,
    Trait,
)
from pipeline.engine.queue import FairQueue
from pipeline.plan import course_of
from pipeline.types import MotionSource, RigSpec, SpeechMotion, Topic, Understood, VideoMotion, VoiceMotion

_FILMS = {Format.MP4: b"\0\0\0\x18ftypmp42", Format.WEBM: b"\x1aE\xdf\xa3"}
"""What passes for a film."""
_PILLOW = {Format.GIF: "GIF", Format.WEBP: "WEBP", Format.APNG: "PNG"}


@functools.cache
def picture_file(size: int, kind: Format, frames: int = 4) -> bytes:
    """An animation of a dot that moves, ``size`` pixels square."""
    if kind in _FILMS:
        return _FILMS[kind] + bytes(64)
    images = []
    for index in range(frames):
        image = Image.new("RGBA", (size, size), (0, 0, 0, 0))
        left = index * size // (2 * frames)
        ImageDraw.Draw(image).ellipse((left, size // 4, left + size // 2, size * 3 // 4), fill=(255, 180, 60, 255))
        images.append(image)
    buffer = io.BytesIO()
    images[0].save(buffer, _PILLOW[kind], save_all=True, append_images=images[1:], duration=100, loop=0, disposal=2)
    return buffer.getvalue()


def painted(source: PromptSource) -> list[Character]:
    """Four characters of different colours."""
    characters = []
    for number in range(4):
        picture = io.BytesIO()
        Image.new("RGBA", (512, 512), (60 * number, source.seed % 256, 90, 255)).save(picture, "PNG")
        characters.append(Character(CharacterKind.DIFFUSED, source.prompt, source.seed, picture=picture.getvalue()))
    return characters


def stub_result(request: AnimojiRequest, frames: int = 4) -> AnimojiResult:
    """What the request becomes here. A file to be read must be there, as it must for the pipeline."""
    if isinstance(request.motion, VideoMotion | VoiceMotion):
        assert request.motion.path.stat().st_size > 0
    source = request.character
    understood: tuple[Understood, ...] = ()
    ignored: tuple[str, ...] = ()
    others: tuple[Character, ...] = ()
    if isinstance(source, Character):
        character = source
    elif isinstance(source, PromptSource) and source.source is Source.DIFFUSED:
        character, *more = painted(source)
        others = tuple(more)
    elif isinstance(source, PromptSource):
        character = Character(
            CharacterKind.DRAWN, source.prompt, source.seed, spec=RigSpec(seed=source.seed, hair_colour="#c0c0c8")
        )
        understood = (Understood(Topic.HAIR, "silver"), Understood(Topic.EYES, "blue"))
        ignored = tuple(word for word in source.prompt.split() if word == "gibberish")
    else:
        picture = io.BytesIO()
        Image.new("RGBA", (512, 512), (200, 120, 90, 255)).save(picture, "PNG")
        character = Character(CharacterKind.UPLOADED, picture=picture.getvalue())
    poses = np.zeros((10, 45), np.float32)
    poses[:, 0] = np.arange(10) / 16
    return AnimojiResult(
        data=picture_file(request.output.size, request.output.format, frames),
        format=request.output.format,
        frames=frames,
        fps=10.0,
        size=request.output.size,
        track=PoseTrack.still(poses),
        character=character,
        poser=PoserName.RIG,
        understood=understood,
        ignored=ignored,
        timings={"character": 0.01, "motion": 0.02, "pose": 0.03, "encode": 0.01},
        others=others,
        sound=_sound_of(request.motion),
        partner=None if request.partner is None else _companion(request.partner, poses),
    )


def _companion(partner: Partner, poses: Poses) -> Companion:
    assert isinstance(partner.character, Character)
    return Companion(partner.character, PoseTrack.still(poses))


LIKENESS = Likeness((Trait.GLASSES, Trait.BROWN_HAIR, Trait.LONG_HAIR))
"""What everybody looks like."""
SAID = b"OggS what was said"
"""What passes for the sound of a voice."""


def _sound_of(motion: MotionSource) -> bytes:
    return SAID if isinstance(motion, VoiceMotion | SpeechMotion) else getattr(motion, "sound", b"")


class StubJob:
    def __init__(self, engine: StubEngine, request: Asks[Any], owner: Hashable, label: str) -> None:
        self.request: Any = request
        self.owner = owner
        self.label = label
        self.progress = Progress(Stage.QUEUED)
        self.outcome: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.outcome.add_done_callback(lambda outcome: outcome.cancelled() or outcome.exception())
        self._engine = engine
        self._news = asyncio.Event()

    @property
    def position(self) -> int:
        return self._engine.position(self)

    async def __aiter__(self) -> AsyncIterator[Progress]:
        while not self.outcome.done():
            news = self._news
            yield self.progress
            await news.wait()

    def show(self, progress: Progress) -> None:
        """There is news."""
        self.progress = progress
        news, self._news = self._news, asyncio.Event()
        news.set()

    async def result(self) -> Any:
        return await asyncio.shield(self.outcome)

    def finish(self, outcome: AnimojiResult | Likeness | Exception) -> None:
        if not self.outcome.done():
            if isinstance(outcome, Exception):
                self.outcome.set_exception(outcome)
            else:
                self.outcome.set_result(outcome)
        self.show(self.progress)

    def cancel(self) -> None:
        self._engine.forget(self)
        self.finish(JobCancelled())


class StubEngine:
    """Runs jobs as the pipeline's engine does, by the same contract (tests/pipeline/engine/test_contract.py).

    Attributes:
        open: while cleared, the running job does not end; tests use it to look at jobs under way.
        jobs: all that were submitted.
        seconds: how long a job takes.
        fails_with: what jobs end with instead of a result.
        likeness: what is told of people.
    """

    def __init__(self, seconds: float = 0.0, workers: int = 1) -> None:
        self.open = asyncio.Event()
        self.open.set()
        self.jobs: list[StubJob] = []
        self.seconds = seconds
        self.fails_with: Exception | None = None
        self.likeness = LIKENESS
        self._waiting: FairQueue[StubJob] = FairQueue()
        self._closed = False
        self._arrived = asyncio.Condition()
        self._workers = workers
        self._tasks: list[asyncio.Task[None]] = []

    def submit(self, request: Asks[Any], *, owner: Hashable = None, label: str = "") -> StubJob:
        if self._closed:
            raise EngineClosedError("closed")
        course_of(request, lambda: True)
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._work()) for _ in range(self._workers)]
        job = StubJob(self, request, owner, label)
        self.jobs.append(job)
        self._waiting.put(job, owner)
        asyncio.ensure_future(self._tell())  # noqa: RUF006 - ends by itself at once
        return job

    def expect(self, jobs: int) -> None:
        """There is as much room as there is."""

    def estimate(self, request: Asks[Any]) -> float | None:
        return self.seconds or None

    @property
    def slots(self) -> int:
        return self._workers

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def position(self, job: StubJob) -> int:
        waiting = self._waiting.keys()
        return waiting.index(job) + 1 if job in waiting else 0

    def forget(self, job: StubJob) -> None:
        if self._waiting.remove(job):
            self._positions_changed()

    def _positions_changed(self) -> None:
        jobs = self._waiting.keys()
        for waiting in jobs:
            waiting.show(waiting.progress)

    async def job(self, number: int) -> StubJob:
        """The job that was submitted as ``number``, from 1; waits for it."""
        async with self._arrived:
            await asyncio.wait_for(self._arrived.wait_for(lambda: len(self.jobs) >= number), 10)
        return self.jobs[number - 1]

    async def close(self) -> None:
        self._closed = True
        for job in self.jobs:
            job.finish(EngineClosedError("closed"))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _tell(self) -> None:
        async with self._arrived:
            self._arrived.notify_all()

    async def _work(self) -> None:
        while True:
            async with self._arrived:
                await self._arrived.wait_for(lambda: bool(self._waiting))
            if not self._waiting:
                continue
            job = self._waiting.pop()
            self._positions_changed()
            for stage in (Stage.CHARACTER, Stage.MOTION, Stage.POSE, Stage.ENCODE):
                if job.outcome.done():
                    break
                job.show(Progress(stage, 0.5, self.seconds or None))
                await asyncio.sleep(self.seconds / 4)
            gate = asyncio.create_task(self.open.wait())
            await asyncio.wait({gate, asyncio.ensure_future(_ended(job))}, return_when=asyncio.FIRST_COMPLETED)
            gate.cancel()
            if not job.outcome.done():
                job.finish(self.fails_with or self._result(job.request))

    def _result(self, request: Asks[Any]) -> AnimojiResult | Likeness:
        if isinstance(request, AnimojiRequest):
            return stub_result(request)
        assert isinstance(request, LookRequest) and request.path.stat().st_size > 0
        return self.likeness


async def _ended(job: StubJob) -> None:
    await asyncio.wait({job.outcome})
