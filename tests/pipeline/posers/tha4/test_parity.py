"""Talking Head Anime 4 against its published code: every stage of the full networks, and both official students."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pipeline.types import POSE_NAMES
from tests.pipeline.posers.known_fill import filled
from tests.shared_data import shared

torch = pytest.importorskip("torch", reason="needs the extra 'neural'")

from pipeline.posers.tha3.picture import to_network  # noqa: E402
from pipeline.posers.tha3.steps import to_levels  # noqa: E402
from pipeline.posers.tha4.figure_road import FigureRoad  # noqa: E402
from pipeline.posers.tha4.plain import Networks, run_stages  # noqa: E402
from pipeline.posers.tha4.siren import StudentNetworks, load_student  # noqa: E402
from pipeline.posers.tha4.unet import UNet, UNetShape  # noqa: E402
from tests.pipeline.posers.tha4.untrained import untrained_weights  # noqa: E402

STUDENTS = ("lambda_00", "lambda_01")


def read_json(relative: str) -> Any:
    return json.loads(shared(relative).read_text())


def test_every_stage_agrees_with_the_published_networks() -> None:
    listing: dict[str, list[dict[str, Any]]] = read_json("tha_full/tha4/state_dict.json")
    weights = {
        network: {item["name"]: torch.from_numpy(filled(item["name"], item["shape"])) for item in items}
        for network, items in listing.items()
    }
    networks = Networks.empty().load(weights)
    expected = np.load(shared("tha_full/tha4/outputs.npz"))
    stats = read_json("tha_full/tha4/stats.json")
    picture = np.asarray(Image.open(shared("images/lambda_00.png")).convert("RGBA"))
    image = to_network(picture, premultiplied=True)
    np.testing.assert_allclose(image[0, :, 4::8, 4::8], expected["input/image"], atol=1e-6)
    poses = read_json("tha_full/poses.json")
    assert tuple(poses["names"]) == POSE_NAMES
    checked = 0
    number = 2  # the pose in which every entry is set
    stages = run_stages(networks, image, torch.tensor([poses["poses"][number]], dtype=torch.float32))
    for key in (k for k in expected.files if k.startswith(f"p{number}/") and "crop" not in k):
        network, output = key.split("/")[1].split(".")
        if output == "iris_mouth_grid_change":
            continue  # inside the face morpher; the picture that it warps is compared
        stage: Any = getattr(stages, network)
        ours = (stage if output == "image" else getattr(stage, output))[0].numpy()
        stride = {512: 8, 256: 4, 192: 3, 128: 2}[ours.shape[-1]]
        sampled = ours[:, stride // 2 :: stride, stride // 2 :: stride].astype(np.float16).astype(np.float32)
        assert np.abs(sampled - expected[key].astype(np.float32)).mean() < 3e-5, key
        assert float(ours.mean(dtype=np.float64)) == pytest.approx(stats[key]["mean"], abs=1e-4), key
        checked += 1
    assert checked >= 20
    crop = stages.picture[0, :, 96:160, 224:288].numpy()
    assert np.abs(crop - expected[f"p{number}/crop_final_y96_160_x224_288"]).mean() < 1e-4


def official_student(name: str) -> tuple[StudentNetworks, Path]:
    folder = shared(f"tha4_students/{name}/character.png").parent
    picture = np.asarray(Image.open(folder / "character.png").convert("RGBA"))
    return load_student(folder, to_network(picture, premultiplied=True)), folder


@pytest.mark.parametrize("name", STUDENTS)
def test_an_official_student_agrees_with_the_published_code(name: str) -> None:
    student, folder = official_student(name)
    reference = np.load(folder / "reference.npz")
    poses = torch.from_numpy(reference["poses"])
    faces = student.face_morpher(poses[:4, :39])[:, :, 4::8, 4::8].numpy(force=True)
    assert np.abs(faces - reference["sample_face"][:4]).max() < 1e-3
    for number in (0, 13, 31):
        with torch.inference_mode():
            ours = student(poses[number : number + 1])
        assert np.abs(ours[0, :, 8::16, 8::16].numpy() - reference["sample_blended"][number]).max() < 1e-3
        assert difference(to_levels(ours)[0].numpy(), folder, number).max() <= 1


@pytest.mark.parametrize("name", STUDENTS)
def test_the_fast_road_draws_the_same_pictures(name: str) -> None:
    student, folder = official_student(name)
    road = FigureRoad(student)
    poses = torch.from_numpy(np.load(folder / "reference.npz")["poses"])
    for number in range(0, len(poses), 5):
        assert difference(to_levels(road.draw(poses[number : number + 1]))[0].numpy(), folder, number).max() <= 2


def difference(ours: Any, folder: Path, number: int) -> Any:
    """Levels between ours and the official picture, where anything is seen."""
    theirs = np.asarray(Image.open(folder / f"pose_{number:02d}.png").convert("RGBA"))
    seen = (theirs[..., 3] > 0) | (ours[..., 3] > 0)
    return np.abs(ours.astype(np.int16) - theirs.astype(np.int16))[seen]


def test_the_fast_road_draws_what_the_networks_draw() -> None:
    """With weights of our own: a student of random sines, whose figure is a disc."""
    across, down = np.meshgrid(np.arange(512), np.arange(512))
    picture = np.zeros((512, 512, 4), np.uint8)
    picture[(across - 256) ** 2 + (down - 200) ** 2 < 120**2] = (200, 120, 90, 255)
    student = untrained_weights(StudentNetworks(to_network(picture, premultiplied=True)))
    pose = torch.rand(1, 45)
    with torch.inference_mode():
        plain = student(pose)
    fast = FigureRoad(student).draw(pose)
    inside = (across - 256) ** 2 + (down - 200) ** 2 < 130**2
    assert (plain - fast)[0][:, torch.from_numpy(inside)].abs().max() < 1e-4
    assert (fast[0, :, 500:, :8] == -1).all()


def test_a_u_net_has_a_way_up_for_every_way_down() -> None:
    net = UNet(UNetShape(inputs=4, outputs=7, pose=6, widths=(8, 16, 16))).eval()
    with torch.inference_mode():
        first = net(torch.zeros(2, 4, 32, 32), torch.zeros(2, 6))
        turned = net(torch.zeros(2, 4, 32, 32), torch.tensor([[0.0] * 6, [1.0] * 6]))
    assert first.shape == (2, 7, 32, 32)
    assert torch.equal(first[0], first[1])
    assert not torch.allclose(turned[0], turned[1])
