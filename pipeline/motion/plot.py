"""A track as curves, by group, with the frames in which no face was seen shaded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from pipeline.types import EMOTIONS, HEAD_RANGE_DEGREES, POSE_INDEX, PoseTrack, pose_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS: Final = ("#3b6fb6", "#d1495b", "#2e9c6a", "#e09f3e", "#7d5ba6", "#5b6770", "#c06c9a")
_GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("gaze", ("iris_rotation_x", "iris_rotation_y")),
    ("eyes", ("eye_wink", "eye_happy_wink", "eye_surprised", "eye_raised_lower_eyelid", "eye_unimpressed")),
    ("brows", ("eyebrow_raised", "eyebrow_angry", "eyebrow_troubled", "eyebrow_happy", "eyebrow_serious")),
    ("mouth", ("mouth_aaa", "mouth_iii", "mouth_uuu", "mouth_eee", "mouth_ooo", "mouth_delta")),
    ("corners", ("mouth_raised_corner", "mouth_lowered_corner", "mouth_smirk")),
)
"""What is drawn together; a paired parameter's left side is solid, its right one dashed."""
_HEAD: Final = (("head_x", "pitch"), ("head_y", "yaw"), ("neck_z", "roll"))


def plot_track(track: PoseTrack, title: str = "") -> bytes:
    """The picture of a track, as PNG bytes."""
    from matplotlib.figure import Figure

    rows = len(_GROUPS) + 1 + (track.emotions is not None)
    figure = Figure(figsize=(9.0, 1.35 * rows + 0.6), dpi=90, layout="constrained")
    axes: list[Axes] = list(figure.subplots(rows, 1, sharex=True))
    clock = track.clock
    time = clock.seconds
    for colour, (name, label) in zip(_COLOURS, _HEAD, strict=False):
        axes[0].plot(time, HEAD_RANGE_DEGREES * track.poses[:, POSE_INDEX[name]], color=colour, label=label)
    axes[0].set_ylabel("head, °")
    axes[0].set_ylim(-1.1 * HEAD_RANGE_DEGREES, 1.1 * HEAD_RANGE_DEGREES)
    for axis, (group, names) in zip(axes[1:], _GROUPS, strict=False):
        _plot_group(axis, time, track, names)
        axis.set_ylabel(group)
        axis.set_ylim(*((-1.05, 1.05) if group == "gaze" else (-0.03, 1.05)))
    if track.emotions is not None:
        axes[-1].stackplot(time, track.emotions.T, labels=EMOTIONS, colors=("#dddddd", *_COLOURS[:6]), lw=0)
        axes[-1].set_ylabel("emotion")
    for axis in axes:
        _shade_lost(axis, track)
        axis.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=7, frameon=False)
        axis.spines[["top", "right"]].set_visible(False)
        axis.tick_params(labelsize=7)
        axis.margins(x=0)
    for gesture in track.gestures:
        start, end = clock.seconds_at(gesture.start), clock.seconds_at(gesture.end)
        axes[0].axvspan(start, end, color="#e09f3e", alpha=0.25, lw=0)
        axes[0].text(start, axes[0].get_ylim()[1], gesture.name, fontsize=7, va="top")
    ticks = np.array([clock.seconds_at(frame) for frame in track.neutral_frames])
    axes[0].plot(ticks, np.full(len(ticks), axes[0].get_ylim()[0]), "|", color="#5b6770", ms=6)
    axes[-1].set_xlabel("seconds", fontsize=8)
    if title:
        axes[0].set_title(title, fontsize=9, loc="left")
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()


def _plot_group(axis: Axes, time: np.ndarray[Any, Any], track: PoseTrack, names: tuple[str, ...]) -> None:
    for colour, name in zip(_COLOURS, names, strict=False):
        label = name.split("_", 1)[1].replace("_", " ")
        for column, style in zip(pose_columns(name), ("-", "--"), strict=False):
            axis.plot(time, track.poses[:, column], style, color=colour, lw=1.2, label=label if style == "-" else None)


def _shade_lost(axis: Axes, track: PoseTrack) -> None:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], ~track.tracked, [False]]).astype(int)))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        axis.axvspan(track.clock.seconds_at(start), track.clock.seconds_at(end), color="#000000", alpha=0.12, lw=0)
