"""``python -m pipeline`` is ``animemoji``: a door by name alone, since the command line stands above the pipeline."""

import runpy

runpy.run_module("animemoji", run_name="__main__", alter_sys=True)
