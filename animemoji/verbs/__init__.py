"""The verbs of the command line, one module each, named after the verb.

A verb's module imports nothing heavy at its top and has:

- ``HELP``: one line for the list of verbs.
- ``EXAMPLE``: a command line that works, shown by ``--help``.
- ``add_arguments(parser: argparse.ArgumentParser) -> None``; ``--json`` is there already.
- ``run(args: argparse.Namespace, terminal: Terminal) -> Outcome``: does the work. ``terminal.on_progress`` goes to the
  stages, ``terminal.say`` prints for people (and is silent with ``--json``), ``Outcome.report`` is the object that
  ``--json`` prints. A user's mistake is a raised ``UserError``.
"""

from __future__ import annotations

from typing import Final

VERBS: Final = (
    "render",
    "export",
    "check",
    "character",
    "track",
    "pose",
    "gallery",
    "styles",
    "seasons",
    "like",
    "distil",
    "models",
    "doctor",
    "studio",
    "live",
    "bench",
    "bot",
    "telegram",
    "worker",
)
"""In the order of the help page."""
