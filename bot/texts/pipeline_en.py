"""What the pipeline says, where its own sentence is for the command line and would not help in Discord."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "error.picture_needs_neural": "I cannot work with pictures here; please describe the character in words instead.",
    "error.neural_extra": "I cannot animate pictures here; please describe the character in words instead.",
    "error.tha3_weights": "I cannot animate pictures here; please describe the character in words instead.",
    "error.picture_background": (
        "The figure could not be told from its background; please use a picture on a plain or transparent background."
    ),
    "error.picture_no_head": (
        "No head that looks at you was found; please use a picture of one figure, seen from the front."
    ),
    "error.sketch_needs_diffusion": (
        "A sketch is for painted characters: choose that style, or leave the sketch out where I cannot paint."
    ),
    "error.character_file": "That file is not a picture that I can read; please use a PNG, JPEG or WebP.",
    "notice.picture_unsure_head": "The head was hard to find; if the face moves oddly, use a picture from the front.",
}
