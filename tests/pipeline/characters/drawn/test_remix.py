"""New words take the place of old ones about the same, and of nothing else."""

from __future__ import annotations

import pytest

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.characters.drawn.remix import remixed_prompt


@pytest.mark.parametrize(
    ("prompt", "words", "remixed"),
    [
        ("silver hair, glasses", "red hair", "glasses, red hair"),
        ("silver hair, glasses", " Glasses ", "silver hair, Glasses"),
        ("silver twin tails, blue eyes", "red hair", "twin tails, blue eyes, red hair"),
        ("mysterious silver twin tails", "red hair", "mysterious twin tails, red hair"),
        ("girl with silver hair and blue eyes", "green eyes", "girl with silver hair, green eyes"),
        ("girl, round glasses", "sunglasses", "girl, sunglasses"),
        ("girl, glasses", "no glasses", "girl, no glasses"),
        ("girl, no glasses", "with glasses", "girl, with glasses"),
        ("cat ears, red scarf", "fox ears", "red scarf, fox ears"),
        ("blue kimono", "red clothes", "kimono, red clothes"),
        ("a, b, c", "b, b, d", "a, c, b, d"),
        ("銀髪、眼鏡", "眼鏡、赤い目", "銀髪, 眼鏡, 赤い目"),
        ("銀髪、青い目", "赤い髪", "青い目, 赤い髪"),
    ],
)
def test_what_is_said_anew_is_not_said_as_before(prompt: str, words: str, remixed: str) -> None:
    assert remixed_prompt(prompt, words) == remixed


def test_a_remix_looks_as_if_the_old_words_had_merely_lost() -> None:
    for prompt, words in (("girl, silver twin tails, blue eyes, maid", "red hair"), ("boy, hoodie, glasses", "suit")):
        remixed, added = (choose_spec(read_prompt(text), 5) for text in (
            remixed_prompt(prompt, words), f"{prompt}, {words}",
        ))  # fmt: skip
        assert remixed == added
