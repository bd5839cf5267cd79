"""Browsers smooth a face as the pipeline does."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from pipeline.motion.live.one_euro import Smoothing, Steady, packed_one_euro
from pipeline.types import POSE_SIZE

NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="it is run by Node.js, which is not installed here")
def test_both_filters_are_one() -> None:
    assert NODE is not None
    poses = np.random.default_rng(1).uniform(-1, 1, (60, POSE_SIZE))
    asked = json.dumps({"filter": packed_one_euro(), "poses": poses.tolist(), "seconds": 1 / 25})
    script = Path(__file__).with_name("steady.mjs")
    told = subprocess.run(
        [NODE, "--no-warnings", str(script)], input=asked, capture_output=True, check=True, text=True
    ).stdout
    steady, usual = Steady(), Smoothing()
    here = [steady.next(pose, 1 / 25, usual.cutoffs(), usual.keenness) for pose in poses]
    assert np.abs(np.array(json.loads(told)) - here).max() < 1e-6
