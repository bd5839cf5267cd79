"""A drawn character for browsers, as the bytes of a file."""

from __future__ import annotations

import json

from pipeline.posers.signs import stand_in
from pipeline.types import Character, RigSpec, UserError


class NoPuppetError(UserError):
    """A picture is moved by a network, which no puppet holds."""

    key = "error.no_puppet"
    template = "Only a drawn character can be a puppet, and this one is a picture: ask for it with --source drawn."


def puppet_bytes(character: Character) -> bytes:
    """The puppet of a drawn character: compact JSON of about 120 kB; docs/puppet.md describes it.

    Raises:
        NoPuppetError: the character is a picture.
    """
    if character.spec is None:
        raise NoPuppetError
    return _packed(character.spec)


def sign_puppet_bytes(character: Character) -> bytes:
    """The puppet that carries the signs of comics over a picture character: of it, nothing but the signs is shown."""
    return _packed(character.spec or stand_in(character))


def _packed(spec: RigSpec) -> bytes:
    from pipeline.posers.rig.export import make_puppet

    return json.dumps(make_puppet(spec), separators=(",", ":"), allow_nan=False).encode()
