"""Words for a person: what can be told of the sample clip, and nothing that is unsure."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from animemoji.cli import main
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.engine import Engine
from pipeline.likeness import NobodyThereError, hair_colour, hair_length, look
from pipeline.motion.clip import CheckedClip
from pipeline.types import LookRequest, Pixels, Stage, Trait, UserError
from tests.shared_data import ROOT

SAMPLE = ROOT / "pipeline" / "samples" / "selfie.mp4"
EYES, EYE_LINE = (215, 294), 190
"""Where they are in the sample's first picture, of 512 pixels each way."""


def test_the_sample_is_told_as_one_sees_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["like", str(SAMPLE), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert set(report["words"]) == {"blonde hair", "short hair"}
    assert read_prompt(report["prompt"]).ignored == ()


def words_like(path: Path) -> tuple[str, ...]:
    return look(LookRequest(path)).words


@pytest.fixture
def photo() -> Pixels:
    """A picture of the sample."""
    return next(iter(CheckedClip(SAMPLE).frames())).image


def test_a_photo_does_as_well_and_glasses_are_seen(tmp_path: Path, photo: Pixels) -> None:
    bare = tmp_path / "photo.png"
    Image.fromarray(photo).save(bare)
    assert "glasses" not in words_like(bare)
    worn = photo.copy()
    for x in EYES:
        cv2.circle(worn, (x, EYE_LINE), 30, (40, 40, 44), 3, cv2.LINE_AA)
    cv2.line(worn, (EYES[0] + 30, EYE_LINE), (EYES[1] - 30, EYE_LINE), (40, 40, 44), 3, cv2.LINE_AA)
    Image.fromarray(worn).save(tmp_path / "glasses.jpg", quality=90)
    assert set(words_like(tmp_path / "glasses.jpg")) >= {"glasses", "short hair"}


async def test_an_engine_looks_in_its_own_process_within_the_limits_of_a_light_job(tmp_path: Path) -> None:
    blank = tmp_path / "wall.png"
    Image.fromarray(np.full((240, 320, 3), 190, np.uint8)).save(blank)
    async with Engine() as engine:
        job = engine.submit(LookRequest(SAMPLE))
        seen = [progress async for progress in job]
        assert set((await job.result()).words) == {"blonde hair", "short hair"}
        assert {progress.stage for progress in seen} == {Stage.QUEUED, Stage.MOTION}
        with pytest.raises(UserError) as refusal:
            await engine.submit(LookRequest(blank)).result()
    assert refusal.value.key == NobodyThereError.key


def test_where_nobody_is_nobody_is_told(tmp_path: Path) -> None:
    path = tmp_path / "wall.png"
    Image.fromarray(np.full((240, 320, 3), 190, np.uint8)).save(path)
    with pytest.raises(NobodyThereError, match=r"wall\.png"):
        words_like(path)
    assert main(["like", str(tmp_path / "none.png")]) == 2


@pytest.mark.parametrize(
    ("colour", "word"),
    [
        ((22, 3, 2), Trait.BLACK_HAIR),
        ((24, 10, -6), Trait.BLACK_HAIR),
        ((30, 14, 16), Trait.BROWN_HAIR),
        ((37, 13, 13), Trait.BROWN_HAIR),
        ((57, 2, 25), Trait.BLONDE_HAIR),
        ((42, 28, 30), Trait.RED_HAIR),
        ((66, 1, 3), Trait.GRAY_HAIR),
        ((48, 5, 12), None),
        ((40, 40, -30), None),
    ],
)
def test_colours_between_two_words_have_none(colour: tuple[float, float, float], word: Trait | None) -> None:
    assert hair_colour(*colour) is word


@pytest.mark.parametrize(
    ("shares", "word"),
    [
        ((0.0, 0.5, 0.1), Trait.SHORT_HAIR),
        ((0.64, 0.03, 0.4), Trait.SHORT_HAIR),
        ((0.95, 1.0, 0.5), Trait.LONG_HAIR),
        ((0.9, 0.8, 0.1), Trait.MEDIUM_HAIR),
        ((0.3, 0.3, 0.3), None),
    ],
)
def test_lengths_that_are_unsure_have_no_word(shares: tuple[float, float, float], word: Trait | None) -> None:
    assert hair_length(*shares) is word
