"""A drawn character for browsers, as the bytes of a file."""

from __future__ import annotations

import json

from pipeline.types import Character, UserError


class NoPuppetError(UserError):
    """A picture is moved by a network, which no puppet holds."""

    key = "error.no_puppet"
    template = "Only a drawn character can be a puppet, and this one is a picture: ask for it with --source drawn."


def puppet_bytes(character: Character) -> bytes:
    """The puppet of a drawn character: compact JSON of about 350 kB; docs/puppet.md describes it.

    Raises:
        NoPuppetError: the character is a picture.
    """
    from pipeline.posers.rig.export import make_puppet

    if character.spec is None:
        raise NoPuppetError
    return json.dumps(make_puppet(character.spec), separators=(",", ":"), allow_nan=False).encode()
