"""Characters in files: FILE.json holds one, FILE.png beside it shows it."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.characters.errors import BigFileError, MissingCharacterError
from pipeline.characters.picture_file import check_picture, is_aligned_picture, picture_bytes
from pipeline.types import Character, CharacterFileError, CharacterSource, Frames, PictureSource

LARGEST_JSON = 4 * 2**20
"""Bytes; an aligned picture takes about 400 kB."""


def load_character(path: Path) -> CharacterSource:
    """What a file stands for: a .json written by ``save_character``, a picture that such a file lies beside, or another
    picture. A picture is checked by its header alone; it is decoded when the character is made.

    Raises:
        UserError: there is no such file, it is neither, or it is too large.
    """
    if not path.is_file():
        raise MissingCharacterError(name=path.name)
    if path.suffix.lower() == ".json":
        return _character(_read_json(path))
    beside = path.with_suffix(".json")
    if beside.is_file():
        try:
            data = _read_json(beside)
        except CharacterFileError:
            data = None
        # Any other .json of the same name is none of our business.
        if isinstance(data, dict) and "kind" in data:
            return _character(data)
    check_picture(path)
    return PictureSource(path)


def save_character(character: Character, portrait: Frames, path: Path) -> None:
    """Writes ``portrait`` (uint8 [H, W, 4], straight alpha) as a PNG and the character as .json beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture_bytes(portrait))
    text = json.dumps(character.to_json(), ensure_ascii=False, indent=2)
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def _character(data: object) -> Character:
    character = Character.from_json(data)
    if character.picture is not None and not is_aligned_picture(character.picture):
        raise CharacterFileError
    return character


def _read_json(path: Path) -> object:
    size = path.stat().st_size
    if size > LARGEST_JSON:
        raise BigFileError(megabytes=round(size / 2**20, 1), limit=LARGEST_JSON // 2**20)
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CharacterFileError from error
