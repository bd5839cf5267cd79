"""Who is animated: from words, a picture or a file to a Character."""

from __future__ import annotations

from pipeline.characters.files import load_character, save_character
from pipeline.characters.make import make_character

__all__ = ["load_character", "make_character", "save_character"]
