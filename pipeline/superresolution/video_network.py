"""realesr-animevideov3, Real-ESRGAN's small network for anime films, from the file for ncnn: four times as large.

Eighteen convolutions of 3x3 with a learnt bend after each (SRVGGNetCompact in the Real-ESRGAN repository) give what is
to be added to the picture with every pixel repeated. The file holds their numbers one after the other: of a convolution
a mark, weights as float16 filled up to four bytes, biases as float32; of a bend its slopes as float32.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from pipeline.superresolution.enlarger import Colours
from pipeline.superresolution.errors import SuperResolutionFileError

if TYPE_CHECKING:
    from torch import nn

SCALE: Final = 4
CHANNELS, LAYERS = 64, 16
_HALF: Final = bytes.fromhex("476b3001")
"""ncnn's mark for weights in float16."""


class VideoNetwork:
    """The network on torch's device.

    Raises:
        ImportError: torch is not installed.
        SuperResolutionFileError: the file is something else.
    """

    scale = SCALE
    tile = 600, 600
    fixed = False
    overlap = 18
    """How far the network looks, in pixels: one for each convolution."""

    def __init__(self, path: Path) -> None:
        import torch

        try:
            body: Any = read_body(path.read_bytes())
        except ValueError as error:
            raise SuperResolutionFileError(path=path, reason="it is not realesr-animevideov3 for ncnn") from error
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        self._body = body.to(self._device, memory_format=torch.channels_last)

    def __call__(self, colours: Colours) -> Colours:
        """See ``Network``."""
        import torch

        with torch.inference_mode():
            picture = torch.from_numpy(np.ascontiguousarray(colours)).permute(2, 0, 1)[None].to(self._device)
            added = torch.nn.functional.pixel_shuffle(self._body(picture), SCALE)
            large = torch.nn.functional.interpolate(picture, scale_factor=SCALE, mode="nearest") + added
            return np.asarray(large[0].permute(1, 2, 0).cpu().numpy())


def read_body(data: bytes) -> nn.Sequential:
    """The layers with the numbers of a file; raises ValueError if it holds others."""
    import torch
    from torch import nn

    layers: list[nn.Module] = [nn.Conv2d(3, CHANNELS, 3, padding=1), nn.PReLU(CHANNELS)]
    for _ in range(LAYERS):
        layers += [nn.Conv2d(CHANNELS, CHANNELS, 3, padding=1), nn.PReLU(CHANNELS)]
    body = nn.Sequential(*layers, nn.Conv2d(CHANNELS, 3 * SCALE**2, 3, padding=1))
    place = 0

    def take(into: torch.Tensor, kind: type[np.floating[Any]]) -> None:
        nonlocal place
        numbers = np.frombuffer(data, kind, into.numel(), place).astype(np.float32)
        into.copy_(torch.from_numpy(numbers).reshape(into.shape))
        place += -(-numbers.size * np.dtype(kind).itemsize // 4) * 4

    with torch.no_grad():
        for layer in body:
            if isinstance(layer, nn.PReLU):
                take(layer.weight, np.float32)
            elif isinstance(layer, nn.Conv2d) and layer.bias is not None:
                if data[place : place + len(_HALF)] != _HALF:
                    raise ValueError("other weights than float16")
                place += len(_HALF)
                take(layer.weight, np.float16)
                take(layer.bias, np.float32)
    if place != len(data):
        raise ValueError("more numbers than layers")
    return body
