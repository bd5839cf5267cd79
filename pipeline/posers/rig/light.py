"""Light from the upper left: what hair and head throw on face and shoulders, and how the hair rounds off."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.art import EDITIONS
from pipeline.drawing.geometry import HEAD, Attach
from pipeline.drawing.palette import Colour, fade, lch, mix
from pipeline.drawing.pen import Layer, Linear, Paint, Pen, Radial
from pipeline.drawing.tones import Tones
from pipeline.types.spec import Finish, RigSpec

_ON_CLOTH: Colour = (92, 30, 76, 40)
"""A shadow over whatever is worn, and over skin between."""


def draw_light(pen: Pen, face: int, body: int, neck: int, spec: RigSpec, tones: Tones) -> None:
    """Shadows and light; call it when hair and clothes are drawn, as they throw and take them."""
    skin, casters, art = tones.skin, pen.casters, EDITIONS[spec.edition]
    soft = spec.finish is Finish.SOFT
    # Tips of locks on a fringe are seen in its shadow on the face alone; elsewhere they would cost as much as the rest.
    broad = [caster for caster in casters if not (art.soft and caster in pen.upper)]
    forehead = pen.axis((0, -90, 60), (0, 26, 80))
    with pen.clipped(face):
        fall = Linear(((0, fade(skin.shade, 0.7)), (0.4, fade(skin.shade, 0.32)), (1, fade(skin.shade, 0.0))), forehead)
        pen.paint(face, fall, Layer.FACE_TONE)
        if casters:
            if art.soft:
                # Dark under the hair, paler where it ends.
                under = pen.axis((-10, -64, 60), (6, 66, 70))
                cast = Linear(((0, skin.deep), (0.35, mix(skin.deep, skin.shade, 0.45)), (1, skin.shade)), under)
                _throw_each(pen, casters, cast, Layer.FACE_TONE, (4.0, 11.0))
            elif art.modelled:
                # A hard core within a half shadow.
                pen.shadow(casters, skin.shade, Layer.FACE_TONE, (5.0, 13.0))
                pen.shadow(casters, fade(skin.deep, 0.50), Layer.FACE_TONE, (2.5, 6.0))
            else:
                pen.shadow(casters, skin.shade, Layer.FACE_TONE, (4.0, 10.0))
                if soft:
                    pen.shadow(casters, fade(skin.deep, 0.45), Layer.FACE_TONE, (2.0, 5.0))
        if art.soft:
            _round_face(pen, face, tones)
        if soft:
            glow = pen.axis((-40, 40, 70), (30, 90, 60))
            warm = fade(skin.shine, 0.55)
            pen.paint(face, Radial(((0, warm), (1, fade(warm, 0.0))), glow), Layer.FACE_TONE)
    with pen.clipped(neck), pen.part("neck shading"):
        if art.soft:
            _throw_each(pen, _hanging_below(pen, broad, _CHIN), skin.deep, Layer.BODY, (6.0, 16.0))
        elif casters:
            pen.shadow(casters, skin.deep, Layer.BODY, (6.0, 16.0))
    if not casters:
        return
    with pen.clipped(body):
        hanging = _hanging_below(pen, broad, _CHIN) if art.soft else casters
        if hanging:
            pen.shadow(hanging, _ON_CLOTH, Layer.OUTFIT_OVER, (8.0, 18.0))
    _round_hair(pen, broad, tones, 1.35 if soft else 1.0)
    if spec.finish is Finish.SKETCH:
        _hatch(pen, face, neck, tones)


_CHIN = 60.0
"""y above which hair ends that throws no shadow on neck and shoulders in any pose."""


def _hanging_below(pen: Pen, casters: Sequence[int], y: float) -> list[int]:
    """Those of the casters that hang lower than this at rest."""
    _, rest = pen.mesh.points(0)
    curves = ((caster, pen.mesh.curves[caster]) for caster in casters)
    return [caster for caster, curve in curves if rest[curve.start : curve.stop, 1].max() > y]


def _throw_each(pen: Pen, casters: Sequence[int], paint: Paint, layer: Layer, shift: tuple[float, float]) -> None:
    """An opaque shadow, curve by curve: as one shape, which it looks like, they would cost more to paint."""
    for caster in dict.fromkeys(casters):
        pen.shadow((caster,), paint, layer, shift)


def _round_hair(pen: Pen, hair_curves: Sequence[int], tones: Tones, strength: float) -> None:
    """One round gradient over all front hair together: light where the ball of the head faces the light."""
    hair = tones.hair
    axis = pen.axis((-26, -62, 60), (150, 60, 0), Attach(turn=0.35))
    light = lch(min(0.97, hair.lch.lightness + 0.16), hair.lch.chroma * 0.7, hair.lch.toward_hue(85, 0.15))
    stops = (
        (0.0, fade(light, 0.30 * strength)),
        (0.35, fade(light, 0.05 * strength)),
        (0.60, fade(hair.deep, 0.10 * strength)),
        (1.0, fade(hair.dark, 0.26 * strength)),
    )
    pen.paint(tuple(dict.fromkeys(hair_curves)), Radial(stops, axis), Layer.HAIR_LIGHT)


def _round_face(pen: Pen, face: int, tones: Tones) -> None:
    """A soft shade toward the face's edges, warmest at the cheeks."""
    shade = tones.skin.shade
    axis = pen.axis((-8, 18, 70), (84, 52, 30))
    pen.paint(
        face, Radial(((0, fade(shade, 0.0)), (0.6, fade(shade, 0.0)), (1, fade(shade, 0.6))), axis), Layer.FACE_TONE
    )


def _hatch(pen: Pen, face: int, neck: int, tones: Tones) -> None:
    """Pencil strokes where a cel has its shadow: under the fringe, under the chin, on the hair's far side."""
    skin, hair = fade(tones.skin.line, 0.32), fade(tones.hair.line, 0.38)
    slope = np.array([(0.0, 0.0), (-9.0, 12.0), (-20.0, 26.0)])

    def strokes(
        start: tuple[float, float],
        step: tuple[float, float],
        count: int,
        z: float,
        paint: Colour,
        layer: Layer,
        attach: Attach,
    ) -> None:
        for index in range(count):
            place = np.array(start) + np.array(step) * index
            line = np.column_stack([slope * (1.0 + 0.25 * (index % 3)) + place, np.full(3, z)])
            pen.stroke(line, 0.75, paint, layer, attach, detail=0.2)

    with pen.clipped(face):
        strokes((-62, -34), (9.0, 0.0), 15, 70, skin, Layer.FACE_TONE, HEAD)
    with pen.clipped(neck):
        strokes((-14, 112), (7.5, 1.5), 7, 30, skin, Layer.BODY, Attach(head=0.7))
    with pen.clipped(*dict.fromkeys(pen.casters)):
        strokes((58, -104), (4.5, 11.0), 15, 30, hair, Layer.HAIR_LIGHT, Attach(turn=0.4))
        strokes((82, -92), (3.0, 11.5), 13, 20, hair, Layer.HAIR_LIGHT, Attach(turn=0.4))
