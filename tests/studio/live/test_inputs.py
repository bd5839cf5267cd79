"""The controls in a real Chromium: a voice, the pointer and keys move the character, and what is played is kept."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
import PIL.Image
import pytest

from animemoji.cli import main
from pipeline import Moment
from pipeline.types import POSE_INDEX, Float32Array, Poses
from studio.live.setting import Input
from tests.chromium import launch, needs_chromium
from tests.pipeline.motion.voice.speech import save, silence, vowel
from tests.studio.live.staging import staging
from tests.studio.live.test_stage import opened, until
from tests.studio.seeing import film_of, seeing_models

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
CLIP: Final = Path(__file__).parents[3] / "pipeline" / "samples" / "selfie.mp4"
WIDE: Final = {"viewport": {"width": 1280, "height": 900}}
pytestmark = needs_chromium


class Recorded:
    """An ``Output`` that keeps what it is shown."""

    def __init__(self) -> None:
        self.poses: list[Poses] = []
        self.places: list[Float32Array] = []

    def show(self, moment: Moment) -> None:
        self.poses.append(moment.pose)
        self.places.append(moment.place)

    def last(self, name: str, seconds: float = 1.0) -> Any:
        """The newest numbers of that name."""
        return np.array([pose[POSE_INDEX[name]] for pose in self.poses[-round(60 * seconds) :]])


@contextmanager
def chromium(*flags: str) -> Iterator[Any]:
    with playwright.sync_playwright() as tools:
        browser = launch(tools, "--use-fake-ui-for-media-stream", *flags)
        yield browser
        browser.close()


def test_a_voice_moves_the_mouth(tmp_path: Path) -> None:
    speech = np.concatenate([np.concatenate([vowel(name, 0.4), silence(0.2)]) for name in "aiueo" * 4])
    sound = save(tmp_path / "a.wav", speech)
    flags = ("--use-fake-device-for-media-stream", f"--use-file-for-fake-audio-capture={sound}")
    recorded = Recorded()
    with (
        staging(Input.MICROPHONE, (recorded,)) as theatre,
        chromium(*flags) as browser,
        opened(browser, theatre, theatre.controls, **WIDE) as page,
    ):
        page.get_by_text("The sound stays in this browser.").wait_for()
        time.sleep(1)
        assert recorded.last("mouth_aaa").max() < 0.05
        page.get_by_role("button", name="Use the microphone").click()
        page.get_by_text("On stage.").wait_for()
        for name in ("mouth_aaa", "mouth_iii", "mouth_ooo"):
            until(lambda name=name: bool(recorded.last(name, 8).max() > 0.6))  # type: ignore[misc]
        assert recorded.last("eye_wink_left", 8).max() > 0.5  # it blinks by itself
        page.get_by_role("button", name="Turn the microphone off").click()
        page.locator("#shown").get_by_text("Nobody is seen").wait_for()
        until(lambda: bool(recorded.last("mouth_aaa", 0.5).max() < 0.05))


def test_the_pointer_and_keys_move_it_and_both_are_kept(tmp_path: Path) -> None:
    recorded = Recorded()
    with (
        staging(Input.POINTER, (recorded,)) as theatre,
        chromium() as browser,
        opened(browser, theatre, theatre.controls, **WIDE) as page,
    ):
        page.get_by_text("On stage.").wait_for()
        frame = page.locator("#frame").bounding_box()
        page.get_by_role("button", name="Film (WebM)").click()
        page.get_by_role("button", name="Motion (JSON)").click()
        page.mouse.move(frame["x"] + frame["width"], frame["y"] + frame["height"] / 2)
        until(lambda: bool(recorded.last("head_y", 0.2).min() < -0.3))  # to the viewer's right
        page.keyboard.press("4")
        page.get_by_role("button", name="Surprised", pressed=True).wait_for()
        until(lambda: bool(recorded.last("eye_surprised_left", 0.2).min() > 0.9))
        page.keyboard.press("0")
        until(lambda: bool(recorded.last("eye_surprised_left", 0.2).max() < 0.1))
        stops = page.get_by_role("button", name="■ Stop")
        with page.expect_download() as film:
            stops.first.click()
        with page.expect_download() as track:
            stops.click()
        page.get_by_label("As in a mirror").check()
        until(lambda: bool(recorded.last("head_y", 0.2).min() > 0.3))
        film.value.save_as(tmp_path / "film.webm")
        track.value.save_as(tmp_path / "track.json")
    _is_a_transparent_film(tmp_path / "film.webm")
    _is_a_track(tmp_path / "track.json")


def _is_a_transparent_film(path: Path) -> None:
    """VP9 keeps alpha in a stream of its own, which libvpx opens."""
    with av.open(str(path)) as film:
        assert film.streams.video[0].codec_context.name == "vp9"
        assert film.streams.video[0].metadata["alpha_mode"] == "1"
        decoder: Any = av.CodecContext.create("libvpx-vp9", "r")
        frames = [np.asarray(f.to_ndarray(format="rgba")) for p in film.demux(video=0) for f in decoder.decode(p)]
    assert len(frames) > 10
    assert {frame.shape for frame in frames} == {frames[0].shape}
    middle = len(frames[-1]) // 2
    assert frames[-1][2, 2, 3] < 10
    assert frames[-1][middle, middle, 3] > 245


def _is_a_track(path: Path) -> None:
    told = json.loads(path.read_text())
    poses = np.array(told["poses"])
    assert (told["names"], told["fps"]) == (list(POSE_INDEX), 25)
    assert poses[:, POSE_INDEX["eye_surprised_left"]].max() > 0.9
    assert poses[:, POSE_INDEX["head_y"]].min() < -0.3
    assert np.array(told["places"]).shape == (len(poses), 3)
    out = path.with_name("kept.webp")
    assert (
        main(["render", "--prompt", "elf", "--track", str(path), "--out", str(out), "--size", "128", "--fps", "8"]) == 0
    )
    assert PIL.Image.open(out).size == (128, 128)


def test_a_camera_moves_it(tmp_path: Path) -> None:
    film = film_of(CLIP, tmp_path / "clip.mjpeg")
    recorded = Recorded()
    flags = ("--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={film}")
    with (
        staging(Input.CAMERA, (recorded,), models=seeing_models()) as theatre,
        chromium(*flags) as browser,
        opened(browser, theatre, theatre.controls, **WIDE) as page,
    ):
        page.get_by_role("button", name="Use the camera").click()
        page.get_by_text("I see you.").wait_for(timeout=60_000)
        page.get_by_role("button", name="This is my resting face").click()
        until(lambda: bool(np.ptp(recorded.last("head_y", 6)) > 0.3))
        until(lambda: bool(recorded.last("mouth_aaa", 6).max() > 0.3))
        until(lambda: bool(np.ptp(recorded.places[-360:], axis=0).min() > 0.005))  # the head goes along
        page.get_by_role("button", name="Turn the camera off").click()
        page.locator("#shown").get_by_text("Nobody is seen").wait_for()
