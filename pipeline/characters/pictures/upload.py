"""A person's picture becomes a character: background removed, head found, aligned, checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from pipeline.characters.errors import NeuralExtraNeededError
from pipeline.characters.picture_file import open_picture, picture_bytes
from pipeline.characters.pictures.align import Head, align
from pipeline.characters.pictures.borders import soften_cuts
from pipeline.characters.pictures.errors import (
    BackgroundStaysError,
    EmptyPictureError,
    NoHeadError,
    TinyHeadError,
    WrongFaceError,
)
from pipeline.characters.pictures.find import Found, find_head, find_person, is_aligned, pointed_at
from pipeline.characters.pictures.findings import findings_of
from pipeline.characters.pictures.matting import Matte, remove_background
from pipeline.interfaces import MadeCharacter
from pipeline.pixels.resize import shrink
from pipeline.types import (
    DEFAULT_SETTINGS,
    Character,
    CharacterKind,
    Frames,
    Notice,
    OnProgress,
    PictureSource,
    PipelineSettings,
    Progress,
    Stage,
)

_LARGEST_SIDE: Final = 1536
"""Pixels; larger pictures are made smaller first, since the result has 512."""
_SMALLEST_HEAD: Final = 20
"""Pixels, below which nothing can be seen of a face."""
_UNSEEN: Final = 12
"""Levels by which all of an empty picture differs at most: a JPEG's, or a scanned sheet's."""
_FIGURE_SHARE: Final = (0.01, 0.95)
"""How much of a picture a figure takes; where it is all, no background was found."""


@dataclass(frozen=True)
class Aligned:
    """An aligned picture, uint8 [512, 512, 4], how its head was found, and what the person should be told."""

    picture: Frames
    found: Found
    notices: tuple[Notice, ...]


def character_from_picture(
    source: PictureSource, on_progress: OnProgress, settings: PipelineSettings = DEFAULT_SETTINGS
) -> MadeCharacter:
    """The character in a picture file.

    Raises:
        UserError: it is no picture that can be used; the sentence says what to do.
    """
    picture = np.asarray(open_picture(source.path))
    on_progress(Progress(Stage.CHARACTER, 0.1))
    aligned = align_picture(picture, source.face, on_progress, settings)
    character = Character(CharacterKind.UPLOADED, picture=picture_bytes(aligned.picture))
    return MadeCharacter(character, notices=aligned.notices)


def align_picture(
    picture: Frames,
    face: tuple[float, float, float] | None = None,
    on_progress: OnProgress = lambda _: None,
    settings: PipelineSettings = DEFAULT_SETTINGS,
) -> Aligned:
    """The figure of a picture, uint8 [H, W, 4], where a poser expects it.

    Args:
        face: the head's box (centre x, centre y, side) in the picture's pixels; None to find it.

    Raises:
        UserError: there is no figure or no head in it.
    """
    height, width = picture.shape[:2]
    _check_face(face, width, height)
    scale = min(1.0, _LARGEST_SIDE / max(height, width))
    if scale < 1:
        picture = shrink(picture, scale)
    if _is_empty(picture):
        raise EmptyPictureError
    person = find_person(picture)
    figure, matte = remove_background(picture, person is not None, settings)
    on_progress(Progress(Stage.CHARACTER, 0.6))
    share = float((figure[..., 3] > 128).mean())
    if not share > _FIGURE_SHARE[0] or (matte is not Matte.ALPHA and share > _FIGURE_SHARE[1]):
        raise BackgroundStaysError
    try:
        found = _found(figure, person, None if face is None else Head(*(value * scale for value in face)))
    except ImportError as error:
        raise NeuralExtraNeededError from error
    on_progress(Progress(Stage.CHARACTER, 0.8))
    if found.head is None:
        raise NoHeadError
    if found.head.side < _SMALLEST_HEAD:
        raise TinyHeadError(pixels=round(found.head.side))
    if found.others:
        figure = _without(figure, found.head, found.others)
    aligned = figure if is_aligned(figure, found.head) else align(soften_cuts(figure, found.head), found.head)
    return Aligned(aligned, found, findings_of(figure, aligned, found.head, found, matte))


def _found(figure: Frames, person: Found | None, pointed: Head | None) -> Found:
    """The head of a figure: that of the person if it is a photo, the one that is pointed at, or the largest."""
    if pointed is None:
        return person or find_head(figure)
    return pointed_at(figure, pointed) if person is None else replace(person, head=pointed, others=())


def _is_empty(picture: Frames) -> bool:
    """Whether it is transparent, or of one colour where it is not and without an outline against what is."""
    seen = picture[picture[..., 3] > 8]
    if not seen.size:
        return True
    return len(seen) == picture[..., 3].size and int(np.ptp(seen[:, :3], axis=0).max()) <= _UNSEEN


def _without(figure: Frames, head: Head, others: tuple[Head, ...]) -> Frames:
    """The figure alone: pieces of the picture that carry another figure's head, and not this one's, are cleared."""
    _, labels = cv2.connectedComponents((figure[..., 3] > 24).astype(np.uint8))
    alone = figure.copy()
    own = _label(labels, head)
    for other in others:
        label = _label(labels, other)
        if label not in (0, own):
            alone[cv2.dilate((labels == label).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0] = 0
    return alone


def _label(labels: np.ndarray[tuple[int, ...], np.dtype[np.int32]], head: Head) -> int:
    row = min(max(0, round(head.y)), labels.shape[0] - 1)
    column = min(max(0, round(head.x)), labels.shape[1] - 1)
    return int(labels[row, column])


def _check_face(face: tuple[float, float, float] | None, width: int, height: int) -> None:
    if face is None:
        return
    x, y, side = face
    if not (0 <= x <= width and 0 <= y <= height and 0 < side <= 2 * max(width, height)):
        raise WrongFaceError(width=width, height=height)
