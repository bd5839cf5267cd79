"""The whole hair of a character: back, locks before the ears, dome, crown, fringe."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.cap import draw_cap
from pipeline.drawing.hair.crests import Crest, Outline, outline
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.locks import draw_ahoge
from pipeline.drawing.hair.sleek import sleek_outline
from pipeline.drawing.hair.tufts import draw_ends, draw_spikes, draw_tousled, draw_wisps
from pipeline.parts import ACCESSORIES, HAIR_BACKS, HAIR_FRONTS, HAIR_SIDES, is_hatted
from pipeline.parts.records import Crown, HairBackStyle, HairFrontStyle
from pipeline.types.spec import Build, HairSide

_MESSY: Final = 0.3
"""hair_mess from which wisps stand up from a calm crown."""


_SOFTER: Final = 0.8
"""How much less a woman's locks stand off her head."""


def draw_hair(kit: HairKit) -> None:
    """Draws the hair of a character; layers put it in order."""
    spec = kit.spec
    if any(ACCESSORIES[item].covers_hair for item in spec.accessories):
        return
    back, front = HAIR_BACKS[spec.hair_back], HAIR_FRONTS[spec.hair_front]
    back.draw(kit)
    if back.whole:
        return
    if back.sidelocks and not (kit.sleek and spec.hair_side is HairSide.SHORT):
        HAIR_SIDES[spec.hair_side].draw(kit)
    covered = is_hatted(spec)
    hidden = back.coiled if kit.art.locks else back.cloud or front.cloud
    crest = None if covered or hidden or not kit.art.massed else _crest(kit, back, front)
    draw_cap(kit, forehead=front.forehead, outlined=not hidden, covered=covered, crest=crest)
    if not (covered or kit.art.massed):
        _draw_crown(kit, {back.crown, front.crown})
    front.draw(kit)
    if spec.ahoge:
        draw_ahoge(kit)


def _crest(kit: HairKit, back: HairBackStyle, front: HairFrontStyle) -> Outline | None:
    """The outline that back and fringe want; None for a smooth one."""
    wanted, mess, toward = {back.crown, front.crown}, kit.spec.hair_mess, kit.combed
    if kit.sleek:
        return sleek_outline(kit)
    if not back.sidelocks:
        return outline(kit, Crest.SLICK, 0.7 + mess, toward)
    if front.forehead:
        return outline(kit, Crest.COMBED, 0.7 + mess, toward)
    if Crown.SMOOTH in wanted and Crown.SPIKES not in wanted:
        return None
    if Crown.SPIKES in wanted and not wanted & {Crown.SWEPT, Crown.CURTAIN}:
        return outline(kit, Crest.SPIKES, 0.75 + 0.5 * kit.length, toward)
    if Crown.CALM in wanted and not wanted & {Crown.TOUSLED, Crown.CROPPED}:
        return outline(kit, Crest.CALM, 0.6 + 1.6 * mess, toward)
    size = (0.6 + 0.9 * mess) * (1.2 if Crown.TOUSLED in wanted else 1.0)
    size *= _SOFTER if kit.spec.build is Build.FEMALE else 1.0
    for crown, crest in ((Crown.SWEPT, Crest.SWEPT), (Crown.CURTAIN, Crest.CURTAIN)):
        if crown in wanted:
            return outline(kit, crest, size, toward)
    return outline(
        kit, Crest.LAYERED, size * (0.5 if Crown.CALM in wanted and Crown.CROPPED not in wanted else 1.0), toward
    )


def _draw_crown(kit: HairKit, wanted: set[Crown]) -> None:
    """Breaks the outline of the head: what tells short hair from a helmet."""
    if Crown.SPIKES in wanted:
        draw_spikes(kit)
    elif Crown.SMOOTH in wanted:
        return
    elif Crown.TOUSLED in wanted:
        draw_tousled(kit, 1.15)
    elif Crown.CROPPED in wanted and kit.spec.build is not Build.FEMALE:
        draw_tousled(kit, 0.95)
    elif kit.spec.hair_mess > _MESSY:
        draw_wisps(kit)
    elif kit.art.locks:
        draw_ends(kit)
