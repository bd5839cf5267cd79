"""What is wrong with a file before anybody asks what it shows."""

from __future__ import annotations

from pipeline.types import UserError


class IncompleteFileError(UserError):
    key = "error.media.incomplete"
    template = "That file is incomplete: please send it again, once it is saved or downloaded to its end."


class OverloadedFileError(UserError):
    key = "error.media.overloaded"
    template = "That file carries far more tags or index entries than a recording needs: please export it anew."
