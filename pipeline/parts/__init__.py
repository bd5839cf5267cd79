"""What drawn characters are made of: each part is one record in one file (docs/extending.md).

Both who chooses a character and who draws it read these catalogues, so this room knows neither.
"""

from __future__ import annotations

from typing import Final

from pipeline.parts.catalogue import Catalogue
from pipeline.parts.records import AccessoryStyle, HairBackStyle, HairFrontStyle, HairSideStyle, OutfitStyle
from pipeline.types.spec import Accessory, HairBack, HairFront, HairSide, Outfit

HAIR_BACKS: Final = Catalogue("pipeline.parts.hair.backs", HairBack, HairBackStyle)
HAIR_FRONTS: Final = Catalogue("pipeline.parts.hair.fronts", HairFront, HairFrontStyle)
HAIR_SIDES: Final = Catalogue("pipeline.parts.hair.sides", HairSide, HairSideStyle)
OUTFITS: Final = Catalogue("pipeline.parts.outfits", Outfit, OutfitStyle)
ACCESSORIES: Final = Catalogue("pipeline.parts.accessories", Accessory, AccessoryStyle)
