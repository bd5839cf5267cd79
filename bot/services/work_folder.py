"""The folder in which a running bot keeps strangers' files: nobody else may look into it, and it is swept."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from bot.errors import StartupError

log = logging.getLogger(__name__)

_NAME: Final = "work"


@contextmanager
def open_work_folder(data: Path) -> Iterator[Path]:
    """A folder for this bot alone below ``data``, which is gone at the end of the block.

    ``data`` is closed to other users. What bots left there that were killed is removed first; the folder of one that
    still runs is left alone.

    Raises:
        StartupError: ``data`` cannot be written to.
    """
    place = data / _NAME
    try:
        for folder in (data, place):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(PermissionError):  # it may be another user's, who lets us in
                folder.chmod(0o700)
        held = ExitStack()
        own = _claim(place, held)
    except OSError as error:
        raise StartupError(f"The folder {data} cannot be used ({error}): check ANIMEMOJI_DATA_DIR.") from error
    with held:
        yield own


def _claim(place: Path, held: ExitStack) -> Path:
    """A new folder, locked; folders that nobody holds any more are removed."""
    # While the place is locked, no other bot sweeps, so none takes the new folder for one that was left.
    with _lock(place, wait=True):
        for left in place.iterdir():
            with _lock(left) as ours:
                if ours:
                    log.info("removing %s, which was left by a bot that did not end well", left)
                    shutil.rmtree(left, ignore_errors=True)
        own = Path(tempfile.mkdtemp(dir=place))
        held.callback(shutil.rmtree, own, ignore_errors=True)
        held.enter_context(_lock(own))
    return own


@contextmanager
def _lock(folder: Path, wait: bool = False) -> Iterator[bool]:
    """Holds the lock of a folder, which ends with the process at the latest: whether it could be had.

    On systems without such locks it always can.
    """
    if sys.platform == "win32":
        yield True
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)
