"""Students are made in a process of their own, which gives way, may die, and is killed when it is in the way."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from pipeline.engine import Distiller
from pipeline.threads import give_way
from pipeline.types import (
    Character,
    CharacterKind,
    DistilRequest,
    Judgement,
    OnProgress,
    PipelineDiedError,
    PipelineSettings,
    Progress,
    Psnr,
    Stage,
    UserError,
)

JUDGEMENT = Judgement(Psnr(40.0, 34.5, 31.0), 28.0, 0.99, 24)


def distil(request: DistilRequest, settings: PipelineSettings, on_progress: OnProgress) -> Judgement:
    """Does what the character's prompt says."""
    (settings.students / "pid").write_text(str(os.getpid()))
    on_progress(Progress(Stage.CHARACTER, 0.5))
    match request.character.prompt:
        case "good":
            give_way()
            niceness = os.nice(0) if hasattr(os, "nice") else 19
            (settings.students / "made").write_text(f"{request.seconds} {niceness}")
        case "dead":
            os._exit(3)
        case "refused":
            raise UserError
        case "long":
            time.sleep(600)
    return JUDGEMENT


def character(prompt: str) -> Character:
    return Character(CharacterKind.DIFFUSED, prompt, picture=b"picture")


@pytest.fixture
def distiller(tmp_path: Path) -> Distiller:
    return Distiller(PipelineSettings(students=tmp_path / "students"), tmp_path, distil, lambda _: True)


async def test_a_student_is_made_and_may_be_written(distiller: Distiller, tmp_path: Path) -> None:
    heard: list[float] = []
    made = await distiller.distil(character("good"), 30.0, lambda progress: heard.append(progress.fraction))
    assert made == JUDGEMENT
    assert heard == [0.5]
    assert (tmp_path / "students" / "made").read_text() == "30.0 19"
    assert os.listdir(tmp_path) == ["students"], "the process's own folder is gone"  # noqa: PTH208


async def test_what_goes_wrong_comes_out(distiller: Distiller) -> None:
    with pytest.raises(PipelineDiedError):
        await distiller.distil(character("dead"), 30.0, lambda _: None)
    with pytest.raises(UserError):
        await distiller.distil(character("refused"), 30.0, lambda _: None)


async def test_cancelled_it_is_killed_at_once(distiller: Distiller, tmp_path: Path) -> None:
    begun = asyncio.Event()
    task = asyncio.create_task(distiller.distil(character("long"), 30.0, lambda _: begun.set()))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "students" / "pid").read_text()), 0)


async def test_without_the_teachers_weights_it_is_not_able(tmp_path: Path) -> None:
    assert not Distiller(PipelineSettings(models=tmp_path, students=tmp_path)).is_able() or _is_installed(tmp_path)


def _is_installed(models: Path) -> bool:
    from pipeline.models import find_model

    return find_model("tha3", models) is not None
