"""Previews are made in a process of their own, one at a time, and kept only where they may be."""

from __future__ import annotations

import asyncio
import io
import os
from pathlib import Path

import pytest
from PIL import Image

from pipeline.engine import Baker
from pipeline.posers.student.shelf import forget_student, preview_path
from pipeline.types import (
    Character,
    CharacterKind,
    OnProgress,
    PipelineDiedError,
    PipelineError,
    PipelineSettings,
    Preview,
    PreviewRequest,
    UserError,
)
from tests.pipeline.posers.student.strokes import stroke_picture


def bake(request: PreviewRequest, _settings: PipelineSettings, _on_progress: OnProgress) -> Preview:
    """Does what the character's prompt says."""
    match request.character.prompt:
        case "dead":
            os._exit(3)
        case "refused":
            raise UserError
        case "endless":
            return Preview(bytes(5 * 2**20))
    return Preview(f"{request.character.prompt} by {os.getpid()}".encode())


def character(prompt: str) -> Character:
    picture = io.BytesIO()
    Image.fromarray(stroke_picture()).save(picture, "PNG")
    return Character(CharacterKind.UPLOADED, prompt, picture=picture.getvalue())


def baker(folder: Path, shelf: Path | None = None, *, is_able: bool = True) -> Baker:
    return Baker(PipelineSettings(students=folder / "students"), folder, shelf, bake, lambda _: is_able)


async def test_a_preview_is_made_elsewhere_and_kept_until_it_is_forgotten(tmp_path: Path) -> None:
    shelf = tmp_path / "students"
    made = await baker(tmp_path, shelf).preview(character("good"))
    assert made is not None
    assert made.startswith(b"good by ")
    assert int(made.split()[-1]) != os.getpid()
    assert await baker(tmp_path, shelf, is_able=False).preview(character("good")) == made
    forget_student(character("good"), shelf)
    assert not preview_path(character("good"), shelf).exists()
    assert await baker(tmp_path, shelf, is_able=False).preview(character("good")) is None


async def test_a_strangers_picture_leaves_nothing(tmp_path: Path) -> None:
    assert await baker(tmp_path).preview(character("good")) is not None
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


async def test_what_goes_wrong_comes_out(tmp_path: Path) -> None:
    for prompt, error in (("dead", PipelineDiedError), ("refused", UserError), ("endless", PipelineError)):
        with pytest.raises(error):
            await baker(tmp_path).preview(character(prompt))


async def test_one_is_made_at_a_time(tmp_path: Path) -> None:
    one = baker(tmp_path, tmp_path / "students")
    same = await asyncio.gather(*(one.preview(character("good")) for _ in range(2)))
    assert same[0] == same[1], "the second one finds it"
