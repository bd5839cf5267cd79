"""``animemoji track``."""

from __future__ import annotations

import json
from pathlib import Path

import av
import numpy as np
import pytest

from animemoji.cli import main
from pipeline.types import POSE_NAMES, PoseTrack
from tests.pipeline.motion.clips import SAMPLE, sample_frames, write_clip


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clip(tmp_path_factory.mktemp("clips") / "short.mp4", sample_frames()[:16])


def test_the_file_keeps_the_clips_frames(short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, plot, preview = tmp_path / "me.json", tmp_path / "me.png", tmp_path / "me.mp4"
    words = [
        "track",
        str(short),
        "--out",
        str(out),
        "--tracker",
        "mesh",
        "--plot",
        str(plot),
        "--preview",
        str(preview),
    ]
    assert main([*words, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["frames"] == 16
    assert report["out"] == str(out)
    data = json.loads(out.read_text())
    assert {"fps", "names", "poses", "tracked", "neutral_frames"} <= set(data)
    assert data["names"] == list(POSE_NAMES)
    assert len(data["poses"]) == len(data["tracked"]) == 16
    assert data["fps"] == pytest.approx(25)
    assert len(PoseTrack.from_json(data)) == 16
    assert plot.read_bytes().startswith(b"\x89PNG")
    with av.open(str(preview)) as container:
        frames = list(container.decode(video=0))
    assert len(frames) == 16
    assert frames[0].width == 2 * frames[0].height


@pytest.mark.parametrize(("rate", "shown"), [("0", list(range(12))), ("20", [1, 1, 3, 4, 5, 7, 8, 9, 10])])
def test_the_preview_shows_a_clip_whose_frames_come_unevenly_beside_its_poses(
    tmp_path: Path, rate: str, shown: list[int]
) -> None:
    """Each picture's own mark, a grey corner, tells which one it is."""
    pictures = [frame.copy() for frame in sample_frames()[:12]]
    for index, picture in enumerate(pictures):
        picture[:64, :64] = 20 * index
    times = np.cumsum([0.0] + [0.02, 0.06, 0.03, 0.05] * 3)[:12]
    clip = write_clip(tmp_path / "uneven.mp4", pictures, seconds=times.tolist())
    preview = tmp_path / "me.mp4"
    assert main(["track", str(clip), "--tracker", "mesh", "--fps", rate, "--preview", str(preview)]) == 0
    with av.open(str(preview)) as container:
        corners = [
            frame.to_ndarray(format="gray")[8:32, 384 - 32 : 384 - 8].mean() for frame in container.decode(video=0)
        ]
    assert [round(corner / 20) for corner in corners][: len(shown)] == shown


def test_another_rate(short: Path, tmp_path: Path) -> None:
    out = tmp_path / "me.json"
    assert main(["track", str(short), "--out", str(out), "--tracker", "mesh", "--fps", "50"]) == 0
    assert len(json.loads(out.read_text())["poses"]) == 32


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["track", "missing.mp4"], "missing.mp4"),
        (["track", str(SAMPLE), "--out", "me.txt"], "--out"),
        (["track", str(SAMPLE), "--fps", "-3"], "--fps"),
        (["track", str(SAMPLE), "--expressiveness", "9"], "--expressiveness"),
        (["track", str(SAMPLE.with_suffix(".json"))], "not a video"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: object = main(words)
    except SystemExit as left:
        code = left.code
    said = capsys.readouterr()
    assert code == 2
    assert sentence in said.err
    assert said.err.strip().count("\n") == 0
    assert not said.out
