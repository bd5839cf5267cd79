"""Pictures made larger by a network that learnt what lines and flat colours look like: Real-ESRGAN's anime model.

It sees colours alone. What transparent pixels hide is filled with the figure's own colours first, or its edges would be
drawn against whatever lies there; alpha is a smooth mask and needs no network.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from pipeline.types import Frames, UserError

MODEL: Final = "realesrgan-anime"

_TILE: Final = 224
"""Pixels of the square that the network sees at once, unless its file fixes that: memory stays below 1 GB."""
_OVERLAP: Final = 12
"""Pixels at a tile's rim whose answer is thrown away, since the network saw only one side of them."""
_VISIBLE: Final = 64
"""Alpha from which on a pixel's colour is to be trusted."""

Colours = npt.NDArray[np.float32]


class SuperResolutionFileError(UserError):
    key = "error.superresolution_file"
    template = "{path} cannot make pictures larger ({reason}): put an ONNX file as docs/models.md says there, or none."


def open_enlarger() -> Enlarger | None:
    """The network, if its file and onnxruntime are on this machine.

    Raises:
        SuperResolutionFileError: the file is no such network.
    """
    from pipeline.models import find_model

    path = find_model(MODEL)
    return None if path is None else _open(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _open(path: Path, _changed: int) -> Enlarger | None:
    try:
        return Enlarger(path)
    except ImportError:
        return None


class Enlarger:
    """An ONNX file run by onnxruntime: one input [1, 3, H, W], RGB in 0..1, float32 or float16, of free or fixed size;
    one output, the same some whole number of times as large.

    Raises:
        ImportError: onnxruntime is not installed.
        SuperResolutionFileError: the file is something else.
    """

    def __init__(self, path: Path) -> None:
        import onnxruntime

        self._path = path
        try:
            self._session: Any = onnxruntime.InferenceSession(path, providers=onnxruntime.get_available_providers())
        except Exception as error:  # onnxruntime has a class of its own for each way to be wrong
            raise SuperResolutionFileError(path=path, reason="it is no ONNX network") from error
        (wanted, *more) = self._session.get_inputs()
        kinds = {"tensor(float)": np.float32, "tensor(float16)": np.float16}
        if more or wanted.type not in kinds or len(wanted.shape) != 4:
            raise SuperResolutionFileError(path=path, reason="it wants something else than one picture")
        self._name = wanted.name
        self._kind = kinds[wanted.type]
        height, width = (side if isinstance(side, int) else _TILE for side in wanted.shape[2:])
        if min(height, width) <= 2 * _OVERLAP:
            raise SuperResolutionFileError(path=path, reason="its pictures are too small")
        self._tile = height, width
        self.scale = self._measure()

    def __call__(self, picture: Frames) -> Frames:
        """A picture, uint8 [H, W, 4], straight alpha, ``scale`` times as large."""
        height, width = picture.shape[:2]
        large = self._enlarge(_filled(picture))
        alpha = Image.fromarray(picture[..., 3])
        grown = alpha.resize((width * self.scale, height * self.scale), Image.Resampling.LANCZOS)
        colours = np.rint(large.clip(0, 1) * 255).astype(np.uint8)
        return np.dstack([colours, np.asarray(grown)])

    def _enlarge(self, colours: Colours) -> Colours:
        """Colours [H, W, 3] in 0..1, tile by tile."""
        scale, (tile_height, tile_width) = self.scale, self._tile
        core_height, core_width = tile_height - 2 * _OVERLAP, tile_width - 2 * _OVERLAP
        height, width = colours.shape[:2]
        below, beside = -height % core_height, -width % core_width
        rims = (_OVERLAP, _OVERLAP + below), (_OVERLAP, _OVERLAP + beside), (0, 0)
        padded = np.pad(colours, rims, mode="edge")
        large = np.empty(((height + below) * scale, (width + beside) * scale, 3), np.float32)
        for top in range(0, height, core_height):
            for left in range(0, width, core_width):
                answer = self._run(padded[top : top + tile_height, left : left + tile_width])
                rim = _OVERLAP * scale
                large[top * scale : (top + core_height) * scale, left * scale : (left + core_width) * scale] = answer[
                    rim:-rim, rim:-rim
                ]
        return large[: height * scale, : width * scale]

    def _run(self, colours: Colours) -> Colours:
        (answer,) = self._session.run(None, {self._name: colours.transpose(2, 0, 1)[None].astype(self._kind)})
        return np.asarray(answer[0].transpose(1, 2, 0), np.float32)

    def _measure(self) -> int:
        """How many times as large its answers are."""
        height, width = self._tile
        try:
            answer = self._run(np.zeros((height, width, 3), np.float32))
        except Exception as error:
            raise SuperResolutionFileError(path=self._path, reason="it does not run") from error
        scale = answer.shape[0] // height
        if scale < 2 or answer.shape != (height * scale, width * scale, 3):
            raise SuperResolutionFileError(path=self._path, reason="its answer is no larger picture")
        return scale


def _filled(picture: Frames) -> Colours:
    """Colours [H, W, 3] in 0..1 with every hidden pixel taken from the nearest visible one."""
    from scipy import ndimage

    colours = picture[..., :3].astype(np.float32) / 255
    hidden = picture[..., 3] < _VISIBLE
    if not hidden.any() or hidden.all():
        return colours
    nearest = ndimage.distance_transform_edt(hidden, return_distances=False, return_indices=True)
    return np.asarray(colours[nearest[0], nearest[1]])
