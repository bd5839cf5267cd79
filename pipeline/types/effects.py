"""The signs of comics that go with a motion: which of them a person wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from pipeline.types.errors import UserError


class Effect(str, Enum):
    """A sign of comics, by the name of its event on a track (see ``Gesture``). Hands are no effects."""

    VEIN = "vein"
    STEAM = "steam"
    SWEAT = "sweat"
    TEARS = "tears"
    STREAMS = "streams"
    GLOOM = "gloom"
    HEARTS = "hearts"
    SPARKLE = "sparkle"
    BLUSH = "blush"
    EXCLAMATION = "exclamation"
    QUESTION = "question"
    CROSS = "cross"
    STARS = "stars"
    NOTES = "notes"
    SLEEP = "sleep"


class UnknownEffectError(UserError):
    """Somebody asked for a sign that there is not."""

    key = "error.unknown_effect"
    template = 'There is no effect called "{name}": use auto, off, or some of {names}.'


@dataclass(frozen=True)
class Effects:
    """Which signs are shown.

    Attributes:
        chosen: these, from the first frame to the last; none if it is empty. None leaves it to the motion: its own
            signs, and for a filmed one those that go with what the person feels.
    """

    chosen: tuple[Effect, ...] | None = None

    AUTO: ClassVar[Effects]
    OFF: ClassVar[Effects]

    @classmethod
    def parse(cls, words: str) -> Effects:
        """``auto``, ``off``, or names with commas between them, as people write them.

        Raises:
            UnknownEffectError: a name is not known.
        """
        names = [name for name in words.replace(",", " ").casefold().split() if name]
        if names in ([], ["auto"]):
            return cls.AUTO
        if names == ["off"]:
            return cls.OFF
        known = {effect.value: effect for effect in Effect}
        for name in names:
            if name not in known:
                raise UnknownEffectError(name=name[:40], names=", ".join(known))
        return cls(tuple(dict.fromkeys(known[name] for name in names)))


Effects.AUTO = Effects()
Effects.OFF = Effects(())
