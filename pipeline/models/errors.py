"""What can go wrong with weights by somebody's doing, or that of a connection."""

from __future__ import annotations

from pipeline.types import UserError


class UnknownModelError(UserError):
    """No model has that name."""

    key = "error.unknown_model"
    template = "There is no model called {name}: choose from {names}."


class DownloadError(UserError):
    """A download failed."""

    key = "error.download"
    template = "{name} could not be fetched from {url} ({reason}): check the connection and run the command again."


class DamagedModelError(UserError):
    """A downloaded file has another checksum than the published one."""

    key = "error.damaged_model"
    template = "What came as {name} has not the published checksum and was thrown away: run the command again later."


class ByHandError(UserError):
    """A model that only its user may fetch is not here."""

    key = "error.model_by_hand"
    template = "{name} has to be fetched by hand: take it from {source} and put it at {path}."
