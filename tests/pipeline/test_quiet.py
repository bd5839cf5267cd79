"""Native code is silenced, Python is not."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import os, sys
from pipeline.quiet import quiet_native_code

os.write(2, b"before ")
try:
    with quiet_native_code():
        os.write(2, b"native ")
        print("python é", end=" ", file=sys.stderr)
        raise KeyError
except KeyError:
    pass
os.write(2, b"after ")
print("end", file=sys.stderr)
"""


def test_only_what_python_writes_arrives() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, check=True)
    assert done.stderr.decode() == "before python é after end\n"
