"""The blocks that all five networks are made of.

Every network comes in two variants with the same shape: STANDARD uses full convolutions, SEPARABLE a depthwise one
followed by a 1x1 one. Norms are affine InstanceNorm2d without running statistics (eps 1e-5).
"""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

LEAK = 0.1


class Variant(str, Enum):
    """Which of the published sets of weights."""

    STANDARD = "standard"
    SEPARABLE = "separable"


def relu() -> nn.Module:
    """The activation of encoders and decoders."""
    return nn.ReLU(inplace=True)


def leaky_relu() -> nn.Module:
    """The activation of rotator and editor."""
    return nn.LeakyReLU(LEAK, inplace=True)


def convolution(variant: Variant, inputs: int, outputs: int, kernel: int, stride: int = 1) -> list[nn.Module]:
    """A convolution without bias that keeps (stride 1, odd kernel) or halves (stride 2, kernel 4) the picture."""
    padding = (kernel - 1) // 2
    if variant is Variant.STANDARD:
        return [nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False)]
    return [
        nn.Conv2d(inputs, inputs, kernel, stride, padding, groups=inputs, bias=False),
        nn.Conv2d(inputs, outputs, 1, bias=False),
    ]


def transposed_convolution(variant: Variant, inputs: int, outputs: int) -> list[nn.Module]:
    """A convolution without bias that doubles the picture."""
    if variant is Variant.STANDARD:
        return [nn.ConvTranspose2d(inputs, outputs, 4, 2, 1, bias=False)]
    return [
        nn.ConvTranspose2d(inputs, inputs, 4, 2, 1, groups=inputs, bias=False),
        nn.Conv2d(inputs, outputs, 1, bias=False),
    ]


def block(convolutions: list[nn.Module], channels: int, activation: nn.Module) -> nn.Sequential:
    """convolution, norm, activation."""
    return nn.Sequential(*convolutions, nn.InstanceNorm2d(channels, affine=True), activation)


class ResNetBlock(nn.Module):
    """x + norm(conv(activation(norm(conv(x))))), without an activation behind the sum."""

    def __init__(self, variant: Variant, channels: int, activation: nn.Module) -> None:
        super().__init__()

        def conv() -> nn.Module:
            layers = convolution(variant, channels, channels, 3)
            return layers[0] if len(layers) == 1 else nn.Sequential(*layers)

        self.resnet_path = nn.Sequential(
            conv(),
            nn.InstanceNorm2d(channels, affine=True),
            activation,
            conv(),
            nn.InstanceNorm2d(channels, affine=True),
        )

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = x + self.resnet_path(x)
        return out


def pose_planes(pose: Tensor, like: Tensor) -> Tensor:
    """A pose [N, P] as constant planes [N, P, H, W] of the size of ``like`` [N, C, H, W]."""
    return pose[:, :, None, None].expand(-1, -1, like.shape[2], like.shape[3])


def colour_head(channels: int) -> nn.Sequential:
    """Features -> RGBA in -1..1."""
    return nn.Sequential(nn.Conv2d(channels, 4, 3, padding=1), nn.Tanh())


def alpha_head(channels: int, outputs: int = 1) -> nn.Sequential:
    """Features -> blend weights in 0..1."""
    return nn.Sequential(nn.Conv2d(channels, outputs, 3, padding=1), nn.Sigmoid())


def grid_head(channels: int) -> nn.Conv2d:
    """Features -> grid change (dx, dy), in units of half the picture."""
    return nn.Conv2d(channels, 2, 3, padding=1, bias=False)


def made_together(features: Tensor, *heads: nn.Module) -> list[Tensor]:
    """What each of these heads makes of the same features, by one convolution: the heads have one to four channels, and
    a processor's kernels work on sixteen, so that one by one they took a fifth of a face's time.
    """
    convolutions = [head if isinstance(head, nn.Conv2d) else _convolution_of(head) for head in heads]
    biases = [conv.weight.new_zeros(conv.out_channels) if conv.bias is None else conv.bias for conv in convolutions]
    weight = torch.cat([conv.weight for conv in convolutions])
    made = functional.conv2d(features, weight, torch.cat(biases), padding=1)
    parts = torch.split(made, [conv.out_channels for conv in convolutions], dim=1)
    return [
        part if isinstance(head, nn.Conv2d) else cast(nn.Sequential, head)[1](part)
        for head, part in zip(heads, parts, strict=True)
    ]


def _convolution_of(head: nn.Module) -> nn.Conv2d:
    return cast(nn.Conv2d, cast(nn.Sequential, head)[0])


def warp(image: Tensor, grid_change: Tensor) -> Tensor:
    """The image [N, C, H, W] sampled where each pixel's grid position plus its change [N, 2, H, W] points to."""
    height, width = image.shape[2:]
    across = (torch.arange(width, device=image.device, dtype=image.dtype) * 2 + 1) / width - 1
    down = (torch.arange(height, device=image.device, dtype=image.dtype) * 2 + 1) / height - 1
    pixel_centres = torch.stack([across.expand(height, width), down[:, None].expand(height, width)])
    grid = (pixel_centres + grid_change).permute(0, 2, 3, 1)
    return functional.grid_sample(image, grid, mode="bilinear", padding_mode="border", align_corners=False)


def blend(alpha: Tensor, over: Tensor, under: Tensor) -> Tensor:
    """Over * alpha + under * (1 - alpha)."""
    return over * alpha + under * (1 - alpha)


class EncoderDecoder(nn.Module):
    """128 or 192 px picture (and a pose, joined at the bottleneck) -> 64 feature maps of the same size."""

    def __init__(self, variant: Variant, inputs: int, pose_size: int) -> None:
        super().__init__()
        widths = (64, 128, 256, 512)
        self.downsample_blocks = nn.ModuleList([block(convolution(variant, inputs, widths[0], 3), widths[0], relu())])
        for narrow, wide in pairwise(widths):
            self.downsample_blocks.append(block(convolution(variant, narrow, wide, 4, 2), wide, relu()))
        deepest = widths[-1]
        self.bottleneck_blocks = nn.ModuleList(
            [block(convolution(variant, deepest + pose_size, deepest, 3), deepest, relu())]
        )
        self.bottleneck_blocks.extend(ResNetBlock(variant, deepest, relu()) for _ in range(5))
        self.upsample_blocks = nn.ModuleList(
            block(transposed_convolution(variant, wide, narrow), narrow, relu())
            for wide, narrow in zip(widths[:0:-1], widths[-2::-1], strict=True)
        )

    def forward(self, x: Tensor, pose: Tensor | None = None) -> Tensor:
        for down in self.downsample_blocks:
            x = down(x)
        if pose is not None:
            x = torch.cat([x, pose_planes(pose, x)], dim=1)
        for bottleneck in self.bottleneck_blocks:
            x = bottleneck(x)
        for up in self.upsample_blocks:
            x = up(x)
        return x


def stride_two_activation(variant: Variant) -> nn.Module:
    """What follows a halving convolution in the rotator and the editor.

    The published standard weights were trained with a plain ReLU there, although everything else leaks.
    """
    return relu() if variant is Variant.STANDARD else leaky_relu()
