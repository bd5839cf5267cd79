"""``python -m animemoji`` is ``animemoji``."""

from __future__ import annotations

import sys

from animemoji.cli import main

if __name__ == "__main__":
    sys.exit(main())
