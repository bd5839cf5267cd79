"""What there is to know about a part, in one record: how it is drawn, how people call it, and what it goes with.

Two stages read these records. ``characters/drawn`` takes the words and the weights, ``posers/rig`` the drawing. They
are given by keyword, except for the value.
"""

from __future__ import annotations

from pipeline.parts.records.animals import Animal, CoatStyle, Features, SpeciesStyle
from pipeline.parts.records.base import Part, Weights, Words
from pipeline.parts.records.clothes import AccessoryStyle, Family, Manner, MotifStyle, OutfitStyle, PatternStyle, Spot
from pipeline.parts.records.face import (
    BrowStyle,
    EarStyle,
    EyeShapeStyle,
    FaceShapeStyle,
    FacialHairStyle,
    IrisStyle,
    LashStyle,
    NoseStyle,
    RestingFaceStyle,
)
from pipeline.parts.records.hair import Crown, Fringes, HairBackStyle, HairFrontStyle, HairKind, HairSideStyle

__all__ = [
    "AccessoryStyle",
    "Animal",
    "BrowStyle",
    "CoatStyle",
    "Crown",
    "EarStyle",
    "EyeShapeStyle",
    "FaceShapeStyle",
    "FacialHairStyle",
    "Family",
    "Features",
    "Fringes",
    "HairBackStyle",
    "HairFrontStyle",
    "HairKind",
    "HairSideStyle",
    "IrisStyle",
    "LashStyle",
    "Manner",
    "MotifStyle",
    "NoseStyle",
    "OutfitStyle",
    "Part",
    "PatternStyle",
    "RestingFaceStyle",
    "SpeciesStyle",
    "Spot",
    "Weights",
    "Words",
]
