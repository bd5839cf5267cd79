"""A PSD of a drawn character, read again by those who wrote the library: its names, its places, and the whole of it."""

from __future__ import annotations

import functools
import io
from typing import Any

import numpy as np
import pytest
from psd_tools import PSDImage

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.posers.psd import NoLayersError, psd_bytes
from pipeline.posers.rig.framing import Placement, fitted
from pipeline.posers.rig.poser import RigPoser, drawn_once
from pipeline.types import FULL, Character, CharacterKind, Frames, make_pose
from pipeline.types.arrays import FloatArray
from tests.bot.fakes import uploaded

SIZE = 512
PROMPTS = (
    "girl, silver twin tails, sailor uniform, round glasses, cat ears, earrings",
    "old wizard man, long beard, witch hat, staff, robe",
    "angel girl with feathered wings, halo, freckles, fang",
    "sketch boy, hoodie, headphones",
)
ALWAYS = {
    *(
        "back hair",
        "front hair",
        "body",
        "neck",
        "clothes",
        "face",
        "face shading",
        "nose",
        "mouth line",
        "mouth inside",
    ),
    *("tongue", "teeth", "ear L", "ear R"),
    *(f"{part} {side}" for part in ("eye white", "iris", "eyelash", "eyebrow") for side in "LR"),
}


@functools.cache
def character(prompt: str) -> Character:
    return Character(CharacterKind.DRAWN, prompt, 7, spec=choose_spec(read_prompt(prompt), 7))


@functools.cache
def document(prompt: str) -> Any:
    return PSDImage.open(io.BytesIO(psd_bytes(character(prompt), SIZE)))


def leaves(prompt: str) -> list[Any]:
    return [layer for layer in document(prompt).descendants() if not layer.is_group()]


@functools.cache
def posed(prompt: str) -> Frames:
    frame: Frames = RigPoser().pose(character(prompt), make_pose()[None], SIZE)[0]
    return frame


@pytest.mark.parametrize("prompt", PROMPTS)
def test_its_layers_have_names_that_differ_and_all_that_there_are(prompt: str) -> None:
    names = [layer.name for layer in document(prompt).descendants()]
    assert len(set(names)) == len(names), names
    assert set(names) >= ALWAYS
    order = [layer.name for layer in leaves(prompt)]
    for behind, before in (("back hair", "body"), ("face", "nose"), ("nose", "front hair"), ("iris L", "eyelash L")):
        assert order.index(behind) < order.index(before), "what lies behind comes first"
    folders = {layer.name: {each.name for each in layer} for layer in document(prompt) if layer.is_group()}
    assert folders["eye L"] == {"eye white L", "iris L", "eyelash L"}
    assert folders["mouth"] == {"mouth line", "mouth inside", "tongue", "teeth"}


def test_accessories_lie_in_folders_by_their_names() -> None:
    inside = {each.name for group in document(PROMPTS[0]) if group.name.startswith("accessories") for each in group}
    assert {"round glasses", "cat ears", "earrings"} <= inside


@pytest.mark.parametrize("prompt", PROMPTS)
def test_laid_over_each_other_they_are_the_character(prompt: str) -> None:
    wanted = posed(prompt).astype(np.float64)
    for picture in (_laid_over(leaves(prompt)), np.asarray(document(prompt).topil().convert("RGBA"), np.float64)):
        seen = wanted[..., 3] > 0
        difference = np.abs(picture - wanted)[..., :3] * wanted[..., 3:] / 255
        assert difference[seen].mean() < 1.0
        assert np.percentile(difference[seen], 99.9) < 12


def _laid_over(layers: list[Any]) -> FloatArray:
    colour: FloatArray = np.zeros((SIZE, SIZE, 3))
    cover: FloatArray = np.zeros((SIZE, SIZE, 1))
    for layer in layers:
        if layer.visible:
            whole: FloatArray = np.zeros((SIZE, SIZE, 4))
            whole[layer.top : layer.bottom, layer.left : layer.right] = np.asarray(layer.topil().convert("RGBA"))
            alpha: FloatArray = whole[..., 3:] / 255
            colour = whole[..., :3] * alpha + colour * (1 - alpha)
            cover = alpha + cover * (1 - alpha)
    return np.concatenate([colour / np.maximum(cover, 1e-6), cover * 255], axis=2)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_each_eye_is_where_the_eye_is(prompt: str) -> None:
    spec = character(prompt).spec
    assert spec is not None
    drawn = drawn_once(spec)
    place = Placement.of(fitted(FULL, drawn), SIZE)
    layers = {layer.name: layer for layer in leaves(prompt)}
    for side, out in (("L", 1.0), ("R", -1.0)):
        x, y = np.array([out * drawn.figure.eye[0], drawn.figure.eye[1]]) * place.scale + place.shift
        for part in ("eye white", "iris", "eyelash"):
            left, top, right, bottom = layers[f"{part} {side}"].bbox
            assert left < x < right, (part, side)
            assert top - 3 < y < bottom + 3, (part, side)
            assert right - left < 0.09 * SIZE
        brow = layers[f"eyebrow {side}"].bbox
        assert brow[0] < x < brow[2]
        assert brow[1] < y


def test_an_open_mouth_is_there_and_hidden() -> None:
    layers = {layer.name: layer for layer in leaves(PROMPTS[0])}
    assert not any(layers[name].visible for name in ("mouth inside", "tongue", "teeth"))
    assert layers["mouth inside"].height > 1.5 * layers["mouth line"].height
    assert layers["mouth line"].visible


def test_a_picture_has_no_layers() -> None:
    with pytest.raises(NoLayersError, match="--source drawn"):
        psd_bytes(uploaded())
