"""A Japanese reader meets no English sentence, wherever they go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.app import AnimeMojiBot
from tests.discord_server import Permission, Reply, Upload, User
from tests.discord_server.pictures import png
from tests.e2e.scene import Scene

SHOWN = {"content", "label", "placeholder", "title", "description"}
NAMES = (
    "Stable Diffusion|AnimeMoji|Discord|Talking Head Anime 3|Pramook Khungurn|CC BY 4.0|Apache 2.0|MIT-CMU|IPA|MIT|"
    r"FFmpeg|Pillow|NumPy|SciPy|MediaPipe|OpenCV|PyAV|SQLAlchemy|Alembic|ThorVG|discord\.py|Live Link Face"
)
"""What is called the same in every language."""
NOT_WORDS = re.compile(rf"`[^`]*`|<[^>]*>|https?://\S+|\S*\.(?:png|gif|json|zip|webp)|style:\w+|:\w+:|{NAMES}")
"""Codes, mentions, emoji, files and names."""
PROMPT = re.compile(r"^\*\*言葉にすると（英語）：\*\*.*$", re.MULTILINE)
"""A prompt to be typed again, in the words that all readers may use."""
ENGLISH = re.compile(r"[A-Za-z']{2,}(?: [A-Za-z']+)+")


def shown(value: Any, key: str = "") -> Iterator[str]:
    """All texts for people in a body that the bot sent."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from shown(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from shown(part, key)
    elif isinstance(value, str) and key in SHOWN:
        yield value


@pytest.fixture
def yuki(scene: Scene) -> User:
    """Reads Japanese and may do everything here."""
    user = scene.server.add_user("yuki", locale="ja").at(scene.guild)
    rights = Permission.CREATE_GUILD_EXPRESSIONS | Permission.MANAGE_GUILD_EXPRESSIONS | Permission.MANAGE_GUILD
    scene.guild.grant(user.account, int(rights))
    return user


async def test_nothing_that_a_japanese_reader_sees_is_english(scene: Scene, bot: AnimeMojiBot, yuki: User) -> None:
    registered = len(scene.server.calls)  # commands carry all languages
    async for each in _tour(scene, yuki):
        await (await each).answered()
    seen = {text for call in scene.server.calls[registered:] for text in shown(call.body)}
    assert len(seen) > 100
    english = sorted(text for text in seen if ENGLISH.search(NOT_WORDS.sub("", PROMPT.sub("", text))))
    assert not english, "\n".join(english)


async def _tour(scene: Scene, yuki: User) -> Any:
    async def done(reply: Reply) -> Reply:
        return reply

    first = await scene.create(yuki, prompt="銀髪、青い目、眼鏡", name="花", private=False)
    for button in ("言葉を変える", "別の動き", "名前を付けて保存"):
        yield done(await yuki.click(first, button))
    yield done(await (await yuki.click(first, "引き直す")).with_files())
    yield done(await (await yuki.click(first, "MP4")).with_files())
    for command, options in (
        ("character list", {}),
        ("character view", {"character": "花"}),
        ("character default", {"character": "花"}),
        ("character share", {"character": "花"}),
        ("character share", {"character": "花", "stop": True}),
        ("character rename", {"character": "花", "name": "花子"}),
        ("character export", {"character": "花子"}),
        ("animoji again", {"character": "花子", "motion": "wave", "caption": "やあ"}),
        ("animoji remix", {"character": "花子", "prompt": "赤い髪"}),
        ("animoji form", {}),
        ("animoji styles", {}),
        ("emoji add", {"name": "hana"}),
        ("emoji sticker", {"name": "hana"}),
        ("emoji pack", {"count": 2}),
        ("emoji list", {}),
        ("settings show", {}),
        ("privacy show", {}),
        ("privacy export", {}),
        ("privacy delete", {}),
        ("help", {}),
        ("about", {}),
        # what goes wrong
        ("animoji create", {"prompt": "銀髪", "motion": "ない動き"}),
        ("animoji create", {"prompt": "裸"}),
        ("animoji create", {"prompt": "銀髪", "video": Upload("big.mp4", bytes(64), declared_size=10**9)}),
        ("animoji again", {"character": "いない"}),
        ("character import-code", {"code": "なし"}),
        ("character rename", {"character": "花子", "name": "\u3164"}),
        ("emoji add", {"name": "花"}),
        ("character delete", {"character": "いない"}),
    ):
        yield done(await yuki.slash(command, **options))
    for question in (
        await yuki.click(first, "削除"),
        await yuki.slash("character delete", character="花子"),
    ):
        yield done(question)
    yield done(await yuki.submit_modal(question))
    message = await scene.bob.post("", Upload("hero.png", png(256)))
    yield done(await yuki.context_menu("Animate this", message))
    yield done(await yuki.context_menu("Make emoji", message))
    for command, option in (("animoji again", "motion"), ("animoji create", "background")):
        await yuki.autocomplete(command, option)


async def test_motions_are_offered_in_japanese(scene: Scene, bot: AnimeMojiBot, yuki: User) -> None:
    offered = await yuki.autocomplete("animoji again", "motion", "やあ")
    assert [choice["value"] for choice in offered] == ["wave"]
    assert "やあ" in offered[0]["name"]
