"""Draws docs/img/layers.webp, a character taken apart: ``python -m docs.make_layers_picture``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.posers.rig.layers import FigureLayer, figure_layers, laid_over

OUT: Final = Path(__file__).parent / "img" / "layers.webp"
PROMPT: Final = "girl, silver twin tails, blue eyes, sailor uniform, round glasses, cat ears"
SIZE: Final = 1024
SHOWN: Final = (270, 40, 760, 700)
"""Left, top, right and bottom of what is shown of the whole figure."""
PARTS: Final = (
    *("back hair", "body", "neck", "clothes", "face", "face shading", "ear L", "nose"),
    *("eye white L", "iris L", "eyelash L", "eyebrow L", "mouth inside", "teeth", "mouth line", "round glasses"),
    *("side hair", "front hair", "hair light", "cat ears"),
)
TILE: Final = 150
COLUMNS: Final = 5
PAPER: Final = (120, 160, 144)


def tile(layer: FigureLayer) -> Image.Image:
    """A layer as large as its tile, with its name below."""
    sheet = Image.new("RGB", (TILE, TILE + 22), PAPER)
    picture = Image.fromarray(layer.pixels)
    picture = picture.crop(picture.getchannel("A").getbbox())
    scale = min(3.0, (TILE - 16) / max(picture.size))
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)
    sheet.paste(small, ((TILE - small.width) // 2, (TILE - small.height) // 2), small)
    name = layer.name if layer.visible else f"({layer.name})"
    ImageDraw.Draw(sheet).text((TILE // 2, TILE + 8), name, (255, 255, 255), ImageFont.load_default(15), anchor="mm")
    return sheet


def main() -> None:
    layers = figure_layers(choose_spec(read_prompt(PROMPT), 7), SIZE)
    named = {layer.name: layer for layer in layers}
    whole = Image.fromarray(laid_over(layers)).crop(SHOWN)
    rows = -(-len(PARTS) // COLUMNS)
    height = rows * (TILE + 22)
    whole = whole.resize((whole.width * height // whole.height, height), Image.Resampling.LANCZOS)
    sheet = Image.new("RGB", (whole.width + COLUMNS * TILE, height), PAPER)
    sheet.paste(whole, (0, 0), whole)
    for number, name in enumerate(PARTS):
        place = whole.width + number % COLUMNS * TILE, number // COLUMNS * (TILE + 22)
        sheet.paste(tile(named[name]), place)
    sheet.save(OUT, "WEBP", quality=88)
    print(f"{OUT} {sheet.width}x{sheet.height}")


if __name__ == "__main__":
    main()
