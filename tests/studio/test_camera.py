"""A camera and a clip are followed in the browser, and nothing but poses leaves it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
import pytest

from pipeline import load_pipeline_settings
from pipeline.types import PoseCategory, pose_slice
from pipeline.types.pose import POSE_INDEX
from studio.orders import unpack_poses
from studio.vision import vision_files
from tests.studio.browsing import visit
from tests.studio.serving import Studio, serving

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
CHROMIUM: Final = Path("/usr/bin/chromium")
MODELS: Final = load_pipeline_settings().models
CLIP: Final = Path(__file__).parents[2] / "pipeline" / "samples" / "selfie.mp4"
TRUTH: Final = json.loads(CLIP.with_suffix(".json").read_text())
"""What the person in the clip does, frame by frame."""
pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no /usr/bin/chromium: apt-get install chromium"),
    pytest.mark.skipif(not vision_files(MODELS), reason="animemoji models fetch studio face_landmarker brings it"),
]


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with serving(tmp_path_factory.mktemp("studio") / "characters", MODELS) as running:
        yield running


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser whose camera plays the sample clip, again and again."""
    film = tmp_path_factory.mktemp("camera") / "clip.mjpeg"
    with av.open(str(CLIP)) as clip, av.open(str(film), "w", format="mjpeg") as out:
        stream: Any = out.add_stream("mjpeg", rate=25)
        stream.width, stream.height, stream.pix_fmt = 480, 480, "yuvj420p"
        for number, frame in enumerate(clip.decode(video=0)):
            pixels = frame.reformat(480, 480, "rgb24").to_ndarray()
            picture = av.VideoFrame.from_ndarray(pixels, "rgb24").reformat(format="yuvj420p")
            picture.pts = number
            out.mux(stream.encode(picture))
        out.mux(stream.encode())
    flags = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
    with playwright.sync_playwright() as tools:
        chromium = tools.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", *flags, f"--use-file-for-fake-video-capture={film}"],
        )
        yield chromium
        chromium.close()


def _open(page: Any) -> None:
    page.click("#tab-motion")
    page.get_by_text("Camera or clip").click()


def test_a_clip_becomes_a_file_and_only_poses_are_sent(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        sent: list[Any] = []
        page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
        _open(page)
        page.set_input_files("#clip", str(CLIP))
        page.get_by_text("Your recording").wait_for(timeout=120_000)
        page.click("#tab-file")
        page.get_by_text("128 px", exact=True).click()
        page.get_by_role("button", name="Make the file").click()
        page.locator("img.made").wait_for(timeout=120_000)
        (order,) = sent
        poses = unpack_poses(json.loads(order.post_data)["motion"]["poses"])
        assert len(poses) == len(TRUTH["mouth"]) + 10  # it is led back to its beginning
        told = poses[: len(TRUTH["mouth"])]
        mouth = told[:, pose_slice(PoseCategory.MOUTH, PoseCategory.MOUTH)][:, :6].sum(1)
        assert np.corrcoef(mouth, TRUTH["mouth"])[0, 1] > 0.9
        assert np.corrcoef(told[:, POSE_INDEX["head_y"]], TRUTH["yaw"])[0, 1] < -0.9  # as in a mirror
        # Who smiles blinks with happy lids.
        lids = told[:, [POSE_INDEX["eye_wink_right"], POSE_INDEX["eye_happy_wink_right"]]].sum(1)
        assert all(lids[frame - 2 : frame + 5].max() > 0.5 for frame in TRUTH["blink_frames"])
        assert np.median(lids) < 0.2


def test_the_camera_moves_the_character(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        _open(page)
        page.get_by_role("button", name="Use the camera").click()
        page.get_by_text("I see you.").wait_for(timeout=60_000)
        page.get_by_role("button", name="This is my resting face").click()
        page.click("#record")
        page.get_by_text("Recording, 1").wait_for(timeout=60_000)
        page.click("#record")
        page.get_by_text("Your recording").wait_for()
        page.get_by_role("button", name="Turn the camera off").click()
        page.get_by_role("button", name="Use the camera").wait_for()


def test_a_clip_that_is_none_is_said(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        _open(page)
        page.set_input_files("#clip", {"name": "clip.mp4", "mimeType": "video/mp4", "buffer": b"no clip"})
        page.get_by_text("This browser cannot play that clip").wait_for()
