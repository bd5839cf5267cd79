"""docs/bot.md shows what every command and menu answers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from discord import Object, app_commands

from bot.app import AnimeMojiBot
from bot.settings import Settings
from tests.bot.fakes import idle_services

PAGE: Final = Path(__file__).parents[2] / "docs" / "bot.md"
_PICTURE: Final = re.compile(r"!\[(?P<shows>[^\]]*)\]\((?P<file>img/[^)]+)\)")
ELSEWHERE: Final = {"/animoji activity": "activity.md", "/animoji studio": "![Open in the studio]"}
"""What answers with a page, and where that is shown."""


async def _offered() -> set[str]:
    """Every slash command as it is typed, and every menu by its name."""
    values: dict[str, Any] = {"_env_file": None, "owner_guild": 1, "studio_url": "http://127.0.0.1:1", "studio_port": 1}
    settings = Settings(**values)
    async with AnimeMojiBot(settings, idle_services()) as bot:
        await bot.add_commands()
        owners = bot.tree.get_commands(guild=Object(1))
        names = set()
        for command in [*bot.tree.get_commands(), *owners]:
            if isinstance(command, app_commands.ContextMenu):
                names.add(command.name)
            elif isinstance(command, app_commands.Group):
                names |= {f"/{each.qualified_name}" for each in command.walk_commands()}
            else:
                names.add(f"/{command.name}")
        return names


async def test_every_command_and_menu_is_pictured() -> None:
    page = PAGE.read_text("utf-8")
    pictured = {part.strip() for found in _PICTURE.finditer(page) for part in found["shows"].split(",")}
    missing = {name for name in await _offered() if name not in pictured}
    assert len(await _offered()) > 40
    assert {name for name in missing if ELSEWHERE.get(name, "nowhere") not in page} == set()


def test_every_picture_is_there_and_shown() -> None:
    page = PAGE.read_text("utf-8")
    named = {found["file"] for found in _PICTURE.finditer(page)}
    assert all((PAGE.parent / name).is_file() for name in named)
    drawn = {f"img/bot/{path.name}" for path in (PAGE.parent / "img" / "bot").iterdir()}
    assert drawn <= named
