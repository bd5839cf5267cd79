"""What is worn: one function per outfit, registered for its value in the spec."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.drawing.outfits import casual, costume, uniform
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.types.spec import Outfit

OUTFITS: dict[Outfit, Callable[[OutfitKit], None]] = {
    Outfit.SAILOR: uniform.sailor,
    Outfit.BLAZER: uniform.blazer,
    Outfit.LAB_COAT: uniform.lab_coat,
    Outfit.T_SHIRT: casual.t_shirt,
    Outfit.HOODIE: casual.hoodie,
    Outfit.TURTLENECK: casual.turtleneck,
    Outfit.SHIRT: casual.shirt,
    Outfit.JACKET: casual.jacket,
    Outfit.MAID: costume.maid,
    Outfit.KIMONO: costume.kimono,
    Outfit.DRESS: costume.dress,
    Outfit.IDOL: costume.idol,
    Outfit.ARMOUR: costume.armour,
    Outfit.CAPE: costume.cape,
}


def draw_outfit(kit: OutfitKit) -> None:
    """Draws what the spec says is worn."""
    OUTFITS[kit.spec.outfit](kit)
