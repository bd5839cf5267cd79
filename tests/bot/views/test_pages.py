"""Messages: within Discord's limits, and harmless whatever people write."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from bot.domain import FilterLevel, Rules
from bot.services.animojis import Finished
from bot.services.characters import CharacterPage
from bot.services.courier import Standing
from bot.services.pictures import THUMBNAIL_SIZE
from bot.settings import Settings
from bot.texts import ENGLISH, Language
from bot.views.characters import PAGE, gallery_page
from bot.views.choosing import choice_files
from bot.views.failure import failure_text
from bot.views.job_reply import CancelButton, state_text
from bot.views.layout import quoted
from bot.views.result import result_page, words_for
from bot.views.settings import settings_page
from pipeline import AnimojiRequest, Character, EngineClosedError, JobCancelled, PresetMotion, Progress, Stage
from pipeline.characters.diffused.errors import CheckpointError
from pipeline.types import Topic, Understood, notice
from tests.bot.fakes import drawn, kept, result_of, saved, uploaded

JAPANESE = Language("ja")


def components(page: Any) -> Any:
    return page.to_components()


def every(components: Any) -> Iterator[Any]:
    """All components, those within others included."""
    for component in components:
        yield component
        yield from every(component.get("components", []))
        if "accessory" in component:
            yield component["accessory"]


def texts(components: Any) -> list[str]:
    """All texts in a message's components."""
    found: list[str] = []
    for component in components:
        if "content" in component:
            found.append(component["content"])
        found += texts(component.get("components", []))
    return found


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (Standing(3, Progress(Stage.QUEUED)), "⏳ In line: number 3."),
        (Standing(4, Progress(Stage.QUEUED, 0, 61.2)), "⏳ In line: number 4. · about 61 s left"),
        (Standing(1, None), "⏳ Next in line."),
        (Standing(0, None), "⏳ Starting …"),
        (Standing(0, Progress(Stage.CHARACTER, 0.0)), "**Designing the character** (1/4)\n`░░░░░░░░░░░░` 0%"),
        (
            Standing(0, Progress(Stage.POSE, 0.5, 7.4)),
            "**Drawing** (3/4)\n`██████░░░░░░` 50% · about 7 s left",
        ),
        (
            Standing(0, Progress(Stage.MOTION, 1.0, whole=0.25)),
            "**Reading the motion** (2/4)\n`███░░░░░░░░░` 25%",
        ),
        (
            Standing(0, Progress(Stage.POSE, 1.0, notices=(notice("notice.picture_small_head", pixels=31),))),
            "**Drawing** (3/4)\n`████████████` 100%\n"
            "-# The head is only 31 pixels, so it will look blurred. A larger picture helps.",
        ),
        (Standing(0, Progress(Stage.ENCODE, 1.7)), "**Packing the file** (4/4)\n`████████████` 100%"),
    ],
)
def test_progress_reads_well(state: Standing, text: str) -> None:
    assert state_text(state, ENGLISH) == text


def finished_of(name: str, character: Character) -> Finished:
    """An animoji of this character as it would be shown."""
    result = result_of(AnimojiRequest(character, PresetMotion()))
    return Finished(kept(saved(1, name, character)), result)


async def test_a_result_fits_however_long_the_words_are() -> None:
    finished = finished_of("**Mika** @everyone", drawn("*" * 1000))
    object.__setattr__(finished.result, "understood", tuple(Understood(Topic.HAIR, f"_{n}_" * 50) for n in range(100)))
    page = result_page(finished, await words_for(finished, ENGLISH), ENGLISH)("")
    data = components(page)
    assert sum(len(text) for text in texts(data)) < 4000
    assert "\\*\\*Mika\\*\\*" in texts(data)[0]
    assert len(data[0]["components"][1]["items"][0]["description"]) <= 1024


@pytest.mark.parametrize("language", [ENGLISH, JAPANESE])
async def test_pictures_to_choose_from_have_a_button_each(language: Language) -> None:
    finished = finished_of("Pic", uploaded())
    finished = replace(finished, result=replace(finished.result, others=(uploaded(),) * 3))
    data = components(result_page(finished, "words", language)(""))
    assert sum(1 for _ in every(data)) <= 40
    labels = [item["label"] for item in every(data) if item["type"] == 2]
    assert labels[:4] == ["1", "2", "3", "4"]
    gallery = [item for item in every(data) if item["type"] == 12][1]
    shown = [item["media"]["url"].removeprefix("attachment://") for item in gallery["items"]]
    files = await choice_files(finished)
    assert list(files) == shown
    for data_ in files.values():
        with Image.open(io.BytesIO(data_)) as picture:
            assert (picture.format, picture.size) == ("WEBP", (THUMBNAIL_SIZE, THUMBNAIL_SIZE))
    assert len(set(files.values())) == 4, "each shows its number"


def test_a_gallery_fits() -> None:
    characters = [saved(10**15 + i, "*" * 40, prompt="_" * 500, is_default=True) for i in range(PAGE)]
    page = CharacterPage(characters, {}, {each.id: b"x" for each in characters}, 25)
    data = components(gallery_page(page, 1, {each.id: "w" * 1024 for each in characters}, JAPANESE))
    assert sum(len(text) for text in texts(data)) <= 4000
    assert sum(1 for _ in every(data)) <= 40
    ids = [item["custom_id"] for item in every(data) if "custom_id" in item]
    assert ids == ["characters:page:0", "characters:page:2"]


def _settings(**values: Any) -> Settings:
    return Settings(**({"_env_file": None} | values))


def test_the_settings_panel_tells_the_numbers_that_hold() -> None:
    """The bot's owner's, where the server has none of its own or a higher one."""
    owner = _settings(daily_quota=30, cooldown_seconds=5)
    unset = texts(components(settings_page(Rules(), owner, ENGLISH)))[-1]
    assert "person: 30 (my owner's setting)" in unset
    assert "server: no limit" in unset
    assert "two: 5 s (my owner's setting)" in unset
    higher = texts(components(settings_page(Rules(daily_quota=500, server_quota=900), owner, ENGLISH)))[-1]
    assert "person: 30 (as many as my owner allows)" in higher
    assert "server: 900" in higher


@pytest.mark.parametrize("language", [ENGLISH, JAPANESE])
def test_the_settings_panel_shows_what_is_set(language: Language) -> None:
    rules = Rules(
        channel_ids=frozenset({10**17}),
        role_ids=frozenset({10**17 + 1}),
        role_quotas={10**17 + 2: 3},
        daily_quota=7,
        private_by_default=True,
        filter_level=FilterLevel.STRICT,
        language="ja",
    )
    data = components(settings_page(rules, _settings(), language))
    assert sum(1 for _ in every(data)) <= 40
    defaults = [value["id"] for item in every(data) for value in item.get("default_values", [])]
    assert sorted(map(int, defaults)) == [10**17, 10**17 + 1]
    chosen = [option["value"] for item in every(data) for option in item.get("options", []) if option.get("default")]
    assert chosen == ["strict", "ja", "say"]
    assert {ENGLISH: "a day per person: 7 ·", JAPANESE: "一人一日 7 ・"}[language] in texts(data)[-1]
    assert f"<@&{10**17 + 2}>" in texts(data)[-1]


def test_cancel_button_is_found_again_by_its_id() -> None:
    button = CancelButton(2**63 - 1)
    assert button.template.fullmatch(button.custom_id)


def test_quoting_takes_the_power_out_of_markdown() -> None:
    assert quoted("**a**\n# b `c`") == "\\*\\*a\\*\\* # b \\`c\\`"
    assert len(quoted("x" * 999, 50)) == 50


def test_failures_are_honest(caplog: pytest.LogCaptureFixture) -> None:
    text = failure_text(ZeroDivisionError("secret"), ENGLISH)
    incident = text.rpartition("`")[0].rpartition("`")[2]
    assert "secret" not in text
    assert incident in caplog.text
    assert "ZeroDivisionError: secret" in caplog.text
    assert failure_text(JobCancelled(), JAPANESE) == "キャンセルしました。"
    assert "restarting" in failure_text(EngineClosedError(), ENGLISH)


@pytest.mark.parametrize(("language", "says"), [(ENGLISH, "not set up for that"), (JAPANESE, "運営者")])
def test_settings_are_for_the_log_alone(caplog: pytest.LogCaptureFixture, language: Language, says: str) -> None:
    error = CheckpointError(name="/secret/x.safetensors", variable="ANIMEMOJI_SD_MODEL", reason="it is gone")
    text = failure_text(pickle.loads(pickle.dumps(error)), language)
    assert says in text
    assert "secret" not in text
    assert "/secret/x.safetensors could not be loaded for Stable Diffusion (it is gone)" in caplog.text
