"""A drawn character: all its parts in one drawing, ready to be posed."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import partial

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.figure import Figure, measure
from pipeline.drawing.geometry import Mesh
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.patterns import SleeveCloth
from pipeline.drawing.pen import Drawing, Pen
from pipeline.drawing.skin import draw_body
from pipeline.drawing.tones import Tones
from pipeline.parts import ACCESSORIES, EARS, FACE_SHAPES, FACIAL_HAIR, NOSES, OUTFITS, PATTERNS, RESTING_FACES, SPECIES
from pipeline.parts.records import Spot
from pipeline.posers.rig.animal import draw_animal, with_features
from pipeline.posers.rig.face.brows import Brow
from pipeline.posers.rig.face.ears import HIDES, OnEars
from pipeline.posers.rig.face.eyes import Eye
from pipeline.posers.rig.face.face import Face, draw_cheeks
from pipeline.posers.rig.face.jaw import Hung
from pipeline.posers.rig.face.mouth import Mouth
from pipeline.posers.rig.hair import draw_hair
from pipeline.posers.rig.light import draw_light
from pipeline.posers.rig.state import Mover, RestFace
from pipeline.types.spec import BodyStyle, FacialHair, Finish, Nose, Outfit, RigSpec

_INK = {Finish.CEL: 1.0, Finish.SOFT: 0.85, Finish.SKETCH: 0.95}
"""Weight of lines."""
_DANGLES = 8.0
"""Design units by which what hangs on the far ear moves in on a turn."""
WORN = "accessory "
"""How the parts of accessories are called, before their names."""


@dataclass(frozen=True)
class DrawnCharacter:
    """The drawing and what moves it; ``sleeve`` is what a raised arm wears, where that is known."""

    drawing: Drawing
    figure: Figure
    movers: tuple[Mover, ...]
    rest_face: RestFace
    sleeve: SleeveCloth | None


def draw_character(spec: RigSpec, *, small: bool = False) -> DrawnCharacter:
    """Draws the character that a spec describes; the same spec gives the same drawing.

    Args:
        small: it will be seen small, so its features are exaggerated.
    """
    figure, tones = measure(spec, FACE_SHAPES[spec.face_shape].contour), Tones.of(spec)
    animal = SPECIES[spec.species].animal
    if animal is not None:
        figure = with_features(figure, animal, spec)
    if small:
        figure = figure.seen_small()
    pen = Pen(Mesh(figure.crown), line_weight=_INK[spec.finish] * figure.art.ink)
    if spec.finish is Finish.SKETCH:
        pen.pencil = random.Random(spec.seed * 31 + 7)
    body, neck = draw_body(pen, figure, tones)
    holds = any(Spot.HAND in ACCESSORIES[item].spots for item in spec.accessories)
    bare = animal is not None and spec.outfit is Outfit.FUR
    with pen.part("body" if bare else "clothes"), pen.weighted(figure.art.cloth_ink):
        outfit = OutfitKit(pen, figure, spec, tones, holds=holds, weaves=PATTERNS)
        OUTFITS[spec.outfit].draw(outfit)
    figure = replace(figure, bare=outfit.bare)
    hair = HairKit(pen, figure, spec, tones)
    if animal is None:
        movers = _draw_person(pen, figure, spec, tones, hair, body, neck)
    else:
        movers = draw_animal(pen, figure, spec, tones, animal, (body, neck))
    gear = AccessoryKit(pen, figure, spec, tones, hair)
    for item, colour in zip(spec.accessories, spec.accessory_colours or ("",) * len(spec.accessories), strict=True):
        first = len(pen.mesh.curves)
        style, kit = ACCESSORIES[item], gear.coloured(colour) if colour else gear
        with pen.part(f"{WORN}{item.value.replace('_', ' ')}"):
            if style.on_ears and animal is None and figure.art.massed:
                movers.append(OnEars(pen, partial(style.draw, kit), _DANGLES))
            else:
                style.draw(kit)
        if animal is not None and style.covers_crown:
            pen.mesh.raise_from(first, animal.hat)
    if animal is not None and animal.tail is not None:
        with pen.part("tail"):
            ACCESSORIES[animal.tail].draw(gear.coloured(spec.hair_colour))
    rest_face = RestFace(RESTING_FACES[spec.expression], closed_eyes=spec.closed_eyes)
    return DrawnCharacter(pen.finish(), figure, tuple(movers), rest_face, outfit.sleeve_cloth)


def _draw_person(
    pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, hair: HairKit, body: int, neck: int
) -> list[Mover]:
    """Draws a person's head, and returns what moves it."""
    features = FaceKit(pen, figure, spec, tones)
    with pen.part("ear"):
        ears = OnEars(pen, partial(EARS[spec.ears].draw, features), HIDES)
    face = Face(pen, figure, tones)
    draw_hair(hair)
    draw_light(pen, face.curve, body, neck, spec, tones)
    draw_cheeks(pen, face.curve, figure, spec, tones)
    chibi = spec.body_style is BodyStyle.CHIBI
    beards: list[Mover] = (
        [Hung(pen, partial(FACIAL_HAIR[spec.facial_hair].draw, features))]
        if spec.facial_hair is not FacialHair.NONE
        else []
    )
    with pen.part("nose"):
        NOSES[Nose.DOT if chibi else spec.nose].draw(features)
    movers: list[Mover] = [face, *beards, Mouth(pen, figure, spec, tones)]
    if figure.art.massed:
        movers.append(ears)
    for side in ("right", "left"):
        movers += [Eye(pen, figure, spec, tones, side), Brow(pen, figure, spec, tones, side)]
    return movers
