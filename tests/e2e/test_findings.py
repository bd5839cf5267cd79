"""What an uploaded picture lacks is told in the reader's language before it is drawn, or why it cannot be used."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable
from typing import Final

import pytest
import pytest_asyncio
from PIL import Image

from pipeline import Engine
from pipeline.types import Frames
from tests.discord_server import Upload
from tests.e2e.endless_drawing import draw_without_end
from tests.e2e.scene import Scene, one_sentence
from tests.pipeline.characters.pictures.flawed import REFUSED, TOLD

pytest.importorskip("torch", reason="needs animemoji[neural]")

SENTENCES: Final = {
    "two figures": ("several figures in the picture", "画像に何人かいた"),
    "profile": ("picture from the front", "正面"),
    "closed eyes": ("eyes seem to be closed", "目を閉じているようです"),
    "small head": ("will look blurred", "ぼやけて見えます"),
    "cut off": ("top of the head is cut off", "頭の上が切れています"),
    "no head": ("found no head", "顔が見つかりませんでした"),
    "tiny head": ("please use a larger picture", "もっと大きな画像"),
    "no figure": ("couldn't tell the figure from its background", "人物と背景を分けられませんでした"),
    "nothing": ("can't see anything in that picture", "画像に何も写っていません"),
}
"""What is said of each flaw, in part."""


@pytest_asyncio.fixture
async def drawing(scene: Scene) -> AsyncIterator[Scene]:
    """The scene with the bot on the whole pipeline, but for a poser that never ends."""
    async with Engine(draw_without_end) as engine, scene.bot(engine):
        yield scene


def upload(make: Callable[[], Frames]) -> Upload:
    file = io.BytesIO()
    Image.fromarray(make()).save(file, "PNG")
    return Upload("me.png", file.getvalue())


async def test_what_is_doubtful_is_told_while_there_is_time_to_cancel(drawing: Scene) -> None:
    yuki = drawing.server.add_user("yuki", locale="ja").at(drawing.guild)
    for flaw, make in TOLD.items():
        picture = upload(make)
        for user, sentence in zip((drawing.alice, yuki), SENTENCES[flaw], strict=True):
            reply = await user.slash("animoji from-picture", picture=picture, motion="nod", private=True)
            await reply.until(lambda r, said=sentence: said in r.text, what=flaw, timeout=60)  # type: ignore[misc]
            assert reply.cancellable, flaw
            await user.click(reply, reply.labels[0])
            await reply.until(lambda r: not r.cancellable, what="cancelled", timeout=20)
            assert not reply.files


async def test_what_cannot_be_is_refused(drawing: Scene) -> None:
    yuki = drawing.server.add_user("yuki", locale="ja").at(drawing.guild)
    for flaw, make in REFUSED.items():
        picture = upload(make)
        for user, sentence in zip((drawing.alice, yuki), SENTENCES[flaw], strict=True):
            reply = await user.slash("animoji from-picture", picture=picture, motion="nod")
            await reply.until(lambda r, said=sentence: said in r.text, what=flaw, timeout=60)  # type: ignore[misc]
            assert not reply.cancellable, flaw
            one_sentence(reply)
