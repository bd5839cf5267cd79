"""The editions of our art: the numbers in which they differ.

A saved character says which edition drew it first, and is drawn by that one for good; see ``Edition``. What an edition
draws with a brush that another lacks is a field here too, so that nothing else has to know editions by name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from pipeline.types.spec import Edition


class Growth(NamedTuple):
    """How a measure depends on build and age: design units for a boy, for a grown-up, for a child (negative years), and
    what becoming a man adds.
    """

    male: float = 0.0
    grown: float = 0.0
    young: float = 0.0
    man: float = 0.0

    def at(self, masculine: float, years: float) -> float:
        """The measure's change; ``masculine`` 0..1, ``years`` -1 for a child, 0 for a teenager, 1 for a grown-up."""
        grown = max(years, 0.0)
        change = self.male * masculine + self.grown * grown + self.young * min(years, 0.0)
        return change + self.man * masculine * grown if self.man else change


_DROP: Final = Growth(4.0)


class Elder(NamedTuple):
    """How old age differs from middle age: design units unless noted.

    Attributes:
        eyes: factor for their size. jaw, point: how much heavier they are. mouth: how much lower and wider (share) it is.
        shoulder: factor for their width; they are rounded. stoop: how much nearer to the head they are. drop: how far the lids hang, 0..1.
        flat: how much lower eyes are for their width, as a share.
    """

    eyes: float = 1.0
    jaw: float = 0.0
    point: float = 0.0
    mouth: tuple[float, float] = (0.0, 0.0)
    shoulder: float = 1.0
    drop: float = 0.16
    flat: float = 0.05
    stoop: float = 0.0


class Caricature(NamedTuple):
    """How far features are exaggerated, as factors, so that a face reads at the size of a letter.

    Attributes:
        eyes: their size. mouth: its size. line: the weight of its line. brow: the brows' weight. play: how far moods
            move the brows and the corners of the mouth. signs: the size of what comics draw around a head.
    """

    eyes: float = 1.0
    mouth: float = 1.0
    line: float = 1.0
    brow: float = 1.0
    play: float = 1.0
    signs: float = 1.0


LIFE: Final = Caricature()
"""Nothing is exaggerated."""


@dataclass(frozen=True)
class Proportions:
    """Where things are on a girl of sixteen, and how build and age move them; design units, see ``Figure``.

    Attributes:
        widths: half widths of the face's outline from temple to chin. rises: how far its last four points lie above
            the chin. depths: z of all of them. chin_depth: z of the chin. face_depth: z of the face's middle.
        chin_y: y of the chin. cheek, jaw, point, chin: how they grow (see ``Contour``). squareness: how far a face's own jaw and point count.
        eye_y, nose, mouth, neck, shoulder, shoulder_y: at sixteen; the growths are of the same name.
        eye_size: growth of the eyes' scale. least_eyes: they are never smaller. eye_tall: growth of their height as a
            share. iris: how a man's irises differ in size.
        shoulder_drop: how shoulder_y grows.
        child_head, chibi_head: the head's size against a grown one's (see ``small_body``). elder: what age adds to a grown-up.
    """

    widths: tuple[float, ...]
    rises: tuple[float, ...]
    depths: tuple[float, ...]
    chin_depth: float
    face_depth: float
    cheek: Growth
    jaw: Growth
    point: Growth
    squareness: float
    chin_y: float
    chin: Growth
    eye_y: float
    eye_height: Growth
    eye_size: Growth
    least_eyes: float
    eye_tall: Growth
    iris: float
    nose: float
    nose_drop: Growth
    mouth: float
    mouth_width: float
    mouth_drop: Growth
    neck: float
    neck_width: Growth
    shoulder: float
    shoulder_width: Growth
    shoulder_y: float
    child_head: float
    chibi_head: float
    elder: Elder
    shoulder_drop: Growth = _DROP


@dataclass(frozen=True)
class Art:
    """One edition.

    Attributes:
        proportions: of face and shoulders.
        turn: degrees by which a head turns at head_y = 1. narrowing: how much narrower the far eye is then.
        ink: weight of all lines. cloth_ink: of those on what is worn, against the others.
        iris: half width and half height of the usual iris, design units.
        gaze: how far the irises go, as a share of the usual way; farther looks hard aside.
        brow: the brows' lightness as a share of the hair's, and the most that it is.
        brow_weight, brow_male: the brows' thickness, and how much thicker a man's are. brow_reach: how far moods move
            them. brow_over_hair, lash_over_hair: how clearly brows and lashes show through a fringe, 0..1.
        brow_drop: how much lower a man's brows lie, design units. brow_tilt: how far brows slant, each character's by its seed.
        glow: 0..1, how much light there is on dark skin, and how much lighter the darkest is.
        hair_out, hair_volume: how far hair stands off the skull, and how much of that is its volume.
        cool_reach: design units from the lamp to where the air is coolest.
        vivid: 0..1, how colourful light on hair and shadow on skin are.
        locks: hair is made of locks that overlap, with light along their flow; else of masses with a ring of light.
        limbs: arms with hands, a waist, and what is worn below it; else arms that end behind the back.
        modelled: cloth and face have a second, hard-edged tone.
        soft: light and shadow on hair and skin also have a broad, soft part; ink within hair is pale, and its locks are
            long.
        gathered: coiled hair is one mass that turns in at the ears, crests are spikes from a point at the hairline.
        massed: hair is fewer, larger masses: the head's outline is one curve of locks, light is a ring that follows them.
        graded: faces and bodies change with every year of life, and men's are other than boys'; else with four ages.
        rounded: cloth and skin turn from light to shadow by gradients, and cloth has thin ink of its own colour.
        poised: bodies stand with their weight on one leg, on longer legs; arms have shoulders, and hands one outline.
        close_hair: how much less a man's hair stands off his skull.
        flat_crown: how much lower a man's head is above his brows, as a share.
        nods_off: how far an eye is shut that is wholly relaxed, 0 (half open) to 1.
        small: how features are exaggerated where they are seen small.
        mascot_room: how much farther than a person's the picture of a mascot's face may grow, so that its ears are in it.
    """

    proportions: Proportions
    turn: float
    narrowing: float
    ink: float
    iris: tuple[float, float]
    brow: tuple[float, float]
    brow_weight: float
    brow_male: float
    brow_reach: float
    brow_over_hair: float
    lash_over_hair: float
    hair_out: float
    hair_volume: float
    cool_reach: float
    vivid: float
    locks: bool
    limbs: bool
    modelled: bool
    soft: bool = False
    gathered: bool = False
    gaze: float = 1.0
    poised: bool = False
    massed: bool = False
    brow_drop: float = 4.5
    brow_tilt: float = 0.0
    glow: float = 0.0
    close_hair: float = 0.0
    flat_crown: float = 0.0
    nods_off: float = 0.0
    small: Caricature = LIFE
    graded: bool = False
    cloth_ink: float = 1.0
    rounded: bool = False
    mascot_room: float = 1.0


_FIRST: Final = Art(
    Proportions(
        widths=(66, 79, 82.5, 82, 78.5, 68.5, 50.5, 29, 11),
        rises=(49, 28, 11.5, 2.2),
        depths=(20, 10, 5, 3, 7, 18, 36, 54, 65),
        chin_depth=68.0,
        face_depth=77.0,
        cheek=Growth(),
        jaw=Growth(1.5, -2.5, -2.5),
        point=Growth(4.0, -2.0, -2.0),
        squareness=1.0,
        chin_y=120.0,
        chin=Growth(5.0, 4.0, 4.0),
        eye_y=31.0,
        eye_height=Growth(-3.0, -3.2, -3.0),
        eye_size=Growth(-0.10, -0.13, -0.09),
        least_eyes=0.0,
        eye_tall=Growth(-0.10),
        iris=-0.06,
        nose=61.0,
        nose_drop=Growth(3.0, 2.0, 2.0),
        mouth=86.0,
        mouth_width=1.0,
        mouth_drop=Growth(5.0, 2.0, 2.0),
        neck=23.0,
        neck_width=Growth(10.0),
        shoulder=118.0,
        shoulder_width=Growth(34.0, 6.0, 6.0),
        shoulder_y=180.0,
        child_head=1.0,
        chibi_head=1.34,
        elder=Elder(),
    ),
    turn=16.5,
    narrowing=0.10,
    ink=1.0,
    iris=(15.9, 19.6),
    brow=(0.64, 0.54),
    brow_weight=1.0,
    brow_male=1.0,
    brow_reach=1.0,
    brow_over_hair=0.92,
    lash_over_hair=0.25,
    hair_out=1.02,
    hair_volume=0.06,
    cool_reach=780.0,
    vivid=0.0,
    locks=False,
    limbs=False,
    modelled=False,
)
_SECOND: Final = Art(
    Proportions(
        widths=(63, 73.5, 77, 76.5, 74, 66.5, 50, 29, 10.5),
        rises=(48, 26.5, 10, 1.8),
        depths=(36, 30, 27, 25, 28, 35, 46, 54, 58),
        chin_depth=60.0,
        face_depth=63.0,
        cheek=Growth(-1.5),
        jaw=Growth(-5.0, -2.0, -3.0),
        point=Growth(1.2, -1.0, -2.5),
        squareness=0.7,
        chin_y=120.0,
        chin=Growth(1.0, 0.8, 6.0),
        eye_y=32.5,
        eye_height=Growth(-0.5, -1.0, -3.0),
        eye_size=Growth(-0.05, -0.05, -0.09),
        least_eyes=0.88,
        eye_tall=Growth(-0.05),
        iris=-0.02,
        nose=62.0,
        nose_drop=Growth(2.0, 0.5, 0.5),
        mouth=86.5,
        mouth_width=1.0,
        mouth_drop=Growth(3.0, 1.0, 1.0),
        neck=24.5,
        neck_width=Growth(6.0),
        shoulder=114.0,
        shoulder_width=Growth(19.0, 3.0, 3.0),
        shoulder_y=190.0,
        child_head=1.12,
        chibi_head=1.30,
        elder=Elder(eyes=0.86, jaw=5.5, point=3.5, mouth=(2.5, 0.08), shoulder=0.95, drop=0.30),
    ),
    turn=28.0,
    narrowing=0.17,
    ink=0.82,
    iris=(16.8, 22.0),
    brow=(0.58, 0.43),
    brow_weight=1.35,
    brow_male=0.12,
    brow_reach=1.5,
    brow_over_hair=1.0,
    lash_over_hair=0.42,
    hair_out=1.07,
    hair_volume=0.07,
    cool_reach=1150.0,
    vivid=1.0,
    locks=True,
    limbs=True,
    modelled=True,
)
_THIRD: Final = replace(
    _SECOND,
    proportions=replace(
        _SECOND.proportions,
        widths=(66, 77.5, 81.5, 81.5, 78.5, 69.5, 51.5, 29.5, 10.5),
        chin_y=114.5,
        chin=Growth(4.5, 1.5, 6.0),
        jaw=Growth(-2.5, -2.0, -3.0),
        eye_size=Growth(-0.09, -0.06, -0.09),
        least_eyes=0.84,
        eye_tall=Growth(-0.12),
        neck_width=Growth(9.0),
        shoulder_width=Growth(24.0, 3.0, 3.0),
        nose=60.0,
        mouth=83.5,
        mouth_width=0.92,
    ),
    brow_male=0.28,
    soft=True,
)
_FOURTH: Final = replace(
    _THIRD,
    lash_over_hair=0.2,
    proportions=replace(
        _THIRD.proportions,
        elder=Elder(eyes=0.90, jaw=4.0, point=2.5, mouth=(2.5, 0.08), shoulder=0.93, drop=0.19, flat=0.11, stoop=8.0),
        cheek=Growth(-1.5, -1.5, -2.0, -1.0),
        jaw=Growth(-2.0, -2.0, -3.0, 3.0),
        point=Growth(1.2, -1.0, -2.5, 0.5),
        chin=Growth(4.5, 4.5, 6.0, 11.0),
        eye_height=Growth(-0.5, -1.0, -3.0, -2.0),
        eye_size=Growth(-0.08, -0.09, -0.07, 0.02),
        least_eyes=0.80,
        eye_tall=Growth(-0.11, -0.07, 0.0, -0.10),
        iris=0.03,
        nose_drop=Growth(1.0, 2.0, 0.5, 6.0),
        mouth_drop=Growth(2.0, 3.0, 1.0, 7.5),
        neck_width=Growth(4.0, 1.0, 0.0, 11.0),
        shoulder_width=Growth(14.0, 3.0, 0.0, 28.0),
        shoulder_drop=Growth(4.0, 0.0, 0.0, 9.0),
    ),
    brow_drop=2.0,
    brow_tilt=1.0,
    glow=1.0,
    graded=True,
    cool_reach=1500.0,
    cloth_ink=0.8,
    rounded=True,
    poised=True,
    massed=True,
    gathered=True,
    gaze=1.5,
    close_hair=0.03,
    flat_crown=0.11,
    nods_off=1.0,
    mascot_room=1.13,
    small=Caricature(eyes=1.12, mouth=1.4, line=2.0, brow=1.6, play=1.55, signs=1.25),
)
EDITIONS: Final = {
    Edition.FIRST: _FIRST,
    Edition.SECOND: _SECOND,
    Edition.THIRD: _THIRD,
    Edition.FOURTH: _FOURTH,
}
