"""The player's geometry is the rig's, to a hundredth of a pixel."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.puppets import LARGEST, puppet_size
from pipeline.posers.rig.emanata.show import EMANATA
from pipeline.posers.rig.export import make_puppet
from pipeline.types import RigSpec
from pipeline.types.limits import WORN_THINGS
from pipeline.types.spec import (
    Accessory,
    Age,
    BodyStyle,
    Edition,
    Finish,
    HairBack,
    HairFront,
)
from tests.pipeline.posers.rig.characters import many_specs, random_poses, spec_of
from tests.studio.puppets import Frame, Rig

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="the player is run by Node.js, which is not installed here")
SIZE = 320
LONG = RigSpec(edition=Edition.SECOND, hair_back=HairBack.TWIN_TAILS, hair_front=HairFront.HIME)
SPECS = {
    "long hair": LONG,
    "chibi": replace(LONG, body_style=BodyStyle.CHIBI, accessories=(Accessory.CAT_EARS,)),
    "first edition": replace(LONG, edition=Edition.FIRST, fang=True),
    "fourth edition": spec_of("girl, long silver hair, cat ears, hoodie", 3),
    "mascot": spec_of("fox mascot", 3),
    "old sketch": RigSpec(
        edition=Edition.SECOND, finish=Finish.SKETCH, age=Age.ELDER, accessories=(Accessory.WITCH_HAT,)
    ),
}


def played(spec: RigSpec, frames: list[Frame], folder: Path) -> Any:
    assert NODE is not None
    asked = folder / "asked.json"
    puppet = make_puppet(spec)
    packed = {"puppet": puppet, "size": SIZE, "framing": "bust", "frames": [frame.as_json() for frame in frames]}
    asked.write_text(json.dumps(packed))
    script = Path(__file__).with_name("play.mjs")
    answer = subprocess.run(
        [NODE, "--no-warnings", str(script), str(asked)], capture_output=True, check=True, text=True
    )
    return puppet, json.loads(answer.stdout)


@pytest.mark.parametrize("name", SPECS)
def test_outlines_and_dials_are_the_rig_s(name: str, tmp_path: Path) -> None:
    frames = [Frame(pose, (0.2, -0.1, 0.3) if n % 3 == 2 else None) for n, pose in enumerate(random_poses(12))]
    rig = Rig(SPECS[name], SIZE)
    puppet, answer = played(SPECS[name], frames, tmp_path)
    mesh = rig.drawn.drawing.mesh
    seen = np.concatenate([np.full(n, used) for (_, n), used in zip(mesh.spans, answer["used"], strict=True)])
    assert 0.5 < seen.mean() < 1
    for (path, dials), made in zip(rig.frames(frames), answer["made"], strict=True):
        assert np.abs(np.reshape(made["path"], (-1, 2)) - path)[seen].max() < 0.01
        for dial, value in dials.items():
            assert made["dials"][puppet["dials"].index(dial)] == pytest.approx(value, abs=1e-6)


def test_signs_are_the_rig_s(tmp_path: Path) -> None:
    poses = random_poses(len(EMANATA))
    frames = [Frame(pose, sign=(name, 1.3, 0.8)) for name, pose in zip(EMANATA, poses, strict=True)]
    puppet, answer = played(LONG, frames, tmp_path)
    rig = Rig(LONG, SIZE)
    for frame, made in zip(frames, answer["made"], strict=True):
        assert frame.sign is not None
        name = frame.sign[0]
        assert np.abs(np.reshape(made["signs"][name]["path"], (-1, 2)) - rig.sign(frame)).max() < 0.01
        raised = name.split("_")[0] in {"wave", "peace", "thumbs"}
        arms = [made["dials"][puppet["dials"].index(f"arm_{side}")] for side in ("left", "right")]
        assert (min(arms) < 0.1) == raised


def test_a_puppet_of_another_version_is_refused(tmp_path: Path) -> None:
    assert NODE is not None
    asked = tmp_path / "asked.json"
    asked.write_text(json.dumps({"puppet": {"format": "animemoji.puppet", "version": 99}, "frames": []}))
    script = Path(__file__).with_name("play.mjs")
    answer = subprocess.run(
        [NODE, "--no-warnings", str(script), str(asked)], capture_output=True, check=False, text=True
    )
    assert answer.returncode != 0
    assert "this player plays puppets of version 3" in answer.stderr


def test_puppets_are_small() -> None:
    sizes = [puppet_size(spec) for spec in many_specs(20)[::3]]
    assert max(sizes) < 50_000


@pytest.mark.parametrize("number", range(len(LARGEST)))
def test_the_largest_puppets_that_were_found_are_small_enough(number: int) -> None:
    spec = LARGEST[number]
    assert len(spec.accessories) <= WORN_THINGS
    assert puppet_size(spec) < 60_000
