"""Colours by what looks like it: "hair like moonlight", "eyes the colour of the forest", "lips as red as blood".

By themselves most of these words are something else: a night is a scene, snow is weather.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.characters.drawn.words.colours import TINTS
from pipeline.characters.drawn.words.model import Table

_LIKE: Final = {
    "silver": "moonlight, moonbeam, moon, starlight, star, mercury, silver, tinsel",
    "white": "snow, fresh snow, fallen snow, milk, cotton, chalk, ghost, cloud, swan, bone, pearl",
    "black": "night, night sky, darkness, coal, ink, obsidian, onyx, raven, raven's wing, raven feather, crow, tar, "
    "soot, jet, ebony, shadow, void, midnight sky",
    "orange": "fire, flame, ember, lava, sunset, pumpkin, carrot, fox, autumn, autumn leaves, autumn leaf, fall leaves",
    "crimson": "blood, fresh blood, poppy, rose petals, rubies, strawberry, cherries, apple",
    "gold": "sun, sunlight, sunshine, sunbeam, spun gold, gold, coins, lion, sunflower, dandelion, daffodil",
    "blonde": "wheat, straw, hay, corn, corn silk, cornsilk, butter, wheat field, golden wheat",
    "honey": "honey",
    "amber": "whiskey, whisky, tiger, wolf, owl, maple syrup",
    "forest green": "forest, pine, moss, ivy, jungle, fern",
    "green": "grass, spring grass, spring, leaves, meadow, cat's, cat, frog, pistachio, clover",
    "emerald": "emeralds, emerald",
    "blue": "sapphires, sapphire, blueberry, cornflower, forget me not, deep lake, river, waterfall, water, lake",
    "light blue": "sky, summer sky, clear sky, ice, glacier, morning sky, spring sky",
    "teal": "ocean, sea, sea glass, lagoon, waves",
    "gray": "storm, storm cloud, stormy sea, smoke, fog, mist, steel, rain cloud, rain, stone, iron, winter sky",
    "purple": "amethysts, grape, twilight, dusk, galaxy, nebula",
    "lavender": "lilacs, lavender, wisteria, lavender field",
    "violet": "violets",
    "pink": "cotton candy, bubblegum, bubble gum, flamingo, peony",
    "cherry blossom": "cherry blossoms, sakura petals, cherry blossom",
    "brown": "earth, soil, mud, bark, tree bark, oak, wood, coffee, cocoa, bear, tea, chestnuts, walnuts",
    "auburn": "mahogany, cinnamon, fallen leaves",
    "chocolate": "chocolate, melted chocolate, dark chocolate",
    "copper": "copper, copper wire, new penny",
}
_JA_LIKE: Final = {
    "silver": "月, 月光, 月の光, 星",
    "white": "雪, 綿, 雲",
    "black": "夜, 夜空, 闇, 墨, カラス, 烏",
    "orange": "炎, 夕焼け, 火",
    "crimson": "血, 林檎",
    "gold": "太陽, 麦",
    "forest green": "森",
    "green": "草, 新緑",
    "light blue": "空, 氷, 青空",
    "teal": "海",
    "purple": "夕暮れ",
}
_ARTICLES: Final = ("", "the ", "a ")


def _phrases(name: str, nouns: str) -> Iterator[str]:
    for noun in nouns.split(", "):
        yield from (f"like {article}{noun}" for article in (*_ARTICLES, "liquid "))
        yield from (f"color of {article}{noun}" for article in _ARTICLES[:2])
        yield f"{noun} colored"
        for colour in {name, name.rsplit(maxsplit=1)[-1], *({"red"} if name == "crimson" else ())}:
            yield from (f"{colour} as {article}{noun}" for article in _ARTICLES)


def _ja_phrases(nouns: str) -> Iterator[str]:
    for noun in filter(None, nouns.split(", ")):
        yield from (f"{noun}のような", f"{noun}みたいな", f"{noun}の色", f"{noun}色の")


_BY_NAME: Final = {tint: phrases for phrases in TINTS for tint in phrases.split(", ")}
SIMILES: Final[Table] = {
    ", ".join(dict.fromkeys([*_phrases(name, nouns), *_ja_phrases(_JA_LIKE.get(name, ""))])): TINTS[_BY_NAME[name]]
    for name, nouns in _LIKE.items()
}
TABLES: Final[tuple[Table, ...]] = (SIMILES,)
