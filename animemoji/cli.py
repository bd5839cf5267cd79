"""The command line: ``animemoji VERB …``, also ``python -m animemoji VERB …``.

A verb is a module of animemoji.verbs.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Final, NoReturn

from animemoji.verbs import VERBS
from animemoji.verbs.terminal import Terminal
from pipeline.types import UserError

MISTAKE: Final = 2
"""Exit code for what a user can put right."""
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


class _Parser(argparse.ArgumentParser):
    """Says a mistake in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISTAKE, f"{self.prog}: {message[:1].lower()}{message[1:].rstrip('.')}; see `{self.prog} --help`.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and answers the exit code: 0 done, 1 not, 2 a user's mistake, 130 interrupted."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(make_parser(words[0] if words else "").parse_args(words))
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output went away. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED


def make_parser(verb: str = "") -> argparse.ArgumentParser:
    """The parser of all verbs. With ``verb`` given, only that one's module is imported and gets its arguments."""
    parser = _Parser(
        prog="animemoji",
        description="A text prompt and a selfie video become an animated anime character.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog='example: animemoji render --prompt "girl with silver twin tails" --video me.mp4 --out me.gif',
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Parser)
    for name in [verb] if verb in VERBS else VERBS:
        module = _module(name)
        words = verbs.add_parser(
            name,
            help=module.HELP,
            description=module.HELP[:1].upper() + module.HELP[1:] + ".",
            epilog=f"example: {module.EXAMPLE}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(words)
        words.add_argument("--json", action="store_true", help="print one JSON object on standard output")
        words.set_defaults(run=module.run)
    return parser


def _module(verb: str) -> ModuleType:
    return importlib.import_module(f"animemoji.verbs.{verb}")


def _run(args: argparse.Namespace) -> int:
    terminal = Terminal(as_json=args.json)
    try:
        outcome = args.run(args, terminal)
        terminal.print_report(outcome.report)
        sys.stdout.flush()
    except UserError as error:
        terminal.note(str(error))
        return MISTAKE
    finally:
        terminal.clear()
    return int(outcome.code)


if __name__ == "__main__":
    sys.exit(main())
