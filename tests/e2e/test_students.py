"""A picture character is learnt by heart while nobody waits, by the real process with a teacher of strokes."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.app import AnimeMojiBot
from pipeline import (
    AnimojiRequest,
    AnimojiResult,
    Character,
    CharacterKind,
    Distiller,
    PictureSource,
    PipelineSettings,
)
from tests.discord_server import Reply, Upload, User
from tests.discord_server.pictures import png
from tests.e2e.scene import CLIP, Scene
from tests.e2e.stroke_student import HOLD, stroke_distil
from tests.e2e.stub_engine import stub_result

HERO = Upload("hero.png", png(128))


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "students"
    folder.mkdir()
    hold(folder, True)
    return folder


def hold(shelf: Path, held: bool) -> None:
    """Whether students get no further than faces."""
    (shelf / HOLD).touch() if held else (shelf / HOLD).unlink()


@pytest.fixture(autouse=True)
def small_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Uploaded pictures become a small figure: a whole square takes longer to learn."""
    data = io.BytesIO()
    picture = Image.new("RGBA", (512, 512))
    picture.paste((200, 120, 90, 255), (176, 48, 336, 368))
    picture.save(data, "PNG")
    figure = Character(CharacterKind.UPLOADED, picture=data.getvalue())

    def result(request: AnimojiRequest) -> AnimojiResult:
        made = stub_result(request)
        return replace(made, character=figure) if isinstance(request.character, PictureSource) else made

    monkeypatch.setattr("tests.e2e.stub_engine.stub_result", result)


@asynccontextmanager
async def learning_bot(scene: Scene, shelf: Path) -> AsyncIterator[AnimeMojiBot]:
    """The bot, which makes students."""
    settings = PipelineSettings(students=shelf)
    distiller = Distiller(settings, distil=stroke_distil)
    async with scene.bot(distiller=distiller, pipeline=settings, reply_size=256) as bot:
        yield bot


async def made(scene: Scene, user: User | None = None) -> None:
    reply = await (user or scene.alice).slash("animoji from-picture", picture=HERO, video=CLIP, name="Hero")
    await reply.with_files()


async def again(scene: Scene) -> int:
    """Hero once more; how many pixels it has."""
    reply = await scene.alice.slash("animoji again", character="Hero", video=CLIP)
    await reply.with_files()
    size: int = scene.engine.jobs[-1].request.output.size
    return size


async def view(scene: Scene) -> Reply:
    reply = await scene.alice.slash("character view", character="Hero")
    return await reply.with_files()


def there(folder: Path, pattern: str) -> bool:
    """Whether any file matches."""
    return any(folder.glob(pattern))


async def until(condition: Callable[[], bool]) -> None:
    """Waits until it holds."""
    for _ in range(3000):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came to be")


async def test_a_picture_is_learned_between_jobs_and_across_a_restart_and_forgotten(scene: Scene, shelf: Path) -> None:
    async with learning_bot(scene, shelf):
        await made(scene)
        await until(lambda: there(shelf, "unfinished/*/faces_32.npz"))
        assert await again(scene) == 256, "somebody's job comes first, and there is no student yet"
        shown = await view(scene)
        assert "% done" in shown.text and " 0 % done" not in shown.text
        assert not there(shelf, "*.student")
    assert there(shelf, "unfinished/*/faces_0.npz"), "what is learned is kept"
    hold(shelf, False)
    async with learning_bot(scene, shelf):
        await until(lambda: there(shelf, "*.student") and not there(shelf, "unfinished/*"))
        assert "by heart (" in (await view(scene)).text
        assert await again(scene) == 512
        await scene.forget("Hero")
        await until(lambda: not there(shelf, "*.student"))


async def test_nothing_is_learned_of_a_person_who_is_forgotten(scene: Scene, shelf: Path) -> None:
    async with learning_bot(scene, shelf):
        await made(scene)
        await until(lambda: there(shelf, "unfinished/*/faces_32.npz"))
        question = await scene.alice.slash("privacy delete")
        await scene.alice.click(question, question.labels[0])
        await until(lambda: not there(shelf, "unfinished/*"))


async def test_without_a_distiller_nothing_is_said_of_students(scene: Scene) -> None:
    async with scene.bot():
        await made(scene)
        assert "heart" not in (await view(scene)).text
