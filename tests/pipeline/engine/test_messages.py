"""What the pipeline process says is decoded and checked, and never run."""

from __future__ import annotations

import pickle
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from pipeline.engine import Engine
from pipeline.engine.messages import (
    BadMessageError,
    Broke,
    Cancelled,
    Done,
    FromProcess,
    Looked,
    Progressed,
    Ready,
    Refused,
    decode,
    encode,
    ending_of,
    result_of,
)
from pipeline.types import (
    EMOTIONS,
    AnimojiResult,
    Character,
    CharacterKind,
    Format,
    Gesture,
    JobCancelled,
    Likeness,
    Notice,
    PipelineError,
    PipelineOverdueError,
    PoserName,
    PoseTrack,
    Progress,
    RigSpec,
    SetupError,
    Stage,
    Topic,
    Trait,
    Understood,
    UserError,
    notice,
)
from tests.pipeline.engine import inside
from tests.pipeline.engine.stubs import TooTallError, request

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\0\0\0\2\0" + bytes(100)


def result(data: bytes = b"GIF89a", **changes: Any) -> AnimojiResult:
    poses = np.random.default_rng(1).random((12, 45)).astype(np.float32)
    track = PoseTrack(
        fps=12.5,
        poses=poses,
        tracked=np.arange(12) % 3 > 0,
        neutral_frames=(1, 2),
        gestures=(Gesture("wave", 2, 7),),
        emotions=np.full((12, len(EMOTIONS)), 1 / 7, np.float32),
        loops=True,
        times=np.arange(12) / 10,
        places=np.full((12, 3), 0.25, np.float32),
    )
    usual = AnimojiResult(
        data=data,
        format=Format.WEBP,
        frames=12,
        fps=12.5,
        size=320,
        track=track,
        character=Character(CharacterKind.DRAWN, "銀髪", 7, spec=RigSpec(seed=7, freckles=True)),
        poser=PoserName.RIG,
        understood=(Understood(Topic.HAIR, "silver", denied=True),),
        ignored=("gibberish",),
        notices=(Notice("notice.trimmed", (("seconds", "3"),)),),
        timings={"pose": 0.5, "encode": np.float64(0.25)},  # type: ignore[dict-item] # as a stage may measure it
        others=(Character(CharacterKind.UPLOADED, picture=PNG),),
    )
    return replace(usual, **changes)


def through_the_pipe(message: FromProcess) -> FromProcess:
    return decode(encode(message))


def test_a_result_comes_through_as_it_was() -> None:
    before = result(bytes(range(256)))
    message = through_the_pipe(Done(before))
    assert isinstance(message, Done)
    after = result_of(message, AnimojiResult)
    assert replace(after, track=before.track) == before
    for name in ("poses", "tracked", "emotions", "times", "places"):
        one, two = getattr(before.track, name), getattr(after.track, name)
        assert one.dtype == two.dtype and np.array_equal(one, two)
        two[0] = 0  # it may be worked on
    rest = ("fps", "neutral_frames", "gestures", "loops")
    assert [getattr(after.track, name) for name in rest] == [getattr(before.track, name) for name in rest]


@pytest.mark.parametrize(
    "message",
    [
        Ready(("Landlock (version 7)",)),
        Progressed(Progress(Stage.POSE, 0.5, 3.25, 0.75)),
        Progressed(Progress(Stage.QUEUED)),
        Progressed(Progress(Stage.MOTION, notices=(notice("notice.picture_small_head", pixels=31),))),
        Looked(Likeness((Trait.LONG_HAIR, Trait.GLASSES))),
        Cancelled(),
        Refused(
            "error.x", "A sentence.", {"count": 3, "name": "Anna", "share": 0.5, "there": True, "none": None}, False
        ),
        Broke("ZeroDivisionError", "Traceback …", "died"),
    ],
)
def test_every_message_comes_through(message: FromProcess) -> None:
    assert through_the_pipe(message) == message


def test_errors_cross_by_key_sentence_and_fields() -> None:
    class NoModelError(SetupError):
        key = "error.no_model"
        template = "Fetch {name}."

    with pytest.raises(UserError, match=r"^Anna \{x\} is taller than 3\.$") as caught:
        result_of(ending_of(TooTallError(name="Anna {x}", limit=3), ""), AnimojiResult)
    assert (caught.value.key, caught.value.fields) == ("error.test", {"name": "Anna {x}", "limit": 3})
    assert caught.value.template.format(**caught.value.fields) == "Anna {x} is taller than 3."
    with pytest.raises(SetupError, match=r"^Fetch it\.$"):
        result_of(ending_of(NoModelError(name=Path("it")), ""), AnimojiResult)
    with pytest.raises(JobCancelled):
        result_of(ending_of(JobCancelled(), ""), AnimojiResult)
    with pytest.raises(PipelineOverdueError):
        result_of(ending_of(MemoryError(), ""), AnimojiResult)
    with pytest.raises(PipelineError, match="ValueError: x") as failed:
        result_of(ending_of(ValueError("x"), "the traceback"), AnimojiResult)
    assert failed.value.details == "the traceback"


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (Path("pwned"),)


def poses(shape: list[Any], data: object) -> bytes:
    plain = msgspec.msgpack.decode(encode(Done(result())))
    plain["result"]["track"]["poses"] = [shape, data]
    return msgspec.msgpack.encode(plain)


HOSTILE = {
    "pickle": pickle.dumps(Evil()),
    "nothing": b"",
    "noise": bytes(range(256)),
    "unknown type": msgspec.msgpack.encode({"type": "run", "code": "import os"}),
    "no result": msgspec.msgpack.encode({"type": "done", "result": None}),
    "deep": b"\x91" * 100_000 + b"\xc0",
    "huge claim": b"\xdd\xff\xff\xff\xff",
    "not finite": encode(Progressed(Progress(Stage.POSE, float("nan")))),
    "a notice that nobody knows": encode(Progressed(Progress(Stage.POSE, notices=(Notice("notice.x"),)))),
    "a notice without its fields": encode(Done(result(notices=(Notice("notice.trimmed"),)))),
    "many notices": encode(Progressed(Progress(Stage.POSE, notices=(notice("notice.picture_photo"),) * 100))),
    "fps": encode(Done(result(fps=float("inf")))),
    "poses that are not finite": poses([12, 45], np.full((12, 45), np.inf, np.float32).tobytes()),
    "size": encode(Done(result(size=2**31))),
    "somebody of whom something else is told": msgspec.msgpack.encode(
        {"type": "looked", "result": {"traits": ["black hair", "ugly"]}}
    ),
    "somebody of whom much is told": encode(Looked(Likeness((Trait.GLASSES,) * 1000))),
    "no frames": encode(Done(result(frames=0))),
    "no picture": encode(Done(result(others=(Character(CharacterKind.UPLOADED, picture=b"BM"),)))),
    "a picture of another size": encode(
        Done(result(others=(Character(CharacterKind.UPLOADED, picture=PNG.replace(b"\2\0\0\0", b"\3\0\0\0")),)))
    ),
    "huge picture": encode(Done(result(others=(Character(CharacterKind.UPLOADED, picture=PNG + bytes(2**24)),)))),
    "poses of another shape": poses([12, 44], bytes(12 * 44 * 4)),
    "poses that are shorter than they say": poses([12, 45], bytes(7)),
    "poses of negative length": poses([-12, -45], bytes(12 * 45 * 4)),
    "poses that overflow": poses([2**62, 4], b""),
    "poses that are no numbers": poses([12, 45], b"\xff" * (12 * 45 * 4)),
    "poses of true": poses([True, 45], bytes(45 * 4)),
    "poses of objects": poses(["O"], b"x"),
    "long sentence": encode(Refused("key", "x" * 100_000, {}, False)),
    "many fields": encode(Refused("key", "x", {str(number): number for number in range(1000)}, False)),
    "fields that are objects": msgspec.msgpack.encode(
        {"type": "refused", "key": "x", "sentence": "x", "fields": {"x": [1]}, "setup": False}
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_message_that_may_not_be_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadMessageError):
        decode(HOSTILE[name])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["pickle", "noise", "not finite"])
async def test_a_process_that_talks_nonsense_ends_and_its_job_with_it(name: str) -> None:
    async with Engine(inside.speak_nonsense) as engine:
        with pytest.raises(PipelineError, match="may not say"):
            await engine.submit(request(HOSTILE[name].hex())).result()
        assert (await engine.submit(request("quick")).result()).frames == 25


def test_a_large_result_costs_milliseconds() -> None:
    message = Done(result(bytes(5 * 1024 * 1024)))
    began = time.perf_counter()
    for _ in range(5):
        decode(encode(message))
    assert (time.perf_counter() - began) / 5 < 0.05
