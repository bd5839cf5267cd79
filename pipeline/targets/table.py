"""What each place takes, as data: one line a place, with where that is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.types import (
    BUST,
    FACE,
    AnimojiRequest,
    CharacterSource,
    Format,
    Framing,
    MotionSource,
    Outline,
    Output,
    UserError,
)

KB: Final = 1000
KIB: Final = 1024


class UnknownTargetError(UserError):
    """There is no such place."""

    key = "error.unknown_target"
    template = "{name} is no place that AnimeMoji knows: use one of {names}."


@dataclass(frozen=True)
class Target:
    """A place, and the file that it takes.

    Attributes:
        name: as it is written after ``--for``.
        format: kind of file.
        size: width and height in pixels; of a place that takes smaller ones as well, the largest.
        exact: whether the picture must have that size.
        max_bytes: the file is at most so long.
        max_seconds: one round takes at most so long; of what a picture is taken of that does not move, too.
        max_fps: at most so many frames a second.
        frames: at least and at most so many.
        plays: how often the file may play, at least and at most; (0, 0) for endlessly, None where nothing is said.
        whole_seconds: whether one round must take a whole number of seconds.
        framing: what is shown of the figure when AnimeMoji makes the file.
        upload: how it gets there.
        source: where the limits are written. "secondary" where the place itself does not say.
    """

    name: str
    format: Format
    size: int
    exact: bool
    max_bytes: int
    max_seconds: float
    max_fps: float
    frames: tuple[int, int]
    plays: tuple[int, int] | None
    whole_seconds: bool
    framing: Framing
    upload: str
    source: str

    @property
    def is_still(self) -> bool:
        """Whether it takes pictures that do not move."""
        return self.frames[1] == 1

    @property
    def seconds(self) -> float:
        """How long the loop is that AnimeMoji makes for it, or takes one picture of."""
        if self.whole_seconds:
            return float(min(int(self.max_seconds), 2))
        return min(self.max_seconds, 2.5)

    @property
    def output(self) -> Output:
        """The file that AnimeMoji makes for it."""
        fps = _LOOKED_AT if self.is_still else min(self.max_fps, 20.0, self.frames[1] / self.seconds)
        plays = 0 if self.plays is None else self.plays[1]
        return Output(
            self.format,
            self.size,
            fps,
            self.max_bytes,
            self.framing,
            may_shrink=not self.exact,
            plays=plays,
            silent=True,
            still=self.is_still,
        )

    def request(self, character: CharacterSource, motion: MotionSource) -> AnimojiRequest:
        """What makes this file of somebody's best loop; with a white border, as stickers lie on pages of any colour."""
        return AnimojiRequest(character, motion, self.output, outline=Outline.WHITE, best_seconds=self.seconds)


_DISCORD: Final = "docs.discord.com, resources/emoji and resources/sticker"
_TELEGRAM: Final = "core.telegram.org/stickers"
_WHATSAPP: Final = "github.com/WhatsApp/stickers"
_LINE: Final = "creator.line.me, animated stickers and emoji guidelines"
_ONE, _SOME, _MANY = (1, 1), (2, 60), (2, 10_000)
_LOOKED_AT: Final = 10.0
"""Frames per second of what the one picture is chosen from."""

# name, format, size, exact, bytes, seconds, fps, frames, plays, whole seconds, framing, upload, source
_TABLE: Final = (
    ("telegram-sticker", Format.WEBM, 512, True, 256 * KIB, 3.0, 30.0, _MANY, None, False, BUST,
     "Send the file to @Stickers (/newvideo).", _TELEGRAM),
    ("telegram-emoji", Format.WEBM, 100, True, 256 * KIB, 3.0, 30.0, _MANY, None, False, FACE,
     "Send the file to @Stickers (/newemojipack).", _TELEGRAM),
    ("telegram-still", Format.WEBP, 512, True, 512 * KIB, 3.0, 50.0, _ONE, None, False, BUST,
     "Send the file to @Stickers (/newpack).", _TELEGRAM),
    ("whatsapp", Format.WEBP, 512, True, 500 * KB, 10.0, 125.0, _MANY, None, False, BUST,
     "Add it with a sticker maker app, 3 to 30 in a pack.", _WHATSAPP),
    ("whatsapp-still", Format.WEBP, 512, True, 100 * KB, 3.0, 50.0, _ONE, None, False, BUST,
     "Add it with a sticker maker app, 3 to 30 in a pack.", _WHATSAPP),
    ("line-sticker", Format.APNG, 270, True, 300 * KB, 4.0, 20.0, (5, 20), (1, 4), True, BUST,
     "Upload at creator.line.me, 8, 16 or 24 in a pack.", _LINE),
    ("line-emoji", Format.APNG, 180, True, 300 * KB, 4.0, 20.0, (5, 20), (1, 4), True, FACE,
     "Upload at creator.line.me, 8 to 40 in a pack.", _LINE),
    ("slack", Format.GIF, 128, False, 128 * KB, 60.0, 50.0, (2, 50), None, False, FACE,
     "Customize workspace, Emoji, Add custom emoji.", "secondary"),
    ("twitch", Format.GIF, 112, False, 512 * KB, 60.0, 50.0, _SOME, None, False, FACE,
     "Creator dashboard, Viewer rewards, Emotes.", "secondary"),
    ("signal", Format.APNG, 512, False, 300 * KIB, 3.0, 50.0, _MANY, None, False, BUST,
     "Signal Desktop, File, Create/upload sticker pack.", "support.signal.org, stickers"),
    ("imessage", Format.APNG, 408, True, 500 * KB, 60.0, 50.0, _MANY, None, False, BUST,
     "A sticker pack app in Xcode, size Regular.", "secondary"),
    ("discord-emoji", Format.WEBP, 128, False, 256 * KIB, 60.0, 50.0, _MANY, None, False, FACE,
     "Server settings, Emoji.", _DISCORD),
    ("discord-sticker", Format.APNG, 320, True, 512 * KIB, 5.0, 50.0, _MANY, None, False, BUST,
     "Server settings, Stickers.", _DISCORD),
)  # fmt: skip

TARGETS: Final[dict[str, Target]] = {row[0]: Target(*row) for row in _TABLE}


def find_target(name: str) -> Target:
    """The place of that name.

    Raises:
        UnknownTargetError: there is none.
    """
    target = TARGETS.get(name.strip().lower())
    if target is None:
        raise UnknownTargetError(name=name[:40], names=", ".join(TARGETS))
    return target
