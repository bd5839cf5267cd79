"""Stand-ins: an engine that a test drives by hand, and small real values."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Hashable
from datetime import datetime, timezone
from types import SimpleNamespace
from typing import Any

import numpy as np
from PIL import Image

from bot.domain import KeptAnimoji, SavedCharacter
from pipeline import (
    AnimojiRequest,
    AnimojiResult,
    Asks,
    Character,
    CharacterKind,
    Format,
    JobCancelled,
    Output,
    PoserName,
    PoseTrack,
    Progress,
    PromptSource,
)
from pipeline.types import RigSpec, Topic, Understood


def animation(output: Output, frames: int = 3) -> bytes:
    """An animation of plain colours as such a file (an MP4 is only its first bytes)."""
    if output.format is Format.MP4:
        return b"\x00\x00\x00\x18ftypisom" + bytes(100)
    pictures = [Image.new("RGB", (output.size, output.size), (80 * i % 256, 40, 90)) for i in range(frames)]
    data = io.BytesIO()
    kind = "PNG" if output.format is Format.APNG else output.format.value.upper()
    pictures[0].save(data, kind, save_all=True, append_images=pictures[1:], duration=40, loop=0)
    return data.getvalue()


def drawn(prompt: str = "silver hair, blue eyes", seed: int = 7) -> Character:
    """A drawn character."""
    return Character(CharacterKind.DRAWN, prompt, seed, spec=RigSpec(seed=seed, hair_colour="#c0c0c8"))


def saved(
    number: int = 10**9, name: str = "Mika", character: Character | None = None, **changes: Any
) -> SavedCharacter:
    """A character as it would be saved; it is in no database."""
    kept = character or drawn()
    values: dict[str, Any] = {"id": number, "owner_id": 1, "name": name, "kind": kept.kind, "prompt": kept.prompt}
    values |= {"seed": kept.seed, "has_picture": kept.picture is not None, "is_default": False, "share_code": None}
    return SavedCharacter(**values | {"created_at": datetime.now(timezone.utc)} | changes)


def kept(character: SavedCharacter, **changes: Any) -> KeptAnimoji:
    """An animoji of this character as it would be kept; it is in no database."""
    values: dict[str, Any] = {"id": 1, "owner_id": character.owner_id, "character": character, "caption": ""}
    values |= {
        "background": "transparent",
        "spoiler": False,
        "format": Format.GIF,
        "size": 320,
        "fps": 25.0,
        "poser": PoserName.RIG,
    }
    values |= {"guild_id": None, "channel_id": None, "message_id": None, "created_at": character.created_at}
    return KeptAnimoji(**values | changes)


def uploaded() -> Character:
    """A character that is a picture."""
    data = io.BytesIO()
    Image.new("RGBA", (512, 512)).save(data, "PNG")
    return Character(CharacterKind.UPLOADED, picture=data.getvalue())


def track(frames: int = 10) -> PoseTrack:
    """A motion in which something moves; its numbers survive half precision."""
    poses = np.zeros((frames, 45), np.float32)
    poses[:, 0] = np.arange(frames) / 16
    return PoseTrack.still(poses)


def result_of(request: AnimojiRequest) -> AnimojiResult:
    """What a request becomes, without drawing anything."""
    source = request.character
    character = source if isinstance(source, Character) else drawn()
    if isinstance(source, PromptSource):
        character = drawn(source.prompt, source.seed)
    return AnimojiResult(
        data=animation(request.output),
        format=request.output.format,
        frames=3,
        fps=25.0,
        size=request.output.size,
        track=track(),
        character=character,
        poser=PoserName.RIG,
        understood=(Understood(Topic.HAIR, "silver"),),
        ignored=("sparkly",),
        timings={"pose": 0.5},
    )


class FakeJob:
    """A job that ends when the test says so."""

    def __init__(self, request: Any, owner: Hashable) -> None:
        self.request = request
        self.owner = owner
        self.position = 0
        self.news: asyncio.Queue[Progress | None] = asyncio.Queue()
        self.outcome: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.outcome.add_done_callback(lambda outcome: outcome.cancelled() or outcome.exception())

    async def __aiter__(self) -> AsyncIterator[Progress]:
        while (progress := await self.news.get()) is not None:
            yield progress

    async def result(self) -> Any:
        return await asyncio.shield(self.outcome)

    def cancel(self) -> None:
        if not self.outcome.done():
            self.outcome.set_exception(JobCancelled())

    def finish(self, outcome: AnimojiResult | Exception | None = None) -> None:
        """Ends the job, unless it has ended: with this outcome, or with what the request becomes."""
        if self.outcome.done():
            return
        if isinstance(outcome, Exception):
            self.outcome.set_exception(outcome)
        else:
            self.outcome.set_result(outcome or result_of(self.request))


class FakeEngine:
    """Keeps what was submitted in ``jobs``; with ``instant`` each is done at once."""

    slots = 1

    def __init__(self, instant: bool = True) -> None:
        self.instant = instant
        self.expected = 0
        self.slots = 1
        self.jobs: list[FakeJob] = []
        self._submitted = asyncio.Event()

    def expect(self, jobs: int) -> None:
        self.expected = jobs

    def submit(self, request: Asks[Any], *, owner: Hashable = None, label: str = "") -> FakeJob:
        job = FakeJob(request, owner)
        self.jobs.append(job)
        self._submitted.set()
        if self.instant:
            job.finish()
        return job

    async def next_job(self) -> FakeJob:
        """The next job to be submitted, or the last one that was since this was asked before."""
        await self._submitted.wait()
        self._submitted.clear()
        return self.jobs[-1]


def idle_services() -> Any:
    """Services for a bot that is asked for nothing but its commands."""

    async def stop(*_: float) -> None:
        pass

    return SimpleNamespace(dispatcher=SimpleNamespace(stop=stop), speeches=SimpleNamespace(close=stop))
