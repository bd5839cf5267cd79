"""A closed book, held upright."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A closed book: its cover with a frame and a mark, and the edges of its pages."""
    ramp = kit.ramp("#8a3a48")
    gold, paper = Ramp.cloth("#e0b85a", kit.tones.look), Ramp.cloth("#f4ecd8", kit.tones.look)
    with held(kit) as grip:
        grip.piece([(-40, -36), (48, -30), (48, 84), (-40, 90)], ramp.dark, ramp, (0, 1, 2, 3))
        grip.piece([(-36, -30), (43, -25), (43, 78), (-36, 84)], paper.base, paper, (0, 1, 2, 3), 0.8)
        for step in (1, 2):
            grip.fill([(-36 + 22 * step, -30), (43, -25 - 2 * step), (43, -23), (-36, -26)], paper.shade, (0, 1, 2, 3))
        grip.piece([(-48, -30), (38, -24), (38, 88), (-48, 94)], ramp.base, ramp, (0, 1, 2, 3))
        grip.fill([(-48, -30), (-38, -29), (-38, 93), (-48, 94)], ramp.deep, (0, 1, 2, 3))
        grip.fill([(16, -26), (38, -24), (38, 88), (26, 89)], ramp.shade, (0, 1, 2, 3))
        for outer, inner in (((-30, 30, -18, 78), (-27, 27, -15, 75)),):
            left, right, low, high = outer
            ring = [(left, low), (right, low + 4), (right, high), (left, high + 4)]
            grip.fill(ring, gold.base, (0, 1, 2, 3))
            left, right, low, high = inner
            grip.fill([(left, low), (right, low + 4), (right, high), (left, high + 4)], ramp.base, (0, 1, 2, 3))
        grip.fill([(0, 16), (13, 32), (0, 50), (-13, 34)], gold.base, (0, 1, 2, 3))
        grip.fill([(0, 24), (6, 33), (0, 42), (-6, 33)], ramp.shade, (0, 1, 2, 3))


PART: Final = AccessoryStyle(
    Accessory.BOOK,
    draw=draw,
    words={
        "en": "book, holding book, open book, reading, reading a book, spellbook, spell book, grimoire, textbook, novel, "
        "notebook, diary, holding a book, bible, tome, comic book",
        "ja": "本, 本を読む, 本を読んでいる, 読書, 魔導書, 教科書, 本を持った, ノート",
        "*": "📖, 📚, 📕",
    },
    spots=(Spot.HAND,),
)
