"""Native libraries that log to the terminal whatever one tells them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_STDERR: Final = 2


@contextmanager
def quiet_native_code() -> Iterator[None]:
    """What C++ writes to file descriptor 2 inside goes nowhere; what Python writes to ``sys.stderr`` arrives as ever.

    mediapipe 0.10.21 logs a dozen warnings for each clip before its log is initialised, which it never is, so neither
    GLOG_minloglevel nor TF_CPP_MIN_LOG_LEVEL has any effect. For one thread at a time.
    """
    python_stderr = sys.stderr
    python_stderr.flush()
    kept = os.dup(_STDERR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    os.close(nowhere)
    if _writes_to_stderr(python_stderr):
        sys.stderr = open(kept, "w", buffering=1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    try:
        yield
    finally:
        sys.stderr.flush()
        sys.stderr = python_stderr
        os.dup2(kept, _STDERR)
        os.close(kept)


def _writes_to_stderr(stream: object) -> bool:
    try:
        return bool(stream.fileno() == _STDERR)  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return False
