"""The five networks. All pictures are [N, 4, H, W] in -1..1: linear-light RGB, not premultiplied, and alpha.

Each ``forward`` answers a frozen dataclass whose fields are named as in the published code.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.posers.tha3.layers import (
    EncoderDecoder,
    ResNetBlock,
    Variant,
    alpha_head,
    blend,
    block,
    colour_head,
    convolution,
    grid_head,
    leaky_relu,
    made_together,
    pose_planes,
    stride_two_activation,
    warp,
)
from pipeline.types import PoseCategory, pose_slice

EYEBROW_POSE = pose_slice(PoseCategory.EYEBROW, PoseCategory.EYEBROW)
FACE_POSE = pose_slice(PoseCategory.EYE, PoseCategory.IRIS_ROTATION)
ROTATION_POSE = pose_slice(PoseCategory.FACE_ROTATION, PoseCategory.BREATHING)


@dataclass(frozen=True)
class Decomposed:
    """What the eyebrow decomposer returns."""

    eyebrow_layer: Tensor
    eyebrow_layer_alpha: Tensor
    eyebrow_layer_color_change: Tensor
    background_layer: Tensor
    background_layer_alpha: Tensor
    background_layer_color_change: Tensor


class EyebrowDecomposer(nn.Module):
    """The 128-px brow region -> a layer with the brows alone, and the face without brows. It needs no pose."""

    def __init__(self, variant: Variant) -> None:
        super().__init__()
        self.body = EncoderDecoder(variant, 4, 0)
        self.background_layer_alpha = alpha_head(64)
        self.background_layer_color_change = colour_head(64)
        self.eyebrow_layer_alpha = alpha_head(64)
        self.eyebrow_layer_color_change = colour_head(64)

    def forward(self, image: Tensor) -> Decomposed:
        features = self.body(image)
        background_alpha, background_colour, eyebrow_alpha, eyebrow_colour = made_together(
            features,
            self.background_layer_alpha,
            self.background_layer_color_change,
            self.eyebrow_layer_alpha,
            self.eyebrow_layer_color_change,
        )
        return Decomposed(
            eyebrow_layer=blend(eyebrow_alpha, image, eyebrow_colour),
            eyebrow_layer_alpha=eyebrow_alpha,
            eyebrow_layer_color_change=eyebrow_colour,
            background_layer=blend(background_alpha, background_colour, image),
            background_layer_alpha=background_alpha,
            background_layer_color_change=background_colour,
        )


@dataclass(frozen=True)
class Combined:
    """What the eyebrow combiner returns."""

    eyebrow_image: Tensor
    combine_alpha: Tensor
    eyebrow_image_no_combine_alpha: Tensor
    morphed_eyebrow_layer: Tensor
    morphed_eyebrow_layer_alpha: Tensor
    morphed_eyebrow_layer_color_change: Tensor
    warped_eyebrow_layer: Tensor
    morphed_eyebrow_layer_grid_change: Tensor


class EyebrowMorphingCombiner(nn.Module):
    """Both brow layers and 12 pose entries -> the brow region with moved brows."""

    def __init__(self, variant: Variant) -> None:
        super().__init__()
        self.body = EncoderDecoder(variant, 8, 12)
        self.morphed_eyebrow_layer_grid_change = grid_head(64)
        self.morphed_eyebrow_layer_alpha = alpha_head(64)
        self.morphed_eyebrow_layer_color_change = colour_head(64)
        self.combine_alpha = alpha_head(64)

    def forward(self, background_layer: Tensor, eyebrow_layer: Tensor, pose: Tensor) -> Combined:
        features = self.body(torch.cat([background_layer, eyebrow_layer], dim=1), pose)
        grid_change, alpha, colour, combine_alpha = made_together(
            features,
            self.morphed_eyebrow_layer_grid_change,
            self.morphed_eyebrow_layer_alpha,
            self.morphed_eyebrow_layer_color_change,
            self.combine_alpha,
        )
        warped = warp(eyebrow_layer, grid_change)
        morphed = blend(alpha, colour, warped)
        return Combined(
            eyebrow_image=_over(combine_alpha, morphed, background_layer),
            combine_alpha=combine_alpha,
            eyebrow_image_no_combine_alpha=_over((morphed[:, 3:4] + 1) / 2, morphed, background_layer),
            morphed_eyebrow_layer=morphed,
            morphed_eyebrow_layer_alpha=alpha,
            morphed_eyebrow_layer_color_change=colour,
            warped_eyebrow_layer=warped,
            morphed_eyebrow_layer_grid_change=grid_change,
        )


def _over(alpha: Tensor, layer: Tensor, background: Tensor) -> Tensor:
    """The layer's colours over the background's; the background's own alpha stays."""
    return torch.cat([blend(alpha, layer[:, :3], background[:, :3]), background[:, 3:4]], dim=1)


@dataclass(frozen=True)
class MorphedFace:
    """What the face morpher returns."""

    output_image: Tensor
    eye_alpha: Tensor
    eye_color_change: Tensor
    iris_mouth_image_1: Tensor
    iris_mouth_alpha: Tensor
    iris_mouth_color_change: Tensor
    iris_mouth_image_0: Tensor


class FaceMorpher(nn.Module):
    """The 192-px face and 27 pose entries -> the face with moved irises, mouth and lids."""

    def __init__(self, variant: Variant) -> None:
        super().__init__()
        self.body = EncoderDecoder(variant, 4, 27)
        self.iris_mouth_grid_change = grid_head(64)
        self.iris_mouth_color_change = colour_head(64)
        self.iris_mouth_alpha = alpha_head(64)
        self.eye_color_change = colour_head(64)
        self.eye_alpha = alpha_head(64)

    def forward(self, image: Tensor, pose: Tensor) -> MorphedFace:
        features = self.body(image, pose)
        grid_change, iris_mouth_alpha, iris_mouth_colour, eye_alpha, eye_colour = made_together(
            features,
            self.iris_mouth_grid_change,
            self.iris_mouth_alpha,
            self.iris_mouth_color_change,
            self.eye_alpha,
            self.eye_color_change,
        )
        warped = warp(image, grid_change)
        iris_mouth = blend(iris_mouth_alpha, iris_mouth_colour, warped)
        return MorphedFace(
            output_image=blend(eye_alpha, eye_colour, iris_mouth),
            eye_alpha=eye_alpha,
            eye_color_change=eye_colour,
            iris_mouth_image_1=iris_mouth,
            iris_mouth_alpha=iris_mouth_alpha,
            iris_mouth_color_change=iris_mouth_colour,
            iris_mouth_image_0=warped,
        )


@dataclass(frozen=True)
class Rotated:
    """What the rotator returns."""

    direct: Tensor
    warped: Tensor
    grid_change: Tensor


class FaceBodyRotator(nn.Module):
    """The 256-px figure and 6 pose entries -> the figure turned, by two ways: painted anew, and warped."""

    def __init__(self, variant: Variant) -> None:
        super().__init__()
        self.encoder_decoder = _Resampler(variant, 10)
        self.direct_creator = colour_head(64)
        self.grid_change_creator = grid_head(64)

    def forward(self, image: Tensor, pose: Tensor) -> Rotated:
        features = self.encoder_decoder(torch.cat([image, pose_planes(pose, image)], dim=1))
        grid_change = self.grid_change_creator(features)
        return Rotated(self.direct_creator(features), warp(image, grid_change), grid_change)


class _Resampler(nn.Module):
    """As EncoderDecoder, but with leaky activations and nearest-neighbour upsampling."""

    def __init__(self, variant: Variant, inputs: int) -> None:
        super().__init__()
        widths = (64, 128, 256, 512)
        self.downsample_blocks = _down_blocks(variant, inputs, 7, widths)
        self.bottleneck_blocks = nn.ModuleList(ResNetBlock(variant, widths[-1], leaky_relu()) for _ in range(6))
        self.upsample_blocks = nn.ModuleList(
            nn.Sequential(
                nn.Upsample(scale_factor=2), block(convolution(variant, wide, narrow, 3), narrow, leaky_relu())
            )
            for wide, narrow in zip(widths[:0:-1], widths[-2::-1], strict=True)
        )

    def forward(self, x: Tensor) -> Tensor:
        for stage in (*self.downsample_blocks, *self.bottleneck_blocks, *self.upsample_blocks):
            x = stage(x)
        return x


def _down_blocks(variant: Variant, inputs: int, kernel: int, widths: tuple[int, ...]) -> nn.ModuleList:
    blocks = nn.ModuleList([block(convolution(variant, inputs, widths[0], kernel), widths[0], leaky_relu())])
    for narrow, wide in pairwise(widths):
        blocks.append(block(convolution(variant, narrow, wide, 4, 2), wide, stride_two_activation(variant)))
    return blocks


@dataclass(frozen=True)
class Edited:
    """What the editor returns."""

    color_changed: Tensor
    alpha: Tensor
    color_change: Tensor
    warped: Tensor
    grid_change: Tensor


class Editor(nn.Module):
    """The 512-px figure, the rotator's result enlarged, and 6 pose entries -> the finished 512-px picture."""

    def __init__(self, variant: Variant) -> None:
        super().__init__()
        self.body = _UNet(variant, 16)
        self.color_change_creator = colour_head(32)
        self.alpha_creator = alpha_head(32, 4)
        self.grid_change_creator = grid_head(32)

    def forward(self, image: Tensor, warped: Tensor, grid_change: Tensor, pose: Tensor) -> Edited:
        features = self.body(torch.cat([image, warped, grid_change, pose_planes(pose, image)], dim=1))
        finer, colour, alpha = made_together(
            features, self.grid_change_creator, self.color_change_creator, self.alpha_creator
        )
        refined = grid_change + finer
        rewarped = warp(image, refined)
        return Edited(blend(alpha, colour, rewarped), alpha, colour, rewarped, refined)


class _UNet(nn.Module):
    def __init__(self, variant: Variant, inputs: int) -> None:
        super().__init__()
        widths = (32, 64, 128, 256)
        self.downsample_blocks = _down_blocks(variant, inputs, 3, widths)
        self.bottleneck_blocks = nn.ModuleList(ResNetBlock(variant, widths[-1], leaky_relu()) for _ in range(6))
        self.upsample_blocks = nn.ModuleList(
            block(convolution(variant, wide + narrow, narrow, 3), narrow, leaky_relu())
            for wide, narrow in zip(widths[:0:-1], widths[-2::-1], strict=True)
        )

    def forward(self, x: Tensor) -> Tensor:
        skips = []
        for down in self.downsample_blocks:
            x = down(x)
            skips.append(x)
        for bottleneck in self.bottleneck_blocks:
            x = bottleneck(x)
        for up, skip in zip(self.upsample_blocks, skips[-2::-1], strict=True):
            x = up(torch.cat([functional.interpolate(x, scale_factor=2.0, mode="nearest"), skip], dim=1))
        return x
