"""What is asked of Stable Diffusion: settings, styles, words; and which of its pictures is taken."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.characters.diffused.choose import rank
from pipeline.characters.diffused.english import in_english
from pipeline.characters.diffused.errors import StyleFileError, UnknownStyleError
from pipeline.characters.diffused.families import get_family
from pipeline.characters.diffused.make import character_from_words
from pipeline.characters.diffused.styles import find_styles, read_style, split_style
from pipeline.characters.diffused.words import words_for
from pipeline.characters.picture_file import picture_bytes
from pipeline.types import STYLES, CharacterKind, DiffusionSettings, Frames, make_pose
from tests.pipeline.characters.pictures.portraits import on_colour, portrait

XL = get_family("sdxl")


def test_our_styles_can_be_read() -> None:
    styles = find_styles()
    assert {"cel", "watercolour"} <= set(styles)
    for path in styles.values():
        style = read_style(path)
        assert style.titles
        assert not style.preview or (STYLES / style.preview).is_file()


def test_a_style_is_named_in_the_prompt(tmp_path: Path) -> None:
    (tmp_path / "ink.toml").write_text('trigger = "ink"\ntemplate = "{prompt}, {trigger} wash"\nweight = 1')
    (tmp_path / "soft.toml").write_text('trigger = "soft"')
    prompt, style = split_style("elf, style:ink, red hair", "soft", tmp_path)
    assert prompt == "elf, red hair"
    assert style is not None
    words = words_for(prompt, XL, style).prompt.split(", ")
    assert words[words.index("looking at viewer") + 1 :][:3] == ["elf", "red hair", "ink wash"]
    usual = split_style("elf", "soft", tmp_path)[1]
    assert usual is not None
    assert usual.name == "soft"
    assert split_style("elf", "", tmp_path) == ("elf", None)
    with pytest.raises(UnknownStyleError, match="no style called oil: choose from ink, soft"):
        split_style("style:oil", "", tmp_path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("= 1", "no TOML"),
        ('colour = "red"', "unknown: colour"),
        ('weight = "1"', "weight is '1'"),
        ("weight = 9", "weight is 9"),
        ('template = "{trigger}"', "needs {prompt}"),
        ('template = "{prompt}, {seed}"', "nothing else"),
        ('template = "{prompt"', "lonely brace"),
    ],
)
def test_a_wrong_style_file_says_why(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(text)
    with pytest.raises(StyleFileError, match="The style odd cannot be used") as caught:
        read_style(path)
    assert reason in str(caught.value)


def test_words_ask_for_one_frontal_figure() -> None:
    words = words_for("silver hair, solo", XL, negative="hat")
    assert words.prompt.count("solo") == 1
    for wanted in ("silver hair", "front view", "eyes open", "simple background"):
        assert wanted in words.prompt
    assert words.negative.startswith("hat, nsfw, explicit, two people")


def test_what_is_denied_is_not_mentioned() -> None:
    words = words_for("elf, No glasses , without a hat, notebook", XL, negative="cat")
    assert "elf, notebook" in words.prompt
    assert not {"glasses", "a hat"} & set(words.prompt.split(", "))
    assert words.negative.startswith("glasses, a hat, cat, nsfw, explicit, two people")


@pytest.mark.parametrize(
    ("prompt", "english", "unknown"),
    [
        ("silver hair, (smile:1.2), Zoë", "silver hair, (smile:1.2), Zoë", ()),
        ("銀髪ツインテール、紫の目、猫耳", "silver hair, twin tail, purple eye, cat ear", ()),
        ("赤い髪のメイド、眼鏡なし", "red hair, maid, no glasses", ()),
        ("髪は銀色、右目は赤", "hair silver, right eye red", ()),
        ("silver hair, 青い目, Tシャツ", "silver hair, blue eye, t shirt", ()),
        ("ゴジラみたいな女の子 セーラー服", "girl, sailor uniform", ("ゴジラ",)),
        ("なし", "", ()),
        (
            "guerrera con pelo azul largo y ojos verdes, sin gafas",
            "she, warrior, blue long hair, green eye, no glasses",
            (),
        ),
        ("Mädchen mit langen blauen Haaren, Zorblax", "girl, long blue hair", ("Zorblax",)),
        ("черноволосая девушка в красном платье", "black hair, female, red dress", ()),
        ("긴 파란 머리에 초록 눈의 소녀", "long blue hair, green eye, girl", ()),
        ("银发双马尾猫耳女仆，没有眼镜", "silver hair, twin tail, cat ear, maid, no glasses", ()),
    ],
)
def test_other_languages_are_put_across(prompt: str, english: str, unknown: tuple[str, ...]) -> None:
    assert in_english(prompt) == (english, unknown)


def test_the_picture_that_can_be_animated_best_is_taken() -> None:
    good = on_colour(portrait(7), (200, 205, 210))
    asleep = on_colour(portrait(7, make_pose(eye_wink=1)), (200, 205, 210))
    middle = 256, 128
    leaning = cv2.warpAffine(good, cv2.getRotationMatrix2D(middle, 20, 1), (512, 512), borderValue=(200, 205, 210, 255))
    noise: Frames = np.random.default_rng(0).integers(0, 256, (512, 512, 4), np.uint8)
    noise[..., 3] = 255
    ranked = rank([noise, asleep, np.asarray(leaning, np.uint8), good])
    assert ranked[0].number == 3
    assert 0 not in {candidate.number for candidate in ranked}
    assert ranked[0].score > ranked[1].score
    assert len(ranked) == 3


def test_the_next_best_ones_are_offered_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model_index.json").write_text('{"_class_name": "StableDiffusionXLPipeline"}')
    candidates = rank([on_colour(portrait(seed), (200, 205, 210)) for seed in range(5)])
    assert len(candidates) == 5
    monkeypatch.setattr("pipeline.characters.diffused.make.make_candidates", lambda *_: candidates)
    made = character_from_words("silver hair, 銀河鉄道の目", 3, DiffusionSettings(str(tmp_path)), lambda _: None)
    pictures = [each.picture for each in (made.character, *made.others)]
    assert pictures == [picture_bytes(candidate.aligned.picture) for candidate in candidates[:4]]
    assert {(each.kind, each.prompt, each.seed) for each in made.others} == {
        (CharacterKind.DIFFUSED, "silver hair, 銀河鉄道の目", 3)
    }
    assert made.ignored
