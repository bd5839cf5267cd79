"""What is worn on the head and neck: one function per accessory, registered for its value in the spec."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.posers.rig.parts.accessories.ears import cat_ears
from pipeline.posers.rig.parts.accessories.kit import AccessoryKit
from pipeline.types.spec import Accessory

ACCESSORIES: dict[Accessory, Callable[[AccessoryKit], None]] = {Accessory.CAT_EARS: cat_ears}


def draw_accessories(kit: AccessoryKit) -> None:
    """Draws what the spec lists; what nobody drew yet is left out."""
    for accessory in kit.spec.accessories:
        if accessory in ACCESSORIES:
            ACCESSORIES[accessory](kit)
