"""Pixels: the one module that knows the rasteriser.

ThorVG's C library (its wheel needs no system library) takes a path as two arrays in one call, so a frame costs two
calls a shape; docs/rasteriser.md has the measurements. Its renderers share memory inside the library, so only one may
work at a time in a process: ``_ENGINE`` guards that.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Sequence
from functools import cache
from itertools import groupby

import numpy as np

from pipeline.drawing.palette import Colour
from pipeline.drawing.pen import Drawing, Linear, Mark, Radial
from pipeline.types.arrays import Float32Array, FloatArray, Pixels

_STRAIGHT_RGBA = 2  # TVG_COLORSPACE_ABGR8888S: bytes R, G, B, A, not premultiplied
_ENGINE = threading.Lock()

_pointer, _float, _byte, _word = ctypes.c_void_p, ctypes.c_float, ctypes.c_uint8, ctypes.c_uint32
_SIGNATURES: dict[str, tuple[type | None, tuple[type, ...]]] = {
    "tvg_engine_init": (ctypes.c_int, (ctypes.c_uint,)),
    "tvg_swcanvas_create": (_pointer, (_byte,)),
    "tvg_swcanvas_set_target": (ctypes.c_int, (_pointer, _pointer, _word, _word, _word, ctypes.c_int)),
    "tvg_canvas_destroy": (ctypes.c_int, (_pointer,)),
    "tvg_canvas_add": (ctypes.c_int, (_pointer, _pointer)),
    "tvg_canvas_update": (ctypes.c_int, (_pointer,)),
    "tvg_canvas_draw": (ctypes.c_int, (_pointer, ctypes.c_bool)),
    "tvg_canvas_sync": (ctypes.c_int, (_pointer,)),
    "tvg_scene_new": (_pointer, ()),
    "tvg_scene_add": (ctypes.c_int, (_pointer, _pointer)),
    "tvg_shape_new": (_pointer, ()),
    "tvg_shape_reset": (ctypes.c_int, (_pointer,)),
    "tvg_shape_append_path": (ctypes.c_int, (_pointer, _pointer, _word, _pointer, _word)),
    "tvg_shape_set_fill_color": (ctypes.c_int, (_pointer, _byte, _byte, _byte, _byte)),
    "tvg_shape_set_gradient": (ctypes.c_int, (_pointer, _pointer)),
    "tvg_linear_gradient_new": (_pointer, ()),
    "tvg_linear_gradient_set": (ctypes.c_int, (_pointer, _float, _float, _float, _float)),
    "tvg_radial_gradient_new": (_pointer, ()),
    "tvg_radial_gradient_set": (ctypes.c_int, (_pointer, *(_float,) * 6)),
    "tvg_gradient_set_color_stops": (ctypes.c_int, (_pointer, _pointer, _word)),
    "tvg_paint_set_clip": (ctypes.c_int, (_pointer, _pointer)),
    "tvg_paint_set_opacity": (ctypes.c_int, (_pointer, _byte)),
    "tvg_paint_set_visible": (ctypes.c_int, (_pointer, ctypes.c_bool)),
    "tvg_paint_translate": (ctypes.c_int, (_pointer, _float, _float)),
}


class _Stop(ctypes.Structure):
    _fields_ = (("offset", _float), ("red", _byte), ("green", _byte), ("blue", _byte), ("alpha", _byte))


@cache
def _library() -> ctypes.CDLL:
    from thorvg_python.engine import THORVG_LIB

    library: ctypes.CDLL | None = THORVG_LIB
    if library is None:
        raise RuntimeError("the ThorVG library did not load; reinstall it: pip install --force-reinstall thorvg-python")
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, list(arguments)
    if library.tvg_engine_init(0) != 0:
        raise RuntimeError("the ThorVG engine did not start")
    return library


class Canvas:
    """Draws one drawing at one size, again and again.

    Args:
        size: pixels, width and height.
        scale: pixels per design unit; it decides which details are drawn.
        hidden: curves that never come into the picture: what consists of them alone is left out.
    """

    def __init__(self, drawing: Drawing, size: int, scale: float, hidden: frozenset[int] = frozenset()) -> None:
        self._tvg = _library()
        self._mesh = drawing.mesh
        self._scale = scale
        self._pixels = np.zeros((size, size, 4), np.uint8)
        # Paths are read from this buffer by address, so it lives as long as the canvas.
        self._points = np.zeros((sum(count for _, count in drawing.mesh.spans), 2), np.float32)
        self._commands = drawing.mesh.commands
        self._dials = {name: index for index, name in enumerate(drawing.dials)}
        self._paths: list[tuple[int, tuple[tuple[int, int, int, int], ...]]] = []
        self._linear: list[tuple[int, int, int]] = []
        self._radial: list[tuple[int, int, int]] = []
        self._ends: list[int] = []
        """Points of the mesh on which gradients hang, two for each."""
        self._dialled: list[tuple[int, int]] = []
        self._opacities: dict[int, int] = {}
        with _ENGINE:
            self._canvas = self._tvg.tvg_swcanvas_create(1)
            self._tvg.tvg_swcanvas_set_target(self._canvas, self._pixels.ctypes.data, size, size, size, _STRAIGHT_RGBA)
            shown = [mark for mark in drawing.marks if mark.detail <= scale and not hidden.issuperset(mark.curves)]
            for clip, marks in groupby(shown, key=lambda mark: mark.clip):
                self._add(clip, list(marks))

    def close(self) -> None:
        """Gives the library's memory back."""
        if self._canvas:
            with _ENGINE:
                self._tvg.tvg_canvas_destroy(self._canvas)
            self._canvas = None

    def draw(self, outline: Float32Array, flat: FloatArray, dials: Sequence[float]) -> Pixels:
        """One frame, uint8 [size, size, 4], straight alpha; the array is the canvas' own: copy it to keep it.

        Args:
            outline: what ``FrozenMesh.outline`` gives, in pixels.
            flat: the mesh's points [N, 2] in pixels (gradients hang on them).
            dials: opacity 0..1 for each of the drawing's dials.
        """
        tvg = self._tvg
        self._points[:] = outline
        reset, append = tvg.tvg_shape_reset, tvg.tvg_shape_append_path
        ends = flat[self._ends].tolist()
        with _ENGINE:
            unseen = self._turn(dials)
            for shape, parts in self._paths:
                if shape in unseen:
                    continue
                reset(shape)
                for commands, command_count, points, point_count in parts:
                    append(shape, commands, command_count, points, point_count)
            for shape, gradient, at in self._linear:
                if shape not in unseen:
                    (x0, y0), (x1, y1) = ends[at], ends[at + 1]
                    tvg.tvg_linear_gradient_set(gradient, x0, y0, x1, y1)
                    tvg.tvg_shape_set_gradient(shape, gradient)
            for shape, gradient, at in self._radial:
                if shape not in unseen:
                    (x0, y0), (x1, y1) = ends[at], ends[at + 1]
                    radius = max(0.5, float(np.hypot(x1 - x0, y1 - y0)))
                    tvg.tvg_radial_gradient_set(gradient, x0, y0, radius, x0, y0, 0.0)
                    tvg.tvg_shape_set_gradient(shape, gradient)
            tvg.tvg_canvas_update(self._canvas)
            tvg.tvg_canvas_draw(self._canvas, True)
            tvg.tvg_canvas_sync(self._canvas)
        return self._pixels

    def _turn(self, dials: Sequence[float]) -> set[int]:
        """Sets the dials 0..1; returns the shapes of which nothing is seen now."""
        opacities = [round(255 * min(max(dial, 0.0), 1.0)) for dial in dials]
        unseen = {shape for shape, dial in self._dialled if not opacities[dial]}
        for shape, dial in self._dialled:
            opacity = opacities[dial]
            if self._opacities.get(shape) != opacity:
                self._opacities[shape] = opacity
                self._tvg.tvg_paint_set_visible(shape, opacity > 0)
                self._tvg.tvg_paint_set_opacity(shape, opacity)
        return unseen

    def _add(self, clip: tuple[int, ...], marks: list[Mark]) -> None:
        tvg = self._tvg
        if clip:
            parent = tvg.tvg_scene_new()
            tvg.tvg_paint_set_clip(parent, self._shape(clip))
            for mark in marks:
                tvg.tvg_scene_add(parent, self._painted(mark))
            tvg.tvg_canvas_add(self._canvas, parent)
        else:
            for mark in marks:
                tvg.tvg_canvas_add(self._canvas, self._painted(mark))

    def _shape(self, curves: tuple[int, ...]) -> int:
        shape: int = self._tvg.tvg_shape_new()
        commands, points = self._commands.ctypes.data, self._points.ctypes.data
        parts = []
        for curve in curves:
            first, count = self._mesh.spans[curve]
            first_command, command_count = self._mesh.command_spans[curve]
            parts.append((commands + first_command, command_count, points + 8 * first, count))
        self._paths.append((shape, tuple(parts)))
        return shape

    def _painted(self, mark: Mark) -> int:
        tvg, shape, paint = self._tvg, self._shape(mark.curves), mark.paint
        if isinstance(paint, Linear):
            gradient = tvg.tvg_linear_gradient_new()
            self._linear.append((shape, gradient, self._hang(paint)))
            self._set_stops(gradient, paint.stops)
        elif isinstance(paint, Radial):
            gradient = tvg.tvg_radial_gradient_new()
            self._radial.append((shape, gradient, self._hang(paint)))
            self._set_stops(gradient, paint.stops)
        else:
            tvg.tvg_shape_set_fill_color(shape, *paint)
        if mark.shift != (0.0, 0.0):
            tvg.tvg_paint_translate(shape, mark.shift[0] * self._scale, mark.shift[1] * self._scale)
        if mark.dial:
            self._dialled.append((shape, self._dials[mark.dial]))
        return shape

    def _hang(self, paint: Linear | Radial) -> int:
        """Where in each frame's ends of gradients those of this one are."""
        self._ends += (paint.axis.first, paint.axis.first + 1)
        return len(self._ends) - 2

    def _set_stops(self, gradient: int, stops: Sequence[tuple[float, Colour]]) -> None:
        array = (_Stop * len(stops))(*(_Stop(offset, *colour) for offset, colour in stops))
        self._tvg.tvg_gradient_set_color_stops(gradient, array, len(stops))
