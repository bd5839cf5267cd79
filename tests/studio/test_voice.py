"""A microphone moves the mouth on the stage, and the recording is sent as poses alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from pipeline.types.pose import POSE_INDEX
from studio.orders import unpack_poses
from tests.chromium import launch, needs_chromium
from tests.pipeline.motion.voice.speech import save, silence, vowel
from tests.studio.browsing import visit
from tests.studio.serving import Studio

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
pytestmark = needs_chromium


def test_what_is_said_moves_the_mouth(tmp_path: Path, studio: Studio) -> None:
    speech = np.concatenate([np.concatenate([vowel(name, 0.3), silence(0.15)]) for name in "aiueo" * 4])
    sound = save(tmp_path / "a.wav", speech)
    fake = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
    with playwright.sync_playwright() as tools:
        browser = launch(tools, *fake, f"--use-file-for-fake-audio-capture={sound}")
        with visit(browser, studio) as page:
            page.click("#tab-motion")
            page.get_by_text("Voice", exact=True).click()
            page.get_by_role("button", name="Use the microphone").click()
            page.get_by_role("button", name="Turn the microphone off").wait_for(timeout=60_000)
            page.get_by_role("button", name="Wink").click()
            page.click("#record")
            page.get_by_text(re.compile(r"Recording, ([4-9]|1\d)")).wait_for(timeout=120_000)
            page.click("#record")
            page.get_by_text("Your recording").wait_for()
            page.get_by_role("button", name="Turn the microphone off").click()
            page.click("#tab-file")
            with page.expect_request("**/api/animojis") as order:
                page.get_by_role("button", name="Make the file").click()
            poses = unpack_poses(json.loads(order.value.post_data)["motion"]["poses"])
            page.get_by_role("button", name="Cancel").click()
            page.get_by_role("status").get_by_text("Cancelled.").wait_for(timeout=60_000)
        browser.close()
    for name in ("mouth_aaa", "mouth_iii", "mouth_ooo"):
        assert poses[:, POSE_INDEX[name]].max() > 0.6
        assert poses[:, POSE_INDEX[name]].min() < 0.1
    assert poses[:, POSE_INDEX["eye_happy_wink_left"]].max() > 0.9, "an expression goes with it"


@pytest.mark.parametrize(
    ("flags", "allowed", "said"),
    [
        (["--use-fake-device-for-media-stream"], [], "The microphone was refused"),
        ([], ["microphone"], "There is no microphone"),
    ],
    ids=["refused", "absent"],
)
def test_why_there_is_no_microphone_is_said(flags: list[str], allowed: list[str], said: str, studio: Studio) -> None:
    with playwright.sync_playwright() as tools:
        browser = launch(tools, *flags)
        with visit(browser, studio, permissions=allowed) as page:
            page.click("#tab-motion")
            page.get_by_text("Voice", exact=True).click()
            page.get_by_role("button", name="Use the microphone").click()
            page.get_by_role("status").get_by_text(said).wait_for()
            assert page.get_by_role("button", name="Use the microphone").is_enabled()
        browser.close()
