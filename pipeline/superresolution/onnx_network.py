"""Any network for larger pictures in an ONNX file, run by onnxruntime."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.superresolution.enlarger import Colours
from pipeline.superresolution.errors import SuperResolutionFileError

_TILE: Final = 256
"""Pixels of the square that the network sees at once, unless its file fixes that: memory stays below 1 GB."""
_OVERLAP: Final = 24
"""RealESRGAN_x4plus_anime_6B looks further, but what is there hardly counts: at 12 a seam can be seen."""


class OnnxNetwork:
    """One input [1, 3, H, W], RGB in 0..1, float32 or float16, of free or fixed size; one output, the same some whole
    number of times as large.

    Raises:
        ImportError: onnxruntime is not installed.
        SuperResolutionFileError: the file is something else.
    """

    overlap = _OVERLAP

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
        sides = wanted.shape[2:]
        self.fixed = any(isinstance(side, int) for side in sides)
        height, width = (side if isinstance(side, int) else _TILE for side in sides)
        if min(height, width) <= 2 * _OVERLAP:
            raise SuperResolutionFileError(path=path, reason="its pictures are too small")
        self.tile = height, width
        self.scale = self._measure()

    def __call__(self, colours: Colours) -> Colours:
        """See ``Network``."""
        (output,) = self._session.run(None, {self._name: colours.transpose(2, 0, 1)[None].astype(self._kind)})
        return np.asarray(output[0].transpose(1, 2, 0), np.float32)

    def _measure(self) -> int:
        """How many times as large as its input its output is."""
        height, width = self.tile
        try:
            output = self(np.zeros((height, width, 3), np.float32))
        except Exception as error:
            raise SuperResolutionFileError(path=self._path, reason="it does not run") from error
        scale = output.shape[0] // height
        if scale < 2 or output.shape != (height * scale, width * scale, 3):
            raise SuperResolutionFileError(path=self._path, reason="its output is no larger picture")
        return scale
