"""Files that vanish by themselves, whatever ends the process that uses them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def unlinked_file(folder: Path | None = None, suffix: str = "") -> Iterator[Path]:
    """The path of a new, empty file, for as long as the block lasts.

    On Linux no folder lists the file, so that nothing is left of it when the process is killed; the path is good within
    this process alone. Elsewhere it lies in a folder of its own, which is removed at the end of the block.

    Args:
        folder: on whose disk it is; None for the system's place for temporary files.
        suffix: the end of its name, where it has one.

    Raises:
        OSError: there is no room for it.
    """
    if sys.platform == "linux":
        with tempfile.TemporaryFile(dir=folder) as file:
            yield Path(f"/proc/self/fd/{file.fileno()}")
    else:
        with tempfile.TemporaryDirectory(prefix="animemoji-", dir=folder) as own:
            path = Path(own, f"file{suffix}")
            path.touch(0o600)
            yield path
