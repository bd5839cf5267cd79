"""The whole road with all its real stages."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from animemoji import cli
from pipeline.engine import Engine
from pipeline.interfaces import MadeCharacter
from pipeline.posers import open_poser
from pipeline.render import draw_portrait, render_animoji
from pipeline.types import (
    FACE,
    AnimojiRequest,
    AnimojiResult,
    Character,
    CharacterKind,
    Effects,
    Format,
    Frames,
    JobCancelled,
    MotionSource,
    Output,
    PoserName,
    PoseTrack,
    PresetMotion,
    Progress,
    PromptSource,
    RigSpec,
    Stage,
    TrackMotion,
    UserError,
    VideoMotion,
    make_pose,
    neutral_poses,
)
from pipeline.types.spec import Edition

SAMPLE = Path(__file__).parents[2] / "pipeline" / "samples" / "selfie.mp4"
PROMPT = "girl, silver twin tails, blue eyes, sailor uniform"


def short_track(frames: int = 12, fps: float = 12.0) -> PoseTrack:
    """A mouth that opens and a head that turns."""
    steps = np.linspace(0, 1, frames)
    return PoseTrack.still(np.stack([make_pose(mouth_aaa=step, head_y=step) for step in steps]), fps)


def small_request(
    kind: Format = Format.GIF, *, output: Output | None = None, caption: str = "", background: str = "transparent"
) -> AnimojiRequest:
    return AnimojiRequest(
        PromptSource(PROMPT, seed=3),
        TrackMotion(short_track()),
        output or Output(kind, size=64, fps=12.0),
        caption,
        background,
    )


def pictures_of(data: bytes, kind: Format) -> list[Frames]:
    """Every picture in a file, uint8 [H, W, 4]."""
    if kind in (Format.MP4, Format.WEBM):
        with av.open(io.BytesIO(data), "r") as film:
            return [np.asarray(frame.to_ndarray(format="rgba"), np.uint8) for frame in film.decode(video=0)]
    with Image.open(io.BytesIO(data)) as picture:
        return [np.asarray(frame.convert("RGBA")) for frame in ImageSequence.Iterator(picture)]


def test_a_request_becomes_a_moving_picture() -> None:
    result = render_animoji(small_request())
    assert (result.format, result.size, result.poser) == (Format.GIF, 64, PoserName.RIG)
    assert result.frames == 12
    assert result.character.spec is not None and result.character.prompt == PROMPT
    assert result.understood
    first, *_, last = pictures = pictures_of(result.data, Format.GIF)
    assert len(pictures) == result.frames and first.shape == (64, 64, 4)
    assert first[0, 0, 3] == 0 and first[40, 32, 3] == 255
    assert np.abs(first.astype(int) - last).mean() > 1


@pytest.mark.parametrize("kind", list(Format))
def test_every_format_is_made_and_shows_every_frame(kind: Format) -> None:
    result = render_animoji(small_request(kind))
    assert result.format is kind
    pictures = pictures_of(result.data, kind)
    assert len(pictures) == result.frames
    assert {picture.shape for picture in pictures} == {(64, 64, 4)}


def test_the_same_request_gives_the_same_bytes() -> None:
    request = small_request(caption="hi", background="#ffcc00")
    assert render_animoji(request).data == render_animoji(request).data


def test_another_seed_gives_another_character() -> None:
    def portrait(seed: int) -> bytes:
        request = AnimojiRequest(PromptSource("girl", seed), TrackMotion(short_track(1)), Output(size=64))
        return render_animoji(request).data

    assert portrait(1) != portrait(2)


async def test_the_engine_gives_the_same_bytes_as_a_direct_call() -> None:
    async with Engine() as engine:
        job = engine.submit(small_request())
        stages = {progress.stage async for progress in job}
        result = await job.result()
    assert result.data == render_animoji(small_request()).data
    assert Stage.QUEUED in stages and len(stages) > 1


def test_progress_runs_through_the_stages_in_order() -> None:
    seen: list[Progress] = []
    render_animoji(small_request(), on_progress=seen.append)
    order = list(Stage)
    keys = [(order.index(progress.stage), progress.fraction) for progress in seen]
    assert keys == sorted(keys)
    assert {progress.stage for progress in seen} == set(Stage) - {Stage.QUEUED}
    assert seen[-1].stage is Stage.ENCODE and seen[-1].fraction == 1.0
    assert all(0 <= progress.fraction <= 1 for progress in seen)


@pytest.mark.parametrize("stage", [Stage.CHARACTER, Stage.MOTION, Stage.POSE, Stage.ENCODE])
def test_cancelling_stops_at_once_and_leaves_no_file(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def cancel(progress: Progress) -> None:
        if progress.stage is stage:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        render_animoji(small_request(), on_progress=cancel)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", Format)
def test_no_folder_lists_a_file_even_while_the_work_goes_on(
    kind: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    listed: list[Path] = []
    result = render_animoji(small_request(kind), on_progress=lambda _: listed.extend(tmp_path.iterdir()))
    assert result.data
    assert listed == []


def test_timings_name_every_stage() -> None:
    timings = render_animoji(small_request()).timings
    assert set(timings) == {"character", "motion", "pose", "compose", "encode"}
    assert all(seconds >= 0 for seconds in timings.values())
    assert timings["pose"] > timings["compose"]


@pytest.mark.parametrize(
    "request_",
    [
        small_request(output=Output(size=8)),
        small_request(output=Output(size=5000)),
        small_request(output=Output(fps=0)),
        small_request(output=Output(fps=float("nan"))),
        small_request(background="no such thing"),
        small_request(caption="x" * 1000),
    ],
    ids=["tiny", "huge", "no rate", "odd rate", "background", "caption"],
)
def test_what_cannot_be_made_is_refused_before_the_work(request_: AnimojiRequest) -> None:
    with pytest.raises(UserError):
        render_animoji(request_, on_progress=lambda progress: pytest.fail(f"work began: {progress}"))


def test_what_gives_way_to_fit_is_told() -> None:
    whole = render_animoji(small_request(output=Output(size=64, fps=12.0, max_bytes=1_000_000)))
    assert whole.notices == ()
    small = render_animoji(small_request(output=Output(size=64, fps=12.0, max_bytes=4096, may_shrink=True)))
    assert len(small.data) <= 4096
    assert [notice.key for notice in small.notices] == ["notice.made_to_fit"]
    assert dict(small.notices[0].fields) == {"kilobytes": "4", "size": str(small.size), "fps": f"{small.fps:.3g}"}


def test_what_there_is_to_choose_from_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (Character(CharacterKind.DRAWN, spec=RigSpec(seed=seed)) for seed in (1, 2))
    monkeypatch.setattr("pipeline.characters.make_character", lambda *_: MadeCharacter(first, others=(second,)))
    result = render_animoji(small_request())
    assert (result.character, result.others) == (first, (second,))


def test_a_portrait_can_be_framed() -> None:
    character = render_animoji(small_request()).character
    whole, face = draw_portrait(character, 128), draw_portrait(character, 128, FACE)
    assert whole.shape == face.shape == (128, 128, 4)
    assert (face[..., 3] > 0).mean() > (whole[..., 3] > 0).mean()


def test_a_portrait_turns_a_little_except_in_the_first_edition() -> None:
    for edition, turns in ((Edition.FIRST, False), (Edition.SECOND, True)):
        character = Character(CharacterKind.DRAWN, spec=RigSpec(edition=edition))
        rest = open_poser(character, PoserName.RIG).pose(character, neutral_poses(1), 128)[0]
        assert np.array_equal(draw_portrait(character, 128), rest) is not turns


# The command line


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


def test_effects_that_were_asked_for_are_seen_and_stay_when_the_track_is_used_again() -> None:
    def render(motion: MotionSource, effects: Effects) -> AnimojiResult:
        output = Output(Format.APNG, size=64, fps=5.0)
        return render_animoji(
            AnimojiRequest(Character(CharacterKind.DRAWN, spec=RigSpec(seed=1)), motion, output, effects=effects)
        )

    plain = render(PresetMotion("idle"), Effects.AUTO)
    loving = render(PresetMotion("idle"), Effects.parse("hearts"))
    assert pictures_of(loving.data, Format.APNG)[5].tolist() != pictures_of(plain.data, Format.APNG)[5].tolist()
    assert render(TrackMotion(loving.track), Effects.AUTO).data == loving.data
    assert render(PresetMotion("rage"), Effects.OFF).track.gestures == ()
