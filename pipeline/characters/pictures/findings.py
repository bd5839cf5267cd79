"""What makes a picture move badly, found in a fraction of a second and told before minutes are spent on it."""

from __future__ import annotations

from typing import Final

from pipeline.characters.errors import NeuralExtraNeededError
from pipeline.characters.pictures.align import Head
from pipeline.characters.pictures.find import Found, find_head
from pipeline.characters.pictures.hands import hand_is_near_face
from pipeline.characters.pictures.matting import Matte
from pipeline.pixels.pictures import picture_pixels
from pipeline.types import Character, Frames, Notice, notice

_BLURRED_HEAD: Final = 72
"""Pixels, below which a head is blurred when it is enlarged to 128."""
_UNSURE: Final = 0.55
"""The head finder is surer of nearly all drawings."""
_EYES: Final = 2
"""Fewer are seen of a face in profile, or one that hides behind hair or a hand."""


def look_over(character: Character) -> tuple[Notice, ...]:
    """What would make a finished character move better; nothing for one that is no picture.

    Raises:
        NeuralExtraNeededError: what looks at pictures is not installed.
    """
    if character.picture is None:
        return ()
    picture = picture_pixels(character.picture)
    try:
        found = find_head(picture)
    except ImportError as error:
        raise NeuralExtraNeededError from error
    if found.head is None:
        return (notice("notice.picture_unsure_head"),)
    return findings_of(picture, picture, found.head, found, Matte.ALPHA)


def findings_of(figure: Frames, aligned: Frames, head: Head, found: Found, matte: Matte) -> tuple[Notice, ...]:
    """Notices about what would make the result better.

    Args:
        figure: the cut-out figure, uint8 [H, W, 4], straight alpha.
        aligned: the same where a poser expects it, uint8 [512, 512, 4].
        head: the head that is animated, in the figure's pixels.
        found: how that head was found.
        matte: how the figure was told from its background.
    """
    advice, sight = [], found.sight
    if found.others:
        advice.append(notice("notice.picture_two_figures"))
    if found.photographed:
        advice.append(notice("notice.picture_photo"))
    elif found.sure < _UNSURE:
        advice.append(notice("notice.picture_unsure_head"))
    if head.side < _BLURRED_HEAD:
        advice.append(notice("notice.picture_small_head", pixels=round(head.side)))
    if _is_cut_off(figure, head):
        advice.append(notice("notice.picture_cut_off"))
    if sight is not None and not found.photographed:
        from pipeline.characters.pictures.eyes import eyes_are_closed  # brings torch

        if eyes_are_closed(figure, sight.head, sight.eyes):
            advice.append(notice("notice.picture_closed_eyes"))
        elif len(sight.eyes) < _EYES:  # a closed eye is easily overlooked
            advice.append(notice("notice.picture_not_from_front"))
    if hand_is_near_face(aligned, 0.0 if sight is None else sight.hand):
        advice.append(notice("notice.picture_hand_near_face"))
    if matte is Matte.SEGMENTED:
        advice.append(notice("notice.picture_busy_background"))
    return tuple(advice)


def _is_cut_off(figure: Frames, head: Head) -> bool:
    """Whether the figure touches the picture's top above its head."""
    columns = slice(max(0, round(head.x - head.side / 2)), max(1, round(head.x + head.side / 2)))
    top = figure[0, columns, 3]
    return bool(top.size and (top > 128).mean() > 0.25 and head.y - 0.6 * head.side < 0)
