"""The official students: two small networks of sines that know one character by heart (character_model of version 4).

A sine layer is sin(30 (W v + b)) for every pixel on its own (Sitzmann et al., "Implicit Neural Representations with
Periodic Activation Functions", 2020). The face network paints a 128-px patch; the body network says for every pixel of
the 512-px picture where it comes from, and what is painted over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final, cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.posers.tha3.layers import blend
from pipeline.posers.tha3.networks import EYEBROW_POSE, FACE_POSE
from pipeline.posers.tha3.weights import StateDict, read_weights
from pipeline.types.frames import PICTURE_SIZE

FACE_PATCH: Final = (slice(80, 208), slice(192, 320))
"""Rows and columns of the picture that the face network paints."""
_FACE_POSE: Final = slice(EYEBROW_POSE.start, FACE_POSE.stop)
OMEGA: Final = 30.0
_BODY_WIDTHS: Final = ((2 + 45, 360, 360, 180), (180 + 2 + 45, 180, 180, 90), (90 + 2 + 45, 90, 90, 90))
"""Channels of each level: places and pose, and from the second level on the enlarged features before them."""


class SineLayer(nn.Module):
    """One linear map for every pixel, which the published files keep as a 1x1 convolution; a sine follows it."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.linear = nn.Conv2d(inputs, outputs, 1)


def _first(layer: SineLayer, shared: Tensor, own: Tensor) -> Tensor:
    """A first layer. The pose is the same for every pixel, so its part is added as a bias.

    ``shared`` [1 or N, C, H, W] are the inputs that differ from pixel to pixel, ``own`` [N, P] those of the pose.
    """
    weight, bias = layer.linear.weight[:, :, 0, 0], layer.linear.bias
    split = shared.shape[1]
    maps = functional.conv2d(shared, weight[:, :split, None, None])
    added = own @ weight[:, split:].T
    if bias is not None:
        added = added + bias
    return torch.sin(OMEGA * (maps + added[:, :, None, None]))


def _sine(layer: SineLayer, x: Tensor) -> Tensor:
    return torch.sin(OMEGA * layer.linear(x))


def pixel_centres(pixels: int) -> Tensor:
    """[1, 2, S, S]: across and down, in -1..1."""
    line = (torch.arange(pixels) * 2 + 1) / pixels - 1
    return torch.stack([line.expand(pixels, pixels), line[:, None].expand(pixels, pixels)])[None]


class FaceSiren(nn.Module):
    """39 pose entries -> the face patch [N, 4, 128, 128]."""

    places: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.siren = _Siren()
        self.register_buffer("places", pixel_centres(128), persistent=False)

    def forward(self, pose: Tensor) -> Tensor:
        first, *others = self.siren.sine_layers
        x = _first(cast(SineLayer, first), self.places, pose)
        for layer in others:
            x = _sine(cast(SineLayer, layer), x)
        patch: Tensor = self.siren.last_linear(x)
        return patch


class _Siren(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.sine_layers = nn.ModuleList([SineLayer(2 + 39, 128), *(SineLayer(128, 128) for _ in range(7))])
        self.last_linear = nn.Conv2d(128, 4, 1)


class BodySiren(nn.Module):
    """The picture with the moved face [N, 4, 512, 512] and 45 pose entries -> the finished picture, as large."""

    def __init__(self) -> None:
        super().__init__()
        self.siren_layers = nn.ModuleList(
            nn.ModuleList(SineLayer(wide, narrow) for wide, narrow in pairwise(level)) for level in _BODY_WIDTHS
        )
        self.last_linear = nn.Conv2d(90, 7, 1)
        for level in range(len(_BODY_WIDTHS)):
            self.register_buffer(f"places{level}", pixel_centres(PICTURE_SIZE >> (2 - level)), persistent=False)

    def forward(self, image: Tensor, pose: Tensor) -> Tensor:
        x: Tensor | None = None
        for level in range(len(_BODY_WIDTHS)):
            places = self.places(level)
            first, *others = self.layers(level)
            if x is not None:
                x = functional.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)
                places = torch.cat([x, places.expand(len(x), -1, -1, -1)], dim=1)
            x = _first(first, places, pose)
            for layer in others:
                x = _sine(layer, x)
        return finish(image, self.places(2), self.last_linear(x))

    def layers(self, level: int) -> list[SineLayer]:
        """The sine layers of a level: 0 at 128 px, 1 at 256, 2 at 512."""
        return list(cast(nn.ModuleList, self.siren_layers[level]))  # type: ignore[arg-type]

    def places(self, level: int) -> Tensor:
        """The pixel centres of a level, as ``pixel_centres``."""
        places: Tensor = getattr(self, f"places{level}")
        return places


def finish(image: Tensor, places: Tensor, output: Tensor) -> Tensor:
    """The pixels that the last layer's output [N, 7, H, W] asks for at ``places`` [N or 1, 2, H, W]: [N, 4, H, W].

    Channels: grid change (2), share of the colour (1, not limited to 0..1), colour (4).
    """
    grid = (places + output[:, :2]).permute(0, 2, 3, 1)
    warped = functional.grid_sample(image, grid, mode="bilinear", padding_mode="border", align_corners=False)
    return blend(output[:, 2:3], output[:, 3:], warped)


class StudentNetworks(nn.Module):
    """Both networks and the picture [1, 4, 512, 512] that they move: pose [N, 45] -> the finished picture."""

    image: Tensor

    def __init__(self, image: Tensor) -> None:
        super().__init__()
        self.face_morpher = FaceSiren()
        self.body_morpher = BodySiren()
        self.register_buffer("image", image, persistent=False)
        self.eval().requires_grad_(False)

    def load(self, state_dicts: Mapping[str, StateDict]) -> StudentNetworks:
        """The same networks with the weights of both published files, by file name.

        Raises:
            RuntimeError: a weight is missing, unknown or of another shape.
        """
        self.face_morpher.load_state_dict(dict(state_dicts["face_morpher"]))
        self.body_morpher.load_state_dict(dict(state_dicts["body_morpher"]))
        return self

    def forward(self, pose: Tensor) -> Tensor:
        moved: Tensor = self.body_morpher(self.figure(pose), pose)
        return moved

    def figure(self, pose: Tensor) -> Tensor:
        """The picture with the moved face, [N, 4, 512, 512]."""
        figure = self.image.expand(len(pose), -1, -1, -1).clone()
        figure[(..., *FACE_PATCH)] = self.face_morpher(pose[:, _FACE_POSE])
        return figure


def load_student(folder: Path, image: Tensor) -> StudentNetworks:
    """The student whose two files (``NAME.safetensors`` or the published ``NAME.pt``) lie in ``folder``.

    Raises:
        FileNotFoundError: one of the two is missing.
        RuntimeError: a file holds other weights.
    """
    names = ("face_morpher", "body_morpher")
    return StudentNetworks(image).load({name: read_weights(folder, name) for name in names})
