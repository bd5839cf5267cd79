"""Notices in English, by key, as the command line says them; ``bot/texts`` says them in Discord, in each language."""

from __future__ import annotations

from typing import Final

from pipeline.types.request import Notice

NOTICES: Final[dict[str, str]] = {
    "notice.several_faces": "There were several faces in the clip; the largest one was followed.",
    "notice.face_often_lost": "The face was out of sight for {percent} % of the clip; those parts were left out or "
    "filled in.",
    "notice.clip_damaged": "About {percent} % of the clip was damaged and left out: if you can, send it again.",
    "notice.trimmed": "The best {seconds} s of the clip were used.",
    "notice.motion_cut": "Only the first {seconds} s of the motion were used.",
    "notice.voice_cut": "Only the first {seconds} s of the recording were used.",
    "notice.speech_cut": "Only the first {seconds} s of the text are spoken.",
    "notice.made_to_fit": "To fit into {kilobytes} KiB it has {size}x{size} pixels and {fps} frames per second.",
    "notice.caption_left_out": "No font here has these characters of the caption, so they were left out: {characters}",
    "notice.no_diffusion_model": "No Stable Diffusion model is installed here, so the character was drawn.",
    "notice.picture_two_figures": "There are several figures in the picture; the largest one was taken. A picture of "
    "one figure alone comes out cleaner.",
    "notice.picture_photo": "This looks like a photo of a person: it works, but drawings work better.",
    "notice.picture_unsure_head": "The head was hard to find: if the face moves oddly, use a picture from the "
    "front, or say where the head is.",
    "notice.picture_small_head": "The head has only {pixels} pixels and will look blurred: a larger picture helps.",
    "notice.picture_cut_off": "The head is cut off at the top of the picture: leave some space above it.",
    "notice.picture_closed_eyes": "The eyes seem to be closed: a picture with open eyes can blink and look around.",
    "notice.picture_not_from_front": "Only one eye is seen: a picture from the front, with both eyes free, "
    "moves far better.",
    "notice.picture_hand_near_face": "There is a hand near the face, and it will bend as the head turns: a picture "
    "with the hands down moves more cleanly.",
    "notice.picture_busy_background": "The background was hard to remove: a plain one or none gives cleaner edges.",
}


def notice(key: str, **fields: object) -> Notice:
    """A notice; raises KeyError when the key is unknown or a field of its sentence is missing."""
    NOTICES[key].format(**fields)
    return Notice(key, tuple((name, str(value)) for name, value in fields.items()))


def is_notice(item: Notice) -> bool:
    """Whether there is a sentence for it, with all the fields of that sentence."""
    try:
        notice_text(item)
    except (KeyError, ValueError):
        return False
    return True


def notice_text(item: Notice) -> str:
    """The notice as an English sentence."""
    return NOTICES[item.key].format(**dict(item.fields))
