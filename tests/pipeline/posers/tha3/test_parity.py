"""Our networks against the published ones: every stage under a known fill, and the official pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from pipeline.types import POSE_NAMES, poses_in_order
from tests.shared_data import shared

torch = pytest.importorskip("torch", reason="needs the extra 'neural'")

from pipeline.posers.tha3.layers import Variant  # noqa: E402
from pipeline.posers.tha3.picture import to_network  # noqa: E402
from pipeline.posers.tha3.plain import decompose, run_stages  # noqa: E402
from pipeline.posers.tha3.steps import to_levels  # noqa: E402
from pipeline.posers.tha3.weights import Networks, load_networks, variant_of  # noqa: E402
from tests.pipeline.posers.known_fill import filled  # noqa: E402
from tests.pipeline.posers.tha3.official import official_folder  # noqa: E402


def read_json(relative: str) -> Any:
    return json.loads(shared(relative).read_text())


@pytest.mark.parametrize("variant", list(Variant))
def test_every_stage_agrees_with_the_published_networks(variant: Variant) -> None:
    folder = f"tha_full/tha3_{variant.value}"
    listing: dict[str, list[dict[str, Any]]] = read_json(f"{folder}/state_dict.json")
    weights = {
        network: {item["name"]: torch.from_numpy(filled(item["name"], item["shape"])) for item in items}
        for network, items in listing.items()
    }
    first = listing["editor"][0]
    assert float(weights["editor"][first["name"]].double().sum()) == pytest.approx(first["sum"], abs=1e-3)
    assert variant_of(weights["editor"]) is variant
    networks = Networks.empty(variant).load(weights)
    expected = np.load(shared(f"{folder}/outputs.npz"))
    image = to_network(np.asarray(Image.open(shared("images/lambda_00.png")).convert("RGBA")))
    np.testing.assert_allclose(image[0, :, 4::8, 4::8], expected["input/image"], atol=1e-6)
    poses = read_json("tha_full/poses.json")
    assert tuple(poses["names"]) == POSE_NAMES
    decomposed = decompose(networks, image)
    # Of the slower networks the pose in which every entry is set.
    numbers = (0, 1, 2) if variant is Variant.SEPARABLE else (2,)
    for number in numbers:
        pose = poses["poses"][number]
        stages = run_stages(networks, image, torch.tensor([pose], dtype=torch.float32), decomposed)
        for key in (k for k in expected.files if k.startswith(f"p{number}/") and "crop" not in k):
            network, output = key.split("/")[1].split(".")
            ours = getattr(getattr(stages, network), output)[0].numpy()
            stride = {512: 8, 256: 4, 192: 3, 128: 2}[ours.shape[-1]]
            sampled = ours[:, stride // 2 :: stride, stride // 2 :: stride].astype(np.float16).astype(np.float32)
            difference = np.abs(sampled - expected[key].astype(np.float32))
            assert difference.mean() < 3e-4, key
            assert np.quantile(difference, 0.999) < 5e-3, key
        crop = stages.editor.color_changed[0, :, 96:160, 224:288].numpy()
        assert np.abs(crop - expected[f"p{number}/crop_final_y96_160_x224_288"]).mean() < 1e-4


@pytest.fixture(scope="module")
def official() -> Networks:
    return load_networks(official_folder())


def reference(name: str) -> tuple[Path, list[str], npt.NDArray[np.float32]]:
    data = read_json("tha3/poses.json")
    return shared(f"tha3/{name}"), data["files"], poses_in_order(data["names"], data["poses"])


@pytest.mark.parametrize(("name", "which"), [("crypko_03", slice(0, None, 2)), ("lambda_01", slice(1, None, 2))])
def test_official_pictures_are_met(official: Networks, name: str, which: slice) -> None:
    """Every pose of which there is an official picture, half of them of one figure and half of another."""
    folder, files, poses = reference(name)
    image = to_network(np.asarray(Image.open(shared(f"images/{name}.png")).convert("RGBA")))
    decomposed = decompose(official, image)
    there = [(file, pose) for file, pose in zip(files, poses, strict=True) if (folder / file).exists()]
    assert len(there) == 17
    for file, pose in there[which]:
        stages = run_stages(official, image, torch.from_numpy(pose[None]), decomposed)
        ours = to_levels(stages.editor.color_changed)[0].numpy().astype(np.int16)
        theirs = np.asarray(Image.open(folder / file).convert("RGBA")).astype(np.int16)
        difference = np.abs(ours - theirs)
        assert difference.mean() <= 0.5, file
        assert np.quantile(difference.max(axis=2), 0.999) <= 2, file
