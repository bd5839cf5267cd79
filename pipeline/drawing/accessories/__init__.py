"""What is worn on the head and neck: one function per accessory, registered for its value in the spec."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.drawing.accessories import ears, eyewear, headwear, neckwear
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.types.spec import Accessory

ACCESSORIES: dict[Accessory, Callable[[AccessoryKit], None]] = {
    Accessory.ROUND_GLASSES: eyewear.round_glasses,
    Accessory.SQUARE_GLASSES: eyewear.square_glasses,
    Accessory.HALF_RIM_GLASSES: eyewear.half_rim_glasses,
    Accessory.SUNGLASSES: eyewear.sunglasses,
    Accessory.HEADPHONES: headwear.headphones,
    Accessory.HAIR_RIBBON: headwear.hair_ribbon,
    Accessory.HAIR_CLIP: headwear.hair_clip,
    Accessory.HEADBAND: headwear.headband,
    Accessory.MAID_HEADDRESS: headwear.maid_headdress,
    Accessory.BERET: headwear.beret,
    Accessory.CAP: headwear.cap,
    Accessory.WITCH_HAT: headwear.witch_hat,
    Accessory.STRAW_HAT: headwear.straw_hat,
    Accessory.CROWN: headwear.crown,
    Accessory.CAT_EARS: ears.cat_ears,
    Accessory.FOX_EARS: ears.fox_ears,
    Accessory.RABBIT_EARS: ears.rabbit_ears,
    Accessory.BEAR_EARS: ears.bear_ears,
    Accessory.HORNS: ears.horns,
    Accessory.HALO: ears.halo,
    Accessory.FACE_MASK: eyewear.face_mask,
    Accessory.EYE_PATCH: eyewear.eye_patch,
    Accessory.EARRINGS: headwear.earrings,
    Accessory.FLOWER: headwear.flower,
    Accessory.CHOKER: neckwear.choker,
    Accessory.SCARF: neckwear.scarf,
}


def draw_accessories(kit: AccessoryKit) -> None:
    """Draws what the spec lists."""
    for accessory in kit.spec.accessories:
        ACCESSORIES[accessory](kit)
