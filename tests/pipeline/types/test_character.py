from __future__ import annotations

import json
import pickle
import subprocess
import sys

import pytest

from pipeline.types import Character, CharacterFileError, CharacterKind, RigSpec, TrackFileError, UserError
from pipeline.types.spec import Accessory, HairBack


def test_a_drawn_character_survives_json() -> None:
    spec = RigSpec(seed=7, hair_back=HairBack.TWIN_TAILS, accessories=(Accessory.CAT_EARS, Accessory.CHOKER))
    character = Character(CharacterKind.DRAWN, "silver twin-tails", 7, spec=spec)
    assert Character.from_json(json.loads(json.dumps(character.to_json()))) == character


def test_a_picture_character_survives_json() -> None:
    character = Character(CharacterKind.UPLOADED, picture=b"\x89PNG fake")
    assert Character.from_json(json.loads(json.dumps(character.to_json()))) == character


def test_an_older_spec_file_takes_defaults() -> None:
    assert RigSpec.from_json({"version": 1, "seed": 3}) == RigSpec(seed=3)


@pytest.mark.parametrize(
    "spec",
    [{"skin": "pink"}, {"eye_size": 3.0}, {"version": 99}, {"tail": "long"}, {"accessories": ["rabbit_ears", "cap"]}],
)
def test_a_broken_spec_is_refused(spec: dict[str, object]) -> None:
    with pytest.raises(CharacterFileError):
        Character.from_json({"kind": "drawn", "spec": spec})


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
