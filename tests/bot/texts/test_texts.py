"""Texts: every language says the same things."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import discord
import pytest

from bot import errors
from bot.errors import UploadTooLargeError
from bot.texts import ENGLISH as IN_ENGLISH
from bot.texts import Language, en, explain, file_size, ja, pipeline_en, pipeline_ja, say, tell
from pipeline import UserError, notice_text
from pipeline.types.notices import NOTICES, notice

JAPANESE = Language("ja")
ROOT = Path(__file__).parents[3]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def pipeline_templates() -> Iterator[tuple[str, str]]:
    """Keys and templates of all user errors of the pipeline, read from its source (importing it all is slow)."""
    for path in (ROOT / "pipeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                values = {
                    target.id: item.value
                    for item in node.body
                    if isinstance(item, ast.Assign)
                    for target in item.targets
                    if isinstance(target, ast.Name)
                }
                if {"key", "template"} <= set(values):
                    yield ast.literal_eval(values["key"]), ast.literal_eval(values["template"])


BOT_ERRORS = {
    kind.key: kind.template for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, UserError)
}
ENGLISH = en.TEXTS | NOTICES | BOT_ERRORS | dict(pipeline_templates())


def test_japanese_says_all_that_the_bot_says() -> None:
    missing = (set(en.TEXTS) | set(BOT_ERRORS)) - set(ja.TEXTS) - {UserError.key}
    assert not missing
    assert not set(ja.TEXTS) - set(ENGLISH)


@pytest.mark.parametrize("key", sorted(ja.TEXTS))
def test_a_translation_names_the_same_fields(key: str) -> None:
    assert fields(ja.TEXTS[key]) == fields(ENGLISH[key])


@pytest.mark.parametrize("texts", [pipeline_en.TEXTS, pipeline_ja.TEXTS])
def test_what_is_said_for_the_pipeline_needs_no_field_that_it_does_not_give(texts: dict[str, str]) -> None:
    for key in set(texts) & set(ENGLISH):
        assert fields(texts[key]) <= fields(ENGLISH[key]), key
        assert "animemoji " not in texts[key], key


def test_every_error_is_one_sentence() -> None:
    for key, template in BOT_ERRORS.items():
        assert template[0].isupper() or template[0] == "“", key
        assert template[-1] in ".”}", key
        assert not re.search(r"[.!?] [A-Z]", template), key


def test_keys_that_the_bot_uses_exist() -> None:
    for path in (ROOT / "bot").rglob("*.py"):
        for key in re.findall(r'\bsay\(\s*"([a-z_.]+)"', path.read_text()):
            assert key in en.TEXTS, f"{key} in {path.name}"


def test_the_reader_chooses_the_language() -> None:
    japanese = Language.of(discord.Locale.japanese)
    assert Language.of(japanese) is japanese
    assert [str(Language.of(locale)) for locale in (japanese, "en-GB", "xx")] == ["ja", "en", "en"]
    assert say("job.waiting", japanese, position=3) == "⏳ 順番待ち：3 番目です。"
    error = UploadTooLargeError(size=file_size(9_000_000), limit="8 MB")
    assert explain(error, Language.of("fr")) == "That file has 8.6 MB; please send one of at most 8 MB."
    assert "8.6 MB" in explain(error, JAPANESE)


def test_an_error_without_a_translation_is_said_in_english() -> None:
    class OddError(UserError):
        key = "error.odd"
        template = "Odd: use {what}."

    assert explain(OddError(what="this"), JAPANESE) == "Odd: use this."


def test_notices_are_told() -> None:
    several = notice("notice.several_faces")
    assert tell(several, IN_ENGLISH) == notice_text(several)
    assert tell(notice("notice.trimmed", seconds=6), JAPANESE)
