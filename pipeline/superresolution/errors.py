"""What can go wrong with the files of somebody else's networks."""

from __future__ import annotations

from pipeline.types import SetupError


class SuperResolutionFileError(SetupError):
    key = "error.superresolution_file"
    template = "{path} cannot make pictures larger ({reason}): put a file as docs/models.md says there, or none."
