"""Packs: what a place takes as a whole, read again file by file."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.targets import (
    FEELINGS,
    HOW_TO,
    TARGETS,
    check_file,
    check_upload,
    feelings_for,
    find_target,
    lead_of,
    pieces_of,
    target_steps,
    write_pack,
)
from pipeline.targets.archive import UPLOAD
from pipeline.types import Format
from tests.pipeline.targets.test_check import gif, made_for


@functools.cache
def drawn(name: str, count: int = 6) -> Mapping[str, bytes]:
    """The files of a pack; they all show the same."""
    target = find_target(name)
    files = {target.size: made_for(target)}
    lead = lead_of(target)
    if lead is not None:
        files[lead.target.size] = made_for(lead.target)
    return {piece.name: files[piece.target.size] for piece in pieces_of(target, feelings_for(target, count))}


@functools.cache
def pack(name: str) -> bytes:
    return write_pack(find_target(name), "Mimi", drawn(name))


def archive(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize("name", list(TARGETS))
def test_a_pack_is_what_its_place_takes_and_says_how_it_gets_there(name: str) -> None:
    target = find_target(name)
    assert check_upload(pack(name), target) == ()
    assert pack(name) == write_pack(target, "Mimi", drawn(name))
    with zipfile.ZipFile(io.BytesIO(pack(name))) as files:
        assert files.testzip() is None
        text = files.read(HOW_TO).decode()
    assert "Mimi" in text
    for language in ("en", "ja"):
        assert len(target_steps(target, language)) >= 2
        assert all(f"{number}. {step}" in text for number, step in enumerate(target_steps(target, language), 1))


def test_every_language_has_as_many_steps() -> None:
    for target in TARGETS.values():
        assert len(target_steps(target, "en")) == len(target_steps(target, "ja"))
        assert target_steps(target, "tlh") == target_steps(target, "en")


@pytest.mark.parametrize(
    ("name", "count", "given"),
    [
        ("line-sticker", 6, 8),
        ("line-sticker", 12, 8),
        ("line-sticker", 15, 16),
        ("line-sticker", 24, 24),
        ("line-emoji", 2, 8),
        ("line-emoji", 24, 24),
        ("whatsapp", 1, 3),
        ("slack", 12, 12),
    ],
)
def test_there_are_as_many_files_as_the_place_wants(name: str, count: int, given: int) -> None:
    assert len(feelings_for(find_target(name), count)) == given
    assert set(feelings_for(find_target(name), count)) <= set(FEELINGS)


def test_line_gets_an_archive_with_nothing_else_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(pack("line-sticker"))) as outer:
        assert outer.namelist() == [UPLOAD, HOW_TO]
        inner = outer.read(UPLOAD)
    with zipfile.ZipFile(io.BytesIO(inner)) as files:
        assert files.namelist() == [*(f"0{number}.png" for number in range(1, 9)), "main.png", "tab.png"]
        sizes = {}
        for name in files.namelist():
            with Image.open(io.BytesIO(files.read(name))) as picture:
                sizes[name] = (picture.size, getattr(picture, "n_frames", 1) > 1)
    assert sizes["01.png"] == ((270, 270), True)
    assert sizes["main.png"] == ((240, 240), True)
    assert sizes["tab.png"] == ((96, 74), False)
    assert check_upload(inner, find_target("line-sticker")) == ()


def test_the_icon_of_telegram_moves_and_need_not_be_there() -> None:
    target = find_target("telegram-sticker")
    lead = lead_of(target)
    assert lead is not None
    assert (lead.name, lead.target.size, lead.target.max_bytes) == ("icon.webm", 100, 32 * 1024)
    with zipfile.ZipFile(io.BytesIO(pack("telegram-sticker"))) as files:
        assert files.namelist()[-2:] == ["icon.webm", HOW_TO]
        assert check_file(files.read("icon.webm"), lead.target) == ()
        assert "6 files" in files.read(HOW_TO).decode()
    stickers = dict(drawn("telegram-sticker"))
    large = stickers["01_happy.webm"]
    problems = check_upload(archive(stickers | {"icon.webm": large}), target)
    assert "icon.webm: It has 512x512 pixels; telegram-sticker takes exactly 100x100." in problems
    del stickers["icon.webm"]
    assert check_upload(archive(stickers), target) == ()


def test_still_and_moving_stickers_are_never_mixed() -> None:
    for name in ("whatsapp", "telegram-sticker"):
        still = find_target(name.replace("-sticker", "") + "-still")
        moves, stands = dict(drawn(name)), dict(drawn(still.name))
        ending = find_target(name).format.extension
        mixed = archive(stands | {"07_think" + ending: moves["01_happy" + ending]})
        assert any("07_think" in problem for problem in check_upload(mixed, still))
        first = "01_happy.webp"
        assert any(
            first in problem for problem in check_upload(archive(moves | {first: stands[first]}), find_target(name))
        )


def test_the_tray_of_whatsapp_is_a_small_still() -> None:
    with zipfile.ZipFile(io.BytesIO(pack("whatsapp"))) as files:
        data = files.read("tray.png")
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size, getattr(picture, "n_frames", 1)) == ("PNG", (96, 96), 1)
        assert picture.getchannel("A").getextrema() != (0, 0)
    assert len(data) <= 50_000


def test_what_is_wrong_with_a_pack_is_said_of_each_file() -> None:
    target = find_target("slack")
    well = made_for(target)
    problems = check_upload(archive({"a.gif": well, "b.gif": gif((200, 64), 3, 100), "c.txt": b"hello"}), target)
    assert any(each.startswith("b.gif: It has 200x64 pixels") for each in problems)
    assert any(each.startswith("c.txt: It cannot be read") for each in problems)
    assert not any(each.startswith("a.gif") for each in problems)
    whatsapp = find_target("whatsapp")
    two = archive(dict(list(drawn("whatsapp").items())[:2]))
    assert check_upload(two, whatsapp) == ("It lacks tray.png.", "It has 2 files; whatsapp takes 3 to 30.")
    whole = dict(drawn("whatsapp")) | {"tray.png": _png(512)}
    assert check_upload(archive(whole), whatsapp) == (
        "tray.png: It has 512x512 pixels; whatsapp takes a still of 96x96.",
    )
    line = dict(drawn("line-sticker")) | {"tab.png": b"no picture"}
    assert check_upload(archive(line), find_target("line-sticker")) == (
        "tab.png: It cannot be read: it is damaged, or no PNG.",
    )


def _png(side: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGBA", (side, side)).save(data, "PNG")
    return data.getvalue()


def test_an_archive_that_unpacks_without_end_is_not_unpacked() -> None:
    target = find_target("slack")
    bomb = archive({"a.gif": bytes(80_000_000)})
    assert len(bomb) < 100_000
    problems = check_upload(bomb, target)
    assert any(each.startswith(f"a.gif: It has {20 * target.max_bytes + 1} bytes") for each in problems)
    assert check_upload(archive({f"{n}.gif": b"" for n in range(501)}), target) == (
        "It cannot be read: it is a damaged archive.",
    )


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_archives_are_told_and_never_crash(data: st.DataObject) -> None:
    broken = bytearray(pack("slack")[: data.draw(st.integers(0, len(pack("slack"))))])
    for _ in range(data.draw(st.integers(0, 8))):
        if broken:
            place = data.draw(st.integers(0, len(broken) - 1) | st.integers(max(0, len(broken) - 400), len(broken) - 1))
            broken[place] = data.draw(st.integers(0, 255))
    assert isinstance(check_upload(bytes(broken), find_target("slack")), tuple)


def test_all_formats_are_tried() -> None:
    assert {target.format for target in TARGETS.values()} == {Format.WEBM, Format.WEBP, Format.APNG, Format.GIF}
