"""RigSpec: everything that decides how a drawn character looks.

A spec is a value: characters/drawn writes it from a prompt, posers/rig draws it. It is saved as versioned JSON; a field
that an older file lacks takes its default, so a default may never change its meaning.

An enum of parts (hair, face, clothes) lists what there is; each value is the name of the file in ``pipeline/parts``
that holds everything else about it. A value that was released stays as it is, for saved characters store it.
"""

from pipeline.types.spec.clothes import Accessory, Lower, Motif, Outfit, Pattern
from pipeline.types.spec.face import Brows, Ears, EyeShape, FaceShape, FacialHair, Iris, Lashes, Nose, RestingFace
from pipeline.types.spec.hair import HairBack, HairColouring, HairFront, HairSide
from pipeline.types.spec.person import (
    CRESTED,
    LATEST_EDITION,
    USUAL_YEARS,
    YEARS,
    Age,
    Arms,
    BodyStyle,
    Build,
    Coat,
    Edition,
    Finish,
    Physique,
    Species,
    age_at,
)
from pipeline.types.spec.rig_spec import RANGES, SPEC_VERSION, RigSpec

__all__ = [
    "CRESTED",
    "LATEST_EDITION",
    "RANGES",
    "SPEC_VERSION",
    "USUAL_YEARS",
    "YEARS",
    "Accessory",
    "Age",
    "Arms",
    "BodyStyle",
    "Brows",
    "Build",
    "Coat",
    "Ears",
    "Edition",
    "EyeShape",
    "FaceShape",
    "FacialHair",
    "Finish",
    "HairBack",
    "HairColouring",
    "HairFront",
    "HairSide",
    "Iris",
    "Lashes",
    "Lower",
    "Motif",
    "Nose",
    "Outfit",
    "Pattern",
    "Physique",
    "RestingFace",
    "RigSpec",
    "Species",
    "age_at",
]
