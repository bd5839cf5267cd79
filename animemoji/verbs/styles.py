"""``animemoji styles``: the manners that a prompt can ask for, and pictures that show them."""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Any, Final

from animemoji.verbs.files import checked_folder, write_file
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.characters.diffused.errors import UnknownStyleError
from pipeline.characters.diffused.styles import Style, find_styles, read_style
from pipeline.types import BUST, CharacterKind, PipelineSettings, PromptSource, Source, UserError

HELP: Final = "manners of drawing for `style:NAME` in a prompt: list them, paint a preview of each"
EXAMPLE: Final = "animemoji styles preview watercolour"

_PROMPT: Final = "girl, long pink hair, ponytail, green eyes, sailor uniform, smile"
_SIZE: Final = 256
"""Pixels of a preview."""


class OwnPreviewError(UserError):
    """The style brings a preview of its own, which is not painted over."""

    key = "error.style_own_preview"
    template = "The style {name} has a picture of its own, {file}: take it out of {name}.toml to have another one made."


class OnlyPaintedError(UserError):
    """The style needs Stable Diffusion, and no checkpoint is here."""

    key = "error.style_only_painted"
    template = "The style {name} is for painted characters: name a Stable Diffusion checkpoint as docs/models.md says."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("action", choices=("list", "preview"), nargs="?", default="list", help="what to do (list)")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which styles (all)")
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="who is in the previews (7)")
    parser.add_argument(
        "--source",
        choices=[source.value for source in Source],
        default=Source.AUTO.value,
        help="paint previews with the Stable Diffusion checkpoint, or draw them",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    from pipeline.settings import load_pipeline_settings

    settings = load_pipeline_settings()
    folder = settings.diffusion.styles
    known = find_styles(folder)
    if unknown := next((name for name in args.names if name not in known), None):
        raise UnknownStyleError(name=unknown, names=", ".join(known) or "none")
    styles = [read_style(known[name]) for name in args.names or known]
    if args.action == "preview":
        return _preview(styles, settings, args, terminal)
    return _list(styles, folder, terminal)


def _list(styles: list[Style], folder: Path, terminal: Terminal) -> Outcome:
    rows: list[dict[str, Any]] = []
    for style in styles:
        preview = folder / style.preview_file
        rows.append(
            {
                "name": style.name,
                "title": style.title(),
                "lora": style.lora,
                "trigger": style.trigger,
                "drawn": style.drawn,
                "preview": str(preview) if preview.is_file() else "",
            }
        )
        shown = str(preview) if preview.is_file() else f"none: run `animemoji styles preview {style.name}`"
        terminal.say(f"style:{style.name:16} {style.title()}", f"{'':22} {style.trigger}", f"{'':22} preview: {shown}")
    return Outcome({"folder": str(folder), "styles": rows})


def _preview(styles: list[Style], settings: PipelineSettings, args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """The same person in every style, on the way that any prompt goes."""
    folder = checked_folder(settings.diffusion.styles)
    made: list[dict[str, str]] = []
    for number, style in enumerate(styles):
        terminal.bar(number / len(styles), f"style {style.name}")
        path = folder / style.preview_file
        try:
            kind = _draw(style, path, args.seed, Source(args.source), settings, terminal)
        except UserError as error:
            if args.names:
                raise
            terminal.note(f"{path.name} is left out: {error}")
            continue
        made.append({"name": style.name, "preview": str(path), "kind": kind.value})
        terminal.say(f"{style.name:16} {kind.value:9} {path}")
    return Outcome({"folder": str(folder), "previews": made}, code=0 if made else 1)


def _draw(
    style: Style, path: Path, seed: int, source: Source, settings: PipelineSettings, terminal: Terminal
) -> CharacterKind:
    if style.preview:
        raise OwnPreviewError(name=style.name, file=style.preview)
    from PIL import Image

    from animemoji.verbs.sheets import PAPER
    from pipeline.characters import make_character
    from pipeline.render import draw_portrait

    character = make_character(
        PromptSource(f"{_PROMPT}, style:{style.name}", seed, source), terminal.on_progress, settings
    ).character
    if character.kind is CharacterKind.DRAWN and not style.drawn:
        raise OnlyPaintedError(name=style.name)
    figure = Image.fromarray(draw_portrait(character, _SIZE, BUST))
    sheet = Image.new("RGBA", figure.size, PAPER)
    sheet.alpha_composite(figure)
    data = io.BytesIO()
    sheet.convert("RGB").save(data, "WEBP", quality=88, method=6)
    write_file(path, data.getvalue())
    return character.kind
