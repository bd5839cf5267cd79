"""How far a whole job is, and how long it still takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.progress import DRAWN_SHARES, NEURAL_SHARES, Forecast, Shares, overall, shares_for
from pipeline.types import (
    AnimojiRequest,
    Character,
    CharacterKind,
    CharacterSource,
    PictureSource,
    PoserName,
    PresetMotion,
    Progress,
    PromptSource,
    RigSpec,
    Source,
    Stage,
)


@pytest.mark.parametrize("shares", [DRAWN_SHARES, NEURAL_SHARES])
def test_shares_cover_every_stage_and_sum_to_one(shares: Shares) -> None:
    assert list(shares) == list(Stage)
    assert sum(shares.values()) == pytest.approx(1)


def test_pictures_take_their_time_in_the_network() -> None:
    def shares(who: CharacterSource, poser: PoserName = PoserName.AUTO) -> Shares:
        return shares_for(AnimojiRequest(who, PresetMotion(), poser=poser))

    drawn, uploaded = Character(CharacterKind.DRAWN, spec=RigSpec()), Character(CharacterKind.UPLOADED, picture=b"x")
    assert shares(PromptSource("girl")) is shares(drawn) is DRAWN_SHARES
    assert shares(PromptSource("girl", source=Source.DIFFUSED)) is NEURAL_SHARES
    assert shares(PictureSource(Path("a.png"))) is shares(uploaded) is NEURAL_SHARES
    assert shares(drawn, PoserName.THA3) is NEURAL_SHARES


@given(st.sampled_from(list(Stage)), st.floats(0, 1), st.sampled_from(list(Stage)), st.floats(0, 1))
def test_the_whole_only_grows_along_the_road(stage: Stage, part: float, later: Stage, later_part: float) -> None:
    order = list(Stage)
    if (order.index(later), later_part) >= (order.index(stage), part):
        assert overall(Progress(later, later_part)) >= overall(Progress(stage, part))


def test_seconds_left_follow_the_pace_of_the_stage() -> None:
    now = 0.0
    seen: list[Progress] = []
    forecast = Forecast(seen.append, clock=lambda: now)
    forecast(Progress(Stage.CHARACTER))
    forecast(Progress(Stage.POSE))
    now = 5.0
    forecast(Progress(Stage.POSE, 0.5))
    assert [progress.seconds_left for progress in seen[:2]] == [None, None]
    # Half of the drawing took 5 s; the other half is left, and the file.
    file = 10.0 * DRAWN_SHARES[Stage.ENCODE] / DRAWN_SHARES[Stage.POSE]
    assert seen[2].seconds_left == pytest.approx(5.0 + file)


def test_what_a_stage_knows_itself_is_kept() -> None:
    seen: list[Progress] = []
    Forecast(seen.append)(Progress(Stage.POSE, 0.1, 42.0))
    assert seen == [Progress(Stage.POSE, 0.1, 42.0)]
