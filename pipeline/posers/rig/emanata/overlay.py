"""Signs over finished frames: a small drawing of their own, so that a character without signs costs nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.drawing.figure import Figure
from pipeline.drawing.outfits.patterns import SleeveCloth
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.posers.place import carried
from pipeline.posers.rig.canvas import Canvas
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.posers.rig.emanata.raised import HandSign
from pipeline.posers.rig.emanata.show import EMANATA
from pipeline.posers.rig.emanata.sign import Sign, SignSheet
from pipeline.types import Frames, PoseTrack
from pipeline.types.arrays import FloatArray

COMES_SECONDS: Final = 0.16
"""Seconds in which a sign fades in, and out."""
_CLOSE: Final = 220.0
"""Design units from the middle to the edge of a picture in which a raised hand would be cut in two."""
_AIR: Final = (-0.03, 0.02)
"""Between a hand and the picture's edges beside and below it, as shares of its sides."""
_SWING: Final = (0.25, 0.75)
"""Phases in which a hand is at the ends of its swing."""


@dataclass(frozen=True)
class _Event:
    """A sign from ``start`` up to ``end``, in frames. ``whole``: all of a loop, so it neither comes nor goes."""

    sign: Sign
    start: int
    end: int
    periods: int
    whole: bool

    def level(self, frame: int, fps: float) -> float:
        """How far the sign has come at a frame, 0..1: it fades in and out."""
        if self.whole:
            return 1.0
        comes = (frame - self.start + 1) / fps / COMES_SECONDS
        goes = (self.end - frame) / fps / COMES_SECONDS
        return float(np.clip(min(comes, goes), 0, 1))

    def phase(self, frame: int) -> float:
        """How many periods have passed at a frame."""
        return self.periods * (frame - self.start) / (self.end - self.start)


class EmanataOverlay:
    """The signs of one track at one size.

    Args:
        scale: pixels per design unit. shift: pixel (x, y) of the design's origin.
        line_scale: pixels per unit of a line's width. sleeve: see ``SignSheet``.
    """

    def __init__(
        self,
        track: PoseTrack,
        figure: Figure,
        tones: Tones,
        size: int,
        scale: float,
        shift: FloatArray,
        line_scale: float,
        sleeve: SleeveCloth | None = None,
    ) -> None:
        shown = [g for g in track.gestures if g.name in EMANATA and 0 <= g.start < g.end]
        self._events: list[_Event] = []
        self._canvas: Canvas | None = None
        self._places = track.places
        if not shown:
            return
        pen, view = Pen(), (np.array([[0.0, 0.0], [size, size]]) - shift) / scale
        close = bool(view[1, 0] < _CLOSE)
        signs = {
            name: EMANATA[name][1](SignSheet(pen, figure, tones, close, sleeve))
            for name in dict.fromkeys(g.name for g in shown)
        }
        for gesture in shown:
            period = EMANATA[gesture.name][0]
            periods = max(1, round((gesture.end - gesture.start) / track.fps / period))
            whole = track.loops and gesture.start == 0 and gesture.end >= len(track)
            self._events.append(_Event(signs[gesture.name], gesture.start, gesture.end, periods, whole))
        drawing = pen.finish()
        self._fps, self._scale, self._shift, self._line_scale = track.fps, scale, shift, line_scale
        self._drawing, self._mesh = drawing, drawing.mesh
        self._deform = Deformer(self._mesh.head, self._mesh.turn, self._mesh.wrap, figure.head_scale, figure.art.turn)
        self._canvas = Canvas(drawing, size, scale)
        hands = (sign for sign in signs.values() if close and isinstance(sign, HandSign))
        self._inward = [(hand.arm, self._way_into(hand, view)) for hand in hands]

    def close(self) -> None:
        """Gives the canvas back."""
        if self._canvas is not None:
            self._canvas.close()

    def _way_into(self, hand: HandSign, view: FloatArray) -> FloatArray:
        """How far [2] an arm has to come inward and up for its hand to be seen in the view ((left, top), (right,
        bottom)), all in design units: a picture of a face would cut it in two.
        """
        rest, places = self._mesh.rest.copy(), []
        for phase in _SWING:
            hand.show(rest, {}, phase, 1.0)
            places.append(self._deform(rest, Stance())[hand.hand])
        seen = np.concatenate(places)
        air = np.array(_AIR) * (view[1] - view[0])
        right, up = np.minimum(0.0, view[1] - air - hand.girth - seen.max(axis=0))
        left = max(0.0, float(view[0, 0] + air[0] + hand.girth - seen[:, 0].min()))
        return np.array([left if seen[:, 0].mean() < 0 else right, up])

    def raised(self, index: int) -> dict[str, float]:
        """Dials of the arms in frame number ``index``: an arm that is raised here no longer hangs there."""
        return dict(
            event.sign.hanging(event.level(index, self._fps))
            for event in self._events
            if event.start <= index < event.end and isinstance(event.sign, HandSign)
        )

    def over(self, frame: Frames, stance: Stance, index: int) -> Frames:
        """Frame number ``index`` of the track, uint8 [H, W, 4], with its signs; the same array where it has none."""
        live = [event for event in self._events if event.start <= index < event.end]
        if self._canvas is None or not live:
            return frame
        rest = self._mesh.rest.copy()
        dials: dict[str, float] = {}
        for event in live:
            event.sign.show(rest, dials, event.phase(index), event.level(index, self._fps))
        flat = self._deform(rest, stance)
        for arm, way in self._inward:
            flat[arm] += way
        if self._places is not None:
            flat = carried(flat, self._places[index].astype(np.float64))
        flat = flat * self._scale + self._shift
        outline = self._mesh.outline(flat, self._line_scale)
        shares = [dials.get(name, 0.0) for name in self._drawing.dials]
        return _composited(frame, self._canvas.draw(outline, flat, shares))


def _composited(below: Frames, above: Frames) -> Frames:
    """``above`` over ``below``, both straight alpha; only where there is something above."""
    rows = np.flatnonzero(above[..., 3].any(axis=1))
    if len(rows) == 0:
        return below
    columns = np.flatnonzero(above[..., 3].any(axis=0))
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    over, under = above[box].astype(np.float32), below[box].astype(np.float32)
    cover = over[..., 3:] / 255
    shine = under[..., 3:] / 255 * (1 - cover)
    alpha = cover + shine
    colour = (over[..., :3] * cover + under[..., :3] * shine) / np.maximum(alpha, 1e-6)
    result = below.copy()
    result[box] = np.rint(np.concatenate([colour, 255 * alpha], axis=-1)).astype(np.uint8)
    return result
