"""Mascots: the same numbers move them, and their whole face is in every crop."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from pipeline.drawing.geometry import Mesh
from pipeline.drawing.tones import Tones
from pipeline.posers.rig.character import draw_character
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.posers.rig.framing import fitted
from pipeline.posers.rig.poser import RigPoser
from pipeline.types import Character, CharacterKind, RigSpec, make_pose
from pipeline.types.frames import FACE, FULL
from pipeline.types.spec import (
    LATEST_EDITION,
    Accessory,
    BodyStyle,
    Build,
    Coat,
    Edition,
    EyeShape,
    Lashes,
    Outfit,
    RestingFace,
    Species,
)

ANIMALS = tuple(species for species in Species if species is not Species.HUMAN)


def mascot(species: Species, coat: Coat = Coat.PLAIN, *accessories: Accessory) -> RigSpec:
    return RigSpec(
        edition=Edition.THIRD, species=species, coat=coat, body_style=BodyStyle.CHIBI, build=Build.ANDROGYNOUS,
        hair_colour="#c9945f", eye_shape=EyeShape.BUTTON, lashes=Lashes.BARE, outfit=Outfit.FUR,
        accessories=accessories,
    )  # fmt: skip


@pytest.mark.parametrize("species", ANIMALS)
@pytest.mark.parametrize(
    "number", ["mouth_aaa", "eye_wink_left", "eye_happy_wink_right", "eyebrow_angry_left", "mouth_lowered_corner_left"]
)
def test_every_part_of_the_face_acts(species: Species, number: str) -> None:
    character = Character(CharacterKind.DRAWN, spec=mascot(species))
    poses = np.stack([make_pose(), make_pose(**{number: 1.0})])
    still, acted = RigPoser().pose(character, poses, 192, FACE).astype(np.int16)
    assert (np.abs(acted - still).max(-1) > 40).sum() > 12


@pytest.mark.parametrize("species", ANIMALS)
def test_the_face_s_crop_holds_the_chin(species: Species) -> None:
    drawn = draw_character(mascot(species))
    framing = fitted(FACE, drawn)
    chin = 132 + ((drawn.figure.chin + 24) * drawn.figure.head_scale - 24) / 2
    assert framing.y + framing.side == pytest.approx(chin, abs=8)
    assert framing.y + framing.side > FACE.y + FACE.side


@pytest.mark.parametrize("species", [Species.CAT, Species.HORSE, Species.AXOLOTL, Species.CAPYBARA, Species.OTTER])
def test_ears_sink_in_sorrow_and_rise_in_surprise(species: Species) -> None:
    drawn = draw_character(mascot(species))
    mesh = drawn.drawing.mesh

    def tip(**numbers: float) -> float:
        """Height of the highest point of an ear."""
        rest, dials = mesh.rest.copy(), dict[str, float]()
        for mover in drawn.movers:
            mover.move(drawn.rest_face.under(make_pose(**numbers)), rest, dials)
        flat = Deformer(mesh.head, mesh.turn, mesh.wrap, drawn.figure.head_scale)(rest, Stance())
        return float(flat[mesh.chain >= 0, 1].min())

    calm = tip()
    assert tip(eyebrow_troubled=1.0) > calm + 3
    assert tip(eyebrow_raised=1.0) < calm + 3 < tip(eyebrow_angry=1.0)


def _seen(spec: RigSpec, size: int = 160, **numbers: float) -> npt.NDArray[np.int16]:
    character = Character(CharacterKind.DRAWN, spec=spec)
    picture: npt.NDArray[np.int16] = (
        RigPoser().pose(character, make_pose(**numbers)[None], size, FACE)[0].astype(np.int16)
    )
    return picture


def test_each_animal_is_told_from_the_others_where_it_is_small() -> None:
    pictures = {species: _seen(mascot(species), 48) for species in ANIMALS}
    for at, one in enumerate(ANIMALS):
        for other in ANIMALS[at + 1 :]:
            different = np.abs(pictures[one] - pictures[other]).max(-1) > 30
            assert different.sum() > 150, (one, other)


def test_a_shark_s_teeth_are_pointed() -> None:
    def most_teeth(species: Species) -> int:
        """How many white parts one row of pixels of the open mouth has at most."""
        picture = _seen(mascot(species), 320, mouth_aaa=1.0)[180:]
        bright = (picture[..., :3].min(-1) > 232) & (picture[..., 3] > 250)
        return int((np.diff(bright.astype(np.int8), axis=1) == 1).sum(1).max())

    assert most_teeth(Species.SHARK) >= most_teeth(Species.DINOSAUR) + 2


def test_a_unicorn_is_a_horse_with_a_golden_horn() -> None:
    def gold(species: Species) -> int:
        red, green, blue = np.moveaxis(_seen(replace(mascot(species), hair_colour="#fbf6f8"))[..., :3], -1, 0)
        return int(((red > 200) & (green > 130) & (green < 225) & (blue < 120)).sum())

    assert gold(Species.HORSE) < 10
    assert gold(Species.UNICORN) > 100


@pytest.mark.parametrize("species", [Species.HORSE, Species.UNICORN, Species.DINOSAUR])
def test_the_second_colour_is_that_of_mane_and_plates_and_not_of_the_belly(species: Species) -> None:
    def pink(spec: RigSpec) -> tuple[int, int]:
        """Pixels above the eyes, and on the body."""
        drawn = RigPoser().pose(Character(CharacterKind.DRAWN, spec=spec), make_pose()[None], 160, FULL)[0]
        red, green, blue = np.moveaxis(drawn[..., :3].astype(np.int16), -1, 0)
        high = (red - green > 60) & (blue - green > 20) & (drawn[..., 3] > 250)
        return int(high[:50].sum()), int(high[95:].sum())

    above, below = pink(replace(mascot(species), hair_colour="#f3efe9", hair_colour_2="#f070b0"))
    assert above > 60
    assert below < 5


def test_markings_show_on_the_face() -> None:
    pictures = {
        coat: RigPoser().pose(
            Character(CharacterKind.DRAWN, spec=mascot(Species.CAT, coat)), make_pose()[None], 96, FACE
        )[0]
        for coat in Coat
    }
    for coat in Coat:
        if coat is not Coat.PLAIN:
            different = np.abs(pictures[coat].astype(np.int16) - pictures[Coat.PLAIN]).max(-1) > 30
            assert different.sum() > 100, coat


def test_hats_leave_a_frog_its_eyes() -> None:
    plain, hatted = (
        RigPoser().pose(Character(CharacterKind.DRAWN, spec=spec), make_pose()[None], 128, FACE)[0].astype(np.int16)
        for spec in (mascot(Species.FROG), mascot(Species.FROG, Coat.PLAIN, Accessory.TOP_HAT))
    )
    assert hatted.shape == plain.shape
    figure = draw_character(mascot(Species.FROG)).figure
    drawn = draw_character(mascot(Species.FROG, Coat.PLAIN, Accessory.TOP_HAT)).drawing
    worn = [curve for mark in drawn.marks if mark.layer.name == "HEAD_WEAR" for curve in mark.curves]
    lowest = max(
        drawn.mesh.rest[drawn.mesh.curves[curve].start : drawn.mesh.curves[curve].stop, 1].max() for curve in worn
    )
    assert lowest < figure.eye[1]


def test_what_is_raised_moves_up_alone() -> None:
    mesh = Mesh()
    first = mesh.add([(0, 0), (4, 0), (4, 4)])
    second = mesh.add([(0, 10), (4, 10), (4, 14)])
    mesh.raise_from(second, 3.0)
    assert mesh.points(first)[1][:, 1].tolist() == [0, 0, 4, 7, 7, 11]


def test_closed_eyes_are_of_any_mood_and_a_tongue_hides_in_an_open_mouth() -> None:
    calm, beaming = (
        draw_character(RigSpec(expression=mood, closed_eyes=True)).rest_face.under(make_pose())
        for mood in (RestingFace.ANGRY, RestingFace.SMILE)
    )
    assert (calm["eye_wink_left"], calm["eye_happy_wink_left"]) == (1.0, 0.0)
    assert (beaming["eye_wink_left"], beaming["eye_happy_wink_left"]) == (0.0, 1.0)
    drawn, dials = draw_character(RigSpec(expression=RestingFace.TONGUE)), dict[str, float]()
    for mouth, shown in ((0.0, 1.0), (0.8, 0.0)):
        for mover in drawn.movers:
            mover.move(drawn.rest_face.under(make_pose(mouth_aaa=mouth)), drawn.drawing.mesh.rest.copy(), dials)
        assert dials["tongue_out"] == shown


@pytest.mark.parametrize("species", ANIMALS)
def test_a_mascot_fills_the_whole_picture(species: Species) -> None:
    for accessories in ((), (Accessory.TOP_HAT,)):
        spec = mascot(species, Coat.PLAIN, *accessories)
        alpha = RigPoser().pose(Character(CharacterKind.DRAWN, spec=spec), make_pose()[None], 160, FULL)[0][..., 3]
        rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
        assert rows[0] > 0 and rows[-1] < 159
        assert rows[-1] - rows[0] > 140 or columns[-1] - columns[0] > 140


def test_the_second_edition_s_mascots_stand_as_they_stood() -> None:
    spec = replace(mascot(Species.BEAR), edition=Edition.SECOND)
    assert fitted(FULL, draw_character(spec)) == FULL


def test_an_arm_of_fur_leaves_for_a_gesture() -> None:
    drawn = draw_character(mascot(Species.CAT)).drawing
    assert {"arm_left", "arm_right"} <= {mark.dial for mark in drawn.marks}


def test_a_face_s_crop_holds_the_chin_of_a_chibi() -> None:
    drawn = draw_character(RigSpec(edition=Edition.THIRD, body_style=BodyStyle.CHIBI))
    chin = 132 + ((drawn.figure.chin + 24) * drawn.figure.head_scale - 24) / 2
    framing = fitted(FACE, drawn)
    assert framing.y + framing.side > chin - 1e-6


@pytest.mark.parametrize("species", [Species.CAT, Species.FOX, Species.RABBIT, Species.DOG, Species.RACCOON])
def test_an_emoji_shows_ears_whole(species: Species) -> None:
    spec = replace(mascot(species), edition=LATEST_EDITION)
    alpha = RigPoser().pose(Character(CharacterKind.DRAWN, spec=spec), make_pose()[None], 128, FACE)[0][..., 3]
    assert not alpha[0].any()
    assert not alpha[:64, [0, -1]].any()


def test_lids_show_in_a_dark_mask() -> None:
    """Where fur is dark around the eyes, a shut one is a light line on it."""
    masked = replace(mascot(Species.RACCOON, Coat.BANDIT), edition=LATEST_EDITION)
    assert min(Tones.of(masked).lash[:3]) > 150
    assert max(Tones.of(replace(masked, hair_colour_2="#f0c8d8")).lash[:3]) < 90, "a pale mask has dark lashes"
    assert max(Tones.of(replace(masked, coat=Coat.MASK)).lash[:3]) < 90
