"""What there is to choose from, as the page reads it once."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pipeline import (
    BACKGROUND_NAMES,
    FRAMINGS,
    POSE_PARAMETERS,
    PRESETS,
    TARGETS,
    Effect,
    Format,
    Outline,
    is_outlined,
    limits,
    preset_title,
    telling_pose,
)
from studio.orders import LONGEST_SECONDS, POSE_UNIT, SIZES
from studio.texts import languages


def catalogue() -> dict[str, Any]:
    """Poses, motions, backgrounds and files. It takes a second of CPU."""
    return {
        "languages": list(languages()),
        "pose": {"unit": POSE_UNIT, "seconds": LONGEST_SECONDS, "groups": _groups()},
        "motions": [_motion(name) for name in PRESETS],
        "backgrounds": list(BACKGROUND_NAMES),
        "effects": [effect.value for effect in Effect],
        "framings": {name: [each.x, each.y, each.side] for name, each in FRAMINGS.items()},
        "outlines": [outline.value for outline in Outline],
        "files": [kind.value for kind in Format],
        "sizes": list(SIZES),
        "outlined": [size for size in SIZES if is_outlined(Outline.AUTO, size, on_nothing=True)],
        "targets": [_target(name) for name in TARGETS],
        "limits": {"prompt": limits.PROMPT_LENGTH, "caption": limits.CAPTION_LENGTH},
    }


def _groups() -> list[dict[str, Any]]:
    """The pose's numbers by group, and a pair for each that both halves of the face have."""
    groups = []
    for category, parameters in groupby(POSE_PARAMETERS, key=lambda parameter: parameter.category):
        numbers = [
            {"base": base, "names": [each.name for each in pair], "low": pair[0].low}
            for base, pair in ((base, list(pair)) for base, pair in groupby(parameters, key=lambda each: each.base))
        ]
        groups.append({"name": category.value, "numbers": numbers})
    return groups


def _motion(name: str) -> dict[str, Any]:
    """A preset: its titles, and the numbers of its most telling moment that are not at rest."""
    pose = {
        parameter.name: round(float(value), 2)
        for parameter, value in zip(POSE_PARAMETERS, telling_pose(name), strict=True)
        if abs(value) >= 0.02
    }
    return {"name": name, "titles": {code: preset_title(name, code) for code in languages()}, "pose": pose}


def _target(name: str) -> dict[str, Any]:
    target = TARGETS[name]
    return {"name": name, "format": target.format.value, "size": target.size, "framing": _framing_name(name)}


def _framing_name(name: str) -> str:
    return next(known for known, framing in FRAMINGS.items() if framing == TARGETS[name].framing)
