"""Character: who is animated."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from pipeline.types.errors import UserError
from pipeline.types.json_fields import Fields
from pipeline.types.spec import RigSpec

CHARACTER_VERSION: Final = 1
"""Of the files of characters; a newer one may say what this programme does not know."""


class CharacterFileError(UserError):
    """The file holds no character."""

    key = "error.character_file"
    template = (
        "That file is not a character: use a .json written by `animemoji character`, or a picture: PNG, JPEG, WebP, "
        "AVIF, HEIC, GIF, BMP or TIFF."
    )


class CharacterKind(str, Enum):
    """Where a character comes from."""

    DRAWN = "drawn"
    """Our vector rig draws it from a spec."""
    DIFFUSED = "diffused"
    """Stable Diffusion made the picture."""
    UPLOADED = "uploaded"
    """A person brought the picture."""


@dataclass(frozen=True)
class Character:
    """A character, complete: the same value always gives the same pictures.

    Attributes:
        kind: where it comes from.
        prompt: the words it was made from ("" for an upload).
        seed: what decided all that the prompt left open.
        spec: what the rig draws (drawn characters only).
        picture: PNG bytes of the aligned picture, 512x512 RGBA (diffused and uploaded characters only).
    """

    kind: CharacterKind
    prompt: str = ""
    seed: int = 0
    spec: RigSpec | None = None
    picture: bytes | None = None

    def __post_init__(self) -> None:
        if (self.kind is CharacterKind.DRAWN) != (self.spec is not None) or (self.spec is None) == (
            self.picture is None
        ):
            raise ValueError("a drawn character has a spec, any other one a picture")

    def to_json(self) -> dict[str, Any]:
        """A JSON object that ``from_json`` reads back to the same character."""
        data: dict[str, Any] = {
            "version": CHARACTER_VERSION,
            "kind": self.kind.value,
            "prompt": self.prompt,
            "seed": self.seed,
        }
        if self.spec is not None:
            data["spec"] = self.spec.to_json()
        if self.picture is not None:
            data["picture"] = base64.b64encode(self.picture).decode()
        return data

    @classmethod
    def from_json(cls, data: object) -> Character:
        """The character in a JSON object.

        Raises:
            CharacterFileError: it is not one.
            NewerFileError: it was written by a newer version of AnimeMoji.
        """
        try:
            fields = Fields(data)
            fields.check_version(CHARACTER_VERSION)
            spec = fields.get("spec")
            return cls(
                kind=CharacterKind(fields.text("kind")),
                prompt=fields.text("prompt", ""),
                seed=fields.whole("seed", 0),
                spec=None if spec is None else RigSpec.from_json(spec),
                picture=None
                if fields.get("picture") is None
                else base64.b64decode(fields.text("picture"), validate=True),
            )
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise CharacterFileError from error
