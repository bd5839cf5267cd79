"""What comes back to a person, and what Discord does not let them do."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.discord_server.components import Json, buttons, texts
from tests.discord_server.interactions import PATIENCE, Interaction
from tests.discord_server.state import Attachment, Message

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer


class NotOffered(AssertionError):  # noqa: N818 - what a person meets, not an error of theirs
    """Discord's client does not let this person do this here."""


@dataclass(frozen=True)
class Upload:
    """A file that a person picks. ``declared_size`` lets it pass for a larger one."""

    filename: str
    data: bytes
    content_type: str | None = None
    declared_size: int | None = None
    duration: float | None = None

    @classmethod
    def of(cls, value: Upload | Path) -> Upload:
        return cls(value.name, value.read_bytes()) if isinstance(value, Path) else value


@dataclass(eq=False)
class Reply:
    """What comes back to one interaction, while it comes."""

    server: DiscordServer
    interaction: Interaction

    @property
    def acknowledged_after(self) -> float:
        """Seconds until the first answer."""
        assert self.interaction.acknowledged_at is not None
        return self.interaction.acknowledged_at - self.interaction.sent_at

    @property
    def message(self) -> Message:
        """The message that answers (or that was updated)."""
        assert self.interaction.original is not None, f"no message: {self.transcript()}"
        return self.interaction.original

    @property
    def followups(self) -> list[Message]:
        return self.interaction.followups

    @property
    def modal(self) -> Json:
        assert self.interaction.modal is not None, f"no modal: {self.transcript()}"
        return self.interaction.modal

    @property
    def messages(self) -> list[Message]:
        """The answer and its follow-ups, those deleted left out."""
        original = [self.interaction.original] if self.interaction.original else []
        return [message for message in (*original, *self.followups) if not message.deleted]

    @property
    def text(self) -> str:
        """All that can be read now, follow-ups included."""
        return "\n".join(message.text for message in self.messages)

    @property
    def files(self) -> list[Attachment]:
        return [file for message in self.messages for file in message.attachments]

    @property
    def file(self) -> Attachment:
        assert len(self.files) == 1, f"{len(self.files)} files: {self.transcript()}"
        return self.files[0]

    @property
    def labels(self) -> list[str]:
        return [label for message in self.messages for label in message.labels]

    @property
    def cancellable(self) -> bool:
        """Whether there is a button to cancel it."""
        everything = (button for message in self.messages for button in buttons(message.components))
        return any("cancel" in (button.get("custom_id") or "") for button in everything)

    @property
    def ephemeral(self) -> bool:
        """Whether only this person sees what is there."""
        return all(message.ephemeral for message in self.messages)

    @property
    def loading(self) -> bool:
        """Whether the app is still "thinking" here."""
        original = self.interaction.original
        return original is not None and original.loading and not original.deleted

    @property
    def edit_gaps(self) -> list[float]:
        """Seconds between one look of the answer and the next."""
        times = [version.at for version in self.message.versions]
        return [after - before for before, after in itertools.pairwise(times)]

    async def until(self, condition: Callable[[Reply], bool], timeout: float = PATIENCE, what: str = "") -> Reply:
        """Waits until the reply looks like this; raises AssertionError with what it looks like otherwise."""
        deadline = time.monotonic() + timeout
        while not await self.interaction.pulse.until(
            lambda: condition(self), min(0.5, max(0.0, deadline - time.monotonic()))
        ):
            self.server.check_bot()
            if time.monotonic() >= deadline:
                raise AssertionError(f"not within {timeout} s: {what or 'it'}\n{self.transcript()}")
        return self

    async def answered(self, timeout: float = PATIENCE) -> Reply:
        """Waits for the first words or files."""
        return await self.until(
            lambda reply: not reply.loading and bool(reply.text or reply.files or reply.interaction.modal),
            timeout,
            "an answer",
        )

    async def ended(self, timeout: float = PATIENCE) -> Reply:
        """Waits until something stands there that can no longer be cancelled."""
        return await self.until(
            lambda reply: not reply.loading and bool(reply.text or reply.files) and not reply.cancellable,
            timeout,
            "an end",
        )

    async def with_files(self, count: int = 1, timeout: float = PATIENCE) -> Reply:
        return await self.until(lambda reply: len(reply.files) >= count, timeout, f"{count} files")

    async def saying(self, *words: str, timeout: float = PATIENCE) -> Reply:
        """Waits until all of these words stand there (in any case)."""
        return await self.until(
            lambda reply: all(word.lower() in reply.text.lower() for word in words), timeout, f"the words {words}"
        )

    def transcript(self) -> str:
        """What happened so far, for a failing test."""
        lines = [f"acknowledged: {self.interaction.callback!r}"]
        for message in self.messages:
            for version in message.versions:
                shown = _words(version.content, version.components)
                at = version.at - self.interaction.sent_at
                lines.append(f"  {at:6.2f} s {'…' if version.loading else ''}{shown!r} {version.filenames}")
            lines.append(f"  buttons: {message.labels}{' (only for them)' if message.ephemeral else ''}")
        if self.interaction.modal:
            lines.append(f"  modal: {self.interaction.modal['title']}")
        lines += [f"  violation: {item}" for item in self.server.violations]
        lines += [f"  refused: {call.method} {call.path[:80]}: {error}" for _, call, error in self.server.refusals[-5:]]
        return "\n".join(lines)


def _words(content: str, components: list[Json]) -> str:
    return "\n".join([*([content] if content else []), *texts(components)])
