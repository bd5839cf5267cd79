"""A drawn character taken apart: the layers that programs for Live2D and Inochi2D expect, each a picture by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np

from pipeline.drawing.pen import Drawing, Layer, Mark
from pipeline.posers.rig.character import WORN, DrawnCharacter
from pipeline.posers.rig.poser import Puppet, drawn_once
from pipeline.types import FULL, Frames, make_pose
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import RigSpec

_NAMES: Final = {
    Layer.BEHIND: "back hair",
    Layer.BACK_HAIR: "back hair",
    Layer.BACK_TAILS: "back hair",
    Layer.BODY: "body",
    Layer.OUTFIT: "clothes",
    Layer.OUTFIT_OVER: "clothes",
    Layer.NECK_WEAR: "clothes",
    Layer.FRONT_TAILS: "front tails",
    Layer.EARS: "ear",
    Layer.FACE: "face",
    Layer.FACE_TONE: "face shading",
    Layer.FEATURES: "face lines",
    Layer.MOUTH: "mouth line",
    Layer.EYES: "eye",
    Layer.BROWS: "eyebrow",
    Layer.FACE_WEAR: "face lines",
    Layer.SIDE_HAIR: "side hair",
    Layer.CAP: "front hair",
    Layer.FRINGE: "front hair",
    Layer.HAIR_LIGHT: "hair light",
    Layer.OVER_HAIR: "over hair",
    Layer.HEAD_WEAR: "front hair",
    Layer.FRONT: "clothes",
}
"""What a layer is called whose marks do not say themselves what they belong to."""
_GROUPS: Final = {
    "mouth": ("mouth line", "mouth inside", "tongue", "teeth"),
    "eye L": ("eye white L", "iris L", "eyelash L"),
    "eye R": ("eye white R", "iris R", "eyelash R"),
    "accessories": (),
}
"""Folders, and what lies in them wherever it comes next to its like."""
_OPEN: Final = ("mouth inside", "tongue", "teeth")
"""What is seen of an open mouth only: drawn as it is there, and hidden."""


@dataclass(frozen=True)
class FigureLayer:
    """A picture of a part.

    Attributes:
        name: unlike all others; L and R are the character's own left and right.
        group: the folder that it lies in with its neighbours, "" for none.
        pixels: uint8 [size, size, 4], straight alpha.
        visible: whether it is seen of the character at rest.
    """

    name: str
    group: str
    pixels: Frames
    visible: bool


def figure_layers(spec: RigSpec, size: int) -> list[FigureLayer]:
    """A character that looks straight ahead, in layers from back to front, ``size`` pixels square.

    Laid over each other they are the character as ``RigPoser`` draws it, but for the bloom of a soft finish.
    """
    drawn = drawn_once(spec)
    runs = list(_runs(drawn))
    puppet = Puppet(spec, size, FULL)
    try:
        shut = list(puppet.draw_apart(puppet.face(make_pose()), [marks for _, marks in runs]))
        hidden = [marks if name in _OPEN else () for name, marks in runs]
        opened = list(puppet.draw_apart(puppet.face(make_pose(mouth_aaa=1.0)), hidden))
    finally:
        puppet.close()
    layers, seen = [], set[str]()
    for (name, _), at_rest, open_wide in zip(runs, shut, opened, strict=True):
        visible = bool(at_rest[..., 3].any())
        pixels = at_rest if visible else open_wide
        if pixels[..., 3].any():
            shown = name.removeprefix(WORN)
            layers.append(FigureLayer(_unlike(shown, seen), _group(name), pixels, visible))
    return layers


def _runs(drawn: DrawnCharacter) -> Iterator[tuple[str, list[Mark]]]:
    """Neighbours that belong together, from back to front, with their name."""
    named = [(_name(mark, drawn.drawing), mark) for mark in drawn.drawing.marks]
    for name, some in groupby(named, key=lambda each: each[0]):
        yield name, [mark for _, mark in some]


def _name(mark: Mark, drawing: Drawing) -> str:
    name = mark.part or _NAMES[mark.layer]
    if name == "clothes" and mark.layer is Layer.BODY:
        return "legs"
    if mark.layer is Layer.OVER_HAIR:
        return f"{name} over hair"
    return f"{name} {_side(mark, drawing)}" if name == "ear" else name


def _side(mark: Mark, drawing: Drawing) -> str:
    """On which side of the character a mark lies."""
    curves = [drawing.mesh.curves[curve] for curve in mark.curves]
    across = np.concatenate([drawing.mesh.rest[curve.start : curve.stop, 0] for curve in curves])
    return "L" if across.mean() > 0 else "R"


def _group(name: str) -> str:
    if name.startswith(WORN):
        return "accessories"
    return next((group for group, names in _GROUPS.items() if name in names), "")


def _unlike(name: str, seen: set[str]) -> str:
    """The name, with a number behind it where it was given before."""
    free, number = name, 2
    while free in seen:
        free, number = f"{name} {number}", number + 1
    seen.add(free)
    return free


def laid_over(layers: Sequence[FigureLayer]) -> Frames:
    """All layers that are visible over each other: uint8 [size, size, 4], straight alpha."""
    size = len(layers[0].pixels)
    colour: FloatArray = np.zeros((size, size, 3))
    cover: FloatArray = np.zeros((size, size, 1))
    for layer in layers:
        if layer.visible:
            alpha: FloatArray = layer.pixels[..., 3:].astype(np.float64) / 255
            colour = layer.pixels[..., :3] * alpha + colour * (1 - alpha)
            cover = alpha + cover * (1 - alpha)
    straight = np.concatenate([colour / np.maximum(cover, 1e-6), cover * 255], axis=2)
    return np.asarray(np.rint(straight).clip(0, 255), np.uint8)


def grouped(layers: Sequence[FigureLayer]) -> Iterator[tuple[str, list[FigureLayer]]]:
    """Neighbours of one folder together, from back to front."""
    seen = set[str]()
    for group, some in groupby(layers, key=lambda layer: layer.group):
        yield (_unlike(group, seen) if group else ""), list(some)
