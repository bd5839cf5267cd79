"""The character as a camera of this machine, for programs that take cameras and no pages."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable
from typing import Any, Final, Protocol

import numpy as np

from pipeline import PLACE_SIZE, POSE_SIZE, Character, LivePicture, Moment
from studio.errors import NoCameraError

WIDTH: Final = 640
HEIGHT: Final = 480
FPS: Final = 25


class Camera(Protocol):
    """What pyvirtualcam gives."""

    def send(self, frame: Any) -> None:
        """Shows uint8 [HEIGHT, WIDTH, 3], RGB."""
        ...

    def sleep_until_next_frame(self) -> None:
        """Waits until the next one is due."""
        ...


def open_camera() -> Any:
    """The camera, which is closed at the end of its block. Raises NoCameraError."""
    try:
        import pyvirtualcam
    except ImportError as error:
        raise NoCameraError(reason="pyvirtualcam is not installed: pip install animemoji[camera]") from error
    try:
        return pyvirtualcam.Camera(width=WIDTH, height=HEIGHT, fps=FPS)
    except RuntimeError as error:
        hint = "on Linux, sudo modprobe v4l2loopback brings one; on Windows and macOS, OBS does"
        raise NoCameraError(reason=hint) from error


def film(
    character: Character, background: str, newest: Callable[[], Moment], camera: Camera, ended: Callable[[], bool]
) -> None:
    """Sends pictures of the newest moment until it has ended. Raises BackgroundError."""
    picture = LivePicture(character, WIDTH, HEIGHT, background, FPS)
    last = time.monotonic()
    try:
        while not ended():
            now = time.monotonic()
            camera.send(picture.draw(newest(), min(now - last, 0.1)))
            last = now
            camera.sleep_until_next_frame()
    finally:
        picture.close()


class CameraOutput:
    """An ``Output`` whose pictures are drawn in a process of its own.

    Raises:
        NoCameraError: this machine has no such camera.
        BackgroundError: there is no such background.
    """

    def __init__(self, character: Character, background: str) -> None:
        LivePicture(character, WIDTH, HEIGHT, background, FPS).close()
        with open_camera():
            pass  # what cannot be is said before anything starts
        context = multiprocessing.get_context("spawn")
        self._newest = context.RawArray("f", POSE_SIZE + PLACE_SIZE)
        self._ended = context.Event()
        self._process = context.Process(
            target=_run, args=(character, background, self._newest, self._ended), name="camera", daemon=True
        )
        self._process.start()

    def show(self, moment: Moment) -> None:
        """See ``Output``."""
        self._newest[:] = [*moment.pose.tolist(), *moment.place.tolist()]

    def close(self) -> None:
        """Ends."""
        self._ended.set()
        self._process.join(5)


def _run(character: Character, background: str, newest: Any, ended: threading.Event) -> None:
    def moment() -> Moment:
        numbers = np.array(newest, np.float32)
        return Moment(numbers[:POSE_SIZE], numbers[POSE_SIZE:])

    with open_camera() as camera:
        film(character, background, moment, camera, ended.is_set)
