"""Super-resolution by real files: ONNX run by onnxruntime, and what ncnn reads run by torch. Their networks do what is
known: repeat every pixel and add something to blue.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.models import get_model
from pipeline.superresolution import ONNX_FILE, Enlarger, open_enlarger
from pipeline.superresolution.errors import SuperResolutionFileError
from pipeline.superresolution.onnx_network import OnnxNetwork
from pipeline.superresolution.video_network import CHANNELS, LAYERS, SCALE, VideoNetwork
from pipeline.types import BUST, FULL, Character, CharacterKind, Frames, neutral_poses
from tests.pipeline.characters.pictures.portraits import portrait

onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime", reason="needs animemoji[neural]")

TINT = 0.25
"""The tiny network repeats every pixel four times each way and adds this to blue, which shows that it ran."""


def save_network(path: Path, scale: int = 4, kind: int = 1, side: int | None = None, tint: float = TINT) -> Path:
    """A network of two layers. ``kind``: onnx's number of the type (1: float32, 10: float16); ``side``: a fixed one."""
    helper = onnx.helper
    numbers = np.float32 if kind == onnx.TensorProto.FLOAT else np.float16
    shape = [1, 3, side or "height", side or "width"]
    larger = [1, 3, side * scale if side else "larger", side * scale if side else "wider"]
    constants = [
        onnx.numpy_helper.from_array(np.array([1, 1, scale, scale], np.float32), "scales"),
        onnx.numpy_helper.from_array(np.array([0, 0, tint], numbers).reshape(1, 3, 1, 1), "tint"),
    ]
    nodes = [
        helper.make_node(
            "Resize",
            ["picture", "", "scales"],
            ["grown"],
            mode="nearest",
            nearest_mode="floor",
            coordinate_transformation_mode="asymmetric",
        ),
        helper.make_node("Add", ["grown", "tint"], ["large"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("picture", kind, shape)],
        [helper.make_tensor_value_info("large", kind, larger)],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.save(model, str(path))
    return path


def save_video_network(path: Path, tint: float = TINT, noise: float = 0.0) -> Path:
    """A file as ncnn reads it. ``noise``: how large the random weights are, without which only the tint is added."""
    rng = np.random.default_rng(0)
    data = b""
    for number in range(LAYERS + 2):
        into = CHANNELS if number <= LAYERS else 3 * SCALE**2
        weights = rng.normal(0, noise, (into, CHANNELS if number else 3, 3, 3)).astype(np.float16)
        biases = np.zeros(into, np.float32)
        if number > LAYERS:
            biases[2 * SCALE**2 :] = tint
        data += bytes.fromhex("476b3001") + weights.tobytes() + biases.tobytes()
        if number <= LAYERS:
            data += np.full(CHANNELS, 0.2, np.float32).tobytes()
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("kind", "side", "scale"), [(1, None, 4), (10, None, 4), (1, 64, 4), (1, 50, 2)])
def test_tiles_meet_without_a_seam(tmp_path: Path, kind: int, side: int | None, scale: int) -> None:
    picture = np.random.default_rng(0).integers(0, 180, (230, 301, 4), np.uint8)
    picture[..., 3] = 255
    enlarger = Enlarger(OnnxNetwork(save_network(tmp_path / "x.onnx", scale, kind, side)))
    assert enlarger.scale == scale
    large = enlarger(picture)
    expected = picture.repeat(scale, axis=0).repeat(scale, axis=1).astype(int)
    expected[..., 2] += round(TINT * 255)
    assert large.shape == expected.shape
    assert np.abs(large.astype(int) - expected).max() <= 1


def test_alpha_is_kept_and_edges_are_clean(tmp_path: Path) -> None:
    """A red disc over transparent green: no green gets into the disc's edge, whose alpha Lanczos makes smooth."""
    y, x = np.mgrid[:96, :96]
    alpha = np.clip(30.5 - np.hypot(x - 48, y - 48), 0, 1)
    disc = np.zeros((96, 96, 4), np.uint8)
    disc[..., 1] = 255
    disc[alpha > 0.25] = (200, 20, 20, 0)
    disc[..., 3] = np.rint(alpha * 255)
    large = Enlarger(OnnxNetwork(save_network(tmp_path / "x.onnx", tint=0.0)))(disc)
    grown = np.asarray(Image.fromarray(disc[..., 3]).resize((384, 384), Image.Resampling.LANCZOS))
    assert np.array_equal(large[..., 3], grown)
    assert (np.abs(large[..., :3].astype(int) - (200, 20, 20)).max(axis=2)[large[..., 3] > 0] <= 1).all()


def test_nothing_to_see_and_all_to_see(tmp_path: Path) -> None:
    enlarger = Enlarger(OnnxNetwork(save_network(tmp_path / "x.onnx")))
    assert enlarger(np.zeros((7, 5, 4), np.uint8))[..., 3].max() == 0
    assert enlarger(np.full((7, 5, 4), 255, np.uint8)).shape == (28, 20, 4)


def test_the_published_network_is_read(tmp_path: Path) -> None:
    path = save_video_network(tmp_path / "x.bin")
    assert path.stat().st_size == get_model("realesrgan-anime").size
    picture = np.random.default_rng(0).integers(0, 180, (40, 61, 4), np.uint8)
    picture[..., 3] = 255
    large = Enlarger(VideoNetwork(path))(picture)
    expected = picture.repeat(SCALE, axis=0).repeat(SCALE, axis=1).astype(int)
    expected[..., 2] += round(TINT * 255)
    assert np.abs(large.astype(int) - expected).max() <= 1


def test_the_published_network_s_tiles_see_enough(tmp_path: Path) -> None:
    network = VideoNetwork(save_video_network(tmp_path / "x.bin", noise=0.05))
    colours = np.random.default_rng(1).random((70, 90, 3), np.float32)
    picture = np.dstack([np.rint(colours * 255).astype(np.uint8), np.full((70, 90), 255, np.uint8)])
    whole = Enlarger(network)(picture)
    assert np.abs(whole.astype(int) - picture.repeat(SCALE, 0).repeat(SCALE, 1)).mean() > 5
    network.tile = 80, 72
    assert np.abs(Enlarger(network)(picture).astype(int) - whole).max() <= 1


def test_no_file_no_network(tmp_path: Path) -> None:
    assert get_model("realesrgan-anime").licence == "BSD-3-Clause"
    assert open_enlarger(tmp_path) is None
    save_video_network(tmp_path / "realesr-animevideov3-x4.bin")
    fetched = open_enlarger(tmp_path)
    assert fetched is not None
    assert open_enlarger(tmp_path) is fetched
    save_network(tmp_path / ONNX_FILE, scale=2)
    own = open_enlarger(tmp_path)
    assert own is not None
    assert (fetched.scale, own.scale) == (4, 2)


@pytest.mark.parametrize("change", [lambda data: data[:-4] + b"\0" * 4 + data[-4:], lambda data: b"\1" + data[1:]])
def test_another_file_for_ncnn_is_named(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    path = save_video_network(tmp_path / "x.bin")
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(SuperResolutionFileError, match="it is not realesr-animevideov3"):
        VideoNetwork(path)
    path.write_bytes(b"short")
    with pytest.raises(SuperResolutionFileError, match="it is not realesr-animevideov3"):
        VideoNetwork(path)


@pytest.mark.parametrize(
    ("content", "reason"), [("text", "no ONNX network"), ("same size", "no larger picture"), ("small", "too small")]
)
def test_a_wrong_file_is_named(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / ONNX_FILE
    if content == "text":
        path.write_text("<html>")
    else:
        save_network(path, scale=1 if content == "same size" else 4, side=16 if content == "small" else None)
    with pytest.raises(SuperResolutionFileError, match=reason):
        open_enlarger(tmp_path)


class StillRoad:
    """Stands where the networks do and answers the picture itself."""

    def __init__(self, picture: Frames) -> None:
        self.picture = picture

    def prepare(self, picture: Frames) -> Frames:
        return picture

    def draw(self, prepared: Frames, poses: np.ndarray[tuple[int, ...], np.dtype[np.float32]], size: int) -> object:
        whole = prepared if size == 512 else np.asarray(Image.fromarray(prepared).resize((size, size)))
        yield np.stack([whole] * len(poses))


@pytest.mark.parametrize(
    ("size", "framing", "large"), [(1024, FULL, True), (640, FULL, False), (320, BUST, False), (512, BUST, True)]
)
def test_the_poser_s_large_frames_come_from_it(tmp_path: Path, size: int, framing: object, large: bool) -> None:
    from pipeline.posers.tha3.poser import Tha3Poser

    picture = portrait(8)
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "PNG")
    character = Character(CharacterKind.UPLOADED, picture=buffer.getvalue())
    poser = Tha3Poser(StillRoad(picture), tmp_path)  # type: ignore[arg-type]
    plain = poser.pose(character, neutral_poses(1), size, framing)[0].astype(int)  # type: ignore[arg-type]
    save_network(tmp_path / ONNX_FILE)
    drawn = poser.pose(character, neutral_poses(1), size, framing)[0].astype(int)  # type: ignore[arg-type]
    assert drawn.shape == (size, size, 4)
    if not large:
        assert np.array_equal(drawn, plain)
        return
    solid = (plain[..., 3] == 255) & (plain[..., 2] < 180)
    assert np.median((drawn - plain)[solid][:, 2]) == pytest.approx(TINT * 255, abs=1.5)
    assert np.abs(np.median((drawn - plain)[solid][:, :2], axis=0)).max() <= 1
    assert np.abs(drawn[..., 3] - plain[..., 3]).mean() < 0.5
