"""Draws the figure of docs/scale.md: ``python -m docs.make_scale_picture``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from matplotlib.figure import Figure

from benchmarks.scale import Habits, bill, services, waits

PICTURE: Final = Path(__file__).parent / "img" / "scale.png"
COLOURS: Final = ("#f28cb1", "#7a5ea8", "#3b7ea1", "#e3a948")


def main() -> None:
    """Writes img/scale.png: waiting by load, and money by servers."""
    figure = Figure(figsize=(9, 3.6), dpi=100, layout="constrained")
    left, right = figure.subplots(1, 2)
    loads, jobs = np.linspace(0.3, 0.95, 14), services()
    for workers, colour in zip((1, 2, 8, 32), COLOURS, strict=False):
        late = [np.quantile(waits(load, workers, jobs), 0.95) for load in loads]
        left.plot(loads * 100, late, color=colour, lw=2, label=f"{workers} worker{'s' if workers > 1 else ''}")
    left.axvline(70, color="#bbbbbb", lw=1, ls=":")
    left.set(xlim=(30, 95), ylim=(0, 12), xlabel="how busy the workers are, %", ylabel="seconds")
    left.set_title("19 of 20 people wait less than this for a drawn animoji", fontsize=9, loc="left")

    servers = np.geomspace(1e3, 1e6, 61)
    ways = {
        "drawn characters alone": replace(Habits(), pictures=0.0, painted=0.0),
        "pictures too, on processors": replace(Habits(), gpus=False, painted=0.0),
        "pictures too, some of them painted, on GPUs": Habits(),
    }
    for (name, habits), colour in zip(ways.items(), COLOURS, strict=False):
        month = [sum(bill(replace(habits, servers=count)).dollars.values()) for count in servers]
        right.plot(servers, month, color=colour, lw=2, label=name)
    right.set(xscale="log", yscale="log", xlim=(1e3, 1e6), ylim=(100, 30_000), xlabel="servers")
    right.set_title("dollars a month", fontsize=9, loc="left")
    for axis in (left, right):
        axis.spines[["top", "right"]].set_visible(False)
        axis.legend(frameon=False, fontsize=8)
        axis.tick_params(labelsize=8)
    figure.savefig(PICTURE)


if __name__ == "__main__":
    main()
