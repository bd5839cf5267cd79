"""Backgrounds drawn at the size they are shown: soft scenes, some of which move a little, and patterns.

Soft colours and low contrast, so that the character stays the subject; the brightest part is where its head is.
Movement repeats every LOOP_SECONDS and touches few pixels, because every changed pixel costs bytes in a GIF.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, pi, sin
from typing import Final

import numpy as np

from pipeline.types import Float32Array, FloatArray, Pixels

Scene = Callable[[int], Callable[[float], Pixels]]
"""size -> (seconds -> picture)."""
Pattern = Callable[[int, tuple[int, int, int]], Pixels]
"""size, colour -> picture."""

LOOP_SECONDS: Final = 4.0

_HEAD = (0.5, 0.42)
"""About where the head is, as shares of the width and height."""
_SUB = 1 << 4
"""OpenCV can place points at sixteenths of a pixel (four fractional bits)."""

_Colour = tuple[float, float, float]


def sunset(size: int) -> Callable[[float], Pixels]:
    """Indigo to apricot, with a large low sun and thin clouds."""
    x, y = _grid(size)
    picture = _gradient(y, ((0, "#3b2f73"), (0.35, "#a4559a"), (0.65, "#f58a7d"), (1, "#ffd596")))
    sun = _step(0.27 - np.hypot(x - 0.5, y - 0.62), size)
    picture = _mix(picture, _hex("#ffe9b8"), 0.75 * sun)
    for left, right, height, thick in ((0.02, 0.42, 0.63, 0.016), (0.6, 1.05, 0.56, 0.02), (0.3, 0.78, 0.76, 0.014)):
        picture = _mix(picture, _hex("#ffc2a6"), 0.7 * _bar(x, y, left, right, height, thick, size))
    for left, right, height, thick in ((-0.05, 0.28, 0.3, 0.02), (0.68, 0.98, 0.22, 0.016)):
        picture = _mix(picture, _hex("#d987b8"), 0.6 * _bar(x, y, left, right, height, thick, size))
    return _always(picture)


def sky(size: int) -> Callable[[float], Pixels]:
    """A summer sky with round clouds."""
    x, y = _grid(size)
    picture = _gradient(y, ((0, "#5fb4f2"), (0.6, "#a9dcff"), (1, "#e8f7ff")))
    clouds = (
        ((0.08, 0.30, 0.10), (0.19, 0.26, 0.12), (0.29, 0.31, 0.08)),
        ((0.78, 0.17, 0.09), (0.88, 0.13, 0.11), (0.98, 0.18, 0.09)),
        ((0.70, 0.72, 0.11), (0.83, 0.66, 0.14), (0.97, 0.71, 0.12)),
        ((0.00, 0.80, 0.13), (0.13, 0.76, 0.12), (0.25, 0.82, 0.09)),
    )
    for cloud in clouds:
        floor = max(centre[1] for centre in cloud) + 0.045
        for shade, lift in (("#d3ebfb", 0.0), ("#ffffff", 0.02)):
            shape = np.zeros_like(x)
            for cx, cy, radius in cloud:
                shape = np.maximum(shape, _step(radius - np.hypot(x - cx, y - cy + lift), size))
            picture = _mix(picture, _hex(shade), shape * _step(floor - lift * 0.9 - y, size))
    return _always(picture)


def sakura(size: int) -> Callable[[float], Pixels]:
    """Pink spring light with falling petals."""
    x, y = _grid(size)
    picture = _gradient(y, ((0, "#ffe3ec"), (0.55, "#ffd0df"), (1, "#f7b3cd")))
    picture = _mix(picture, _hex("#fff6f8"), 0.8 * _glow(x, y, _HEAD, 0.5))
    for cx, cy, radius in ((0.08, 0.12, 0.09), (0.9, 0.28, 0.12), (0.16, 0.7, 0.13), (0.82, 0.86, 0.1)):
        picture = _mix(picture, _hex("#ffffff"), 0.35 * _step(radius - np.hypot(x - cx, y - cy), size))
    base = _bytes(picture)
    dice = np.random.default_rng(7)
    count = 18
    starts = np.stack([(np.arange(count) + dice.random(count)) / count, dice.random(count)], axis=-1)
    lengths, spins = dice.uniform(0.045, 0.078, count), dice.uniform(0, 2 * pi, count)
    shades = [_hex(("#ff9dbd", "#ffb9cf", "#ffffff")[number % 3]) for number in range(count)]

    def draw(seconds: float) -> Pixels:
        turn = seconds / LOOP_SECONDS % 1
        result = base.copy()
        for (cx, cy), length, spin, shade in zip(starts, lengths, spins, shades, strict=True):
            # Petals leave below and come back above, out of sight.
            down = (cy + turn) % 1 * 1.12 - 0.06
            across = cx + 0.035 * sin(2 * pi * turn + spin)
            _fill(result, _petal(across, down, length, spin + 0.8 * sin(2 * pi * turn + 2 * spin)), shade)
        return result

    return draw


def night(size: int) -> Callable[[float], Pixels]:
    """A deep blue night with a crescent moon and twinkling stars."""
    x, y = _grid(size)
    picture = _gradient(y, ((0, "#141a46"), (0.55, "#35357e"), (1, "#7a5fa6")))
    picture = _mix(picture, _hex("#5a5fb4"), 0.5 * _glow(x, y, _HEAD, 0.55))
    moon = np.minimum(
        _step(0.085 - np.hypot(x - 0.84, y - 0.15), size), 1 - _step(0.075 - np.hypot(x - 0.805, y - 0.13), size)
    )
    picture = _mix(picture, _hex("#fff3c9"), moon)
    dice = np.random.default_rng(11)
    for _ in range(46):
        cx, cy, radius = dice.random(), 0.85 * dice.random() ** 1.3, dice.uniform(0.002, 0.0045)
        picture = _mix(picture, _hex("#dfe3ff"), 0.8 * _step(radius - np.hypot(x - cx, y - cy), size))
    places = ((0.12, 0.14), (0.33, 0.07), (0.07, 0.42), (0.92, 0.4), (0.64, 0.09), (0.16, 0.68), (0.88, 0.66))
    return _twinkling(_bytes(picture), places, 0.03, _hex("#ffffff"))


def mint(size: int) -> Callable[[float], Pixels]:
    """Mint and cream with soft bubbles."""
    x, y = _grid(size)
    picture = _gradient(0.35 * x + 0.65 * y, ((0, "#e9fff4"), (0.5, "#c3f2df"), (1, "#8edcc6")))
    picture = _mix(picture, _hex("#fbfff6"), 0.7 * _glow(x, y, _HEAD, 0.5))
    dice = np.random.default_rng(5)
    for _ in range(14):
        cx, cy, radius = dice.random(), dice.random(), dice.uniform(0.03, 0.11)
        inside = _step(radius - np.hypot(x - cx, y - cy), size)
        picture = _mix(picture, _hex("#ffffff"), dice.uniform(0.18, 0.4) * inside)
    return _always(picture)


def sparkle(size: int) -> Callable[[float], Pixels]:
    """Lilac and rose light with four-pointed stars that come and go."""
    x, y = _grid(size)
    picture = _gradient(0.4 * x + 0.6 * y, ((0, "#e5d4ff"), (0.5, "#ffd6ec"), (1, "#ffe6c9")))
    picture = _mix(picture, _hex("#ffffff"), 0.8 * _glow(x, y, _HEAD, 0.48))
    places = (
        (0.11, 0.16), (0.87, 0.12), (0.93, 0.47), (0.06, 0.52), (0.2, 0.82), (0.83, 0.8), (0.3, 0.06), (0.7, 0.04),
    )  # fmt: skip
    return _twinkling(_bytes(picture), places, 0.065, _hex("#ffffff"))


def flat(size: int, colour: tuple[int, int, int]) -> Pixels:
    """One colour."""
    return np.full((size, size, 4), (*colour, 255), np.uint8)


def dots(size: int, colour: tuple[int, int, int]) -> Pixels:
    """Polka dots, paler than their ground."""
    x, y = _grid(size)
    pitch = 1 / 6
    row = np.floor(y / pitch)
    across = (x / pitch + 0.5 * (row % 2)) % 1 - 0.5
    inside = _step(0.27 * pitch - pitch * np.hypot(across, y / pitch - row - 0.5), size)
    return _bytes(_mix(_plain(x, colour), _paler(colour), 0.8 * inside))


def stripes(size: int, colour: tuple[int, int, int]) -> Pixels:
    """Diagonal stripes, every other one paler."""
    x, y = _grid(size)
    pitch = 1 / 5
    along = ((x + y) / 2 / pitch % 1 - 0.5) * pitch * 2
    return _bytes(_mix(_plain(x, colour), _paler(colour), 0.65 * _step(0.25 * pitch * 2 - np.abs(along), size)))


def sunburst(size: int, colour: tuple[int, int, int]) -> Pixels:
    """A manga's focus lines: rays of uneven width and length that point at the head."""
    x, y = _grid(size)
    cx, cy = _HEAD
    picture = _mix(_plain(x, colour), _paler(colour), 0.9 * _glow(x, y, _HEAD, 0.62))
    angle, radius = np.arctan2(y - cy, x - cx), np.hypot(x - cx, y - cy)
    dice = np.random.default_rng(3)
    count = 56
    directions = (np.arange(count) + dice.uniform(-0.3, 0.3, count)) * 2 * pi / count
    rays = np.zeros_like(x)
    for direction, width, start in zip(
        directions, dice.uniform(0.012, 0.04, count), dice.uniform(0.3, 0.46, count), strict=True
    ):
        away = np.abs((angle - direction + pi) % (2 * pi) - pi)
        rays = np.maximum(rays, _step(width * np.clip((radius - start) / 0.5, 0, 1) * radius - away * radius, size))
    return _bytes(_mix(picture, _darker(colour), 0.55 * rays))


def _twinkling(
    base: Pixels, places: Sequence[tuple[float, float]], radius: float, colour: _Colour
) -> Callable[[float], Pixels]:
    """Four-pointed stars at ``places`` that grow and shrink in turn."""

    def draw(seconds: float) -> Pixels:
        result = base.copy()
        for number, (cx, cy) in enumerate(places):
            phase = 2 * pi * (seconds / LOOP_SECONDS * (1 + number % 2) + number / len(places))
            reach = radius * (0.45 + 0.55 * max(0.0, sin(phase)) ** 2)
            _fill(result, _star(cx, cy, reach), colour)
        return result

    return draw


def _star(cx: float, cy: float, reach: float) -> FloatArray:
    turns = np.arange(8) * pi / 4
    radii = np.where(np.arange(8) % 2, 0.22, 1.0) * reach
    return np.stack([cx + radii * np.sin(turns), cy - radii * np.cos(turns)], axis=-1)


def _petal(cx: float, cy: float, length: float, turn: float) -> FloatArray:
    """A cherry petal: pointed below, broad and notched above."""
    along = np.linspace(0, 1, 12)
    half = 0.31 * np.sin(pi * along**1.4) ** 0.8 + 0.1 * along
    side = np.stack([half, along - 0.5], axis=-1)
    outline = np.concatenate([side, [[0.0, 0.28]], side[::-1] * [-1, 1]]) * length
    turned = outline @ np.array([[cos(turn), sin(turn)], [-sin(turn), cos(turn)]])
    return np.asarray(turned + np.array([cx, cy]))


def _fill(picture: Pixels, outline: FloatArray, colour: _Colour) -> None:
    """Fill a shape given in shares of the picture's size, with smooth edges."""
    import cv2

    points = np.rint((outline * len(picture) - 0.5) * _SUB).astype(np.int32)
    cv2.fillPoly(picture, [points], (*colour, 255), cv2.LINE_AA, 4)


def _grid(size: int) -> tuple[Float32Array, Float32Array]:
    """X and y of every pixel's middle, 0..1, float32 [size, size]."""
    middle = (np.arange(size, dtype=np.float32) + 0.5) / size
    x, y = np.meshgrid(middle, middle)
    return x, y


def _gradient(along: Float32Array, stops: Sequence[tuple[float, str]]) -> Float32Array:
    """Colours by place, float32 [size, size, 3] in 0..255."""
    places = [place for place, _ in stops]
    channels = zip(*(_hex(colour) for _, colour in stops), strict=True)
    return np.stack([np.interp(along, places, channel) for channel in channels], axis=-1).astype(np.float32)


def _step(inside: Float32Array, size: int) -> Float32Array:
    """1 where the distance ``inside`` an edge is positive, 0 where not, one pixel of ramp between."""
    return np.clip(inside * size + 0.5, 0, 1)


def _glow(x: Float32Array, y: Float32Array, centre: tuple[float, float], radius: float) -> Float32Array:
    """1 in the middle, falling softly to 0 at ``radius``."""
    away = np.clip(np.hypot(x - centre[0], y - centre[1]) / radius, 0, 1)
    return np.asarray((1 - away * away) ** 2, np.float32)


def _bar(
    x: Float32Array, y: Float32Array, left: float, right: float, height: float, thick: float, size: int
) -> Float32Array:
    """A flat bar with round ends."""
    away = np.maximum(np.maximum(left - x, x - right), 0)
    return _step(thick - np.hypot(away, y - height), size)


def _mix(picture: Float32Array, colour: _Colour, share: Float32Array) -> Float32Array:
    return picture + (np.array(colour, np.float32) - picture) * share[..., None]


def _plain(x: Float32Array, colour: _Colour) -> Float32Array:
    return np.broadcast_to(np.array(colour, np.float32), (*x.shape, 3))


def _paler(colour: _Colour) -> _Colour:
    red, green, blue = (value + 0.6 * (255 - value) for value in colour)
    return red, green, blue


def _darker(colour: _Colour) -> _Colour:
    red, green, blue = (value * 0.72 for value in colour)
    return red, green, blue


def _hex(colour: str) -> _Colour:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _bytes(picture: Float32Array) -> Pixels:
    colours = np.rint(picture).clip(0, 255).astype(np.uint8)
    return np.insert(colours, 3, 255, axis=-1)


def _always(picture: Float32Array) -> Callable[[float], Pixels]:
    still = _bytes(picture)
    return lambda seconds: still
