"""What is not needed is not loaded: no matplotlib with mediapipe, no numba with rembg, no torch for what is drawn."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.motion.clips import SAMPLE

LEAN = """
import sys
from pipeline.lean import import_mediapipe
import_mediapipe()
import_mediapipe()
assert "mediapipe" in sys.modules and "matplotlib" not in sys.modules
from mediapipe.python.solutions.face_mesh import FaceMesh
import matplotlib.pyplot
assert matplotlib.pyplot.figure
"""
PLOTTING_FIRST = """
import matplotlib.pyplot
from pipeline.lean import import_mediapipe
import_mediapipe()
import sys
assert sys.modules["matplotlib.pyplot"] is matplotlib.pyplot and matplotlib.pyplot.figure
from mediapipe.python.solutions import drawing_utils
assert drawing_utils.plt is matplotlib.pyplot
"""
UNREFINED = """
import sys
from pipeline.lean import import_rembg
import_rembg()
import_rembg()
assert "rembg" in sys.modules and not {"pymatting", "pymatting.util.util", "numba"} & sys.modules.keys()
import numpy as np
from rembg.bg import stack_images
assert stack_images(np.zeros((2, 3, 3)), np.ones((2, 3))).shape == (2, 3, 4)
from pymatting import stack_images as own
assert own is not stack_images
"""


@pytest.mark.parametrize("code", [LEAN, PLOTTING_FIRST], ids=["lean", "plotting first"])
def test_both_libraries_work_in_either_order(code: str) -> None:
    _run(code)


def test_what_refines_masks_is_loaded_when_it_is_called() -> None:
    pytest.importorskip("onnxruntime", reason="needs animemoji[neural]")
    _run(UNREFINED)


def _run(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


DRAWN = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("torch", "safetensors", "diffusers", "rembg", "openvino", "onnxruntime"):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
from animemoji.cli import main
main(["render", "--prompt", "silver twin-tails", "--size", "96", "--out", *sys.argv[1:]])
"""


@pytest.mark.parametrize("motion", [["--motion", "wink"], ["--video", str(SAMPLE)]], ids=["preset", "clip"])
def test_a_drawn_character_needs_no_extra(motion: list[str], tmp_path: Path) -> None:
    """Nor may it load torch where it is installed: that costs most of a second and 250 MB."""
    out = tmp_path / "drawn.gif"
    done = subprocess.run([sys.executable, "-c", DRAWN, str(out), *motion], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"GIF8")
