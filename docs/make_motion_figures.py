"""Draws the figures of docs/motion.md from the sample clip: ``python docs/make_motion_figures.py``."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Final

import numpy as np
from matplotlib.figure import Figure
from PIL import Image

from pipeline.motion.plot import plot_track
from pipeline.motion.selfie import perform, to_track
from pipeline.motion.watch import watch
from pipeline.types import POSE_INDEX

FOLDER: Final = Path(__file__).parent / "img"
SAMPLE: Final = Path(__file__).parents[1] / "pipeline" / "samples" / "selfie.mp4"


def main() -> None:
    """Writes motion_track.png, motion_truth.png and motion_smoothing.png."""
    FOLDER.mkdir(exist_ok=True)
    sighting = watch(SAMPLE, "mesh", 0, lambda _: None)
    performance, raw = perform(sighting), perform(sighting, smoothed=False)
    track = to_track(performance)
    truth = json.loads(SAMPLE.with_suffix(".json").read_text())
    time = np.arange(len(track)) / track.fps
    save("motion_track", plot_track(track, "the sample clip, bundled face mesh"))

    figure = Figure(figsize=(9, 5.4), dpi=80, layout="constrained")
    poses = track.poses
    vowels = poses[:, [POSE_INDEX[f"mouth_{v}"] for v in ("aaa", "iii", "uuu", "eee", "ooo", "delta")]].sum(axis=1)
    wink = poses[:, POSE_INDEX["eye_wink_left"]] + poses[:, POSE_INDEX["eye_happy_wink_left"]]
    panels = [
        ("pitch, °", truth["pitch"], performance.degrees[:, 0]),
        ("yaw, °", truth["yaw"], performance.degrees[:, 1]),
        ("roll, °", truth["roll"], performance.degrees[:, 2]),
        ("blink", truth["blink"], wink),
        ("mouth", truth["mouth"], vowels),
        ("smile", truth["smile"], poses[:, POSE_INDEX["mouth_raised_corner_left"]]),
    ]
    for axis, (name, true, found) in zip(figure.subplots(3, 2, sharex=True).T.flat, panels, strict=True):
        axis.plot(time, true, color="#999999", lw=3, label="asked of the clip")
        axis.plot(time, found, color="#d1495b", lw=1.4, label="found")
        axis.set_title(f"{name}   r = {np.corrcoef(true, found)[0, 1]:.3f}", fontsize=9, loc="left")
        axis.spines[["top", "right"]].set_visible(False)
        axis.tick_params(labelsize=7)
    figure.axes[0].legend(fontsize=7, frameon=False)
    save("motion_truth", figure)

    figure = Figure(figsize=(9, 2.2), dpi=80, layout="constrained")
    axis = figure.subplots()
    axis.plot(time, raw.degrees[:, 1], color="#999999", lw=1, label="yaw as measured, °")
    axis.plot(time, performance.degrees[:, 1], color="#3b6fb6", lw=1.6, label="smoothed")
    axis.spines[["top", "right"]].set_visible(False)
    axis.tick_params(labelsize=7)
    axis.legend(fontsize=7, frameon=False)
    save("motion_smoothing", figure)


def save(name: str, picture: Figure | bytes) -> None:
    """Writes a PNG of 64 colours, which is a third of the size."""
    buffer = io.BytesIO(picture if isinstance(picture, bytes) else b"")
    if isinstance(picture, Figure):
        picture.savefig(buffer, format="png")
    Image.open(buffer).convert("RGB").quantize(64).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
