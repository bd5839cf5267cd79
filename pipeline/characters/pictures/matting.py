"""Background removal: whatever way suits the picture, from the surest to the last resort."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

import cv2
import numpy as np

from pipeline.characters.pictures.background import cut_out, decontaminate, fit_around, fit_border, spread
from pipeline.characters.pictures.remover import find_remover
from pipeline.pixels.alpha import flatten
from pipeline.quiet import quiet_native_code
from pipeline.types import DEFAULT_SETTINGS, BoolArray, Float32Array, Frames, PipelineSettings, Pixels

_OPAQUE: Final = 250
_CLEAR_BORDER: Final = 0.5
"""Share of the upper border that must be transparent for the picture's own alpha to be believed."""
_SURELY_NOT: Final = 0.1
"""What the segmenter gives no more than this is background."""
_CLEARANCE: Final = 0.04
"""Share of the longer side that is kept clear around the figure."""
_LARGEST_LEFTOVER: Final = 0.2
"""Share of a cut-out that may be background to the segmenter: right ones have up to 0.1, wrong ones from 0.3 on."""
_SEEN: Final = 0.15
"""Share of a cut-out that the segmenter must have seen to be believed against it."""
_CLEAR_SHARE: Final = 0.1
"""Share of the upper border that a figure covers at most, unless it fills the picture."""
_GRABCUT_SIDE: Final = 384
"""Pixels of the longer side at which GrabCut works."""


class Matte(str, Enum):
    """How the background was removed."""

    ALPHA = "alpha"
    """The picture brought its own transparency."""
    REMBG = "rembg"
    FLAT = "flat"
    """A flat or graded background was known everywhere."""
    SEGMENTED = "segmented"
    """mediapipe's selfie segmenter, refined by GrabCut."""


def remove_background(
    picture: Frames, photo: bool = False, settings: PipelineSettings = DEFAULT_SETTINGS
) -> tuple[Frames, Matte]:
    """The figure alone, uint8 [H, W, 4] with straight alpha, and how it was found.

    Args:
        picture: uint8 [H, W, 4], straight alpha.
        photo: whether it shows a real person, whom the segmenter knows well. A real wall is never as even as it looks,
            so a flat background is not looked for.

    Raises:
        RemoverError: the network that the settings name cannot be used.
    """
    if _has_own_alpha(picture):
        return picture, Matte.ALPHA
    flattened = flatten(picture, 255)
    guess = _guess(flattened)
    if not photo:
        if (background := fit_border(flattened)) is not None:
            figure = cut_out(flattened, background)
            if not _leaves_background(figure[..., 3], guess):
                return figure, Matte.FLAT
        if (background := fit_around(flattened, _around(guess))) is not None:
            figure = _without_specks(cut_out(flattened, background), guess)
            if not _leaves_background(figure[..., 3], guess):
                return figure, Matte.FLAT
    if (remove := find_remover(settings)) is not None:
        return _refined(flattened, remove(flattened)), Matte.REMBG
    return _refined(flattened, _sharpened(flattened, guess)), Matte.SEGMENTED


def _around(guess: Float32Array) -> BoolArray:
    """What is surely not the figure, according to the segmenter."""
    reach = max(3, round(_CLEARANCE * max(guess.shape))) | 1
    return np.asarray(cv2.dilate(guess, np.ones((reach, reach), np.uint8)) < _SURELY_NOT)


def _without_specks(figure: Frames, guess: Float32Array) -> Frames:
    """The figure without pieces of which the segmenter sees nothing: the bright middle of a glow, a sun."""
    count, labels = cv2.connectedComponents((figure[..., 3] > 0).astype(np.uint8))
    seen = np.zeros(count, np.float32)
    np.maximum.at(seen, labels.ravel(), guess.ravel())
    clean = figure.copy()
    clean[..., 3][seen[labels] < 0.5] = 0
    return clean


def _leaves_background(alpha: Pixels, guess: Float32Array) -> bool:
    """Whether a cut-out holds much more than the segmenter's guess: a sky or stripes are flat at the border alone.

    The segmenter overlooks some drawn figures, so where the border is clear its word counts only if it saw a good part.
    """
    figure = alpha > 128
    size = max(1, int(figure.sum()))
    left = (figure & (guess < _SURELY_NOT)).sum() / size
    seen = (figure & (guess > 0.5)).sum() / size
    upper = figure[: len(figure) * 2 // 3]
    border = np.concatenate([upper[0], upper[:, 0], upper[:, -1]]).mean()
    return bool(left > _LARGEST_LEFTOVER and (seen > _SEEN or border > _CLEAR_SHARE))


def _has_own_alpha(picture: Frames) -> bool:
    alpha = picture[..., 3]
    upper = alpha[: len(alpha) // 2]
    border = np.concatenate([upper[0], upper[:, 0], upper[:, -1]])
    return bool((border < _OPAQUE).mean() > _CLEAR_BORDER and (alpha >= _OPAQUE).any())


def _guess(picture: Pixels) -> Float32Array:
    """How much each pixel is a person's, float32 [H, W] in 0..1, according to mediapipe's selfie segmenter."""
    from mediapipe.python.solutions.selfie_segmentation import SelfieSegmentation

    with quiet_native_code(), SelfieSegmentation(model_selection=0) as segmenter:
        return np.asarray(segmenter.process(picture).segmentation_mask, np.float32)


def _sharpened(picture: Pixels, guess: Float32Array) -> Float32Array:
    """The segmenter's guess, sharpened by GrabCut's colour models: float32 [H, W]."""
    height, width = picture.shape[:2]
    scale = min(1.0, _GRABCUT_SIDE / max(height, width))
    small_size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = cv2.resize(picture, small_size, interpolation=cv2.INTER_AREA)
    small_guess = cv2.resize(guess, small_size, interpolation=cv2.INTER_AREA)
    labels = np.select(
        [small_guess > 0.95, small_guess > 0.5, small_guess > 0.05],
        [cv2.GC_FGD, cv2.GC_PR_FGD, cv2.GC_PR_BGD],
        cv2.GC_BGD,
    ).astype(np.uint8)
    if not ((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD)).any():
        # A drawing that the segmenter does not know as a person: most stand in the middle, down to the bottom edge.
        rows, columns = np.mgrid[0 : small_size[1], 0 : small_size[0]]
        x, y = columns / small_size[0] - 0.5, rows / small_size[1]
        labels[:] = np.where((np.abs(x) < 0.32) & (y > 0.12), cv2.GC_PR_FGD, cv2.GC_BGD)
    models: tuple[Any, Any] = (np.zeros((1, 65)), np.zeros((1, 65)))
    cv2.setRNGSeed(0)
    cv2.grabCut(np.ascontiguousarray(small[..., ::-1]), labels, None, *models, 4, cv2.GC_INIT_WITH_MASK)
    mask = ((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD)).astype(np.float32)
    largest = _largest_piece(mask)
    return np.asarray(cv2.resize(largest, (width, height), interpolation=cv2.INTER_CUBIC), np.float32).clip(0, 1)


def _largest_piece(mask: Float32Array) -> Float32Array:
    count, labels, stats, _ = cv2.connectedComponentsWithStats((mask > 0.5).astype(np.uint8))
    if count < 2:
        return mask
    largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    return np.asarray(labels == largest, np.float32)


def _refined(picture: Pixels, alpha: Float32Array) -> Frames:
    """A mask of any softness as a clean cut-out: the edge follows the picture, colours are the figure's own."""
    radius = max(2, round(min(alpha.shape) / 128))
    guided = cv2.ximgproc.guidedFilter(picture, alpha, radius, 1e-4 * 255**2)
    edge = (alpha > 0.02) & (alpha < 0.98) | (
        cv2.dilate(alpha, None, iterations=2) != cv2.erode(alpha, None, iterations=2)
    )
    alpha = np.where(edge, np.clip((guided - 0.1) / 0.8, 0, 1), alpha).astype(np.float32)
    alpha[alpha < 0.04] = 0
    alpha[alpha > 0.96] = 1
    pixels = picture.astype(np.float32)
    clean = decontaminate(pixels, alpha, spread(pixels, alpha <= 0), spread(pixels, alpha >= 1))
    return np.dstack([clean, np.rint(alpha * 255).astype(np.uint8)])
