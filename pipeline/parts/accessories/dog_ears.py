"""A dog's ears, which hang."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A dog's ears, which hang."""
    pen, paints = kit.pen, kit.hair.side(-1)
    for sign in (-1, 1):
        lobe = np.array(
            [(46, -130), (76, -142), (108, -122), (130, -78), (134, -30), (118, -6), (98, -24), (88, -66), (66, -98)],
            float,
        )
        shape = flat(flipped(lobe, sign), 12)
        chain = kit.chain((sign * 70, -126, 12), (sign * 122, -10, 12), 2.6, hang=0.7)
        attach = Attach(turn=0.7, chain=chain)
        whole = pen.fill(shape, paints.fill, Layer.HEAD_WEAR, attach)
        with pen.clipped(whole):
            dark = [(66, -98), (88, -66), (98, -24), (118, -6), (126, -10), (106, -48), (92, -92), (74, -116)]
            pen.fill(
                flat(flipped(np.array(dark, float), sign), 12), kit.tones.hair.shade, Layer.HEAD_WEAR, attach, (0, 7)
            )
            for run in ([(84, -130), (108, -84), (114, -40)], [(100, -118), (122, -76), (126, -40)]):
                pen.stroke(
                    flat(flipped(np.array(run, float), sign), 13),
                    1.0,
                    paints.strand,
                    Layer.HEAD_WEAR,
                    attach,
                    detail=0.15,
                )
        pen.line(np.vstack([shape, shape[:1]]), 1.3, paints.line, Layer.HEAD_WEAR, attach)


PART: Final = AccessoryStyle(
    Accessory.DOG_EARS,
    draw=draw,
    words={
        "en": "dog ear, puppy ear, floppy ear, cow ear, sheep ear, goat ear, deer ear, horse ear, pig ear, "
        "dog girl ear, lop ear",
        "ja": "犬耳, いぬ耳, 垂れ耳, たれ耳, 牛耳, 羊耳, 馬耳, 馬の耳",
    },
    spots=(Spot.EARS,),
    family=Family.ANIMAL_EARS,
)
