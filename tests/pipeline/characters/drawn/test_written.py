"""Prompts as people write them: what each asks for is drawn; what is not yet is seen in the files of ``prompts/``."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.pipeline.characters.drawn.claims import Case, Verdict, cases, judge

SETS = (
    "people",
    "unseen",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "plain",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "english_first",
    "abroad_first",
    "abroad_second",
    "abroad_third",
    "abroad_fourth",
    "abroad_fifth",
    "english_second",
    "english_third",
    "english_fourth",
    "english_fifth",
    "english_sixth",
)
CASES = [case for name in SETS for case in cases(name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.prompt[:40])
def test_a_prompt_is_obeyed(case: Case) -> None:
    _, broken = judge(case)
    assert list(broken) == [claim for claim in case.claims if claim.startswith("~")]


def test_there_are_many_of_all_kinds() -> None:
    kinds = Counter(case.kind for case in CASES)
    assert len(CASES) >= 1680
    assert len(kinds) >= 18
    languages = ("spanish", "portuguese", "french", "german", "korean", "chinese", "japanese", "indonesian", "russian")
    assert all(kinds[language] >= 4 for language in languages)


def test_most_are_obeyed_and_none_is_contradicted() -> None:
    verdicts = Counter(judge(case)[0] for case in CASES)
    assert verdicts[Verdict.OBEYED] >= 0.9 * len(CASES)
    assert verdicts[Verdict.CONTRADICTED] <= 1
