"""The poser of version 4, and the official students that people bring."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.posers import open_poser
from pipeline.types import Character, CharacterKind, PipelineSettings, PoserName, make_pose
from tests.shared_data import shared

torch = pytest.importorskip("torch", reason="needs the extra 'neural'")

from pipeline.posers.tha4.official import OfficialStudentError, bring_student, find_student  # noqa: E402
from pipeline.posers.tha4.poser import Tha4Poser, Tha4WeightsMissingError, to_straight  # noqa: E402
from tests.pipeline.posers.tha3.untrained import simple_figure  # noqa: E402
from tests.pipeline.posers.tha4.untrained import untrained_student  # noqa: E402


def as_png(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A student in the published form: its character_model.yaml."""
    return untrained_student(tmp_path / "published")


def test_a_student_is_brought_once_and_found_by_its_picture(published: Path, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    character = bring_student(published, shelf)
    shutil.rmtree(published.parent)
    assert character.picture is not None
    kept = find_student(character.picture, shelf)
    assert kept is not None
    assert sorted(path.name for path in kept.folder.iterdir()) == [
        "body_morpher.safetensors",
        "face_morpher.safetensors",
    ]
    poser = open_poser(character, PoserName.THA4, PipelineSettings(students=shelf, models=tmp_path))
    frames = poser.pose(character, np.stack([make_pose(), make_pose(head_y=1)]), 512)
    assert frames.shape == (2, 512, 512, 4)
    assert (frames[0] != frames[1]).any()
    small = poser.pose(character, make_pose()[None], 128)
    assert small.shape == (1, 128, 128, 4)


def test_without_weights_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    character = Character(CharacterKind.UPLOADED, picture=as_png(simple_figure()))
    with pytest.raises(Tha4WeightsMissingError, match=r"CC BY-NC 4\.0"):
        Tha4Poser(tmp_path, tmp_path).pose(character, make_pose()[None], 64)


@pytest.mark.parametrize("damage", ["no picture", "small picture", "no weights", "other weights", "code"])
def test_what_is_no_student_is_said(published: Path, tmp_path: Path, damage: str) -> None:
    folder = published.parent
    match damage:
        case "no picture":
            (folder / "character.png").unlink()
        case "small picture":
            (folder / "character.png").write_bytes(as_png(np.zeros((64, 64, 4), np.uint8)))
        case "no weights":
            (folder / "body_morpher.pt").unlink()
        case "other weights":
            torch.save({"siren": torch.zeros(3)}, folder / "face_morpher.pt")
        case "code":
            torch.save(subprocess.run, folder / "face_morpher.pt")
    with pytest.raises(OfficialStudentError, match=r"character_model\.yaml"):
        bring_student(published, tmp_path / "shelf")
    assert not any((tmp_path / "shelf").glob("*.tha4"))


def test_soft_edges_are_not_darkened() -> None:
    """Half of a bright red in linear light, premultiplied, is that red at half opacity."""
    picture = torch.tensor([0.5, 0.25, 0.0, 0.5]).reshape(1, 4, 1, 1) * 2 - 1
    red, green, blue, alpha = (int(level) for level in to_straight(picture)[0, 0, 0])
    assert (red, green, blue, alpha) == (255, 188, 0, 128)


def test_the_command_line_takes_a_published_student(published: Path, tmp_path: Path) -> None:
    poses = tmp_path / "poses.json"
    poses.write_text(json.dumps({"names": ["head_y"], "poses": [[0.0], [1.0]]}))
    command = [sys.executable, "-m", "pipeline", "pose", "--character", str(published), "--poses", str(poses)]
    options = ["--out", str(tmp_path / "out"), "--size", "128", "--poser", "tha4", "--json"]
    environment = {"PATH": "", "ANIMEMOJI_STUDENTS": str(tmp_path / "shelf"), "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([*command, *options], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["poser"] == "tha4"
    assert (tmp_path / "out" / "pose_01.png").is_file()


def test_the_author_s_student_is_drawn_as_published(tmp_path: Path) -> None:
    folder = tmp_path / "lambda_00"
    shutil.copytree(shared("tha4_students/lambda_00/character.png").parent, folder)
    (folder / "character_model.yaml").write_text("")
    character = bring_student(folder / "character_model.yaml", tmp_path / "shelf")
    poses = np.load(folder / "reference.npz")["poses"][3:4]
    ours = Tha4Poser(tmp_path / "shelf", tmp_path).pose(character, poses, 512)[0].astype(int)
    theirs = np.asarray(Image.open(folder / "pose_03.png").convert("RGBA")).astype(int)
    solid = theirs[..., 3] == 255
    assert np.abs(ours - theirs)[solid].max() <= 2
    assert np.abs(ours - theirs)[..., 3].max() <= 2
