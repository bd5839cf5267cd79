"""mediapipe comes without matplotlib, and matplotlib comes when asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

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


@pytest.mark.parametrize("code", [LEAN, PLOTTING_FIRST], ids=["lean", "plotting first"])
def test_both_libraries_work_in_either_order(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
