"""The page has all of its texts, in every language."""

from __future__ import annotations

import inspect
import re

import pytest

from pipeline import UserError
from studio import errors
from studio.catalogue import catalogue
from studio.errors import OrderError
from studio.files import STATIC
from studio.live.setting import SMOOTHING_RANGES, Input
from studio.pages import PAGES
from studio.texts import explained, languages, nearest, texts


def used() -> set[str]:
    """The keys that the page's code names, and those that it makes of what there is to choose from."""
    there = catalogue()
    scripts = [*(STATIC / "page").glob("*.js"), *(STATIC / "live").glob("*.js")]
    sources = [path.read_text(encoding="utf-8") for path in scripts]
    pages = "".join(path.read_text(encoding="utf-8") for path in STATIC.rglob("*.html"))
    keys = {key for source in sources for key in re.findall(r'\b(?:text|button)\("([^"]+)"', source)}
    keys |= set(re.findall(r'data-(?:text|label)="([^"$]+)"', pages)) | {page.name for page in PAGES}
    groups = there["pose"]["groups"]
    keys |= {f"group.{group['name']}" for group in groups}
    keys |= {f"pose.{number['base']}" for group in groups for number in group["numbers"]}
    for kind, names in (("background", "backgrounds"), ("effect", "effects"), ("framing", "framings")):
        keys |= {f"{kind}.{name}" for name in there[names]}
    keys |= {f"outline.{name}" for name in there["outlines"]}
    keys |= {f"live.{each.value}{rest}" for each in Input for rest in ("", ".hint")}
    keys |= {f"live.{name}" for name in (*SMOOTHING_RANGES, "mirror", "idle")}
    keys |= {
        f"{name}.{rest}" for name in ("camera", "microphone") for rest in ("use", "off", "refused", "absent", "taken")
    }
    return keys | {f"file.{name}" for name in [*there["files"], *(target["name"] for target in there["targets"])]}


def test_every_text_is_there_in_every_language() -> None:
    assert used() <= set(texts("en"))
    assert len(used()) > 100
    for code in languages():
        assert list(texts(code)) == list(texts("en"))
        assert all(isinstance(said, str) and said for said in texts(code).values())
        for key, said in texts(code).items():
            assert sorted(re.findall(r"{\w+}", said)) == sorted(re.findall(r"{\w+}", texts("en")[key])), key


def test_every_error_has_its_sentence() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, UserError)]
    for kind in kinds:
        if kind is not UserError:
            assert texts("en")[kind.key] == kind.template
    assert explained(OrderError(reason="size"), "ja").endswith("やり直してください。")
    assert "size" in explained(OrderError(reason="size"), "ja")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("ja-JP,en;q=0.5", "ja"), ("de, ja;q=0.3", "ja"), ("", "en"), ("EN-gb", "en")],
)
def test_the_nearest_language(wanted: str, language: str) -> None:
    assert nearest(wanted) == language
