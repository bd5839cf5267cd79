"""What is chosen beside the stage, and how choices are read from JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from pipeline import BACKGROUND_NAMES, FRAMINGS, POSE_PARAMETERS, Playing, Smoothing
from studio.errors import OrderError

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_POSE_NAMES: Final = frozenset(name for each in POSE_PARAMETERS for name in (each.name, each.base))
SMOOTHING_RANGES: Final = {"cutoff": (0.1, 10.0), "keenness": (0.0, 10.0)}
"""In hertz; what each means: ``pipeline.Smoothing``."""


class Input(str, Enum):
    """What moves the character."""

    CAMERA = "camera"
    IFACIALMOCAP = "ifacialmocap"
    VMC = "vmc"
    MICROPHONE = "microphone"
    POINTER = "pointer"

    @property
    def mirrors(self) -> bool:
        """Whether people expect a mirror: those who see themselves, but not those whose avatar was turned already."""
        return self in (Input.CAMERA, Input.IFACIALMOCAP)


@dataclass(frozen=True)
class Setting:
    """All choices.

    Attributes:
        input: what moves the character.
        manner: how that is played.
        framing: what is shown of the character, a name.
        background: "transparent", "#rrggbb", or a background's name.
    """

    input: Input
    manner: Playing
    framing: str = "bust"
    background: str = "transparent"

    @classmethod
    def of(cls, moved_by: Input) -> Setting:
        """The usual choices for an input."""
        return cls(moved_by, Playing(mirror=moved_by.mirrors))

    def changed(self, changes: Mapping[str, Any]) -> Setting:
        """The setting with some choices made anew. Raises OrderError."""
        setting = self
        for key, value in changes.items():
            read = _READERS.get(key)
            if read is None:
                raise OrderError(reason=key[:40])
            setting = read(setting, value)
        return setting

    def as_json(self) -> dict[str, Any]:
        """As pages read it."""
        manner = self.manner
        return {
            "input": self.input.value,
            "mirror": manner.mirror,
            "expression": dict(manner.expression),
            "idle": manner.idle,
            "cutoff": manner.smoothing.cutoff,
            "keenness": manner.smoothing.keenness,
            "framing": self.framing,
            "background": self.background,
        }


def _input(setting: Setting, value: Any) -> Setting:
    try:
        chosen = Input(value)
    except ValueError as error:
        raise OrderError(reason="input") from error
    return replace(setting, input=chosen, manner=replace(setting.manner, mirror=chosen.mirrors))


def _mirror(setting: Setting, value: Any) -> Setting:
    return replace(setting, manner=replace(setting.manner, mirror=_switch(value, "mirror")))


def _idle(setting: Setting, value: Any) -> Setting:
    return replace(setting, manner=replace(setting.manner, idle=_switch(value, "idle")))


def _cutoff(setting: Setting, value: Any) -> Setting:
    return _smoothed(setting, replace(setting.manner.smoothing, cutoff=_hertz(value, "cutoff")))


def _keenness(setting: Setting, value: Any) -> Setting:
    return _smoothed(setting, replace(setting.manner.smoothing, keenness=_hertz(value, "keenness")))


def _smoothed(setting: Setting, smoothing: Smoothing) -> Setting:
    return replace(setting, manner=replace(setting.manner, smoothing=smoothing))


def _switch(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise OrderError(reason=key)
    return value


def _hertz(value: Any, key: str) -> float:
    low, high = SMOOTHING_RANGES[key]
    if not _is_number(value) or not low <= value <= high:
        raise OrderError(reason=key)
    return float(value)


def _expression(setting: Setting, value: Any) -> Setting:
    if not isinstance(value, dict) or not value.keys() <= _POSE_NAMES:
        raise OrderError(reason="expression")
    if not all(_is_number(amount) and -1 <= amount <= 1 for amount in value.values()):
        raise OrderError(reason="expression")
    worn = tuple((name, float(amount)) for name, amount in value.items())
    return replace(setting, manner=replace(setting.manner, expression=worn))


def _framing(setting: Setting, value: Any) -> Setting:
    if not isinstance(value, str) or value not in FRAMINGS:
        raise OrderError(reason="framing")
    return replace(setting, framing=value)


def _background(setting: Setting, value: Any) -> Setting:
    if not isinstance(value, str) or not (value in BACKGROUND_NAMES or _COLOUR.fullmatch(value)):
        raise OrderError(reason="background")
    return replace(setting, background=value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_READERS: Final[dict[str, Callable[[Setting, Any], Setting]]] = {
    "input": _input,
    "mirror": _mirror,
    "idle": _idle,
    "expression": _expression,
    "cutoff": _cutoff,
    "keenness": _keenness,
    "framing": _framing,
    "background": _background,
}
