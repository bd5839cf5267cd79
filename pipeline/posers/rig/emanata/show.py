"""What each sign does over time: where its stamps are at a phase, which counts whole periods since it came.

Design units; the head's middle is the origin, x to the viewer's right, y down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from pipeline.posers.rig.emanata import art, hands
from pipeline.posers.rig.emanata.art import ON_FACE, Art
from pipeline.posers.rig.emanata.raised import HandSign
from pipeline.posers.rig.emanata.sign import Sign, SignSheet
from pipeline.types.arrays import FloatArray


def _swell(share: float) -> float:
    """0 at both ends of a period, 1 in the middle, flat there."""
    swollen: float = np.minimum(1.0, 2.2 * np.sin(np.pi * share))
    return swollen


class Tears:
    """Water on the lower lids, and drops that roll down the cheeks one after the other."""

    def __init__(self, page: SignSheet) -> None:
        self._figure = page.figure
        self._puddles = page.stamps("tears.lid", art.puddle, 2, ON_FACE)
        self._drops = page.stamps("tears.drop", art.drop, 4, ON_FACE)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        (eye_x, eye_y), chin, scale = self._figure.eye, self._figure.chin, self._figure.eye_scale
        for side, puddle in zip((-1, 1), self._puddles, strict=True):
            at = side * (eye_x + 1), eye_y + 19 * scale
            puddle.place(rest, dials, at, 0.9 * scale, 0.0, level, self._depth(*at))
        for index, drop in enumerate(self._drops):
            side = -1 if index % 2 else 1
            share = (phase + index / 4 + (0.13 if side > 0 else 0)) % 1
            fall = share * share * (1.6 - 0.6 * share)
            top, bottom = eye_y + 26 * scale, chin - 6
            at = side * (eye_x + 5 - 6 * fall), top + (bottom - top) * fall
            drop.place(rest, dials, at, 0.62 + 0.25 * share, 0.0, level * _swell(share), self._depth(*at))

    def _depth(self, x: float, y: float) -> FloatArray:
        return self._figure.face_z(x, y) + 6


class Streams:
    """Tears without end: two rivers down the cheeks, and drops that fly off."""

    def __init__(self, page: SignSheet) -> None:
        self._figure = page.figure
        self._streams = page.stamps("streams.river", art.stream, 2, ON_FACE)
        self._drops = page.stamps("streams.drop", art.drop, 6)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        (eye_x, eye_y), chin, scale = self._figure.eye, self._figure.chin, self._figure.eye_scale
        down = np.linspace(0, 1, 7)
        for side, stream in zip((-1, 1), self._streams, strict=True):
            wobble = 1.6 * np.sin(2 * np.pi * (2 * phase - 1.2 * down))
            half = 9 + 7 * down + wobble
            middle = eye_x + 1 + 3 * down
            x = np.concatenate([middle - half, (middle + half)[::-1]]) * side
            y = eye_y + 13 * scale + (chin - 2 - eye_y - 13 * scale) * np.concatenate([down, down[::-1]])
            points = np.column_stack([x, y, self._figure.face_z(x, y) + 6])
            stream.mould(rest, dials, points, level)
        for index, drop in enumerate(self._drops):
            side = -1 if index % 2 else 1
            share = (phase * 1.0 + index / 6) % 1
            at = side * (eye_x + 30 + 62 * share), eye_y + 24 - 62 * share + 120 * share * share
            lean = side * (1.9 - 2.3 * share)
            drop.place(rest, dials, at, 0.8, lean, level * _swell(share))


class Vein:
    """The cross of anger, throbbing."""

    def __init__(self, page: SignSheet) -> None:
        (self._stamp,) = page.stamps("vein", art.vein, 1)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        beat = np.exp(-6 * (phase % 1))
        self._stamp.place(rest, dials, (70, -72), (1.25 + 0.3 * beat) * (0.4 + 0.6 * level), 0.12, level)


class Steam:
    """Puffs from both ears."""

    def __init__(self, page: SignSheet) -> None:
        self._puffs = page.stamps("steam", art.puff, 4)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        for index, puff in enumerate(self._puffs):
            side = -1 if index % 2 else 1
            share = (phase + index // 2 / 2) % 1
            at = side * (112 + 52 * share), -16 - 34 * share
            puff.place(rest, dials, at, 0.55 + 0.95 * share, 0.0, level * np.minimum(1.0, 3 * (1 - share)))


class Sweat:
    """One large drop beside the temple."""

    def __init__(self, page: SignSheet) -> None:
        (self._stamp,) = page.stamps("sweat", art.drop, 1)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        share = phase % 1
        slide = 0.5 - 0.5 * np.cos(np.pi * share)
        self._stamp.place(rest, dials, (100, -46 + 38 * slide), 1.7, -0.1, level * _swell(share))


class Hearts:
    """Hearts that rise around the head."""

    _PATHS: Final = ((-116.0, 0.0), (112.0, 0.31), (-84.0, 0.55), (128.0, 0.78), (78.0, 0.12))

    def __init__(self, page: SignSheet) -> None:
        self._stamps = page.stamps("hearts", art.heart, len(self._PATHS))

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        for (x, start), heart in zip(self._PATHS, self._stamps, strict=True):
            share = (phase + start) % 1
            sway = np.sin(2 * np.pi * share + x)
            at = x + 9 * sway, 34 - 176 * share
            heart.place(rest, dials, at, 0.7 + 0.5 * share, 0.25 * sway, level * _swell(share))


class Sleep:
    """Z after Z."""

    def __init__(self, page: SignSheet) -> None:
        self._stamps = page.stamps("sleep", art.letter_z, 3)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        for index, letter in enumerate(self._stamps):
            share = (phase + index / 3) % 1
            at = 92 + 62 * share + 7 * np.sin(9 * share), -40 - 116 * share
            letter.place(rest, dials, at, 0.55 + 0.85 * share, 0.2 - 0.3 * share, level * _swell(share))


class Sparkles:
    """Stars that flash beside the eye at the viewer's right."""

    _PLACES: Final = ((114.0, -14.0, 1.6, 0.0), (138.0, -44.0, 1.1, 0.16), (132.0, 22.0, 0.95, 0.3))

    def __init__(self, page: SignSheet) -> None:
        self._stamps = page.stamps("sparkle", art.sparkle, len(self._PLACES))

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        for (x, y, size, late), stamp in zip(self._PLACES, self._stamps, strict=True):
            share = np.minimum(1.0, np.maximum(0.0, (phase % 1 - late) / 0.7))
            grown = np.maximum(0.0, np.sin(np.pi * share)) ** 0.6
            out = 1 + 0.12 * share
            stamp.place(rest, dials, (x * out, y * out), size * grown, 0.5 * share, level * np.minimum(1.0, 2 * grown))


class Blush:
    """Red cheeks with hatching."""

    def __init__(self, page: SignSheet) -> None:
        self._figure = page.figure
        self._stamps = page.stamps("blush", art.blush, 2, ON_FACE)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        (eye_x, eye_y), scale = self._figure.eye, self._figure.eye_scale
        for side, stamp in zip((-1, 1), self._stamps, strict=True):
            at = side * (eye_x + 8), eye_y + 30 * scale
            stamp.place(rest, dials, at, 1.0, 0.0, level, self._figure.face_z(*at) + 4)


class MarkSign:
    """A mark beside the head that pops up and nods: a question, an exclamation, a cross."""

    def __init__(self, page: SignSheet, name: str, shape: Art) -> None:
        (self._stamp,) = page.stamps(name, shape, 1)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        pop = np.maximum(level * (1 + 0.35 * np.sin(np.pi * level)), 0.05)
        bob = np.sin(2 * np.pi * phase)
        at = 108, -92 - 5 * bob
        self._stamp.place(rest, dials, at, 1.35 * pop, 0.16 + 0.1 * bob, np.minimum(1.0, 2 * level))


class Gloom:
    """Dark strokes over the brow."""

    def __init__(self, page: SignSheet) -> None:
        (self._stamp,) = page.stamps("gloom", art.gloom, 1, ON_FACE)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        self._stamp.place(rest, dials, (0, -20 * (1 - level)), 1.0, 0.0, level, 70.0)


class Stars:
    """Stars that circle above the head; behind it they are hidden."""

    def __init__(self, page: SignSheet) -> None:
        self._stamps = page.stamps("stars", art.star, 5)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        for index, stamp in enumerate(self._stamps):
            angle = 2 * np.pi * (phase + index / len(self._stamps))
            near = np.sin(angle)
            at = 104 * np.cos(angle), -104 + 26 * near
            seen = np.minimum(1.0, np.maximum(0.0, 1.3 + 2 * near))
            stamp.place(rest, dials, at, 0.85 + 0.25 * near, 0.6 * angle, level * seen)


class Notes:
    """Music in the air."""

    _PATHS: Final = ((112.0, 0.0), (-118.0, 0.36), (128.0, 0.64))

    def __init__(self, page: SignSheet) -> None:
        self._stamps = page.stamps("notes", art.note, len(self._PATHS))

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        for (x, start), note in zip(self._PATHS, self._stamps, strict=True):
            share = (phase + start) % 1
            sway = np.sin(4 * np.pi * share)
            at = x + 10 * sway, 10 - 140 * share
            note.place(rest, dials, at, 1.0 + 0.3 * share, 0.2 * sway, level * _swell(share))


EMANATA: Final[dict[str, tuple[float, Callable[[SignSheet], Sign]]]] = {
    "tears": (1.5, Tears),
    "streams": (1.0, Streams),
    "vein": (0.6, Vein),
    "steam": (0.7, Steam),
    "sweat": (1.0, Sweat),
    "hearts": (1.6, Hearts),
    "sleep": (2.0, Sleep),
    "sparkle": (0.9, Sparkles),
    "blush": (2.0, Blush),
    "cheeks": (2.0, Blush),
    "question": (1.0, lambda page: MarkSign(page, "question", art.question)),
    "exclamation": (0.8, lambda page: MarkSign(page, "exclamation", art.exclamation)),
    "cross": (0.8, lambda page: MarkSign(page, "cross", art.cross)),
    "gloom": (2.0, Gloom),
    "stars": (1.5, Stars),
    "notes": (2.0, Notes),
    "wave": (0.5, lambda page: HandSign(page, "wave", hands.open_hand, 0.24)),
    "wave_right": (0.5, lambda page: HandSign(page, "wave_right", hands.open_hand, 0.24, -1)),
    "peace": (1.2, lambda page: HandSign(page, "peace", hands.peace, 0.06)),
    "peace_right": (1.2, lambda page: HandSign(page, "peace_right", hands.peace, 0.06, -1)),
    "thumbs_up": (1.0, lambda page: HandSign(page, "thumbs_up", hands.thumbs_up, 0.05)),
    "thumbs_up_right": (1.0, lambda page: HandSign(page, "thumbs_up_right", hands.thumbs_up, 0.05, -1)),
}
"""Signs by the name of their event: seconds of one period, and what makes them."""
