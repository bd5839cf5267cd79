"""docs/extending.md, followed to the letter in a copy of the sources."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
PART: Final = re.compile(
    r"`(?P<enums>pipeline/types/spec/\w+\.py)`,\s+in\s+`class (?P<enum>\w+)`:\n\n"
    r"```python\n(?P<line> +\w+ = \"(?P<value>\w+)\"\n)```"
    r"\n\n`(?P<path>pipeline/parts/\S+\.py)`:\n\n```python\n(?P<code>.*?)```",
    re.DOTALL,
)
USE_PARTS: Final = """
import json, sys
import numpy as np
from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.describe import describe
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.parts import ACCESSORIES, HAIR_BACKS, HAIR_FRONTS, OUTFITS
from pipeline.posers.rig.poser import RigPoser
from pipeline.types import Character, CharacterKind, FULL, make_pose

FIELDS = {"HairBack": "hair_back", "HairFront": "hair_front", "Outfit": "outfit", "Accessory": "accessories"}
CATALOGUES = {"HairBack": HAIR_BACKS, "HairFront": HAIR_FRONTS, "Outfit": OUTFITS, "Accessory": ACCESSORIES}

def spec(prompt, seed):
    return choose_spec(read_prompt(prompt), seed)

def has(wanted, field, value):
    worn = getattr(wanted, field)
    return value in [each.value for each in worn] if field == "accessories" else worn.value == value

def drawn(wanted):
    poses = np.stack([make_pose(), make_pose(head_y=1.0)])
    return RigPoser().pose(Character(CharacterKind.DRAWN, spec=wanted), poses, 256, FULL).astype(int)

answers = []
for enum, value in json.loads(sys.argv[1]):
    field, part = FIELDS[enum], {item.value: part for item, part in CATALOGUES[enum].items()}[value]
    english, japanese = (part.words[code].split(", ")[0] for code in ("en", "ja"))
    said = spec(f"girl, {english}", 3)
    difference = np.abs(drawn(said) - drawn(spec(f"girl, no {english}", 3)))
    answers.append({
        "value": value,
        "english": has(said, field, value),
        "japanese": has(spec(f"女の子、{japanese}", 3), field, value),
        "understood": read_prompt(f"girl, {english}").ignored == (),
        "denied": not has(spec(f"girl, no {english}", 3), field, value),
        "described": english in describe(said) and spec(describe(said), 3) == said,
        "by_chance": sum(has(spec("", seed), field, value) for seed in range(600)),
        "pixels": [int((each.max(-1) > 24).sum()) for each in difference],
    })
print(json.dumps(answers))
"""


def section(title: str) -> str:
    """The section of docs/extending.md with this title."""
    page = (ROOT / "docs" / "extending.md").read_text("utf-8")
    return next(part for part in re.split(r"^## ", page, flags=re.M) if part.startswith(f"{title}\n"))


def code_block(text: str, language: str) -> str:
    """The first code block of this language in a section."""
    found = re.search(rf"```{language}\n(.*?)```", text, re.S)
    assert found is not None
    return found[1]


def copied(folder: Path) -> Path:
    """A folder with a copy of the sources."""
    for package in ("animemoji", "pipeline", "studio"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the sources to be extended."""
    return copied(tmp_path / "sources")


def run(sources: Path, *arguments: str) -> str:
    """What Python prints with these arguments, with the copy in place of our sources."""
    environment = os.environ | {"PYTHONPATH": str(sources)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=sources, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_new_motion_is_one_file(sources: Path, tmp_path: Path) -> None:
    text = section("A motion")
    (path,) = set(re.findall(r"pipeline/motion/presets/data/\w+\.toml", text))
    (sources / path).write_text(code_block(text, "toml"), "utf-8")
    name = Path(path).stem

    said = run(
        sources,
        "-c",
        "from pipeline import PRESETS, UnknownPresetError, preset_title\n"
        f"print({name!r} in PRESETS, preset_title({name!r}), preset_title({name!r}, 'ja'))\n"
        "print(UnknownPresetError.of('salutes'))",
    )
    assert said.startswith("True Yes, sir! 了解です！\n")
    assert f"did you mean {name}?" in said

    out = tmp_path / "salute.gif"
    shown = ("--prompt", "girl with short blue hair", "--motion", name, "--out", str(out))
    report = json.loads(run(sources, "-m", "animemoji", "render", *shown, "--size", "96", "--fps", "10", "--json"))
    assert report["seconds_of_motion"] == pytest.approx(2.0)
    with Image.open(out) as film:
        stills = []
        for number in (0, 8, 19):
            film.seek(number)
            stills.append(film.convert("RGBA").tobytes())
        with pytest.raises(EOFError):
            film.seek(20)
    assert stills[0] != stills[1]


@pytest.fixture(scope="module")
def parts() -> list[dict[str, str]]:
    """The examples of parts: the file of enums, enum, line, value, path and code of each."""
    return [match.groupdict() for match in PART.finditer((ROOT / "docs" / "extending.md").read_text("utf-8"))]


@pytest.fixture(scope="module")
def extended(parts: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources with every part of the page in it."""
    folder = copied(tmp_path_factory.mktemp("extended"))
    for part in parts:
        spec = folder / part["enums"]
        code = spec.read_text("utf-8") + "\n\n"
        end = code.index("\n\n\n", code.index(f"class {part['enum']}("))
        spec.write_text(f"{code[:end]}\n{part['line'].rstrip()}{code[end:].rstrip()}\n", "utf-8")
        assert not (folder / part["path"]).exists()
        (folder / part["path"]).write_text(part["code"], "utf-8")
    return folder


@pytest.fixture(scope="module")
def used(extended: Path, parts: list[dict[str, str]]) -> list[dict[str, Any]]:
    """What happens when each part is asked for, denied, left to chance and drawn."""
    found: list[dict[str, Any]] = json.loads(
        run(extended, "-c", USE_PARTS, json.dumps([[part["enum"], part["value"]] for part in parts]))
    )
    return found


def test_the_page_has_a_part_of_each_kind(parts: list[dict[str, str]]) -> None:
    assert [part["enum"] for part in parts] == ["HairBack", "HairFront", "Outfit", "Accessory"]


def test_the_words_of_a_new_part_ask_for_it_and_deny_it(used: list[dict[str, Any]]) -> None:
    for part in used:
        assert part["english"], part
        assert part["japanese"], part
        assert part["understood"], part
        assert part["denied"], part
        assert part["described"], part


def test_chance_chooses_a_new_part_now_and_then(used: list[dict[str, Any]]) -> None:
    for part in used:
        assert 1 <= part["by_chance"] < 60, part


def test_a_new_part_is_drawn_from_the_front_and_turned(used: list[dict[str, Any]]) -> None:
    for part in used:
        assert min(part["pixels"]) > 80, part


def test_the_examples_are_formatted_as_the_project_is(extended: Path, parts: list[dict[str, str]]) -> None:
    shutil.copy(ROOT / "pyproject.toml", extended)
    files = [str(extended / part["path"]) for part in parts]
    run(extended, "-m", "ruff", "check", *files)
    run(extended, "-m", "ruff", "format", "--check", *files)


USE_LANGUAGE: Final = """
import asyncio, json
from types import SimpleNamespace
from discord import Locale
from bot.app import AnimeMojiBot
from bot.services.guilds import Rules
from bot.settings import Settings
from bot.texts import Language, languages, say
from bot.views.settings import settings_page

async def main():
    async def stop(*grace):
        pass

    idle = SimpleNamespace(dispatcher=SimpleNamespace(stop=stop), speeches=SimpleNamespace(close=stop))
    async with AnimeMojiBot(Settings(_env_file=None), idle) as bot:
        await bot.add_commands()
        payload = await bot.tree.get_command("help").get_translated_payload(bot.tree, bot.tree.translator)
        french = Language.of(Locale.french)
        page = str(settings_page(Rules(), bot.settings, french).to_components())
        print(json.dumps({
            "languages": [language.code for language in languages()],
            "waiting": say("job.waiting", french, position=2),
            "titles": [say("characters.title", french, count=count) for count in (0, 1, 2)],
            "not_said": say("job.next", french),
            "names": payload["name_localizations"],
            "descriptions": payload["description_localizations"],
            "offered": "Français" in page and "日本語" in page,
        }))

asyncio.run(main())
"""


def test_a_language_is_one_file(sources: Path) -> None:
    shutil.copytree(ROOT / "bot", sources / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    text = code_block(section("A language"), "ftl")
    (sources / "bot" / "texts" / "fr.ftl").write_text(text, "utf-8")
    seen = json.loads(run(sources, "-c", USE_LANGUAGE))
    assert seen["languages"] == ["en", "fr", "ja"]
    assert seen["waiting"] == "⏳ Dans la file : numéro 2."
    assert seen["titles"] == ["## Ton personnage", "## Ton personnage", "## Tes 2 personnages"]
    assert seen["not_said"] == "⏳ Next in line."
    assert seen["names"] == {"fr": "aide", "ja": "ヘルプ"}
    assert seen["descriptions"]["fr"] == "Ce que je sais faire, et comment commencer"
    assert seen["offered"]


USE_COMMAND: Final = """
import asyncio, json
from pathlib import Path
from bot.app import AnimeMojiBot
from bot.settings import Settings
from bot.texts import Language
from bot.texts.commands import text_of

async def main():
    bot = AnimeMojiBot(Settings(), None)
    await bot.add_commands()
    (command,) = [each for each in bot.tree.walk_commands() if each.name == "toss"]
    said = []
    class Response:
        async def send_message(self, text, **_):
            said.append(text)
    class Guilds:
        def language(self, guild_id):
            return None
    class Services:
        guilds = Guilds()
    class Client:
        services = Services()
    class Interaction:
        response, client, guild_id, locale = Response(), Client(), None, "en-US"
    await command.callback(command.binding, Interaction(), 3)
    print(json.dumps({"said": said, "description": command.description,
                      "option": str(command.parameters[0].description), "cog": type(command.binding).__name__}))

asyncio.run(main())
"""


def test_a_new_command_is_a_file_and_its_texts(sources: Path) -> None:
    """It is found, described and answers, with no other file touched."""
    text = section("A command")
    shutil.copytree(ROOT / "bot", sources / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    (path,) = set(re.findall(r"`(bot/commands/\w+\.py)`:", text))
    (sources / path).write_text(code_block(text, "python"), "utf-8")
    for language in (sources / "bot" / "texts").glob("*.ftl"):
        language.write_text(language.read_text("utf-8") + "\n" + code_block(text, "ftl"), "utf-8")
    found = json.loads(run(sources, "-c", USE_COMMAND))
    assert found["cog"] == "TossCog"
    assert found["description"] == "Toss a coin"
    assert found["option"] == "How many times"
    (said,) = found["said"]
    plain = said.replace("\u2068", "").replace("\u2069", "")
    assert re.fullmatch(r"🪙 [0-3] of 3 came up heads\.", plain)


def test_a_language_of_prompts_is_one_file(sources: Path) -> None:
    text = section("A language of prompts")
    (sources / "pipeline/characters/drawn/words/languages/it.toml").write_text(code_block(text, "toml"), "utf-8")
    found = re.search(r"`([^`]+)` is read as `([^`]+)`", text)
    assert found is not None
    code = (
        "import sys\n"
        "from pipeline.characters.drawn.interpret import read_prompt\n"
        "first, second = map(read_prompt, sys.argv[1:])\n"
        "print(first.said == second.said, first.barred == second.barred, first.ignored, read_prompt('bionda').said)"
    )
    assert run(sources, "-c", code, *found.groups()) == "True True () {'hair_colour': ('#f3d98b',)}\n"
