"""``animemoji gallery``: what characters look like, on contact sheets and as one animated GIF."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from animemoji.verbs.cast import (
    CAST,
    DANCERS,
    DRAWINGS,
    HERO,
    MASCOT_POSES,
    MASCOTS,
    MOODS,
    PICTURE_POSES,
    POSES,
    TURNS,
)
from animemoji.verbs.files import checked_folder, write_file
from animemoji.verbs.sheets import PAPER, Cell, Section, page
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.pixels.alpha import flatten
from pipeline.types import (
    BUST,
    FACE,
    FULL,
    Character,
    CharacterKind,
    Frames,
    Framing,
    Gesture,
    Output,
    PictureSource,
    Poses,
    PoseTrack,
    PresetMotion,
    PromptSource,
    RigSpec,
    Source,
    UserError,
    make_pose,
    neutral_poses,
)
from pipeline.types.spec import (
    Accessory,
    EyeShape,
    HairBack,
    HairColouring,
    HairFront,
    HairSide,
    Motif,
    Outfit,
    RestingFace,
)

if TYPE_CHECKING:
    from PIL.Image import Image

HELP: Final = "what characters look like: contact sheets and one animated GIF"
EXAMPLE: Final = "animemoji gallery --out gallery/"

Report = Callable[[float], None]
"""Told what share of a sheet is done."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="gets the sheets")
    parser.add_argument(
        "--only", nargs="+", choices=sorted(SHEETS), metavar="SHEET", help=f"some of: {', '.join(SHEETS)} (all)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the first of the random characters (0)")


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    started = time.perf_counter()
    folder = checked_folder(args.out)
    names = [name for name in SHEETS if not args.only or name in args.only]
    files: list[str] = []
    for index, name in enumerate(names):

        def report(share: float, index: int = index, name: str = name) -> None:
            terminal.bar((index + share) / len(names), f"drawing {name}")

        report(0.0)
        path = folder / f"{name}{'.gif' if name == 'moving' else '.webp'}"
        try:
            sheet = SHEETS[name](args.seed, report)
        except UserError as error:
            if args.only:
                raise
            terminal.note(f"{path.name} is left out: {error}")
            continue
        write_file(path, sheet)
        files.append(str(path))
        terminal.say(str(path))
    return Outcome(
        {"out": str(folder), "files": files, "total_seconds": round(time.perf_counter() - started, 3)},
    )


# -- the sheets


def _characters(seed: int, report: Report) -> bytes:
    """48 characters that the seed alone chose."""
    cells = [
        Cell(_drawn(_character("", each), 208), str(each)) for each in _counted(range(seed, seed + 48), 48, report)
    ]
    return _file(page([Section(cells, 8)]))


def _expressions(seed: int, report: Report) -> bytes:
    """One character in 32 poses."""
    hero = _character(*HERO)
    cells = [
        Cell(_drawn(hero, 208, FACE, make_pose(**values)), label)
        for label, values in _counted(POSES.items(), len(POSES), report)
    ]
    return _file(page([Section(cells, 8)]))


def _effects(seed: int, report: Report) -> bytes:
    """The signs of comics and the hands that events of a track show, each in a motion that fits it."""
    from pipeline.motion.presets import PRESETS, preset_track
    from pipeline.posers import open_poser
    from pipeline.posers.rig.emanata import EMANATA

    tracks = [preset_track(name, 12).track for name in PRESETS]
    acted = {g.name: track.poses[(g.start + g.end) // 2] for track in tracks for g in track.gestures}
    signs = [name for name in EMANATA if not name.endswith("_right")]  # mirror images
    cells = []
    for index, name in enumerate(_counted(signs, len(signs), report)):
        character = _character(*CAST[index % len(CAST)])
        held = np.repeat(acted.get(name, make_pose(mouth_raised_corner=1))[None], 24, axis=0)
        track = replace(PoseTrack.still(held, 12), gestures=(Gesture(name, 0, 24),))
        frames = np.concatenate(list(open_poser(character).animate(character, track, 208, BUST)))
        cells.append(Cell(frames[13], name.replace("_", " ")))
    return _file(page([Section(cells, 5)]))


def _mascots(seed: int, report: Report) -> bytes:
    """Animals as whole characters: each species in six moods, then breeds and clothes."""
    animals = [_character(*each) for each in MASCOTS]
    count = len(MASCOT_POSES)
    acted = [
        Cell(_drawn(animal, 176, BUST, make_pose(**POSES[label])), label)
        for animal in _counted(animals[:count], len(animals), report)
        for label in MASCOT_POSES
    ]
    dressed = [Cell(_drawn(animal, 176, FULL), prompt) for animal, (prompt, _) in zip(animals, MASCOTS, strict=True)]
    return _file(page([Section(acted, count), Section(dressed[count:], count)]))


def _turning(seed: int, report: Report) -> bytes:
    """Six characters in twelve turns."""
    cells = [
        Cell(_drawn(character, 144, BUST, make_pose(**values)), label)
        for character in _counted([_character(*each) for each in CAST], len(CAST), report)
        for label, values in TURNS.items()
    ]
    return _file(page([Section(cells, len(TURNS))]))


def _parts(seed: int, report: Report) -> bytes:
    """Every value of every field on the same character."""
    base = replace(_spec(*HERO), accessories=(), accessory_colour="", hair_length=0.6)
    variants = list(_variants(base, replace(_spec(*CAST[1]), accessories=())))
    sections = []
    for heading, framing, specs in _counted(variants, len(variants), report):
        cells = [Cell(_drawn(_of(spec), 144, framing), label) for label, spec in specs]
        sections.append(Section(cells, 12, heading))
    return _file(page(sections))


def _small(seed: int, report: Report) -> bytes:
    """Twelve moods as emoji, and as lines of text show them, on light and on dark."""
    import PIL.Image

    emoji = []
    for character in _counted(CAST, len(CAST), report):
        who = _character(*character)
        emoji += [_drawn(who, 128, FACE, make_pose(**POSES[mood])) for mood in MOODS]
    shown = [np.asarray(PIL.Image.fromarray(face).resize((48, 48), PIL.Image.Resampling.LANCZOS)) for face in emoji]
    sections = [Section([Cell(face) for face in emoji], len(MOODS)), Section([Cell(face) for face in shown], 24)]
    strips = [page(sections, paper) for paper in ((255, 255, 255), (49, 51, 56))]
    sheet = PIL.Image.new("RGB", (max(strip.width for strip in strips), sum(strip.height for strip in strips)))
    top = 0
    for strip in strips:
        sheet.paste(strip, (0, top))
        top += strip.height
    return _file(sheet)


def _pictures(seed: int, report: Report) -> bytes:
    """Drawings on paper: as they come, cut out and set upright, and animated by Talking Head Anime."""
    from pipeline.characters import make_character
    from pipeline.posers import open_poser
    from pipeline.settings import load_pipeline_settings

    settings = load_pipeline_settings()

    poses = np.stack([make_pose(**values) for values in PICTURE_POSES.values()])
    rows = []
    for who, askew, paper in _counted(DRAWINGS, len(DRAWINGS), report):
        drawing = _on_drawing_paper(_drawn(_character(*who), 512, FULL), askew, paper)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "drawing.png"
            drawing.save(path)
            character = make_character(PictureSource(path), lambda _: None, settings).character
        frames = open_poser(character, settings=settings).pose(character, poses, 208, BUST)
        rows.append(Cell(np.asarray(drawing.resize((208, 208)).convert("RGBA")), "a drawing"))
        rows += [Cell(frame, label) for frame, label in zip(frames, PICTURE_POSES, strict=True)]
    return _file(page([Section(rows, 1 + len(PICTURE_POSES))]))


def _on_drawing_paper(figure: Frames, askew: float, colour: str) -> Image:
    """The upper part of a figure (uint8 [512, 512, 4]) that lies askew by degrees, on paper 400 pixels wide, as RGB."""
    import PIL.Image

    turned = PIL.Image.fromarray(figure).convert("RGBa").rotate(askew, PIL.Image.Resampling.BICUBIC)
    sheet = PIL.Image.new("RGBA", turned.size, colour)
    sheet.alpha_composite(turned.convert("RGBA"))
    return sheet.crop((56, 0, 456, 400)).convert("RGB")


def _moving(seed: int, report: Report) -> bytes:
    """Four characters in motion, with hair and cloth that follow: an animated GIF."""
    from pipeline.encode import encode
    from pipeline.motion import make_track
    from pipeline.posers import open_poser

    fps, size = 20.0, 480
    track = make_track(PresetMotion("dance"), fps, lambda _: None).track
    takes = []
    for each in _counted(DANCERS, len(DANCERS), report):
        character = _character(*each)
        takes.append(np.concatenate(list(open_poser(character).animate(character, track, size // 2, BUST))))
    upper, lower = (np.concatenate(takes[at : at + 2], axis=2) for at in (0, 2))
    frames = np.concatenate([upper, lower], axis=1)
    flat = _on_paper(frames)
    return encode(iter([flat]), fps, Output(size=size, fps=fps)).data


SHEETS: Final[dict[str, Callable[[int, Report], bytes]]] = {
    "characters": _characters,
    "expressions": _expressions,
    "turning": _turning,
    "effects": _effects,
    "mascots": _mascots,
    "parts": _parts,
    "small": _small,
    "pictures": _pictures,
    "moving": _moving,
}
"""What each file shows, by its name."""


# -- what they are made of


def _variants(base: RigSpec, boy: RigSpec) -> Iterator[tuple[str, Framing, list[tuple[str, RigSpec]]]]:
    """Heading, framing, and the base with each value of a field in turn."""

    from pipeline.characters.drawn.palettes import SKINS

    def each(spec: RigSpec, name: str, values: Sequence[Any], **more: Any) -> list[tuple[str, RigSpec]]:
        return [(_label(value), replace(spec, **{name: value}, **more)) for value in values]

    def named(name: str) -> list[tuple[str, RigSpec]]:
        word = name.removeprefix("face_").replace("_", " ")
        return [(f"{word} {label}", spec) for label, spec in each(base, name, _values(getattr(base, name)))]

    short = (HairBack.SHORT, HairBack.UNDERCUT, HairBack.SPIKY, HairBack.WOLF)
    loose = replace(base, hair_back=HairBack.LONG)
    yield "hair, back", BUST, each(base, "hair_back", list(HairBack)) + each(boy, "hair_back", short)
    fronts = each(loose, "hair_front", list(HairFront)) + each(boy, "hair_front", list(HairFront)[5:11])
    yield "hair, front and sides", FACE, fronts + each(loose, "hair_side", list(HairSide))
    colourings = each(base, "hair_colouring", list(HairColouring)[1:], hair_colour_2="#e2809f")
    yield "hair, second colour", BUST, colourings
    shapes = each(base, "eye_shape", list(EyeShape)) + each(boy, "eye_shape", list(EyeShape)[3:])
    yield "eyes", FACE, [*shapes, *named("iris"), *named("lashes")]
    yield "expression", FACE, each(base, "expression", _values(base.expression))
    face = [*named("brows"), *named("face_shape"), *named("nose"), *named("ears"), *named("age")]
    marks = [
        ("freckles", replace(base, freckles=True)),
        ("mole", replace(base, mole=True)),
        ("fang", replace(base, fang=True)),
        ("braces", replace(base, braces=True, expression=RestingFace.GRIN)),
    ]
    yield "face", FACE, [*face, *marks]
    yield "skin", FACE, [(tone, replace(base, skin=tone)) for tone in SKINS]
    yield "outfit", BUST, each(base, "outfit", list(Outfit)) + each(boy, "outfit", list(Outfit)[1:11])
    yield "motif", BUST, each(base, "motif", list(Motif), outfit=Outfit.T_SHIRT)
    yield "accessories", BUST, [(_label(item), replace(base, accessories=(item,))) for item in Accessory]
    yield "manner", BUST, [*named("finish"), *named("body_style"), *named("build")]


def _values(value: Enum) -> list[Enum]:
    """All values of an enum, from one of them."""
    return list(type(value))


def _label(value: Any) -> str:
    return str(value.value if isinstance(value, Enum) else value).replace("_", " ")


def _spec(prompt: str, seed: int) -> RigSpec:
    spec = _character(prompt, seed).spec
    if spec is None:
        raise ValueError("only a drawn character has a spec")
    return spec


def _character(prompt: str, seed: int) -> Character:
    from pipeline.characters import make_character

    return make_character(PromptSource(prompt, seed, Source.DRAWN), lambda _: None).character


def _of(spec: RigSpec) -> Character:
    return Character(CharacterKind.DRAWN, spec=spec)


def _drawn(character: Character, size: int, framing: Framing = BUST, pose: Poses | None = None) -> Frames:
    """One still, uint8 [size, size, 4]."""
    from pipeline.posers import open_poser

    poses = neutral_poses(1) if pose is None else pose[None]
    frames = open_poser(character).pose(character, poses, size, framing)
    return np.asarray(frames[0], np.uint8)


def _on_paper(frames: Frames) -> Frames:
    """The frames on the colour of the page, opaque."""
    return np.insert(flatten(frames, PAPER), 3, 255, axis=-1)


def _file(sheet: Image) -> bytes:
    import io

    buffer = io.BytesIO()
    sheet.save(buffer, "WEBP", quality=90, method=4)
    return buffer.getvalue()


def _counted(items: Any, count: int, report: Report) -> Iterator[Any]:
    for index, item in enumerate(items):
        yield item
        report((index + 1) / count)
