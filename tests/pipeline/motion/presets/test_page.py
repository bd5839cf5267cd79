from __future__ import annotations

from pathlib import Path

from PIL import Image

from docs.make_presets_page import FILMS, page
from pipeline.motion.presets import PRESETS, preset_track

DOCS = Path(__file__).parents[4] / "docs"


def test_the_page_is_up_to_date() -> None:
    assert (DOCS / "presets.md").read_text("utf-8") == page(), "run python -m docs.make_presets_page"


def test_every_preset_is_shown_and_the_films_stay_small() -> None:
    films = sorted(FILMS.glob("*.webp"))
    assert [path.stem for path in films] == list(PRESETS)
    assert sum(path.stat().st_size for path in films) < 2_000_000
    for path in films:
        with Image.open(path) as film:
            assert getattr(film, "n_frames", 1) > preset_track(path.stem, 6).track.seconds * 6
