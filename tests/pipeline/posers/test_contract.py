"""What every poser keeps, whatever draws its frames. A new poser is one more line in POSERS."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.interfaces import Poser
from pipeline.posers import PoserUnsuitedError, open_poser
from pipeline.types import (
    BUST,
    FULL,
    Character,
    CharacterKind,
    Frames,
    Framing,
    PoserName,
    PoseTrack,
    RigSpec,
    make_pose,
)

DRAWN = Character(CharacterKind.DRAWN, spec=RigSpec(hair_colour="#c0c0e8"))
POSES = np.stack([make_pose(), make_pose(mouth_aaa=1, head_y=0.5), make_pose(eye_wink_left=1, head_y=-0.5)])
MOST_AT_ONCE = 32
"""Frames that a poser may hold in memory at a time."""


@dataclass(frozen=True)
class Case:
    """A poser under test.

    Attributes:
        name: what it calls itself.
        open: opens it, given a folder for what it keeps.
        character: somebody it can move.
        other: somebody it cannot.
    """

    name: PoserName
    open: Callable[[Path], Poser]
    character: Callable[[], Character]
    other: Callable[[], Character]


@cache
def uploaded() -> Character:
    from tests.pipeline.posers.tha3.untrained import simple_figure

    file = io.BytesIO()
    Image.fromarray(simple_figure()).save(file, "PNG")
    return Character(CharacterKind.UPLOADED, picture=file.getvalue())


def drawn() -> Character:
    return DRAWN


def open_rig(_folder: Path) -> Poser:
    return open_poser(DRAWN)


def open_tha3(folder: Path) -> Poser:
    from pipeline.posers.tha3.backends import torch_backend
    from pipeline.posers.tha3.fast import FastRoad
    from pipeline.posers.tha3.poser import Tha3Poser
    from tests.pipeline.posers.tha3.untrained import untrained_networks

    return Tha3Poser(FastRoad(untrained_networks(), folder, torch_backend()))


def open_tha4(folder: Path) -> Poser:
    from pipeline.posers.tha4.official import bring_student
    from pipeline.posers.tha4.poser import Tha4Poser
    from tests.pipeline.posers.tha4.untrained import untrained_student

    bring_student(untrained_student(folder / "published"), folder / "shelf")
    return Tha4Poser(folder / "shelf", folder)


def open_student(folder: Path) -> Poser:
    from pipeline.posers.student.file import student_bytes
    from pipeline.posers.student.poser import StudentPoser
    from pipeline.posers.student.shelf import keep_student
    from tests.pipeline.posers.student.handmade import handmade_student
    from tests.pipeline.posers.tha3.untrained import simple_figure

    keep_student(uploaded(), folder, student_bytes(handmade_student(simple_figure())))
    return StudentPoser(folder)


POSERS = [
    Case(PoserName.RIG, open_rig, drawn, uploaded),
    Case(PoserName.THA3, open_tha3, uploaded, drawn),
    Case(PoserName.THA4, open_tha4, uploaded, drawn),
    Case(PoserName.STUDENT, open_student, uploaded, drawn),
]


@pytest.fixture(scope="module", params=POSERS, ids=lambda case: case.name.value)
def case(request: pytest.FixtureRequest) -> Case:
    pytest.importorskip("torch", reason="needs the extra 'neural'")
    chosen: Case = request.param
    return chosen


@pytest.fixture(scope="module")
def poser(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Poser:
    return case.open(tmp_path_factory.mktemp(case.name.value))


def swaying(frames: int, kinds: int = 3) -> PoseTrack:
    """A track that shows ``kinds`` poses in turn."""
    return PoseTrack.still(np.concatenate([POSES[:kinds]] * (-(-frames // kinds)))[:frames])


def played(poser: Poser, character: Character, track: PoseTrack, size: int = 64) -> Frames:
    return np.concatenate(list(poser.animate(character, track, size, BUST)))


def test_it_has_its_name(case: Case, poser: Poser) -> None:
    assert poser.name is case.name


@pytest.mark.parametrize("size", [16, 100])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_stills_are_bytes_of_the_asked_size(case: Case, poser: Poser, size: int, count: int) -> None:
    frames = poser.pose(case.character(), POSES[:count], size, BUST)
    assert frames.shape == (count, size, size, 4)
    assert frames.dtype == np.uint8


def test_the_figure_stands_on_nothing_and_moves(case: Case, poser: Poser) -> None:
    rest, speaking, winking = poser.pose(case.character(), POSES, 128)
    assert rest[0, 0, 3] == 0
    assert rest[40, 64, 3] > 100
    for other in (speaking, winking):
        assert np.abs(other.astype(int) - rest).mean() > 0.05


def test_alpha_is_straight(case: Case, poser: Poser) -> None:
    """Premultiplied colours would never exceed their alpha."""
    frame = poser.pose(case.character(), POSES[:1], 100, BUST)[0].astype(int)
    soft = (frame[..., 3] > 20) & (frame[..., 3] < 200)
    assert soft.any()
    brighter = frame[soft][:, :3].max(axis=1) > frame[soft][:, 3] + 2
    assert brighter.mean() > 0.2


def test_many_poses_at_once_are_what_each_is_alone(case: Case, poser: Poser) -> None:
    together = poser.pose(case.character(), POSES, 64, BUST)
    alone = [poser.pose(case.character(), POSES[index : index + 1], 64, BUST)[0] for index in range(len(POSES))]
    np.testing.assert_array_equal(together, np.stack(alone))


def test_the_same_track_gives_the_same_bytes(case: Case, tmp_path: Path) -> None:
    """Also from a poser that has drawn nothing before."""
    track = swaying(20, kinds=2)
    before = track.poses.copy()
    one, two = (played(case.open(tmp_path / name), case.character(), track) for name in ("one", "two"))
    np.testing.assert_array_equal(one, two)
    np.testing.assert_array_equal(track.poses, before)


@pytest.mark.parametrize("count", [0, 1, 70])
def test_a_track_comes_in_order_a_few_frames_at_a_time(case: Case, poser: Poser, count: int) -> None:
    track = swaying(count) if count else PoseTrack.still(POSES[:0])
    batches = list(poser.animate(case.character(), track, 32, BUST))
    assert sum(len(batch) for batch in batches) == count
    assert all(0 < len(batch) <= MOST_AT_ONCE for batch in batches)
    assert {(batch.shape[1:], batch.dtype) for batch in batches} <= {((32, 32, 4), np.dtype(np.uint8))}
    if count > 3:
        frames = np.concatenate(batches).astype(int)
        assert np.abs(frames[3:] - frames[:-3]).mean() < np.abs(frames[1:] - frames[:-1]).mean()


def test_a_track_that_is_left_early_does_no_harm(case: Case, poser: Poser) -> None:
    before = poser.pose(case.character(), POSES[:1], 32, BUST)
    list(islice(poser.animate(case.character(), swaying(70), 32, BUST), 1))
    np.testing.assert_array_equal(poser.pose(case.character(), POSES[:1], 32, BUST), before)


@pytest.mark.parametrize("framing", [Framing(128, 0, 256), Framing(96, 32, 320)])
def test_a_framing_is_that_square_of_the_whole(case: Case, poser: Poser, framing: Framing) -> None:
    size = 96
    scale = size / framing.side
    whole = Image.fromarray(poser.pose(case.character(), POSES[:1], 256, FULL)[0])
    box = (framing.x / 2, framing.y / 2, (framing.x + framing.side) / 2, (framing.y + framing.side) / 2)
    expected = np.asarray(whole.convert("RGBa").resize((size, size), Image.Resampling.BOX, box)).astype(int)
    drawing = Image.fromarray(poser.pose(case.character(), POSES[:1], size, framing)[0])
    seen = np.asarray(drawing.convert("RGBa")).astype(int)
    assert np.abs(seen - expected).mean() < 5
    shift = round(16 * scale)
    assert np.abs(seen[:, shift:] - expected[:, :-shift]).mean() > 2 * np.abs(seen - expected).mean()


def test_somebody_it_cannot_move_is_refused(case: Case, poser: Poser) -> None:
    with pytest.raises(PoserUnsuitedError):
        open_poser(case.other(), case.name)
    with pytest.raises(ValueError, match=r"needs a character|needs another poser"):
        poser.pose(case.other(), POSES[:1], 32)
    with pytest.raises(ValueError, match=r"needs a character|needs another poser"):
        list(poser.animate(case.other(), swaying(2), 32))
