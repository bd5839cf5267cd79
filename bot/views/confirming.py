"""A question before something is gone for good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from discord import ui

from bot.client import Interaction
from bot.views.parts import Form


class ConfirmForm(Form):
    """Says what would be gone; sent, it is done.

    Args:
        title: the question, at most 45 characters.
        text: what it means.
        doing: what is asked about.
        always_open: as in ``Form``.
    """

    def __init__(
        self, title: str, text: str, doing: Callable[[Interaction], Awaitable[None]], *, always_open: bool = False
    ) -> None:
        super().__init__(title, always_open=always_open)
        self._doing = doing
        words: ui.TextDisplay[Any] = ui.TextDisplay(text)
        self.add_item(words)

    async def run(self, interaction: Interaction) -> None:
        await self._doing(interaction)
