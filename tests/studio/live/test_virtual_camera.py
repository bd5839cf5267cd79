"""The character as a camera: pictures that are drawn here, and one sentence where there is no such camera."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from animemoji.cli import MISTAKE, main
from pipeline import Moment
from pipeline.types import PLACE_SIZE, Poses, RigSpec, make_pose
from studio.errors import NoCameraError
from studio.live.camera import FPS, HEIGHT, WIDTH, film, open_camera
from tests.studio.live.staging import drawn


class Screen:
    """A camera that keeps its pictures."""

    def __init__(self) -> None:
        self.frames: list[Any] = []

    def send(self, frame: Any) -> None:
        self.frames.append(frame.copy())

    def sleep_until_next_frame(self) -> None:
        time.sleep(1 / FPS)


def test_it_shows_the_newest_pose_on_its_background() -> None:
    def shown(pose: Poses) -> Moment:
        return Moment(pose, np.zeros(PLACE_SIZE, np.float32))

    screen = Screen()
    shut = make_pose(eye_wink=1)
    film(
        drawn(RigSpec()),
        "#00b140",
        lambda: shown(make_pose() if len(screen.frames) < 3 else shut),
        screen,
        lambda: len(screen.frames) == 6,
    )
    assert {frame.shape for frame in screen.frames} == {(HEIGHT, WIDTH, 3)}
    assert {frame.dtype for frame in screen.frames} == {np.dtype(np.uint8)}
    assert tuple(screen.frames[0][5, 5]) == (0, 0xB1, 0x40)
    assert tuple(screen.frames[0][HEIGHT // 2, 40]) == (0, 0xB1, 0x40)
    changed = np.abs(screen.frames[5].astype(int) - screen.frames[2]).max(axis=2) > 40
    rows, columns = np.nonzero(changed)
    assert 0.003 < changed.mean() < 0.2
    assert HEIGHT * 0.3 < np.median(rows) < HEIGHT * 0.75
    assert abs(np.median(columns) - WIDTH / 2) < 40


def test_where_there_is_none_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyvirtualcam", reason="pip install animemoji[camera] brings what is tried here")
    try:
        with open_camera():
            pytest.skip("this machine has a virtual camera")
    except NoCameraError:
        pass
    elf = tmp_path / "elf.png"
    assert main(["character", "--prompt", "elf", "--out", str(elf)]) == 0
    capsys.readouterr()
    assert main(["live", "--character", str(elf), "--no-open", "--virtual-camera", "sunset"]) == MISTAKE
    said = capsys.readouterr().err
    assert said.startswith("There is no virtual camera (")
    assert said.count("\n") == 1
    for background in ("nowhere", "transparent"):
        assert main(["live", "--character", str(elf), "--no-open", "--virtual-camera", background]) == MISTAKE
        assert background in capsys.readouterr().err
