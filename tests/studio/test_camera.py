"""A camera and a clip are followed in the browser, and nothing but poses leaves it."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest

from pipeline.models import find_model
from pipeline.motion.emotion import estimate_emotions
from pipeline.motion.selfie import track_clip
from pipeline.types import EMOTIONS, PoseCategory, PoseTrack, Tracker, pose_slice
from pipeline.types.pose import POSE_INDEX
from studio.orders import unpack_places, unpack_poses
from tests.chromium import launch, needs_chromium
from tests.studio.browsing import visit
from tests.studio.seeing import film_of, numbered_clip, seeing_models
from tests.studio.serving import Studio, serving

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
CLIP: Final = Path(__file__).parents[2] / "pipeline" / "samples" / "selfie.mp4"
TRUTH: Final = json.loads(CLIP.with_suffix(".json").read_text())
"""What the person in the clip does, frame by frame."""
FRAMES: Final = len(TRUTH["mouth"])
FAKE: Final = "--use-fake-device-for-media-stream"
pytestmark = [
    needs_chromium,
]


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with serving(tmp_path_factory.mktemp("studio") / "characters", seeing_models()) as running:
        yield running


@pytest.fixture(scope="module")
def tools() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="module")
def browser(tools: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser whose camera plays the sample clip, again and again."""
    film = film_of(CLIP, tmp_path_factory.mktemp("camera") / "clip.mjpeg")
    chromium = launch(tools, "--use-fake-ui-for-media-stream", FAKE, f"--use-file-for-fake-video-capture={film}")
    yield chromium
    chromium.close()


def _open(page: Any) -> None:
    page.click("#tab-motion")
    page.get_by_text("Camera or clip").click()


def _followed(clip: Path) -> PoseTrack:
    """What the pipeline makes of a clip, by the network that the browser uses."""
    model = find_model("face_landmarker", seeing_models())
    return track_clip(clip, Tracker.LANDMARKER, 0, lambda _: None, model=model).track


def _poses(track: PoseTrack, *names: str) -> Any:
    return track.poses[:, [POSE_INDEX[name] for name in names]].sum(1)


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
    motion = json.loads(order.post_data)["motion"]
    assert set(motion) <= {"poses", "places", "signs", "fps", "loops"}
    poses, places = unpack_poses(motion["poses"]), unpack_places(motion["places"])
    assert len(poses) == len(places) == FRAMES + 10  # it is led back to its beginning
    seen = replace(PoseTrack.still(poses[:FRAMES]), places=places[:FRAMES])
    mouth = seen.poses[:, pose_slice(PoseCategory.MOUTH, PoseCategory.MOUTH)][:, :6].sum(1)
    assert np.corrcoef(mouth, TRUTH["mouth"])[0, 1] > 0.9
    assert np.corrcoef(_poses(seen, "head_y"), TRUTH["yaw"])[0, 1] < -0.9  # as in a mirror
    # Who smiles blinks with happy lids.
    lids = _poses(seen, "eye_wink_right", "eye_happy_wink_right")
    assert all(lids[frame - 2 : frame + 5].max() > 0.5 for frame in TRUTH["blink_frames"])
    assert np.median(lids) < 0.2
    _is_what_the_pipeline_sees(seen, _followed(CLIP))


def _is_what_the_pipeline_sees(seen: PoseTrack, meant: PoseTrack) -> None:
    """Number by number, as they go together over time (Pearson's r)."""
    bounds = {"mouth_aaa": 0.9, "mouth_raised_corner_left": 0.9, "eye_wink_right": 0.9, "iris_rotation_y": 0.9}
    bounds |= {"iris_rotation_x": 0.9, "head_x": 0.95, "head_y": 0.95, "neck_z": 0.95}
    found = {name: np.corrcoef(_poses(seen, name), _poses(meant, name))[0, 1] for name in bounds}
    assert seen.places is not None
    assert meant.places is not None
    for axis, name in enumerate(("right", "down", "nearer")):
        bounds[name], found[name] = 0.98, np.corrcoef(seen.places[:, axis], meant.places[:, axis])[0, 1]
    assert np.abs(seen.places - meant.places).max() < 0.01
    felt = [estimate_emotions(track.poses, track.clock) for track in (seen, meant)]
    for name in ("neutral", "happy"):  # the person shows no other
        here, there = (each[:, EMOTIONS.index(name)] for each in felt)
        bounds[name], found[name] = 0.95, np.corrcoef(here, there)[0, 1]
    assert {name: r for name, r in found.items() if r < bounds[name]} == {}


def test_the_camera_moves_the_character_until_it_is_gone(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        _open(page)
        page.get_by_role("button", name="Use the camera").click()
        page.get_by_text("I see you.").wait_for(timeout=120_000)
        page.get_by_role("button", name="This is my resting face").click()
        page.click("#record")
        page.get_by_text(re.compile(r"Recording, [1-9]")).wait_for(timeout=120_000)
        page.click("#record")
        page.get_by_text("Your recording").wait_for()
        page.get_by_role("button", name="Turn the camera off").click()
        page.get_by_role("button", name="Use the camera").click()
        page.get_by_text("I see you.").wait_for(timeout=120_000)
        page.evaluate("document.querySelector('video.look').srcObject.getTracks()[0].dispatchEvent(new Event('ended'))")
        page.get_by_role("status").get_by_text("The camera is gone").wait_for()
        page.get_by_role("button", name="Use the camera").wait_for()


READ: Final = """async ([file, fps]) => {
  const { framesOfClip } = await import("/static/page/clip.js");
  const data = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
  const video = document.createElement("video");
  video.muted = true;
  const loaded = new Promise((resolve) => (video.onloadeddata = resolve));
  video.src = URL.createObjectURL(new Blob([data], { type: "video/webm" }));
  await loaded;
  const context = new OffscreenCanvas(64, 64).getContext("2d", { willReadFrequently: true });
  const numbers = [];
  for await (const frame of framesOfClip(video, Math.round(video.duration * fps), fps)) {
    context.drawImage(frame, 0, 0);
    frame.close();
    const row = context.getImageData(0, 32, 64, 1).data;
    numbers.push([0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, bit) => sum + (row[4 * (8 * bit + 4)] > 128 ? 2 ** bit : 0), 0));
  }
  return numbers;
}"""


def test_a_clip_s_frames_are_read_in_order_each_at_its_time(browser: Any, studio: Studio) -> None:
    clip = base64.b64encode(numbered_clip(frames=45, fps=30)).decode()
    with visit(browser, studio) as page:
        seen = np.array(page.evaluate(READ, [clip, 25]))
    meant = np.floor((np.arange(len(seen)) + 0.5) / 25 * 30)
    assert len(seen) == round(45 / 30 * 25)
    assert np.abs(seen - meant).max() <= 1  # one is missed where the machine is busy, and the one before it stays


def test_a_clip_that_is_none_is_said(browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        _open(page)
        page.set_input_files("#clip", {"name": "clip.mp4", "mimeType": "video/mp4", "buffer": b"no clip"})
        page.get_by_text("This browser cannot play that clip").wait_for()


@pytest.mark.parametrize("missing", ["WebAssembly", "VideoFrame"])
def test_a_browser_that_cannot_follow_a_face_says_so(missing: str, browser: Any, studio: Studio) -> None:
    with visit(browser, studio) as page:
        _open(page)
        page.evaluate(f"delete window.{missing}")
        page.get_by_role("button", name="Use the camera").click()
        page.get_by_text("This browser cannot follow a face: use a newer one.").wait_for()
        page.get_by_text("Sliders", exact=True).click()
        page.get_by_role("slider", name="Ah").press("End")
        assert page.get_by_role("slider", name="Ah").get_attribute("aria-valuetext") == "100 %"


TAKEN: Final = """() => (navigator.mediaDevices.getUserMedia = () =>
  Promise.reject(new DOMException("in use", "NotReadableError")))"""


@pytest.mark.parametrize(
    ("flags", "allowed", "taken", "said"),
    [
        ([FAKE], [], False, "The camera was refused: allow it beside the address, and try again."),
        ([], ["camera"], False, "There is no camera: connect one, or choose a clip."),
        ([FAKE], ["camera"], True, "Another program uses the camera: close that one, and try again."),
    ],
    ids=["refused", "absent", "taken"],
)
def test_why_there_is_no_camera_is_said(
    flags: list[str], allowed: list[str], taken: bool, said: str, tools: Any, studio: Studio
) -> None:
    chromium = launch(tools, *flags)
    with visit(chromium, studio, permissions=allowed) as page:
        _open(page)
        if taken:  # no other program can hold a camera that is none
            page.evaluate(TAKEN)
        use = page.get_by_role("button", name="Use the camera")
        use.click()
        page.get_by_role("status").get_by_text(said).wait_for()
        assert use.is_enabled()
        assert page.get_by_text("Getting ready").is_hidden()
    chromium.close()
