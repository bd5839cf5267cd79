"""What keeps a picture from becoming a character."""

from __future__ import annotations

from pipeline.types import UserError


class EmptyPictureError(UserError):
    key = "error.picture_empty"
    template = (
        "Nothing can be seen in that picture (of one that moves, the first frame is taken): use one that is not "
        "transparent or of one colour."
    )


class BackgroundStaysError(UserError):
    key = "error.picture_background"
    template = (
        "The figure could not be told from its background: use a picture on a plain or transparent background, or run "
        "`animemoji models fetch isnet-anime` once."
    )


class NoHeadError(UserError):
    key = "error.picture_no_head"
    template = (
        "No head that looks at you was found: use a picture of one figure from the front, or say where its head is "
        "with --face X,Y,SIZE."
    )


class TinyHeadError(UserError):
    key = "error.picture_tiny_head"
    template = "The head has only {pixels} pixels: use a larger picture, or one of head and shoulders."


class WrongFaceError(UserError):
    key = "error.picture_wrong_face"
    template = "The head's box must lie in the {width} x {height} pixels of the picture: give its middle and side."
