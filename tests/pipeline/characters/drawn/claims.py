"""What a drawn character must show for a prompt: claims in plain words, checked on its spec.

A claim is ``female``, ``hair pink``, ``wears glasses``, ``outfit suit|blazer``, ``not hat`` …: a bare word is a value
or a kind of the figure, ``wears`` and ``holds`` name accessories, a colour is judged as an eye would, and ``told`` says
that people hear that a word is left out. A claim behind a "~" is one that a person would make and that does not hold
yet: it counts as broken, and is no claim any more once it holds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.parts import ACCESSORIES, HAIR_BACKS, HAIR_FRONTS
from pipeline.parts.records import HairKind, Spot
from pipeline.pixels.oklch import Oklch, from_hex
from pipeline.types.spec import Accessory, RigSpec

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER: Final = Path(__file__).with_name("prompts")
SEEDS: Final = range(6)

_NEUTRAL: Final = 0.035
_LOOKS: Final[Mapping[str, Callable[[Oklch], bool]]] = {
    "black": lambda c: c.lightness < 0.46 and c.chroma < 0.06,
    "white": lambda c: c.lightness > 0.86 and c.chroma < 0.04,
    "gray": lambda c: 0.4 < c.lightness < 0.93 and c.chroma < 0.045,
    "silver": lambda c: 0.74 < c.lightness < 0.95 and c.chroma < 0.045,
    "blonde": lambda c: c.lightness > 0.68 and _hue(c, 55, 110, 0.045),
    "yellow": lambda c: c.lightness > 0.68 and _hue(c, 70, 112, 0.08),
    "orange": lambda c: c.lightness > 0.48 and _hue(c, 35, 80, 0.08),
    "brown": lambda c: c.lightness < 0.72 and _hue(c, 20, 90, 0.025) and c.chroma < 0.13,
    "red": lambda c: c.lightness < 0.70 and _hue(c, 0, 45, 0.08),
    "pink": lambda c: c.lightness > 0.6 and _hue(c, 330, 395, 0.04),
    "purple": lambda c: _hue(c, 283, 335, 0.03),
    "blue": lambda c: _hue(c, 225, 292, 0.03),
    "teal": lambda c: _hue(c, 160, 232, 0.03),
    "green": lambda c: _hue(c, 108, 190, 0.03),
    "dark": lambda c: c.lightness < 0.60,
    "tan": lambda c: 0.58 < c.lightness < 0.87,
    "fair": lambda c: c.lightness > 0.87,
}
_COLOURED: Final = {
    "hair": "hair_colour",
    "hair2": "hair_colour_2",
    "facial": "beard_colour",
    "eyes": "eye_colour",
    "right": "eye_colour_right",
    "skin": "skin",
    "cloth": "outfit_colour",
    "accent": "accent_colour",
    "lower": "lower_colour",
}
_NAMED: Final = {
    "back": "hair_back",
    "front": "hair_front",
    "outfit": "outfit",
    "below": "lower",
    "mood": "expression",
    "motif": "motif",
    "pattern": "pattern",
    "mascot": "species",
    "coat": "coat",
}
_KINDS: Final = {kind.value: kind for kind in HairKind}
_FLAGS: Final = ("freckles", "mole", "fang", "braces", "ahoge", "closed_eyes", "tieless")
_FIGURE: Final = ("build", "age", "body_style", "ears")
_TELLING: Final = frozenset({Spot.EYES, Spot.EARS, Spot.SUPERNATURAL})


class Verdict(Enum):
    """How a prompt was obeyed, over all seeds."""

    OBEYED = "obeyed"
    PARTLY = "partly"
    """Something asked for is missing."""
    CONTRADICTED = "contradicted"
    """Something that was refused, or that makes somebody else of the character, is drawn."""


@dataclass(frozen=True)
class Case:
    """A prompt, and what is claimed for it."""

    kind: str
    prompt: str
    claims: tuple[str, ...]


def cases(name: str) -> Iterator[Case]:
    """The cases of a file in ``prompts/``."""
    content = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    for kind, prompts in content.items():
        for prompt, claims in prompts.items():
            yield Case(kind, prompt, tuple(claim.strip() for claim in claims.split(",")))


def judge(case: Case) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict, and the claims that do not hold for every seed."""
    reading = read_prompt(case.prompt)
    specs = [choose_spec(reading, seed) for seed in SEEDS]
    ignored = " ".join(reading.ignored).lower()
    broken = [claim for claim in case.claims if not all(_holds(claim.lstrip("~"), spec, ignored) for spec in specs)]
    asked = {item for claim in case.claims if claim.startswith(("wears", "holds")) for item in _accessories(claim)}
    asked |= {item for choices in (*reading.worn, *reading.hinted_worn) for item in choices}
    strangers = sorted(
        {item.value for spec in specs for item in spec.accessories if item not in asked and _telling(item)}
    )
    broken += [f"unasked {name}" for name in strangers]
    if any(claim.startswith(("not ", "unasked ")) or _is_opposed(claim) for claim in broken):
        return Verdict.CONTRADICTED, tuple(broken)
    return (Verdict.PARTLY if broken else Verdict.OBEYED), tuple(broken)


def _holds(claim: str, spec: RigSpec, ignored: str) -> bool:
    subject, _, rest = claim.partition(" ")
    if subject == "not":
        return not _holds(rest, spec, ignored)
    if subject == "told":
        return rest in ignored
    if subject in ("wears", "holds"):
        return bool(_accessories(claim) & set(spec.accessories))
    if subject in _COLOURED:
        colour = getattr(spec, _COLOURED[subject]) or (spec.hair_colour if subject == "facial" else "")
        return bool(colour) and any(_LOOKS[name](from_hex(colour)) for name in rest.split("|"))
    if subject in _NAMED:
        return getattr(spec, _NAMED[subject]).value in rest.split("|")
    return any(_has(spec, word) for word in claim.split("|"))


def _has(spec: RigSpec, word: str) -> bool:
    if word in _FLAGS:
        return bool(getattr(spec, word))
    if word == "heterochromia":
        return spec.eye_colour_right != ""
    if word in _KINDS:
        fronts = HAIR_FRONTS[spec.hair_front].kinds if word in ("messy", "curly", "spiky") else ()
        kinds = (*HAIR_BACKS[spec.hair_back].kinds, *fronts)
        shown = {"messy": spec.hair_mess > 0.5, "curly": spec.hair_wave > 0.6, "wavy": spec.hair_wave > 0.4}
        return _KINDS[word] in kinds or shown.get(word, False)
    values = {getattr(spec, name).value for name in (*_FIGURE, *_NAMED.values())}
    return word in values or bool(_accessories(f"wears {word}") & set(spec.accessories)) or word in _traits(spec)


def _traits(spec: RigSpec) -> set[str]:
    """Single values of fields that a claim names by themselves."""
    return {str(value.value) for value in vars(spec).values() if isinstance(value, Enum)}


def _accessories(claim: str) -> set[Accessory]:
    """The accessories that a claim names, by value or by family."""
    names = set(claim.partition(" ")[2].split("|"))
    families = {name.replace("_", " ") for name in names}
    return {
        item
        for item, style in ACCESSORIES.items()
        if item.value in names or (style.family is not None and style.family.value in families)
    }


def _telling(item: Accessory) -> bool:
    return not _TELLING.isdisjoint(ACCESSORIES[item].spots)


def _is_opposed(claim: str) -> bool:
    """Whether what is drawn instead is the opposite: another colour, build or age."""
    claim = claim.lstrip("~")
    words: set[Any] = set(claim.split("|"))
    return claim.partition(" ")[0] in _COLOURED or not words.isdisjoint({"female", "male", "child", "adult", "elder"})


def _hue(colour: Oklch, low: float, high: float, chroma: float) -> bool:
    """Whether a colour is colourful enough, and its hue between two angles (``high`` may be beyond 360)."""
    hue = colour.hue % 360
    return colour.chroma >= chroma and (low <= hue <= high or low <= hue + 360 <= high)
