"""Asking for files of a kind only, which Discord knows since August 2026 and discord.py 2.7 does not yet.

Discord looks at the file's ending alone, so this is a convenience for people and no check.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from discord import app_commands, ui


class TypedFileUpload(ui.FileUpload[Any]):
    """A file field of a form that takes files of these kinds ("video", "image", "audio")."""

    def __init__(self, kinds: tuple[str, ...], *, required: bool) -> None:
        super().__init__(required=required, min_values=1 if required else 0, max_values=1)
        self._kinds = kinds

    def to_component_dict(self) -> Any:
        return {**super().to_component_dict(), "file_types": list(self._kinds)}


class FileCommand(app_commands.Command[Any, ..., Any]):
    """A command whose attachment options say what kinds of file they take."""

    def __init__(self, kinds: dict[str, tuple[str, ...]], **options: Any) -> None:
        super().__init__(**options)
        self._kinds = kinds

    def to_dict(self, tree: app_commands.CommandTree[Any]) -> dict[str, Any]:
        return self._with_kinds(super().to_dict(tree))

    async def get_translated_payload(
        self, tree: app_commands.CommandTree[Any], translator: app_commands.Translator
    ) -> dict[str, Any]:
        return self._with_kinds(await super().get_translated_payload(tree, translator))

    def _with_kinds(self, payload: dict[str, Any]) -> dict[str, Any]:
        for option in payload["options"]:
            if kinds := self._kinds.get(option["name"]):
                option["file_types"] = list(kinds)
        return payload


def file_command(*, name: str, **kinds: tuple[str, ...]) -> Callable[[Callable[..., Any]], FileCommand]:
    """As ``app_commands.command``; ``kinds``: for each attachment option, which kinds of file it takes."""

    def decorate(callback: Callable[..., Any]) -> FileCommand:
        return FileCommand(kinds, name=name, description="…", callback=callback)

    return decorate
