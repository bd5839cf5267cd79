"""What the bot's process and the pipeline process say to each other over one pipe.

The two directions differ in trust. The pipeline process trusts the bot, so what goes to it is pickled. The bot does not
trust the pipeline process, which reads strangers' files: what comes from it is decoded into a closed set of frozen
types, bounded and checked, and nothing in it is ever run.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, fields
from math import isfinite, prod
from typing import Any, Final, Literal, get_args

import msgspec
import numpy as np

from pipeline.types import (
    AnimojiResult,
    Character,
    JobCancelled,
    Judgement,
    Likeness,
    Notice,
    OnProgress,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    PipelineSettings,
    PoseTrack,
    Preview,
    Progress,
    SetupError,
    UserError,
)
from pipeline.types.asks import Asks, Given
from pipeline.types.frames import PICTURE_SIZE
from pipeline.types.limits import MAX_SIZE
from pipeline.types.notices import is_notice

MAX_MESSAGE_BYTES: Final = 256 * 1024 * 1024
"""The longest message that the bot's process takes."""
_MAX_PICTURE_BYTES: Final = 16 * 1024 * 1024
_MAX_SOUND_BYTES: Final = 1024 * 1024
_MAX_PREVIEW_BYTES: Final = 4 * 1024 * 1024
_MAX_TEXT: Final = 4000
_MAX_DETAILS: Final = 20_000
"""Characters of a traceback; its end says most."""
_MAX_FIELDS: Final = 32
_PNG: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", PICTURE_SIZE, PICTURE_SIZE)
"""How the picture of a character begins: a PNG of that many pixels each way."""

Result = AnimojiResult | Likeness | Judgement | Preview
Perform = Callable[[Any, PipelineSettings, OnProgress], Result]
"""What the process does with a request; a module's function, since it crosses by name."""

_Break = Literal["bug", "overdue", "died"]


class BadMessageError(Exception):
    """What came from the pipeline process is no message that it may send."""


# ---- to the process -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Setup:
    """The first message: what requests are done with. Functions cross by name."""

    perform: Perform
    settings: PipelineSettings
    warm_up: Callable[[], None] | None


@dataclass(frozen=True)
class Run:
    """Work on this.

    Attributes:
        request: what is to be made.
        handed: how many of the request's files follow as open files; none of them where the system cannot do that.
        cpu_seconds: the processor time after which the system ends the process.
        memory: bytes of address space for the process while it does that; None for no limit.
    """

    request: Asks[Any]
    handed: int
    cpu_seconds: float
    memory: int | None


@dataclass(frozen=True)
class Cancel:
    """Stop what you work on."""


@dataclass(frozen=True)
class End:
    """Finish. The pipe's closing means the same."""


# ---- from the process -----------------------------------------------------------------------------------------------


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """It has started and warmed up. ``measures``: how it is confined."""

    measures: tuple[str, ...]


class Progressed(msgspec.Struct, frozen=True, tag="progress"):
    """How far it is."""

    progress: Progress


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The work is finished."""

    result: AnimojiResult


class Looked(msgspec.Struct, frozen=True, tag="looked"):
    """Somebody was looked at."""

    result: Likeness


class Distilled(msgspec.Struct, frozen=True, tag="distilled"):
    """A student is where it belongs."""

    result: Judgement


class Baked(msgspec.Struct, frozen=True, tag="baked"):
    """A preview is made."""

    result: Preview


class Cancelled(msgspec.Struct, frozen=True, tag="cancelled"):
    """The work was stopped."""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The work failed by something that the user, or where ``setup`` the operator, can put right."""

    key: str
    sentence: str
    fields: dict[str, str | int | float | bool | None]
    setup: bool


class Broke(msgspec.Struct, frozen=True, tag="broke"):
    """The work failed by no fault of the user's: by a bug; it needed more than any job may; its process died twice."""

    message: str
    details: str
    how: _Break = "bug"


Ending = Done | Looked | Distilled | Baked | Cancelled | Refused | Broke
FromProcess = Ready | Progressed | Ending

_BREAKS: Final[dict[_Break, type[PipelineError]]] = {
    "bug": PipelineError,
    "overdue": PipelineOverdueError,
    "died": PipelineDiedError,
}
_FIELD_TYPES: Final = (str, int, float, bool, type(None))


def ending_of(error: Exception, details: str) -> Cancelled | Refused | Broke:
    """How work ended that raised ``error``; ``details``: its traceback."""
    if isinstance(error, JobCancelled):
        return Cancelled()
    if isinstance(error, UserError):
        plain = {name: value if isinstance(value, _FIELD_TYPES) else str(value) for name, value in error.fields.items()}
        return Refused(error.key, str(error)[:_MAX_TEXT], plain, isinstance(error, SetupError))
    if isinstance(error, MemoryError):
        return Broke("the job needed more memory than it may", details[-_MAX_DETAILS:], "overdue")
    if isinstance(error, PipelineError):  # reported by a process that this one looks after
        kinds = (how for how, kind in _BREAKS.items() if type(error) is kind)
        return Broke(str(error)[:_MAX_TEXT], error.details[-_MAX_DETAILS:], next(kinds, "bug"))
    return Broke(f"{type(error).__name__}: {error}"[:_MAX_TEXT], details[-_MAX_DETAILS:])


def ending_with(result: Result) -> Done | Looked | Distilled | Baked:
    """How work ended well."""
    match result:
        case AnimojiResult():
            return Done(result)
        case Likeness():
            return Looked(result)
        case Judgement():
            return Distilled(result)
        case Preview():
            return Baked(result)


def result_of(ending: Ending, kind: type[Given]) -> Given:
    """The result of this kind that the process reports.

    Raises:
        JobCancelled, UserError, SetupError, PipelineError and its kinds: it reports one, or another result.
    """
    match ending:
        case Done(result) | Looked(result) | Distilled(result) | Baked(result):
            if not isinstance(result, kind):
                raise PipelineError("the pipeline process said what it may not say", type(result).__name__)
            return result
        case Cancelled():
            raise JobCancelled
        case Refused(key, sentence, fields, setup):
            refusal = SetupError if setup else UserError
            raise refusal.reported(key, sentence, fields)
        case Broke(message, details, how):
            raise _BREAKS[how](message, details)


# ---- the codec ------------------------------------------------------------------------------------------------------


def encode(message: FromProcess) -> bytes:
    """A message of the process as bytes."""
    return _ENCODER.encode(message)


def write_result(result: AnimojiResult | Likeness) -> bytes:
    """A result as bytes, to be kept for a while and read by this version of the programme."""
    return encode(ending_with(result))


def read_result(data: bytes) -> AnimojiResult | Likeness:
    """The inverse of ``write_result``. Raises BadMessageError."""
    message = decode(data)
    if not isinstance(message, Done | Looked):
        raise BadMessageError("not a result")
    return message.result


def decode(data: bytes) -> FromProcess:
    """The message in ``data``, checked.

    Raises:
        BadMessageError: there is none.
    """
    try:
        message: FromProcess = _DECODER.decode(data)
    except (msgspec.MsgspecError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise BadMessageError(str(error)[:_MAX_TEXT]) from error
    if not _is_sound(message):
        raise BadMessageError(f"a value of {type(message).__name__} is out of its range")
    return message


def _is_sound(message: FromProcess) -> bool:
    """Whether all values are within the ranges that their types promise."""
    match message:
        case Ready(measures):
            return len(measures) < 100
        case Progressed(progress):
            numbers = (progress.fraction, progress.seconds_left, progress.whole)
            return all(value is None or isfinite(value) for value in numbers) and _are_notices(progress.notices)
        case Done(result):
            return _is_result(result)
        case Looked(likeness):
            return len(set(likeness.traits)) == len(likeness.traits)
        case Distilled(judgement):
            psnr = judgement.psnr
            return all(map(isfinite, (psnr.whole, psnr.figure, psnr.head, judgement.worst, judgement.ssim)))
        case Baked(preview):
            return len(preview.data) <= _MAX_PREVIEW_BYTES
        case Refused(key, sentence, fields, _):
            texts = [key, sentence, *fields, *(value for value in fields.values() if isinstance(value, str))]
            return len(fields) <= _MAX_FIELDS and all(len(text) <= _MAX_TEXT for text in texts)
        case Broke(said, details, _):
            return len(said) <= _MAX_TEXT and len(details) <= _MAX_DETAILS
        case Cancelled():
            return True


def _is_result(result: AnimojiResult) -> bool:
    return (
        result.frames >= 1
        and 0 < result.fps <= 1000
        and 1 <= result.size <= MAX_SIZE + 1
        and _is_track(result.track)
        and all(isfinite(seconds) for seconds in result.timings.values())
        and len(result.sound) <= _MAX_SOUND_BYTES
        and _are_notices(result.notices)
        and all(_is_character(character) for character in (result.character, *result.others))
        and (result.partner is None or (_is_character(result.partner.character) and _is_track(result.partner.track)))
    )


def _is_track(track: PoseTrack) -> bool:
    arrays = (array for each in fields(track) if isinstance(array := getattr(track, each.name), np.ndarray))
    return len(track) >= 1 and all(bool(np.isfinite(array).all()) for array in arrays)


def _are_notices(notices: tuple[Notice, ...]) -> bool:
    texts = (text for notice in notices for field in notice.fields for text in field)
    are_short = all(len(text) <= _MAX_TEXT for text in texts)
    return len(notices) <= _MAX_FIELDS and are_short and all(map(is_notice, notices))


def _is_character(character: Character) -> bool:
    picture = character.picture
    return picture is None or (len(picture) <= _MAX_PICTURE_BYTES and picture.startswith(_PNG))


def _encode_array(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return [list(value.shape), np.ascontiguousarray(value).data.cast("B") if value.size else b""]
    if isinstance(value, np.generic):
        return value.item()
    raise NotImplementedError(f"{type(value).__name__} does not cross the pipe")


def _decode_array(kind: Any, value: Any) -> Any:
    """An array of the element type that the field promises; ``value``: its shape and bytes."""
    element = np.dtype(get_args(get_args(kind)[1])[0])
    shape, data = value
    if element.kind not in "fb" or len(shape) > 2 or any(type(side) is not int or side < 0 for side in shape):
        raise ValueError("not an array that may cross the pipe")
    if not isinstance(data, bytes) or len(data) != prod(shape) * element.itemsize:
        raise ValueError("an array's bytes do not fit its shape")
    if element.kind == "b" and data.strip(b"\0\1"):
        raise ValueError("an array of true and false holds something else")
    return np.frombuffer(data, element).reshape(shape).copy()


_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=_encode_array)
_DECODER: Final[msgspec.msgpack.Decoder[FromProcess]] = msgspec.msgpack.Decoder(FromProcess, dec_hook=_decode_array)
