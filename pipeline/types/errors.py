"""What can go wrong by a user's doing.

A ``UserError`` has a message key and an English sentence that says what to do, which the command line prints. The bot
has a sentence of its own for each key, in every language (``bot/texts/*.ftl``). Everything else is a bug.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

_Kind = TypeVar("_Kind", bound="UserError")


class UserError(Exception):
    """Something a user can put right. Subclasses set ``key`` and ``template``; ``fields`` fill the template.

    Of an error in the pipeline process, the bot gets key, sentence and fields (``reported``).
    """

    key: str = "error.user"
    template: str = "That did not work: please check the input."

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.template.format(**fields))

    @classmethod
    def reported(cls: type[_Kind], key: str, sentence: str, fields: Mapping[str, object]) -> _Kind:
        """An error as another process reports it; ``sentence`` says it in English, as it stands."""
        error = cls.__new__(cls, sentence)
        error.key, error.fields = key, dict(fields)
        error.template = sentence.replace("{", "{{").replace("}", "}}")
        return error

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.fields)


class SetupError(UserError):
    """Something that only the operator can put right: settings, models."""


def reason_of(error: Exception) -> str:
    """The first line of what a library complains about, to stand in a sentence."""
    return (str(error).strip() or type(error).__name__).splitlines()[0][:160].rstrip(". ")


def _rebuild(kind: type[UserError], fields: dict[str, object]) -> UserError:
    return kind(**fields)


class JobCancelled(Exception):  # noqa: N818 - an event, not an error
    """The person who asked for this job took it back."""


class PipelineError(Exception):
    """A job failed by a bug, not by its user's doing. ``details``: the traceback, for the log."""

    def __init__(self, message: str, details: str = "") -> None:
        self.details = details
        super().__init__(message, details)

    def __str__(self) -> str:
        return str(self.args[0])


class PipelineOverdueError(PipelineError):
    """A job was given up: it was silent for too long, or needed more time or memory than any job may. It is not begun
    again.
    """


class PipelineDiedError(PipelineError):
    """The pipeline process ended twice while it worked on the same job."""
