"""What a person can put right about background and caption."""

from __future__ import annotations

from pipeline.types import UserError


class BackgroundError(UserError):
    key = "error.background"
    template = (
        'There is no background "{background}": use transparent, a colour such as pink or #ff88aa,'
        " or one of {names} (the patterns also as dots:skyblue)."
    )


class CaptionError(UserError):
    key = "error.caption"
    template = "The caption has {count} characters: shorten it to at most {limit}."
