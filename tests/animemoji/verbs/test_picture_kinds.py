"""Kinds of pictures that people have, on the command line: one that an extra reads, one that Pillow reads itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from animemoji.cli import main
from tests.pipeline.characters.pictures.portraits import on_colour, portrait

pillow_heif = pytest.importorskip("pillow_heif", reason="needs animemoji[heic]")
pytest.importorskip("torch", reason="needs animemoji[neural]")


@pytest.mark.parametrize("ending", ["heic", "gif"])
def test_a_picture_of_any_kind_is_posed(tmp_path: Path, ending: str) -> None:
    pillow_heif.register_heif_opener()
    file = tmp_path / f"me.{ending}"
    Image.fromarray(on_colour(portrait(8), (205, 208, 212))).convert("RGB").save(file, quality=90)
    poses = tmp_path / "poses.json"
    poses.write_text(json.dumps({"names": ["neck_z"], "poses": [[0.0]]}))
    out = tmp_path / "out"
    arguments = ["--character", str(file), "--poses", str(poses), "--out", str(out), "--size", "128"]
    assert main(["pose", *arguments, "--poser", "tha3"]) == 0
    posed = np.asarray(Image.open(out / "pose_00.png").convert("RGBA"))
    assert posed.shape == (128, 128, 4)
    assert posed[:4, :4, 3].max() == 0
    assert posed[26:42, 54:74, 3].min() > 240  # the head is where it belongs
