"""A pack as one ZIP archive: its files, the pictures that stand for it, and a text that says how it is uploaded."""

from __future__ import annotations

import functools
import io
import sys
import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from pipeline.targets.check import check_file
from pipeline.targets.packs import PackRules, Still, lead_of, rules_of
from pipeline.targets.table import Target

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HOW_TO: Final = "how_to_upload.txt"
UPLOAD: Final = "upload.zip"
"""The archive within, where a place takes one: nothing else may lie in it."""
LANGUAGES: Final = ("en", "ja")
_SIGNATURE: Final = b"PK\x03\x04"
_MOST_FILES: Final = 500
_MOST_BYTES: Final = 20
"""A file of so many times the bytes that it may have is not read to its end."""


def write_pack(target: Target, title: str, drawn: Mapping[str, bytes]) -> bytes:
    """A pack as an archive.

    Args:
        target: for which place.
        title: what it is called.
        drawn: its files by their names, as ``pieces_of`` lists them, the first one first.
    """
    rules, lead = rules_of(target), lead_of(target)
    first = next(iter(drawn.values()))
    content = dict(drawn) | {still.name: still_of(first, still) for still in rules.stills}
    if rules.zipped:
        content = {UPLOAD: _archive(content)}
    count = sum(lead is None or name != lead.name for name in drawn)
    return _archive(content | {HOW_TO: _how_to(target, title, count).encode()})


def check_upload(data: bytes, target: Target) -> tuple[str, ...]:
    """What is wrong with a file for a place, or with a pack in an archive; each a sentence, nothing if it fits."""
    if not data.startswith(_SIGNATURE):
        return check_file(data, target)
    try:
        return tuple(_problems(dict(_files(data, target)), target))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return ("It cannot be read: it is a damaged archive.",)


def target_steps(target: Target, language: str) -> list[str]:
    """How a pack gets to a place, step by step. ``language``: one of LANGUAGES; English for others."""
    found: list[str] = _texts(language if language in LANGUAGES else LANGUAGES[0])[target.name]
    return found


def still_of(animation: bytes, still: Still) -> bytes:
    """The first picture of a file of ours as the picture that stands for its pack, in the middle of nothing."""
    from PIL import Image

    with Image.open(io.BytesIO(animation), formats=("GIF", "PNG", "WEBP")) as opened:
        picture = opened.convert("RGBA")
    picture.thumbnail((still.width, still.height), Image.Resampling.LANCZOS)
    sheet = Image.new("RGBA", (still.width, still.height))
    sheet.paste(picture, ((still.width - picture.width) // 2, (still.height - picture.height) // 2))
    data = io.BytesIO()
    sheet.save(data, "PNG", optimize=True)
    return data.getvalue()


def _how_to(target: Target, title: str, count: int) -> str:
    parts = []
    for language in LANGUAGES:
        texts = _texts(language)
        parts += [texts["title"].format(name=title, place=target.name), texts["made"].format(count=count)]
        parts += [*(f"{number}. {step}" for number, step in enumerate(target_steps(target, language), 1)), ""]
    return "\n".join(parts)


@functools.cache
def _texts(language: str) -> dict[str, Any]:
    return tomllib.loads(files("pipeline.targets").joinpath("steps", f"{language}.toml").read_text("utf-8"))


def _archive(content: Mapping[str, bytes]) -> bytes:
    """A ZIP archive; the same content always gives the same bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, each in content.items():
            archive.writestr(zipfile.ZipInfo(name), each)
    return data.getvalue()


def _files(data: bytes, target: Target, within: bool = False) -> Iterator[tuple[str, bytes]]:
    """Every file of an archive, and of one within, as much of it as may be read."""
    longest = _MOST_BYTES * target.max_bytes
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if len(archive.infolist()) > _MOST_FILES:
            raise zipfile.BadZipFile("too many files")
        for each in archive.infolist():
            if each.is_dir():
                continue
            with archive.open(each) as file:
                inner = each.filename == UPLOAD and not within
                content = file.read((_MOST_FILES if inner else 1) * longest + 1)
            if inner:
                yield from _files(content, target, within=True)
            else:
                yield each.filename, content


def _problems(content: Mapping[str, bytes], target: Target) -> Iterator[str]:
    rules, lead = rules_of(target), lead_of(target)
    stills = {still.name: still for still in rules.stills}
    count = 0
    for name, data in content.items():
        if name == HOW_TO:
            continue
        if name in stills:
            problems = tuple(_still_problems(data, stills[name], target))
        elif lead is not None and name == lead.name:
            problems = check_file(data, lead.target)
        else:
            problems, count = check_file(data, target), count + 1
        yield from (f"{name}: {problem}" for problem in problems)
    needed = lead is not None and rules.lead is not None and rules.lead.is_needed
    for name in (*stills, *([lead.name] if lead is not None and needed else [])):
        if name not in content:
            yield f"It lacks {name}."
    if count not in rules.counts:
        yield f"It has {count} files; {target.name} takes {_counts(rules)}."


def _still_problems(data: bytes, still: Still, target: Target) -> Iterator[str]:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            size, moves = picture.size, getattr(picture, "is_animated", False)
            if size == (still.width, still.height):
                picture.load()
    except Exception:  # decoders of damaged files raise nearly everything
        yield "It cannot be read: it is damaged, or no PNG."
        return
    if size != (still.width, still.height) or moves:
        yield f"It has {size[0]}x{size[1]} pixels; {target.name} takes a still of {still.width}x{still.height}."
    if len(data) > still.max_bytes:
        yield f"It has {len(data)} bytes; {target.name} takes at most {still.max_bytes}."


def _counts(rules: PackRules) -> str:
    if isinstance(rules.counts, range):
        return f"{rules.counts[0]} to {rules.counts[-1]}"
    return ", ".join(map(str, rules.counts))
