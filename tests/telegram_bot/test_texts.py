"""Texts: both languages say the same, and nobody in Telegram reads of Discord or of commands that are not there."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot import errors, speech_errors
from bot.errors import BotError, QuotaUsedUpError
from bot.services.failures import Failure
from bot.services.leases import now
from bot.texts import ENGLISH, Language, languages
from bot.texts.language import FOLDER as SHARED
from pipeline import FEELINGS, Stage
from telegram_bot import app, keyboards, words
from telegram_bot.sets import EMOJI

ROOT = Path(__file__).parents[2]
JAPANESE = Language("ja")
NOT_HERE = {
    *("error-no_admin", "error-role_needed", "error-emoji_role_needed", "error-channel_not_allowed"),
    *("error-picture_changed", "error-not_from_words", "error-choice_gone"),
    *("job-delivered_late", "failure-value", "failure-not_here"),
}
"""What shared code says, but never in Telegram, which has no such rules, forms or choices."""
MISLEADING = re.compile(
    r"Discord|/animoji|/character\b|/emoji|/アニモジ|/キャラクター|/絵文字|\*\*|`|<[@#t]|ボタンの「調整」"
)


def messages(path: Path) -> dict[str, ftl.Message]:
    resource = FluentParser().parse(path.read_text("utf-8"))
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ftl.Message)}


def _names(message: ftl.Message) -> set[str]:
    found: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, ftl.VariableReference):
            found.add(node.id.name)
        elif isinstance(node, ftl.BaseNode):
            for value in vars(node).values():
                walk(value)
        elif isinstance(node, list):
            for each in node:
                walk(each)

    walk(message)
    return found


def test_both_languages_say_the_same_about_the_same() -> None:
    english = messages(words.FOLDER / "en.ftl")
    for language in languages():
        other = messages(words.FOLDER / f"{language.code}.ftl")
        assert set(other) == set(english)
        for name, message in english.items():
            assert _names(other[name]) == _names(message), name


def services_in_use() -> set[str]:
    """The modules of ``bot.services`` that the bot in Telegram calls, and those that these call."""
    room = ROOT / "bot" / "services"
    code = "".join(file.read_text("utf-8") for file in (ROOT / "telegram_bot").glob("*.py"))
    waiting = set(re.findall(r"bot\.services\.(\w+) import", code)) | set(re.findall(r"services\.(\w+)\.", code))
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found or name == "services" or not (file := room / f"{name}.py").exists():
            continue
        found.add(name)
        waiting |= set(re.findall(r"^from bot\.services\.(\w+) import", file.read_text("utf-8"), re.M))
    return found


def said_elsewhere() -> set[str]:
    """The errors of the bot that nothing raises which the bot in Telegram calls."""
    files = [*(ROOT / "telegram_bot").glob("*.py"), *(ROOT / "bot" / "store").glob("*.py")]
    files += [ROOT / "bot" / "services" / f"{name}.py" for name in services_in_use()]
    code = "".join(file.read_text("utf-8") for file in files)
    known = (*vars(errors).values(), *vars(speech_errors).values())
    kinds = [kind for kind in known if isinstance(kind, type) and issubclass(kind, BotError)]
    return {kind.key.replace(".", "-") for kind in kinds if kind.__name__ not in code}


@pytest.mark.parametrize("language", languages(), ids=str)
def test_nothing_that_people_can_read_here_speaks_of_discord(language: Language) -> None:
    own = messages(words.FOLDER / f"{language.code}.ftl")
    shared = messages(SHARED / f"{language.code}.ftl")
    elsewhere = said_elsewhere() | NOT_HERE
    for name, message in {**shared, **own}.items():
        kind = name.partition("-")[0]
        reached = kind in ("error", "failure", "notice", "job", "understood", "topic", "feeling") or name in own
        if not reached or name in elsewhere:
            continue
        text = words.say(name.replace("-", ".", 1), language, **dict.fromkeys(_names(message), 3))
        assert not MISLEADING.search(text), f"{name}: {text}"
        assert len(text) < 4096


@pytest.mark.parametrize("language", languages(), ids=str)
def test_every_button_command_and_stage_has_words(language: Language) -> None:
    for press in (*keyboards.AnimojiAct, *keyboards.CharacterAct):
        if press is not keyboards.CharacterAct.VIEW:
            assert words.say(f"button.{press.value}", language)
    for name in app._COMMANDS:
        assert 3 <= len(words.say(f"command.{name}", language)) <= 256
        assert f"/{name}" in words.say("help", language) or name in ("help",)
    for stage in Stage:
        assert words.say(f"job.stage.{stage.value}", language)
    assert set(EMOJI) == set(FEELINGS)


def test_times_are_told_as_people_count_them() -> None:
    soon, late = Failure.of(QuotaUsedUpError(limit=3, when=now() + timedelta(minutes=4.5))), now() + timedelta(hours=5)
    assert (
        words.failure_text(soon, ENGLISH)
        == "You've made all 3 you can make here today; you can make more in 5 minutes."
    )
    assert words.in_a_while(late, ENGLISH) == "in 5 hours"
    assert words.in_a_while(late, JAPANESE) == "5 時間後"
    assert Failure.read(soon.write()) == soon
    assert time.time() < float(str(soon.fields["when"]))
