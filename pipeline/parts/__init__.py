"""What drawn characters are made of: each part is one record in one file (docs/extending.md).

Both who chooses a character and who draws it read these catalogues, so this room knows neither.
"""

from __future__ import annotations

from typing import Final

from pipeline.parts.catalogue import Catalogue
from pipeline.parts.records import (
    AccessoryStyle,
    BrowStyle,
    CoatStyle,
    EarStyle,
    EyeShapeStyle,
    FaceShapeStyle,
    FacialHairStyle,
    HairBackStyle,
    HairFrontStyle,
    HairSideStyle,
    IrisStyle,
    LashStyle,
    MotifStyle,
    NoseStyle,
    OutfitStyle,
    PatternStyle,
    RestingFaceStyle,
    SpeciesStyle,
)
from pipeline.types.spec import (
    Accessory,
    Brows,
    Coat,
    Ears,
    EyeShape,
    FaceShape,
    FacialHair,
    HairBack,
    HairFront,
    HairSide,
    Iris,
    Lashes,
    Motif,
    Nose,
    Outfit,
    Pattern,
    RestingFace,
    RigSpec,
    Species,
)

SPECIES: Final = Catalogue("pipeline.parts.species", Species, SpeciesStyle)
COATS: Final = Catalogue("pipeline.parts.coats", Coat, CoatStyle)
HAIR_BACKS: Final = Catalogue("pipeline.parts.hair.backs", HairBack, HairBackStyle)
HAIR_FRONTS: Final = Catalogue("pipeline.parts.hair.fronts", HairFront, HairFrontStyle)
HAIR_SIDES: Final = Catalogue("pipeline.parts.hair.sides", HairSide, HairSideStyle)
FACE_SHAPES: Final = Catalogue("pipeline.parts.face.shapes", FaceShape, FaceShapeStyle)
FACIAL_HAIR: Final = Catalogue("pipeline.parts.face.facial_hair", FacialHair, FacialHairStyle)
EYE_SHAPES: Final = Catalogue("pipeline.parts.face.eye_shapes", EyeShape, EyeShapeStyle)
IRISES: Final = Catalogue("pipeline.parts.face.irises", Iris, IrisStyle)
LASHES: Final = Catalogue("pipeline.parts.face.lashes", Lashes, LashStyle)
BROWS: Final = Catalogue("pipeline.parts.face.brows", Brows, BrowStyle)
NOSES: Final = Catalogue("pipeline.parts.face.noses", Nose, NoseStyle)
EARS: Final = Catalogue("pipeline.parts.face.ears", Ears, EarStyle)
RESTING_FACES: Final = Catalogue("pipeline.parts.face.resting", RestingFace, RestingFaceStyle)
OUTFITS: Final = Catalogue("pipeline.parts.outfits", Outfit, OutfitStyle)
PATTERNS: Final = Catalogue("pipeline.parts.patterns", Pattern, PatternStyle)
MOTIFS: Final = Catalogue("pipeline.parts.motifs", Motif, MotifStyle)
ACCESSORIES: Final = Catalogue("pipeline.parts.accessories", Accessory, AccessoryStyle)


def is_hatted(spec: RigSpec) -> bool:
    """Whether a hat lies over what breaks the outline of a character's hair on top."""
    return any(ACCESSORIES[item].covers_crown for item in spec.accessories)
