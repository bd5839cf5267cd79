"""Pictures as people have them: turned, in other colours, with everything that programs write beside the pixels."""

from __future__ import annotations

import io
import random
import struct
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from pipeline.characters.errors import (
    BigPictureError,
    DamagedPictureError,
    DeepTiffError,
    HeifExtraNeededError,
    StripPictureError,
)
from pipeline.characters.picture_file import open_picture
from pipeline.characters.picture_metadata import count_scans, orientation
from pipeline.types import CharacterFileError, UserError
from tests.shared_data import shared

Pixels = npt.NDArray[np.uint8]


def painted() -> Image.Image:
    """60 x 40, red at the upper left, a green ramp from left to right."""
    picture = np.full((40, 60, 3), 90, np.uint8)
    picture[:, :, 1] = np.linspace(0, 255, 60)
    picture[:20, :30] = (220, 30, 30)
    return Image.fromarray(picture)


def opened(data: bytes, folder: Path) -> Pixels:
    path = folder / "picture"
    path.write_bytes(data)
    return np.asarray(open_picture(path))


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def exif(value: int, order: str = "<", kind: int = 3) -> bytes:
    code = {1: "B3x", 3: "H2x", 4: "I", 9: "i"}[kind]
    entries = struct.pack(order + "HHI4s", 0x8298, 11, 1, b"\xff\xff\xff\xff")  # a copyright that is a float
    entries += struct.pack(order + "HHI" + code, 0x112, kind, 1, value)
    start = b"II*\0" if order == "<" else b"MM\0*"
    return b"Exif\0\0" + start + struct.pack(order + "IH", 8, 2) + entries + bytes(4)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_of_every_kind(tmp_path: Path, kind: str, order: str) -> None:
    reds = {1: (0, 0), 2: (0, 1), 3: (1, 1), 4: (1, 0), 5: (0, 0), 6: (0, 1), 7: (1, 1), 8: (1, 0)}
    for stored, (row, column) in reds.items():
        picture = opened(saved(painted(), kind, exif=exif(stored, order)), tmp_path)
        height, width = picture.shape[0] // 2, picture.shape[1] // 2
        assert (height > width) == (stored > 4)
        patch = picture[row * height + 4 : (row + 1) * height - 4, column * width + 4 : (column + 1) * width - 4]
        assert patch[..., 0].mean() > 180


@pytest.mark.parametrize(
    "block", [b"", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", exif(9), exif(0), exif(6, kind=9)]
)
def test_an_orientation_that_is_none_is_upright(block: bytes) -> None:
    assert orientation(block) == 1


@given(st.binary(max_size=200), st.sampled_from([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b""]))
def test_any_exif_block_is_an_orientation(block: bytes, start: bytes) -> None:
    assert 1 <= orientation(b"Exif\0\0" + start + block) <= 8


def test_random_exif_never_disturbs_a_picture(tmp_path: Path) -> None:
    dice = random.Random(1)
    for _ in range(150):
        block = bytes(
            dice.randrange(6) if dice.random() < 0.5 else dice.randrange(256) for _ in range(dice.randrange(99))
        )
        start = dice.choice([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"])
        for kind in ("JPEG", "PNG"):
            assert opened(saved(painted(), kind, exif=b"Exif\0\0" + start + block), tmp_path).shape[2] == 4


def display_p3() -> bytes:
    """A profile of Display P3's primaries and sRGB's curve, written by hand (ICC.1:2010)."""

    def fixed(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 3) + b"P3\0" + bytes(78),
        b"wtpt": b"XYZ " + bytes(4) + fixed(0.9642, 1.0, 0.8249),
        b"rXYZ": b"XYZ " + bytes(4) + fixed(0.5151, 0.2412, -0.0011),
        b"gXYZ": b"XYZ " + bytes(4) + fixed(0.2920, 0.6922, 0.0419),
        b"bXYZ": b"XYZ " + bytes(4) + fixed(0.1571, 0.0666, 0.7841),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", at + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    size = at + len(body)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ") + bytes(12) + b"acsp"
    head = head.ljust(68, b"\0") + fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def in_display_p3(picture: Image.Image) -> Image.Image:
    """The same colours in Display P3's numbers, by the matrices of the two spaces."""
    linear = np.asarray(picture, np.float64) / 255
    linear = np.where(linear <= 0.04045, linear / 12.92, ((linear + 0.055) / 1.055) ** 2.4)
    # Source: CSS Color 4, linear sRGB to linear Display P3.
    matrix = np.array([[0.8224620, 0.1775380, 0], [0.0331942, 0.9668058, 0], [0.0170826, 0.0723974, 0.9105199]])
    linear = (linear @ matrix.T).clip(0, 1)
    coded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return Image.fromarray(np.rint(coded * 255).astype(np.uint8))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_colours_of_another_space_are_led_to_srgb(tmp_path: Path, kind: str) -> None:
    kinds: dict[str, dict[str, object]]
    kinds = {"PNG": {}, "JPEG": {"quality": 98, "subsampling": 0}, "WEBP": {"lossless": True}}
    truth = np.asarray(painted(), np.float64)
    coded = in_display_p3(painted())
    assert np.abs(np.asarray(coded, np.float64) - truth).mean() > 4
    picture = opened(saved(coded, kind, icc_profile=display_p3(), **kinds[kind]), tmp_path)
    assert np.abs(picture[..., :3] - truth).mean() < 1


def test_alpha_stays_as_it_is(tmp_path: Path) -> None:
    coded = in_display_p3(painted()).convert("RGBA")
    alpha = Image.fromarray(np.arange(2400, dtype=np.uint32).reshape(40, 60).astype(np.uint8))
    coded.putalpha(alpha)
    picture = opened(saved(coded, "PNG", icc_profile=display_p3()), tmp_path)
    assert np.array_equal(picture[..., 3], np.asarray(alpha))
    assert np.abs(picture[..., :3] - np.asarray(painted(), np.float64)).mean() < 1


def test_a_broken_or_foreign_profile_is_harmless(tmp_path: Path) -> None:
    whole = display_p3()
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (b"nonsense", whole[:200], bytes(5000), lab, whole[:128] + b"\xff" * 300):
        for kind in ("PNG", "JPEG"):
            plain = opened(saved(painted(), kind), tmp_path)
            assert np.array_equal(opened(saved(painted(), kind, icc_profile=profile), tmp_path), plain)


def test_an_srgb_profile_changes_nothing(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = opened(saved(painted(), "PNG", icc_profile=profile), tmp_path)
    assert np.array_equal(picture[..., :3], np.asarray(painted()))


def test_texts_of_any_size_are_passed_over(tmp_path: Path) -> None:
    texts = PngInfo()
    texts.add_text("recipe", "x" * 9_000_000, zip=True)
    texts.add_itxt("more", "y" * 2_000_000, zip=True)
    for number in range(3000):
        texts.add_text(f"key{number}", "z")
    began = time.process_time()
    picture = opened(saved(painted(), "PNG", pnginfo=texts), tmp_path)
    assert np.array_equal(picture[..., :3], np.asarray(painted()))
    assert time.process_time() - began < 2


def test_a_profile_that_inflates_without_end_is_left_out(tmp_path: Path) -> None:
    packed = zlib.compress(bytes(200_000_000))
    chunk = b"iCCP" + b"name\0\0" + packed
    data = saved(painted(), "PNG")
    data = data[:33] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[33:]
    assert np.array_equal(opened(data, tmp_path)[..., :3], np.asarray(painted()))


def test_a_picture_that_breaks_off(tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG"):
        data = saved(painted().resize((600, 400)), kind)
        with pytest.raises(DamagedPictureError):
            opened(data[: len(data) // 2], tmp_path)


def test_a_jpeg_of_endless_scans_is_refused(tmp_path: Path) -> None:
    """Each scan goes over all pixels again, and takes a few bytes."""
    data = saved(Image.new("RGB", (5000, 5000), "teal"), "JPEG", progressive=True)
    scans = count_scans(data)
    assert 3 < scans < 20
    last = data.rindex(b"\xff\xda")
    bomb = data[:-2] + data[last:-2] * 400 + data[-2:]
    assert count_scans(bomb) == scans + 400
    with pytest.raises(CharacterFileError):
        opened(bomb, tmp_path)


def test_a_strip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StripPictureError, match=r"strip of 1000 x 40 pixels: .*\.$"):
        opened(saved(Image.new("RGB", (1000, 40)), "PNG"), tmp_path)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["PNG", "JPEG", "WEBP"]), st.integers(0, 10**9), st.integers(1, 8))
def test_a_damaged_picture_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, seed: int, count: int
) -> None:
    dice = random.Random(seed)
    data = bytearray(saved(painted(), kind, exif=exif(6), icc_profile=display_p3()))
    for _ in range(count):
        data[dice.randrange(len(data))] = dice.randrange(256)
    try:
        opened(bytes(data), tmp_path_factory.mktemp("damaged"))
    except UserError as error:
        assert "\n" not in str(error)


def test_real_ones() -> None:
    truth = np.asarray(open_picture(shared("cases/picture_ok.png")), np.float64)[..., :3]
    for name, most in (("icc_display_p3.png", 1), ("png_ztxt_1.5mb.png", 0.01), ("exif_text_in_number.jpg", 2)):
        picture = np.asarray(open_picture(shared(f"cases/{name}")))
        assert np.abs(picture[..., :3] - truth).mean() < most
    cut_out = np.asarray(open_picture(shared("cases/icc_display_p3_alpha.png")))
    figure = cut_out[..., 3] == 255
    assert np.abs(cut_out[..., :3] - truth)[figure].mean() < 1
    assert open_picture(shared("cases/exif_float_copyright.jpg")).size == (384, 384)


@pytest.mark.parametrize(("kind", "miss"), [("AVIF", 6), ("HEIF", 6), ("GIF", 6), ("BMP", 0), ("TIFF", 0)])
def test_other_kinds_of_pictures_are_read(tmp_path: Path, kind: str, miss: float) -> None:
    pillow_heif.register_heif_opener()
    picture = opened(saved(painted(), kind), tmp_path)
    assert picture.shape == (40, 60, 4)
    assert np.abs(picture[..., :3].astype(float) - np.asarray(painted())).mean() <= miss
    assert (picture[..., 3] == 255).all()


@pytest.mark.parametrize(
    ("deep", "white"),
    [(np.uint16, 65535), (np.int32, 255), (np.int32, 65535), (np.int32, 2**27), (np.float32, 1), (np.float32, 255)],
)
def test_grey_of_more_than_eight_bits(tmp_path: Path, deep: type[np.number[Any]], white: int) -> None:
    grey = np.asarray(painted().convert("L"))
    lightest = np.maximum(grey, np.where(np.arange(60) == 59, 255, 0)).astype(np.uint8)
    picture = opened(saved(Image.fromarray((lightest * (white / 255)).astype(deep)), "TIFF"), tmp_path)
    assert np.abs(picture[..., 0].astype(int) - lightest).max() <= 1
    assert (picture[..., 3] == 255).all()


@pytest.mark.parametrize(
    ("deep", "white"),
    [
        ("<f4", 1),
        (">f4", 255),
        ("<f2", 1),
        ("<f8", 1),
        ("<i4", 255),
        ("<u4", 2**32 - 1),
        (">u4", 65535),
        ("<i2", 32767),
    ],
)
@pytest.mark.parametrize("packed", ["plain", "deflated", "with differences"])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_tiffs_of_many_bits_are_read_by_their_range(
    tmp_path: Path, deep: str, white: int, packed: str, channels: int
) -> None:
    colours = np.asarray(painted())[..., :channels]
    if channels == 4:
        colours = np.dstack([colours, np.where(np.arange(60) < 30, 0, 255)[None].repeat(40, 0)])
    lightest = np.maximum(colours, np.where(np.arange(60) == 59, 255, 0)[:, None]).astype(np.float64)
    values = (lightest * (white / 255)).astype(deep)
    picture = opened(tiff(values, packed, orientation=3), tmp_path)[::-1, ::-1]
    seen = 3 if channels == 4 else channels
    assert np.abs(picture[..., :seen].astype(int) - lightest[..., :seen]).max() <= 1
    assert np.abs(picture[..., 3].astype(int) - (lightest[..., 3] if channels == 4 else 255)).max() <= 1


def test_a_tiff_that_is_kept_otherwise_is_refused_in_one_sentence(tmp_path: Path) -> None:
    values = np.zeros((40, 60, 3), "<f4")
    for change in ({259: 5}, {284: 2}, {262: 6}, {277: 7}, {258: 24}):
        with pytest.raises(DeepTiffError, match="save it as a PNG"):
            opened(tiff(values, "plain", tags=change), tmp_path)
    whole = tiff(values, "deflated")
    out_of_it, too_short = ({273: 10**6}, {279: 9})
    for damaged in (whole[: len(whole) // 2], *(tiff(values, "plain", tags=each) for each in (out_of_it, too_short))):
        with pytest.raises(UserError):
            opened(damaged, tmp_path)
    with pytest.raises(BigPictureError):
        opened(tiff(values, "deflated", tags={256: 60_000, 257: 60_000}), tmp_path)


def tiff(values: npt.NDArray[Any], packed: str, orientation: int = 1, tags: dict[int, int] | None = None) -> bytes:
    """A TIFF file of two strips with these samples [H, W, channels] as they are, tags 339 and 258 by their dtype."""
    order, (height, width, channels) = values.dtype.str[0], values.shape
    predictor = 1
    if packed == "with differences":
        predictor = 3 if values.dtype.kind == "f" else 2
    strips = []
    for rows in np.split(values, 2):
        kept = rows
        if predictor == 2:
            kept = np.diff(rows, axis=1, prepend=np.zeros_like(rows[:, :1])).astype(rows.dtype)
        elif predictor == 3:
            planes = rows.astype(values.dtype.newbyteorder(">")).view("u1").reshape(len(rows), width * channels, -1)
            planes = np.moveaxis(planes, 2, 1).reshape(len(rows), -1, channels)
            kept = np.diff(planes, axis=1, prepend=np.zeros_like(planes[:, :1]))
        strips.append(kept.tobytes() if packed == "plain" else zlib.compress(kept.tobytes()))
    starts = [8, 8 + len(strips[0])]
    kind = {"u": 1, "i": 2, "f": 3}[values.dtype.kind]
    entries: dict[int, list[int]] = {
        256: [width], 257: [height], 258: [8 * values.dtype.itemsize], 259: [1 if packed == "plain" else 8],
        262: [1 if channels == 1 else 2], 273: starts, 274: [orientation], 277: [channels], 278: [height // 2],
        279: [len(strip) for strip in strips], 284: [1], 317: [predictor], 339: [kind],
    }  # fmt: skip
    if channels == 4:
        entries[338] = [2]
    entries |= {tag: [value] for tag, value in (tags or {}).items()}
    body = b"".join(strips)
    where = 8 + len(body)
    apart = where + 2 + 12 * len(entries) + 4
    directory, tail = struct.pack(f"{order}H", len(entries)), b""
    for tag, numbers in sorted(entries.items()):
        content = struct.pack(f"{order}{len(numbers)}I", *numbers)
        if len(content) > 4:
            content, tail = struct.pack(f"{order}I", apart + len(tail)), tail + content
        directory += struct.pack(f"{order}HHI", tag, 4, len(numbers)) + content
    beginning = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", where)
    return beginning + body + directory + bytes(4) + tail


@pytest.mark.parametrize("kind", ["AVIF", "HEIF", "TIFF", "PNG", "WEBP"])
def test_alpha_of_other_kinds_is_kept(tmp_path: Path, kind: str) -> None:
    pillow_heif.register_heif_opener()
    clear = painted().convert("RGBA")
    clear.putalpha(Image.fromarray(np.where(np.arange(60) < 30, 0, 255).astype(np.uint8)[None].repeat(40, 0)))
    alpha = opened(saved(clear, kind, quality=95), tmp_path)[..., 3]
    assert alpha[:, :26].max() < 20
    assert alpha[:, 34:].min() > 235


@pytest.mark.parametrize("kind", ["AVIF", "HEIF", "TIFF"])
def test_other_kinds_are_turned_upright(tmp_path: Path, kind: str) -> None:
    """As a phone held upright stores them: 6, the first row is the right side."""
    pillow_heif.register_heif_opener()
    turned = Image.Exif()
    turned[0x112] = 6
    options: dict[str, object] = {"tiffinfo": {0x112: 6}} if kind == "TIFF" else {"exif": turned.tobytes()}
    picture = opened(saved(painted(), kind, **options), tmp_path)
    assert picture.shape == (60, 40, 4)
    assert picture[4:26, 24:36, 0].mean() > 180


def test_the_first_picture_of_several_is_taken(tmp_path: Path) -> None:
    red, blue = (Image.new("RGB", (60, 40), colour) for colour in ((220, 30, 30), (30, 30, 220)))
    for kind in ("GIF", "TIFF", "WEBP", "AVIF"):
        data = saved(red, kind, save_all=True, append_images=[blue])
        assert opened(data, tmp_path)[20, 30, 0] > 200


def test_other_kinds_that_break_off_are_refused(tmp_path: Path) -> None:
    pillow_heif.register_heif_opener()
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (200, 300, 3), np.uint8))
    for kind in ("AVIF", "HEIF", "BMP", "TIFF"):
        data = saved(noise, kind)
        with pytest.raises(UserError):
            opened(data[: len(data) // 2], tmp_path)


def test_without_its_library_a_heic_picture_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pillow_heif.register_heif_opener()
    data = saved(painted(), "HEIF")
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(HeifExtraNeededError, match=r"pip install 'animemoji\[heic\]'"):
        opened(data, tmp_path)
    # AVIF comes in the same container, and needs nothing more.
    assert opened(saved(painted(), "AVIF"), tmp_path).shape == (40, 60, 4)
