"""From sources to characters, and characters in files."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.characters import load_character, make_character, save_character
from pipeline.characters.errors import (
    BigFileError,
    BigPictureError,
    EndlessPromptError,
    MissingCharacterError,
    SketchNeedsDiffusionError,
    SmallPictureError,
)
from pipeline.types import (
    Character,
    CharacterFileError,
    CharacterKind,
    PictureSource,
    Progress,
    PromptSource,
    RigSpec,
    Source,
    Topic,
    Understood,
    UserError,
)


def made(prompt: str = "", seed: int = 0, source: Source = Source.AUTO) -> Character:
    return make_character(PromptSource(prompt, seed, source), lambda _: None).character


def portrait() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    picture = np.zeros((64, 64, 4), np.uint8)
    picture[16:48, 16:48] = (200, 80, 60, 128)
    return picture


def test_a_prompt_becomes_a_drawn_character() -> None:
    progress: list[Progress] = []
    answer = make_character(PromptSource("pink hair, flurble", 4, Source.DRAWN), progress.append)
    assert answer.character.kind is CharacterKind.DRAWN
    assert answer.character.spec is not None
    assert (answer.character.spec.hair_colour, answer.character.spec.seed) == ("#f0a9c0", 4)
    assert (answer.character.prompt, answer.character.seed) == ("pink hair, flurble", 4)
    assert (answer.understood, answer.ignored) == ((Understood(Topic.HAIR, "pink"),), ("flurble",))
    assert [each.fraction for each in progress] == [0.0, 1.0]


def test_no_prompt_is_a_character_by_the_seed() -> None:
    assert made(seed=1) == made("  ", seed=1)
    assert made(seed=1) != made(seed=2)


def test_a_finished_character_comes_back_as_it_is() -> None:
    character = made("elf")
    assert make_character(character, lambda _: None).character is character


def test_a_prompt_has_a_longest_length() -> None:
    made("x" * 500)
    with pytest.raises(EndlessPromptError, match="501 characters: use at most 500"):
        made("x" * 501)


def test_half_a_surrogate_pair_can_be_saved(tmp_path: Path) -> None:
    character = made("pink \ud83d hair")
    save_character(character, portrait(), tmp_path / "a.png")
    assert load_character(tmp_path / "a.json") == character


def test_a_saved_character_is_loaded_from_either_file(tmp_path: Path) -> None:
    character = made("銀髪ツインテール", 12)
    path = tmp_path / "new folder" / "me.png"
    save_character(character, portrait(), path)
    assert load_character(path) == character
    assert load_character(path.with_suffix(".json")) == character
    assert np.array_equal(np.asarray(Image.open(path)), portrait())
    assert json.loads(path.with_suffix(".json").read_text("utf-8"))["spec"]["hair_back"] == "twin_tails"


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp"])
def test_another_picture_is_a_picture_source(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"cat{ending}"
    Image.new("RGB", (80, 60), "orange").save(path)
    assert load_character(path) == PictureSource(path)
    path.with_suffix(".json").write_text('{"unrelated": true}')
    assert load_character(path) == PictureSource(path)


def test_a_saved_character_that_is_damaged_is_not_taken_for_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "me.png"
    save_character(made(), portrait(), path)
    data = json.loads(path.with_suffix(".json").read_text())
    data["spec"]["hair_back"] = "beehive"
    path.with_suffix(".json").write_text(json.dumps(data))
    with pytest.raises(CharacterFileError):
        load_character(path)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b'{"kind": "drawn"}', b"\xff\xfe", b"[" * 20000,
        b'{"kind": "drawn", "spec": {"seed": "x"}}',
    ],
)  # fmt: skip
def test_other_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(CharacterFileError):
        load_character(path)


def _png(size: tuple[int, int], mode: str = "RGBA") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, "PNG")
    return buffer.getvalue()


def test_the_picture_of_a_saved_character_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    whole = Character(CharacterKind.UPLOADED, picture=_png((512, 512)))
    path.write_text(json.dumps(whole.to_json()))
    assert load_character(path) == whole
    for picture in (b"", b"junk", _png((512, 511)), _png((512, 512), "RGB"), _png((512, 512))[:-40]):
        path.write_text(json.dumps(Character(CharacterKind.UPLOADED, picture=picture).to_json()))
        with pytest.raises(CharacterFileError):
            load_character(path)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["kind", "prompt", "seed", "picture"]), ANYTHING),
    st.dictionaries(st.sampled_from(sorted(RigSpec().to_json())), ANYTHING, max_size=3),
)
def test_meddled_files_are_refused_or_read(outer: dict[str, object], inner: dict[str, object]) -> None:
    data = {"kind": "drawn", "seed": 3, "spec": RigSpec().to_json() | inner} | outer
    try:
        character = Character.from_json(data)
    except CharacterFileError:
        return
    assert Character.from_json(json.loads(json.dumps(character.to_json()))) == character


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a" + bytes(60), b"%PDF-1.4", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WEBP"]
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(CharacterFileError):
        load_character(path)


def test_pictures_are_bounded_before_they_are_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (9000, 9000)).save(path)
    with pytest.raises(BigPictureError, match="9000 x 9000 pixels: use one of at most 32 megapixels"):
        load_character(path)
    Image.new("RGB", (8, 300)).save(path)
    with pytest.raises(SmallPictureError):
        load_character(path)
    with path.open("wb") as file:
        file.truncate(17 * 2**20)
    with pytest.raises(BigFileError, match=r"17\.0 MB: use one of at most 16 MB"):
        load_character(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingCharacterError, match=r"no file elf\.png"):
        load_character(tmp_path / "elf.png")
    with pytest.raises(UserError):
        load_character(tmp_path)


@pytest.mark.parametrize("source", Source)
def test_a_sketch_needs_somebody_to_paint_over_it(source: Source, tmp_path: Path) -> None:
    with pytest.raises(SketchNeedsDiffusionError, match="leave the sketch out"):
        make_character(PromptSource("elf", 1, source, tmp_path / "sketch.png"), lambda _: None)


def test_asking_for_diffusion_without_a_model_draws_and_says_so() -> None:
    answer = make_character(PromptSource("elf", 1, Source.DIFFUSED), lambda _: None)
    assert answer.character.kind is CharacterKind.DRAWN
    assert [each.key for each in answer.notices] == ["notice.no_diffusion_model"]
    assert make_character(PromptSource("elf", 1), lambda _: None).notices == ()
