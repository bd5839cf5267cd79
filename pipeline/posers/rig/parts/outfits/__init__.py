"""What is worn: one function per outfit, registered for its value in the spec."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.posers.rig.parts.outfits.basic import t_shirt
from pipeline.posers.rig.parts.outfits.kit import OutfitKit
from pipeline.types.spec import Outfit

OUTFITS: dict[Outfit, Callable[[OutfitKit], None]] = {Outfit.T_SHIRT: t_shirt}


def draw_outfit(kit: OutfitKit) -> None:
    """Draws what the spec says is worn."""
    OUTFITS.get(kit.spec.outfit, t_shirt)(kit)
