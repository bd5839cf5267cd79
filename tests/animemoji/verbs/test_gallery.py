"""The gallery and its contact sheets."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from animemoji.cli import main
from animemoji.verbs import gallery
from animemoji.verbs.cast import POSES, TURNS
from animemoji.verbs.sheets import PAPER, Cell, Section, page
from pipeline.types import POSE_NAMES, UserError


def _square(colour: tuple[int, int, int, int], size: int = 40) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.tile(np.array(colour, np.uint8), (size, size, 1))


def test_a_page_holds_its_cells_in_rows_on_paper() -> None:
    red, clear = _square((255, 0, 0, 255)), _square((0, 0, 0, 0))
    sheet = np.asarray(page([Section([Cell(red), Cell(clear), Cell(red)], 2)]))
    assert sheet.shape == (6 + 2 * 46, 6 + 2 * 46, 3)
    assert tuple(sheet[26, 26]) == (255, 0, 0)
    assert tuple(sheet[26, 72]) == PAPER
    assert tuple(sheet[72, 26]) == (255, 0, 0)
    assert tuple(sheet[72, 72]) == PAPER


def test_labels_and_headings_are_written_and_kept_short() -> None:
    plain = page([Section([Cell(_square((0, 0, 0, 0)))] * 2, 2)])
    named = page([Section([Cell(_square((0, 0, 0, 0)), "a very long label indeed")] * 2, 2, "heading")])
    assert named.height == plain.height + 30 + 16
    pixels = np.asarray(named).astype(int)
    inked = np.abs(pixels - PAPER).sum(2) > 60
    assert inked[:30].any()
    assert inked[-20:].any()
    assert not inked[:, :5].any()


def test_strips_are_drawn_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gallery", "--out", str(tmp_path), "--only", "small", "--seed", "5", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["files"] == [str(tmp_path / "small.webp")]
    sheet = np.asarray(Image.open(report["files"][0])).astype(int)
    light, dark = sheet[:20].mean(), sheet[-20:].mean()
    assert light > 230
    assert dark < 90
    assert sheet.std() > 40


def test_the_poses_are_in_the_schema() -> None:
    assert len(POSES) == 32
    assert len(TURNS) == 12
    paired = {name.removesuffix("_left") for name in POSE_NAMES if name.endswith("_left")}
    for values in (*POSES.values(), *TURNS.values()):
        assert set(values) <= {*POSE_NAMES, *paired}


def test_the_effects_are_drawn(tmp_path: Path) -> None:
    assert main(["gallery", "--out", str(tmp_path), "--only", "effects", "--json"]) == 0
    sheet = np.asarray(Image.open(tmp_path / "effects.webp")).astype(int)
    red = (sheet[..., 0] > 180) & (sheet[..., 1] < 90) & (sheet[..., 2] < 110)
    water = (sheet[..., 2] > 225) & (sheet[..., 2] - sheet[..., 0] > 40) & (sheet[..., 1] > 190)
    assert red.sum() > 200
    assert water.sum() > 200


def test_pictures_are_left_out_with_a_sentence_where_their_weights_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(seed: int, report: gallery.Report) -> bytes:
        raise UserError

    monkeypatch.setattr(gallery, "SHEETS", {"small": lambda seed, report: b"sheet", "pictures": refuse})
    assert main(["gallery", "--out", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["small.webp"]
    assert "pictures.webp is left out: That did not work" in capsys.readouterr().err
    assert main(["gallery", "--out", str(tmp_path), "--only", "pictures"]) == 2
