"""The U-Net of the body networks: residual blocks that two embeddings scale and shift, attention where it is small."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import torch
from torch import Tensor, nn
from torch.nn import functional

_EMBEDDING = 256
_HEADS = 8
_GROUPS = 32


@dataclass(frozen=True)
class UNetShape:
    """``inputs`` channels in, ``outputs`` out; ``widths`` of the levels, from the full picture to the smallest."""

    inputs: int
    outputs: int
    pose: int
    widths: tuple[int, ...]


class Resampling(Enum):
    """What a residual block does to the picture's size."""

    NONE = "none"
    HALVE = "halve"
    DOUBLE = "double"

    def __call__(self, x: Tensor) -> Tensor:
        if self is Resampling.HALVE:
            return functional.avg_pool2d(x, 2)
        if self is Resampling.DOUBLE:
            return functional.interpolate(x, scale_factor=2.0, mode="nearest")
        return x


def _norm(channels: int) -> nn.GroupNorm:
    return nn.GroupNorm(min(_GROUPS, channels), channels)


class ResidualBlock(nn.Module):
    """conv(silu(norm x)) twice beside a skip; the second norm is scaled and shifted by time, then by the pose."""

    def __init__(self, inputs: int, outputs: int, resampling: Resampling = Resampling.NONE) -> None:
        super().__init__()
        self.resampling = resampling
        self.norm0 = _norm(inputs)
        self.conv0 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.cond0_layers = nn.Sequential(nn.SiLU(), nn.Linear(_EMBEDDING, 2 * outputs))
        self.norm1 = _norm(outputs)
        self.conv1 = nn.Conv2d(outputs, outputs, 3, padding=1)
        self.cond1_layers = nn.Sequential(nn.SiLU(), nn.Linear(_EMBEDDING, 2 * outputs))
        self.skip = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else nn.Identity()

    def forward(self, x: Tensor, time: Tensor, pose: Tensor) -> Tensor:
        y = self.conv0(self.resampling(functional.silu(self.norm0(x))))
        y = self.norm1(y)
        for embedded in (self.cond0_layers(time), self.cond1_layers(pose)):
            scale, shift = embedded[:, :, None, None].chunk(2, dim=1)
            y = y * (1 + scale) + shift
        out: Tensor = self.conv1(functional.silu(y)) + self.skip(self.resampling(x))
        return out


class Attention(nn.Module):
    """Every place looks at every other one, with eight heads, beside a skip."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = _norm(channels)
        self.qkv = nn.Conv2d(channels, 3 * channels, 1)
        self.conv = nn.Conv2d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        count, channels, height, width = x.shape
        shape = (count, _HEADS, channels // _HEADS, height * width)
        query, key, value = (part.reshape(shape).transpose(2, 3) for part in self.qkv(self.norm(x)).chunk(3, dim=1))
        seen = functional.scaled_dot_product_attention(query, key, value)
        out: Tensor = x + self.conv(seen.transpose(2, 3).reshape(x.shape))
        return out


class _Unconditioned(nn.Module):
    """Attention among the middle blocks, where the published names have one more level."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.module = Attention(channels)

    def forward(self, x: Tensor, _time: Tensor, _pose: Tensor) -> Tensor:
        out: Tensor = self.module(x)
        return out


class _Down(nn.Module):
    def __init__(self, inputs: int, outputs: int, last: bool) -> None:
        super().__init__()
        self.res_blocks = nn.ModuleList([ResidualBlock(inputs, outputs)])
        self.attention_blocks = nn.ModuleList([Attention(outputs)] if last else [])
        self.downsample = None if last else ResidualBlock(outputs, outputs, Resampling.HALVE)

    def forward(self, x: Tensor, time: Tensor, pose: Tensor) -> list[Tensor]:
        """What the way up is given of this level, in order; the last one goes on down."""
        x = self.res_blocks[0](x, time, pose)
        for attention in self.attention_blocks:
            x = attention(x)
        return [x] if self.downsample is None else [x, self.downsample(x, time, pose)]


class _Up(nn.Module):
    def __init__(self, inputs: int, outputs: int, skips: tuple[int, int], first: bool, last: bool) -> None:
        super().__init__()
        self.resnet_blocks = nn.ModuleList(
            [ResidualBlock(inputs + skips[0], outputs), ResidualBlock(outputs + skips[1], outputs)]
        )
        self.attention_blocks = nn.ModuleList([Attention(outputs), Attention(outputs)] if first else [])
        self.upsample = None if last else ResidualBlock(outputs, outputs, Resampling.DOUBLE)

    def forward(self, x: Tensor, skips: list[Tensor], time: Tensor, pose: Tensor) -> Tensor:
        for number, block in enumerate(self.resnet_blocks):
            x = block(torch.cat([x, skips.pop()], dim=1), time, pose)
            if self.attention_blocks:
                x = self.attention_blocks[number](x)
        if self.upsample is not None:
            x = self.upsample(x, time, pose)
        return x


class UNet(nn.Module):
    """Picture [N, C, S, S] and pose [N, P] -> [N, O, S, S]."""

    time: Tensor

    def __init__(self, shape: UNetShape) -> None:
        super().__init__()
        widths = shape.widths
        first = widths[0]
        # The networks come from a diffusion model; the published weights always see time 0: cosines, then sines.
        self.register_buffer(
            "time", torch.cat([torch.ones(1, first // 2), torch.zeros(1, first // 2)], dim=1), persistent=False
        )
        self.time_embed = nn.Sequential(
            nn.Identity(), nn.Linear(first, _EMBEDDING), nn.SiLU(), nn.Linear(_EMBEDDING, _EMBEDDING)
        )
        self.cond_embed = nn.Sequential(nn.Linear(shape.pose, _EMBEDDING), nn.SiLU(), nn.Linear(_EMBEDDING, _EMBEDDING))
        self.first_conv = nn.Conv2d(shape.inputs, first, 3, padding=1)
        self.down_blocks = nn.ModuleList()
        given = [first]
        width = first
        for wide in widths:
            last = len(self.down_blocks) == len(widths) - 1
            self.down_blocks.append(_Down(width, wide, last))
            given += [wide] if last else [wide, wide]
            width = wide
        self.middle_blocks = nn.ModuleList(
            _Unconditioned(width) if number % 2 else ResidualBlock(width, width) for number in range(7)
        )
        self.up_blocks = nn.ModuleList()
        for number, wide in enumerate(reversed(widths)):
            skips = (given.pop(), given.pop())
            self.up_blocks.append(_Up(width, wide, skips, first=number == 0, last=number == len(widths) - 1))
            width = wide
        self.last = nn.Sequential(_norm(width), nn.SiLU(), nn.Conv2d(width, shape.outputs, 3, padding=1))

    def forward(self, x: Tensor, pose: Tensor, beside: Tensor | None = None) -> Tensor:
        """``beside`` [N, first width, S, S] is added to the features of the first convolution."""
        time, embedded = self.time_embed(self.time.expand(len(x), -1)), self.cond_embed(pose)
        x = self.first_conv(x)
        if beside is not None:
            x = x + beside
        skips = [x]
        for down in self.down_blocks:
            skips += down(skips[-1], time, embedded)
        x = skips[-1]
        for middle in self.middle_blocks:
            x = middle(x, time, embedded)
        for up in self.up_blocks:
            x = up(x, skips, time, embedded)
        out: Tensor = self.last(x)
        return out
