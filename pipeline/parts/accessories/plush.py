"""A teddy bear, held by its paw."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Ears, limbs and body of fur, a light muzzle and belly, eyes of buttons, a bow at the neck."""
    fur, black = kit.ramp("#b98555"), kit.tones.black
    light, red = Ramp.cloth("#f0dcbc", kit.tones.look), Ramp.cloth("#d2384a", kit.tones.look)
    with held(kit) as grip:
        for u in (-24, 24):
            grip.piece(oval(4 + u, -40, 17, 22), fur.base, fur)
            grip.piece(oval(4 + u * 1.04, -48, 9, 10), light.base, light, (), 0.7)
        grip.piece(oval(4, -2, 35, 40), fur.base, fur)
        grip.fill(oval(20, -6, 17, 32), fur.shade)
        grip.piece(oval(2, -2, 22, 27), light.base, light, (), 0.8)
        grip.piece(oval(-33, 12, 14, 22), fur.base, fur)
        grip.piece(oval(28, 34, 14, 28), fur.base, fur)
        for u in (-30, 30):
            grip.piece(oval(u - 4, 98, 15, 15), fur.base, fur)
            grip.piece(oval(u - 4, 98, 8, 8), light.base, light, (), 0.7)
        grip.piece(oval(-4, 66, 41, 36), fur.base, fur, (), 1.3)
        grip.fill(oval(18, 62, 17, 28), fur.shade)
        grip.piece(oval(-6, 56, 20, 15), light.base, light, (), 0.8)
        grip.fill(oval(-6, 62, 6, 4.4, 8), black.base)
        grip.stroke([(-6, 58), (-6, 52), (-12, 48)], [0.8, 1.1, 0.3], black.base)
        for u in (-24, 12):
            grip.fill(oval(u, 74, 5, 5.6, 8), black.base)
            grip.fill(oval(u - 1.6, 76, 1.6, 1.8, 6), (255, 255, 255, 240))
        for sign in (-1, 1):
            loop = [(-4, 30), (-4 + sign * 22, 40), (-4 + sign * 25, 20)]
            grip.piece(loop, red.base, red, (0,), 0.9)
        grip.piece(oval(-4, 30, 6, 6, 8), red.light, red, (), 0.8)


PART: Final = AccessoryStyle(
    Accessory.PLUSH,
    draw=draw,
    words={
        "en": "plushie, plush, stuffed rabbit, stuffed bunny, stuffed cat, stuffed dog, stuffed fox, stuffed frog, stuffed penguin, stuffed elephant, "
        "stuffed unicorn, stuffed toy rabbit, stuffed dinosaur, plush bunny, plush rabbit, plush cat, plush bear, bunny plush, cat plush, bear plush, "
        "toy rabbit, toy bunny, "
        "stuffie, stuffed animal, stuffed toy, teddy, holding a teddy bear, with a teddy bear, "
        "holding teddy bear, hugging a teddy bear, stuffed bear, soft toy, toy bear, teddy in hand, holding plushie, "
        "doll in hand, his teddy bear, her teddy bear, teddy bear in hand",
        "ja": "ぬいぐるみ, テディベア, くまのぬいぐるみ, ぬいぐるみを持った, ぬいぐるみを抱いた",
        "*": "🧸",
    },
    spots=(Spot.HAND,),
)
