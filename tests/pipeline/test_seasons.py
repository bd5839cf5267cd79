"""Seasons: offered in their weeks, and made of what there is."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.characters import make_character
from pipeline.compose.background import make_background
from pipeline.compose.caption import left_out
from pipeline.motion.presets import PRESETS
from pipeline.seasons import SEASONS, UnknownSeasonError, find_season, seasons_on
from pipeline.types import PromptSource, Source
from pipeline.types.limits import CAPTION_LENGTH


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2026-12-31", ["new-year"]),
        ("2027-01-07", ["new-year"]),
        ("2027-01-08", []),
        ("2026-04-01", ["cherry-blossom"]),
        ("2026-08-15", ["summer-festival"]),
        ("2026-10-31", ["halloween"]),
        ("2026-11-01", []),
        ("2026-12-24", ["christmas"]),
        ("2028-02-29", []),
    ],
)
def test_a_season_is_offered_in_its_weeks(day: str, names: list[str]) -> None:
    assert [season.name for season in seasons_on(date.fromisoformat(day))] == names


@pytest.mark.parametrize("name", SEASONS)
def test_a_season_is_made_of_what_there_is(name: str) -> None:
    season = find_season(name.upper())
    assert season.title("ja") != season.title() and season.title("fr") == season.title()
    assert season.motion in PRESETS
    assert make_background(season.background, 64, 10.0) is not None
    for language in ("en", "ja"):
        assert 0 < len(season.caption(language)) <= CAPTION_LENGTH and not left_out(season.caption(language))
    assert season.dressed(" girl ") == f"girl, {season.words}"
    assert make_character(PromptSource(season.words, source=Source.DRAWN), lambda _: None).ignored == ()


def test_another_name_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UnknownSeasonError, match="christmas"):
        find_season("easter")
