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


class NoPlaceError(UserError):
    """There is nowhere to share a file."""

    key = "error.studio_place"
    template = "From here nothing can be posted: download the file, and post it yourself."


class BusyError(UserError):
    """Too many jobs at once."""

    key = "error.studio_busy"
    template = "{count} files are being made already: wait until one of them is done."


class BrokenError(UserError):
    """A bug; it stands in the log."""

    key = "error.studio_bug"
    template = "That did not work, and it is no fault of yours: the log of the studio says more. Try something else."


class FullStageError(UserError):
    """Too many people watch one stage."""

    key = "error.stage_full"
    template = "{count} pages show this stage already: close one of them."


class UnknownStageError(UserError):
    """There is no such stage, or no longer."""

    key = "error.stage_unknown"
    template = "This stage is not open: use the address that was shown when it was started."


class RoomFullError(UserError):
    """More people, or more activities, than see each other at once."""

    key = "error.room_full"
    template = "There are {count} people or more here already, as many as see each other: the rest of the studio works."


class LeftRoomError(UserError):
    """Somebody is in that activity no longer, or never was."""

    key = "error.room_left"
    template = "You are not in this activity any more: open it again in Discord to see the others."


class InputPortError(UserError):
    """Nothing can listen for datagrams there."""

    key = "error.live_port"
    template = (
        "{name} cannot be heard on {host}:{port} ({reason}): close the program that uses this port, or choose another."
    )


class NonsenseError(UserError):
    """What a phone or a program sends cannot be read."""

    key = "error.live_nonsense"
    template = "What {sender} sends is not {name}: look at the settings of the app that sends it."


class NoCameraError(UserError):
    """There is no camera that pictures could be sent to."""

    key = "error.no_virtual_camera"
    template = "There is no virtual camera ({reason})."
