"""``render``, ``character`` and ``pose`` at the command line, with the real pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from animemoji import cli
from pipeline.render import draw_portrait, render_animoji
from pipeline.types import (
    AnimojiRequest,
    Character,
    Format,
    Frames,
    Output,
    PromptSource,
    VideoMotion,
)
from tests.pipeline.requests import PROMPT, SAMPLE, pictures_of


def animemoji(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "animemoji", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_the_sample_clip_is_rendered_with_the_promised_keys(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "me.gif"
    words = ("--prompt", PROMPT, "--video", SAMPLE, "--out", out, "--size", "96", "--fps", "10", "--length", "2")
    done = animemoji("render", *words, "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert list(report) == [
        "out",
        "bytes",
        "frames",
        "fps",
        "size",
        "seconds_of_motion",
        "poser",
        "character",
        "timings",
        "total_seconds",
    ]
    assert report["bytes"] == out.stat().st_size
    assert report["size"] == 96 and report["poser"] == "rig"
    assert report["seconds_of_motion"] == pytest.approx(report["frames"] / report["fps"], abs=0.01)
    assert Character.from_json(report["character"]).prompt == PROMPT
    assert [item.name for item in out.parent.iterdir()] == ["me.gif"]
    assert len(pictures_of(out.read_bytes(), Format.GIF)) == report["frames"]


def test_a_saved_character_gives_the_same_animoji(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, again, third = (tmp_path / f"{name}.gif" for name in ("first", "again", "third"))
    common = ["--motion", "nod", "--size", "64", "--fps", "10"]
    saved = tmp_path / "her.png"
    assert cli.main(["render", "--prompt", PROMPT, "--save-character", str(saved), "--out", str(first), *common]) == 0
    assert cli.main(["render", "--character", str(saved), "--out", str(again), *common]) == 0
    assert cli.main(["render", "--character", str(saved.with_suffix(".json")), "--out", str(third), *common]) == 0
    assert first.read_bytes() == again.read_bytes() == third.read_bytes()
    assert "understood" in capsys.readouterr().out
    with Image.open(saved) as picture:
        assert (picture.size, picture.mode) == ((512, 512), "RGBA")


def test_character_and_pose_write_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved, poses, folder = tmp_path / "elf.png", tmp_path / "poses.json", tmp_path / "poses"
    assert cli.main(["character", "--prompt", PROMPT, "--seed", "3", "--out", str(saved), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    character = Character.from_json(json.loads(saved.with_suffix(".json").read_text()))
    assert Character.from_json(report["character"]) == character
    assert character.seed == 3
    assert "silver hair" in report["description"]

    poses.write_text(json.dumps({"names": ["head_y", "mouth_aaa"], "poses": [[0, 0], [0.8, 1.0], [9, 0]]}))
    words = ["pose", "--character", str(saved), "--poses", str(poses), "--out", str(folder), "--size", "128"]
    assert cli.main(words) == 0
    assert sorted(item.name for item in folder.iterdir()) == ["pose_00.png", "pose_01.png", "pose_02.png"]
    rest, turned = (np.asarray(Image.open(folder / f"pose_0{n}.png")) for n in (0, 1))
    assert rest.shape == (128, 128, 4)
    assert np.abs(rest.astype(int) - turned).mean() > 1
    assert np.array_equal(np.asarray(Image.open(saved)), draw_portrait(character))


def write_clip(path: Path, pictures: list[Frames], fps: int = 10) -> Path:
    """An H.264 clip of these pictures, uint8 [H, W, 3]."""
    with av.open(str(path), "w") as file:
        stream = file.add_stream("libx264", rate=fps, options={"preset": "ultrafast"})
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        for picture in pictures:
            file.mux(stream.encode(av.VideoFrame.from_ndarray(picture)))
        file.mux(stream.encode(None))
    return path


def write_sound(path: Path) -> Path:
    with av.open(str(path), "w", format="mp4") as file:
        stream = file.add_stream("aac", rate=16000, layout="mono")
        for _ in range(16):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
            frame.rate = 16000
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return path


def write_picture(path: Path) -> Path:
    Image.new("RGB", (64, 64), "red").save(path, format="JPEG")
    return path


def write_bytes(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


GREY = np.full((128, 128, 3), 128, np.uint8)
BAD_CLIPS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "absent": (lambda path: path, "no file"),
    "empty": (lambda path: write_bytes(path, b""), "empty"),
    "text": (lambda path: write_bytes(path, b"hello, I am a film\n" * 100), "not a video"),
    "cut off": (lambda path: write_bytes(path, SAMPLE.read_bytes()[:3000]), "incomplete"),
    "sound": (write_sound, "sound"),
    "picture": (write_picture, "picture"),
    "nobody": (lambda path: write_clip(path, [GREY] * 10), "face"),
    "4K": (lambda path: write_clip(path, [np.zeros((2160, 3840, 3), np.uint8)] * 2), "3840x2160"),
    "ten minutes": (lambda path: write_clip(path, [GREY[:32, :32]] * 601, fps=1), "longer than"),
}


@pytest.mark.parametrize("name", BAD_CLIPS)
def test_a_clip_that_cannot_be_used_is_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, says = BAD_CLIPS[name]
    clip, out = make(tmp_path / "clip.mp4"), tmp_path / "out.gif"
    assert cli.main(["render", "--prompt", "girl", "--video", str(clip), "--out", str(out)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1 and said.err.endswith(".\n")
    assert says in said.err
    assert not out.exists()


def test_of_several_faces_the_largest_is_followed_and_the_person_told(tmp_path: Path) -> None:
    with av.open(str(SAMPLE)) as file:
        faces = [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)][:10]
    small = [np.pad(face[::2, ::2], ((0, face.shape[0] - face.shape[0] // 2), (0, 0), (0, 0))) for face in faces]
    clip = write_clip(tmp_path / "two.mp4", [np.hstack(pair) for pair in zip(faces, small, strict=True)])
    result = render_animoji(
        AnimojiRequest(PromptSource("girl"), VideoMotion(clip), Output(size=64, fps=10)),
    )
    assert [notice.key for notice in result.notices] == ["notice.several_faces"]
