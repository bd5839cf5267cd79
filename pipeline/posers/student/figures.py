"""How close a student comes to its teacher: PSNR and SSIM in premultiplied sRGB."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from pipeline.posers.spots import is_visible
from pipeline.posers.student.model import Box
from pipeline.types import Frames, Judgement, Psnr
from pipeline.types.arrays import Float32Array

_HEAD_MARGIN: Final = 16


def judge(student: Frames, teacher: Frames, face_box: Box) -> Judgement:
    """Compares the same poses drawn by both, premultiplied uint8 [N, 512, 512, 4].

    The head is the box in which the face moves with 16 px around it, in the picture at rest.
    """
    head = face_box.grown(_HEAD_MARGIN)
    whole, figure, heads, similar = [], [], [], []
    for ours, theirs in zip(student, teacher, strict=True):
        errors = (ours.astype(np.float32) - theirs) ** 2
        whole.append(_psnr(errors))
        figure.append(_psnr(errors[is_visible(theirs)]))
        heads.append(_psnr(errors[head.rows, head.columns]))
        similar.append(_ssim(_on_white(ours), _on_white(theirs)))
    means = (float(np.mean(values)) for values in (whole, figure, heads))
    return Judgement(Psnr(*means), float(np.min(figure)), float(np.mean(similar)), len(student))


def _psnr(errors: Float32Array) -> float:
    """10 log10(255² / mean squared error), at most 100 dB."""
    mean = float(errors.mean()) if errors.size else 0.0
    return float(10 * np.log10(255**2 / max(mean, 255**2 * 1e-10)))


def _on_white(picture: Frames) -> Float32Array:
    """The premultiplied picture in front of white: float32 [H, W, 3] in 0..1."""
    values = picture.astype(np.float32) / 255
    seen: Float32Array = values[..., :3] + 1 - values[..., 3:]
    return seen


def _ssim(one: Float32Array, other: Float32Array) -> float:
    """Wang et al. 2004: a Gaussian window of 1.5 px, K1 = .01, K2 = .03."""

    def blur(values: Float32Array) -> Float32Array:
        blurred: Float32Array = cv2.GaussianBlur(values, (11, 11), 1.5)
        return blurred

    mean_one, mean_other = blur(one), blur(other)
    variance_one = blur(one * one) - mean_one**2
    variance_other = blur(other * other) - mean_other**2
    both = blur(one * other) - mean_one * mean_other
    top = (2 * mean_one * mean_other + 1e-4) * (2 * both + 9e-4)
    return float((top / ((mean_one**2 + mean_other**2 + 1e-4) * (variance_one + variance_other + 9e-4))).mean())
