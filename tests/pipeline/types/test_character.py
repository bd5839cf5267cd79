from __future__ import annotations

import contextlib
import json
import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.types import (
    Character,
    CharacterFileError,
    CharacterKind,
    NewerFileError,
    RigSpec,
    TrackFileError,
    UserError,
)
from pipeline.types.spec import Accessory, Edition, HairBack


def test_a_drawn_character_survives_json() -> None:
    spec = RigSpec(seed=7, hair_back=HairBack.TWIN_TAILS, accessories=(Accessory.CAT_EARS, Accessory.CHOKER))
    character = Character(CharacterKind.DRAWN, "silver twin-tails", 7, spec=spec)
    assert Character.from_json(json.loads(json.dumps(character.to_json()))) == character


def test_a_picture_character_survives_json() -> None:
    character = Character(CharacterKind.UPLOADED, picture=b"\x89PNG fake")
    assert Character.from_json(json.loads(json.dumps(character.to_json()))) == character


def test_an_older_spec_file_takes_defaults() -> None:
    assert RigSpec.from_json({"version": 1, "seed": 3}) == RigSpec(seed=3)


def test_a_character_saved_before_there_were_editions_is_of_the_first() -> None:
    assert RigSpec.from_json({"version": 1, "seed": 3}).edition is Edition.FIRST
    second = RigSpec(seed=3, edition=Edition.SECOND)
    assert RigSpec.from_json(json.loads(json.dumps(second.to_json()))) == second


@pytest.mark.parametrize(
    "spec",
    [{"skin": "pink"}, {"eye_size": 3.0}, {"version": 0}, {"tail": "long"}, {"accessories": ["rabbit_ears", "cap"]}],
)
def test_a_broken_spec_is_refused(spec: dict[str, object]) -> None:
    with pytest.raises(CharacterFileError):
        Character.from_json({"kind": "drawn", "spec": spec})


@pytest.mark.parametrize(
    "spec",
    [
        {"ahoge": "false"}, {"ahoge": 1}, {"blush": "0.5"}, {"blush": True}, {"seed": "7"}, {"seed": 1.5}, {"skin": 3},
        {"hair_back": 3}, {"hair_length": float("nan")}, {"accessories": "cat_ears"}, {"accessories": [3]},
        {"version": "1"}, {"version": True},
    ],
)  # fmt: skip
def test_nothing_is_guessed_of_a_field_of_another_type(spec: dict[str, object]) -> None:
    with pytest.raises(CharacterFileError):
        Character.from_json({"kind": "drawn", "spec": spec})


@pytest.mark.parametrize("change", [{"seed": "7"}, {"seed": True}, {"prompt": 3}, {"kind": 3}, {"picture": 5}])
def test_nor_of_one_of_the_whole_file(change: dict[str, object]) -> None:
    data = Character(CharacterKind.DRAWN, "a fox", 7, spec=RigSpec()).to_json()
    with pytest.raises(CharacterFileError):
        Character.from_json(data | change)


def test_a_file_of_a_newer_version_says_so() -> None:
    data = Character(CharacterKind.DRAWN, "a fox", 7, spec=RigSpec()).to_json()
    for newer in (data | {"version": 99}, data | {"spec": {"version": 99}}):
        with pytest.raises(NewerFileError, match=r"newer AnimeMoji \(its version is 99\): .*\.$"):
            Character.from_json(newer)
    assert Character.from_json(data | {"version": 1}).seed == 7
    data.pop("version")
    assert Character.from_json(data).prompt == "a fox"


json_values = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.lists(st.integers())


@given(st.dictionaries(st.sampled_from([*RigSpec().to_json(), "more"]), json_values, max_size=4), json_values)
def test_any_json_is_a_character_or_a_user_error(spec: dict[str, object], seed: object) -> None:
    with contextlib.suppress(UserError):
        character = Character.from_json({"kind": "drawn", "seed": seed, "spec": spec})
        assert Character.from_json(character.to_json()) == character


def test_a_character_needs_what_its_kind_draws_from() -> None:
    with pytest.raises(ValueError, match="spec"):
        Character(CharacterKind.DRAWN)
    with pytest.raises(ValueError, match="picture"):
        Character(CharacterKind.UPLOADED, spec=RigSpec())


def test_user_errors_cross_process_borders() -> None:
    error = pickle.loads(pickle.dumps(TrackFileError()))
    assert isinstance(error, UserError)
    assert error.key == "error.track_file"
    assert str(error) == str(TrackFileError())


_OPTIMISED = """
from pipeline.types import Character, CharacterFileError, PoseTrack, TrackFileError
for read, error in ((Character.from_json, CharacterFileError), (PoseTrack.from_json, TrackFileError)):
    for wrong in ([], 3, None, "text"):
        try:
            read(wrong)
        except error:
            continue
        raise SystemExit(f"{read} takes {wrong!r}")
"""


def test_what_is_no_object_is_refused_by_an_optimised_python_too() -> None:
    """``python -O`` leaves assertions out."""
    done = subprocess.run([sys.executable, "-O", "-c", _OPTIMISED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
