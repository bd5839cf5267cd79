"""All colours of one character, worked out from its spec."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.drawing.art import EDITIONS, Art
from pipeline.drawing.palette import CEL, SKETCH, SOFT, Colour, Look, Ramp, fade, ink_hue, lch, mix
from pipeline.pixels.oklch import Oklch, from_hex
from pipeline.types.spec import Accessory, Build, Coat, Finish, Outfit, RigSpec, Species

_LIGHT_SKIN = 0.62
"""Lightness from which lips need no light of their own to be seen."""
_ROSY_FROM = 20
"""Years from which women's lips are drawn."""
_DARK_SKIN = 0.45
"""Lightness below which brows that are but dark would not show."""
_DARK_FUR = 0.42
"""Lightness of fur below which lines on it are lighter than it."""
_ON_MASK = lch(0.74, 0.015, 300)
"""Lashes in a dark mask of fur."""
_KID = "#f3f0f5"
"""Gloves, unless a colour is said."""
_LOOKS = {Finish.CEL: CEL, Finish.SOFT: SOFT, Finish.SKETCH: SKETCH}


@dataclass(frozen=True)
class Tones:
    """Ramps (see ``Ramp``) of what there is. ``hair_2`` is the second hair colour, the same as ``hair`` if none."""

    look: Look
    skin: Ramp
    hair: Ramp
    hair_2: Ramp
    cloth: Ramp
    accent: Ramp
    gear: Ramp
    """Accessories."""
    hand: Ramp
    """Skin, fur, or what hands wear."""
    white: Ramp
    """White cloth: collars, aprons, shirts."""
    black: Ramp
    eyes: tuple[Oklch, Oklch]
    """The viewer's left one (the character's right) first."""
    lash: Colour
    brow: Colour
    blush: Colour
    mouth_line: Colour
    lips: Colour
    """Transparent on light skin, where a line is enough."""

    @classmethod
    def of(cls, spec: RigSpec) -> Tones:
        """The colours of a character, in the look of its finish."""
        art = EDITIONS[spec.edition]
        look = replace(_LOOKS[spec.finish], vivid=art.vivid, glow=art.glow, fine=float(art.rounded))
        skin, hair = Ramp.skin(spec.skin, look), Ramp.hair(spec.hair_colour, look)
        brow_hair = from_hex(spec.brow_colour or spec.hair_colour)
        left = from_hex(spec.eye_colour)
        right = from_hex(spec.eye_colour_right) if spec.eye_colour_right else left
        light_skin = skin.lch.lightness
        tones = cls(
            look=look,
            skin=skin,
            hair=hair,
            hair_2=Ramp.hair(spec.hair_colour_2, look) if spec.hair_colour_2 else hair,
            cloth=Ramp.cloth(spec.outfit_colour, look),
            accent=Ramp.cloth(spec.accent_colour, look),
            gear=Ramp.cloth(spec.accessory_colour or spec.accent_colour, look),
            hand=_gloves(spec, look) or skin,
            white=Ramp.cloth("#f7f5fb", look),
            black=Ramp.cloth("#33313c", look),
            eyes=(right, left),
            lash=lch(
                (0.20 + 0.09 * hair.lch.lightness) * (1 - 0.3 * art.glow * (light_skin < _DARK_SKIN + 0.1)),
                min(0.055, hair.lch.chroma * 0.4 + 0.012),
                ink_hue(hair.lch, 0.6),
            ),
            brow=_brow(brow_hair, light_skin, art),
            blush=look.paint(min(0.80, light_skin - 0.13) if light_skin > 0.62 else light_skin + 0.05, 0.125, 25),
            lips=fade(
                look.paint(light_skin + 0.10 + 0.02 * art.glow, 0.085 + 0.03 * art.glow, 18),
                min(1.0, max(0.0, (0.66 - light_skin) * 5)),
            ),
            mouth_line=_mouth_line(skin, art),
        )
        if spec.species is not Species.HUMAN:
            return tones._in_fur(spec)
        rosy = art.graded and spec.build is Build.FEMALE and spec.lived >= _ROSY_FROM and light_skin > _LIGHT_SKIN
        return replace(tones, lips=fade(look.paint(light_skin - 0.16, 0.115, 16), 0.55)) if rosy else tones

    def _in_fur(self, spec: RigSpec) -> Tones:
        """The colours of a mascot: fur for skin, and lines that show on it, however dark it is."""
        fur = self.hair
        light = fur.lch.lightness
        dark = light < _DARK_FUR
        masked = spec.coat is Coat.BANDIT and (not spec.hair_colour_2 or self.hair_2.lch.lightness < _DARK_FUR)
        line = lch(light + 0.34, min(fur.lch.chroma, 0.05), fur.lch.hue) if dark else fur.line
        return replace(
            self,
            skin=fur,
            hand=_gloves(spec, self.look) or fur,
            cloth=fur if spec.outfit is Outfit.FUR else self.cloth,
            lash=line if dark else _ON_MASK if masked else lch(0.24, 0.035, ink_hue(fur.lch, 0.6)),
            brow=line if dark else lch(max(0.2, light - 0.36), min(0.09, fur.lch.chroma + 0.02), ink_hue(fur.lch, 0.3)),
            blush=self.look.paint(max(min(0.80, light - 0.08), 0.56), 0.12, 22),
            lips=fade(fur.base, 0.0),
            mouth_line=lch(0.30, 0.06, 30),
        )


def _mouth_line(skin: Ramp, art: Art) -> Colour:
    """On dark skin it is nearly black, or a smile would not be seen on it."""
    light = skin.lch.lightness
    line = mix(skin.line, lch(min(0.36, light * 0.5), 0.10, 22), 0.6)
    return mix(line, lch(0.14, 0.05, 25), 0.75 * art.glow) if light < _DARK_SKIN + 0.1 else line


def _gloves(spec: RigSpec, look: Look) -> Ramp | None:
    """The colours of gloves, None where none are worn."""
    if Accessory.GLOVES not in spec.accessories:
        return None
    colours = dict(zip(spec.accessories, spec.accessory_colours, strict=False))
    return Ramp.cloth(colours.get(Accessory.GLOVES) or spec.accessory_colour or _KID, look)


def _brow(hair: Oklch, skin: float, art: Art) -> Colour:
    """The brows' colour: the hair's, darkened so that it stands out from a skin of this lightness."""
    share, most = art.brow
    least = 0.17 if skin < 0.6 else 0.26 - 0.02 * art.vivid
    lightness = max(least, min(hair.lightness * share, most))
    if art.modelled:
        # Fair hair has fair brows on very dark skin; all others go below it.
        fair = hair.lightness > 0.6 and skin < _DARK_SKIN
        lightness = skin + 0.2 if fair else min(lightness, max(0.10, skin - 0.18))
    chroma = min(hair.chroma * 0.62 + 0.012 + 0.004 * art.vivid, 0.065 + 0.01 * art.vivid)
    return lch(lightness, chroma, ink_hue(hair, 0.35))
