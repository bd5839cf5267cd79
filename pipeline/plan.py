"""The plan of a job: everything that is known about it before the work begins, decided once and in one place.

Who will be animated, by which poser, after what kind of motion, with which sound, and how much work each stage will be.
The conductor follows the plan, progress bars take their shares from it, and the engine learns its pace by the kinds of
work that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from typing_extensions import assert_never

from pipeline.types import (
    AnimojiRequest,
    AnimojiResult,
    Character,
    CharacterKind,
    CharacterSource,
    FileMotion,
    Format,
    LookRequest,
    MotionSource,
    Output,
    Partner,
    PictureSource,
    PoserName,
    PresetMotion,
    PromptSource,
    Source,
    SpeechMotion,
    Stage,
    TrackMotion,
    UserError,
    VideoMotion,
    VoiceMotion,
)
from pipeline.types.asks import Asks
from pipeline.types.frames import PICTURE_SIZE
from pipeline.types.output import check_output


class PoserUnsuitedError(UserError):
    """The poser that was asked for cannot move this kind of character."""

    key = "error.poser_unsuited"
    template = "The poser {poser} cannot move this character: leave the choice to AnimeMoji (auto) or use {instead}."


class Making(str, Enum):
    """How a character comes into being."""

    GIVEN = "given"
    """It is complete already."""
    DRAWN = "drawn"
    """Words become a spec for the rig."""
    PAINTED = "painted"
    """Words become a picture, by Stable Diffusion."""
    ALIGNED = "aligned"
    """A person's own picture is cut out and aligned."""


class MotionKind(str, Enum):
    """Where a motion comes from."""

    CLIP = "clip"
    PRESET = "preset"
    VOICE = "voice"
    SPEECH = "speech"
    FILE = "file"
    TRACK = "track"


@dataclass(frozen=True)
class WorkKind:
    """A sort of work whose speed can be learned: what a stage does, and with which tool.

    ``varies``: whether its speed depends so much on the machine (a GPU or none) that nobody can guess it.
    """

    stage: Stage
    tool: str
    varies: bool = False


@dataclass(frozen=True)
class StageWork:
    """What one stage has to do. ``seconds``: how long that takes on the machine of docs/performance.md."""

    kind: WorkKind
    seconds: float

    def times(self, count: int) -> StageWork:
        """The same, so many times over."""
        return StageWork(self.kind, count * self.seconds)


Seconds = Mapping[Stage, float]
"""Seconds by stage, in the order of the road."""

USUAL_MOTION_SECONDS: Final = 4.0
"""Taken for a motion whose length shows only when it is read."""
_SPOKEN_SECONDS: Final = 0.08
"""For each character of a text, between a letter and a kanji."""


@dataclass(frozen=True)
class Plan:
    """What will be done for a request.

    Attributes:
        making: how the character comes into being.
        kind: what kind of character that will be.
        poser: who draws it; never AUTO. For pictures THA3 also where a student will turn out to be there: that shows
            when the picture is ready.
        motion: where the motion comes from.
        frames: how many frames will be drawn; an estimate unless the motion is a track.
        output: the file that is asked for.
        composed: whether there is a caption or a background.
        figures: how many characters appear; what is said of one is of the one that is more work.
    """

    making: Making
    kind: CharacterKind
    poser: PoserName
    motion: MotionKind
    frames: int
    output: Output
    composed: bool
    figures: int = 1

    @property
    def work(self) -> Mapping[Stage, StageWork]:
        """The work of each stage, in the order of the road; waiting is none."""
        return {
            Stage.CHARACTER: _character_work(self.making).times(self.figures),
            Stage.MOTION: _motion_work(self.motion, self.frames / self.output.fps).times(self.figures),
            Stage.POSE: _pose_work(self.poser, self.frames, self.output, self.composed).times(self.figures),
            Stage.ENCODE: _encode_work(self.frames, self.output),
        }

    @property
    def seconds(self) -> Seconds:
        """How long each stage takes on the machine of docs/performance.md."""
        return {stage: work.seconds for stage, work in self.work.items()}

    @property
    def is_light(self) -> bool:
        """Whether no network works on pictures, so that a GPU is of no use."""
        return self.poser is PoserName.RIG and self.making in (Making.GIVEN, Making.DRAWN)

    @property
    def reads_a_clip(self) -> bool:
        """Whether its motion begins with a clip's header."""
        return self.motion is MotionKind.CLIP

    def with_frames(self, frames: int) -> Plan:
        """The plan as it would have been, had the number of frames been known."""
        return replace(self, frames=frames)


@dataclass(frozen=True)
class LookPlan:
    """What will be done to tell what somebody looks like: a few pictures of a clip are looked at, or a photo."""

    is_light = True
    reads_a_clip = True

    @property
    def work(self) -> Mapping[Stage, StageWork]:
        """As ``Plan.work``."""
        return {Stage.MOTION: StageWork(WorkKind(Stage.MOTION, "look"), _LOOK_SECONDS)}

    @property
    def seconds(self) -> Seconds:
        """As ``Plan.seconds``."""
        return {stage: work.seconds for stage, work in self.work.items()}


Course = Plan | LookPlan
"""How a job goes, whatever it is."""


def course_of(request: Asks[Any], can_paint: Callable[[], bool]) -> Course:
    """Decides how a request will be done, whatever it asks for. Raises as ``plan``."""
    if isinstance(request, LookRequest):
        return LookPlan()
    if not isinstance(request, AnimojiRequest):
        raise TypeError(f"engines do not take {type(request).__name__}")
    return plan(request, can_paint)


def as_it_was(course: Course, result: object) -> Course:
    """The course as it would have been, had it been known how long the motion of its result is."""
    if isinstance(course, Plan) and isinstance(result, AnimojiResult):
        return course.with_frames(len(result.track))
    return course


def plan(request: AnimojiRequest, can_paint: Callable[[], bool]) -> Plan:
    """Decides how a request will be done. ``can_paint``: whether this machine can run Stable Diffusion.

    Raises:
        UserError: no encoder can make such a file, or the poser that is asked for cannot move this kind of character.
        SetupError: a setting cannot be used.
    """
    if request.partner is not None:
        return _plan_two(request, request.partner, can_paint)
    check_output(request.output)
    making = making_of(request.character, can_paint)
    kind = _kind_of(request.character, making)
    return Plan(
        making=making,
        kind=kind,
        poser=poser_for(kind, request.poser),
        motion=_motion_kind(request.motion),
        frames=_frames_of(request.motion, request.output.fps),
        output=request.output,
        composed=bool(request.caption.strip()) or request.background != "transparent",
    )


def _plan_two(request: AnimojiRequest, partner: Partner, can_paint: Callable[[], bool]) -> Plan:
    """The plan of what is more work, for both. Raises UserError, SetupError."""
    alone = replace(request, partner=None)
    beside = replace(alone, character=partner.character, motion=partner.motion or request.motion, poser=PoserName.AUTO)
    plans = (plan(alone, can_paint), plan(beside, can_paint))
    drawing = max(plans, key=lambda each: each.seconds[Stage.CHARACTER] + each.seconds[Stage.POSE])
    moving = max(plans, key=lambda each: each.seconds[Stage.MOTION])
    frames = max(each.frames for each in plans)
    return replace(drawing, motion=moving.motion, frames=frames, figures=2)


def making_of(source: CharacterSource, can_paint: Callable[[], bool]) -> Making:
    """How the character that ``source`` asks for comes into being here; ``can_paint`` is asked where it matters."""
    match source:
        case Character():
            return Making.GIVEN
        case PictureSource():
            return Making.ALIGNED
        case PromptSource(source=Source.DRAWN):
            return Making.DRAWN
        case PromptSource():
            return Making.PAINTED if can_paint() else Making.DRAWN
        case _:
            assert_never(source)


def poser_for(
    kind: CharacterKind, name: PoserName = PoserName.AUTO, has_student: Callable[[], bool] = lambda: False
) -> PoserName:
    """Who moves such a character when ``name`` is asked for; AUTO is the rig for drawn ones, and for pictures their
    student where there is one, else THA3.

    Raises:
        PoserUnsuitedError: that poser cannot.
    """
    if kind is CharacterKind.DRAWN:
        own: tuple[PoserName, ...] = (PoserName.RIG,)
    else:
        own = (PoserName.THA3, PoserName.STUDENT, PoserName.THA4)
    if name is PoserName.AUTO:
        return PoserName.STUDENT if PoserName.STUDENT in own and has_student() else own[0]
    if name not in own:
        raise PoserUnsuitedError(poser=name.value, instead=own[0].value)
    return name


def _kind_of(source: CharacterSource, making: Making) -> CharacterKind:
    match source:
        case Character():
            return source.kind
        case PictureSource():
            return CharacterKind.UPLOADED
        case PromptSource():
            return CharacterKind.DIFFUSED if making is Making.PAINTED else CharacterKind.DRAWN
        case _:
            assert_never(source)


def _motion_kind(motion: MotionSource) -> MotionKind:
    match motion:
        case VideoMotion():
            return MotionKind.CLIP
        case PresetMotion():
            return MotionKind.PRESET
        case VoiceMotion():
            return MotionKind.VOICE
        case SpeechMotion():
            return MotionKind.SPEECH
        case FileMotion():
            return MotionKind.FILE
        case TrackMotion():
            return MotionKind.TRACK
        case _:
            assert_never(motion)


def _frames_of(motion: MotionSource, fps: float) -> int:
    match motion:
        case TrackMotion(track):
            seconds = track.seconds
        case SpeechMotion(text):
            seconds = len(text) * _SPOKEN_SECONDS
        case VideoMotion(max_seconds=float() | int() as longest) if 0 < longest < 3600:
            seconds = longest
        case _:
            seconds = USUAL_MOTION_SECONDS
    return max(1, round(seconds * fps))


# Seconds on the machine of docs/performance.md (2 virtual cores, no GPU), warm; `animemoji bench` measures the parts.
_CHARACTER_SECONDS: Final = {Making.GIVEN: 0.001, Making.DRAWN: 0.002, Making.PAINTED: 200.0, Making.ALIGNED: 0.8}
_MOTION_SECONDS: Final = {
    MotionKind.CLIP: (0.1, 0.27),
    MotionKind.PRESET: (0.004, 0.0),
    MotionKind.VOICE: (0.1, 0.02),
    MotionKind.SPEECH: (0.6, 0.17),
    MotionKind.FILE: (0.02, 0.005),
    MotionKind.TRACK: (0.001, 0.0),
}
"""To begin with, and for each second of motion."""
_LOOK_SECONDS: Final = 1.2
_ENCODE_SECONDS: Final = {
    Format.GIF: (0.0015, 0.027),
    Format.WEBP: (0.0048, 0.095),
    Format.APNG: (0.001, 0.087),
    Format.MP4: (0.0006, 0.035),
    Format.WEBM: (0.002, 0.35),
}
"""For each frame, and for each million of its pixels."""
_RIG_SECONDS: Final = (0.0027, 0.018)
"""Likewise."""
_COMPOSE_SECONDS: Final = (0.0001, 0.011)
"""Likewise."""
_STUDENT_SECONDS: Final = 0.006
"""For each frame."""
_THA3_SECONDS: Final = (0.14, 0.33)
"""For each frame: where half of the network's resolution is enough, and where all of it is needed."""
_THA4_SECONDS: Final = (2.0, 5.4)
"""Likewise, by the full networks; an official student takes a tenth."""
_FITTING: Final = 1.6
"""How much longer a file takes that must fit into a byte budget, in the mean."""


def _character_work(making: Making) -> StageWork:
    varies = making is Making.PAINTED
    return StageWork(WorkKind(Stage.CHARACTER, making.value, varies), _CHARACTER_SECONDS[making])


def _motion_work(motion: MotionKind, seconds: float) -> StageWork:
    start, each = _MOTION_SECONDS[motion]
    return StageWork(WorkKind(Stage.MOTION, motion.value), start + each * seconds)


def _pose_work(poser: PoserName, frames: int, output: Output, composed: bool) -> StageWork:
    each = _each(_COMPOSE_SECONDS, output.size) if composed else 0.0
    if poser is PoserName.RIG:
        return StageWork(WorkKind(Stage.POSE, poser.value), frames * (each + _each(_RIG_SECONDS, output.size)))
    if poser is PoserName.STUDENT:
        return StageWork(WorkKind(Stage.POSE, poser.value), frames * (each + _STUDENT_SECONDS))
    half, whole = _THA4_SECONDS if poser is PoserName.THA4 else _THA3_SECONDS
    is_small = output.size * PICTURE_SIZE <= output.framing.side * PICTURE_SIZE / 2
    return StageWork(WorkKind(Stage.POSE, poser.value, varies=True), frames * (each + (half if is_small else whole)))


def _encode_work(frames: int, output: Output) -> StageWork:
    seconds = frames * _each(_ENCODE_SECONDS[output.format], output.size)
    if output.max_bytes is None:
        return StageWork(WorkKind(Stage.ENCODE, output.format.value), seconds)
    return StageWork(WorkKind(Stage.ENCODE, f"{output.format.value} that fits"), seconds * _FITTING)


def _each(cost: tuple[float, float], size: int) -> float:
    """Seconds for one frame of ``size`` x ``size`` pixels."""
    frame, million_pixels = cost
    return frame + million_pixels * size * size / 1e6
