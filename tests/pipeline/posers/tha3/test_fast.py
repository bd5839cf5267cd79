"""The fast road shows what the plain road shows, and computes nothing twice."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from pipeline.types import BUST, Character, CharacterKind, Pixels, PoserName, PoseTrack, make_pose

torch = pytest.importorskip("torch", reason="needs the extra 'neural'")

from torch import Tensor  # noqa: E402
from torch.nn import Module  # noqa: E402

from pipeline.posers.tha3.backends import (  # noqa: E402
    Arrays,
    Backend,
    DeviceInput,
    Step,
    batched_backend,
    cuda_backend,
    openvino_backend,
    torch_backend,
)
from pipeline.posers.tha3.fast import FastRoad, merge_poses  # noqa: E402
from pipeline.posers.tha3.layers import Variant, warp  # noqa: E402
from pipeline.posers.tha3.picture import to_network  # noqa: E402
from pipeline.posers.tha3.plain import double, half, paste_face, run_stages  # noqa: E402
from pipeline.posers.tha3.poser import Tha3Poser  # noqa: E402
from pipeline.posers.tha3.steps import to_levels  # noqa: E402
from pipeline.posers.tha3.weights import Networks, load_networks  # noqa: E402
from tests.pipeline.posers.tha3.official import official_folder  # noqa: E402
from tests.pipeline.posers.tha3.untrained import simple_figure, untrained_networks  # noqa: E402
from tests.shared_data import shared  # noqa: E402

POSES = np.stack([make_pose(), make_pose(eye_wink_left=1, head_y=0.5), make_pose(eye_wink_left=1, head_y=-0.5)])


@pytest.fixture(scope="module")
def networks() -> Networks:
    return untrained_networks()


@pytest.fixture(scope="module")
def picture() -> Pixels:
    return simple_figure()


def weights_of(networks: Networks) -> dict[str, dict[str, Tensor]]:
    return {name: dict(module.state_dict()) for name, module in networks.by_name().items()}


def counting(backend: Backend) -> tuple[Backend, dict[str, int]]:
    counts: dict[str, int] = {}

    def prepare(name: str, module: Module, example: Arrays) -> Step:
        inner = backend(name, module, example)

        def step(jobs: Sequence[Arrays]) -> list[npt.NDArray[Any]]:
            counts[name] = counts.get(name, 0) + len(jobs)
            return inner(jobs)

        return step

    return prepare, counts


@pytest.mark.parametrize("engine", ["torch", "openvino"])
def test_it_shows_what_the_plain_road_shows(
    networks: Networks, picture: npt.NDArray[np.uint8], engine: str, tmp_path: Path
) -> None:
    if engine == "openvino":
        pytest.importorskip("openvino", reason="needs the extra 'neural'")
    backend = openvino_backend(tmp_path) if engine == "openvino" else torch_backend()
    road = FastRoad(networks, tmp_path, backend)
    pose = POSES[1]
    (fast,) = np.concatenate(list(road.draw(road.prepare(picture), pose[None], 512)))
    stages = run_stages(networks, to_network(picture), torch.from_numpy(pose[None]))
    plain = to_levels(stages.editor.color_changed)[0].numpy()
    assert np.abs(fast.astype(int) - plain).mean() < 0.2
    (small,) = np.concatenate(list(road.draw(road.prepare(picture), pose[None], 256)))
    figure = paste_face(to_network(picture), stages.face_morpher.output_image)
    rotated = half(warp(figure, double(stages.two_algo_face_body_rotator.grid_change)))
    assert np.abs(small.astype(int) - to_levels(rotated)[0].numpy()).mean() < 0.2


def test_nothing_is_computed_twice(networks: Networks, picture: npt.NDArray[np.uint8], tmp_path: Path) -> None:
    backend, counts = counting(torch_backend())
    road = FastRoad(networks, tmp_path, backend)
    prepared = road.prepare(picture)
    frames = np.concatenate(list(road.draw(prepared, POSES[[0, 1, 2, 1, 0, 1]], 256)))
    assert counts == {"face": 1 + 2, "turn": 3}, "shut eyes are looked at once"
    np.testing.assert_array_equal(frames[0], frames[4])
    np.testing.assert_array_equal(frames[1], frames[5])
    list(road.draw(prepared, POSES, 256))
    assert counts == {"face": 1 + 2, "turn": 3}


def test_batches_are_what_single_jobs_are(networks: Networks, picture: npt.NDArray[np.uint8], tmp_path: Path) -> None:
    """Ten poses, a whole batch and a short one, of one figure, and then two of another."""
    poses = np.stack([make_pose(head_y=turn, eye_wink_left=turn > 0) for turn in np.linspace(-1, 1, 10)])
    single, batched = (FastRoad(networks, tmp_path, backend) for backend in (torch_backend(), batched_backend()))
    for figure, asked in ((picture, poses), (picture[:, ::-1].copy(), poses[:2])):
        one, other = (np.concatenate(list(road.draw(road.prepare(figure), asked, 256))) for road in (single, batched))
        difference = np.abs(one.astype(int) - other)
        assert difference.max() <= 1 and difference.mean() < 0.01


def test_a_figure_that_jobs_share_is_sent_once() -> None:
    place = DeviceInput(np.zeros((1, 4, 2, 2), np.float32), torch.device("cpu"))
    one, other = (np.full((1, 4, 2, 2), value, np.float32) for value in (1, 2))
    place.put([one, one, one])
    place.put([one])
    assert place.sent == one.size
    assert (place.tensor == 1).all(), "whatever batch comes next"
    place.put([one, other])
    assert place.sent == 3 * one.size
    assert (place.tensor[0] == 1).all() and (place.tensor[1] == 2).all()
    place.put([one] * 8)
    assert place.sent == 4 * one.size
    assert (place.tensor == 1).all()


def test_merging_moves_no_pose_by_more_than_half_a_step() -> None:
    rng = np.random.default_rng(3)
    poses = rng.uniform(-1, 1, (50, 45)).astype(np.float32)
    moved = np.abs(merge_poses(poses) - poses)
    assert moved[:, :39].max() <= 1 / 64 + 1e-6
    assert moved[:, 39:].max() <= 1 / 256 + 1e-6
    np.testing.assert_array_equal(merge_poses(merge_poses(poses)), merge_poses(poses))


def test_the_poser_frames_and_sizes(networks: Networks, picture: npt.NDArray[np.uint8], tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "PNG")
    character = Character(CharacterKind.UPLOADED, picture=buffer.getvalue())
    poser = Tha3Poser(FastRoad(networks, tmp_path, torch_backend()))
    assert poser.name is PoserName.THA3
    still = poser.pose(character, POSES[:1], 64, BUST)
    assert still.shape == (1, 64, 64, 4)
    assert still.dtype == np.uint8
    track = PoseTrack.still(np.repeat(POSES, 4, axis=0))
    batches = list(poser.animate(character, track, 64, BUST))
    assert [len(batch) for batch in batches] == [8, 4]
    np.testing.assert_array_equal(batches[0][0], still[0])
    assert poser.pose(character, POSES[:0], 64).shape == (0, 64, 64, 4)


def test_small_pictures_need_no_editor(tmp_path: Path) -> None:
    """With the official weights the rotator's 256 px differ from the finished picture by less than one level."""
    picture = np.asarray(Image.open(shared("images/lambda_01.png")).convert("RGBA"))
    networks = load_networks(official_folder())
    road = FastRoad(networks, tmp_path, torch_backend())
    pose = make_pose(mouth_aaa=0.7, eye_happy_wink=0.5, head_y=0.5, head_x=-0.3, neck_z=0.4)
    (small,) = np.concatenate(list(road.draw(road.prepare(picture), pose[None], 256)))
    stages = run_stages(networks, to_network(picture), torch.from_numpy(pose[None]))
    finished = to_levels(half(stages.editor.color_changed))[0].numpy()
    assert np.abs(small.astype(int) - finished).mean() <= 1.0


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU")
def test_a_gpu_shows_the_same(networks: Networks, picture: npt.NDArray[np.uint8], tmp_path: Path) -> None:
    """Nine poses: one batch of the CUDA graph and a short one."""
    poses = np.stack([make_pose(head_y=turn, eye_wink_left=1) for turn in np.linspace(-1, 1, 9)])
    plain = FastRoad(networks, tmp_path, torch_backend())
    expected = np.concatenate(list(plain.draw(plain.prepare(picture), poses, 256)))
    road = FastRoad(Networks.empty(Variant.SEPARABLE).load(weights_of(networks)), tmp_path, cuda_backend())
    frames = np.concatenate(list(road.draw(road.prepare(picture), poses, 256)))
    assert np.abs(frames.astype(int) - expected).mean() < 1.5
