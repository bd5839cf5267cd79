"""Networks for rembg's road: real ONNX files whose answer is known, named by a person."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.characters.pictures.matting import Matte, remove_background
from pipeline.characters.pictures.remover import RemoverError, find_remover
from pipeline.models import MODELS
from pipeline.types import PipelineSettings
from tests.pipeline.characters.pictures.portraits import on_background, portrait

onnx = pytest.importorskip("onnx")
if importlib.util.find_spec("rembg") is None:
    pytest.skip("needs animemoji[neural]", allow_module_level=True)


def save_network(path: Path, side: int | str) -> Path:
    """A network that takes for the figure what is red: the first channel comes back."""
    helper = onnx.helper
    constants = [onnx.numpy_helper.from_array(np.array(value), name) for name, value in {
        "start": [0], "end": [1], "axis": [1],
    }.items()]  # fmt: skip
    graph = helper.make_graph(
        [helper.make_node("Slice", ["picture", "start", "end", "axis"], ["red"])],
        "tiny",
        [helper.make_tensor_value_info("picture", 1, [1, 3, side, side])],
        [helper.make_tensor_value_info("red", 1, [1, 1, side, side])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.save(model, str(path))
    return path


def settings(folder: Path, matting: str | Path = "") -> PipelineSettings:
    return PipelineSettings(models=folder, matting=str(matting))


@pytest.mark.parametrize("side", [1024, 320, "side"])
def test_a_file_of_one_s_own(tmp_path: Path, side: int | str) -> None:
    mine = settings(tmp_path, save_network(tmp_path / "mine.onnx", side))
    remove = find_remover(mine)
    assert remove is not None
    assert find_remover(mine) is remove
    picture = np.zeros((90, 120, 3), np.uint8)
    picture[30:60, 40:80] = (255, 0, 0)
    mask = remove(picture)
    assert mask.shape == (90, 120)
    assert mask[40:50, 50:70].min() > 0.98
    assert mask[:20].max() < 0.02


def test_a_busy_background_goes_by_it(tmp_path: Path) -> None:
    """The figure here is what is red, whatever it shows."""
    true = portrait(3)
    true[..., :3] = (255, 90, 90)
    chance = np.random.default_rng(0)
    busy = np.zeros((512, 512, 3))
    busy[..., 1:] = chance.uniform(0, 255, (16, 16, 2)).repeat(32, 0).repeat(32, 1)
    mine = settings(tmp_path, save_network(tmp_path / "mine.onnx", 1024))
    found, how = remove_background(on_background(true, busy), settings=mine)
    assert how is Matte.REMBG
    assert np.abs(found[..., 3].astype(int) - true[..., 3]).mean() / 255 < 0.02


def test_without_any_there_is_none(tmp_path: Path) -> None:
    assert find_remover(settings(tmp_path)) is None


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("{tmp}/gone.onnx", "there is no such file"),
        ("{tmp}/text.onnx", "cannot remove backgrounds here"),
        ("{tmp}/small.onnx", "it sees pictures of 64 pixels, not 1024 or 320"),
        ("best", "rembg has no such model"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, named: str, reason: str) -> None:
    (tmp_path / "text.onnx").write_text("hello")
    save_network(tmp_path / "small.onnx", 64)
    with pytest.raises(RemoverError, match=reason):
        find_remover(settings(tmp_path, named.format(tmp=tmp_path)))


def save_birefnet(path: Path, logits: bool) -> Path:
    """A network that undoes ImageNet's normalisation of the red channel, so 0..1 of red comes back, or its logit."""
    helper = onnx.helper
    arrays = {"start": [0], "end": [1], "axis": [1], "deviation": np.float32(0.229), "mean": np.float32(0.485)}
    arrays |= {"half": np.float32(0.5), "steep": np.float32(40)}
    nodes = [
        helper.make_node("Slice", ["image", "start", "end", "axis"], ["first"]),
        helper.make_node("Mul", ["first", "deviation"], ["scaled"]),
        helper.make_node("Add", ["scaled", "mean"], ["share" if logits else "mask"]),
    ]
    if logits:
        nodes += [
            helper.make_node("Sub", ["share", "half"], ["away"]),
            helper.make_node("Mul", ["away", "steep"], ["mask"]),
        ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("image", 1, [1, 3, 1024, 1024])],
        [helper.make_tensor_value_info("mask", 1, [1, 1, 1024, 1024])],
        [onnx.numpy_helper.from_array(np.array(value), name) for name, value in arrays.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.save(model, str(path))
    return path


@pytest.mark.parametrize("logits", [False, True])
def test_birefnet_sees_its_own_units_and_goes_before_isnet(
    tmp_path: Path, logits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    toonout = MODELS["toonout"]
    (published,) = toonout.files
    file = save_birefnet(tmp_path / published.name, logits)
    assert find_remover(settings(tmp_path)) is None  # it has another size than the published file
    same_size = replace(published, size=file.stat().st_size)
    monkeypatch.setitem(MODELS, "toonout", replace(toonout, files=(same_size,)))
    remove = find_remover(settings(tmp_path))
    assert remove is not None
    picture = np.full((90, 120, 3), 20, np.uint8)
    picture[30:60, 40:80] = (240, 20, 20)
    mask = remove(picture)
    assert mask.shape == (90, 120)
    np.testing.assert_allclose(mask[40:50, 50:70], 1.0 if logits else 240 / 255, atol=0.01)
    np.testing.assert_allclose(mask[:20], 0.0 if logits else 20 / 255, atol=0.01)
