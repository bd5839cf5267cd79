"""A flat or softly graded background, known from the picture's border.

Where the background is known at every pixel, alpha follows from one equation: a pixel I on the edge mixes the figure's
colour F and the background's B, so alpha = (I-B)·(F-B) / |F-B|². F is taken from the figure beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from scipy import ndimage

from pipeline.characters.pictures.ringing import gains, is_vivid, rings, smoothed, without_bleeding
from pipeline.types import BoolArray, Float32Array, FloatArray, Pixels

_BORDER_SHARE: Final = 0.025
"""How much of the width the outer frame takes that is looked at for the background."""
_NOISE: Final = 5.0
"""Levels (0-255) by which a background pixel may miss the fitted surface, when the picture is clean."""
_LARGEST_NOISE: Final = 14.0
_FITTING_SHARE: Final = 0.55
_FITTING_SHARE_AROUND: Final = 0.9
"""At least so much of the border (its bottom left out), or of what lies around the figure, must be on the surface."""
_SMOOTH: Final = 0.03
"""Share of the longer side within which the fit's residual hardly changes."""
_SMALLEST_GAP: Final = 0.0002
"""Share of the picture that an enclosed gap takes at least; smaller ones are highlights and whites of eyes."""
_EXACT_SHARE: Final = 0.6
"""Share of a gap's pixels that match the background within its noise; white cloth has shading, a gap has none."""
_SMALLEST_CLIPPED_GAP: Final = 0.0015
_CLIPPED_SHARE: Final = 0.97
"""The same two on a pure white or black background."""
_BAND: Final = 3
"""Pixels on both sides of the edge in which alpha is calculated, in a picture of up to 512 pixels."""
_PURE_REACH: Final = 0.67
"""How far from a mixed pixel a pure one lies, in bands: an outline is thin, and its own pixels may all be mixed."""
_MIXED_REACH: Final = 0.67
"""How far into the figure pixels are taken for mixed ones, in bands; its own colours are known from farther inside."""
_MURK: Final = 48.0
"""Levels: what is no farther from the background, and is connected to it near the edge, is the ringing of a JPEG or
a thin mixture; alpha is calculated there, too."""
_RIPPLES_LEFT: Final = 4.0
"""Levels by which a gap's pixels may differ more when a JPEG's ripples were smoothed away."""
_VIVID_RIPPLES_LEFT: Final = 16.0
"""The same on a green screen and its like, which bleeds into narrow gaps and which figures have little of."""
_NEARLY_CLIPPED: Final = 20.0
"""Levels from black or white up to which a JPEG's background is as good as that."""
_FAINT: Final = 0.12
"""Shares of the figure, or of the background, that a JPEG's ripples make up."""
_MURK_REACH: Final = 3
"""How far from the edge, in bands."""

_FOUR: Final = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
"""A pixel and its four neighbours: diagonal lines of one pixel are closed, too."""


@dataclass(frozen=True)
class Background:
    """A fitted background: ``colours`` float32 [H, W, 3] in 0..255, ``noise`` its spread in levels."""

    colours: Float32Array
    noise: float


def fit_border(picture: Pixels) -> Background | None:
    """The background of an RGB picture [H, W, 3] if most of its border lies on a quadratic colour surface."""
    height, width = picture.shape[:2]
    frame = max(2, round(_BORDER_SHARE * min(height, width)))
    border = np.zeros((height, width), np.bool_)
    border[:frame] = border[:, :frame] = border[:, -frame:] = True
    # The figure leaves the picture at its bottom, often on the sides there too.
    border[-max(frame, height // 3) :] = False
    return _fit(picture, border, 2, _FITTING_SHARE)


def fit_around(picture: Pixels, around: BoolArray) -> Background | None:
    """The background of an RGB picture [H, W, 3] if nearly all of what lies around the figure, bool [H, W], is on a
    colour surface of the fourth degree: a vignette, a glow behind the head.
    """
    background = _fit(picture, around, 4, _FITTING_SHARE_AROUND)
    if background is None:
        return None
    # What the surface misses is smooth, too: it goes on as it is beside the figure.
    miss = picture - background.colours
    known = (around & (np.abs(miss).max(axis=2) < _LARGEST_NOISE)).astype(np.float32)
    spread_by = _SMOOTH * max(picture.shape)
    weight = cv2.GaussianBlur(known, (0, 0), spread_by)[..., None]
    colours = background.colours + cv2.GaussianBlur(miss * known[..., None], (0, 0), spread_by) / (weight + 0.02)
    rest = np.abs(picture - colours).max(axis=2)[known > 0]
    return Background(colours.clip(0, 255).astype(np.float32), max(1.0, float(np.quantile(rest, 0.95))))


def _fit(picture: Pixels, known: BoolArray, degree: int, fitting_share: float) -> Background | None:
    height, width = picture.shape[:2]
    rows, columns = np.nonzero(known)
    step = max(1, len(rows) // 6000)
    rows, columns = rows[::step], columns[::step]
    colours = picture[rows, columns].astype(np.float64)
    terms = _terms(rows / height, columns / width, degree)
    fits = np.ones(len(rows), np.bool_)
    surface = np.zeros((terms.shape[1], 3))
    for limit in (60.0, 30.0, _LARGEST_NOISE, _LARGEST_NOISE):
        if fits.sum() < 50:
            return None
        surface = _robust_fit(terms[fits], colours[fits])
        fits = np.abs(colours - terms @ surface).max(axis=1) < limit
    if fits.mean() < fitting_share:
        return None
    noise = float(np.quantile(np.abs(colours - terms @ surface).max(axis=1)[fits], 0.95))
    every_row, every_column = np.mgrid[0:height, 0:width]
    fitted = _terms(every_row.ravel() / height, every_column.ravel() / width, degree) @ surface
    return Background(np.clip(fitted, 0, 255).reshape(height, width, 3).astype(np.float32), max(noise, 1.0))


def _terms(y: FloatArray, x: FloatArray, degree: int) -> FloatArray:
    powers = [(i, total - i) for total in range(degree + 1) for i in range(total + 1)]
    return np.stack([y**i * x**j for i, j in powers], axis=1)


def _robust_fit(terms: FloatArray, colours: FloatArray) -> FloatArray:
    """Least squares, reweighted a few times so that hair over the border does not bend the surface (Huber)."""
    weights = np.ones(len(terms))
    solution = np.zeros((terms.shape[1], colours.shape[1]))
    for _ in range(6):
        root = np.sqrt(weights)[:, None]
        solution = np.linalg.lstsq(terms * root, colours * root, rcond=None)[0]
        miss = np.abs(colours - terms @ solution).max(axis=1)
        weights = 1 / np.maximum(1, miss / 4)
    return solution


def cut_out(picture: Pixels, background: Background) -> Pixels:
    """The figure of an RGB picture [H, W, 3] as RGBA [H, W, 4], straight alpha, free of the background's colour."""
    pixels = picture.astype(np.float32)
    distance = np.abs(pixels - background.colours).max(axis=2)
    levels = background.colours.mean(axis=(0, 1))
    tolerance = min(max(_NOISE, 1.6 * background.noise), 1.5 * _LARGEST_NOISE)
    clipped = bool(levels.min() > 250 or levels.max() < 5)
    outside = _outside(distance, tolerance, background.noise, clipped)
    # Edges of larger pictures are softer by as much.
    band = max(_BAND, round(_BAND * min(picture.shape[:2]) / 512))
    murk = outside
    even = np.abs(smoothed(picture) - background.colours).max(axis=2)
    ringing = rings(distance, outside, band) or gains(outside, _outside(even, tolerance, background.noise, clipped))
    if ringing:
        bright_or_dark = bool(levels.min() > 255 - _NEARLY_CLIPPED or levels.max() < _NEARLY_CLIPPED)
        ripples = _VIVID_RIPPLES_LEFT if is_vivid(background.colours) else _RIPPLES_LEFT
        outside |= _outside(even, max(tolerance, ripples), background.noise + ripples, bright_or_dark)
        distance = even
        murk = ndimage.binary_dilation(outside, iterations=_MURK_REACH * band, mask=outside | (distance < _MURK))
    inside = ~(ndimage.binary_dilation(outside, iterations=band) | murk)
    edge = ~inside & (murk | ~ndimage.binary_erosion(outside, iterations=band, border_value=1))
    figure = spread(pixels, inside)
    # Outlines are darker than what they enclose: beside a mixed pixel lies its pure colour, the one farthest from
    # the background. Murk alone has none.
    strong = np.where(outside | (distance < _MURK), 0, distance)
    pure, found = _farthest(pixels, strong, max(1, round(band * _PURE_REACH)))
    pure = np.where(found[..., None], pure, figure)
    span = pure - background.colours
    length = (span * span).sum(axis=2)
    share = ((pixels - background.colours) * span).sum(axis=2) / np.maximum(length, 1.0)
    # Where figure and background have nearly one colour the equation says nothing: keep what the flood says.
    share = np.where(length < (2.5 * tolerance) ** 2, ~outside, share)
    mixed = murk | ndimage.binary_dilation(outside, iterations=max(1, round(band * _MIXED_REACH)))
    edge, inside = edge & mixed, inside | ~mixed
    alpha = _rising(np.where(edge, np.clip(share, 0, 1), inside).astype(np.float32), outside, band)
    alpha[alpha < 0.04] = 0
    alpha[alpha > 0.96] = 1
    if ringing:
        alpha = _without_murk_alone(alpha, strong)
    clean = decontaminate(pixels, alpha, background.colours, pure)
    if ringing:
        clean = np.rint(without_bleeding(clean.astype(np.float32), alpha > 0, background.colours)).astype(np.uint8)
    return np.dstack([clean, np.rint(alpha * 255).astype(np.uint8)])


def _without_murk_alone(alpha: Float32Array, strong: Float32Array) -> Float32Array:
    """Alpha without its faintest traces, and without pieces of murk alone, for which ``strong`` [H, W] is 0."""
    alpha = ((alpha - _FAINT) / (1 - 2 * _FAINT)).clip(0, 1)
    count, labels = cv2.connectedComponents((alpha > 0).astype(np.uint8))
    held = np.zeros(count, np.float32)
    np.maximum.at(held, labels.ravel(), strong.ravel())
    return np.asarray(np.where(held[labels] > 0, alpha, 0), np.float32)


def _rising(alpha: Float32Array, outside: BoolArray, band: int) -> Float32Array:
    """Alpha that never falls on the way from the background into the figure: what lies behind an outline belongs to the
    figure, however much its colour is the background's.
    """
    # Morphological reconstruction by erosion; ways that wind more than this are rare and short.
    rising = np.where(outside, alpha, 1).astype(np.float32)
    for _ in range(4 * band):
        rising = np.maximum(alpha, cv2.erode(rising, _FOUR))
    return np.asarray(rising, np.float32)


def _outside(distance: Float32Array, tolerance: float, noise: float, clipped: bool) -> BoolArray:
    """The background's pixels: those connected to the top or the sides of the picture, and gaps that the
    figure encloses (between arm and body, between locks of hair), which must match the background all but exactly.

    On a clipped background (pure white or black) a match says less, since white cloth is pure white too: only large
    gaps without any shading are taken.
    """
    labels, count = ndimage.label(distance < tolerance)
    sides = labels[: len(labels) * 9 // 10]
    outside = np.zeros(count + 1, np.bool_)
    outside[np.concatenate([labels[0], sides[:, 0], sides[:, -1]])] = True
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    exact = np.bincount(labels.ravel(), (distance <= noise + 0.5).ravel(), minlength=count + 1)
    smallest, exact_share = (_SMALLEST_CLIPPED_GAP, _CLIPPED_SHARE) if clipped else (_SMALLEST_GAP, _EXACT_SHARE)
    outside |= (sizes >= smallest * distance.size) & (exact >= exact_share * sizes)
    outside[0] = False
    return np.asarray(outside[labels])


def _farthest(pixels: Float32Array, distance: Float32Array, reach: int) -> tuple[Float32Array, BoolArray]:
    """At every pixel, the colour of the one around it, up to ``reach`` away, whose ``distance`` is largest, and whether
    there is one with any.
    """
    best, colours = distance.copy(), pixels.copy()
    height, width = distance.shape
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            to = slice(max(0, -down), height - max(0, down)), slice(max(0, -right), width - max(0, right))
            of = slice(max(0, down), height + min(0, down)), slice(max(0, right), width + min(0, right))
            better = distance[of] > best[to]
            best[to][better] = distance[of][better]
            colours[to][better] = pixels[of][better]
    return colours, best > 0


def spread(pixels: Float32Array, inside: BoolArray) -> Float32Array:
    """Colours [H, W, 3] with every pixel that is not inside taken from its nearest inside pixels, softly."""
    if not inside.any():
        return pixels
    nearest = ndimage.distance_transform_edt(~inside, return_distances=False, return_indices=True)
    filled = pixels[nearest[0], nearest[1]]
    soft = cv2.GaussianBlur(filled, (0, 0), 1.5)
    return np.where(inside[..., None], pixels, soft).astype(np.float32)


def decontaminate(pixels: Float32Array, alpha: Float32Array, background: Float32Array, figure: Float32Array) -> Pixels:
    """The figure's own colours [H, W, 3]: F = (I - (1-alpha) B) / alpha on the edge, pulled to ``figure`` where alpha
    is too small to tell.
    """
    share = alpha[..., None]
    unmixed = (pixels - (1 - share) * background) / np.maximum(share, 0.05)
    trust = np.clip(share * 2 - 0.4, 0, 1)
    clean = np.clip(unmixed, 0, 255) * trust + figure * (1 - trust)
    return np.asarray(np.rint(np.clip(np.where(share >= 1, pixels, clean), 0, 255)), np.uint8)
