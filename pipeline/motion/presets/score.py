"""A preset as it is written down: a TOML file of keyframes and layers.

title = { en = "Nods twice", ja = "うんうんとうなずく" }     what people read, by language; English is a must
seconds = 2.2                 length of the loop
breaths = 1                   whole breaths in a loop (default 1)
sway = 0.1                    how far head and body drift by themselves (default 0.08)
body = 0.45                   how far the body follows the head (default 0.45)
look = 0.3                    how far the eyes stay on the viewer when the head moves (default 0.3)
blinks = [0.2, 1.6]           when blinks begin, in seconds

[keys]                        channel = [[time, value], [time, value, "easing"], ...]
head_x = [[0, 0], [0.4, -0.8, "out"]]        a paired channel may leave out its side

[[tremble]]                   a quick wave on some channels, between two times
hz = 8
from = 0.5
to = 1.5
amounts = { head_y = 0.1 }

[emotions]                    keys too, over the six emotions; neutral is what is left
happy = [[0, 0.7]]

[[gesture]]                   what a hand does, for those who can show hands
name = "wave"
from = 0.3
to = 1.9
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.motion.presets.curves import EASINGS, Key
from pipeline.types import EMOTIONS, POSE_INDEX, POSE_NAMES, pose_columns

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Channel = tuple[Key, ...]


@dataclass(frozen=True)
class Tremble:
    """A quick wave of ``hz`` on some channels, by (name, amount), from ``start`` to ``end``."""

    hz: float
    start: float
    end: float
    amounts: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class TimedGesture:
    """What shows beside the face from ``start`` to ``end``."""

    name: str
    start: float
    end: float


@dataclass(frozen=True)
class Score:
    """One preset, as written. Times are in seconds.

    Attributes:
        name: the file's, without its ending.
        titles: what people read, by language ("en", "ja"); there is always an English one.
        seconds: length of the loop.
        keys: channels by full parameter name.
        breaths, sway, body, look, blinks: see the head of this module.
        trembles: quick waves.
        emotions: confidences over time, by name, without neutral.
        gestures: what shows beside the face, and when.
    """

    name: str
    titles: Mapping[str, str]
    seconds: float
    keys: Mapping[str, Channel]
    breaths: int = 1
    sway: float = 0.08
    body: float = 0.45
    look: float = 0.3
    blinks: tuple[float, ...] = ()
    trembles: tuple[Tremble, ...] = ()
    emotions: Mapping[str, Channel] | None = None
    gestures: tuple[TimedGesture, ...] = ()


def read_score(path: Path) -> Score:
    """The preset in a TOML file, named after the file.

    Raises:
        ValueError: the title, a channel, an easing, a time or a field is not as described above. The sentence names the
            file, for its author.
    """
    try:
        return _score(path.stem, tomllib.loads(path.read_text("utf-8")))
    except KeyError as error:
        raise ValueError(f"{path.name}: {error} is missing") from error
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _score(name: str, data: dict[str, Any]) -> Score:
    titles = data.pop("title")
    if not isinstance(titles, dict) or not isinstance(titles.get("en"), str):
        raise ValueError('title must be a table with an English one, { en = "…" }')
    seconds = float(data.pop("seconds"))
    keys = _channels(data.pop("keys"), seconds)
    trembles = tuple(
        Tremble(item["hz"], item["from"], item["to"], tuple(_sided(item["amounts"]).items()))
        for item in data.pop("tremble", [])
    )
    gestures = tuple(TimedGesture(item["name"], item["from"], item["to"]) for item in data.pop("gesture", []))
    emotions = {emotion: _channel(emotion, keys, seconds) for emotion, keys in data.pop("emotions", {}).items()}
    if not set(emotions) <= set(EMOTIONS[1:]):
        raise ValueError(f"unknown emotion among {list(emotions)}")
    blinks = tuple(float(at) for at in data.pop("blinks", ()))
    return Score(name, titles, seconds, keys, blinks=blinks, trembles=trembles, emotions=emotions, gestures=gestures,
                 **data)  # fmt: skip


def _channels(table: dict[str, Any], seconds: float) -> dict[str, Channel]:
    return {name: _channel(name, keys, seconds) for name, keys in _sided(table).items()}


def _sided(table: dict[str, Any]) -> dict[str, Any]:
    """The table with each name that leaves out its side given for both; a side of its own wins."""
    full: dict[str, Any] = {}
    for name, value in table.items():
        try:
            columns = pose_columns(name)
        except KeyError as error:
            raise ValueError(f"unknown channel {name!r}") from error
        full |= {POSE_NAMES[column]: value for column in columns if POSE_NAMES[column] not in table}
    return full | {name: value for name, value in table.items() if name in POSE_INDEX}


def _channel(name: str, keys: list[list[Any]], seconds: float) -> Channel:
    channel = tuple(Key(float(key[0]), float(key[1]), *key[2:]) for key in keys)
    times = [key.time for key in channel]
    if not channel or sorted(set(times)) != times or times[0] < 0 or times[-1] >= seconds:
        raise ValueError(f"{name}: times must ascend within 0..{seconds}")
    unknown = [key.arrive for key in channel if key.arrive != "auto" and key.arrive not in EASINGS]
    if unknown:
        raise ValueError(f"{name}: unknown easing {unknown[0]!r}")
    return channel
