"""``animemoji models``: third-party weights, listed, fetched, checked."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any, Final

from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.models import MODELS, Model, State, fetch, find_model, get_model, model_path, verify
from pipeline.types import DiffusionSettings, PipelineSettings, UserError

HELP: Final = "third-party weights: what there is, fetch some, check all"
EXAMPLE: Final = "animemoji models fetch face_landmarker"


class NoModelNamedError(UserError):
    """`fetch` was called without the name of a model."""

    key = "error.no_model_named"
    template = (
        "Say which models to fetch, for example `animemoji models fetch {name}`; `animemoji models list` shows all."
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("action", choices=("list", "families", "fetch", "verify"), help="what to do")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which models (fetch), all by default (verify)")


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    from pipeline.settings import load_pipeline_settings

    settings = load_pipeline_settings()
    folder = settings.models
    if args.action == "families":
        return _families(terminal)
    if args.action == "fetch":
        return _fetch(args.names, folder, terminal)
    if args.action == "verify":
        return _verify([get_model(name) for name in args.names] or list(MODELS.values()), folder, terminal)
    return _list(settings, terminal)


def _list(settings: PipelineSettings, terminal: Terminal) -> Outcome:
    folder = settings.models
    rows: list[dict[str, Any]] = []
    for model in MODELS.values():
        here = find_model(model.name, folder)
        rows.append(
            {
                "name": model.name,
                "purpose": model.purpose,
                "here": here is not None,
                "path": str(here or model_path(model, folder)),
                "bytes": model.size,
                "licence": model.licence,
                "credit": model.credit,
                "source": model.source,
                "origin": model.origin.value,
            }
        )
        size = f"{model.size / 1e6:7.1f} MB" if model.size else ""
        terminal.say(
            f"{model.name:18} {'here' if here else 'not here':9} {size:10}  {model.purpose}",
            f"{'':18} {model.licence}; {model.credit}",
        )
    checkpoint = _checkpoint(settings.diffusion)
    if checkpoint is not None:
        terminal.say("", f"Stable Diffusion: {checkpoint['model']}: {checkpoint['title']}")
    return Outcome({"models": rows, "checkpoint": checkpoint})


def _checkpoint(settings: DiffusionSettings) -> dict[str, Any] | None:
    """The checkpoint that is used and the family that it belongs to; None where there is none."""
    from pipeline.characters.diffused.families import look_at, recognise

    if not settings.model:
        return None
    try:
        family = recognise(look_at(settings.model), settings.family)
    except ValueError as error:
        return {"model": settings.model, "family": None, "title": str(error)}
    title = family.title if family else "of no family that is known here"
    return {"model": settings.model, "family": family and family.name, "title": title}


def _families(terminal: Terminal) -> Outcome:
    """Prints what is known of every family of checkpoints."""
    from pipeline.characters.diffused.families import family_names, get_family

    rows = [get_family(name) for name in family_names()]
    for family in rows:
        terminal.say(
            f"{family.name:14} {family.title}: {family.sampler.steps} steps, guidance {family.sampler.guidance:g}",
            f"{'':14} {family.licence}: {family.hosting}",
        )
    keys = ("name", "title", "source", "licence", "hosting")
    return Outcome({"families": [{key: getattr(family, key) for key in keys} for family in rows]})


def _fetch(names: list[str], folder: Path, terminal: Terminal) -> Outcome:
    if not names:
        raise NoModelNamedError(name=next(iter(MODELS)))
    fetched = []
    for model in [get_model(name) for name in names]:
        path = fetch(model, folder, partial(terminal.bar, text=f"fetching {model.name}"))
        fetched.append({"name": model.name, "path": str(path), "bytes": model.size})
        terminal.say(f"{model.name} is at {path}", f"  {model.licence}; credit: {model.credit}")
    return Outcome({"models": fetched})


def _verify(models: list[Model], folder: Path, terminal: Terminal) -> Outcome:
    states = {model.name: verify(model, folder) for model in models}
    for name, state in states.items():
        again = f": run `animemoji models fetch {name}`" if state is State.DAMAGED else ""
        terminal.say(f"{name:18} {state.value}{again}")
    damaged = State.DAMAGED in states.values()
    return Outcome({"models": {name: state.value for name, state in states.items()}}, code=1 if damaged else 0)
