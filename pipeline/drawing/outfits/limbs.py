"""Arms with elbows and hands, in sleeves or bare.

An arm is a shoulder, an elbow and a wrist. A gentle bend is one tube around a bowed line; a sharp one is two tubes, of
which the forearm's begins round at the elbow. A forearm that lies before the body is drawn again over what is worn.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.body import shoulder_line, silhouette
from pipeline.drawing.outfits import bare as flesh
from pipeline.drawing.outfits.arms import Arm, arm_dial, arms_of, held_arm
from pipeline.drawing.outfits.cuts import Sleeve, slack
from pipeline.drawing.outfits.hands import CLASPED, GRASPING, draw_hand
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import PATTERNED
from pipeline.drawing.outfits.tubes import (
    ARMPIT,
    ArmBrush,
    Only,
    Start,
    Tube,
    bag,
    cover,
    cuff_folds,
    elbow_creases,
    elbow_folds,
    light_up,
    ribbed_cuff,
    round_off,
    shade_far_side,
    shirt_cuff,
    soft_armpit,
    soft_cuff,
    soft_elbow,
    weave,
)
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Outfit, Pattern

_STOUT: Final = 1.3
"""How much thicker a round mascot's arms are."""
_STRAIGHT: Final = 0.97
"""Cosine of the bend up to which an arm is rounded as one."""
_ROUND_END: Final = 26.0
"""How far the round beginning of a forearm goes beyond its elbow, at most."""
_PAST: Final = 34.0
"""How far wide sleeves hang beyond the wrist."""
_COVERED: Final = np.array([12.0, 4.0])
_UNDER_INK: Final = 2.0
"""How much heavier ink is that lies half under what it surrounds."""


def draw_arms(kit: OutfitKit, ramp: Ramp, sleeve: Sleeve) -> None:
    """Draws both arms, in sleeves of these colours."""
    kit.sleeve = ramp
    kit.bare = {Sleeve.SHORT: 0.5, Sleeve.NONE: 1.0}.get(sleeve, 0.0)
    for sign, arm in zip((-1, 1), arms_of(kit, calm=sleeve is Sleeve.WIDE), strict=True):
        with kit.pen.dialled(arm_dial(sign)):
            _Limb(kit, arm, sign, ramp, sleeve).draw()


def held_wrist(kit: OutfitKit) -> tuple[FloatArray, FloatArray]:
    """Where the arm that holds something ends, and the unit vector along its forearm: (x, y) each, viewer's right."""
    limb = _Limb(kit, held_arm(kit), 1, kit.tones.cloth, Sleeve.LONG)
    return limb.wrist, limb.way


class _Limb:
    """One arm while it is drawn; everything is worked out for the viewer's right and mirrored by ``sign``."""

    def __init__(self, kit: OutfitKit, arm: Arm, sign: int, ramp: Ramp, sleeve: Sleeve) -> None:
        self._kit, self._arm, self._sign, self._ramp, self._sleeve = kit, arm, sign, ramp, sleeve
        self._brush = ArmBrush(kit, sign)
        w, y = kit.figure.shoulder, kit.figure.shoulder_y
        self._small = k = (w / 114) ** 0.5
        reach = kit.smallness
        self._poised = kit.art.poised and not kit.figure.mascot
        self._shoulder = np.array([w - (17 if self._poised else 19) * min(1.0, k), y + 29.0])
        aside = 0.6 * kit.figure.girth  # a wide body holds its arms away
        thick = (0.87 + 0.16 * kit.figure.masculine) * k * kit.figure.limbs
        if kit.art.graded and self._poised:
            # The upper arm's outer side goes on where the shoulder's corner ends, however thick it is.
            self._shoulder[0] = w + 1 - 4 * kit.figure.manly - 21.5 * thick
        self._elbow = np.array([w + aside + arm.elbow[0] * k, y + arm.elbow[1] * reach])
        wide = 1.0 if arm.hand is CLASPED else k**2
        if arm.hand is GRASPING:
            wide = min(wide, 1.0)  # what is held has its size, and must not leave the picture
        wrist_x = arm.wrist[0] * wide if arm.inside else w + aside + arm.wrist[0] * k
        self._wrist = np.array([wrist_x, y + arm.wrist[1] * reach])
        if kit.figure.mascot and kit.art.soft:
            thick *= _STOUT if kit.spec.outfit is not Outfit.FUR else _STOUT**2
        t = np.linspace(0, 1, 6)[:, None]
        bow = np.array([(self._elbow[1] - self._shoulder[1]) * 0.03, 0])
        self._upper = self._shoulder + (self._elbow - self._shoulder) * t + bow * np.sin(np.pi * t)
        self._lower = self._elbow + (self._wrist - self._elbow) * t
        shoulder = [19.5, 22, 18.5, 16.5] if self._poised else [17.5, 20.5, 19.5, 17]
        self._upper_half = np.interp(t[:, 0], [0, 0.25, 0.6, 1], shoulder) * thick
        self._lower_half = np.interp(t[:, 0], [0, 0.3, 1], [17.5, 16.5, 11.5]) * thick
        self._thick = thick
        self._bare = sleeve in (Sleeve.SHORT, Sleeve.NONE)
        self._flesh = self._bare and kit.art.graded and self._poised
        """Whether bare skin is modelled as such."""
        self._out = 0.0 if self._flesh else kit.thickness
        if self._flesh:
            self._upper_half, self._lower_half = flesh.half_widths(kit, thick)

    @property
    def wrist(self) -> FloatArray:
        """Where the forearm ends, (x, y) at the viewer's right."""
        return self._wrist

    @property
    def way(self) -> FloatArray:
        """The unit vector along the forearm, (x, y) at the viewer's right."""
        along = self._lower[-1] - self._lower[-2]
        return np.asarray(along / np.hypot(*along))

    def draw(self) -> None:
        """Shadow on the body, hand, arm."""
        over = Layer.NECK_WEAR if self._arm.before else Layer.BODY if self._arm.behind else Layer.OUTFIT
        self._shadow()
        draw_hand(self._kit, self._arm.hand, self._wrist, self.way, self._sign, over)
        if self._kit.shirt is not None and self._poised and self._kit.art.graded:
            shirt_cuff(
                self._brush, self._wrist, self.way, self._lower_half[-1] + 5 * self._small, self._kit.shirt, over
            )
        if self._sleeve is Sleeve.WIDE and self._arm.before:
            bag(self._brush, self._elbow, self._wrist, self._ramp, over)
        bare = self._bare
        joints = self._shoulder, self._elbow, self._wrist
        if self._flesh and not self._arm.behind and flesh.is_one(*joints):
            tube, elbow = flesh.whole(self._kit, self._thick, *joints)
            top = np.vstack([*self._shoulder_top(), self._deltoid(tube)])
            within = np.array([self._on_seam(tube), top[-2]])
            if self._sleeve is Sleeve.SHORT:
                within[0] += _COVERED  # or skin would show at the seam of the sleeve above it
            for layer in (Layer.OUTFIT, over) if self._arm.before else (Layer.OUTFIT,):
                flesh.draw_whole(self._brush, tube, elbow, top, within, layer, lower=layer is not Layer.OUTFIT)
        elif self._arm.sharp and self._poised and not (self._arm.before or self._arm.behind):
            self._angled(bare=bare)
        elif self._arm.sharp:
            upper = (self._upper, self._upper_half, Layer.OUTFIT, Start.SHOULDER, 5)
            lower = (self._lower, self._lower_half, over, Start.ELBOW, 0)
            # On the hip the forearm goes behind the elbow, before the chest it comes from behind it.
            for piece in (upper, lower) if self._arm.before else (lower, upper):
                self._piece(*piece, bare=bare)
        else:
            path, half = self._whole()
            self._piece(path, half, Layer.OUTFIT, Start.SHOULDER, 5, bare=bare)
            if self._arm.before:
                self._piece(path[5:], half[5:], over, Start.OPEN, None, bare=bare)
        if self._sleeve is Sleeve.SHORT:
            self._piece(
                self._upper[:4],
                self._upper_half[:4] + np.array([0, 1, 2, 3.5]),
                Layer.OUTFIT,
                Start.SHOULDER,
                None,
                bare=False,
            )

    def _whole(self) -> tuple[FloatArray, FloatArray]:
        """The line of a gently bent arm, whose elbow is rounded, and its half-widths."""
        middle = (self._upper[4] + 2 * self._elbow + self._lower[1]) / 4
        half = np.r_[self._upper_half[:5], (self._upper_half[5] + self._lower_half[0]) / 2, self._lower_half[1:]]
        path = np.vstack([self._upper[:5], middle[None], self._lower[1:]])
        if self._sleeve is Sleeve.WIDE and not self._arm.before:
            half = half + np.interp(np.linspace(0, 1, len(half)), [0.2, 1], [0, 24])
            if self._kit.art.graded:
                path[-1] += self.way * _PAST * self._small
        return path, half

    def _shadow(self) -> None:
        """What the upper arm throws on the body beside it."""
        upper, half, at = self._upper, self._upper_half, self._shoulder
        shadow = np.vstack([_by(at, -12, 62), upper[2] - [half[2] + 5, -16], upper[4] - [half[4] + 7, 0],
                            upper[5] - [half[5] - 4, -20], upper[3], _by(at, 0, 40)])  # fmt: skip
        if self._kit.art.rounded and self._kit.torso is None:
            return  # nothing is worn there yet
        if self._poised and self._kit.torso is not None:
            with self._kit.pen.clipped(self._kit.torso):
                self._brush.fill(shadow, self._ramp.shade, Layer.OUTFIT, (0, 3, 4))
        else:
            self._brush.fill(shadow, self._ramp.shade, Layer.OUTFIT, (0, 3, 4))

    def _angled(self, *, bare: bool) -> None:
        """An arm with a sharp elbow as one form: the ink of both of its tubes lies under both."""
        lower = (self._lower, self._lower_half, Layer.OUTFIT, Start.ELBOW, 0)
        upper = (self._upper, self._upper_half, Layer.OUTFIT, Start.SHOULDER, 5)
        for piece in (lower, upper):
            self._piece(*piece, bare=bare, only=Only.INK)
        for piece in (lower, upper):
            self._piece(*piece, bare=bare, only=Only.CLOTH)
        tone = self._kit.tones.skin if bare else self._ramp
        inward = self._wrist + self._shoulder - 2 * self._elbow
        inward = inward / np.hypot(*inward) * self._lower_half[0]
        along = (self._wrist - self._elbow) / np.hypot(*(self._wrist - self._elbow)) * self._lower_half[0]
        crease = np.array([self._elbow + inward * 1.25, self._elbow + inward * 0.7 - along * 0.1,
                           self._elbow + inward * 0.25 - along * 0.25])  # fmt: skip
        self._brush.line(crease, [1.5, 1.2, 0.1], tone.line, Layer.OUTFIT)

    def _piece(
        self, path: FloatArray, half: FloatArray, layer: Layer, start: Start, bend: int | None, *, bare: bool,
        only: Only | None = None,
    ) -> None:  # fmt: skip
        """One tube in cloth or skin: its fill, the shadow on its far side, folds at its bend, ink, a cuff."""
        tone = self._kit.tones.skin if bare else self._ramp
        tube = Tube.around(path, half) if bare else Tube.around(path, *self._sleeved(half, start))
        bent = start is Start.SHOULDER and self._arm.sharp and len(tube) == len(self._upper)
        tip = tube.tip() if bent else np.zeros((0, 2))
        if only is not Only.INK:
            self._cloth(*self._outline(tube, start, tip), tube, tone, layer, bend, bare=bare)
        self._ink(tube, start, tip, tone, layer, only)
        if bare or only is Only.INK:
            return
        if start is Start.SHOULDER and self._poised:
            self._seam(tube, tone, layer)
        if not bent:
            self._cuff(tube, tone, layer)

    def _outline(self, tube: Tube, start: Start, tip: FloatArray) -> tuple[FloatArray, tuple[int, ...]]:
        """The outline of a tube's fill, and its corners."""
        kit, count, outer, inner = self._kit, len(tube), tube.outer, tube.inner
        if start is Start.SHOULDER:
            # The shoulder's own outline (see ``silhouette``), so that arm and torso share one line.
            _, end = shoulder_line(kit.figure, self._out)
            within = (kit.figure.shoulder * 0.60, kit.figure.shoulder_y + 6.0)
            if kit.art.graded and self._poised:
                # The body goes on up to the seam.
                inner, within = inner[ARMPIT:], self._on_seam(tube)
            outline = np.vstack([self._deltoid(tube), outer[1:], tip, inner[::-1], np.array([within, end])])
            round_ = len(self._deltoid(tube))
            hem = self._hem(tube) if not len(tip) else tip[:0]
            outline = np.insert(outline, count - 1 + round_, hem, axis=0)
            ends = () if len(tip) else (count - 2 + round_, count - 1 + round_ + len(hem))
            return outline, (*ends, len(outline) - 3, len(outline) - 2)
        if start is Start.ELBOW:
            hem = self._hem(tube)
            return np.vstack([outer, hem, inner[::-1], tube.behind()]), (count - 1, count + len(hem))
        return np.vstack([outer, inner[::-1]]), (0, count - 1, count, 2 * count - 1)

    def _hem(self, tube: Tube) -> FloatArray:
        """The middle of a tube's end, [1, 2], where that is round like its cuff; editions with a flat one have none."""
        return tube.hem() if self._kit.art.graded and self._poised else np.zeros((0, 2))

    def _deltoid(self, tube: Tube) -> FloatArray:
        """Where a shoulder turns down into the arm, [1, 2]; editions without it have none."""
        if not (self._kit.art.graded and self._poised):
            return np.zeros((0, 2))
        _, (x, y) = shoulder_line(self._kit.figure, self._out)
        below = tube.outer[1]
        return np.array([(x + (below[0] - x) * 0.70, y + (below[1] - y) * 0.44)])

    def _ink(self, tube: Tube, start: Start, tip: FloatArray, tone: Ramp, layer: Layer, only: Only | None) -> None:
        """The ink around a tube; heavier where cloth will lie over its inner half."""
        line, outer, inner = self._brush.line, tube.outer, tube.inner
        heavy = 1.0 if only is None else _UNDER_INK
        if start is Start.SHOULDER:
            corner = shoulder_line(self._kit.figure, self._out)
            top = np.vstack([*corner, self._deltoid(tube), outer[1:], tip])
            swell = np.interp(np.linspace(0, 1, len(top)), [0, 0.2, 0.5, 1], [1.2, 1.6, 1.9, 1.3])
            if only is Only.CLOTH:
                # Over the shoulder the torso lies beside the arm, and nothing would cover heavier ink.
                line(top[:2], swell[:2], tone.line, layer)
                return
            onset = 0 if only is None else 1
            line(top[onset:], swell[onset:] * heavy, tone.line, layer)
            armpit = 1.0 if self._poised else 0.2
            line(inner[2:], np.linspace(armpit, 1.4, len(tube) - 2) * heavy, tone.line, layer)
        elif only is Only.CLOTH:
            return
        elif start is Start.ELBOW:
            around = np.vstack([outer[::-1], tube.behind(), inner])
            swell = np.interp(np.linspace(0, 1, len(around)), [0, 0.4, 0.5, 0.6, 1], [1.4, 1.5, 1.7, 1.5, 1.4])
            if self._kit.art.graded:
                # One form has no seam where the forearm lies on the upper arm.
                up = (self._shoulder - self._elbow) / np.hypot(*(self._shoulder - self._elbow))
                away = around - self._elbow
                aside = np.abs(away @ np.array([-up[1], up[0]]))
                swell = np.where((away @ up > 0) & (aside < self._upper_half[-1]), 0.1, swell)
            line(around, swell * heavy, tone.line, layer)
        else:
            for edge in (outer, inner):
                line(edge, np.linspace(0.3, 1.5, len(tube)), tone.line, layer)

    def _cuff(self, tube: Tube, tone: Ramp, layer: Layer) -> None:
        """The end of a sleeve and the seam above it."""
        step = tube.path[-1] - tube.path[-2]
        cuff = np.vstack([tube.outer[-1:], tube.hem(), tube.inner[-1:]])
        self._brush.line(cuff, 1.3, tone.line, layer)
        if self._kit.rib and self._poised:
            back = step / np.hypot(*step) * 0.8 * self._kit.rib
            ribbed_cuff(self._brush, cuff - back, cuff, tone, layer)
        elif self._poised:
            self._brush.line(cuff - step / np.hypot(*step) * 12, [1.1, 0.8, 1.1], tone.line, layer, detail=0.2)
        else:
            self._brush.line(cuff - step * 0.30, 0.8, tone.deep, layer)

    def _sleeved(self, half: FloatArray, start: Start) -> tuple[FloatArray, FloatArray]:
        """Half-widths of the sleeve around an arm's, [n] each, outside and inside: cloth hangs loose at the elbow and over
        the cuff, and is drawn in between.
        """
        count, thick = len(half), 1.5 + 0.6 * self._kit.thickness
        if not self._poised:
            half = half + thick * np.linspace(0.8, 1.25, count)
            return half, half
        first = {Start.SHOULDER: 0.0, Start.ELBOW: 0.5}.get(start, 1 - 0.1 * (count - 1))
        along = first + 0.1 * np.arange(count)
        snug = half + thick * (0.8 + 0.25 * along)
        slackness = slack(along, self._sleeve, self._kit.thickness, alike=not self._kit.art.rounded)
        return snug + self._small * slackness[0], snug + self._small * slackness[1]

    def _on_seam(self, tube: Tube) -> tuple[float, float]:
        """The middle of the seam between a sleeve and the trunk."""
        _, (x, y) = shoulder_line(self._kit.figure, self._out)
        return x - 14, (y * 1.1 + float(tube.inner[ARMPIT, 1]) * 0.9) / 2

    def _seam(self, tube: Tube, tone: Ramp, layer: Layer) -> None:
        """Where a sleeve is set into the garment: from the shoulder down to the armpit."""
        _, top = shoulder_line(self._kit.figure, self._out)
        armpit = tube.inner[ARMPIT]
        seam = np.array([_by(np.array(top), -4, 3), self._on_seam(tube), armpit])
        self._brush.line(seam, [0.5, 0.8, 1.1], tone.line, layer, detail=0.2)

    def _cloth(
        self, outline: FloatArray, corners: tuple[int, ...], tube: Tube, tone: Ramp, layer: Layer, bend: int | None,
        *, bare: bool,
    ) -> None:  # fmt: skip
        """The fill of a tube with its light and shadow, and folds at its bend."""
        kit, brush = self._kit, self._brush
        with kit.pen.clipped(brush.fill(outline, tone.base if bare else kit.cloth(tone), layer, corners)):
            if kit.checks is not None and self._poised and not bare:
                weave(brush, tube, kit.checks, layer)
            if tone is kit.tones.cloth and not bare:
                cover(brush, tube, tone, layer)
            if bare and self._flesh:
                joint = tube.path[0, 1] < self._shoulder[1] + 1, np.allclose(tube.path[-1], self._wrist)
                flesh.shade_flesh(brush, tube, tone, layer, (0.0 if joint[0] else 0.5, 1.0 if joint[1] else 0.5))
                return
            if kit.art.rounded and self._poised:
                self._round(tube, tone, layer, bend)
                return
            shade_far_side(brush, tube, tone, layer)
            if bare:
                return
            if not self._poised:
                if bend is not None:
                    elbow_creases(brush, tube, tone, layer, bend)
                return
            light_up(brush, tube, tone, layer)
            if bend is not None:
                elbow_folds(brush, tube, tone, layer, bend)
            if len(tube) > len(self._upper) or bend == 0:
                cuff_folds(brush, tube, tone, layer)

    def _round(self, tube: Tube, tone: Ramp, layer: Layer, bend: int | None) -> None:
        """Light and shadow of a sleeve, each straight piece by itself, and soft folds at its bend."""
        patterned = tone is self._kit.tones.cloth and self._kit.pattern is not Pattern.PLAIN
        thin = PATTERNED if patterned else 1.0
        bent = len(tube) > len(self._upper)
        straight = not bent or float(tube.way(2) @ tube.way(len(tube) - 3)) > _STRAIGHT
        for piece in (tube,) if straight else (tube.part(0, 6), tube.part(5, len(tube))):
            over = piece.path[0, 1] < self._shoulder[1] + 1
            back = _ROUND_END if bend == 0 else 0.0
            round_off(self._brush, piece, tone, layer, gleam=thin, depth=thin, onward=over, back=back)
        if bend is not None:
            soft_elbow(self._brush, tube, tone, layer, bend)
        if tube.path[0, 1] < self._shoulder[1] + 1:
            soft_armpit(self._brush, tube, tone, layer)
        if (bent or bend == 0) and self._sleeve is not Sleeve.TAILORED:
            soft_cuff(self._brush, tube, tone, layer)

    def _shoulder_top(self) -> tuple[tuple[float, float], ...]:
        """The shoulder's outline from the neck's foot on, which is the trunk's."""
        neck = silhouette(self._kit.figure, self._out)[0]
        return (float(neck[0]), float(neck[1])), *shoulder_line(self._kit.figure, self._out)


def _by(point: FloatArray, x: float, y: float) -> FloatArray:
    """The point [2] moved."""
    return np.asarray(point + np.array([x, y]))
