"""What goes into the pipeline and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from pipeline.types.character import Character
from pipeline.types.effects import Effects
from pipeline.types.frames import BUST, Framing
from pipeline.types.track import DEFAULT_FPS, PoseTrack
from pipeline.types.understood import Understood


class Source(str, Enum):
    """How a prompt becomes a character."""

    AUTO = "auto"
    DRAWN = "drawn"
    DIFFUSED = "diffused"


class PoserName(str, Enum):
    """Who draws: our vector rig, or networks that move a picture. AUTO chooses by the character."""

    AUTO = "auto"
    RIG = "rig"
    THA3 = "tha3"
    THA4 = "tha4"
    STUDENT = "student"


class Format(str, Enum):
    """Kinds of files that an animoji can be."""

    GIF = "gif"
    WEBP = "webp"
    APNG = "apng"
    MP4 = "mp4"
    WEBM = "webm"

    @property
    def has_sound(self) -> bool:
        """Whether its files can be heard."""
        return self in (Format.MP4, Format.WEBM)

    @property
    def extension(self) -> str:
        """The ending of a file's name, with its dot; an animated PNG ends in .png."""
        return ".png" if self is Format.APNG else f".{self.value}"


class Loop(str, Enum):
    """How a motion's end meets its beginning."""

    AUTO = "auto"
    NONE = "none"
    PINGPONG = "pingpong"


class Tracker(str, Enum):
    """What follows the face in a clip. AUTO takes the better one whose model is on this machine."""

    AUTO = "auto"
    MESH = "mesh"
    """mediapipe's face mesh, bundled with it."""
    LANDMARKER = "landmarker"
    """mediapipe's FaceLandmarker, whose model is fetched."""


@dataclass(frozen=True)
class PromptSource:
    """A character to be made from words. ``sketch``: a drawing in a picture file that Stable Diffusion paints over."""

    prompt: str
    seed: int = 0
    source: Source = Source.AUTO
    sketch: Path | None = None


@dataclass(frozen=True)
class PictureSource:
    """A character to be made from a picture file. ``face``: head box (centre x, centre y, side) in its pixels."""

    path: Path
    face: tuple[float, float, float] | None = None


@dataclass(frozen=True)
class VideoMotion:
    """Do what the face in this clip does.

    Attributes:
        path: the clip.
        tracker: what follows the face.
        max_seconds: the best part of at most this length is used; None for the whole clip.
        loop: how the end meets the beginning.
        expressiveness: 0.5-1.5, how far expressions are enlarged; 1 is the usual amount.
    """

    path: Path
    tracker: Tracker = Tracker.AUTO
    max_seconds: float | None = 6.0
    loop: Loop = Loop.AUTO
    expressiveness: float = 1.0


@dataclass(frozen=True)
class PresetMotion:
    """An authored motion by its name."""

    name: str = "idle"


@dataclass(frozen=True)
class VoiceMotion:
    """Speak as this recording does."""

    path: Path


class Speaker(str, Enum):
    """Whose voice says a text."""

    HIGH = "high"
    """A woman's or a child's."""
    LOW = "low"
    """A man's."""


@dataclass(frozen=True)
class SpeechMotion:
    """Say this text, at most 200 characters; emoji in it set the mood. ``speaker``: None for one that suits."""

    text: str
    speaker: Speaker | None = None


@dataclass(frozen=True)
class FileMotion:
    """A motion file: our .json, MikuMikuDance .vmd, or ARKit blendshapes .csv."""

    path: Path


@dataclass(frozen=True)
class TrackMotion:
    """A motion that is known already. ``sound``: what is heard with it, as ``AnimojiResult.sound``."""

    track: PoseTrack
    sound: bytes = b""


class Outline(str, Enum):
    """What is drawn around the figure. AUTO: WHITE where the picture is small and nothing stands behind."""

    AUTO = "auto"
    NONE = "none"
    WHITE = "white"
    """The white border of a die-cut sticker with a thin dark line outside."""


CharacterSource = Character | PromptSource | PictureSource
MotionSource = VideoMotion | PresetMotion | VoiceMotion | SpeechMotion | FileMotion | TrackMotion
_Part = TypeVar("_Part", bound=CharacterSource | MotionSource)


@dataclass(frozen=True)
class Output:
    """What file to make.

    Attributes:
        format: kind of file.
        size: width and height in pixels, 16-1024.
        fps: frames per second, 1-50.
        max_bytes: byte budget; quality gives way until the file fits, then the frame rate. None for no budget.
        may_shrink: whether the picture may become smaller than ``size`` where that serves the budget better.
        plays: how often an APNG plays, 0 for endlessly, which other formats always do.
        framing: which part of the aligned picture is shown.
        silent: whether no sound is put under it, though the format may have one and the motion has.
        still: whether it does not move: of the motion, its most telling frame alone is kept.
    """

    format: Format = Format.GIF
    size: int = 320
    fps: float = DEFAULT_FPS
    max_bytes: int | None = None
    framing: Framing = BUST
    may_shrink: bool = False
    plays: int = 0
    silent: bool = False
    still: bool = False


@dataclass(frozen=True)
class Partner:
    """Who stands beside the character of a request, at the viewer's right.

    Attributes:
        character: who.
        motion: does what; None for what the request's character does, as its mirror image. A clip of several faces is
            shared between the two: the left face moves the left character, the right face the right one.
    """

    character: CharacterSource
    motion: MotionSource | None = None


@dataclass(frozen=True)
class AnimojiRequest:
    """One animoji to be made.

    Attributes:
        character: who.
        motion: does what.
        output: as which file.
        caption: words written on it, "" for none.
        background: "transparent", a colour (name or #rrggbb), or a named background.
        poser: who draws; AUTO chooses by the character's kind.
        effects: which signs of comics are shown. A ``TrackMotion`` keeps its own, whatever is asked for.
        outline: what is drawn around the figure.
        best_seconds: the best loop of so long is shown, and its most telling frame first; None for the whole
            motion in its own order.
        partner: who stands beside the character; the two look at each other. ``poser`` says nothing of the partner.
    """

    character: CharacterSource
    motion: MotionSource
    output: Output = field(default_factory=Output)
    caption: str = ""
    background: str = "transparent"
    poser: PoserName = PoserName.AUTO
    effects: Effects = Effects.AUTO
    outline: Outline = Outline.AUTO
    best_seconds: float | None = None
    partner: Partner | None = None

    @property
    def gives(self) -> type[AnimojiResult]:
        """What becomes of it."""
        return AnimojiResult

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that must be read for it."""
        beside = () if self.partner is None else (self.partner.character, self.partner.motion)
        paths = map(_path, (self.character, self.motion, *beside))
        return tuple(path for path in paths if path is not None)

    def with_files(self, files: Iterable[Path]) -> AnimojiRequest:
        """The same request with these files in place of ``files``, in the same order."""
        places = iter(files)
        character, motion = _with_path(self.character, places), _with_path(self.motion, places)
        partner = self.partner
        if partner is not None:
            beside = _with_path(partner.character, places)
            partner = Partner(beside, None if partner.motion is None else _with_path(partner.motion, places))
        return replace(self, character=character, motion=motion, partner=partner)


def _path(part: CharacterSource | MotionSource | None) -> Path | None:
    if isinstance(part, PromptSource):
        return part.sketch
    kinds = (PictureSource, VideoMotion, VoiceMotion, FileMotion)
    return part.path if isinstance(part, kinds) else None


def _with_path(part: _Part, places: Iterator[Path]) -> _Part:
    """The part of a request with the next one of these files in place of its own, if it has one."""
    if _path(part) is None:
        return part
    change: dict[str, Any] = {"sketch" if isinstance(part, PromptSource) else "path": next(places)}
    changed: _Part = replace(part, **change)
    return changed


class Stage(str, Enum):
    """Where a job is, in the order of the road."""

    QUEUED = "queued"
    CHARACTER = "character"
    MOTION = "motion"
    POSE = "pose"
    ENCODE = "encode"


@dataclass(frozen=True)
class Notice:
    """Something that the person should know although all went well, by message key (see ``pipeline.types.notices``)."""

    key: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far a job is.

    Attributes:
        stage: where it is.
        fraction: how much of that stage is done, 0..1.
        seconds_left: to the end of the job, where known.
        whole: how much of the whole job is done, 0..1, where known; it never shrinks while the job runs.
        notices: what was found so far that the person should know, and may want to stop the job for.
    """

    stage: Stage
    fraction: float = 0.0
    seconds_left: float | None = None
    whole: float | None = None
    notices: tuple[Notice, ...] = ()


OnProgress = Callable[[Progress], None]
"""Called often; may raise JobCancelled to stop the work."""


@dataclass(frozen=True)
class Companion:
    """Who did what beside the character of a result: complete, as ``AnimojiResult.character`` and ``track`` are."""

    character: Character
    track: PoseTrack


@dataclass(frozen=True)
class AnimojiResult:
    """A finished animoji.

    Attributes:
        data: the file's bytes.
        format: kind of file.
        frames: how many pictures it shows.
        fps: frames per second as encoded.
        size: width and height in pixels.
        track: the motion, to be stored and used again (holds no picture of a person).
        character: who was animated, complete.
        poser: who drew.
        understood: the phrases of the prompt that were understood, topic by topic.
        ignored: words of the prompt that could not be used.
        notices: what the person should be told.
        timings: seconds by stage.
        others: further characters from the same words to choose from, the better ones first (at most three).
        sound: what the motion says, an Ogg with Opus; b"" for motions that do not speak.
        partner: who stood beside the character.
    """

    data: bytes
    format: Format
    frames: int
    fps: float
    size: int
    track: PoseTrack
    character: Character
    poser: PoserName
    understood: tuple[Understood, ...] = ()
    ignored: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)
    others: tuple[Character, ...] = ()
    sound: bytes = b""
    partner: Companion | None = None

    @property
    def seconds_of_motion(self) -> float:
        """How long the animation plays, once through."""
        return self.frames / self.fps
