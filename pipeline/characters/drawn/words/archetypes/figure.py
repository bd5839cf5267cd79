"""What words for figures are made of: a table row, and colours and faces that several share."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Options
from pipeline.characters.drawn.words.model import Place, Thing
from pipeline.types.spec import Accessory, Age, Build, RestingFace
from pipeline.types.understood import Topic

DARK: Final = ("#33323c", "#2f3347", "#3d2f4a", "#40302f")
RED: Final = ("#d2384a", "#c23b4e", "#b3263f")
GOLD: Final = ("#e0b53a", "#d9a441", "#c9a24a")
WHITE: Final = ("#f4f4f8", "#f3f0f5", "#ece6f2")
YOUNG: Final = (Age.TEEN, Age.ADULT)
GREY_HAIR: Final = ("#eae6f1", "#cbd0de", "#b3abb0")


def figure(*worn: Accessory | tuple[Accessory, ...], place: Place = Place.OUTFIT, **hints: Options) -> Thing:
    """A word for a figure: what it wears unless something else is said, and what it hints at for fields of a spec."""
    items = tuple((item,) if isinstance(item, Accessory) else item for item in worn)
    return Thing(Topic.CHARACTER, place, hinted=hints, hinted_worn=items)


def job(*worn: Accessory | tuple[Accessory, ...], place: Place = Place.OUTFIT, **hints: Options) -> Thing:
    """A figure that is a person like you and me: colours of people right before it are those of the skin."""
    return replace(figure(*worn, place=place, **hints), person=True)


def girl(*worn: Accessory | tuple[Accessory, ...], place: Place = Place.OUTFIT, **hints: Options) -> Thing:
    """A figure that is a girl or a woman unless something else is said."""
    return figure(*worn, place=place, build=(Build.FEMALE,), **hints)


def boy(*worn: Accessory | tuple[Accessory, ...], place: Place = Place.OUTFIT, **hints: Options) -> Thing:
    """A figure that is a boy or a man unless something else is said."""
    return figure(*worn, place=place, build=(Build.MALE,), **hints)


SMILES: Final = (RestingFace.SMILE, RestingFace.NEUTRAL)
BRIGHT: Final = (RestingFace.SMILE, RestingFace.GRIN)
COOL: Final = (RestingFace.FLAT, RestingFace.NEUTRAL)
WICKED: Final = (RestingFace.SMUG, RestingFace.GRIN)
