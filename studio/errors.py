"""What can go wrong on the page. The sentences in other languages are in ``static/text/``, under the same keys."""

from __future__ import annotations

from pipeline import UserError


class LinkError(UserError):
    """The link is old, was used already, or was never given."""

    key = "error.studio_link"
    template = "This link no longer opens the studio: ask for a new one, as each opens it once and for a short time."


class NoSessionError(UserError):
    """A request without a session."""

    key = "error.studio_session"
    template = "The studio opens with its link: start it again, and use the link that it shows."


class OrderError(UserError):
    """What was sent cannot be understood."""

    key = "error.studio_order"
    template = "The studio cannot read what was sent ({reason}): reload the page and try again."


class LongRequestError(UserError):
    """A request is too long."""

    key = "error.studio_long"
    template = "That is too large: send at most {limit}."


class UnknownCharacterError(UserError):
    """The character is not there any more."""

    key = "error.studio_character"
    template = "That character is no longer here: choose another one, or make it again."


class UnknownFileError(UserError):
    """The file, or the job that makes it, is not there any more."""

    key = "error.studio_file"
    template = "That file is no longer here: make it again."


class BusyError(UserError):
    """Too many jobs at once."""

    key = "error.studio_busy"
    template = "{count} files are being made already: wait until one of them is done."


class BrokenError(UserError):
    """A bug; it stands in the log."""

    key = "error.studio_bug"
    template = "That did not work, and it is no fault of yours: the log of the studio says more. Try something else."
