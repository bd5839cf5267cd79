"""What is shown of a picture until it has a student: begun when it is asked for, and asked for again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from pipeline import Character, CharacterKind, PipelineError, UserError
from studio.bakery import Bakery
from studio.files import Packed


class Oven:
    """A baker that does what the character's prompt says, once it is lit."""

    def __init__(self) -> None:
        self.lit = asyncio.Event()
        self.begun: list[str] = []

    async def preview(self, character: Character) -> bytes | None:
        self.begun.append(character.prompt)
        await self.lit.wait()
        match character.prompt:
            case "cold":
                return None
            case "no face":
                raise UserError
            case "broken":
                raise PipelineError("broken")
        return character.prompt.encode()


def picture(prompt: str) -> Character:
    return Character(CharacterKind.UPLOADED, prompt, picture=b"picture")


@asynccontextmanager
async def baking(oven: Oven | None) -> AsyncIterator[Bakery]:
    bakery = Bakery(oven)
    try:
        yield bakery
    finally:
        await bakery.close()


async def found(bakery: Bakery, prompt: str) -> Packed | HTTPStatus:
    for _ in range(1000):
        if (answer := bakery.find(picture(prompt))) is not HTTPStatus.ACCEPTED:
            return answer
        await asyncio.sleep(0.01)
    raise AssertionError("it is never there")


async def test_it_is_begun_once_and_there_when_asked_again() -> None:
    oven = Oven()
    async with baking(oven) as bakery:
        for _ in range(3):
            assert bakery.find(picture("elf")) is HTTPStatus.ACCEPTED
            await asyncio.sleep(0)
        oven.lit.set()
        preview = await found(bakery, "elf")
        assert isinstance(preview, Packed)
        assert preview.body == b"elf"
        assert await found(bakery, "elf") is preview
        assert oven.begun == ["elf"]


async def test_where_there_is_none_that_is_said_and_tried_again_later() -> None:
    oven = Oven()
    oven.lit.set()
    async with baking(oven) as bakery:
        for prompt in ("cold", "no face", "broken", "cold"):
            assert await found(bakery, prompt) is HTTPStatus.NO_CONTENT
        assert oven.begun == ["cold", "no face", "broken", "cold"]
    async with baking(None) as nobody:
        assert nobody.find(picture("elf")) is HTTPStatus.NO_CONTENT


async def test_no_more_than_a_few_wait_or_are_kept() -> None:
    oven = Oven()
    async with baking(oven) as bakery:
        for number in range(20):
            assert bakery.find(picture(str(number))) is HTTPStatus.ACCEPTED
        await asyncio.sleep(0)
        assert len(oven.begun) == 8
        oven.lit.set()
        for number in range(20):
            assert isinstance(await found(bakery, str(number)), Packed)
        assert len(oven.begun) == 20
